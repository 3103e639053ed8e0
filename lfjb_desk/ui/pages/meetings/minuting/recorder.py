"""How lines of the minutes are recorded, changed and removed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from lfjb_desk.domain.changes import RuleError
from lfjb_desk.ui.forms.decision_questions import DecisionQuestions
from lfjb_desk.ui.pages.meetings import forms
from lfjb_desk.ui.pages.meetings.minuting import forms as minuting_forms
from lfjb_desk.ui.pages.meetings.minuting.chips import doubt_words
from lfjb_desk.ui.pages.meetings.minuting.reading.kinds import EntryKind
from lfjb_desk.ui.pages.meetings.minuting.reading.names import Named, Names

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from lfjb_desk.domain.changes import Change
    from lfjb_desk.domain.meetings.meetings import Meeting
    from lfjb_desk.domain.read_models.meetings.meetings import MeetingRow
    from lfjb_desk.domain.read_models.meetings.minutes import MinutedItem, MinutesView
    from lfjb_desk.ui.pages.meetings.minuting.reading.entry_parser import MinuteEntry
    from lfjb_desk.ui.pages.meetings.minuting.record import Recorded
    from lfjb_desk.ui.pages.meetings.services import MeetingsServices
    from lfjb_desk.ui.shell.contract import Desk


def _tr(text: str) -> str:
    return QCoreApplication.translate("Recorder", text)


class Recorder:
    """Turns entries of the box, and commands on the record, into changes."""

    def __init__(self, desk: Desk, services: MeetingsServices) -> None:
        self._desk, self._ask = desk, services
        self._questions = DecisionQuestions(desk, services.decisions, services.meetings)

    def names(self, view: MinutesView) -> Names:
        """Return who can be named: those with a seat here first, then everybody else."""
        seated = {row.person.id for row in view.attendance if row.person}
        people = [
            Named(person.person.id, person.person.name, person.organisation.name)
            for person in self._ask.people.people()
        ]
        bodies = [
            Named(organisation.organisation.id, organisation.organisation.name)
            for organisation in self._ask.people.organisations()
        ]
        return Names(
            tuple(sorted(people, key=lambda person: (person.id not in seated, person.name))),
            tuple(sorted(bodies, key=lambda body: body.name)),
        )

    def keep(self, entry: MinuteEntry, meeting: Meeting, item_id: UUID) -> str:
        """Record an entry under an item; return why it is refused, or nothing."""
        return self._desk.history.attempt(partial(self._change_for, entry, meeting, item_id))

    def change(self, chosen: Recorded) -> None:
        """Ask for other words or ties of something recorded."""
        asks = {
            EntryKind.NOTE: self._change_note,
            EntryKind.DECISION: self._change_decision,
            EntryKind.ACTION: self._change_action,
        }
        asks[chosen.kind](chosen)

    def remove(self, chosen: Recorded) -> None:
        """Remove something recorded."""
        removes: dict[EntryKind, Callable[[UUID], Change]] = {
            EntryKind.NOTE: self._ask.minutes.remove_note,
            EntryKind.DECISION: self._ask.decisions.remove,
            EntryKind.ACTION: self._ask.actions.remove,
        }
        self._desk.history.do(partial(removes[chosen.kind], chosen.key))

    def turn(self, chosen: Recorded) -> None:
        """Ask who takes a decision out of force, or puts a withdrawn one into force again."""
        self._questions.turn(self._ask.decisions.row(chosen.key).decision)

    def open_meetings(self, chosen: Recorded) -> list[MeetingRow]:
        """Return the meetings that can record what replaces a decision: minutes not circulated."""
        return self._questions.open_meetings(self._ask.decisions.row(chosen.key).decision.group_id)

    def replace(self, chosen: Recorded) -> None:
        """Ask which decision takes the place of one, and at which meeting it is made."""
        self._questions.replace(self._ask.decisions.row(chosen.key).decision)

    def move(self, chosen: Recorded, items: Sequence[MinutedItem]) -> None:
        """Ask under which item of the meeting a note stands, and where among its notes."""
        minuted = next(item for item in items if any(note.id == chosen.key for note in item.notes))
        place = 1 + [note.id for note in minuted.notes].index(chosen.key)

        self._desk.keep(
            minuting_forms.move_note(items, minuted.item.id, place),
            lambda answer: self._ask.minutes.move_note(chosen.key, answer.place, answer.item_id),
        )

    def _change_for(self, entry: MinuteEntry, meeting: Meeting, item_id: UUID) -> Change:
        if entry.is_held:
            raise RuleError(doubt_words(entry))
        if entry.kind is EntryKind.NOTE:
            return self._ask.minutes.add_note(item_id, entry.text)
        if entry.kind is EntryKind.DECISION:
            return self._ask.decisions.add(
                meeting.id, entry.text, item_id=item_id, review_by=entry.due
            )
        if entry.due is None:
            raise RuleError(
                _tr("Say when it is due, such as +2w, fri or 21/11; your words are kept.")
            )
        return self._ask.actions.add(
            meeting.group_id,
            entry.text,
            entry.due,
            meeting.held_on,
            meeting_id=meeting.id,
            item_id=item_id,
            owner_id=entry.owner.id if entry.owner else None,
            accountable_id=entry.body.id if entry.body else None,
        )

    def _change_note(self, chosen: Recorded) -> None:
        self._desk.keep(
            forms.change_note(chosen.text),
            lambda answer: self._ask.minutes.edit_note(chosen.key, answer.text),
        )

    def _change_decision(self, chosen: Recorded) -> None:
        self._desk.keep(
            forms.change_decision(self._ask.decisions.row(chosen.key)),
            lambda answer: self._ask.decisions.edit(
                chosen.key,
                answer.text,
                reason=answer.reason,
                review_by=answer.review_by,
                restricted=answer.restricted,
            ),
        )

    def _change_action(self, chosen: Recorded) -> None:
        people, bodies = self._ask.people.people(), self._ask.people.organisations()
        raised = self._ask.actions.row(chosen.key, self._desk.context.today)
        self._desk.keep(
            forms.change_action(raised, people, bodies),
            lambda answer: self._ask.actions.edit(
                chosen.key, answer.title, answer.due, **answer.fields()
            ),
        )
