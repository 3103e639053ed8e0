"""Writing papers: the same bytes, the same words, and a file that is whole or not there."""

import errno
import shutil
import subprocess
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openxml_audit import OpenXmlValidator

from lfjb_desk.domain.blocks import (
    Block,
    Bullets,
    Contents,
    Facts,
    Heading,
    Line,
    Orientation,
    Paper,
    PaperColumn,
    Paragraph,
    Section,
    Span,
    Strip,
    Table,
    Title,
)
from lfjb_desk.domain.changes import RuleError
from lfjb_desk.word.checking.check import check
from lfjb_desk.word.reading.read import ReadParagraph, ReadTable, read
from lfjb_desk.word.writing.engine import render, write
from lfjb_desk.word.writing.package import PaperNotSavedError, save
from lfjb_desk.word.writing.pages import find_office, find_pages
from lfjb_desk.word.writing.text import clean

AWKWARD = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from("\x00\x0b\x1f\ufffe\r\n\t&<>'\"{}%]אب😀\u00a0\u2028"),
    ),
    max_size=40,
) | st.sampled_from(["]]>", "{{ name }}", "%s", "<?lfjb body?>", "a\r\nb", "\x1f\x1f", "<w:p/>"])


def _body(data: bytes) -> str:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return archive.read("word/document.xml").decode()


def _shown(text: str) -> str:
    """Return a text as it should be read back."""
    words = clean(text).replace("\u00a0", " ")
    return words if words.strip() else "\u2013"


def paper_of(paper: Paper, *blocks: Block) -> Paper:
    return replace(paper, blocks=blocks)


def test_the_same_paper_gives_the_same_bytes(paper: Paper, template: Path) -> None:
    assert render(paper, template) == render(paper, template)


def test_a_paper_with_every_block_has_no_fault(
    paper: Paper, template: Path, tmp_path: Path
) -> None:
    out = tmp_path / "paper.docx"

    assert write(paper, template, out, {"actions": 3}) == ()
    assert check(out, paper.marking) == ()


def test_a_paper_with_every_block_is_valid_open_xml(
    paper: Paper, template: Path, tmp_path: Path
) -> None:
    out = tmp_path / "paper.docx"
    write(paper, template, out, {"actions": 3})

    result = OpenXmlValidator().validate(out)

    assert [str(error) for error in result.errors] == []


def test_python_docx_opens_what_was_written(paper: Paper, template: Path) -> None:
    opened = Document(BytesIO(render(paper, template)))

    assert opened.core_properties.title == paper.title
    assert opened.core_properties.identifier == "export-1"
    assert len(opened.sections) == 3
    assert len(opened.tables) == 2
    assert [section.orientation for section in opened.sections] == [0, 1, 0]


def test_a_paper_is_read_back_word_for_word(paper: Paper, template: Path, table: Table) -> None:
    found = read(render(paper, template, {"actions": 3}))

    headings = [one.text for one in found if isinstance(one, ReadParagraph) and one.level]
    assert headings == [
        "Board meeting, 8 December 2026",
        "What the board is asked to decide",
        "Position",
        "Action log",
        "Performance",
        "Care cases took 47 weeks",
        "A block",
    ]
    first = next(one for one in found if isinstance(one, ReadTable))
    assert first.title == table.title
    assert first.rows[1:] == (
        ("2023-24", "53", "Baseline year"),
        ("2024-25", "\u2013", "Late & <so>"),
        ("2025-26", "[x]", "High"),
    )
    texts = [one.text for one in found if isinstance(one, ReadParagraph)]
    assert "D1\tAgree the plan. It is late. See Action log, page 3." in texts
    assert "Table 1: Average weeks" in texts
    assert "See the log, page 3." in texts


@settings(
    max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(AWKWARD, AWKWARD, AWKWARD)
def test_any_text_comes_back_as_it_went_in(
    template: Path, paper: Paper, one: str, two: str, three: str
) -> None:
    line: Line = (Span(one, bold=True), Span(two))
    rows: tuple[tuple[Line, ...], ...] = ((one, two, three), (three, line, two))
    columns = (PaperColumn("Head", 4), PaperColumn(two, 4, figures=True), PaperColumn("Last", 4))
    blocks = (
        Title(one),
        Heading(two, anchor="here"),
        Paragraph(one),
        Paragraph(line),
        Bullets((three,)),
        Facts(((two, three),)),
        Table(one, two, columns, rows, captioned=True, note=one, source=two),
        Strip(three, ((one, two), (two, line))),
    )

    found = read(
        render(replace(paper, title=one, footer=two, marking=three, blocks=blocks), template)
    )

    words = _shown(one + two)
    texts = [part.text for part in found if isinstance(part, ReadParagraph)]
    assert texts[:4] == [_shown(one), _shown(two), _shown(one), words]
    tables = [part for part in found if isinstance(part, ReadTable)]
    assert tables[0].rows[1:] == (
        (_shown(one), _shown(two), _shown(three)),
        (_shown(three), words, _shown(two)),
    )
    assert tables[1].rows[1] == (_shown(two), words)


def test_no_line_ends_inside_a_date_or_before_a_page_number(paper: Paper, template: Path) -> None:
    text = "By 21 November 2026, page 4, Q2 2026, Table 3, 12 May."

    body = _body(render(replace(paper, blocks=(Paragraph(text),)), template))

    assert (
        "21\u00a0November\u00a02026, page\u00a04, Q2\u00a02026, Table\u00a03, 12\u00a0May." in body
    )


def test_no_line_ends_inside_a_reference_and_it_reads_back_plain(
    paper: Paper, template: Path
) -> None:
    text = "ESST-A-018 and PORTS-D-104, then (MEDWAY-A-0021). Not A-018, -A-018 nor EX-12."

    data = render(paper_of(paper, Paragraph(text)), template)

    tied = '</w:t><w:noBreakHyphen/><w:t xml:space="preserve">'
    body = _body(data)
    assert f"ESST{tied}A{tied}018 and PORTS{tied}D{tied}104" in body
    assert f"(MEDWAY{tied}A{tied}0021)" in body
    assert "Not A-018, -A-018 nor EX-12." in body
    assert read(data)[0] == ReadParagraph(text, "Body Text")
    assert Document(BytesIO(data)).paragraphs[0].text == text


def test_a_reference_alone_in_its_cell_is_found_by_the_search_of_word(
    paper: Paper, template: Path
) -> None:
    columns = (PaperColumn("Ref", 3), PaperColumn("Which", 6))
    rows = (("ESST-A-018", "ESST-A-018, ESST-A-019"),)

    data = render(paper_of(paper, Table("Log", "Actions", columns, rows)), template)

    tied = '</w:t><w:noBreakHyphen/><w:t xml:space="preserve">'
    assert ">ESST-A-018<" in _body(data)
    assert f">ESST{tied}A{tied}018, ESST{tied}A{tied}019<" in _body(data)
    first = next(one for one in read(data) if isinstance(one, ReadTable))
    assert first.rows[1:] == rows


def test_word_is_never_told_to_update_fields(paper: Paper, template: Path) -> None:
    data = render(paper, template, {"actions": 3})

    with zipfile.ZipFile(BytesIO(data)) as archive:
        everything = b"".join(archive.read(name) for name in archive.namelist())
    assert b"w:dirty" not in everything
    assert b"updateFields" not in everything


def test_contents_without_known_pages_are_links_alone(paper: Paper, template: Path) -> None:
    without, numbered = (
        _body(render(paper, template)),
        _body(render(paper, template, {"actions": 3})),
    )

    assert "TOC \\n \\h" in without
    assert "TOC \\h" in numbered
    assert numbered.count("PAGEREF") > without.count("PAGEREF")


def test_a_table_that_ends_a_section_is_followed_by_its_break(
    paper: Paper, table: Table, template: Path, tmp_path: Path
) -> None:
    bare = replace(table, source="", note="", captioned=False)
    blocks = (Title("Tables"), bare, bare, Section(Orientation.LANDSCAPE), bare)

    assert write(replace(paper, blocks=blocks), template, tmp_path / "tables.docx") == ()
    assert len(Document(str(tmp_path / "tables.docx")).tables) == 3


@pytest.mark.parametrize("headings", [(), (Heading("Position", anchor="position"),)])
def test_a_section_right_after_the_contents_keeps_the_pages_before_it_upright(
    paper: Paper, template: Path, headings: tuple[Heading, ...]
) -> None:
    contents = (Title("Pack"), Contents(), Section(Orientation.LANDSCAPE))

    data = render(paper_of(paper, *contents, *headings, Paragraph("A.")), template)

    opened = Document(BytesIO(data))
    assert [section.orientation for section in opened.sections] == [0, 1]
    assert _body(data).index("<w:sectPr") < _body(data).index(">A.<")
    assert check(data, paper.marking) == ()


@pytest.mark.parametrize(
    ("count", "held"), [(1, []), (3, [0, 1]), (4, [0, 2]), (5, [0, 3]), (12, [0, 10])]
)
def test_a_long_table_begins_and_ends_with_two_rows_that_stay_together(
    paper: Paper, template: Path, count: int, held: list[int]
) -> None:
    rows = tuple((f"Row {number}",) for number in range(count))
    bare = Table("Long", "Rows", (PaperColumn("Word", 5),), rows)

    opened = Document(BytesIO(render(paper_of(paper, bare), template)))

    keeps = [
        place
        for place, row in enumerate(opened.tables[0].rows[1:])
        if row.cells[0].paragraphs[0].paragraph_format.keep_with_next
    ]
    assert keeps == held


def test_a_link_to_a_missing_part_is_named_to_the_user(
    paper: Paper, template: Path, tmp_path: Path
) -> None:
    blocks = (Title("A title"), Paragraph((Span("Go there", leads_to="nowhere"),)))

    findings = write(replace(paper, blocks=blocks), template, tmp_path / "out.docx")

    assert [finding.rule for finding in findings] == ["broken-link"]
    assert "nowhere" in findings[0].message


def test_two_headings_with_one_anchor_are_refused(paper: Paper, template: Path) -> None:
    blocks = (Title("A title"), Heading("One", anchor="here"), Heading("Two", anchor="here"))

    with pytest.raises(RuleError, match="same anchor"):
        render(replace(paper, blocks=blocks), template)


def test_a_row_with_too_few_cells_is_a_mistake_of_the_caller(paper: Paper, template: Path) -> None:
    short = Table("Short", "A table", (PaperColumn("A", 2), PaperColumn("B", 2)), (("1",),))

    with pytest.raises(ValueError, match="Short"):
        render(replace(paper, blocks=(short,)), template)


def test_columns_wider_than_the_page_are_narrowed_together(paper: Paper, template: Path) -> None:
    wide = Table("Wide", "A table", (PaperColumn("A", 20), PaperColumn("B", 20)), (("1", "2"),))

    opened = Document(BytesIO(render(replace(paper, blocks=(wide,)), template)))

    widths = [column.width.cm for column in opened.tables[0].columns]
    assert widths[0] == widths[1]
    assert sum(widths) == pytest.approx(16.8, abs=0.02)


def test_an_unwritable_folder_leaves_the_old_file_and_says_so(
    paper: Paper, template: Path, tmp_path: Path
) -> None:
    with pytest.raises(PaperNotSavedError, match="There is no folder"):
        write(paper, template, tmp_path / "missing" / "paper.docx")


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "The disk is full"),
        (PermissionError(errno.EACCES, "Permission denied"), "open in Word"),
        (OSError(errno.EIO, "Input/output error"), "Input/output error"),
    ],
)
def test_a_failed_save_keeps_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, sentence: str
) -> None:
    out = tmp_path / "paper.docx"
    out.write_bytes(b"the old paper")

    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr("lfjb_desk.domain.common.files.os.fsync", fail)

    with pytest.raises(PaperNotSavedError, match=sentence):
        save(out, b"the new paper")
    assert out.read_bytes() == b"the old paper"
    assert list(tmp_path.iterdir()) == [out]


def test_a_real_full_disk_is_one_sentence(tmp_path: Path) -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("this system has no /dev/full")
    with full.open("wb", buffering=0) as device, pytest.raises(OSError, match="space") as caught:
        device.write(b"paper")
    assert caught.value.errno == errno.ENOSPC


def test_libreoffice_renders_a_paper_and_knows_its_pages(
    paper: Paper, template: Path, tmp_path: Path
) -> None:
    office = find_office()
    if office is None:
        pytest.skip("LibreOffice is not installed; make test installs it")
    pages = find_pages(paper, template, office)
    assert pages is not None
    assert pages["decide"] == 1
    assert pages["position"] == 2
    assert pages["actions"] == 3
    assert pages["performance"] == 4

    out = tmp_path / "paper.docx"
    assert write(paper, template, out, pages) == ()
    profile = (tmp_path / "profile").as_uri()
    subprocess.run(
        [office, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf",
         "--outdir", tmp_path, out],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    assert (tmp_path / "paper.pdf").read_bytes().startswith(b"%PDF")
    text = shutil.which("pdftotext")
    if text:
        shown = subprocess.run([text, tmp_path / "paper.pdf", "-"], check=True, capture_output=True)
        words = shown.stdout.decode()
        assert words.count("OFFICIAL-SENSITIVE") == 8
        assert "Page 4 of 4" in words
        assert "Average weeks 47" in words


def test_without_libreoffice_the_pages_are_simply_not_known(
    paper: Paper, template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    assert find_office() is None
    assert find_pages(paper, template, None) is None
    assert find_pages(paper, template, tmp_path / "no-such-program") is None
