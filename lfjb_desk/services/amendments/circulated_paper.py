"""Circulated minutes as their paper had them on the day, for comparing a copy that came back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lfjb_desk.domain.blocks import Entitled
from lfjb_desk.domain.changes import RuleError
from lfjb_desk.domain.governance.groups import Group
from lfjb_desk.domain.read_models.meetings.minutes import MinutesHistory
from lfjb_desk.domain.read_models.meetings.minutes_words import altered_words
from lfjb_desk.domain.read_models.restriction import NOTHING_RESTRICTED
from lfjb_desk.papers.minutes import minutes_paper
from lfjb_desk.services.amendments.alignment import counted
from lfjb_desk.services.amendments.passages import passages
from lfjb_desk.services.meetings.kept_minutes import as_circulated
from lfjb_desk.services.meetings.minute_views import minutes_of
from lfjb_desk.services.papers.report_data import ReportGatherer
from lfjb_desk.store.queries.lookup import found
from lfjb_desk.store.queries.restriction import restriction, restriction_of_minutes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path
    from uuid import UUID

    from lfjb_desk.domain.meetings.meetings import Meeting
    from lfjb_desk.domain.meetings.minutes import CirculatedMinutes
    from lfjb_desk.domain.read_models.meetings.minutes import MinutesView
    from lfjb_desk.store.engine.database import Database
    from lfjb_desk.word.reading.reviewed import ReviewedPaper

ITEM_LEVEL = 3
ITEMS = "items"
"""The anchor of the part that has a heading for each item."""


@dataclass(frozen=True)
class CirculatedPaper:
    """The paper of circulated minutes read back, and the item of each counted paragraph."""

    paper: ReviewedPaper
    items: tuple[UUID | None, ...]

    def item_at(self, paragraph: int) -> UUID | None:
        """Return the item that a paragraph, counted from 1, stands under."""
        return self.items[paragraph - 1] if 0 < paragraph <= len(self.items) else None


def circulated_paper(
    database: Database,
    template: Path,
    meeting: Meeting,
    kept: CirculatedMinutes,
    today: date,
    *,
    restricted: bool,
) -> CirculatedPaper:
    """Return the paper of circulated minutes, as its readers had it on the day.

    Raises:
        RuleError: when what was kept of them was altered outside the desk.
    """
    # Late: a window in which no answer is read needs nothing of Word.
    from lfjb_desk.word.reading.tracked import read_reviewed  # noqa: PLC0415
    from lfjb_desk.word.writing.engine import render  # noqa: PLC0415

    view = as_circulated(kept)
    with database.session() as session:
        if view is None:
            now = minutes_of(session, [meeting], today, {})[meeting.id]
            raise RuleError(f"{altered_words(now)} Nothing was changed.")
        view = restriction(session).said_in(view)
        withheld = NOTHING_RESTRICTED if restricted else restriction_of_minutes(session)
    view = withheld.minutes(replace(view, history=MinutesHistory(kept=kept)))
    with database.gathering(withheld) as gathered:
        with gathered.session() as session:
            group = found(session, Group, meeting.group_id)
        gatherer = ReportGatherer(gathered, group, today, restricted, Entitled.SECRETARIAT)
        paper = minutes_paper(gatherer.minutes_as(view))
    read = read_reviewed(render(paper, template))
    return CirculatedPaper(read, _items(read, view))


def _items(paper: ReviewedPaper, view: MinutesView) -> tuple[UUID | None, ...]:
    """Return the item of each counted paragraph: the headings of a part are its items in order."""
    found_items: list[UUID | None] = []
    coming: Iterator[UUID] = iter(())
    item: UUID | None = None
    for passage in counted(passages(paper.paragraphs)):
        if 0 < passage.level < ITEM_LEVEL:
            is_part = ITEMS in passage.bookmarks
            coming = iter(each.item.id for each in view.items if is_part)
            item = None
        elif passage.level == ITEM_LEVEL:
            item = next(coming, None)
        found_items.append(item)
    return tuple(found_items)
