"""Rule sets for control charts, as data: the tools of the NHS do not agree with each other."""

from __future__ import annotations

from dataclasses import dataclass

from lfjb_desk.domain.read_models.figures.control import (
    FIRM_RANGES,
    TRIAL_RANGES,
    Side,
    SpecialCause,
    SpecialCauseRule,
)


@dataclass(frozen=True)
class RuleSet:
    """How limits are drawn and which patterns count."""

    name: str
    order: tuple[SpecialCauseRule, ...]
    """The rules that are applied; the first that holds names the point."""
    trend: int
    """Points that must rise or fall without a break."""
    trend_takes_first: bool
    """Whether the point from which a trend sets out is flagged too."""
    screen_at: float | None
    """Moving ranges from so many times their mean on are left out of the limits; None keeps all."""
    pair_takes_outside: bool
    """Whether a point beyond a limit counts as one of two in three."""
    pair_one_side: bool
    """Whether all three must lie on one side of the mean, and only those near a limit are flagged.

    Otherwise the two may lie on either side, and all three are flagged.
    """
    improvement_wins: bool = False
    """Whether an improvement is shown where the rules of a point disagree."""
    fails_at_limit: bool = False
    """Whether a target that is exactly the limit will always be missed."""
    limits_from: int = TRIAL_RANGES
    """From fewer moving ranges no limits are drawn."""
    shift: int = 7
    """Points in a row on one side of the mean."""
    move_at: float = 3.27
    """Moving ranges above so many times their mean flag a point, where that rule is in `order`."""
    width: float = 2.66
    """Distance of the limits from the mean, in mean moving ranges."""
    baseline_from: int = 12
    """The fewest points that may serve as a baseline."""
    firm_from: int = FIRM_RANGES
    """Limits from fewer moving ranges are trial limits."""

    def cause(self, code: int) -> SpecialCause | None:
        """Return what a signed rule number of a point says; None for 0, common cause."""
        if code == 0:
            return None
        rule = SpecialCauseRule(abs(code))
        return SpecialCause(rule, Side.HIGH if code > 0 else Side.LOW, self.points(rule))

    def points(self, rule: SpecialCauseRule) -> int:
        """Return how many points in a row a rule looks at."""
        return {
            SpecialCauseRule.OUTSIDE: 1,
            SpecialCauseRule.TREND: self.trend,
            SpecialCauseRule.PAIR: 3,
            SpecialCauseRule.SHIFT: self.shift,
            SpecialCauseRule.MOVE: 2,
            SpecialCauseRule.DRIFT: self.limits_from + 1,
        }[rule]


NHS_R = RuleSet(
    name="NHS-R 0.2.2",
    order=(
        SpecialCauseRule.OUTSIDE,
        SpecialCauseRule.TREND,
        SpecialCauseRule.PAIR,
        SpecialCauseRule.SHIFT,
    ),
    trend=7,
    trend_takes_first=True,
    screen_at=3.267,
    pair_takes_outside=False,
    pair_one_side=True,
)
# The workbook of Making Data Count lets its user choose six or seven; seven keeps it beside NHS-R.
MAKING_DATA_COUNT = RuleSet(
    name="Making Data Count 2023",
    order=(
        SpecialCauseRule.OUTSIDE,
        SpecialCauseRule.TREND,
        SpecialCauseRule.PAIR,
        SpecialCauseRule.SHIFT,
    ),
    trend=7,
    trend_takes_first=True,
    screen_at=None,
    pair_takes_outside=True,
    pair_one_side=True,
    improvement_wins=True,
    fails_at_limit=True,
    limits_from=FIRM_RANGES,
)
NHSI_SQL = RuleSet(
    name="NHSI SQL 2019",
    order=(
        SpecialCauseRule.OUTSIDE,
        SpecialCauseRule.TREND,
        SpecialCauseRule.SHIFT,
        SpecialCauseRule.PAIR,
        SpecialCauseRule.MOVE,
    ),
    trend=6,
    trend_takes_first=False,
    screen_at=None,
    pair_takes_outside=True,
    pair_one_side=False,
)
RULE_SETS = {rule_set.name: rule_set for rule_set in (NHS_R, MAKING_DATA_COUNT, NHSI_SQL)}


def rule_set(name: str) -> RuleSet:
    """Return the rule set of a name.

    Raises:
        ValueError: when there is none of that name.
    """
    if name not in RULE_SETS:
        known = ", ".join(f"“{name}”" for name in RULE_SETS)
        raise ValueError(f"There is no rule set “{name}”; those known are {known}.")
    return RULE_SETS[name]
