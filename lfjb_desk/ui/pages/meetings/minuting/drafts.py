"""What is kept of minuting: the words in the box, and the item that was in front of the user."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from lfjb_desk.domain.formatting import listed, long_date
from lfjb_desk.services.drafts.draft import PLACE, Draft, DraftPlace

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from uuid import UUID

    from lfjb_desk.domain.read_models.meetings.minutes import MinutedItem, MinutesView
    from lfjb_desk.ui.drafts import Drafts


def _tr(text: str) -> str:
    return QCoreApplication.translate("MinuteDrafts", text)


def minute_key(item_id: UUID) -> str:
    """Return what the words in the box are kept under while an item is minuted."""
    return f"minute/{item_id}"


def place_key(meeting_id: UUID) -> str:
    """Return what the item that was minuted last is kept under."""
    return f"{PLACE}{meeting_id}"


def unrecorded_words(items: Iterable[MinutedItem], drafts: Drafts) -> str:
    """Return in a sentence under which items something was typed and not recorded, or nothing."""
    names = [
        f"{minuted.number}. {minuted.item.title}"
        for minuted in items
        if drafts.draft(minute_key(minuted.item.id)) is not None
    ]
    if not names:
        return ""
    return _tr("What you typed is not recorded under {0}.").format(listed(names))


def minute_of(
    view: MinutesView, minuted: MinutedItem, text: str, cursor: int, now: datetime
) -> Draft:
    """Return what is typed for an item, and where the cursor stands in it."""
    return Draft(
        minute_key(minuted.item.id),
        _title(view, minuted),
        {"text": text},
        now,
        _place(view, minuted),
        "text",
        cursor,
    )


def place_of(view: MinutesView, minuted: MinutedItem, now: datetime) -> Draft:
    """Return where somebody minutes."""
    return Draft(place_key(view.meeting.id), _title(view, minuted), {}, now, _place(view, minuted))


def _place(view: MinutesView, minuted: MinutedItem) -> DraftPlace:
    return DraftPlace("meetings", "item", minuted.item.id, view.group.area_id, view.group.id)


def _title(view: MinutesView, minuted: MinutedItem) -> str:
    item = f"{minuted.number}. {minuted.item.title}"
    return _tr("{0}, meeting of {1}").format(item, long_date(view.meeting.held_on))
