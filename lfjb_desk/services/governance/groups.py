"""What the user can ask of groups, and do to them."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from lfjb_desk.domain.changes import Change, RuleError, added, change, edited, removed
from lfjb_desk.domain.common import lengths
from lfjb_desk.domain.formatting import long_date
from lfjb_desk.domain.governance.escalations import StandingItem
from lfjb_desk.domain.governance.groups import Appointment, Group, GroupKind, Marking, Office, Seat
from lfjb_desk.domain.places import DfjArea
from lfjb_desk.domain.read_models.governance.groups import GroupNode
from lfjb_desk.services.governance.lowering import approvers, lowering_words
from lfjb_desk.services.rules import filled, quoted, refuse_while_used
from lfjb_desk.store.queries.governance import groups as store
from lfjb_desk.store.queries.governance import standing_items
from lfjb_desk.store.queries.lookup import found

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from typing_extensions import Unpack

    from lfjb_desk.domain.read_models.governance.groups import Approver
    from lfjb_desk.services.governance.lowering import LoweredMarking
    from lfjb_desk.store.engine.database import Database
    from lfjb_desk.store.queries.lookup import Reading


class GroupFields(TypedDict, total=False):
    """What a group says of itself besides its name; what is left out stays as it is."""

    parent_id: UUID | None
    purpose: str
    carried_by: Office | None
    quorum: int | None
    marking: Marking


class GroupService:
    """Answers questions about groups, and turns commands into changes."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self, area_id: UUID, *, closed: bool = False) -> tuple[Group, ...]:
        """Return the groups of an area, boards first; the closed ones only when asked for."""
        with self._database.session() as session:
            groups = store.of_area(session, area_id)
        kept = [group for group in groups if closed or group.closed_on is None]
        return tuple(sorted(kept, key=lambda group: group.kind is not GroupKind.BOARD))

    def everywhere(self) -> Sequence[Group]:
        """Return the open groups of every area, by the area's name, boards first."""
        with self._database.session() as session:
            return store.open_everywhere(session)

    def get(self, group_id: UUID) -> Group:
        """Return one group."""
        with self._database.session() as session:
            return found(session, Group, group_id)

    def tree(self, area_id: UUID, day: date, *, closed: bool = False) -> tuple[GroupNode, ...]:
        """Return the groups of an area as a tree on a day, boards first."""
        groups = self.all(area_id, closed=closed)
        group_ids = {group.id for group in groups}
        with self._database.session() as session:
            rows = store.seat_rows(session, [(group.id, day) for group in groups])

        def node(group: Group) -> GroupNode:
            seats = rows[group.id, day]
            names = {seat.office: seat.name for seat in seats if seat.office}
            return GroupNode(
                group=group,
                seats=len(seats),
                vacant=sum(seat.vacant for seat in seats),
                chair=names.get(Office.CHAIR, ""),
                carrier=names.get(group.carried_by, "") if group.carried_by else "",
                children=tuple(node(child) for child in groups if child.parent_id == group.id),
            )

        return tuple(node(group) for group in groups if group.parent_id not in group_ids)

    def add(
        self, area_id: UUID, name: str, kind: GroupKind, **fields: Unpack[GroupFields]
    ) -> Change:
        """Return the change that adds a board, or a group under another."""
        name = filled(name, "The name of the group", lengths.NAME)
        with self._database.session() as session:
            found(session, DfjArea, area_id)
            group = Group(area_id=area_id, kind=kind, name=name, **fields)
            _check(session, group, group.parent_id, group.quorum)
        return change(f"Add {quoted(name)}", group, [added(group)])

    def edit(
        self,
        group_id: UUID,
        name: str | None = None,
        lowered: LoweredMarking | None = None,
        **fields: Unpack[GroupFields],
    ) -> Change:
        """Return the change that gives a group another name, parent, purpose or rule.

        Raises:
            RuleError: when a rule is broken, or its marking is lowered without a reason or without
                somebody who may agree to it.
        """
        with self._database.session() as session:
            group = found(session, Group, group_id)
            parent_id = fields.get("parent_id", group.parent_id)
            _check(session, group, parent_id, fields.get("quorum", group.quorum))
            label = _label(session, group, fields.get("marking", group.marking), lowered)
        new = group.name
        if name is not None:
            new = filled(name, "The name of the group", lengths.NAME)
        return change(label, group, [edited(group, name=new, **fields)])

    def approvers(self, group_id: UUID, day: date) -> tuple[Approver, ...]:
        """Return who may agree that the marking of a group is lowered."""
        with self._database.session() as session:
            return approvers(session, found(session, Group, group_id), day)

    def close(self, group_id: UUID, on: date) -> Change:
        """Return the change that closes a group; what it did stays."""
        with self._database.session() as session:
            group = found(session, Group, group_id)
            groups = store.of_area(session, group.area_id)
        if group.closed_on is not None:
            raise RuleError(
                f"{quoted(group.name)} closed on {long_date(group.closed_on)}. Nothing was changed."
            )
        under = [other for other in groups if other.parent_id == group_id and not other.closed_on]
        if under:
            names = ", ".join(other.name for other in under)
            raise RuleError(
                f"{quoted(group.name)} still has groups under it: {names}. "
                "Close them first or give them another parent; nothing was changed."
            )
        return change(f"Close {quoted(group.name)}", group, [edited(group, closed_on=on)])

    def reopen(self, group_id: UUID) -> Change:
        """Return the change that opens a closed group again."""
        with self._database.session() as session:
            group = found(session, Group, group_id)
        if group.closed_on is None:
            raise RuleError(f"{quoted(group.name)} is open. Nothing was changed.")
        return change(f"Reopen {quoted(group.name)}", group, [edited(group, closed_on=None)])

    def remove(self, group_id: UUID) -> Change:
        """Return the change that removes a group that has done nothing yet, with its seats."""
        with self._database.session() as session:
            group = found(session, Group, group_id)
            refuse_while_used(
                session,
                group,
                quoted(group.name),
                besides=(Seat, StandingItem),
                instead="Close it instead.",
            )
            items = standing_items.of_group(session, group_id)
            seats: Sequence[Seat] = store.seats(session, group_id)
            terms: Sequence[Appointment] = store.appointments(session, group_id)
        gone = [removed(row) for row in (*items, *terms, *seats, group)]
        return change(f"Remove {quoted(group.name)}", group, gone)


def _label(session: Reading, group: Group, marking: Marking, lowered: LoweredMarking | None) -> str:
    """Return what a change of a group is called; a lower marking needs a reason and a name."""
    if marking is Marking.highest((marking, group.marking)):
        return f"Change {quoted(group.name)}"
    if lowered is None:
        raise RuleError("Say why the marking is lowered, and who agreed. Nothing was changed.")
    words = lowering_words(session, group, lowered)
    return f"Lower the marking of {quoted(group.name)} to {marking.value}: {words}"


def _check(session: Reading, group: Group, parent_id: UUID | None, quorum: int | None) -> None:
    """Refuse a group in the wrong place, or a quorum that is no number of seats."""
    if quorum is not None and quorum < 1:
        raise RuleError("A quorum is at least one seat. Nothing was changed.")
    if group.kind is GroupKind.BOARD:
        if parent_id is not None:
            raise RuleError("A board stands under no other group. Nothing was changed.")
        return
    if parent_id is None:
        raise RuleError(
            f"{quoted(group.name)} is a {group.kind.value} and reports to another group. "
            "Choose the group it reports to; nothing was changed."
        )
    above: UUID | None = parent_id
    while above is not None:
        if above == group.id:
            raise RuleError(
                f"{quoted(group.name)} cannot report to itself or to a group under it. "
                "Nothing was changed."
            )
        parent = found(session, Group, above)
        if parent.area_id != group.area_id:
            raise RuleError("That group is in another area. Nothing was changed.")
        above = parent.parent_id
