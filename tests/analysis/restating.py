"""A series with other figures, another chart or target, and the status and words they give it."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from lfjb_desk.analysis.measure_status import measure_status
from lfjb_desk.analysis.narrative.measure_narrative import tell
from lfjb_desk.domain.figures.figures import Measure, Target
from lfjb_desk.domain.read_models.figures.control import ControlChart, LimitsStatus
from lfjb_desk.domain.read_models.figures.series import Series
from lfjb_desk.domain.read_models.figures.status import MeasureStatus


def status_of(
    measure: Measure, newest: Decimal | None, target: Target | None, control: ControlChart | None
) -> MeasureStatus:
    """Return the status of a measure with such a newest figure, target and chart."""
    limits, signal = (control.limits, control.signal) if control else (LimitsStatus.EMPTY, None)
    return measure_status(measure.polarity, limits, signal, target, newest)


def restated(series: Series, **changes: Any) -> Series:
    """Return a series with changes, its status worked out anew."""
    changed = replace(series, **changes)
    newest = changed.latest.value
    status = status_of(changed.measure, newest, changed.target, changed.control)
    changed = replace(changed, status=status)
    return replace(changed, narrative=tell(changed))
