"""Questions worth asking at a meeting, each from what the records show; no more than a few."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from lfjb_desk.domain.actions import ActionStanding
from lfjb_desk.domain.formatting import count, long_date, lower_first
from lfjb_desk.papers.parts.common import bold, shorter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lfjb_desk.domain.blocks import Line
    from lfjb_desk.papers.parts.report_data import BoardPaperReportData

MOST_QUESTIONS = 3
MUCH = 4
"""From how many open actions on somebody is asked whether that is too much."""


def question_lines(data: BoardPaperReportData) -> tuple[Line, ...]:
    """Return the questions, the most pressing first: of a date, of a load, of a measure.

    A paper that leaves out restricted actions cannot tell how many there are, or that there is
    none, so it asks of dates alone.
    """
    every = [_of_dates(data)]
    if not data.board.leaves_out:
        every += [_of_loads(data), _of_measures(data)]
    return tuple(line for lines in every for line in lines)[:MOST_QUESTIONS]


def _of_dates(data: BoardPaperReportData) -> Iterator[Line]:
    """Yield what to ask of the late action whose date was moved most often."""
    late = [
        row
        for row in data.log.rows
        if row.standing is ActionStanding.LATE and row.owner and row.times_moved
    ]
    if late:
        row = max(late, key=lambda row: (row.times_moved, row.days_late))
        passed = f"{row.action.ref} was {row.moved_words} and passed {long_date(row.action.due)}."
        yield bold(f"To {row.owner}:", f" “{passed} What do you need to finish it?”")


def _of_loads(data: BoardPaperReportData) -> Iterator[Line]:
    """Yield what to ask of whoever owns the most open actions, where those are several."""
    opened = [row for row in data.log.rows if not row.closed]
    owners = Counter((row.action.owner_id, row.owner) for row in opened if row.owner)
    for (_, owner), number in owners.most_common(1):
        if number >= MUCH:
            own = f"You have {number} of our {count(len(opened), 'open action')}."
            yield bold(f"To {owner}:", f" “{own} Which would you hand on?”")


def _of_measures(data: BoardPaperReportData) -> Iterator[Line]:
    """Yield what to ask where a driver's measure got worse and no action on it is open."""
    for view in data.drivers:
        driver = view.driver
        known = (measured.series for measured in view.measures)
        worse = [series for series in known if series and series.status.is_concern]
        if worse and not view.open:
            name = lower_first(shorter(worse[0].name))
            words = f"The figures for {name} got worse, and no action on this driver is open."
            yield bold(f"On {lower_first(driver.name)}:", f" “{words} What should we do?”")
