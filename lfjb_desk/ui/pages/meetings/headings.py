"""The soft lines under the headings of the Meetings page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from lfjb_desk.domain.formatting import count, span, weekday_date
from lfjb_desk.domain.meetings.meetings import MeetingState

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from lfjb_desk.domain.meetings.meetings import Meeting
    from lfjb_desk.domain.read_models.meetings.meetings import AgendaView


def _tr(text: str) -> str:
    return QCoreApplication.translate("MeetingHeadings", text)


def totals(meetings: Sequence[Meeting], today: date) -> str:
    """Return how many are to come, in session, held, cancelled, and never marked as held."""
    coming = sum(each.state.is_coming and not each.is_over(today) for each in meetings)
    unmarked = sum(each.state.is_coming and each.is_over(today) for each in meetings)
    over = sum(each.state.is_held for each in meetings)
    cancelled = sum(each.state is MeetingState.CANCELLED for each in meetings)
    in_session = len(meetings) - coming - unmarked - over - cancelled
    parts = [f"{count(coming, _tr('meeting')).capitalize()} {_tr('to come')}"]
    parts += [_tr("{0} in session").format(in_session)] if in_session else []
    parts.append(_tr("{0} held").format(over))
    parts += [_tr("{0} cancelled").format(cancelled)] if cancelled else []
    parts += [_tr("{0} past and not marked as held").format(unmarked)] if unmarked else []
    return ", ".join(parts)


def under(view: AgendaView, *, short: bool) -> str:
    """Return the soft line under the heading: day, times and place unless it is short, state."""
    meeting = view.meeting
    parts = [weekday_date(meeting.held_on)]
    if meeting.starts is not None and not short:
        parts.append(span(meeting.starts, view.ends))
    if meeting.place and not short:
        parts.append(meeting.place)
    state = meeting.state.value
    if meeting.state is MeetingState.CANCELLED:
        state = f"{state}: {meeting.cancelled_why}"
    return ", ".join([*parts, state])
