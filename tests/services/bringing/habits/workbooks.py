"""Logs kept in Excel, each with a habit of its own."""

from datetime import date, timedelta

from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from tests.services.bringing.habits.making import (
    DOING,
    DONE,
    DOUBT,
    DROPPED,
    OPEN,
    Habit,
    Rows,
    Truth,
    day,
    workbook,
    workbooks,
)

HEAD = ["Ref", "Action", "Owner", "Due date", "Status"]
LIST = "Send the list of cases"
PHONE = "Phone the court about rooms"
NOTE = "Write the note for the board"


def plain() -> Habit:
    rows: Rows = [
        HEAD,
        [1, LIST, "Helen Marsh", date(2026, 4, 3), "Open"],
        [2, PHONE, "Tom Aldous", date(2026, 12, 10), "In progress"],
        [3, NOTE, "Sam Roe", date(2026, 5, 1), "Complete"],
    ]
    truth = (
        Truth(LIST, "Helen Marsh", day(3, 4)),
        Truth(PHONE, "Tom Aldous", day(10, 12), DOING),
        Truth(NOTE, "Sam Roe", day(1, 5), DONE),
    )
    return Habit("a plain log", ".xlsx", workbook(rows), truth)


def title_and_notes() -> Habit:
    rows: Rows = [
        ["Essex board action log"],
        ["Updated by the secretariat"],
        [],
        HEAD,
        ["A1", LIST, "Helen Marsh", "3/4/26", "Open"],
        ["A2", PHONE, "Tom Aldous", "10.12.2026", "c/f"],
        [],
        ["Please send updates to the secretariat a week before the meeting."],
    ]
    truth = (Truth(LIST, "Helen Marsh", day(3, 4)), Truth(PHONE, "Tom Aldous", day(10, 12)))
    return Habit("a title above and notes under the table", ".xlsx", workbook(rows), truth)


def colours_as_status() -> Habit:
    def colour(sheet: Worksheet) -> None:
        for row, fill in ((2, "FF00B050"), (3, "FFFFC000")):
            sheet.cell(row, 5).fill = PatternFill("solid", fgColor=fill)

    rows: Rows = [
        HEAD,
        [1, LIST, "Helen Marsh", date(2026, 4, 3), None],
        [2, PHONE, "Tom Aldous", date(2026, 12, 10), None],
    ]
    truth = (
        Truth(LIST, "Helen Marsh", day(3, 4), DOUBT),
        Truth(PHONE, "Tom Aldous", day(10, 12), DOUBT),
    )
    return Habit("colours as status", ".xlsx", workbook(rows, colour), truth)


def merged_meetings() -> Habit:
    def merge(sheet: Worksheet) -> None:
        sheet.merge_cells("A2:E2")
        sheet.merge_cells("A4:E4")

    rows: Rows = [
        ["Action", "Ref", "Owner", "Due date", "Status"],
        ["Meeting of 12 March 2026"],
        [LIST, 1, "Helen Marsh", date(2026, 4, 3), "Open"],
        ["Meeting of 9 July 2026"],
        [PHONE, 1, "Tom Aldous", date(2026, 12, 10), "Open"],
    ]
    truth = (Truth(LIST, "Helen Marsh", day(3, 4)), Truth(PHONE, "Tom Aldous", day(10, 12)))
    name = "merged rows for meetings, and numbers that begin again"
    return Habit(name, ".xlsx", workbook(rows, merge), truth)


def two_head_rows() -> Habit:
    def merge(sheet: Worksheet) -> None:
        sheet.merge_cells("C1:D1")
        sheet.merge_cells("E1:F1")

    rows: Rows = [
        ["Ref", "Action", "Responsible", None, "Dates", None, "Status"],
        [None, None, "Name", "Organisation", "Raised", "Due", None],
        [1, LIST, "Helen Marsh", "Suffolk Council", date(2026, 3, 12), date(2026, 4, 3), "Open"],
        [2, PHONE, "Tom Aldous", "HMCTS", date(2026, 7, 9), date(2026, 12, 10), "Open"],
    ]
    truth = (Truth(LIST, "Helen Marsh", day(3, 4)), Truth(PHONE, "Tom Aldous", day(10, 12)))
    return Habit("two head rows", ".xlsx", workbook(rows, merge), truth)


def struck_through() -> Habit:
    def strike(sheet: Worksheet) -> None:
        for column in range(1, 5):
            sheet.cell(2, column).font = Font(strike=True)

    rows: Rows = [
        ["Ref", "Action", "Owner", "Due date"],
        [1, LIST, "Helen Marsh", date(2026, 4, 3)],
        [2, PHONE, "Tom Aldous", date(2026, 12, 10)],
    ]
    truth = (
        Truth(LIST, "Helen Marsh", day(3, 4), DOUBT),
        Truth(PHONE, "Tom Aldous", day(10, 12), DOUBT),
    )
    return Habit("closed ones struck through", ".xlsx", workbook(rows, strike), truth)


def struck_with_status() -> Habit:
    def strike(sheet: Worksheet) -> None:
        for column in range(1, 6):
            sheet.cell(2, column).font = Font(strike=True)

    rows: Rows = [
        HEAD,
        [1, LIST, "Helen Marsh", date(2026, 4, 3), "Open"],
        [2, PHONE, "Tom Aldous", date(2026, 12, 10), "Open"],
    ]
    truth = (
        Truth(LIST, "Helen Marsh", day(3, 4), DOUBT),
        Truth(PHONE, "Tom Aldous", day(10, 12), OPEN),
    )
    return Habit("a struck row that says open", ".xlsx", workbook(rows, strike), truth)


def blank_column() -> Habit:
    rows: Rows = [
        ["Ref", "", "Action", "", "Owner", "Deadline", "Status"],
        [1, "", LIST, "", "Helen Marsh", date(2026, 4, 3), "Open"],
        [2, "", PHONE, "", "Tom Aldous", date(2026, 12, 10), "Closed"],
    ]
    truth = (
        Truth(LIST, "Helen Marsh", day(3, 4)),
        Truth(PHONE, "Tom Aldous", day(10, 12), DONE),
    )
    return Habit("extra blank columns", ".xlsx", workbook(rows), truth)


def rag() -> Habit:
    rows: Rows = [
        ["No.", "Action required", "Lead", "Timescale", "RAG"],
        [1, LIST, "Helen Marsh", date(2026, 4, 3), "Amber"],
        [2, PHONE, "Tom Aldous", date(2026, 12, 10), "G"],
        [3, NOTE, "Sam Roe", date(2026, 5, 1), "Complete"],
    ]
    truth = (
        Truth(LIST, "Helen Marsh", day(3, 4), DOUBT),
        Truth(PHONE, "Tom Aldous", day(10, 12), DOUBT),
        Truth(NOTE, "Sam Roe", day(1, 5), DONE),
    )
    return Habit("red, amber and green as status", ".xlsx", workbook(rows), truth)


def lead_and_owner() -> Habit:
    rows: Rows = [
        ["Ref", "Action", "Lead", "Owner", "Due date", "Status"],
        [1, LIST, "Helen Marsh", "Tom Aldous", date(2026, 4, 3), "Open"],
    ]
    truth = (Truth(LIST, DOUBT, day(3, 4)),)
    return Habit("both a lead and an owner", ".xlsx", workbook(rows), truth)


def deadline_in_words() -> Habit:
    words = ["ASAP", "next meeting", "ongoing", "Q3", "Mar-26", "4 March", "TBC", "end of April"]
    words += [
        "31/2/26",
        "Monday 3 April 2026",
        "12/3/26, moved to 4/4/26",
        "3/4/2062",
        "before 3/4/26",
    ]
    rows: Rows = [
        HEAD,
        *([n, f"{LIST} {n}", "Helen Marsh", word, "Open"] for n, word in enumerate(words)),
    ]
    truth = tuple(Truth(f"{LIST} {n}", "Helen Marsh", DOUBT) for n in range(len(words)))
    return Habit("a deadline that holds words", ".xlsx", workbook(rows), truth)


def dates_in_words() -> Habit:
    written = ["3 April 2026", "3rd April 2026", "Friday 3 April 2026", "3 Apr 26", "3-Apr-2026"]
    written += ["April 3, 2026", "2026-04-03", "03/04/2026", "3.4.26", "by 3/4/26", "3 Ebrill 2026"]
    rows: Rows = [
        HEAD,
        *([n, f"{LIST} {n}", "Helen Marsh", word, "Open"] for n, word in enumerate(written)),
    ]
    truth = tuple(Truth(f"{LIST} {n}", "Helen Marsh", day(3, 4)) for n in range(len(written)))
    return Habit("one day in eleven spellings", ".xlsx", workbook(rows), truth)


def american() -> Habit:
    rows: Rows = [
        HEAD,
        [1, LIST, "Helen Marsh", "03/25/26", "Open"],
        [2, PHONE, "Tom Aldous", "3/4/26", "Open"],
        [3, NOTE, "Sam Roe", date(2026, 4, 3), "Open"],
        [4, "Ring", "Sam Roe", "25 March 2026", "Open"],
    ]
    truth = (
        Truth(LIST, "Helen Marsh", DOUBT),
        Truth(PHONE, "Tom Aldous", DOUBT),
        Truth(NOTE, "Sam Roe", DOUBT),
        Truth("Ring", "Sam Roe", day(25, 3)),
    )
    return Habit("a day that is month first", ".xlsx", workbook(rows), truth)


def months_alone() -> Habit:
    def style(sheet: Worksheet) -> None:
        sheet["D2"].number_format = "mmm-yy"
        sheet["D3"].number_format = "dd/mm/yyyy"

    rows: Rows = [
        HEAD,
        [1, LIST, "Helen Marsh", date(2026, 3, 1), "Open"],
        [2, PHONE, "Tom Aldous", date(2026, 3, 1), "Open"],
    ]
    truth = (Truth(LIST, "Helen Marsh", DOUBT), Truth(PHONE, "Tom Aldous", day(1, 3)))
    return Habit("Mar-26 typed into a cell", ".xlsx", workbook(rows, style), truth)


def serial_days() -> Habit:
    first = (date(2026, 4, 3) - date(1899, 12, 30)).days
    rows: Rows = [
        HEAD,
        [1, LIST, "Helen Marsh", first, "Open"],
        [2, PHONE, "Tom Aldous", 14, "Open"],
    ]
    truth = (Truth(LIST, "Helen Marsh", day(3, 4)), Truth(PHONE, "Tom Aldous", DOUBT))
    return Habit("days as the numbers of Excel", ".xlsx", workbook(rows), truth)


def owners_of_all_sorts() -> Habit:
    known = ["Helen Marsh", "helen  marsh", "Ms Helen Marsh", "HHJ Ada Siskin", "Ada Siskin"]
    owners = [
        *("HM", "Marsh", "Helen", "Jo and Sam", "Helen Marsh and Tom Aldous", "all", "LA leads"),
        *(
            "JB/HMCTS",
            "TBC",
            "Ann Other",
            "Jo Lee",
            "Helen Marsh / Sam Roe",
            "Marsh, Helen",
            "Chair",
        ),
        *("Helen Marsh (HMCTS)", '"', "as above", "Helen Marsh (lead), Sam Roe"),
    ]
    rows: Rows = [
        HEAD,
        *([n, f"{LIST} {n}", owner, date(2026, 4, 3), "Open"] for n, owner in enumerate(known)),
        *([n, f"{PHONE} {n}", owner, date(2026, 4, 3), "Open"] for n, owner in enumerate(owners)),
    ]
    names = ["Helen Marsh"] * 3 + ["HHJ Ada Siskin"] * 2
    truth = (
        *(Truth(f"{LIST} {n}", name, day(3, 4)) for n, name in enumerate(names)),
        *(Truth(f"{PHONE} {n}", DOUBT, day(3, 4)) for n in range(len(owners))),
    )
    return Habit("owners of all sorts", ".xlsx", workbook(rows), truth)


def joined_owners() -> Habit:
    def merge(sheet: Worksheet) -> None:
        sheet.merge_cells("C2:C3")

    rows: Rows = [
        HEAD,
        [1, LIST, "Helen Marsh", date(2026, 4, 3), "Open"],
        [2, PHONE, None, date(2026, 12, 10), "Open"],
        [3, NOTE, None, date(2026, 12, 10), "Open"],
    ]
    truth = (
        Truth(LIST, "Helen Marsh", day(3, 4)),
        Truth(PHONE, "Helen Marsh", day(10, 12)),
        Truth(NOTE, DOUBT, day(10, 12)),
    )
    return Habit("an owner joined over two rows, and none", ".xlsx", workbook(rows, merge), truth)


def revised() -> Habit:
    rows: Rows = [
        [
            "Ref",
            "Action",
            "Owner",
            "Original due date",
            "Revised due date",
            "Status",
            "Date closed",
        ],
        [1, LIST, "Helen Marsh", date(2026, 3, 3), date(2026, 4, 3), "Open", None],
        [2, PHONE, "Tom Aldous", date(2026, 12, 10), None, "Closed", date(2026, 11, 1)],
    ]
    truth = (
        Truth(LIST, "Helen Marsh", day(3, 4)),
        Truth(PHONE, "Tom Aldous", day(10, 12), DONE),
    )
    return Habit("due days that moved", ".xlsx", workbook(rows), truth)


def many_sheets() -> Habit:
    head = ["Ref", "Action", "Owner", "Due date"]
    sheets: dict[str, Rows] = {
        "Open": [head, [1, LIST, "Helen Marsh", date(2026, 4, 3)]],
        "Closed": [head, [2, PHONE, "Tom Aldous", date(2026, 2, 10)]],
    }
    truth = (
        Truth(LIST, "Helen Marsh", day(3, 4), DOUBT),
        Truth(PHONE, "Tom Aldous", day(10, 2), DOUBT),
    )
    return Habit("open and closed on sheets of their own", ".xlsx", workbooks(sheets), truth)


def hidden_rows() -> Habit:
    def hide(sheet: Worksheet) -> None:
        sheet.row_dimensions[3].hidden = True

    rows: Rows = [
        HEAD,
        [1, LIST, "Helen Marsh", date(2026, 4, 3), "Open"],
        [2, PHONE, "Tom Aldous", date(2026, 12, 10), "Closed"],
    ]
    truth = (
        Truth(LIST, "Helen Marsh", day(3, 4)),
        Truth(PHONE, "Tom Aldous", day(10, 12), DONE),
    )
    return Habit("closed rows hidden", ".xlsx", workbook(rows, hide), truth)


def long_log() -> Habit:
    start = date(2026, 1, 5)
    owners = ("Helen Marsh", "Tom Aldous", "Sam Roe", "Priya Nair")
    states = (("Open", OPEN), ("Complete", DONE), ("In progress", DOING), ("Withdrawn", DROPPED))
    entries = [
        (
            f"Action number {n} of many",
            owners[n % 4],
            start + timedelta(days=n % 300),
            states[n % 4],
        )
        for n in range(1_200)
    ]
    rows: Rows = [HEAD, *([n, t, o, d, s[0]] for n, (t, o, d, s) in enumerate(entries))]
    truth = tuple(Truth(t, o, d, s[1]) for t, o, d, s in entries)
    return Habit("1,200 rows", ".xlsx", workbook(rows), truth)


WORKBOOKS = (
    *(plain, title_and_notes, colours_as_status, merged_meetings, two_head_rows, struck_through),
    *(struck_with_status, blank_column, rag, lead_and_owner, deadline_in_words, dates_in_words),
    *(american, months_alone, serial_days, owners_of_all_sorts, joined_owners, revised),
    *(many_sheets, hidden_rows, long_log),
)
