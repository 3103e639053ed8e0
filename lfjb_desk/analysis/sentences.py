"""Sentences about figures: what they are and how they moved, never why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lfjb_desk.analysis.trends import direction, welcome
from lfjb_desk.domain.figures.figures import Measure, Polarity
from lfjb_desk.domain.formatting import figure
from lfjb_desk.domain.read_models.figures.series import Direction, Frequency
from lfjb_desk.domain.read_models.figures.status import Welcome

if TYPE_CHECKING:
    from decimal import Decimal

MOVED = {Direction.UP: "up from", Direction.DOWN: "down from"}
WELCOME = {Welcome.BETTER: ", which is better", Welcome.WORSE: ", which is worse"}


def polarity_words(polarity: Polarity) -> str:
    """Return which way is better, in words."""
    if polarity is Polarity.CONTEXT:
        return "neither way is better"
    return f"{polarity.value} is better"


def latest_words(
    measure: Measure,
    place: str,
    period: str,
    now: Decimal | None,
    marker: str | None,
) -> str:
    """Return what the latest figure is, or that it is not available."""
    if now is None:
        note = f" ({marker})" if marker else ""
        return f"No figure is available for {place} in {period}{note}."
    value = figure(now, measure.unit, measure.decimals, marker)
    return f"{value} in {place} in {period}."


def movement_words(
    measure: Measure,
    kind: Frequency,
    before: Decimal | None,
    now: Decimal | None,
    *,
    usual: bool = False,
) -> str:
    """Return how the figure moved since the period before; empty when nobody can say.

    A movement that firm limits find `usual` is called neither better nor worse.
    """
    way = direction(before, now)
    if way is Direction.UNKNOWN:
        return ""
    was = figure(before, measure.unit, measure.decimals)
    if way is Direction.SAME:
        return f"The same as the {kind.noun} before."
    liking = "" if usual else WELCOME.get(welcome(way, measure.polarity), "")
    return f"{MOVED[way].capitalize()} {was} the {kind.noun} before{liking}."


def peer_words(measure: Measure, peer: str, period: str, now: Decimal | None) -> str:
    """Return the figure of the nation for the same period; empty when it is not held."""
    if now is None:
        return ""
    return f"{peer} in {period}: {figure(now, measure.unit, measure.decimals)}."
