"""Rules that every feature shares: words that must be given, order, and rows still in use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lfjb_desk.domain.changes import Edit, RuleError, edited
from lfjb_desk.domain.formatting import count, listed
from lfjb_desk.domain.governance.groups import Group
from lfjb_desk.domain.meetings.meetings import Meeting, MeetingState
from lfjb_desk.domain.read_models.meetings.meetings import meeting_label
from lfjb_desk.store.queries import lookup

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from uuid import UUID

    from lfjb_desk.domain.rows import Row
    from lfjb_desk.store.queries.lookup import Reading

SHORT = 40
"""How much of a long text a label shows."""


def filled(text: str, what: str, most: int | None = None) -> str:
    """Return a text without the space around it.

    Raises:
        RuleError: when it is empty or longer than `most` characters.
    """
    text = text.strip()
    if not text:
        raise RuleError(f"{what} is empty. Write it, then try again; nothing was changed.")
    if most is not None and len(text) > most:
        raise RuleError(
            f"{what} has {len(text):,} characters and can have {most}. "
            "Shorten it, then try again; nothing was changed."
        )
    return text


def quoted(text: str) -> str:
    """Return a text in quotation marks for a label, cut where it is long."""
    text = " ".join(text.split())
    return f"“{text}”" if len(text) <= SHORT else f"“{text[: SHORT - 1].rstrip()}…”"


def email_address(email: str) -> str:
    """Return an email address without the space around it; it may be left empty.

    Raises:
        RuleError: when it cannot be one.
    """
    email = email.strip()
    if email and ("@" not in email.strip("@") or " " in email):
        raise RuleError(
            f"{quoted(email)} is not an email address. Mend it or leave it empty; "
            "nothing was changed."
        )
    return email


def refuse_while_used(
    session: Reading, row: Row, name: str, *, besides: Collection[type[Row]] = (), instead: str = ""
) -> None:
    """Refuse to remove a row that others still refer to, `besides` those that go with it.

    Raises:
        RuleError: when it is in use; it says by what, and what to do `instead`.
    """
    counts = lookup.uses(session, row, besides)
    if counts:
        plurals = {"person": "people"}
        users = listed([count(n, words, plurals.get(words, "")) for words, n in counts.items()])
        verb = "uses" if sum(counts.values()) == 1 else "use"
        advice = f" {instead}" if instead else ""
        raise RuleError(f"{name} cannot be removed: {users} {verb} it.{advice}")


def reordered(rows: Sequence[Row], key: UUID, position: int) -> list[Edit]:
    """Return the edits that bring one row to a place, counted from 1, and close the gaps."""
    rest = [row for row in rows if row.id != key]
    moving = [row for row in rows if row.id == key]
    at = max(0, min(position - 1, len(rest)))
    return positioned([*rest[:at], *moving, *rest[at:]])


def positioned(rows: Sequence[Row]) -> list[Edit]:
    """Return the edits that number rows from 1 in the order given."""
    edits = (edited(row, position=at) for at, row in enumerate(rows, start=1))
    return [edit for edit in edits if edit.after]


def next_ref(stem: str, taken: Sequence[str]) -> str:
    """Return the ref after the highest one taken: `ESST-A-` gives `ESST-A-014`."""
    numbers = [int(tail) for ref in taken if (tail := ref.removeprefix(stem)).isdecimal()]
    return f"{stem}{max(numbers, default=0) + 1:03d}"


def open_meeting(session: Reading, meeting_id: UUID) -> Meeting:
    """Return a meeting whose words may still change.

    Raises:
        RuleError: when its minutes are circulated, agreed or signed, it is cancelled, or it is no
            longer there.
    """
    meeting = lookup.found(session, Meeting, meeting_id)
    if meeting.state is MeetingState.CANCELLED:
        label = meeting_label(lookup.found(session, Group, meeting.group_id), meeting)
        raise RuleError(
            f"{label} is cancelled, so it stays as it is. Reinstate it first if it takes place "
            "after all; nothing was changed."
        )
    if meeting.state.is_circulated:
        label = meeting_label(lookup.found(session, Group, meeting.group_id), meeting)
        how_far, advice = (
            ("agreed", "Note a correction at a later meeting")
            if meeting.state.is_agreed
            else ("circulated", "Take them back to draft, or note a correction")
        )
        raise RuleError(
            f"The minutes of {label} are {how_far}, so their words stay as they are. "
            f"{advice}; nothing was changed."
        )
    return meeting
