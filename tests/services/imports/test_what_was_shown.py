"""An import keeps what its preview showed: no file is opened again, and no figure read again."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from lfjb_desk.domain.changes import Change, added
from lfjb_desk.domain.figures.figures import Measure, Observation, Polarity
from lfjb_desk.domain.places import AreaName, PlaceKind, fold
from lfjb_desk.importers import reader
from lfjb_desk.services.imports import imports as imports_module
from lfjb_desk.services.imports import mappings as mappings_module
from lfjb_desk.services.imports.imports import ImportService, OutdatedPreviewError
from lfjb_desk.services.imports.preview import Meaning
from lfjb_desk.store.queries.lookup import everything

if TYPE_CHECKING:
    from pathlib import Path

    from tests.services.conftest import Board

NOW = datetime(2026, 11, 23, 9, 14, tzinfo=UTC)
HEADINGS = "area,period,measure,value\n"
FIRST = f"{HEADINGS}Essex,2026 Q1,s31_mean_weeks,46\nAtlantis,2026 Q1,s31_mean_weeks,31\n"
OTHER = f"{HEADINGS}Essex,2026 Q1,s31_mean_weeks,99\nKent,2026 Q1,s31_mean_weeks,98\n"


@pytest.fixture
def service(board: Board) -> ImportService:
    weeks = Measure(
        code="s31_mean_weeks",
        name="Length of care cases",
        definition="Mean weeks from issue to disposal.",
        unit="weeks",
        polarity=Polarity.LOWER,
        source="invented",
    )
    names = [
        AreaName(
            place_kind=PlaceKind.AREA,
            place_code=code,
            publisher="",
            name=name,
            folded=fold(name),
            source="invented",
        )
        for name, code in (("Essex", "ESST"), ("Kent", "KENT"))
    ]
    board.write(Change("Names and a measure", (added(weeks), *map(added, names))))
    return ImportService(board.database)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "durations.csv"
    file.write_text(FIRST, encoding="utf-8")
    return file


def values(board: Board) -> dict[str, Decimal | None]:
    with board.database.session() as session:
        return {row.place_code: row.value for row in everything(session, Observation)}


def close_the_door(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every attempt to open a file fail from here on."""

    def refuse(path: Path, *_: object) -> None:
        pytest.fail(f"{path} was opened again")

    monkeypatch.setattr(imports_module, "read_file", refuse)
    monkeypatch.setattr(mappings_module, "view_file", refuse)


def test_a_file_that_is_deleted_after_its_preview_is_taken_all_the_same(
    board: Board, service: ImportService, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    preview = service.preview(path)
    path.unlink()
    close_the_door(monkeypatch)
    board.round_trip(service.commit(preview, NOW))
    assert values(board) == {"ESST": Decimal(46)}


def test_a_file_that_is_replaced_after_its_preview_brings_what_was_shown(
    board: Board, service: ImportService, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    preview = service.preview(path)
    path.write_text(OTHER, encoding="utf-8")
    close_the_door(monkeypatch)
    board.write(service.commit(preview, NOW))
    assert values(board) == {"ESST": Decimal(46)}
    (line,) = service.imports()
    assert line.snapshot.sha256 == hashlib.sha256(FIRST.encode()).hexdigest(), "of what was read"


def test_answers_make_a_new_preview_and_leave_the_old_one_as_it_was(
    board: Board, service: ImportService, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    preview = service.preview(path)
    path.unlink()
    close_the_door(monkeypatch)
    (question,) = preview.questions
    kent = Meaning("KENT", "Kent", PlaceKind.AREA)
    settled = service.answered(preview, {question.key: kent})
    assert (settled.questions, dict(settled.answers)) == ((), {question.key: kent})
    assert settled.reading is preview.reading
    assert (preview.questions, dict(preview.answers)) == ((question,), {})
    board.round_trip(service.commit(settled, NOW))
    assert values(board) == {"ESST": Decimal(46), "KENT": Decimal(31)}


def test_answers_that_change_later_do_not_change_a_preview(
    service: ImportService, path: Path
) -> None:
    preview = service.preview(path)
    answers = {preview.questions[0].key: preview.questions[0].choices[0]}
    settled = service.answered(preview, answers)
    answers.clear()
    assert len(settled.answers) == 1


def test_a_preview_is_refused_once_other_figures_are_held(
    board: Board, service: ImportService, path: Path
) -> None:
    preview = service.preview(path)
    board.write(service.commit(service.preview(path), NOW))
    before = board.state()
    with pytest.raises(OutdatedPreviewError, match=r"since durations\.csv was compared"):
        service.commit(preview, NOW)
    assert board.state() == before
    assert service.answered(preview, {}).counts.unchanged == 1


def test_a_preview_of_a_revision_is_refused_once_the_old_figure_is_gone(
    board: Board, service: ImportService, path: Path
) -> None:
    board.write(service.commit(service.preview(path), NOW))
    path.write_text(OTHER, encoding="utf-8")
    preview = service.preview(path)
    assert (preview.counts.new, preview.counts.revised) == (1, 1)
    board.write(service.undo(service.imports()[0].snapshot.id))
    with pytest.raises(OutdatedPreviewError):
        service.commit(preview, NOW)


def test_a_preview_stands_when_something_else_was_written_meanwhile(
    board: Board, service: ImportService, path: Path
) -> None:
    preview = service.preview(path)
    name = AreaName(
        place_kind=PlaceKind.AREA,
        place_code="KENT",
        publisher="",
        name="Maidstone",
        folded=fold("Maidstone"),
        source="invented",
    )
    board.write(Change("Another name", (added(name),)))
    board.write(service.commit(preview, NOW))
    assert values(board) == {"ESST": Decimal(46)}


def test_a_preview_holds_each_figure_once_and_none_of_the_rows_that_passed(
    service: ImportService, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader, "FLOW_FROM", 1)
    path.write_text(FIRST, encoding="utf-8")
    preview = service.understand(reader.read(path, lambda _: None))
    read = {id(figure) for figure in preview.reading.figures}
    assert {id(figure.figure) for figure in preview.taken} < read
    again = service.answered(preview, {})
    assert {id(figure.figure) for figure in again.taken} < read
