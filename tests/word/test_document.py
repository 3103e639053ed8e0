"""Somebody else's document read back: tables as grids, numbers as Word shows them, changes."""

from pathlib import Path

import pytest

from lfjb_desk.domain.changes import RuleError
from lfjb_desk.intake.limits import ReadingLimits
from lfjb_desk.word.process import read_file
from lfjb_desk.word.reading.document import read_document
from lfjb_desk.word.reading.tables import JoinedCells, WordTable
from tests.plain_word import (
    cell,
    document,
    heading,
    in_list,
    levels,
    line,
    made_list,
    numbered,
    row,
    run,
    table,
)


def only_table(body: str, numbering: str = "") -> WordTable:
    (found,) = read_document(document(body, numbering)).tables
    return found


def test_a_table_is_a_grid_under_the_line_above_it() -> None:
    found = only_table(
        line("Actions from 12 March 2026")
        + table([row("Action", "Owner", properties="<w:tblHeader/>"), ["Send the list", "Jo"]])
    )
    assert found.rows == (("Action", "Owner"), ("Send the list", "Jo"))
    assert (found.above, found.head_rows) == ("Actions from 12 March 2026", 1)


def test_joined_cells_stand_once_and_say_how_far_they_reach() -> None:
    found = only_table(
        table(
            [
                row(cell("Actions", width=2), "Owner"),
                row("1", "Send the list", cell("Jo Marsh", joined="restart")),
                row("2", "Phone the court", cell("", joined="continue")),
            ]
        )
    )
    assert found.rows == (
        ("Actions", "", "Owner"),
        ("1", "Send the list", "Jo Marsh"),
        ("2", "Phone the court", ""),
    )
    assert set(found.joined) == {JoinedCells(0, 0, 0, 1), JoinedCells(1, 2, 2, 2)}


def test_insertions_are_read_and_deletions_left_out_and_counted() -> None:
    body = (
        '<w:p><w:ins w:id="1" w:author="a">'
        + run("Send the new list")
        + '</w:ins><w:del w:id="2" w:author="a"><w:r><w:delText> tomorrow</w:delText></w:r></w:del>'
        + '<w:moveFrom w:id="3" w:author="a">'
        + run("moved away")
        + "</w:moveFrom>"
        + run(" secret", "<w:vanish/>")
        + "</w:p>"
    )
    gone = row("Old", properties='<w:del w:id="4" w:author="a"/>')
    read = read_document(document(body + table([gone, ["Kept"]])))
    assert read.lines[0].text == "Send the new list"
    assert read.tables[0].rows == (("Kept",),)
    left = read.left_out
    assert (left.insertions, left.deletions, left.hidden, left.deleted_rows) == (1, 2, 1, 1)


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next() -> None:
    ended = '<w:rPr><w:del w:id="1" w:author="a"/></w:rPr>'
    read = read_document(document(line("The quorum is", ended) + line("five members.")))
    assert [each.text for each in read.lines] == ["The quorum is five members."]


def test_a_table_in_a_cell_gives_lines_of_that_cell_and_is_counted() -> None:
    inner = table([["a", "b"], ["c", ""]])
    read = read_document(document(table([[cell(line("Outer") + inner), "x"]])))
    assert read.tables[0].rows == (("Outer\na | b\nc", "x"),)
    assert read.left_out.nested_tables == 1


def test_a_number_that_word_makes_stands_in_an_empty_cell() -> None:
    numbering = levels(0, ("decimal", "%1.")) + made_list(1, 0)
    empty = cell(f"<w:p><w:pPr>{in_list(1)}</w:pPr></w:p>")
    found = only_table(table([[empty, "Send"], [empty, "Phone"]]), numbering)
    assert found.rows == (("1", "Send"), ("2", "Phone"))


def test_struck_cells_are_known() -> None:
    found = only_table(table([[cell("Send the list", struck=True), "Jo"]]))
    assert found.struck == ((0, 0),)


def test_numbers_are_those_that_word_shows() -> None:
    numbering = levels(
        0, ("decimal", "%1."), ("decimal", "%1.%2"), ("lowerLetter", "(%3)"), ("lowerRoman", "(%4)")
    )
    numbering += made_list(1, 0) + made_list(2, 0, start=1)
    places = [(1, 0), (1, 1), (1, 1), (1, 2), (1, 2), (1, 3), (1, 1), (1, 2), (1, 0), (1, 1)]
    places += [(2, 0), (2, 1)]
    body = "".join(numbered("words", *place) for place in places)
    labels = [each.label for each in read_document(document(body, numbering)).lines]
    expected = ["1.", "1.1", "1.2", "(a)", "(b)", "(i)", "1.3", "(a)", "2.", "2.1", "1.", "1.1"]
    assert labels == expected


def test_a_style_may_number_its_paragraphs() -> None:
    style = (
        '<w:style w:type="paragraph" w:styleId="Clause"><w:name w:val="Clause"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    numbering = levels(0, ("decimal", "%1.")) + made_list(1, 0)
    body = line("One", '<w:pStyle w:val="Clause"/>') * 2 + heading("Quorum", 2)
    read = read_document(document(body, numbering, style))
    assert [(each.label, each.level) for each in read.lines] == [("1.", 0), ("2.", 0), ("", 2)]


def test_a_child_process_gives_the_same_document(tmp_path: Path) -> None:
    data = document(heading("Terms") + table([["Ŵyn", "Ŷ"], [cell("x", width=2)]]))
    path = tmp_path / "terms.docx"
    path.write_bytes(data)
    assert read_file(path) == read_document(data)


def test_a_file_under_a_password_or_of_old_word_is_refused_in_one_sentence(tmp_path: Path) -> None:
    old = tmp_path / "minutes.doc"
    old.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    with pytest.raises(RuleError, match=r"old Word file or has a password; save it as \.docx"):
        read_file(old)


def test_a_reading_past_its_limits_ends_in_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "minutes.docx"
    path.write_bytes(document(line("Words")))
    with pytest.raises(RuleError, match="cannot be read: it needs more time or memory"):
        read_file(path, limits=ReadingLimits(wall=0))
    with pytest.raises(RuleError, match="was stopped"):
        read_file(path, lambda: True)
