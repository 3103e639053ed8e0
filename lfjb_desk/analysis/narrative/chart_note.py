"""What stands below a chart: by which rules and from which figures it is judged, or why not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lfjb_desk.analysis.trends import begins_at, period_at
from lfjb_desk.domain.formatting import beside, count, figure, months, worked_out
from lfjb_desk.domain.read_models.figures.control import LimitsStatus, SpecialCauseRule

if TYPE_CHECKING:
    from lfjb_desk.domain.read_models.figures.control import ControlChart
    from lfjb_desk.domain.read_models.figures.series import Series

WHOLE = 100.0
"""No share is greater, in percent."""


def note_of(series: Series) -> tuple[str, ...]:
    """Return the rules, and what the limits rest on and hold."""
    chart = series.control
    if chart is None:
        return ()
    statements = [
        _rules(series, chart),
        f"{chart.note}." if chart.note else "",
        _drift(chart),
        _expected(series, chart),
    ]
    return tuple(statement for statement in statements if statement)


def _rules(series: Series, chart: ControlChart) -> str:
    phase = chart.current
    if phase is None or not phase.limits.drawn:
        return ""
    span = months(series.points[phase.first].start, series.points[phase.last].end)
    part = f"the first {phase.used} of " if phase.used < phase.figures else ""
    figures = f"{part}{count(phase.figures, 'figure')}"
    return f"Judged by the rules {chart.rules}; limits from {figures}, {span}."


def _drift(chart: ControlChart) -> str:
    is_drift = chart.signal and chart.signal.cause.rule is SpecialCauseRule.DRIFT
    return "The drift is shown by the test of Mann and Kendall." if is_drift else ""


def _expected(series: Series, chart: ControlChart) -> str:
    """Return between which figures the next may lie; empty during a signal, and without limits.

    A signal says that something has changed, so limits of the time before promise nothing; nor do
    those of figures too old to tell of now.
    """
    if series.status.as_of:
        return ""
    is_quiet = chart.limits is LimitsStatus.FIRM and series.status.found_signal is None
    phase = chart.current if is_quiet else None
    if phase is None or phase.lpl is None or phase.upl is None:
        return ""
    measure = series.measure
    is_open = measure.unit == "%" and phase.upl >= WHOLE
    high = figure(worked_out(phase.upl), measure.unit, measure.decimals)
    unit = measure.unit if is_open else beside(measure.unit)
    low = figure(worked_out(phase.lpl), unit, measure.decimals) if phase.lpl > 0 else ""
    if is_open:
        ends = f"{low} or more" if low else ""
    else:
        ends = f"{low} to {high}" if low else f"up to {high}"
    return f"While nothing changes, expect {ends}." if ends else ""


def anew_words(series: Series) -> str:
    """Return from when the limits are worked out anew, and why; empty without a step or a gap.

    A step whose reason is withheld has none.
    """
    chart = series.control
    if chart is None or chart.current is None or not chart.current.limits.drawn:
        return ""
    first = chart.current.first
    gap = chart.missing_before(first)
    starts = [point.start for point in series.points]
    begins = [(begins_at(starts, step.starts), step.reason) for step in series.steps]
    reasons = [reason for index, reason in begins if index and first - gap <= index <= first]
    if reasons:
        why = reasons[-1].rstrip(".")
        anew = f"The limits start anew from {period_at(series, first)}"
        return f"{anew}: {why}." if why else f"{anew}."
    if not gap or first == gap:
        return ""
    periods = count(gap, series.series_key.frequency.noun)
    return (
        f"The limits start anew from {period_at(series, first)}: {periods} before have no figure."
    )
