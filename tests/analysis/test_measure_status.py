"""The status of a measure, for every state of limits, signal and target."""

from decimal import Decimal

import pytest

from lfjb_desk.analysis.measure_status import measure_status
from lfjb_desk.domain.figures.figures import Polarity
from lfjb_desk.domain.read_models.figures.control import (
    LimitsStatus,
    Side,
    Signal,
    SpecialCause,
    SpecialCauseRule,
)
from lfjb_desk.domain.read_models.figures.status import Judgement, TargetVerdict, Welcome
from tests.analysis.test_status import target

HIGH = Signal(SpecialCause(SpecialCauseRule.OUTSIDE, Side.HIGH, 1), 4, 4, 2)
LOW = Signal(SpecialCause(SpecialCauseRule.SHIFT, Side.LOW, 7), 4, 11, 8)


@pytest.mark.parametrize(
    ("limits", "judgement", "is_judged"),
    [
        (LimitsStatus.FIRM, Judgement.NO_CHANGE, True),
        (LimitsStatus.TRIAL, Judgement.TOO_FEW, False),
        (LimitsStatus.TOO_FEW, Judgement.TOO_FEW, False),
        (LimitsStatus.NONE, Judgement.TOO_FEW, False),
        (LimitsStatus.FLAT, Judgement.NO_VARIATION, False),
        (LimitsStatus.NEARLY_FLAT, Judgement.NO_VARIATION, False),
        (LimitsStatus.EMPTY, Judgement.NO_FIGURE, False),
    ],
)
def test_without_a_signal_only_firm_limits_say_that_nothing_changed(
    limits: LimitsStatus, judgement: Judgement, *, is_judged: bool
) -> None:
    status = measure_status(Polarity.LOWER, limits, None)
    assert (status.judgement, status.is_judged) == (judgement, is_judged)
    assert (status.signal, status.welcome) == (None, Welcome.NEITHER)
    assert status.is_trial == (limits is LimitsStatus.TRIAL)


@pytest.mark.parametrize("limits", [LimitsStatus.FIRM, LimitsStatus.TRIAL])
@pytest.mark.parametrize(
    ("polarity", "signal", "welcome"),
    [
        (Polarity.LOWER, HIGH, Welcome.WORSE),
        (Polarity.LOWER, LOW, Welcome.BETTER),
        (Polarity.HIGHER, HIGH, Welcome.BETTER),
        (Polarity.HIGHER, LOW, Welcome.WORSE),
        (Polarity.CONTEXT, HIGH, Welcome.NEITHER),
        (Polarity.CONTEXT, LOW, Welcome.NEITHER),
    ],
)
def test_a_signal_is_a_judgement_by_trial_limits_too(
    limits: LimitsStatus, polarity: Polarity, signal: Signal, welcome: Welcome
) -> None:
    status = measure_status(polarity, limits, signal)
    assert (status.judgement, status.is_judged) == (Judgement.SIGNAL, True)
    assert (status.signal, status.welcome) == (signal, welcome)
    assert status.is_improvement == (welcome is Welcome.BETTER)
    assert status.is_concern == (welcome is Welcome.WORSE)


@pytest.mark.parametrize(
    ("newest", "high", "verdict", "miss"),
    [
        ("30", "26", TargetVerdict.NOT_MET, 4),
        ("26", "26", TargetVerdict.MET, 0),
        (None, "26", TargetVerdict.NO_FIGURE, 0),
        ("30", None, TargetVerdict.NO_TARGET, 0),
    ],
)
def test_the_newest_figure_is_set_against_the_target_whatever_the_limits(
    newest: str | None, high: str | None, verdict: TargetVerdict, miss: int
) -> None:
    aim = target(None, high) if high else None
    value = None if newest is None else Decimal(newest)
    for limits in LimitsStatus:
        status = measure_status(Polarity.LOWER, limits, None, aim, value)
        assert (status.target, status.miss) == (verdict, Decimal(miss))
