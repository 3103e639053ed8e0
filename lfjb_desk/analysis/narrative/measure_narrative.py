"""The narrative of one measure in one place: true sentences in plain words, and no cause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lfjb_desk.analysis import sentences
from lfjb_desk.analysis.spc.signal_words import (
    change_words,
    expected_words,
    period_at,
    step_words,
    sure_words,
)
from lfjb_desk.analysis.target_status import aim_words, outlook_words
from lfjb_desk.domain.common.months import months_between
from lfjb_desk.domain.formatting import listed, long_date
from lfjb_desk.domain.read_models.figures.comparison import Relation

if TYPE_CHECKING:
    from datetime import date

    from lfjb_desk.domain.read_models.figures.comparison import Comparison
    from lfjb_desk.domain.read_models.figures.series import Series

MOST_ACTIONS = 3
"""So many closed actions are named, the newest."""
OLD_FROM = 12
"""Figures so many months old are called by their age."""


def tell(series: Series, comparison: Comparison | None = None) -> tuple[str, ...]:
    """Return what the figures of a series say, sentence by sentence.

    What the newest figure is and how it moved, what changed and since when, compared with whom,
    against which target, how sure that is, and which closed actions stand beside it.
    """
    statements = [
        *_newest(series),
        *change_words(series),
        expected_words(series),
        step_words(series),
        *_compared(series, comparison),
        aim_words(series),
        *outlook_words(series.control, series.target, series.measure),
        *sure_words(series),
        *_actions(series),
    ]
    return tuple(dict.fromkeys(sentence for sentence in statements if sentence))


def age_words(series: Series, today: date) -> tuple[str, ...]:
    """Return how old the newest figure is, where that is a year or more."""
    newest = next((point for point in reversed(series.points) if point.value is not None), None)
    if newest is None:
        return ()
    months = months_between(newest.end, today)
    if months < OLD_FROM:
        return ()
    return (f"The newest figure is for a period that ended {months} months ago.",)


def _newest(series: Series) -> list[str]:
    measure, now = series.measure, series.latest
    # Where limits judge, a single step is neither good nor bad news: the signal says what is.
    usual = series.status.is_judged
    before = series.before.value if series.before else None
    period = period_at(series, len(series.points) - 1)
    return [
        sentences.latest_words(measure, series.place, period, now.value, now.marker),
        sentences.movement_words(
            measure, series.series_key.frequency, before, now.value, usual=usual
        ),
    ]


def _compared(series: Series, comparison: Comparison | None) -> list[str]:
    statements = list(comparison.sentences) if comparison else []
    if comparison is not None and statements and comparison.end != series.latest.end:
        statements.insert(0, f"The newest period that can be compared is {comparison.period}.")
    with_nation = comparison is not None and any(
        place.relation is Relation.NATION and place.value is not None for place in comparison.places
    )
    if series.peer is not None and not with_nation:
        period = period_at(series, len(series.points) - 1)
        nation = series.peer.values[-1]
        statements.insert(0, sentences.peer_words(series.measure, series.peer.name, period, nation))
    return statements


def _actions(series: Series) -> list[str]:
    """Return which closed actions stand beside the figures, with no word on what they did."""
    first = series.points[0].start
    marks = [mark for mark in series.marks if mark.closed >= first][-MOST_ACTIONS:]
    if not marks:
        return []
    if len(marks) == 1:
        done, pronoun = f"Action {marks[0].ref} was closed on {long_date(marks[0].closed)}.", "it"
    else:
        each = listed([f"{mark.ref} on {long_date(mark.closed)}" for mark in marks])
        done, pronoun = f"Actions were closed beside these figures: {each}.", "they"
    return [done, f"The figures cannot say whether {pronoun} made a difference."]
