"""Minutes from circulation on: read as they were kept, and what became of them since."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lfjb_desk.domain.changes import RuleError
from lfjb_desk.domain.meetings.minutes import digest
from lfjb_desk.domain.read_models.meetings.minutes import MinutesHistory
from lfjb_desk.domain.read_models.meetings.minutes_content import decode_minutes
from lfjb_desk.store.queries import minutes as store

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from lfjb_desk.domain.meetings.meetings import Meeting
    from lfjb_desk.domain.meetings.minutes import CirculatedMinutes
    from lfjb_desk.domain.read_models.meetings.minutes import MinutesView
    from lfjb_desk.store.queries.lookup import Reading


@dataclass(frozen=True)
class KeptMinutes:
    """What is kept of the minutes of one meeting."""

    view: MinutesView | None
    """As they were circulated; None in draft, and where nothing sound is kept."""
    history: MinutesHistory


NOTHING_KEPT = KeptMinutes(None, MinutesHistory())


def kept_minutes(session: Reading, at: Sequence[Meeting]) -> dict[UUID, KeptMinutes]:
    """Return what is kept of the minutes of meetings, by meeting."""
    # Nothing is kept of a meeting to come: a paper on one asks nothing more.
    begun = [meeting for meeting in at if meeting.state.is_begun]
    keys = [meeting.id for meeting in begun]
    kept = {meeting.id: NOTHING_KEPT for meeting in at}
    if not keys:
        return kept
    versions = store.circulated_of(session, keys)
    agreements = store.agreements_of(session, keys)
    corrections = store.corrections_of(session, keys)
    for meeting in begun:
        key = meeting.id
        history = MinutesHistory(
            earlier=tuple(versions[key]),
            agreement=agreements[key],
            corrections=tuple(corrections[key]),
        )
        kept[key] = _kept(meeting, history)
    return kept


def kept_views(session: Reading, at: Sequence[Meeting]) -> dict[UUID, MinutesView]:
    """Return minutes as they were circulated, by meeting; none in draft, or not soundly kept.

    It asks nothing of what became of them since.
    """
    settled = [meeting.id for meeting in at if meeting.state.is_circulated]
    versions = store.circulated_of(session, settled) if settled else {}
    views = {key: as_circulated(own[-1]) for key, own in versions.items() if own}
    return {key: view for key, view in views.items() if view is not None}


def _kept(meeting: Meeting, history: MinutesHistory) -> KeptMinutes:
    if not meeting.state.is_circulated or not history.earlier:
        return KeptMinutes(None, history)
    *earlier, newest = history.earlier
    view = as_circulated(newest)
    history = replace(history, kept=newest, sound=view is not None, earlier=tuple(earlier))
    if view is None:
        return KeptMinutes(None, history)
    # How far they have come since is the meeting's to say, not theirs.
    today = view.meeting.model_copy(update={"state": meeting.state})
    return KeptMinutes(replace(view, meeting=today), history)


def as_circulated(row: CirculatedMinutes) -> MinutesView | None:
    """Return minutes as they were circulated; None where they are not what was kept."""
    if digest(row.content) != row.sha256:
        return None
    try:
        return decode_minutes(row.content)
    except RuleError:
        return None
