"""What an import leaves behind: exact changes, publishers side by side, nothing taken twice."""

from __future__ import annotations

import zipfile
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from lfjb_desk.domain.changes import Change, added
from lfjb_desk.domain.figures.figures import Measure, Observation, Polarity
from lfjb_desk.domain.places import AreaName, PlaceKind, fold
from lfjb_desk.domain.read_models.figures.series import Frequency
from lfjb_desk.importers.figures import Figure, MeasureHint, Reading
from lfjb_desk.services.figures.figures import FigureService
from lfjb_desk.services.imports.imports import ImportService, NothingNewError
from lfjb_desk.store.queries.lookup import everything

if TYPE_CHECKING:
    from pathlib import Path

    from tests.services.conftest import Board

NOW = datetime(2026, 11, 23, 9, 14, tzinfo=UTC)
LATER = datetime(2026, 11, 24, 9, 14, tzinfo=UTC)
TODAY = date(2026, 11, 24)
CODE = "s31_mean_weeks"
WEEKS = Measure(
    code=CODE,
    name="Length of care cases",
    definition="Mean weeks.",
    unit="weeks",
    polarity=Polarity.LOWER,
    source="invented",
)


def reading(publisher: str, values: dict[tuple[str, str], str], digest: str = "a") -> Reading:
    """Return a file of figures by area and quarter of 2025; a text in brackets is a marker."""
    figures = tuple(
        _figure(place, quarter, said, f"B{row}")
        for row, ((place, quarter), said) in enumerate(values.items(), 2)
    )
    return Reading(
        f"{publisher}.csv",
        digest * 64,
        "Durations",
        publisher,
        len(figures),
        (MeasureHint(CODE, "Length"),),
        figures,
        (),
        (),
    )


def _figure(place: str, quarter: str, said: str, cell: str) -> Figure:
    number, _, marker = said.partition("[")
    month = int(quarter[1]) * 3 - 2
    end = date(2025 + (month == 10), (month + 3) % 12, 1)
    days: dict[str, Any] = {
        "period_start": date(2025, month, 1),
        "period_end": date.fromordinal(end.toordinal() - 1),
    }
    return Figure(
        measure_code=CODE,
        place_label=place,
        place_hint="",
        place_kind="area",
        period_label=f"2025 {quarter}",
        **days,
        value=Decimal(number) if number else None,
        marker=f"[{marker}" if marker else None,
        sheet="Table 8",
        cell=cell,
    )


@pytest.fixture
def service(board: Board) -> ImportService:
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
    board.write(Change("Names", (added(WEEKS.model_copy()), *map(added, names))))
    return ImportService(board.database)


def take(board: Board, service: ImportService, read: Reading, now: datetime = NOW) -> None:
    board.write(service.commit(service.understand(read), now))


def test_a_revised_file_gives_the_exact_list_of_what_it_changed(
    board: Board, service: ImportService
) -> None:
    first = {("Essex", "Q1"): "46", ("Essex", "Q2"): "[c]", ("Kent", "Q1"): "40[p]"}
    then = {**first, ("Essex", "Q1"): "47[r]", ("Essex", "Q2"): "45", ("Kent", "Q2"): "39"}
    then[("Kent", "Q1")] = "40"
    take(board, service, reading("FCSQ", first))
    preview = service.understand(reading("FCSQ", then, "b"))
    assert (preview.counts.new, preview.counts.revised, preview.counts.unchanged) == (1, 3, 0)
    take(board, service, reading("FCSQ", then, "b"), LATER)
    latest = service.imports()[0].snapshot
    assert [
        (
            one.measure,
            one.now.place_label,
            one.now.period_label,
            (one.before.value, one.before.marker),
            (one.now.value, one.now.marker),
            one.now.cell,
        )
        for one in service.changes(latest.id)
    ] == [
        (WEEKS.name, "Essex", "2025 Q1", (Decimal(46), None), (Decimal(47), "[r]"), "B2"),
        (WEEKS.name, "Essex", "2025 Q2", (None, "[c]"), (Decimal(45), None), "B3"),
        (WEEKS.name, "Kent", "2025 Q1", (Decimal(40), "[p]"), (Decimal(40), None), "B4"),
    ]
    assert (latest.new, latest.revised) == (1, 3)


def test_two_publishers_of_one_measure_stand_side_by_side(
    board: Board, service: ImportService
) -> None:
    values = {("Essex", "Q1"): "46", ("Essex", "Q2"): "45"}
    take(board, service, reading("FCSQ", values))
    take(board, service, reading("Cafcass", {**values, ("Essex", "Q1"): "41"}, "b"))
    figures = FigureService(board.database)
    measure_id = next(iter(figures.measures())).id
    found: dict[str, list[int]] = {}
    for publisher in ("FCSQ", "Cafcass"):
        series = figures.series(
            measure_id, PlaceKind.AREA, "ESST", TODAY, publisher, Frequency.QUARTER
        )
        assert series is not None
        assert {one.publisher for one in series.others} == {"FCSQ", "Cafcass"} - {publisher}
        found[publisher] = [int(value) for value in series.values if value is not None]
    assert found == {"FCSQ": [46, 45], "Cafcass": [41, 45]}
    take(board, service, reading("Cafcass", {("Essex", "Q1"): "42"}, "c"), LATER)
    with board.database.session() as session:
        rows = [row for row in everything(session, Observation) if row.current]
    assert {(row.publisher, row.value) for row in rows if row.period_label == "2025 Q1"} == {
        ("FCSQ", Decimal(46)),
        ("Cafcass", Decimal(42)),
    }


def test_a_packed_release_imported_twice_brings_nothing(
    board: Board, service: ImportService, tmp_path: Path
) -> None:
    path = tmp_path / "release.zip"
    table = f"area,period,measure,value\nEssex,2025 Q1,{CODE},46\nKent,2025 Q1,{CODE},40\n"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("durations.csv", table)
        package.writestr("readme.txt", "a note, and nothing else\n")
    board.write(service.commit(service.preview(path), NOW))
    (line,) = service.imports()
    assert {one.sheet for one in line.sheets} == {"durations.csv", "readme.txt"}
    before = board.state()
    again = service.preview(path)
    assert again.imported_before is not None
    assert (again.counts.new, again.counts.unchanged) == (0, 2)
    with pytest.raises(NothingNewError):
        service.commit(again, LATER)
    assert board.state() == before


def test_taking_a_whole_import_back_leaves_what_was_before(
    board: Board, service: ImportService
) -> None:
    take(board, service, reading("FCSQ", {("Essex", "Q1"): "46"}))
    before = board.state()
    take(board, service, reading("FCSQ", {("Essex", "Q1"): "47", ("Kent", "Q1"): "4"}, "b"), LATER)
    board.write(service.undo(service.imports()[0].snapshot.id))
    assert board.state() == before
