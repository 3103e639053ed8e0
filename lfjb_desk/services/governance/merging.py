"""Two entries of one person are made one, by the user's word and never by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lfjb_desk.domain.changes import Change, Edit, RuleError, change, edited, removed
from lfjb_desk.domain.formatting import count, listed, long_date
from lfjb_desk.domain.governance.groups import Appointment, Seat
from lfjb_desk.domain.governance.people import Person
from lfjb_desk.domain.read_models.governance.likeness import like_people
from lfjb_desk.services.rules import quoted
from lfjb_desk.store.queries import lookup
from lfjb_desk.store.queries.governance import people as store

if TYPE_CHECKING:
    from uuid import UUID

    from lfjb_desk.domain.read_models.governance.likeness import LikePeople
    from lfjb_desk.store.engine.database import Database
    from lfjb_desk.store.queries.lookup import Reading


class MergingService:
    """Finds entries that may be of one person, and turns their merging into a change."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def like_people(self) -> tuple[LikePeople, ...]:
        """Return the pairs of entries that may be of one person, the surest first."""
        with self._database.session() as session:
            return like_people(store.people(session))

    def hanging(self, person_id: UUID) -> str:
        """Return what hangs on an entry, in words: `2 appointments and 1 action`, or `nothing`."""
        with self._database.session() as session:
            person = lookup.found(session, Person, person_id)
            uses = lookup.uses(session, person)
        return listed([count(number, words) for words, number in uses.items()]) or "nothing"

    def merge(self, kept_id: UUID, gone_id: UUID) -> Change:
        """Return the change that gives all that hangs on one entry to another, and removes it.

        The entry that is kept takes over the post and the address where it has none. Minutes that
        were circulated stay as they went out.

        Raises:
            RuleError: when both are the same entry, or one seat would be held twice at a time.
        """
        with self._database.session() as session:
            kept = lookup.found(session, Person, kept_id)
            gone = lookup.found(session, Person, gone_id)
            if kept.id == gone.id:
                raise RuleError("Choose another entry to merge with. Nothing was changed.")
            _refuse_crossing(session, kept, gone)
            moved = [
                edited(row, **dict.fromkeys(columns, kept.id))
                for row, columns in lookup.referring(session, gone)
            ]
        filled = edited(kept, post=kept.post or gone.post, email=kept.email or gone.email)
        edits: list[Edit] = [*moved, filled, removed(gone)]
        return change(f"Merge {quoted(gone.name)} into {quoted(kept.name)}", kept, edits)


def _refuse_crossing(session: Reading, kept: Person, gone: Person) -> None:
    """Refuse two entries that sit in one seat at a time: one of the appointments is wrong."""
    own = store.appointments_of(session, kept.id)
    for term in store.appointments_of(session, gone.id):
        for other in own:
            if term.seat_id == other.seat_id and _cross(term, other):
                seat = lookup.found(session, Seat, term.seat_id)
                raise RuleError(
                    f"Both entries sit in {quoted(seat.title)} on "
                    f"{long_date(max(term.starts, other.starts))}. End or remove one of the two "
                    "appointments first; nothing was changed."
                )


def _cross(term: Appointment, other: Appointment) -> bool:
    return term.holds_on(other.starts) or other.holds_on(term.starts)
