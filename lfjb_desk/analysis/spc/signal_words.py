"""What a control chart says, in plain words: what changed, since when and how sure that is."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from lfjb_desk.analysis.spc.rules import rule_set
from lfjb_desk.analysis.trends import begins_at, period_words
from lfjb_desk.domain.formatting import MARKERS, count, figure, marker_codes
from lfjb_desk.domain.read_models.figures.control import (
    ControlChart,
    LimitsStatus,
    SpecialCauseRule,
)
from lfjb_desk.domain.read_models.figures.status import Judgement, Welcome

if TYPE_CHECKING:
    from lfjb_desk.domain.read_models.figures.control import Phase, Signal
    from lfjb_desk.domain.read_models.figures.series import Series

MEANING = {
    Welcome.BETTER: "this is a signal of improvement.",
    Welcome.WORSE: "this is a signal of concern.",
    Welcome.NEITHER: "this is a signal; neither way is better.",
}
QUALIFYING = ("[p]", "[e]", "[f]", "[u]")
"""The codes that say of a figure how far it can be trusted."""
FEW_TO_SAY = 2
"""With fewer figures there is nothing to say about limits."""


def period_at(series: Series, index: int) -> str:
    """Return the period of a point in our own words."""
    point = series.points[index]
    return period_words(series.series_key.frequency, point.start, point.end)


def change_words(series: Series) -> list[str]:
    """Return which rule picks out the newest figure and since when, or that none does."""
    chart, status = series.control, series.status
    if chart is None or chart.current is None:
        return []
    if status.judgement is Judgement.NO_CHANGE:
        return _usual(series, chart, chart.current)
    if status.signal is None:
        return []
    sentences = [_rule_words(series, chart, status.signal)]
    rule, judges = status.signal.cause.rule, f"the rules {chart.rules}"
    if rule is SpecialCauseRule.DRIFT:
        judges = "the test of Mann and Kendall"
    elif rule is not SpecialCauseRule.SHIFT and status.signal.run >= rule_set(chart.rules).shift:
        sentences.append(_shift(series, chart, status.signal))
    sentences.append(f"By {judges} {MEANING[status.welcome]}")
    return sentences


def expected_words(series: Series) -> str:
    """Return between which figures the next may lie; empty during a signal, and without limits.

    A signal says that something has changed, so limits of the time before promise nothing.
    """
    chart = series.control
    is_quiet = chart and chart.limits is LimitsStatus.FIRM and series.status.signal is None
    phase = chart.current if chart and is_quiet else None
    if phase is None or phase.lpl is None or phase.upl is None:
        return ""
    unit, decimals = series.measure.unit, series.measure.decimals
    low = figure(_decimal(phase.lpl), "", decimals) if phase.lpl > 0 else ""
    whole = 100.0 if unit == "%" else float("inf")
    if phase.upl >= whole:
        low = figure(_decimal(phase.lpl), unit, decimals) if low else ""
        ends = f"of {low} or more" if low else ""
    else:
        high = figure(_decimal(phase.upl), unit, decimals)
        ends = f"from {low} to {high}" if low else f"of up to {high}"
    return f"While nothing changes, figures {ends} are to be expected." if ends else ""


def step_words(series: Series) -> str:
    """Return from when the limits are worked out anew, and why; empty without a step or a gap."""
    chart = series.control
    if chart is None or chart.current is None:
        return ""
    first = chart.current.first
    gap = _gap_before(chart, first)
    starts = [point.start for point in series.points]
    begins = [(begins_at(starts, step.starts), step.reason) for step in series.steps]
    reasons = [reason for index, reason in begins if index and first - gap <= index <= first]
    if reasons:
        return f"The limits start anew from {period_at(series, first)}: {reasons[-1].rstrip('.')}."
    if not gap or first == gap:
        return ""
    periods = count(gap, series.series_key.frequency.noun)
    return (
        f"The limits start anew from {period_at(series, first)}: {periods} before have no figure."
    )


def _gap_before(chart: ControlChart, first: int) -> int:
    """Return how many periods without a figure end the stretch before one that begins there."""
    begins = first
    for phase in reversed(chart.phases):
        if phase.last == begins - 1 and not phase.figures:
            begins = phase.first
    return first - begins


def sure_words(series: Series) -> list[str]:
    """Return how far the figures can be trusted: how many, provisional, revised and missing."""
    chart, marker = series.control, series.latest.marker
    sentences = []
    if chart is not None and chart.current and chart.current.figures >= FEW_TO_SAY:
        sentences.append(_limits(chart, chart.current.figures))
    if series.latest.value is not None and marker:
        codes = [code for code in marker_codes(marker) if code in QUALIFYING]
        sentences += [f"The newest figure is {MARKERS[code]}." for code in codes]
    published = [point for point in series.points if point.observation_id or point.source]
    revised = sum(point.revised for point in published)
    if revised:
        sentences.append(
            f"Since they were first held, {revised} of the {len(published)} figures changed."
        )
    missing = sum(point.value is None for point in series.points)
    if missing and len(series.points) > missing + 1:
        verb = "has" if missing == 1 else "have"
        sentences.append(f"{count(missing, series.series_key.frequency.noun)} {verb} no figure.")
    return sentences


def _usual(series: Series, chart: ControlChart, phase: Phase) -> list[str]:
    sentences = ["The figures vary as usual: no rule picks out the newest."]
    flagged = [
        index for index in range(phase.first, phase.last + 1) if chart.causes[index] is not None
    ]
    if flagged:
        sentences.append(
            f"The last that a rule picked out was for {period_at(series, flagged[-1])}."
        )
    return sentences


def _limits(chart: ControlChart, figures: int) -> str:
    """Return what the limits are worth, given how many figures there are in the last stretch."""
    amount = f"There are {figures} figures"
    nothing = "" if chart.signal else ", so nothing is judged"
    row = f"fewer than {chart.row_wanted} in a row"
    return {
        LimitsStatus.FIRM: f"{amount}, enough for firm limits.",
        LimitsStatus.TRIAL: f"{amount}, {row}, so the limits are trial limits.",
        LimitsStatus.TOO_FEW: f"{amount}, {row}, so nothing is judged.",
        LimitsStatus.NONE: f"{amount}, but no two follow each other, so nothing is judged.",
        LimitsStatus.FLAT: f"{amount}, too much alike for limits{nothing}.",
        LimitsStatus.NEARLY_FLAT: f"{amount}, nearly all of them the same{nothing}.",
        LimitsStatus.EMPTY: "",
    }[chart.limits]


def _rule_words(series: Series, chart: ControlChart, signal: Signal) -> str:
    at = signal.at
    match signal.cause.rule:
        case SpecialCauseRule.SHIFT:
            return _shift(series, chart, signal)
        case SpecialCauseRule.TREND:
            return _trend(series, chart, signal)
        case SpecialCauseRule.PAIR:
            return _pair(series, chart, at)
        case SpecialCauseRule.MOVE:
            return _move(series, at)
        case SpecialCauseRule.OUTSIDE:
            return _outside(series, chart, signal)
        case SpecialCauseRule.DRIFT:
            return _drift(series, chart, signal)


def _outside(series: Series, chart: ControlChart, signal: Signal) -> str:
    at = signal.at
    side, end = ("above the upper", chart.upl) if signal.high else ("below the lower", chart.lpl)
    value, limit = _shown(series, chart.values[at]), _shown(series, end[at])
    if limit == value:  # a figure just beyond a limit would look like the limit itself
        limit = _shown(series, end[at], finer=1)
    return f"The figure for {period_at(series, at)} lies {side} limit of {limit}."


def _drift(series: Series, chart: ControlChart, signal: Signal) -> str:
    """Return where figures stood that are too much alike for limits, and where they stand."""
    way = "up" if signal.high else "down"
    first, last = (
        _shown(series, chart.values[signal.since]),
        _shown(series, chart.values[signal.at]),
    )
    return (
        f"The figures drift {way}, from {first} in {period_at(series, signal.since)} "
        f"to {last} in {period_at(series, signal.at)}."
    )


def _shift(series: Series, chart: ControlChart, signal: Signal) -> str:
    at, run = signal.at, signal.run
    value, mean = chart.values[at], chart.mean[at]
    side = "above" if (value or 0) > (mean or 0) else "below"
    average = _shown(series, mean, finer=1)
    first, each = period_at(series, at - run + 1), series.series_key.frequency.noun
    row = f"{count(run, each)} in a row"
    if at == len(series.points) - 1:
        return f"The figure has been {side} its average of {average} since {first}: {row}."
    return f"From {first} the figure was {side} its average of {average}: {row}."


def _trend(series: Series, chart: ControlChart, signal: Signal) -> str:
    """Return the unbroken rise or fall that ends at the newest figure."""
    way = 1 if signal.high else -1
    first = signal.at
    phase = chart.current.first if chart.current else 0
    while first > phase and way * _step(chart, first) > 0:
        first -= 1
    moved, each = ("rose", "rise") if signal.high else ("fell", "fall")
    ends = (
        f"from {_shown(series, chart.values[first])} to {_shown(series, chart.values[signal.at])}"
    )
    return (
        f"After {period_at(series, first)} the figure {moved} {ends}: "
        f"{count(signal.at - first, each)} in a row."
    )


def _step(chart: ControlChart, index: int) -> float:
    now, before = chart.values[index], chart.values[index - 1]
    return 0.0 if now is None or before is None else now - before


def _pair(series: Series, chart: ControlChart, at: int) -> str:
    high = low = 0
    for index in range(at - 2, at + 1):
        value, top, bottom = chart.values[index], chart.near_upl[index], chart.near_lpl[index]
        if value is not None and top is not None and bottom is not None:
            high += value > top
            low += value < bottom
    of_three = f"Of the 3 figures up to {period_at(series, at)}, {high + low} lie close to"
    if high and low:
        return f"{of_three} a limit or beyond it."
    side, end = ("upper", chart.upl[at]) if high else ("lower", chart.lpl[at])
    # Nothing lies below zero, so a limit that does is not worth naming.
    named = f" of {_shown(series, end)}" if end is not None and end > 0 else ""
    return f"{of_three} the {side} limit{named} or beyond it."


def _move(series: Series, at: int) -> str:
    before, now = series.points[at - 1].value, series.points[at].value
    unit, decimals = series.measure.unit, series.measure.decimals
    ends = f"from {figure(before, unit, decimals)} to {figure(now, unit, decimals)}"
    each = series.series_key.frequency.noun
    return f"The figure moved {ends} in one {each}, far more than is usual."


def _decimal(value: float) -> Decimal:
    return Decimal(repr(value))


def _shown(series: Series, value: float | None, finer: int = 0) -> str:
    measure = series.measure
    number = None if value is None else _decimal(value)
    return figure(number, measure.unit, measure.decimals + finer)
