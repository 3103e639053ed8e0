"""Messages hold of the figures that a file brought in: imported, stored and read back.

Every kind of series is saved as a file, imported by the program itself and told from the database;
an independent reader holds each word against the figures as they were before.
"""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from lfjb_desk.domain.changes import Change, added
from lfjb_desk.domain.figures.figures import Measure
from lfjb_desk.domain.places import AreaName, PlaceKind, fold
from lfjb_desk.papers.parts.figures import claim
from lfjb_desk.services.figures.control import ControlService
from lfjb_desk.services.figures.figures import FigureService
from lfjb_desk.services.figures.narratives import NarrativeService
from lfjb_desk.services.imports.imports import ImportService
from lfjb_desk.services.papers.exports import ExportService
from tests.analysis.narrative.invented_kinds import KINDS, invented_of
from tests.analysis.narrative.truth_front import read_front
from tests.analysis.narrative.truth_more import read_back

if TYPE_CHECKING:
    from lfjb_desk.domain.read_models.figures.series import Series
    from tests.services.conftest import Board

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
TODAY = date(2026, 11, 23)
EACH = 6
"""So many series of each kind go through the database."""


def of_kind(kind: str) -> list["Series"]:
    """Return some series of a kind, as figures of an area that the board knows."""
    found = []
    for seed in range(EACH):
        series = invented_of(kind, seed)
        name = f"{series.measure.name} {kind} {seed}".replace(" per ", " each ")
        measure = Measure(**{**series.measure.model_dump(), "name": name})
        found.append(replace(series, measure=measure, place="Essex", place_code="ESST", peer=None))
    return found


def _measure(series: "Series") -> Measure:
    return series.measure


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_told_from_the_database_is_true_of_the_figures_in_the_file(
    board: "Board", tmp_path: Path, kind: str
) -> None:
    invented = of_kind(kind)
    essex = AreaName(
        place_kind=PlaceKind.AREA,
        place_code="ESST",
        publisher="Ministry",
        name="Essex",
        folded=fold("Essex"),
        source="invented",
    )
    board.write(Change("Facts", tuple(added(row) for row in (essex, *map(_measure, invented)))))
    file = ExportService().write_csv(tmp_path / "figures.csv", invented)
    imports = ImportService(board.database)
    preview = imports.preview(file)
    assert not preview.refused
    assert not preview.questions
    board.write(imports.commit(preview, NOW))
    control = ControlService(board.database)
    for series in invented:
        for step in series.steps:
            spot = (series.measure.id, PlaceKind.AREA, "ESST")
            board.write(control.add_step(*spot, step.starts, step.reason))
    loaded = {
        series.measure.code: series
        for series in FigureService(board.database).for_area(board.area, TODAY)
    }
    assert set(loaded) == {series.measure.code for series in invented}
    for original in invented:
        stored = loaded[original.measure.code]
        front = stored.narrative.front
        published = [p for p in original.points if p.value is not None or p.marker]
        known = [(p.start, p.value) for p in stored.points if p.value is not None or p.marker]
        assert known == [(point.start, point.value) for point in published]
        assert read_front(stored, front)
        assert read_back(stored, None, (*stored.narrative.more, *stored.narrative.full_note), TODAY)
        narrative = NarrativeService(board.database).for_series(stored, None, TODAY)
        assert narrative.front == front
        assert front in claim(stored) or front[1:] in claim(stored)
