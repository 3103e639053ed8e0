"""Each cell of a table in the XML that Word reads: its style, width, weight, ground and hold."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from lxml import etree

from lfjb_desk.domain.blocks import Line, PaperColumn, Span, Strip, Table, Tone
from lfjb_desk.word.look import MAIN, MEDIUM_FILL, W
from lfjb_desk.word.writing.tables import Setting, strip, table
from lfjb_desk.word.writing.text import NONE

NAMES = ("table head", "table number", "table text", "lfjb table", "lfjb strip", "hyperlink")
FRAME = 9638
SETTING = Setting({name: name.title().replace(" ", "") for name in NAMES}, {"log": 7}, FRAME)
YEAR, WEEKS, CASES = (
    PaperColumn("Year", 2, bold=True),
    PaperColumn("Weeks", 1.5, figures=True),
    PaperColumn("Cases", 1.5, figures=True),
)
NOTES = PaperColumn("Notes", 6)
COLUMNS = (YEAR, WEEKS, CASES, NOTES)


class FoundCell(NamedTuple):
    """What a cell says and how."""

    words: str
    style: str
    width: str
    bold: bool = False
    gap: bool = False
    right: bool = False
    fill: str = ""
    holds: bool = False
    turns: bool = False


def read(xml: str) -> etree._Element:
    root = etree.fromstring(f'<w:body xmlns:w="{W}">{xml}</w:body>')
    (found,) = root
    return found


def at(element: etree._Element, path: str, name: str = "val") -> str:
    node = element.find(path, {"w": W})
    return "" if node is None else str(node.get(f"{{{W}}}{name}"))


def has(element: etree._Element, path: str) -> bool:
    return element.find(path, {"w": W}) is not None


def cell_of(element: etree._Element) -> FoundCell:
    return FoundCell(
        words="".join(element.itertext()),
        style=at(element, "w:p/w:pPr/w:pStyle"),
        width=at(element, "w:tcPr/w:tcW", "w"),
        bold=has(element, "w:p/w:r/w:rPr/w:b"),
        gap=at(element, "w:p/w:pPr/w:ind", "right") == "85",
        right=at(element, "w:p/w:pPr/w:jc") == "right",
        fill=at(element, "w:tcPr/w:shd", "fill"),
        holds=has(element, "w:p/w:pPr/w:keepNext"),
        turns=has(element, "w:p/w:pPr/w:pageBreakBefore"),
    )


def rows_of(found: etree._Element) -> list[list[FoundCell]]:
    rows = found.findall("w:tr", {"w": W})
    assert all(has(row, "w:trPr/w:cantSplit") for row in rows)
    assert [has(row, "w:trPr/w:tblHeader") for row in rows] == [True] + [False] * (len(rows) - 1)
    cells = [[cell_of(cell) for cell in row.findall("w:tc", {"w": W})] for row in rows]
    words = "".join(cell.words for row in cells for cell in row)
    assert "".join(found.itertext()) == words, "no word stands between the cells"
    return cells


def written(
    rows: tuple[tuple[Line, ...], ...], *, source: str = "", new_page: bool = False
) -> list[list[FoundCell]]:
    block = Table("Length", "Weeks by year", COLUMNS, rows, source=source)
    return rows_of(read("".join(table(block, SETTING, new_page=new_page))))


def number_of(
    count: int, *, source: str = "", columns: tuple[PaperColumn, ...] = (YEAR,)
) -> list[bool]:
    """Return for each row of so many whether it keeps with what follows it."""
    rows = tuple((str(number),) for number in range(count))
    block = Table("Length", "", columns, rows, source=source)
    return [row[0].holds for row in rows_of(read("".join(table(block, SETTING))))[1:]]


def test_figures_stand_right_and_names_are_bold() -> None:
    head, first = written((("2025", "47", "[c]", "Baseline"),), source="Cafcass")
    assert head == [
        FoundCell("Year", "TableHead", "1134"),
        FoundCell("Weeks", "TableHead", "850", right=True),
        FoundCell("Cases", "TableHead", "850", right=True, gap=True),
        FoundCell("Notes", "TableHead", "3402"),
    ]
    assert first == [
        FoundCell("2025", "TableText", "1134", bold=True, holds=True),
        FoundCell("47", "TableNumber", "850", holds=True),
        FoundCell("[c]", "TableNumber", "850", gap=True, holds=True),
        FoundCell("Baseline", "TableText", "3402", holds=True),
    ]


def test_a_cell_without_words_is_a_dash_also_in_the_head() -> None:
    block = Table("Length", "", (PaperColumn(" ", 2), WEEKS), (("", " "),))
    head, first = rows_of(read("".join(table(block, SETTING))))
    assert [cell.words for cell in (*head, *first)] == [NONE, "Weeks", NONE, NONE]


def test_a_head_that_begins_a_page_says_so_in_its_first_cell_alone() -> None:
    plain, turned = (written((), new_page=turn)[0] for turn in (False, True))
    assert [cell.turns for cell in plain] == [False] * 4
    assert [cell.turns for cell in turned] == [True, False, False, False]


def test_words_with_forms_keep_them_and_stand_among_plain_ones() -> None:
    late = (Span("Late", bold=True), Span(" & <so>"))
    high = (Span("Middling", tone=Tone.MEDIUM),)
    mixed = (Span("High", tone=Tone.HIGH), Span(" or not"))
    _, first, second, third, fourth = written(
        (
            ("2023", "53", "9", late),
            ("2024", "54", "8", high),
            ("2025", "55", "7", mixed),
            ((Span("2026"),), "56", "6", "Plain"),
        )
    )
    assert [cell.words for cell in first] == ["2023", "53", "9", "Late & <so>"]
    assert [cell.bold for cell in first] == [True, False, False, True]
    assert [cell.style for cell in first] == [
        "TableText",
        "TableNumber",
        "TableNumber",
        "TableText",
    ]
    assert [cell.holds for cell in first] == [True] * 4
    assert second[3] == FoundCell("Middling", "TableText", "3402", fill=MEDIUM_FILL)
    assert second[0] == FoundCell("2024", "TableText", "1134", bold=True)
    assert third[3].fill == ""
    assert [cell.holds for cell in third] == [True] * 4
    assert [cell.words for cell in fourth] == ["2026", "56", "6", "Plain"]
    assert [cell.holds for cell in fourth] == [False] * 4


def test_a_link_and_a_page_number_work_in_a_cell() -> None:
    line = (Span("the log", leads_to="log"), Span("", page_of="log"))
    block = Table("Length", "", (NOTES,), ((line,),))
    found = read("".join(table(block, SETTING)))
    links = found.findall(".//w:hyperlink", {"w": W})
    assert [at(found, ".//w:hyperlink", "anchor"), len(links)] == ["log", 2]
    assert at(links[0], "w:r/w:rPr/w:rStyle") == "Hyperlink"
    assert "".join(links[1].itertext()).split() == ["PAGEREF", "log", r"\h", "7"]


@pytest.mark.parametrize(
    ("count", "held", "held_to_source"),
    [
        (1, [0], [1]),
        (2, [1, 0], [1, 1]),
        (3, [1, 1, 0], [1, 1, 1]),
        (4, [1, 0, 1, 0], [1, 0, 1, 1]),
        (6, [1, 0, 0, 0, 1, 0], [1, 0, 0, 0, 1, 1]),
    ],
)
def test_a_short_table_stays_whole_and_a_long_one_leaves_no_row_alone(
    count: int, held: list[int], held_to_source: list[int]
) -> None:
    assert number_of(count) == list(map(bool, held))
    assert number_of(count, source="Cafcass") == list(map(bool, held_to_source))


def test_a_table_names_itself_to_who_hears_it() -> None:
    found = read("".join(table(Table("Length", "Weeks & more", COLUMNS, ()), SETTING)))
    bare = read("".join(table(Table("Length", "", COLUMNS, ()), SETTING)))
    about = "w:tblPr/w:"
    assert at(found, f"{about}tblStyle") == "LfjbTable"
    assert at(found, f"{about}tblCaption") == at(bare, f"{about}tblDescription") == "Length"
    assert at(found, f"{about}tblDescription") == "Weeks & more"
    assert at(found, f"{about}tblW", "w") == str(1134 + 850 + 850 + 3402)
    assert [at(found, f"{about}tblLayout", "type"), at(found, f"{about}tblW", "type")] == [
        "fixed",
        "dxa",
    ]
    looks = found.find("w:tblPr/w:tblLook", {"w": W})
    assert looks is not None
    assert {etree.QName(str(name)).localname: value for name, value in looks.attrib.items()} == {
        "val": "0020",
        "firstRow": "1",
        "lastRow": "0",
        "firstColumn": "0",
        "lastColumn": "0",
        "noHBand": "1",
        "noVBand": "1",
    }
    grid = [str(each.get(f"{{{W}}}w")) for each in found.findall("w:tblGrid/w:gridCol", {"w": W})]
    assert grid == ["1134", "850", "850", "3402"]


@pytest.mark.parametrize(
    ("widths", "expected"),
    [
        ((10.0, 7.0), ["5670", "3969"]),
        ((11.0, 6.0), ["6236", "3401"]),
        ((8.0, 8.9), ["4536", "5046"]),
        ((20.0, 20.0), ["4819", "4819"]),
    ],
)
def test_only_columns_that_pass_the_frame_are_narrowed(
    widths: tuple[float, float], expected: list[str]
) -> None:
    columns = tuple(PaperColumn("A", width) for width in widths)
    frame = 5670 + 3969 if widths == (10.0, 7.0) else FRAME
    setting = Setting(SETTING.styles, None, frame)
    (head,) = rows_of(read("".join(table(Table("Wide", "", columns, ()), setting))))
    assert [cell.width for cell in head] == expected


def test_a_row_of_another_width_is_a_mistake_of_the_caller() -> None:
    rows = (("1", "2", "3", "4"), ("1",))
    with pytest.raises(ValueError, match="A row of the table “Length” does not have 4 cells"):
        table(Table("Length", "", COLUMNS, rows), SETTING)


def test_the_line_of_sight_has_a_head_over_each_cell_all_of_one_width() -> None:
    block = Strip(
        "Line of sight",
        (("Driver ►", "High"), ("", (Span("47", bold=True), Span("", page_of="log"))), ("End", "")),
    )
    found = read(strip(block, SETTING))
    head, body = rows_of(found)
    width = "3212"  # a third of the frame, rounded down so that the three do not pass it
    assert head == [
        FoundCell("Driver ►", "TableHead", width, fill=MAIN),
        FoundCell(NONE, "TableHead", width, fill=MAIN),
        FoundCell("End", "TableHead", width, fill=MAIN),
    ]
    assert [
        (cell.words.replace(r" PAGEREF log \h ", ""), cell.bold, cell.fill) for cell in body
    ] == [
        ("High", False, ""),
        ("477", True, ""),
        (NONE, False, ""),
    ]
    assert {(cell.style, cell.width) for cell in body} == {("TableText", width)}
    assert at(found, "w:tblPr/w:tblStyle") == "LfjbStrip"
    assert at(found, "w:tblPr/w:tblCaption") == "Line of sight"
    description = at(found, "w:tblPr/w:tblDescription")
    assert description == "From left to right: Driver ►, , End"
    colours = found.findall("w:tr/w:tc/w:p/w:r/w:rPr/w:color", {"w": W})
    assert [each.get(f"{{{W}}}val") for each in colours] == ["FFFFFF"] * 3
    assert at(found, "w:tr/w:tc/w:tcPr/w:tcW", "type") == "dxa"
