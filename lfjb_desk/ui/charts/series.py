"""The line of a series, as every chart of the window draws it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lfjb_desk.domain.formatting import is_uncertain
from lfjb_desk.domain.read_models.figures.control import PointType
from lfjb_desk.ui.charts.data import Level, LineData, LineKind, Shape, limit_levels

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from lfjb_desk.domain.read_models.figures.series import Series
    from lfjb_desk.ui.charts.data import Values

SHAPES = {
    PointType.IMPROVEMENT: Shape.BETTER,
    PointType.CONCERN: Shape.WORSE,
    PointType.NEUTRAL_HIGH: Shape.HIGH,
    PointType.NEUTRAL_LOW: Shape.LOW,
}


def line_of(series: Series) -> LineData:
    """Return the figures of a series with its average and its limits."""
    control = series.control
    levels: tuple[Level, ...] = ()
    if control is not None:
        average = Level(LineKind.AVERAGE, means_of(series))
        levels = (average, *limit_levels(control.lpl, control.upl, control.short_group))
    return LineData(
        values=floats(series.values),
        shapes=shapes_of(series),
        unsettled=unsettled_of(series),
        levels=levels,
    )


def means_of(series: Series) -> Values:
    """Return the average in each period; none where one figure alone would be its own average."""
    figures = sum(value is not None for value in series.values)
    return series.control.mean if series.control is not None and figures > 1 else ()


def recent_line(series: Series, periods: int) -> LineData:
    """Return the line of the newest periods, without limits: what a cell has room for."""
    last = len(series.points)
    return line_of(series).part(range(max(0, last - periods), last)).bare()


def shapes_of(series: Series) -> tuple[Shape, ...]:
    """Return the shape of each point; empty where nothing is judged."""
    if series.control is None:
        return ()
    return tuple(SHAPES.get(kind, Shape.COMMON) for kind in series.control.point_type)


def unsettled_of(series: Series) -> tuple[bool, ...]:
    """Return which figures may yet change."""
    return tuple(is_uncertain(point.marker) for point in series.points)


def floats(values: Sequence[Decimal | None]) -> Values:
    """Return figures as a chart draws them."""
    return tuple(None if value is None else float(value) for value in values)
