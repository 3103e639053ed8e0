"""The narrative of a place over all its measures: signals first, then targets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lfjb_desk.domain.formatting import count, listed, lower_first
from lfjb_desk.domain.read_models.collection_sheet import OWN_CODE
from lfjb_desk.domain.read_models.figures.status import Judgement, TargetVerdict, Welcome

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lfjb_desk.domain.read_models.figures.series import Series

MOST_NAMED = 4
"""So many measures are named in one list; the rest are counted."""
ORDER = (Welcome.WORSE, Welcome.BETTER, Welcome.NEITHER)
"""In which order signals are told: the unwelcome first."""
STAND_OUT = {
    Welcome.WORSE: "for the worse",
    Welcome.BETTER: "for the better",
    Welcome.NEITHER: "and neither way is better",
}
VERDICTS = ((TargetVerdict.NOT_MET, "not met"), (TargetVerdict.MET, "met"))


def tell_place(place: str, loaded: Sequence[Series]) -> tuple[str, ...]:
    """Return what the figures of a place say together, the signals of concern first."""
    if not loaded:
        return (f"No figure is held for {place}.",)
    measures, lines = _parted(loaded)
    besides = f"{count(len(lines), 'line')} of the collection" if lines else ""
    if not measures:
        return (f"Figures for {place} are held of {besides} alone, too few to be judged.",)
    verb = "has" if len(measures) == 1 else "have"
    counted = f"{count(len(measures), 'measure').capitalize()} {verb} figures for {place}"
    statements = [f"{counted}, besides {besides}." if lines else f"{counted}."]
    loaded = measures
    for welcome in ORDER:
        statements += _signals(welcome, loaded)
    statements += [*_quiet(loaded), *_targets(loaded), *_past(loaded)]
    if any(series.status.signal for series in loaded):
        statements.append("Figures show that something changed, and not why.")
    return tuple(statements)


def _parted(loaded: Iterable[Series]) -> tuple[list[Series], list[Series]]:
    """Return the measures, and the lines of the collection of which nothing can be said yet.

    A return brings a hundred lines at once; counted as measures they would hide the others.
    """
    measures: list[Series] = []
    lines: list[Series] = []
    for series in loaded:
        status = series.status
        is_line = series.measure.code.startswith(OWN_CODE)
        is_quiet = not status.is_judged and status.target is TargetVerdict.NO_TARGET
        (lines if is_line and is_quiet else measures).append(series)
    return measures, lines


def _signals(welcome: Welcome, loaded: Iterable[Series]) -> list[str]:
    """Return the message of each measure with such a signal; of many the first, and how many more.

    A measure without a figure for the newest period is told by its last, which is the signal.
    """
    found = [
        series
        for series in loaded
        if series.status.signal is not None and series.status.welcome is welcome
    ]
    statements = [f"{series.name}: {_words(series)}." for series in found[:MOST_NAMED]]
    more = len(found) - MOST_NAMED
    if more > 0:
        verb = _verb(more, "stands out", "stand out")
        measures = count(more, "more measure")
        statements.append(f"{measures.capitalize()} {verb}, {STAND_OUT[welcome]}.")
    return statements


def _words(series: Series) -> str:
    signal = series.status.signal
    front = lower_first(series.narrative.front)
    is_newest = signal is None or signal.at == len(series.points) - 1
    return front if is_newest or signal is None else f"{front}, {signal.word}"


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


def _past(loaded: Iterable[Series]) -> list[str]:
    """Return which signals are of figures too old to tell of now, each with its period."""
    old = [series for series in loaded if series.status.past_signal is not None]
    if not old:
        return []
    names = [f"{series.name} as of {series.status.as_of}" for series in old[:MOST_NAMED]]
    if len(old) > MOST_NAMED:
        names.append(count(len(old) - MOST_NAMED, "more measure"))
    signals = f"{count(len(old), 'signal').capitalize()} {_verb(len(old), 'is', 'are')}"
    return [f"{signals} of the past and not counted: {listed(names)}."]


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
