"""Words about figures: the desk's own, a person's, and when those no longer hold."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from lfjb_desk.analysis.target_status import outlook_words, verdict_words
from lfjb_desk.domain.changes import Change, RuleError, added, edited
from lfjb_desk.domain.figures.figures import Measure, Observation, Polarity, Snapshot
from lfjb_desk.domain.figures.targets import NATION, TargetPlace
from lfjb_desk.domain.places import PlaceKind
from lfjb_desk.domain.read_models.figures.series import ActionMark, Series
from lfjb_desk.services.figures.control import ControlService
from lfjb_desk.services.figures.figures import FigureService
from lfjb_desk.services.figures.narratives import NarrativeService, fingerprint

if TYPE_CHECKING:
    from tests.services.conftest import Board

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
WEEKS = Measure(
    code="weeks",
    name="Length of care cases",
    definition="invented",
    unit="weeks",
    polarity=Polarity.LOWER,
    source="invented",
)
FILE = Snapshot(
    file_name="weeks.csv",
    sha256="c" * 64,
    layout="invented",
    publisher="Cafcass",
    imported_at=NOW,
    read=1,
    new=1,
    unchanged=0,
    revised=0,
    refused=0,
)
STEADY = (40, 43, 39, 42, 41, 38, 42, 40, 43, 39, 41, 42)
HIGH = (47, 48, 46, 49, 47, 48, 49, 48)

SIGNAL = (
    "Length of care cases: 48 weeks, down from 49: all three figures are unusually high, "
    "which is worse."
)


def observed(number: int, value: int, cell: str = "") -> Observation:
    year, month = 2021 + number // 4, 1 + 3 * (number % 4)
    last = {1: 31, 4: 30, 7: 30, 10: 31}[month]
    return Observation(
        snapshot_id=FILE.id,
        measure_id=WEEKS.id,
        place_kind=PlaceKind.AREA,
        place_code="ESST",
        place_label="Essex",
        period_start=date(year, month, 1),
        period_end=date(year, month + 2, last),
        period_label=f"{year} Q{number % 4 + 1}",
        value=Decimal(value),
        publisher="Cafcass",
        sheet="Table",
        cell=cell or f"B{number}",
    )


@pytest.fixture
def rows(board: "Board") -> list[Observation]:
    held = [observed(number, value) for number, value in enumerate(STEADY + HIGH)]
    facts = (Measure(**WEEKS.model_dump()), Snapshot(**FILE.model_dump()), *held)
    board.write(Change("Figures", tuple(added(row) for row in facts)))
    return held


def series_of(board: "Board") -> Series:
    (series,) = FigureService(board.database).for_area(board.area, TODAY)
    return series


@pytest.mark.usefixtures("rows")
def test_a_narrative_says_what_changed_since_when_and_how_sure(board: "Board") -> None:
    figures = FigureService(board.database)
    board.write(
        figures.set_target(WEEKS.id, NATION, None, Decimal(26), date(2014, 4, 1), "statute")
    )
    told = NarrativeService(board.database).for_series(series_of(board), None, TODAY)
    assert told.front == (
        "48 weeks, down from 49: all three figures are unusually high, which is worse"
    )
    assert told.text == " ".join((f"{told.front}.", *told.more))
    assert (told.edited, told.stale, told.written_at) == (False, False, None)
    assert "This is more than ordinary ups and downs." in told.more
    assert "The target of at most 26 weeks is not met: the figure is 22 weeks above it." in (
        told.more
    )
    # A signal says that something has changed, so nothing is promised while nothing changes.
    assert "While nothing changes" not in told.text
    assert series_of(board).narrative.note == (
        "Judged by the rules NHS-R 0.2.2; limits from 20 figures, January 2021 to December 2025.",
    )


@pytest.mark.usefixtures("rows")
def test_a_closed_action_stands_beside_the_figures_without_a_claim(board: "Board") -> None:
    closed = ActionMark(uuid4(), "ESST-A-014", "List earlier", date(2025, 2, 3))
    series = replace(series_of(board), marks=(closed,))
    told = NarrativeService(board.database).for_series(series, None, TODAY)
    assert told.more[-2:] == (
        "Action ESST-A-014 was closed on 3 February 2025.",
        "The figures cannot say whether it made a difference.",
    )


@pytest.mark.usefixtures("rows")
def test_a_persons_words_are_shown_and_can_be_withdrawn(board: "Board") -> None:
    service = NarrativeService(board.database)
    series = series_of(board)
    board.round_trip(service.write(series, "  Longer since 2024. ", NOW))
    told = service.for_series(series, None, TODAY)
    assert (told.text, told.edited, told.stale) == ("Longer since 2024.", True, False)
    assert told.written_at is not None
    board.write(service.write(series, "Much longer since 2024.", NOW))
    assert service.for_series(series, None, TODAY).text == "Much longer since 2024."
    board.write(service.withdraw(series))
    assert not service.for_series(series, None, TODAY).edited
    with pytest.raises(RuleError, match="the desk's own"):
        service.withdraw(series)


def test_words_are_stale_when_a_figure_changes_and_only_then(
    board: "Board", rows: list[Observation]
) -> None:
    service = NarrativeService(board.database)
    board.write(service.write(series_of(board), "Longer since 2024.", NOW))
    same = Change("As 48.0", (edited(rows[-1], value=Decimal("48.00")),))
    if any(edit.after for edit in same.edits):
        board.write(same)
    assert not service.for_series(series_of(board), None, TODAY).stale
    newer = observed(len(rows) - 1, 44, "C9")
    newer.replaces_id = rows[-1].id
    board.write(Change("Revise", (edited(rows[-1], current=False), added(newer))))
    told = service.for_series(series_of(board), None, TODAY)
    assert (told.text, told.stale) == ("Longer since 2024.", True)
    assert "The newest figure has been revised." in told.more


@pytest.mark.usefixtures("rows")
def test_words_are_stale_when_the_target_changes(board: "Board") -> None:
    before = fingerprint([series_of(board)])
    figures = FigureService(board.database)
    board.write(figures.set_target(WEEKS.id, NATION, None, Decimal(30), date(2025, 1, 1), "board"))
    assert fingerprint([series_of(board)]) != before


@pytest.mark.usefixtures("rows")
def test_words_are_stale_when_limits_start_anew_from_a_day(board: "Board") -> None:
    before = fingerprint([series_of(board)])
    day = series_of(board).points[2].start
    control = ControlService(board.database)
    board.write(control.add_step(WEEKS.id, PlaceKind.AREA, "ESST", day, "A courtroom closed"))
    assert fingerprint([series_of(board)]) != before


@pytest.mark.usefixtures("rows")
def test_a_place_is_told_over_all_its_measures(board: "Board") -> None:
    service = NarrativeService(board.database)
    told = service.for_place(PlaceKind.AREA, "ESST", TODAY)
    assert told.more == (
        "1 measure has figures for Essex.",
        SIGNAL,
        "Figures show that something changed, and not why.",
    )
    board.round_trip(service.write_for_place(PlaceKind.AREA, "ESST", "All is slower.", TODAY, NOW))
    assert service.for_place(PlaceKind.AREA, "ESST", TODAY).text == "All is slower."
    board.write(service.withdraw_for_place(PlaceKind.AREA, "ESST"))
    with pytest.raises(RuleError, match="the desk's own"):
        service.withdraw_for_place(PlaceKind.AREA, "ESST")


def test_a_place_without_figures_says_so(board: "Board") -> None:
    told = NarrativeService(board.database).for_place(PlaceKind.REGION, "East", TODAY)
    assert told.text == "No figure is held for East."


@pytest.mark.usefixtures("rows")
def test_empty_and_endless_words_are_refused(board: "Board") -> None:
    service = NarrativeService(board.database)
    with pytest.raises(RuleError, match="at least a sentence"):
        service.write(series_of(board), "  ", NOW)
    with pytest.raises(RuleError, match="at most 4,000"):
        service.write(series_of(board), "a" * 4001, NOW)


@pytest.mark.usefixtures("rows")
def test_old_figures_are_called_by_their_age(board: "Board") -> None:
    service = NarrativeService(board.database)
    told = service.for_series(series_of(board), None, date(2027, 2, 1))
    assert told.more[-1] == ("The newest figure is for a period that ended 14 months ago.")


@pytest.mark.usefixtures("rows")
def test_each_period_has_the_target_then_in_force(board: "Board") -> None:
    figures = FigureService(board.database)
    first, second = date(2021, 1, 1), date(2024, 1, 1)
    old = figures.set_target(
        WEEKS.id, NATION, None, Decimal(44), first, "board", ends=date(2023, 12, 31)
    )
    board.write(old)
    board.write(
        figures.set_target(
            WEEKS.id, TargetPlace(area_id=board.area), Decimal(26), Decimal(30), second, "own"
        )
    )
    series = series_of(board)
    assert [aim.high if aim else None for aim in series.aims] == [Decimal(44)] * 12 + [
        Decimal(30)
    ] * 8
    assert verdict_words(series) == "Target not met by 18 weeks"
    assert series.control is not None
    assert outlook_words(series) == ""  # during a signal
    quiet = replace(series, control=replace(series.control, signal=None))
    assert outlook_words(quiet) == (
        "While nothing changes, the target of 26 to 30 weeks will not be met."
    )
