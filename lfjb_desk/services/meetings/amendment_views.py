"""What came back on circulated minutes, put together for a screen or a paper."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lfjb_desk.domain.read_models.meetings.amendments import AmendmentRow, AmendmentsView
from lfjb_desk.services.meetings.kept_minutes import as_circulated
from lfjb_desk.services.meetings.meetings import label_of
from lfjb_desk.store.engine.withholding import withheld, withholds
from lfjb_desk.store.queries import amendments as store
from lfjb_desk.store.queries import minutes

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from lfjb_desk.domain.meetings.amendments import MinutesReview
    from lfjb_desk.domain.meetings.meetings import Meeting
    from lfjb_desk.domain.meetings.minutes import CirculatedMinutes
    from lfjb_desk.store.queries.lookup import Reading


def amendments_view(session: Reading, meeting: Meeting) -> AmendmentsView:
    """Return all that came back on the minutes of a meeting, and who has not answered."""
    key = meeting.id
    versions = minutes.circulated_of(session, [key])[key]
    reviews = tuple(store.reviews_of(session, key))
    corrections = minutes.corrections_of(session, [key])[key]
    numbers: dict[UUID | None, int] = {each.id: each.number for each in corrections}
    items = _items(versions)
    order = {review.id: (at, review) for at, review in enumerate(reviews)}
    rows = [
        AmendmentRow(
            each,
            order[each.review_id][1],
            *items.get(each.item_id, (None, "")),
            numbers.get(each.correction_id),
        )
        for each in store.amendments_in(session, order)
    ]
    if _hides_any(session, versions):
        rows = [_without_words(row) for row in rows]
    rows.sort(key=lambda row: (row.amendment.paragraph, order[row.review.id][0]))
    return AmendmentsView(
        meeting_id=key,
        label=label_of(session, meeting),
        version=versions[-1].version if versions else 0,
        rows=tuple(rows),
        reviews=reviews,
        silent=_silent(versions, reviews),
    )


def _hides_any(session: Reading, versions: Sequence[CirculatedMinutes]) -> bool:
    """Tell whether the reader may not see all of the minutes that amendments are about."""
    if not withholds(session):
        return False
    views = [view for kept in versions if (view := as_circulated(kept)) is not None]
    return any(withheld(session).minutes(view) != view for view in views)


def _without_words(row: AmendmentRow) -> AmendmentRow:
    """Return an amendment without its words, which may be those of restricted matter."""
    bare = row.amendment.model_copy(update={"before": "", "after": "", "decided_why": ""})
    return replace(row, amendment=bare, withheld=True)


def _items(versions: Sequence[CirculatedMinutes]) -> dict[UUID | None, tuple[str | None, str]]:
    """Return number and title of each item as the minutes were circulated, the newest last."""
    items: dict[UUID | None, tuple[str | None, str]] = {}
    for kept in versions:
        view = as_circulated(kept)
        for each in view.items if view else ():
            items[each.item.id] = each.number, each.item.title
    return items


def _silent(
    versions: Sequence[CirculatedMinutes], reviews: Sequence[MinutesReview]
) -> tuple[str, ...]:
    """Return those with a seat at the meeting who have not answered to the newest version."""
    view = as_circulated(versions[-1]) if versions else None
    if view is None:
        return ()
    newest = [review for review in reviews if review.version == versions[-1].version]
    people_heard = {review.person_id for review in newest}
    names_heard = {review.reviewer for review in newest}
    sent = {row.person.id: row.person.name for row in view.attendance if row.person}
    return tuple(
        name for key, name in sent.items() if key not in people_heard and name not in names_heard
    )
