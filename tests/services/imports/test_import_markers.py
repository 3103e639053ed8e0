"""A marker with two meanings waits for an answer; it is never taken for either by itself."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from lfjb_desk.domain.changes import Change, added
from lfjb_desk.domain.figures.figures import Measure, Observation, Polarity
from lfjb_desk.domain.places import AreaName, PlaceKind, fold
from lfjb_desk.importers.figures import Figure, Reading
from lfjb_desk.importers.language.markers import asks_about
from lfjb_desk.services.imports.imports import ImportService, NothingNewError
from lfjb_desk.store.queries.lookup import everything

if TYPE_CHECKING:
    from tests.services.conftest import Board

NOW = datetime(2026, 11, 23, 9, 14, tzinfo=UTC)


def figure(cell: str, quarter: int, value: str | None, marker: str | None) -> Figure:
    return Figure(
        measure_code="s31_mean_weeks",
        place_label="Essex",
        place_hint="",
        place_kind="area",
        period_label=f"Q{quarter}",
        period_start=date(2025, quarter * 3 - 2, 1),
        period_end=date(2025, quarter * 3, 28),
        value=None if value is None else Decimal(value),
        marker=marker,
        sheet="Table",
        cell=cell,
    )


@pytest.fixture
def read() -> Reading:
    """Hold a figure, two spellings of the doubtful marker, and a clear one."""
    figures = (
        figure("B2", 1, "41", None),
        figure("C2", 2, None, "NA"),
        figure("D2", 3, None, "N/A"),
        figure("E2", 4, None, "[c]"),
    )
    blank = Reading("x.csv", "a" * 64, "A table", "Cafcass", 1, (), figures, (), ())
    return replace(blank, asks=asks_about(figures))


@pytest.fixture
def service(board: "Board") -> ImportService:
    measure = Measure(
        code="s31_mean_weeks",
        name="Length of care cases",
        definition="Mean weeks.",
        unit="weeks",
        polarity=Polarity.LOWER,
        source="invented",
    )
    name = AreaName(
        place_kind=PlaceKind.AREA,
        place_code="ESST",
        publisher="Cafcass",
        name="Essex",
        folded=fold("Essex"),
        source="invented",
    )
    board.write(Change("Facts", (added(measure), added(name))))
    return ImportService(board.database)


def stored(board: "Board") -> dict[str, str | None]:
    with board.database.session() as session:
        return {row.cell: row.marker for row in everything(session, Observation)}


def test_the_figures_of_a_doubtful_marker_wait_and_are_listed(
    board: "Board", service: ImportService, read: Reading
) -> None:
    preview = service.understand(read)

    assert [(one.about, one.key, one.cells) for one in preview.questions] == [
        ("marker", "marker: NA", (("Table", "C2"),)),
        ("marker", "marker: N/A", (("Table", "D2"),)),
    ]
    assert [(c.code, c.name) for c in preview.questions[0].choices] == [
        ("[x]", "not available"),
        ("[z]", "not applicable"),
    ]
    assert (preview.counts.new, preview.counts.asked) == (2, 2)
    board.write(service.commit(preview, NOW))
    assert stored(board) == {"B2": None, "E2": "[c]"}
    (line,) = service.imports()
    assert len(line.questions) == 2


def test_an_answer_says_which_is_meant_and_leaving_out_is_listed(
    board: "Board", service: ImportService, read: Reading
) -> None:
    preview = service.understand(read)
    answers = {"marker: NA": preview.questions[0].choices[1], "marker: N/A": None}
    settled = service.answered(preview, answers)

    assert settled.questions == ()
    assert [one.reason for one in settled.refused] == ["“N/A” was left out, as you chose."]
    board.round_trip(service.commit(settled, NOW))
    assert stored(board) == {"B2": None, "C2": "[z]", "E2": "[c]"}
    with pytest.raises(NothingNewError):
        service.commit(service.answered(preview, answers), NOW)


def test_a_table_that_names_no_known_place_may_be_settled_as_a_nation(
    board: "Board", service: ImportService, read: Reading
) -> None:
    title = "Care applications of all courts by month"
    asked = replace(read.figures[0], place_label=title, place_kind=None)
    preview = service.understand(replace(read, figures=(asked,), asks=()))

    (question,) = preview.questions
    england = next(one for one in question.choices if one.code == "England")
    settled = service.answered(preview, {question.key: england})

    assert [(one.kind, one.code) for one in settled.taken] == [(PlaceKind.NATION, "England")]
