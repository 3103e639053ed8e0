"""The narrative of a place over all its measures: signals first, then targets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lfjb_desk.analysis.trends import period_at
from lfjb_desk.domain.formatting import count, figure, listed
from lfjb_desk.domain.read_models.figures.status import Judgement, TargetVerdict, Welcome

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lfjb_desk.domain.read_models.figures.series import Series
    from lfjb_desk.domain.read_models.figures.status import MeasureStatus

MOST_NAMED = 4
"""So many measures are named in one list; the rest are counted."""
CONCERN, IMPROVEMENT = "a signal of concern", "a signal of improvement"
NEITHER = "a signal"
HEADS = (CONCERN, IMPROVEMENT, NEITHER)
"""What signals are called, in the order in which they are told."""
VERDICTS = ((TargetVerdict.NOT_MET, "not met"), (TargetVerdict.MET, "met"))


def tell_place(place: str, loaded: Sequence[Series]) -> tuple[str, ...]:
    """Return what the figures of a place say together, the signals of concern first."""
    if not loaded:
        return (f"No figure is held for {place}.",)
    verb = "has" if len(loaded) == 1 else "have"
    statements = [f"{count(len(loaded), 'measure').capitalize()} {verb} figures for {place}."]
    for head in HEADS:
        statements += _signals(head, loaded)
    statements += [*_quiet(loaded), *_targets(loaded)]
    if any(series.status.signal for series in loaded):
        statements.append("A signal says that figures changed, and not why.")
    return tuple(statements)


def _head(status: MeasureStatus) -> str:
    """Return what the signal of a measure is called; empty where it has none."""
    if status.signal is None:
        return ""
    if status.welcome is Welcome.NEITHER:
        return NEITHER
    return CONCERN if status.is_concern else IMPROVEMENT


def _signals(head: str, loaded: Iterable[Series]) -> list[str]:
    """Return one sentence for each measure with such a signal: since when, and where it is."""
    statements: list[str] = []
    more = 0
    for series in loaded:
        signal, measure = series.status.signal, series.measure
        if signal is None or _head(series.status) != head:
            continue
        if len(statements) == MOST_NAMED:
            more += 1
            continue
        now = figure(series.points[signal.at].value, measure.unit, measure.decimals)
        since, at = period_at(series, signal.since), period_at(series, signal.at)
        when = "" if signal.since == signal.at else f" since {since}"
        statements.append(f"{series.name}: {head}, {signal.word}{when}; {now} in {at}.")
    if more:
        statements.append(f"{count(more, 'more measure').capitalize()}: {head}.")
    return statements


def _quiet(loaded: Sequence[Series]) -> list[str]:
    """Return how many measures vary as usual, and how many cannot be judged."""
    usual = sum(series.status.judgement is Judgement.NO_CHANGE for series in loaded)
    statements = []
    if usual:
        statements.append(
            f"{count(usual, 'measure').capitalize()} {_verb(usual, 'varies', 'vary')} as usual."
        )
    silent = sum(not series.status.is_judged for series in loaded)
    if silent:
        statements.append(
            f"{count(silent, 'measure').capitalize()} {_verb(silent, 'has', 'have')} too few "
            "figures, or too little variation, to be judged."
        )
    return statements


def _targets(loaded: Iterable[Series]) -> list[str]:
    statements = []
    for verdict, words in VERDICTS:
        names = [series.name for series in loaded if series.status.target is verdict]
        if not names:
            continue
        if len(names) > MOST_NAMED:
            statements.append(f"The targets of {len(names)} measures are {words}.")
        elif len(names) == 1:
            statements.append(f"The target is {words} for {names[0]}.")
        else:
            statements.append(f"Targets are {words} for {len(names)} measures: {listed(names)}.")
    return statements


def _verb(number: int, singular: str, plural: str) -> str:
    return singular if number == 1 else plural
