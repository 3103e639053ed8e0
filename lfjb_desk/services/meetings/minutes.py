"""What the user can ask of minutes, and do to the notes in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lfjb_desk.domain.changes import Change, RuleError, added, change, edited, removed
from lfjb_desk.domain.meetings.meetings import AgendaItem, Meeting, MinuteNote
from lfjb_desk.services.meetings.minute_views import (
    arising_at,
    minutes_of,
    whole_minutes,
    with_later,
)
from lfjb_desk.services.rules import filled, open_meeting, positioned, quoted, reordered
from lfjb_desk.store.queries import minutes as store
from lfjb_desk.store.queries.lookup import found

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from uuid import UUID

    from lfjb_desk.domain.read_models.meetings.minutes import MattersArising, MinutesView
    from lfjb_desk.store.engine.database import Database
    from lfjb_desk.store.queries.lookup import Reading


class MinutesService:
    """Answers with the minutes of a meeting, and turns commands into changes."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def view(self, meeting_id: UUID, today: date, *, arising: bool = True) -> MinutesView:
        """Return a meeting as its minutes tell it; actions are judged against today.

        Without `arising` the open actions of earlier meetings are left out, and need no reading.
        """
        return self.views([meeting_id], today, arising=arising)[meeting_id]

    def views(
        self, meeting_ids: Iterable[UUID], today: date, *, arising: bool = True
    ) -> dict[UUID, MinutesView]:
        """Return meetings as their minutes tell them, by meeting, all read at once."""
        with self._database.session() as session:
            at = [found(session, Meeting, key) for key in dict.fromkeys(meeting_ids)]
            arose = arising_at(session, at, today) if arising else {}
            return minutes_of(session, at, today, arose)

    def on_screen(self, meeting_id: UUID, today: date) -> MinutesView:
        """Return a meeting as its minutes tell it, with what happened later beside it."""
        with self._database.session() as session:
            meeting = found(session, Meeting, meeting_id)
            view = minutes_of(session, [meeting], today, {})[meeting_id]
            return with_later(session, view, today)

    def to_print(self, meeting_id: UUID, today: date) -> MinutesView:
        """Return a meeting as its minutes tell it, with the next dates as they were known.

        Raises:
            RuleError: when what was kept of circulated minutes was altered outside the desk.
        """
        with self._database.session() as session:
            return whole_minutes(session, found(session, Meeting, meeting_id), today)

    def arising(self, meeting_id: UUID, today: date) -> MattersArising:
        """Return what earlier meetings left for this one: decisions, and actions still open."""
        with self._database.session() as session:
            meeting = found(session, Meeting, meeting_id)
            return arising_at(session, [meeting], today)[meeting_id]

    def add_note(self, item_id: UUID, text: str, position: int | None = None) -> Change:
        """Return the change that adds a note under an item, at the end or at a place from 1."""
        text = filled(text, "The note")
        with self._database.session() as session:
            item = found(session, AgendaItem, item_id)
            meeting = open_meeting(session, item.meeting_id)
            notes = store.notes_under(session, item_id)
            sequence = store.next_sequence(session, item_id)
        _refuse_before_session(meeting)
        at = len(notes) if position is None else max(0, min(position - 1, len(notes)))
        note = MinuteNote(item_id=item_id, position=at + 1, text=text, sequence=sequence)
        moves = positioned([*notes[:at], note, *notes[at:]])
        return change(f"Add note {quoted(text)}", note, [*moves, added(note)])

    def edit_note(self, note_id: UUID, text: str) -> Change:
        """Return the change that gives a note other words."""
        text = filled(text, "The note")
        with self._database.session() as session:
            note = self._open_note(session, note_id)
        return change(f"Change note {quoted(note.text)}", note, [edited(note, text=text)])

    def move_note(self, note_id: UUID, position: int, item_id: UUID | None = None) -> Change:
        """Return the change that brings a note to a place, perhaps under another item."""
        with self._database.session() as session:
            note = self._open_note(session, note_id)
            here = store.notes_under(session, note.item_id)
            label = f"Move note {quoted(note.text)}"
            if item_id is None or item_id == note.item_id:
                return change(label, note, reordered(here, note_id, position))
            own = found(session, AgendaItem, note.item_id)
            other = found(session, AgendaItem, item_id)
            if own.restricted and not other.restricted:
                raise RuleError(
                    "That note stands under a restricted item, and under this one every member "
                    "would read it. Write it anew there if that is meant; nothing was changed."
                )
            if other.meeting_id != own.meeting_id:
                raise RuleError("That item belongs to another meeting. Nothing was changed.")
            there = store.notes_under(session, item_id)
            sequence = store.next_sequence(session, item_id)
        at = max(0, min(position - 1, len(there)))
        left = positioned([other for other in here if other.id != note_id])
        room = [
            edited(other, position=index + 1 if index < at else index + 2)
            for index, other in enumerate(there)
        ]
        moved = edited(note, item_id=item_id, position=at + 1, sequence=sequence)
        return change(label, note, [*left, *room, moved])

    def remove_note(self, note_id: UUID) -> Change:
        """Return the change that removes a note."""
        with self._database.session() as session:
            note = self._open_note(session, note_id)
            here = store.notes_under(session, note.item_id)
        rest = positioned([other for other in here if other.id != note_id])
        return change(f"Remove note {quoted(note.text)}", note, [removed(note), *rest])

    def _open_note(self, session: Reading, note_id: UUID) -> MinuteNote:
        note = found(session, MinuteNote, note_id)
        open_meeting(session, found(session, AgendaItem, note.item_id).meeting_id)
        return note


def _refuse_before_session(meeting: Meeting) -> None:
    if meeting.state.is_coming:
        raise RuleError(
            f"The meeting is “{meeting.state.value}”, and minutes are taken once it is in "
            "session. Start the meeting first; nothing was changed."
        )
