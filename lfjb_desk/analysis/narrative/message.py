"""The message of a series, found in its figures and its chart; see `message_words`."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import takewhile
from typing import TYPE_CHECKING

from lfjb_desk.domain.common.months import months_between
from lfjb_desk.domain.formatting import UNNAMED_UNITS, half_up, lower_first
from lfjb_desk.domain.read_models.figures.control import (
    FIRM_RANGES,
    LimitsStatus,
    Side,
    SpecialCauseRule,
)
from lfjb_desk.domain.read_models.figures.messages import Message, MessageFinding, PeriodFigure
from lfjb_desk.domain.read_models.figures.status import Judgement, Welcome

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from lfjb_desk.domain.figures.figures import Measure
    from lfjb_desk.domain.read_models.figures.control import ControlChart, Signal
    from lfjb_desk.domain.read_models.figures.series import Part, Series

OLD_FROM = 12
"""Figures so many months old are told with their period, and called by their age."""
ENDS = {
    SpecialCauseRule.SHIFT: MessageFinding.RUN_ENDED,
    SpecialCauseRule.TREND: MessageFinding.TREND_ENDED,
}
"""What a quiet figure ends, by what picked out the one before."""


def message_of(series: Series, today: date | None = None) -> Message:
    """Return what is to be told first of a series; an old figure is known as one by the day."""
    newest, before = series.latest, series.before
    plain = Message(
        finding=MessageFinding.MISSING,
        measure=series.measure,
        thing=thing_of(series.measure, series.parts),
        value=newest.value,
        marker=newest.marker,
        start=newest.start,
        end=newest.end,
        before=before.value if before else None,
        is_old=today is not None and months_between(newest.end, today) >= OLD_FROM,
        nation=_nation(series),
    )
    if newest.value is None:
        return replace(plain, last=_last(series))
    chart = series.control
    if chart is None or chart.current is None:
        known = sum(value is not None for value in series.values)
        finding = MessageFinding.ALONE if known == 1 else MessageFinding.TOO_FEW
        return replace(plain, finding=finding, figures=known)
    first = chart.current.first
    judged = replace(
        plain,
        steps=_rounded_steps(series, first),
        figures=chart.current.figures,
        missing=chart.missing_before(first),
        anew=series.points[first].start if first and _has_figure(chart.values[:first]) else None,
    )
    signal = series.status.found_signal
    if signal is not None:
        return _signalled(series, chart, signal, judged)
    if series.status.judgement is Judgement.NO_CHANGE:
        return _quiet(chart, judged)
    return replace(judged, finding=_unjudged(series, chart))


def thing_of(measure: Measure, parts: Sequence[Part] = ()) -> str:
    """Return what a figure counts where its unit does not say it; empty where it does.

    `experts per case`, `care applications per 10,000 children`; for a ratio of two measures whose
    names begin alike, `public law cases closed for each one started`.
    """
    counted, per, _ = measure.name.partition(" per ")
    is_named = measure.unit in UNNAMED_UNITS or measure.unit in counted.casefold()
    if per and is_named:
        return lower_first(measure.name)
    if measure.unit == "ratio" and "/" in measure.formula and len(parts) > 1:
        left, right = (part.name.split() for part in parts[:2])
        pairs = takewhile(lambda pair: pair[0] == pair[1], zip(left, right, strict=False))
        alike = len(list(pairs))
        if 0 < alike < min(len(left), len(right)):
            return f"{lower_first(' '.join(left))} for each one {' '.join(right[alike:])}"
    return ""


def _nation(series: Series) -> tuple[str, Decimal] | None:
    value = series.peer.values[-1] if series.peer else None
    return (series.peer.name, value) if series.peer and value is not None else None


def _has_figure(values: Sequence[float | None]) -> bool:
    return any(value is not None for value in values)


def _last(series: Series) -> PeriodFigure | None:
    for point in reversed(series.points):
        if point.value is not None:
            return PeriodFigure(point.value, point.start, point.end)
    return None


def _rounded_steps(series: Series, first: int) -> int:
    """Return in how many periods in a row, up to the newest, the figure rose as it is written.

    Negative for fell. What rounding hides is no step.
    """
    decimals = series.measure.decimals
    values = [None if value is None else half_up(value, decimals) for value in series.values]
    return _steps(values, len(values) - 1, first)


def _steps(values: Sequence[float | Decimal | None], at: int, first: int) -> int:
    """Return in how many periods in a row, up to one, a figure rose; negative where it fell."""
    steps = 0
    while at > first:
        now, before = values[at], values[at - 1]
        if now is None or before is None or now == before:
            break
        way = 1 if now > before else -1
        if steps * way < 0:
            break
        steps, at = steps + way, at - 1
    return steps


def _unjudged(series: Series, chart: ControlChart) -> MessageFinding:
    """Return why nothing can be said of the newest figure."""
    if series.status.judgement is Judgement.NO_VARIATION:
        first = chart.current.first if chart.current else 0
        known = {value for value in chart.values[first:] if value is not None}
        return MessageFinding.STILL if len(known) > 1 else MessageFinding.ALIKE
    if sum(value is not None for value in chart.values) == 1:
        return MessageFinding.ALONE
    figures = chart.current.figures if chart.current else 0
    is_apart = figures > (1 if chart.limits is LimitsStatus.NONE else FIRM_RANGES)
    return MessageFinding.APART if is_apart else MessageFinding.TOO_FEW


def _signalled(series: Series, chart: ControlChart, signal: Signal, judged: Message) -> Message:
    lasting, steps = signal.at - signal.since + 1, judged.steps
    if signal.cause.rule is SpecialCauseRule.SHIFT:
        # A run of small counts lies about the middle of their law: about the average it is longer.
        lasting = _run(chart, signal.at, signal.cause.side)
    if signal.cause.rule is SpecialCauseRule.TREND:
        steps = _steps(chart.values, signal.at, chart.current.first if chart.current else 0)
    begins = series.points[signal.since]
    near = _near(chart, signal.at)
    # One rule set picks out all of three with two near any limit, on whichever side they lie.
    is_mixed = signal.cause.rule is SpecialCauseRule.PAIR and near[not signal.high] > 0
    is_drift = signal.cause.rule is SpecialCauseRule.DRIFT and begins.value is not None
    return replace(
        judged,
        finding=MessageFinding.SIGNAL,
        cause=signal.cause,
        steps=steps,
        lasting=lasting,
        run=_run(chart, signal.at, signal.cause.side),
        near=near,
        drift_from=PeriodFigure(begins.value or Decimal(0), begins.start, begins.end)
        if is_drift
        else None,
        welcome=Welcome.NEITHER if is_mixed else series.status.welcome,
    )


def _quiet(chart: ControlChart, judged: Message) -> Message:
    """Return the message of a figure that varies as usual: what stood out before, if anything."""
    before = len(chart.values) - 2
    first = chart.current.first if chart.current else 0
    cause = chart.causes[before] if before >= first else None
    if cause is None:
        return replace(judged, finding=MessageFinding.ORDINARY)
    if cause.rule is SpecialCauseRule.SHIFT and _run(chart, before + 1, cause.side):
        # A small count in the middle of their law may lie on the same side of the average.
        return replace(judged, finding=MessageFinding.ORDINARY)
    lasting = {
        SpecialCauseRule.SHIFT: _run(chart, before, cause.side),
        SpecialCauseRule.TREND: abs(_steps(chart.values, before, first)),
    }.get(cause.rule, 0)
    return replace(
        judged,
        finding=ENDS.get(cause.rule, MessageFinding.STOOD_OUT),
        cause=cause,
        lasting=lasting,
    )


def _run(chart: ControlChart, at: int, side: Side) -> int:
    """Return how many figures in a row, up to one, lie on a side of their average."""
    first = chart.current.first if chart.current else 0
    run = 0
    while at - run >= first:
        value, mean = chart.values[at - run], chart.mean[at]
        if value is None or mean is None or (value - mean) * side.value <= 0:
            break
        run += 1
    return run


def _near(chart: ControlChart, at: int) -> tuple[int, int]:
    """Return how many of three figures lie near the lower and the upper limit, or beyond."""
    low = high = 0
    for index in range(max(0, at - 2), at + 1):
        value, top, bottom = chart.values[index], chart.near_upl[index], chart.near_lpl[index]
        if value is not None and top is not None and bottom is not None:
            high += value > top
            low += value < bottom
    return low, high
