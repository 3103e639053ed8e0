"""The texts that a meeting is asked to agree: which item asks for which, and where each stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lfjb_desk.domain.formatting import fold
from lfjb_desk.domain.meetings.meetings import ItemTopic, Purpose

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lfjb_desk.domain.meetings.meetings import AgendaItem
    from lfjb_desk.domain.read_models.governance.governing_documents import DocumentRow
    from lfjb_desk.papers.parts.report_data import MeetingReportData


def draft_asked(item: AgendaItem, documents: Sequence[DocumentRow]) -> DocumentRow | None:
    """Return the document whose draft an item asks to decide on, which it names in its title.

    None where it asks for no decision, is on another topic, or no draft of such a document is
    there.
    """
    if item.purpose is not Purpose.DECIDE or item.topic is not ItemTopic.NONE:
        return None
    title = fold(item.title)
    named = (
        row
        for row in documents
        if fold(row.document.title) in title or row.document.kind.value in title
    )
    return next((row for row in named if row.draft is not None), None)


def drafts_asked(meeting: MeetingReportData) -> tuple[DocumentRow, ...]:
    """Return the documents whose drafts a meeting is asked to decide on, in the order asked."""
    rows = (draft_asked(line.item, meeting.documents) for line in meeting.agenda.lines)
    return tuple({row.document.id: row for row in rows if row is not None}.values())


def draft_anchor(row: DocumentRow) -> str:
    """Return the anchor of the part of a board paper that holds the draft of a document."""
    return f"draft-{row.document.kind.value.replace(' ', '-')}"


def where_it_stands(meeting: MeetingReportData, item: AgendaItem, *, drafts_here: bool) -> str:
    """Return where the text stands that an item asks to agree, in a sentence; empty for none.

    With `drafts_here` the paper itself holds the drafts.
    """
    last = meeting.minutes.arising.last_label
    if item.topic is ItemTopic.MINUTES and item.purpose is Purpose.DECIDE and last:
        return f"The minutes of {last} stand in full in a paper of their own."
    row = draft_asked(item, meeting.documents)
    if row is None or drafts_here:
        return ""
    return f"The draft stands in the paper “{row.document.title}”."
