"""Files that a user says how to read: kept, used again, and watched for what has drifted."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from lfjb_desk.domain.changes import Change, added
from lfjb_desk.domain.figures.figures import Measure, Observation, Polarity, Term
from lfjb_desk.domain.figures.mappings import FileMapping
from lfjb_desk.domain.places import AreaName, PlaceKind, fold
from lfjb_desk.importers.figures import NotRecognisedError
from lfjb_desk.importers.mapping.rules import Role
from lfjb_desk.services.figures.figures import FigureService
from lfjb_desk.services.imports.imports import ImportService, NothingNewError
from lfjb_desk.services.imports.mappings import MappingService, with_rules
from lfjb_desk.services.imports.preview import Meaning
from lfjb_desk.store.queries.lookup import everything

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from lfjb_desk.services.imports.preview import Preview
    from tests.services.conftest import Board

NOW = datetime(2026, 11, 23, 9, 14, tzinfo=UTC)
TODAY = date(2026, 11, 23)
STARTED = Measure(
    code="starts",
    name="Cases started",
    definition="Cases started in the period.",
    unit="cases",
    polarity=Polarity.CONTEXT,
    source="invented",
)
FIRST = """Our own return of work
DFJ area,January to March 2026,April to June 2026
Essex,12,14
Kent,8,9
Source: invented
"""
SECOND = """Our own return of work
DFJ area,January to March 2026,April to June 2026,July to September 2026
Essex,12,15,16
Surrey,1,2,3
Source: invented
"""
ANSWERS = {"measure: Our own return of work": Meaning("starts", "Cases started")}


def spelling(name: str, code: str) -> AreaName:
    return AreaName(
        place_kind=PlaceKind.AREA,
        place_code=code,
        publisher="",
        name=name,
        folded=fold(name),
        source="invented",
    )


@pytest.fixture
def file(tmp_path: Path) -> Callable[[str], Path]:
    def write(content: str) -> Path:
        path = tmp_path / "return.csv"
        path.write_text(content, encoding="utf-8")
        return path

    return write


@pytest.fixture
def service(board: Board) -> ImportService:
    names = (spelling("Essex", "ESST"), spelling("Kent", "KENT"), spelling("Surrey", "SURR"))
    rows = (added(STARTED.model_copy()), *(added(name) for name in names))
    board.write(Change("Names and a measure", rows))
    return ImportService(board.database)


def mapped(board: Board, service: ImportService, path: Path) -> Preview:
    """Return the preview of a file as it is read when the user takes the proposal as it is."""
    mappings = MappingService(board.database)
    seen = mappings.look(path)
    draft = mappings.draft(seen, 0)
    assert draft is not None
    applied = mappings.read(seen, 0, draft.rules)
    assert applied.questions == ()
    reading, use = mappings.reading(seen, 0, draft, applied, "The return of work")
    return service.understand(reading, mapping=use)


def bring_in(board: Board, service: ImportService, path: Path) -> Change:
    return board.write(service.commit(service.answered(mapped(board, service, path), ANSWERS), NOW))


def held(board: Board) -> dict[tuple[str, date], tuple[Decimal | None, str, str]]:
    with board.database.session() as session:
        rows = [row for row in everything(session, Observation) if row.current]
    return {(row.place_code, row.period_start): (row.value, row.sheet, row.cell) for row in rows}


def test_an_unknown_file_is_refused_until_someone_says_how_it_is_read(
    service: ImportService, file: Callable[[str], Path]
) -> None:
    with pytest.raises(NotRecognisedError, match="was not recognised"):
        service.preview(file(FIRST))


def test_figures_mapping_and_term_come_in_and_go_in_one_change(
    board: Board, service: ImportService, file: Callable[[str], Path]
) -> None:
    preview = mapped(board, service, file(FIRST))
    assert [question.about for question in preview.questions] == ["measure"]
    change = service.commit(service.answered(preview, ANSWERS), NOW)
    tables = {edit.table for edit in change.edits}
    assert {FileMapping, Term, Observation} < tables
    board.round_trip(change)
    assert held(board)["ESST", date(2026, 4, 1)] == (Decimal(14), "", "C3")


def test_the_next_release_is_read_by_itself_and_says_what_has_drifted(
    board: Board, service: ImportService, file: Callable[[str], Path]
) -> None:
    bring_in(board, service, file(FIRST))
    preview = service.preview(file(SECOND))
    assert preview.questions == ()
    assert preview.mapping is not None
    assert preview.mapping.name == "The return of work"
    assert preview.mapping.drift == (
        "New since it was last read: Surrey.",
        "No longer there: Kent.",
        "1 figure of earlier periods changed: Essex, April to June 2026: 14 is now 15.",
    )
    (revised,) = preview.revised
    assert (revised.old_value, revised.figure.value) == (Decimal(14), Decimal(15))
    board.write(service.commit(preview, NOW))
    with board.database.session() as session:
        (row,) = everything(session, FileMapping)
    assert "Surrey" in row.seen


def test_a_mapped_file_imported_twice_brings_nothing(
    board: Board, service: ImportService, file: Callable[[str], Path]
) -> None:
    bring_in(board, service, file(FIRST))
    before = board.state()
    again = service.preview(file(FIRST))
    assert (again.counts.new, again.counts.unchanged) == (0, 4)
    with pytest.raises(NothingNewError):
        service.commit(again, NOW)
    assert board.state() == before


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("DFJ area", "Court", "may have become “Court”"),
        ("Our own return of work", "Hearings listed", "is now called “hearings listed”"),
        ("DFJ area,", "Cases in,", "may have become"),
    ],
)
def test_a_change_in_what_the_rules_rest_on_stops_with_a_sentence(
    board: Board,
    service: ImportService,
    file: Callable[[str], Path],
    before: str,
    after: str,
    said: str,
) -> None:
    bring_in(board, service, file(FIRST))
    with pytest.raises(NotRecognisedError, match=said):
        service.preview(file(FIRST.replace(before, after)))


def test_a_column_moved_is_found_again_and_a_new_one_is_not_used(
    board: Board, service: ImportService, file: Callable[[str], Path]
) -> None:
    head = "DFJ area,Period,Talks begun,Talks ended"
    long = f"Return of talks\n{head}\nEssex,January to March 2026,12,3\n"
    turned = "Period,DFJ area,Talks ended,Talks begun,Lost"
    moved = f"Return of talks\n{turned}\nApril to June 2026,Essex,4,13,1\n"
    answers = {
        "measure: Talks begun": Meaning("starts", "Cases started"),
        "measure: Talks ended": None,
    }
    path = file(long)
    preview = service.answered(mapped(board, service, path), answers)
    board.write(service.commit(preview, NOW))
    preview = service.preview(file(moved))
    assert {one.figure.cell for one in preview.taken} == {"D3"}
    assert preview.mapping is not None
    assert any("“Lost” is new" in said for said in preview.mapping.drift)
    assert any("another order" in said for said in preview.mapping.drift)


def test_a_correction_is_kept_for_the_next_time(
    board: Board, service: ImportService, file: Callable[[str], Path]
) -> None:
    mappings = MappingService(board.database)
    seen = mappings.look(file(FIRST))
    draft = mappings.draft(seen, 0)
    assert draft is not None
    columns = tuple(
        replace(one, measure="starts") if one.role is Role.FIGURES else one
        for one in draft.rules.columns
    )
    draft = with_rules(draft, replace(draft.rules, columns=columns))
    applied = mappings.read(seen, 0, draft.rules)
    reading, use = mappings.reading(seen, 0, draft, applied, "The return of work")
    board.write(service.commit(service.understand(reading, mapping=use), NOW))
    preview = service.preview(file(SECOND))
    assert preview.questions == ()
    assert {one.measure_code for one in preview.taken} == {"starts"}


def test_a_mapping_can_be_forgotten(
    board: Board, service: ImportService, file: Callable[[str], Path]
) -> None:
    bring_in(board, service, file(FIRST))
    mappings = MappingService(board.database)
    (row,) = mappings.mappings()
    board.round_trip(mappings.forget(row.id))
    with pytest.raises(NotRecognisedError):
        service.preview(file(SECOND))


def test_two_sheets_that_a_saved_way_would_fit_are_not_chosen_between(
    board: Board,
    service: ImportService,
    file: Callable[[str], Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    bring_in(board, service, file(FIRST))
    mappings = MappingService(board.database)
    seen = mappings.look(file(FIRST))
    twice = replace(seen, sheets=(*seen.sheets, *seen.sheets))
    monkeypatch.setattr(mappings, "look", lambda *_: twice)
    with pytest.raises(NotRecognisedError, match="more than one sheet"):
        mappings.by_saved_mapping(file(FIRST), NotRecognisedError("unknown"))


def test_a_taken_back_import_gives_back_what_it_revised(
    board: Board, service: ImportService, file: Callable[[str], Path]
) -> None:
    bring_in(board, service, file(FIRST))
    before = held(board)
    board.write(service.commit(service.preview(file(SECOND)), NOW + timedelta(hours=1)))
    latest = service.imports()[0]
    (changed,) = service.changes(latest.snapshot.id)
    assert (changed.measure, changed.before.value) == ("Cases started", Decimal(14))
    assert changed.now.value == Decimal(15)
    assert (changed.now.place_label, changed.now.cell) == ("Essex", "C3")
    assert latest.drift[0] == "New since it was last read: Surrey."
    assert [(one.sheet, one.taken) for one in latest.sheets] == [("", 6)]
    board.write(service.undo(latest.snapshot.id))
    assert held(board) == before
    with board.database.session() as session:
        measure = everything(session, Measure)[0]
    series = FigureService(board.database).series(measure.id, PlaceKind.AREA, "ESST", TODAY)
    assert series is not None
    assert [point.value for point in series.points] == [12, 14]
