"""The narrative of a place over all its measures: signals first, then targets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lfjb_desk.analysis.spc.signal_words import period_at
from lfjb_desk.domain.formatting import count, figure, listed
from lfjb_desk.domain.read_models.figures.control import PointType

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lfjb_desk.domain.read_models.figures.series import Series

MOST_NAMED = 4
"""So many measures are named in one list; the rest are counted."""
HEADS = {
    PointType.CONCERN: "a signal of concern",
    PointType.IMPROVEMENT: "a signal of improvement",
    PointType.NEUTRAL_HIGH: "a signal, high or rising",
    PointType.NEUTRAL_LOW: "a signal, low or falling",
}


def tell_place(place: str, found: Sequence[Series]) -> tuple[str, ...]:
    """Return what the figures of a place say together, the signals of concern first."""
    if not found:
        return (f"No figure is held for {place}.",)
    verb = "has" if len(found) == 1 else "have"
    said = [f"{count(len(found), 'measure').capitalize()} {verb} figures for {place}."]
    for kind in HEADS:
        said += _signals(kind, found)
    said += [*_quiet(found), *_targets(found)]
    if any(_signal(one) for one in found):
        said.append("A signal says that figures changed, and not why.")
    return tuple(said)


def _signal(series: Series) -> PointType | None:
    chart = series.control
    return chart.signal.point_type if chart and chart.signal else None


def _signals(kind: PointType, found: Iterable[Series]) -> list[str]:
    """Return one sentence for each measure with such a signal: since when, and where it is."""
    said: list[str] = []
    more = 0
    for series in found:
        chart = series.control
        if chart is None or chart.signal is None or chart.signal.point_type is not kind:
            continue
        if len(said) == MOST_NAMED:
            more += 1
            continue
        signal, measure = chart.signal, series.measure
        now = figure(series.points[signal.at].value, measure.unit, measure.decimals)
        since, at = period_at(series, signal.since), period_at(series, signal.at)
        when = "" if signal.since == signal.at else f" since {since}"
        said.append(f"{measure.name}: {HEADS[kind]}{when}; {now} in {at}.")
    if more:
        said.append(f"{count(more, 'more measure').capitalize()}: {HEADS[kind]}.")
    return said


def _quiet(found: Sequence[Series]) -> list[str]:
    """Return how many measures vary as usual, and how many cannot be judged."""
    judged = [one for one in found if one.control and one.control.limits.drawn]
    quiet = sum(_signal(one) is None for one in judged)
    said = []
    if quiet:
        said.append(
            f"{count(quiet, 'measure').capitalize()} {_verb(quiet, 'varies', 'vary')} as usual."
        )
    silent = len(found) - len(judged)
    if silent:
        said.append(
            f"{count(silent, 'measure').capitalize()} {_verb(silent, 'has', 'have')} too few "
            "figures, or too little variation, to be judged."
        )
    return said


def _targets(found: Iterable[Series]) -> list[str]:
    said = []
    for met, words in ((False, "not met"), (True, "met")):
        names = [one.measure.name for one in found if one.status and one.status.met is met]
        if not names:
            continue
        if len(names) > MOST_NAMED:
            said.append(f"The targets of {len(names)} measures are {words}.")
        elif len(names) == 1:
            said.append(f"The target is {words} for {names[0]}.")
        else:
            said.append(f"Targets are {words} for {len(names)} measures: {listed(names)}.")
    return said


def _verb(number: int, one: str, many: str) -> str:
    return one if number == 1 else many
