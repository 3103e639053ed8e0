"""The labels by which the published tools call what picks a point out."""

from lfjb_desk.domain.read_models.figures.control import (
    ControlChart,
    Side,
    SpecialCause,
    SpecialCauseRule,
)

COMMON = "Common Cause"
LABELS = {
    SpecialCauseRule.OUTSIDE: ("Above UCL", "Below LCL"),
    SpecialCauseRule.TREND: ("{n} Point Trend (Increasing)", "{n} Point Trend (Decreasing)"),
    SpecialCauseRule.PAIR: ("2 in 3 Above CL", "2 in 3 Below CL"),
    SpecialCauseRule.SHIFT: ("{n} Points Above CL", "{n} Points Below CL"),
    SpecialCauseRule.MOVE: ("Moving Range (Above CL)", "Moving Range (Below CL)"),
    SpecialCauseRule.DRIFT: ("Drift (Increasing)", "Drift (Decreasing)"),
}

WORDS = {
    SpecialCauseRule.OUTSIDE: ("above the usual range", "below the usual range"),
    SpecialCauseRule.TREND: ("rising", "falling"),
    SpecialCauseRule.PAIR: ("two of three close to a limit", "two of three close to a limit"),
    SpecialCauseRule.SHIFT: ("high", "low"),
    SpecialCauseRule.MOVE: ("far up in one step", "far down in one step"),
    SpecialCauseRule.DRIFT: ("rising", "falling"),
}
"""What a signal of each rule is called, high and low."""


def label(cause: SpecialCause | None) -> str:
    """Return the label of a cause; of a point that no rule picks out, common cause."""
    if cause is None:
        return COMMON
    above, below = LABELS[cause.rule]
    return (above if cause.side is Side.HIGH else below).format(n=cause.points)


def labels(chart: ControlChart) -> list[str]:
    """Return the label of each point of a chart."""
    return [label(cause) for cause in chart.causes]
