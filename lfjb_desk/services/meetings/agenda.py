"""What the user can ask of agendas, and do to them."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, TypedDict

from lfjb_desk.domain.changes import Change, Edit, RuleError, added, change, edited, removed
from lfjb_desk.domain.common import lengths
from lfjb_desk.domain.governance.escalations import Escalation, StandingItem
from lfjb_desk.domain.governance.groups import Group, GroupKind
from lfjb_desk.domain.governance.people import Person
from lfjb_desk.domain.meetings.meetings import (
    AgendaItem,
    ItemReason,
    ItemTopic,
    Meeting,
    MeetingState,
    MinuteNote,
    Purpose,
)
from lfjb_desk.domain.read_models.meetings.meetings import (
    AgendaLine,
    AgendaView,
    item_numbers,
    meeting_label,
    time_after,
)
from lfjb_desk.services.meetings.carried import carried, unfinished
from lfjb_desk.services.meetings.kept_minutes import kept_minutes
from lfjb_desk.services.rules import (
    filled,
    open_meeting,
    positioned,
    quoted,
    refuse_while_used,
    reordered,
)
from lfjb_desk.store.engine.withholding import withheld
from lfjb_desk.store.queries import meetings as store
from lfjb_desk.store.queries.governance import escalations, standing_items
from lfjb_desk.store.queries.lookup import by_key, found

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date
    from uuid import UUID

    from typing_extensions import Unpack

    from lfjb_desk.store.engine.database import Database
    from lfjb_desk.store.queries.lookup import Reading


USUAL = (
    ("Welcome and apologies", Purpose.NOTE, 5, ItemTopic.NONE),
    ("Conflicts of interest", Purpose.NOTE, 5, ItemTopic.NONE),
    ("Minutes of the last meeting and matters arising", Purpose.DECIDE, 10, ItemTopic.MINUTES),
    ("Action log", Purpose.DISCUSS, 15, ItemTopic.ACTIONS),
    ("Update from the Designated Family Judge", Purpose.NOTE, 10, ItemTopic.NONE),
    ("Performance", Purpose.DISCUSS, 20, ItemTopic.PERFORMANCE),
    ("Drivers of delay", Purpose.DISCUSS, 20, ItemTopic.DRIVERS),
    ("Reports from the sub-groups", Purpose.DISCUSS, 15, ItemTopic.SUB_GROUPS),
    ("Voice of the child", Purpose.DISCUSS, 10, ItemTopic.NONE),
    ("Training", Purpose.NOTE, 5, ItemTopic.NONE),
    ("Risks and escalations to the Family Justice Board", Purpose.DECIDE, 10, ItemTopic.ESCALATION),
    ("Any other business", Purpose.DISCUSS, 5, ItemTopic.DATES),
    ("Dates of the next meetings", Purpose.NOTE, 5, ItemTopic.DATES),
)
"""The agenda that a board starts from: title, purpose, minutes, topic. Two hours and a quarter."""

USUAL_BELOW = (
    ("Welcome and apologies", Purpose.NOTE, 5, ItemTopic.NONE),
    ("Notes of the last meeting and actions", Purpose.DISCUSS, 15, ItemTopic.ACTIONS),
    ("Business of the group", Purpose.DISCUSS, 30, ItemTopic.NONE),
    ("What goes to the board", Purpose.DECIDE, 5, ItemTopic.ESCALATION),
    ("Date of the next meeting", Purpose.NOTE, 5, ItemTopic.DATES),
)
"""What a group below the board starts from: an hour that belongs to its own business."""


RESTRICTING = frozenset({"restricted", "restricted_why", "restricted_audience", "restricted_until"})
"""Who may read an item, and why: what can change whatever became of its minutes."""


class AgendaFrom(Enum):
    """What the agenda of a new meeting starts from."""

    EMPTY = "empty"
    USUAL = "usual"
    LAST = "last"
    UNFINISHED = "unfinished"
    """What the last meeting did not reach, and the items of meetings cancelled since."""


class ItemFields(TypedDict, total=False):
    """What an agenda item says besides its title; what is left out stays as it is."""

    purpose: Purpose
    presenter_id: UUID | None
    minutes: int
    standing: bool
    restricted: bool
    restricted_why: str
    restricted_audience: str
    restricted_until: date | None
    why: str
    ask: str
    topic: ItemTopic


class AgendaService:
    """Answers questions about agendas, and turns commands into changes."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def view(self, meeting_id: UUID) -> AgendaView:
        """Return the agenda of a meeting with its running times.

        From circulation of the minutes on, those who present bear the names that stand in them.
        """
        with self._database.session() as session:
            meeting = found(session, Meeting, meeting_id)
            group = found(session, Group, meeting.group_id)
            items = store.items(session, meeting_id)
            presenters = _presenters(session, meeting, items)
            closed = withheld(session).items
            came_from = _came_from(session, items)
            met = store.of_group(session, meeting.group_id)
        lines, passed = [], 0
        for number, item in zip(item_numbers(items), items, strict=True):
            begins = time_after(meeting.starts, passed)
            passed += item.minutes
            ends, hidden = time_after(meeting.starts, passed), item.id in closed
            name = "" if hidden else presenters.get(item.id, "")
            day = None if hidden else came_from.get(item.id)
            lines.append(AgendaLine(item, number, name, begins, ends, hidden, day))
        return AgendaView(
            meeting=meeting,
            group=group,
            label=meeting_label(group, meeting),
            lines=tuple(lines),
            total=passed,
            ends=time_after(meeting.starts, passed),
            is_first=all(
                other.held_on >= meeting.held_on or other.state is MeetingState.CANCELLED
                for other in met
            ),
        )

    def source(self, group_id: UUID) -> AgendaFrom:
        """Return what the agenda of a group's next meeting is to start from.

        A group below the board makes the few usual items its own, and then goes on from those,
        until it has a list of standing items.
        """
        with self._database.session() as session:
            group = found(session, Group, group_id)
            met = store.of_group(session, group_id)
            met = [other for other in met if other.state is not MeetingState.CANCELLED]
            last = max(met, key=lambda meeting: (meeting.held_on, meeting.number), default=None)
            if standing_items.of_group(session, group_id):
                return AgendaFrom.USUAL
            has_own = last is not None and any(
                item.standing for item in store.items(session, last.id)
            )
        is_below = group.kind is not GroupKind.BOARD
        return AgendaFrom.LAST if is_below and has_own else AgendaFrom.USUAL

    def meeting_of(self, item_id: UUID) -> UUID:
        """Return the meeting of an item.

        Raises:
            RuleError: when the item is no longer there.
        """
        with self._database.session() as session:
            return found(session, AgendaItem, item_id).meeting_id

    def add(
        self,
        meeting_id: UUID,
        title: str,
        position: int | None = None,
        **fields: Unpack[ItemFields],
    ) -> Change:
        """Return the change that adds an item, at the end or at a place counted from 1.

        Once the agenda was issued it is a late one, whose number disturbs no other.
        """
        fields = _settled(fields)
        with self._database.session() as session:
            meeting = open_meeting(session, meeting_id)
            items = store.items(session, meeting_id)
        late = is_issued(meeting)
        least = 1 if late and items else 0
        at = len(items) if position is None else max(least, min(position - 1, len(items)))
        title = filled(title, "The title of the item", lengths.NAME)
        item = AgendaItem(
            meeting_id=meeting_id, position=at + 1, title=title, added_late=late, **fields
        )
        # The new row already stands where it belongs; only the others move.
        moves = positioned([*items[:at], item, *items[at:]])
        return change(f"Add {quoted(title)} to the agenda", item, [*moves, added(item)])

    def edit(self, item_id: UUID, title: str | None = None, **fields: Unpack[ItemFields]) -> Change:
        """Return the change that gives an item another title, purpose, presenter or length.

        After its minutes are agreed only who may read it can change, and why.
        """
        fields = _settled(fields)
        with self._database.session() as session:
            item = found(session, AgendaItem, item_id)
            new = item.title
            if title is not None:
                new = filled(title, "The title of the item", lengths.NAME)
            edit = edited(item, title=new, **fields)
            if not set(edit.after or ()) <= RESTRICTING:
                open_meeting(session, item.meeting_id)
        return change(f"Change {quoted(item.title)}", item, [edit])

    def move(self, item_id: UUID, position: int) -> Change:
        """Return the change that brings an item to a place, counted from 1.

        Once the agenda was issued only a late item moves, and never before the first.
        """
        with self._database.session() as session:
            item = found(session, AgendaItem, item_id)
            meeting = open_meeting(session, item.meeting_id)
            items = store.items(session, item.meeting_id)
        if is_issued(meeting):
            _refuse_issued(meeting, item, "moved")
            position = max(position, 2)
        return change(f"Move {quoted(item.title)}", item, reordered(items, item_id, position))

    def remove(self, item_id: UUID) -> Change:
        """Return the change that removes an item with the notes under it, before it was issued.

        An escalation that it took up waits for another agenda.
        """
        with self._database.session() as session:
            item = found(session, AgendaItem, item_id)
            meeting = open_meeting(session, item.meeting_id)
            if is_issued(meeting):
                _refuse_issued(meeting, item, "removed")
            refuse_while_used(session, item, quoted(item.title), besides=(MinuteNote, Escalation))
            items = store.items(session, item.meeting_id)
            notes = store.notes(session, item.meeting_id)
            freed = [edited(each, item_id=None) for each in escalations.of_item(session, item_id)]
        gone = [removed(note) for note in notes if note.item_id == item_id]
        rest = positioned([other for other in items if other.id != item_id])
        return change(f"Remove {quoted(item.title)}", item, [*freed, *gone, removed(item), *rest])

    def fill(self, meeting_id: UUID, source: AgendaFrom, *, everything: bool = False) -> Change:
        """Return the change that adds the usual items, or those of the last meeting.

        From the last meeting come the standing items, or `everything`; what was left unfinished
        says where it comes from. Titles that the agenda has already are left out.
        """
        with self._database.session() as session:
            meeting = open_meeting(session, meeting_id)
            items = drafted(session, meeting, source, everything=everything)
        if not items:
            raise RuleError(
                "There is no item to bring over that this agenda does not have. "
                "Nothing was changed."
            )
        return change("Fill the agenda", meeting, [added(item) for item in items])


def _presenters(session: Reading, meeting: Meeting, items: Sequence[AgendaItem]) -> dict[UUID, str]:
    """Return who presents each item: as the circulated minutes have it, or as it is now."""
    kept = kept_minutes(session, [meeting])[meeting.id].view
    if kept is not None:
        return {minuted.item.id: minuted.presenter for minuted in kept.items}
    people = by_key(session, Person, (item.presenter_id for item in items))
    pairs = ((item.id, people.get(item.presenter_id)) for item in items)
    return {key: person.name for key, person in pairs if person is not None}


def _came_from(session: Reading, items: Sequence[AgendaItem]) -> dict[UUID, date]:
    """Return of which day the meeting was that left an item, by item, as far as it is there."""
    left = {ItemReason.NOT_REACHED, ItemReason.CANCELLED_MEETING}
    taken = [item for item in items if item.reason in left]
    earlier = by_key(session, AgendaItem, (item.reason_id for item in taken))
    meetings = by_key(session, Meeting, (item.meeting_id for item in earlier.values()))
    return {
        item.id: meetings[earlier[item.reason_id].meeting_id].held_on
        for item in taken
        if item.reason_id in earlier
    }


def drafted(
    session: Reading, meeting: Meeting, source: AgendaFrom, *, everything: bool = False
) -> list[AgendaItem]:
    """Return the items that an agenda takes from a source, after those it has."""
    if source is AgendaFrom.EMPTY:
        return []
    present = store.items(session, meeting.id)
    group = found(session, Group, meeting.group_id)
    own = standing_items.of_group(session, group.id)
    drafts = _own(meeting, own) if own else _usual(meeting, usual_items(group))
    if source is AgendaFrom.LAST:
        drafts = carried(session, meeting, everything=everything)
    elif source is AgendaFrom.UNFINISHED:
        drafts = unfinished(session, meeting)
    titles = {item.title.casefold() for item in present}
    fresh = [item for item in drafts if item.title.casefold() not in titles]
    for position, item in enumerate(fresh, start=len(present) + 1):
        item.position, item.added_late = position, bool(present) and is_issued(meeting)
    return fresh


def usual_items(group: Group) -> tuple[tuple[str, Purpose, int, ItemTopic], ...]:
    """Return what a group starts from that has no standing items of its own."""
    return USUAL if group.kind is GroupKind.BOARD else USUAL_BELOW


def _own(meeting: Meeting, items: Iterable[StandingItem]) -> Iterable[AgendaItem]:
    """Return the standing items of a group as items of a meeting."""
    lines = ((item.title, item.purpose, item.minutes, item.topic) for item in items)
    return _usual(meeting, lines)


def _usual(
    meeting: Meeting, items: Iterable[tuple[str, Purpose, int, ItemTopic]]
) -> Iterable[AgendaItem]:
    return [
        AgendaItem(
            meeting_id=meeting.id,
            position=0,
            title=title,
            purpose=purpose,
            minutes=minutes,
            standing=True,
            topic=topic,
        )
        for title, purpose, minutes, topic in items
    ]


def is_issued(meeting: Meeting) -> bool:
    """Tell whether people have the agenda of a meeting, so that its numbers stay."""
    return meeting.state is not MeetingState.PLANNED


def on_time(items: Iterable[AgendaItem]) -> list[Edit]:
    """Return the edits that number late items among the others, for an agenda issued anew."""
    return [edited(item, added_late=False) for item in items if item.added_late]


def _refuse_issued(meeting: Meeting, item: AgendaItem, verb: str) -> None:
    if item.added_late:
        return
    way = (
        "Take the agenda back first"
        if meeting.state is MeetingState.AGENDA_ISSUED
        else "Minute under it what became of it"
    )
    raise RuleError(
        f"{quoted(item.title)} stands on an agenda that was issued, so that its numbers stay, and "
        f"cannot be {verb}. {way}; nothing was changed."
    )


def _settled(fields: ItemFields) -> ItemFields:
    """Return what an item says, in which an open one says nothing of a restriction."""
    if fields.get("minutes", 0) < 0:
        raise RuleError("An item cannot take less than no time. Nothing was changed.")
    settled = fields.copy()
    if "ask" in fields:
        settled["ask"] = " ".join(fields["ask"].split())
    if settled.get("restricted") is False:
        settled |= ItemFields(restricted_why="", restricted_audience="", restricted_until=None)
    return settled
