"""Logs kept as text and in Word, each with a habit of its own."""

from tests.plain_word import (
    cell,
    document,
    heading,
    in_list,
    levels,
    line,
    made_list,
    row,
    run,
    table,
)
from tests.services.bringing.habits.making import (
    BLOCKED,
    DOING,
    DONE,
    DOUBT,
    DROPPED,
    Habit,
    Truth,
    day,
    text,
)

LIST = "Send the list of cases"
PHONE = "Phone the court about rooms"


def semicolons() -> Habit:
    data = text(
        "Action;Assigned to;Deadline;Current status;Comments",
        f"{LIST};Helen Marsh;03/04/2026;Not started;",
        f"{PHONE};Tom Aldous;10/12/2026;On track;waits for the plan",
    )
    truth = (Truth(LIST, "Helen Marsh", day(3, 4)), Truth(PHONE, "Tom Aldous", day(10, 12), DOING))
    return Habit("semicolons", ".csv", data, truth)


def status_words() -> Habit:
    states = (
        ("complete", DONE),
        ("COMPLETED", DONE),
        ("Closed", DONE),
        ("c/f", Truth("", "", day(1, 1)).status),
        ("in progress", DOING),
        ("Blocked", BLOCKED),
        ("No longer required", DROPPED),
        ("amber", DOUBT),
        ("nearly there", DOUBT),
        ("Not complete", DOUBT),
        ("Closed?", DOUBT),
        ("Complete - see note", DOUBT),
        ("", DOUBT),
    )
    lines = [f'{LIST} {n},Helen Marsh,3/4/26,"{word}"' for n, (word, _) in enumerate(states)]
    truth = tuple(
        Truth(f"{LIST} {n}", "Helen Marsh", day(3, 4), state) for n, (_, state) in enumerate(states)
    )
    return Habit("status in many words", ".csv", text("Action,Owner,Due,Status", *lines), truth)


def welsh() -> Habit:
    data = text("Action,Owner,Due,Status", f"{LIST},Gŵen Ŷnys,3 Ebrill 2026,Open")
    return Habit("Welsh letters", ".csv", data, (Truth(LIST, "Gŵen Ŷnys", day(3, 4)),))


def strange_headings() -> Habit:
    data = text(
        "What we said,Name,When,Where we are",
        f"{LIST},Helen Marsh,3/4/26,Open",
    )
    return Habit("headings that nobody knows", ".csv", data, (Truth(LIST, DOUBT, DOUBT, DOUBT),))


def completion_date() -> Habit:
    data = text("Action,Owner,Completion date,Status", f"{LIST},Helen Marsh,3/4/26,Open")
    return Habit(
        "a date that may be two things", ".csv", data, (Truth(LIST, "Helen Marsh", DOUBT),)
    )


def minutes_table() -> Habit:
    body = (
        heading("Actions")
        + line("Actions from 12 March 2026")
        + table(
            [
                row("Action", "Owner", "Due", "Status", properties="<w:tblHeader/>"),
                [LIST, "Helen Marsh", "3 April 2026", "Open"],
                [PHONE, "Tom Aldous", "10 December 2026", "Complete"],
            ]
        )
    )
    truth = (Truth(LIST, "Helen Marsh", day(3, 4)), Truth(PHONE, "Tom Aldous", day(10, 12), DONE))
    return Habit("a table in Word", ".docx", document(body), truth)


def two_tables() -> Habit:
    body = (
        line("Attendance")
        + table([["Name", "Organisation"], ["Helen Marsh", "Suffolk Council"]])
        + line("Open actions")
        + table(
            [
                ["No", "Action", "Owner", "By when", "Status"],
                ["1", LIST, "Helen Marsh", "3/4/26", "Open"],
            ]
        )
        + line("Closed actions")
        + table(
            [
                ["No", "Action", "Owner", "By when", "Status"],
                ["2", PHONE, "Tom Aldous", "4/4/26", "Closed"],
            ]
        )
    )
    truth = (Truth(LIST, "Helen Marsh", day(3, 4)), Truth(PHONE, "Tom Aldous", day(4, 4), DONE))
    return Habit("several tables in one file", ".docx", document(body), truth)


def tracked_changes() -> Habit:
    due = (
        '<w:p><w:del w:id="1" w:author="a"><w:r><w:delText>1 March 2026</w:delText></w:r></w:del>'
        '<w:ins w:id="2" w:author="a">' + run("3 April 2026") + "</w:ins></w:p>"
    )
    body = table([["Action", "Owner", "Due", "Status"], [LIST, "Helen Marsh", cell(due), "Open"]])
    return Habit(
        "tracked changes", ".docx", document(body), (Truth(LIST, "Helen Marsh", day(3, 4)),)
    )


def struck_date() -> Habit:
    due = "<w:p>" + run("1/3/26", "<w:strike/>") + run(" 3/4/26") + "</w:p>"
    body = table([["Action", "Owner", "Due", "Status"], [LIST, "Helen Marsh", cell(due), "Open"]])
    return Habit(
        "a struck day beside a new one",
        ".docx",
        document(body),
        (Truth(LIST, "Helen Marsh", DOUBT),),
    )


def numbered_and_joined() -> Habit:
    number = cell(f"<w:p><w:pPr>{in_list(1)}</w:pPr></w:p>")
    body = table(
        [
            ["No", "Action", "Owner", "Due", "Status"],
            row(cell("Public law", width=5)),
            row(number, LIST, cell("Helen Marsh", joined="restart"), "3/4/26", "Open"),
            row(number, PHONE, cell("", joined="continue"), "4/4/26", "Open"),
        ]
    )
    numbering = levels(0, ("decimal", "%1.")) + made_list(1, 0)
    truth = (Truth(LIST, "Helen Marsh", day(3, 4)), Truth(PHONE, "Helen Marsh", day(4, 4)))
    return Habit("numbers of Word, joined cells", ".docx", document(body, numbering), truth)


def repeated_head() -> Habit:
    data = text(
        "Ref,Action,Owner,Due,Status",
        f"1,{LIST},Helen Marsh,3/4/26,Open",
        "Ref,Action,Owner,Due,Status",
        f"2,{PHONE},Tom Aldous,4/4/26,Open",
        ",,,,",
        "Total,,,2,",
    )
    truth = (Truth(LIST, "Helen Marsh", day(3, 4)), Truth(PHONE, "Tom Aldous", day(4, 4)))
    return Habit("the head again on each page, and a total", ".csv", data, truth)


def heading_among_actions() -> Habit:
    data = text(
        "Action,Owner,Due,Status",
        "Meeting of 12 March 2026,,,",
        f"{LIST},Helen Marsh,3/4/26,Open",
    )
    truth = (
        Truth("Meeting of 12 March 2026", DOUBT, DOUBT, DOUBT),
        Truth(LIST, "Helen Marsh", day(3, 4)),
    )
    return Habit("a heading in the column of actions", ".csv", data, truth)


def bodies() -> Habit:
    data = text(
        "Action,Owner,Agency,Due,Status",
        f"{LIST},Helen Marsh,Suffolk Council,3/4/26,Open",
        f"{PHONE},Tom Aldous,Suffolk Council,3/4/26,Open",
        f"{LIST} again,Tom Aldous,ECC,3/4/26,Open",
    )
    truth = (
        Truth(LIST, "Helen Marsh", day(3, 4)),
        Truth(PHONE, DOUBT, day(3, 4)),
        Truth(f"{LIST} again", DOUBT, day(3, 4)),
    )
    return Habit("owners with bodies that are not theirs", ".csv", data, truth)


TEXTS = (
    *(semicolons, status_words, welsh, strange_headings, completion_date, minutes_table),
    *(two_tables, tracked_changes, struck_date, numbered_and_joined, repeated_head),
    *(heading_among_actions, bodies),
)
