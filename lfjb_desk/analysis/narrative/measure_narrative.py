"""The narrative of one measure in one place: the message, then true sentences, and no cause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lfjb_desk.analysis.narrative.amounts import (
    amount_words,
    each_of,
    period_in,
    period_name,
    spelled,
)
from lfjb_desk.analysis.narrative.chart_note import anew_words, note_of
from lfjb_desk.analysis.narrative.message import OLD_FROM, message_of
from lfjb_desk.analysis.narrative.message_lead import Lead, lead_of
from lfjb_desk.analysis.narrative.message_words import front_words, names_nation
from lfjb_desk.analysis.spc.rules import rule_set
from lfjb_desk.analysis.target_status import aim_words, outlook_words
from lfjb_desk.analysis.trends import period_at
from lfjb_desk.domain.common.months import months_between
from lfjb_desk.domain.formatting import (
    MARKERS,
    count,
    figure,
    listed,
    long_date,
    marker_codes,
    marker_words,
    month,
)
from lfjb_desk.domain.read_models.figures.comparison import Relation
from lfjb_desk.domain.read_models.figures.control import SpecialCauseRule
from lfjb_desk.domain.read_models.figures.messages import MeasureNarrative, MessageFinding

if TYPE_CHECKING:
    from datetime import date

    from lfjb_desk.domain.read_models.figures.comparison import Comparison
    from lfjb_desk.domain.read_models.figures.messages import Message
    from lfjb_desk.domain.read_models.figures.series import Series

MOST_ACTIONS = 3
"""So many closed actions are named, the newest."""
QUALIFYING = ("[p]", "[e]", "[f]", "[u]")
"""The codes that say of a figure how far it can be trusted."""


def tell(
    series: Series, comparison: Comparison | None = None, today: date | None = None
) -> MeasureNarrative:
    """Return what the figures of a series say: the message in front, the rest behind it.

    The rest says what the message has no room for, compared with whom, against which target, how
    sure that is, and which closed actions stand beside it; with a day also how old the figure is.
    """
    message = message_of(series, today)
    age = age_words(series, today) if today else ()
    statements = [
        *_changed(series, message),
        *_compared(series, comparison, message),
        aim_words(series),
        outlook_words(series),
        *_sure(series),
        *age,
        newer_words(series),
        *_actions(series),
    ]
    return MeasureNarrative(
        front=front_words(message),
        more=tuple(dict.fromkeys(sentence for sentence in statements if sentence)),
        note=note_of(series),
        anew=anew_words(series),
        message=message,
        age=age,
    )


def newest_words(series: Series) -> str:
    """Return what the newest figure is called: with other publishers held, it is of this one."""
    return f"newest figure{' of this publisher' if series.has_other_publishers else ''}"


def newer_words(series: Series) -> str:
    """Return what another publisher has for a later period; empty where none has."""
    newer, measure = series.newer, series.measure
    if newer is None:
        return ""
    value = figure(newer.value, measure.unit, measure.decimals)
    return f"{newer.publisher} has {value} for {newer.period}."


def age_words(series: Series, today: date) -> tuple[str, ...]:
    """Return how old the newest figure is, where that is a year or more."""
    newest = next((point for point in reversed(series.points) if point.value is not None), None)
    if newest is None:
        return ()
    months = months_between(newest.end, today)
    if months < OLD_FROM:
        return ()
    newest_figure = newest_words(series)
    return (f"The {newest_figure} is for a period that ended {months} months ago.",)


def _changed(series: Series, message: Message) -> list[str]:
    """Return what else is to be said of a change: since when, how it moved, and of which period."""
    statements = []
    signal = series.status.found_signal
    if signal is not None and message.finding is MessageFinding.SIGNAL:
        statements += _since(series, message)
        if signal.cause.rule is not SpecialCauseRule.TREND:
            statements.append("This is more than ordinary ups and downs.")
    elif signal is not None:
        statements.append(
            f"The figure for {period_at(series, signal.at)} was a signal: {signal.word}."
        )
    elif message.finding is MessageFinding.ORDINARY:
        statements.append(_last_signal(series))
    return [*statements, _moved(message), _period(series, message)]


def _last_signal(series: Series) -> str:
    """Return which figure was the last that a rule picked out, in the stretch of the newest."""
    chart = series.control
    if chart is None or chart.current is None:
        return ""
    for index in range(chart.current.last, chart.current.first - 1, -1):
        if chart.causes[index] is not None:
            last = period_at(series, index)
            return f"The last figure out of the ordinary was that for {last}."
    return ""


def _period(series: Series, message: Message) -> str:
    """Return when the newest figure is for, where the message leaves that to the chart."""
    if message.value is None or message.is_old or lead_of(message) is Lead.PERIOD:
        return ""
    period = period_name(message.start, message.end)
    return f"The {newest_words(series)} is for {period}."


def _moved(message: Message) -> str:
    """Return how the figure moved since the period before, where the message has no room for it."""
    value, before = message.value, message.before
    if value is None or before is None or value == before:
        return ""
    if lead_of(message) in {Lead.MOVED, Lead.SAME}:
        return ""
    way = "Up" if value > before else "Down"
    was = amount_words(message.measure, message.thing, before)
    return f"{way} from {was} the {each_of(message)} before."


def _since(series: Series, message: Message) -> list[str]:
    """Return since when a signal lasts, where the message does not say in how many periods."""
    signal, chart = series.status.found_signal, series.control
    if signal is None or chart is None:
        return []
    statements, rule = [], signal.cause.rule
    if rule is SpecialCauseRule.OUTSIDE and lead_of(message) is Lead.ROW and message.lasting > 1:
        statements.append(f"It has been {signal.word} since {period_at(series, signal.since)}.")
    is_run_new = rule not in {SpecialCauseRule.SHIFT, SpecialCauseRule.DRIFT}
    if is_run_new and message.run >= rule_set(chart.rules).shift:
        side = "above" if signal.high else "below"
        since = period_at(series, signal.at - message.run + 1)
        statements.append(f"It has been {side} its average since {since}.")
    return statements


def _compared(series: Series, comparison: Comparison | None, message: Message) -> list[str]:
    statements = list(comparison.sentences) if comparison else []
    if comparison is not None and statements and comparison.end != series.latest.end:
        statements.insert(0, f"The newest period that can be compared is {comparison.period}.")
    with_nation = comparison is not None and any(
        place.relation is Relation.NATION and place.value is not None for place in comparison.places
    )
    if message.nation is not None and not with_nation:
        name, value = message.nation
        period = period_in(message.start, message.end)
        amount = amount_words(series.measure, message.thing, value)
        if not names_nation(message):
            statements.insert(0, f"{name} {period}: {amount}.")
    return statements


def _sure(series: Series) -> list[str]:
    """Return how far the figures can be trusted: provisional, revised and missing."""
    sentences = []
    newest, marker = series.latest, series.latest.marker
    if newest.value is None and marker:
        sentences.append(f"{marker_words(marker)}.")
    elif marker:
        codes = [code for code in marker_codes(marker) if code in QUALIFYING]
        sentences += [f"The newest figure is {MARKERS[code]}." for code in codes]
    if newest.revised:
        sentences.append("The newest figure has been revised.")
    revised = sum(point.revised for point in series.points[:-1])
    if revised:
        figures = "earlier figure has" if revised == 1 else "earlier figures have"
        sentences.append(f"{spelled(revised).capitalize()} {figures} been revised.")
    return [*sentences, *_missing(series)]


def _missing(series: Series) -> list[str]:
    """Return how many periods have no figure, since that with which the stretch judged begins.

    A gap before that stretch says nothing of how sure its limits are, and no paper draws it.
    """
    current = series.control.current if series.control else None
    first = current.first if current else 0
    stretch = series.points[first:]
    missing = sum(point.value is None for point in stretch)
    if not missing or len(stretch) <= missing + 1:
        return []
    verb = "has" if missing == 1 else "have"
    since = f" since {month(stretch[0].start)}" if first else ""
    return [f"{count(missing, series.series_key.frequency.noun)}{since} {verb} no figure."]


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
