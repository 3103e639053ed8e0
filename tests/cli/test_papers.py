"""`lfjb-desk demo`, `paper` and `check FILE`: papers made, looked over, and the same each time."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

import pytest
from docx import Document

from lfjb_desk.app import board
from lfjb_desk.domain.changes import change, edited
from lfjb_desk.domain.meetings.meetings import AgendaItem, Meeting
from lfjb_desk.domain.papers import WrittenPaper
from lfjb_desk.services.papers import registry
from lfjb_desk.store.queries.lookup import everything

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from lfjb_desk.app.environment import Environment

    Desk = Callable[..., Any]


@pytest.fixture(autouse=True)
def no_office(monkeypatch: pytest.MonkeyPatch) -> None:
    """Counting pages is tested with the papers; here it would only take time."""
    monkeypatch.setattr("lfjb_desk.word.writing.pages.find_office", lambda: None)


def digests(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}


def test_the_demo_writes_each_paper_without_a_finding_and_the_same_each_time(
    desk: Desk, tmp_path: Path, where: Environment
) -> None:
    first, second = tmp_path / "first", tmp_path / "second"

    told = desk("demo", "--out", first)

    assert told.code == 0
    assert [line.rpartition(": ")[2] for line in told.out.splitlines()] == ["no findings"] * len(
        registry.PAPERS
    )
    assert desk("demo", "--out", second).code == 0
    assert len(digests(first)) == len(registry.PAPERS)
    assert digests(first) == digests(second)
    assert not where.database.exists()  # type: ignore[union-attr]  # it is a path here
    for path in first.iterdir():
        checked = desk("check", path, "--marking", "OFFICIAL-SENSITIVE", "--json")
        assert (checked.code, checked.data["findings"]) == (0, []), path.name


def test_a_folder_that_cannot_be_made_is_refused(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")

    told = desk("demo", "--out", tmp_path / "file")

    assert told.code == 2
    assert "so no paper was written" in told.err


def test_the_command_offers_each_paper(desk: Desk) -> None:
    told = desk("paper", "essay", "--area", "ESST", "--out", "x.docx")

    assert told.code == 2
    assert [one.key for one in registry.PAPERS if one.key not in told.err] == []


@pytest.mark.parametrize("kind", [paper.key for paper in registry.PAPERS])
def test_each_paper_is_written_and_remembered(
    desk: Desk, with_sample: Environment, tmp_path: Path, kind: str
) -> None:
    out = tmp_path / "paper.docx"

    told = desk("paper", kind, "--area", "esst", "--out", out)

    assert told.code == 0
    assert told.out == f"{out}: no findings\n"
    assert Document(str(out)).paragraphs
    with board.opened(with_sample) as database, database.session() as session:
        (row,) = [one for one in everything(session, WrittenPaper) if one.file_name == out.name]
    assert (row.kind, row.findings) == (kind, 0)
    assert row.sha256 == hashlib.sha256(out.read_bytes()).hexdigest()


def test_a_paper_is_of_the_meeting_that_is_named(
    desk: Desk, with_sample: Environment, tmp_path: Path
) -> None:
    earlier, usual = tmp_path / "earlier.docx", tmp_path / "usual.docx"

    assert desk("paper", "agenda", "--area", "ESST", "--meeting", 21, "--out", earlier).code == 0
    assert desk("paper", "agenda", "--area", "ESST", "--out", usual).code == 0

    titles = [str(Document(str(path)).core_properties.title) for path in (earlier, usual)]
    assert titles[0] != titles[1]
    told = desk("paper", "agenda", "--area", "ESST", "--meeting", 99, "--out", usual)
    assert (told.code, "has no meeting 99. No paper was written." in told.err) == (2, True)


def test_a_performance_report_is_about_the_authority_that_is_named(
    desk: Desk, with_sample: Environment, tmp_path: Path
) -> None:
    out, suffolk = tmp_path / "suffolk.docx", "E10000029"

    told = desk("paper", "performance", "--area", "ESST", "--authority", suffolk, "--out", out)

    assert told.code == 0
    assert "Performance report: Suffolk" in [one.text for one in Document(str(out)).paragraphs]
    told = desk("paper", "performance", "--area", "ESST", "--authority", "E1", "--out", out)
    assert (told.code, "E1 is no authority of this area" in told.err) == (2, True)


def test_an_unknown_area_is_refused(desk: Desk, tmp_path: Path) -> None:
    told = desk("paper", "agenda", "--area", "ZZZ", "--out", tmp_path / "paper.docx")

    assert told.code == 2
    assert "There is no DFJ area with the code “ZZZ”." in told.err


def test_an_area_without_a_board_is_refused(desk: Desk, tmp_path: Path) -> None:
    told = desk("paper", "agenda", "--area", "ESST", "--out", tmp_path / "paper.docx")

    assert told.code == 2
    assert "Essex and Suffolk has no board yet, so no paper was written." in told.err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("agenda", "--out", "x.pdf"), "“x.pdf” does not end in .docx. No paper was written."),
        (("agenda", "--out", "-"), "“-” does not end in .docx."),
        (("agenda", "--out", "x.docx", "--meeting", "abc"), "“abc” is not the number of a meeting"),
        (
            ("agenda", "--out", "x.docx", "--authority", "E10000012"),
            "--authority is for the performance report, and not for the agenda.",
        ),
        (
            ("performance", "--out", "x.docx", "--meeting", "21"),
            "the action log and the minutes, and not for the performance report.",
        ),
        (
            ("terms-of-reference", "--out", "x.docx", "--meeting", "21"),
            "--meeting is for the agenda, the board paper,",
        ),
    ],
)
def test_what_a_paper_does_not_take_is_refused_in_a_sentence(
    desk: Desk,
    with_sample: Environment,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    words: str,
) -> None:
    monkeypatch.chdir(tmp_path)

    answer = desk("paper", "--area", "ESST", *arguments)

    assert answer.code == 2
    assert words in answer.err
    assert answer.err.count("\n") == 1
    assert list(tmp_path.glob("x.*")) == []


@pytest.mark.parametrize("out", ["folder.docx", "absent/paper.docx"])
def test_a_paper_that_cannot_be_saved_is_refused(
    desk: Desk, with_sample: Environment, tmp_path: Path, out: str
) -> None:
    (tmp_path / "folder.docx").mkdir()

    told = desk("paper", "action-log", "--area", "ESST", "--out", tmp_path / out)

    assert told.code == 2
    assert told.err.count("\n") == 1
    with board.opened(with_sample) as database, database.session() as session:
        assert everything(session, WrittenPaper) == []


def test_a_paper_with_faults_has_them_named(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "bare.docx"
    document = Document()
    document.add_heading("Third before first", level=3)
    document.save(str(path))

    told = desk("check", path)

    assert told.code == 2
    assert told.out.splitlines()[-1].endswith("findings.")
    as_data = desk("check", path, "--json")
    assert as_data.code == 2
    assert {"rule", "where", "message"} == set(as_data.data["findings"][0])
    assert len(as_data.data["findings"]) == len(told.out.splitlines()) - 1


@pytest.mark.parametrize("name", ["absent.docx", ".", "text.docx"])
def test_a_file_that_is_no_paper_is_refused(desk: Desk, tmp_path: Path, name: str) -> None:
    (tmp_path / "text.docx").write_text("only text", encoding="utf-8")

    told = desk("check", tmp_path / name)

    assert (told.code, told.out) == (2, "")
    assert told.err.count("\n") == 1


def test_a_paper_with_restricted_matter_is_asked_for_by_name_and_its_file_says_so(
    desk: Desk, with_sample: Environment, tmp_path: Path
) -> None:
    with board.opened(with_sample) as database:
        with database.session() as session:
            item = next(row for row in everything(session, AgendaItem) if row.title == "Action log")
            meetings = {row.id: row.number for row in everything(session, Meeting)}
        mark = edited(item, title="A matter of trust", restricted=True)
        database.apply(change("Restrict", item, [mark]))
    wanted = ("--area", "ESST", "--meeting", meetings[item.meeting_id])
    out = tmp_path / "agenda.docx"

    assert desk("paper", "agenda", *wanted, "--out", out).code == 0
    refused = desk("paper", "agenda", *wanted, "--restricted", "--out", out, "--replace")
    entitled = desk("paper", "agenda", *wanted, "--restricted", "--out", tmp_path)

    assert "A matter of trust" not in text_of(out)
    assert "Restricted item" in text_of(out)
    assert (refused.code, "“OFFICIAL-SENSITIVE_agenda.docx”" in refused.err) == (2, True)
    assert entitled.code == 0
    (named,) = tmp_path.glob("OFFICIAL-SENSITIVE_agenda_restricted_*.docx")
    assert entitled.out == f"{named}: no findings\n"
    assert "A matter of trust" in text_of(named)


def test_a_file_that_may_have_been_worked_on_is_not_written_over_unasked(
    desk: Desk, with_sample: Environment, tmp_path: Path
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    log, table = folder / "log.docx", folder / "figures.csv"
    paper = ("paper", "action-log", "--area", "ESST", "--out")
    figures = ("figures", "--area", "ESST", "--out")
    demo = ("demo", "--out")
    for command, out in ((paper, log), (paper, folder), (figures, table), (demo, folder)):
        assert desk(*command, out).code == 0
        written = {path: path.read_bytes() for path in folder.iterdir()}
        for path in written:
            path.write_bytes(b"worked on")
        refused = desk(*command, out)
        assert refused.code == 2
        assert "there already and may have been worked on. Nothing was written" in refused.err
        assert {path.read_bytes() for path in folder.iterdir()} == {b"worked on"}
        assert desk(*command, out, "--replace").code == 0
        assert any(path.read_bytes() != b"worked on" for path in folder.iterdir())
        for path in folder.iterdir():
            path.unlink()


def text_of(path: Path) -> str:
    """Return the words of a paper's tables and paragraphs."""
    document = Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*cells, *(paragraph.text for paragraph in document.paragraphs)])
