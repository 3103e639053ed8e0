"""What can be done with finished minutes: circulated, agreed, signed, corrected, kept."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from lfjb_desk.domain.formatting import count, listed
from lfjb_desk.domain.meetings.meetings import MeetingState
from lfjb_desk.services.meetings.circulation import unassigned_words
from lfjb_desk.ui.commands import Command
from lfjb_desk.ui.pages.meetings import circulation_forms as forms
from lfjb_desk.ui.pages.meetings.minuting.drafts import unrecorded_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from lfjb_desk.domain.actions import Action
    from lfjb_desk.domain.read_models.meetings.meetings import MeetingRow
    from lfjb_desk.domain.read_models.meetings.minutes import MinutesView
    from lfjb_desk.ui.pages.meetings.services import MeetingsServices
    from lfjb_desk.ui.shell.contract import Desk


MOST_NAMED = 5
"""Amendments that a question names one by one."""


class CirculationCommands(QObject):
    """Asks what a step of finished minutes needs to know, and hands it to the history."""

    def __init__(self, desk: Desk, services: MeetingsServices, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._ask = desk, services
        self.correcting: Command[MeetingRow] = Command(
            self.tr("Note a correction…"),
            self.correct,
            "note-pencil",
            offered=lambda row: row.meeting.state.is_circulated,
        )
        self.keeping: Command[MeetingRow] = Command(
            self.tr("Keep the minutes as they now stand"),
            self.keep,
            "lock",
            offered=self._can_keep,
        )

    def step(self, meeting_id: UUID, state: MeetingState) -> bool:
        """Circulate, agree or sign minutes; answer whether they are so now."""
        row = self._ask.meetings.row(meeting_id)
        if state is MeetingState.CIRCULATED:
            return self._circulate(row)
        return self._agree(row) if state is MeetingState.AGREED else self._sign(row)

    def _circulate(self, row: MeetingRow) -> bool:
        """Circulate minutes, once the user knows what is still open in them."""
        meeting_id, today = row.meeting.id, self._desk.context.today
        if lacking := self._ask.circulation.unassigned(meeting_id):
            self._show_unassigned(row, lacking)
            return False
        open_parts = self._open_words(meeting_id)
        title = (
            self.tr("Circulate the minutes of {0} as they are?")
            if open_parts
            else self.tr("Circulate the minutes of {0}?")
        )
        lasts = self.tr(
            "Once they are circulated, their words stay, and nothing done before is undone."
        )
        detail = " ".join(part for part in (open_parts, lasts) if part)
        circulate = self.tr("Mark as circulated")
        if not self._desk.dialogs.confirm(title.format(row.label), detail, circulate):
            return False
        return self._desk.history.do(partial(self._ask.circulation.circulate, meeting_id, today))

    def _open_words(self, meeting_id: UUID) -> str:
        """Return in sentences what nobody has minuted or recorded; empty where all is."""
        view = self._ask.minutes.view(meeting_id, self._desk.context.today, arising=False)
        typed = unrecorded_words(view.items, self._desk.drafts)
        return " ".join(filter(None, (self._missing_words(view), typed)))

    def _show_unassigned(self, row: MeetingRow, lacking: Sequence[Action]) -> None:
        """Say which actions need an owner or a body first, and offer to open the first of them."""
        title = self.tr("Before the minutes of {0} are circulated").format(row.label)
        first = lacking[0]
        show = self.tr("Show {0}").format(first.ref)
        if self._desk.dialogs.confirm(title, unassigned_words(lacking), show):
            self._desk.context.go("actions", "action", first.id)

    def _missing_words(self, view: MinutesView) -> str:
        unmarked = sum(row.expected for row in view.attendance)
        empty = sum(not minuted.recorded for minuted in view.items)
        seats, items = count(unmarked, self.tr("seat")), count(empty, self.tr("item"))
        if unmarked and empty:
            both = self.tr("Attendance is not marked for {0}, and nothing is recorded under {1}.")
            return both.format(seats, items)
        if unmarked:
            return self.tr("Attendance is not marked for {0}.").format(seats)
        return self.tr("Nothing is recorded under {0}.").format(items) if empty else ""

    def correct(self, row: MeetingRow) -> None:
        """Ask for a correction of circulated minutes."""
        meeting_id, today = row.meeting.id, self._day(row)
        view = self._ask.minutes.view(meeting_id, today, arising=False)
        later = self._later(row)[::-1]
        self._desk.keep(
            forms.correct(row.label, view.items, later, today, self._ask.people.people()),
            lambda answer: self._ask.circulation.correct(
                meeting_id,
                answer.text,
                answer.noted_on,
                answer.noted_by,
                item_id=answer.item_id,
                at_meeting_id=answer.at_meeting_id,
                restricted=answer.restricted,
            ),
        )

    def keep(self, row: MeetingRow) -> None:
        """Keep minutes that an older desk circulated as they now stand."""
        today = self._desk.context.today
        self._desk.history.do(partial(self._ask.circulation.keep, row.meeting.id, today))

    def _can_keep(self, row: MeetingRow) -> bool:
        return self._ask.circulation.lacks_kept(row.meeting.id)

    def _agree(self, row: MeetingRow) -> bool:
        today, people = self._day(row), self._ask.people.people()
        kept = self._desk.keep(
            forms.agree(
                row.label, self._later(row), today, people, self._undecided(row.meeting.id)
            ),
            lambda answer: self._ask.circulation.agree(
                row.meeting.id,
                answer.agreed_on,
                answer.proposed_by,
                at_meeting_id=answer.at_meeting_id,
                seconded_by=answer.seconded_by,
            ),
        )
        return kept is not None

    def _undecided(self, meeting_id: UUID) -> str:
        """Return which amendments nobody has settled; empty where all are."""
        waiting = self._ask.amendments.view(meeting_id).open_rows
        if not waiting:
            return ""
        named = [
            self.tr("paragraph {0} ({1})").format(each.amendment.paragraph, each.author)
            for each in waiting[:MOST_NAMED]
        ]
        rest = len(waiting) - len(named)
        named += [self.tr("{0} more").format(rest)] if rest else []
        number = count(len(waiting), self.tr("amendment"))
        return self.tr("Not settled yet, {0}: {1}. They can still be decided afterwards.").format(
            number, listed(named)
        )

    def _sign(self, row: MeetingRow) -> bool:
        today, people = self._day(row), self._ask.people.people()
        chair = self._ask.circulation.chair_on(row.meeting.group_id, today)
        kept = self._desk.keep(
            forms.sign(row.label, chair, today, people),
            lambda answer: self._ask.circulation.sign(
                row.meeting.id, answer.signed_by, answer.signed_on
            ),
        )
        return kept is not None

    def _day(self, row: MeetingRow) -> date:
        """Return the day to offer for what came after a meeting: today, once it was held."""
        return max(self._desk.context.today, row.meeting.held_on)

    def _later(self, row: MeetingRow) -> list[MeetingRow]:
        """Return the meetings of the group after this one, those to come too, the earliest first.

        The service says of one that has not begun what is to be done first.
        """
        rows = self._ask.meetings.rows(row.meeting.group_id)
        return [each for each in rows if each.meeting.held_on > row.meeting.held_on][::-1]
