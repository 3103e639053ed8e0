"""Cards, counts, Today, narratives and papers say one thing of one measure."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, NamedTuple
from uuid import uuid4

from hypothesis import given, settings
from hypothesis import strategies as st

from lfjb_desk.analysis.measure_status import measure_status
from lfjb_desk.analysis.narrative.measure_narrative import tell
from lfjb_desk.analysis.narrative.place_narrative import tell_place
from lfjb_desk.analysis.spc.signals import Watched, latest
from lfjb_desk.analysis.target_status import verdict_words
from lfjb_desk.domain.drivers import DriverMeasure
from lfjb_desk.domain.figures.figures import Polarity
from lfjb_desk.domain.formatting import listed, lower_first
from lfjb_desk.domain.governance.groups import Group, GroupKind
from lfjb_desk.domain.read_models.figures.control import LimitsStatus, Side
from lfjb_desk.domain.read_models.figures.messages import MessageFinding
from lfjb_desk.domain.read_models.figures.narratives import ShownNarrative
from lfjb_desk.papers.parts.common import NOTHING
from lfjb_desk.papers.parts.control_lines import signal_cell
from lfjb_desk.papers.parts.figures import claim
from lfjb_desk.papers.parts.report_data import BoardReportData, Performance, PerformanceReportData
from lfjb_desk.papers.parts.series_chart import since_cell
from lfjb_desk.papers.performance import performance_paper
from lfjb_desk.services.drivers.driver_page import progress
from lfjb_desk.ui.look.theme import StatusTone
from lfjb_desk.ui.pages.drivers.table import way
from lfjb_desk.ui.pages.performance.dashboard.board import FILTERS
from lfjb_desk.ui.pages.performance.dashboard.multiple import Multiple
from lfjb_desk.ui.pages.performance.series_charts import chart_of
from lfjb_desk.ui.pages.performance.series_words import aim_status
from lfjb_desk.ui.pages.today.signals import SignalsCard
from lfjb_desk.ui.signals import signal_words, tone
from tests.analysis.invented_series import TOWARD, invented
from tests.analysis.labels import WORDS
from tests.ui.pages.hands import words

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from lfjb_desk.domain.blocks import Line
    from lfjb_desk.domain.read_models.figures.series import Series
    from lfjb_desk.ui.shell.contract import Desk

QUIET = {
    MessageFinding.ORDINARY,
    MessageFinding.STOOD_OUT,
    MessageFinding.RUN_ENDED,
    MessageFinding.TREND_ENDED,
}
"""What a message finds of figures that vary as usual."""
CARDS = 120
"""So many series are shown by real cards."""
seeds = st.integers(0, 100_000)
often = settings(max_examples=300, deadline=None)


class Expected(NamedTuple):
    """What is true of a series, worked out from its chart and target alone."""

    way: str
    """What the rule of the signal calls it; empty without a signal."""
    liking: str
    """`better`, `worse` or empty."""
    is_quiet: bool
    is_still: bool
    is_met: bool | None


def expected(series: Series) -> Expected:
    """Return what a person of statistics says of a series."""
    control, polarity, newest = series.control, series.measure.polarity, series.latest.value
    assert control is not None
    way = liking = ""
    if control.signal is not None:
        cause = control.signal.cause
        way = WORDS[cause.rule][cause.side is Side.LOW]
        better = {Polarity.LOWER: Side.LOW, Polarity.HIGHER: Side.HIGH}.get(polarity)
        if better is not None:
            liking = "better" if cause.side is better else "worse"
    met = None
    if series.target is not None and newest is not None:
        ends = [end for end in (series.target.low, series.target.high) if end is not None]
        met = {
            Polarity.LOWER: newest <= max(ends),
            Polarity.HIGHER: newest >= min(ends),
        }.get(polarity, _lies_in(series))
    quiet = not way and control.limits is LimitsStatus.FIRM
    return Expected(way, liking, quiet, control.limits.still, met)


def _lies_in(series: Series) -> bool:
    target, newest = series.target, series.latest.value
    assert target is not None
    assert newest is not None
    return (target.low is None or target.low <= newest) and (
        target.high is None or newest <= target.high
    )


def text(line: Line) -> str:
    return line if isinstance(line, str) else "".join(span.text for span in line)


def card_words(truth: Expected, series: Series) -> str:
    """Return what a card is to say of the signal."""
    if truth.way:
        return ", ".join(
            part for part in (truth.way[:1].upper() + truth.way[1:], truth.liking) if part
        )
    if truth.is_quiet:
        return "No change"
    if truth.is_still:
        return "Too little variation to judge"
    has_figure = any(value is not None for value in series.values)
    return "Too few to judge" if has_figure else "No figures to judge"


def paper_words(truth: Expected, series: Series) -> str:
    """Return what the row of a paper is to say of target and signal."""
    if truth.is_met is not False:
        return paper_signal(truth, series)
    return f"{verdict_words(series)}\n{paper_signal(truth, series)}"


def paper_signal(truth: Expected, series: Series) -> str:
    """Return what the row of a paper is to say of the signal."""
    if truth.liking:
        return {"better": "♦ Better, ", "worse": "■ Worse, "}[truth.liking] + truth.way
    if truth.way:
        assert series.control is not None
        assert series.control.signal is not None
        sign = {Side.HIGH: "▲", Side.LOW: "▼"}[series.control.signal.cause.side]
        return f"{sign} {truth.way[:1].upper()}{truth.way[1:]}"
    if truth.is_quiet:
        return "► No change"
    if truth.is_still:
        return f"{NOTHING} Too little variation"
    has_figure = any(value is not None for value in series.values)
    return f"{NOTHING} {'Too few' if has_figure else 'No figures'} to judge"


@often
@given(seeds)
def test_the_card_the_counts_and_the_drivers_say_what_is_true(seed: int) -> None:
    series = invented(seed)
    truth = expected(series)
    assert signal_words(series.status) == card_words(truth, series)
    assert (tone(series.status) is StatusTone.SAME) == (not truth.way)
    counted = {key: keeps(series) for key, keeps in FILTERS.items()}
    assert counted == {
        "all": True,
        "signal": bool(truth.way),
        "worse": truth.liking == "worse",
        "missed": truth.is_met is False,
    }
    sign, verdict = aim_status(series)
    assert (sign is StatusTone.GOOD, sign is StatusTone.MISSED) == (
        truth.is_met is True,
        truth.is_met is False,
    )
    assert bool(verdict) == (series.target is not None)
    link = DriverMeasure(area_driver_id=uuid4(), measure_id=series.measure.id)
    driver = progress(link, series.measure, series, series.place)
    if driver.now is not None:
        assert way(driver) == (tone(series.status), card_words(truth, series))
        assert driver.sentence.startswith(f"{series.narrative.front}.")
    assert (" is met." in driver.sentence) == (truth.is_met is True)
    assert (" is not met:" in driver.sentence) == (truth.is_met is False)


@often
@given(seeds)
def test_the_narratives_say_what_is_true(seed: int) -> None:
    series = invented(seed)
    truth = expected(series)
    words = tell(series)
    more, of_place = " ".join(words.more), " ".join(tell_place("Northshire", [series]))
    assert words.message is not None
    if series.latest.value is not None:
        assert (words.message.finding is MessageFinding.SIGNAL) == bool(truth.way)
        assert (words.message.finding in QUIET) == truth.is_quiet
    # Where two of three lie near a limit on the other side, neither is said.
    assert (", which is better" in words.front) <= (truth.liking == "better")
    assert (", which is worse" in words.front) <= (truth.liking == "worse")
    assert (" target " in more and " is met." in more) == (truth.is_met is True)
    assert (" is not met:" in more) == (truth.is_met is False)
    assert ", which is" not in more
    assert ("something changed" in of_place) == bool(truth.way)
    assert (f": {lower_first(words.front)}" in of_place) == bool(truth.way)
    assert ("varies as usual" in of_place) == truth.is_quiet
    assert ("to be judged" in of_place) == (not truth.way and not truth.is_quiet)
    assert ("The target is met" in of_place) == (truth.is_met is True)
    assert ("The target is not met" in of_place) == (truth.is_met is False)


@often
@given(seeds)
def test_the_rows_and_titles_of_papers_say_what_is_true(seed: int) -> None:
    series = invented(seed)
    truth = expected(series)
    assert text(signal_cell(series)) == paper_words(truth, series)
    assert (since_cell(series) == "None") == (not truth.way)
    asks = bool(truth.way) or truth.is_met is False
    assert Performance(series, None, linked=False).paged == asks
    if series.latest.value is not None:
        # The chart, Today and the claim of a paper take one message.
        front = series.narrative.front
        assert lower_first(front) in claim(series)
        assert chart_of(series).summary.startswith(front)
        assert not {"rising", "falling"} & set(front.split())  # said by what the figures did


@often
@given(seeds)
def test_the_view_of_all_areas_gives_a_measure_the_same_status(seed: int) -> None:
    series = invented(seed)
    assert series.control is not None
    starts = [
        next(n for n, point in enumerate(series.points, 1) if point.start >= step.starts)
        for step in series.steps
    ]
    watched = Watched(
        [point.value for point in series.points],
        TOWARD[series.measure.polarity],
        starts or None,
        rules=series.control.rules,
    )
    (newest,) = latest([watched])
    status = measure_status(series.measure.polarity, newest.limits, newest.signal)
    assert status == replace(series.status, target=status.target, miss=status.miss)


def test_the_cards_and_today_show_what_is_true(qtbot: QtBot, desk: Desk) -> None:
    today = SignalsCard(desk)
    qtbot.addWidget(today)
    today.show()
    for seed in range(CARDS):
        series = invented(seed)
        truth, has_signal = expected(series), series.status.signal is not None
        card = Multiple(desk.theme, desk.icons, "grid")
        qtbot.addWidget(card)
        card.show_series(series, [series])
        assert f", {card_words(truth, series)}" in card.accessibleName(), seed
        assert ("Target not met" in card.accessibleName()) == (truth.is_met is False), seed
        today.show_figures([series], [series])
        shown = words(today).split("\n")
        assert ("Signals" in shown[0]) == has_signal, seed
        assert ("argets missed" in shown[0]) == (truth.is_met is False), seed
        assert series.narrative.front in shown, seed


def test_the_count_over_a_paper_is_the_count_over_the_cards() -> None:
    many = [invented(seed) for seed in range(CARDS)]
    truths = [expected(series) for series in many]
    judged = sum(bool(truth.way) or truth.is_quiet for truth in truths)
    better, worse = (sum(truth.liking == word for truth in truths) for word in ("better", "worse"))
    signals = sum(map(FILTERS["signal"], many))
    group = Group(area_id=uuid4(), name="Board", kind=GroupKind.BOARD)
    board = BoardReportData(group, "Board", "Northshire", "", "", date(2026, 11, 23))
    whole = ShownNarrative("", "", (), edited=False, stale=False, figures="", written_at=None)
    measures = tuple(Performance(series, None) for series in many)
    paper = performance_paper(
        PerformanceReportData(board, "Northshire", of_area=True, whole=whole, measures=measures,
                         missing=(), others=(), files=())
    )  # fmt: skip
    parts = [f"{better} better", f"{worse} worse"]
    if neither := signals - better - worse:
        parts.append(f"{neither} where neither way is better")
    counted = f"{CARDS} measures, {judged} judged. {signals} signals: {listed(parts)}."
    assert counted in repr(paper)
