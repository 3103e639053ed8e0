"""Each person of a membership list as they would be kept, or why they are not."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from uuid import UUID

from lfjb_desk.domain.changes import Edit, added, edited
from lfjb_desk.domain.formatting import fold, listed
from lfjb_desk.domain.governance.groups import Appointment, Office, Seat, SeatStanding
from lfjb_desk.domain.governance.people import Person
from lfjb_desk.importers.board_lists.days import ReadDay, read_day
from lfjb_desk.importers.board_lists.member_roles import MemberRole
from lfjb_desk.importers.cells import text
from lfjb_desk.services.bringing.asking import day_choice, day_choices, day_of
from lfjb_desk.services.bringing.names import is_name
from lfjb_desk.services.bringing.preview import LEAVE_OUT, AnswerChoice, BroughtRow, RowFate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from lfjb_desk.domain.read_models.governance.groups import SeatRow
    from lfjb_desk.domain.read_models.governance.people import PersonRow
    from lfjb_desk.importers.board_lists.finding import ListRow, ListTable
    from lfjb_desk.services.bringing.asking import QuestionList
    from lfjb_desk.services.bringing.log_people import People, SettledName

NO_PERSON = frozenset({"vacant", "vacancy", "tbc", "tba", "to be confirmed", "n/a", "-", "none"})
OFFICES = {
    **dict.fromkeys(("", "member", "full member", "core member", "aelod"), Office.MEMBER),
    **dict.fromkeys(("chair", "chairperson", "chair of the board", "cadeirydd"), Office.CHAIR),
    **dict.fromkeys(("vice chair", "vice-chair"), Office.VICE_CHAIR),
    **dict.fromkeys(("deputy", "deputy member"), Office.DEPUTY),
    **dict.fromkeys(("secretariat", "board secretary"), Office.SECRETARIAT),
}
STANDINGS = {
    **dict.fromkeys(("observer", "sylwedydd"), SeatStanding.OBSERVER),
    **dict.fromkeys(("in attendance", "attendee"), SeatStanding.IN_ATTENDANCE),
}
SEAT, NEW_SEAT, NO_SEAT = "seat:", "new seat", "no seat"
SAME, OTHER = "person:", "somebody else"
OPEN_MARK = "?"


@dataclass(frozen=True)
class MemberEntry:
    """One row of a list that names a person, as its cells were read."""

    place: str
    name: str
    body: str
    post: str
    email: str
    seat: str
    office: str
    since: ReadDay


@dataclass
class _Plan:
    """What one row comes to, as far as it is known; `open` says what is asked about."""

    person: Person | None = None
    is_new: bool = False
    seat: Seat | None = None
    is_new_seat: bool = False
    office: Office = Office.MEMBER
    standing: SeatStanding = SeatStanding.MEMBER
    since: date | None = None
    open: list[str] = field(default_factory=list)


def member_entry(table: ListTable[MemberRole], row: ListRow, today: date) -> MemberEntry | None:
    """Return a row with its cells read; None where it names nobody."""
    columns = {column.role: column.index for column in table.columns if column.role}
    cells = {role: row.cells.get(at, "") for role, at in columns.items()}
    words = {role: text(cell) for role, cell in cells.items()}
    parts = (MemberRole.TITLE, MemberRole.FIRST_NAME, MemberRole.SURNAME)
    if MemberRole.NAME in words:
        parts = (MemberRole.TITLE, MemberRole.NAME, MemberRole.NAME)
    name = " ".join(dict.fromkeys(filter(None, (words.get(part, "") for part in parts))))
    bare = words.get(MemberRole.NAME) or words.get(MemberRole.SURNAME) or ""
    if not bare or fold(bare) in NO_PERSON:
        return None
    return MemberEntry(
        place=table.place(row.index),
        name=" ".join(name.split()),
        body=words.get(MemberRole.BODY, ""),
        post=words.get(MemberRole.POST, ""),
        email=words.get(MemberRole.EMAIL, "").removeprefix("mailto:"),
        seat=words.get(MemberRole.SEAT, ""),
        office=words.get(MemberRole.OFFICE, ""),
        since=read_day(cells.get(MemberRole.SINCE, ""), today),
    )


class MemberReader:
    """Settles the rows of a list, one after another, and keeps the edits that they make."""

    def __init__(
        self,
        questions: QuestionList,
        people: People,
        seats: Sequence[SeatRow],
        group_id: UUID,
        today: date,
    ) -> None:
        self._questions, self._people, self._seats = questions, people, seats
        self._group_id, self._today = group_id, today
        self._taken = {row.seat.id for row in seats if row.holder is not None}
        chairs = [row for row in seats if row.office is Office.CHAIR]
        self._chair = chairs[0].name if chairs else ""
        self._seen: dict[tuple[str, UUID | None], str] = {}
        self._made = 0
        self.unknown = ""
        """Why every row waits: a column that nobody knows may say something of it."""
        self.edits: list[Edit] = []
        self.bodies: set[UUID] = set()

    def row(self, entry: MemberEntry) -> BroughtRow:
        """Return what becomes of a row; of what is new the edits are kept."""
        body = self._body(entry)
        if body.id is not None and (fold(entry.name), body.id) in self._seen:
            where = self._seen[fold(entry.name), body.id]
            return _brought(entry, body, _Plan(), RowFate.LEFT_OUT, f"the same as in {where}")
        plan = _Plan()
        if body.open or body.id is None:
            plan.open.append("organisation")
        self._settle_person(entry, body, plan)
        sits = self._sits(plan)
        if not sits and not plan.open:
            self._settle_office(entry, plan)
            self._settle_seat(entry, body, plan)
        if self.unknown:
            return _brought(entry, body, plan, RowFate.WAITS, self.unknown)
        if plan.open:
            return _brought(entry, body, plan, RowFate.WAITS, f"asked about: {listed(plan.open)}")
        if plan.person is None:
            return _brought(entry, body, plan, RowFate.LEFT_OUT, "left out as answered")
        self._seen[fold(entry.name), body.id] = entry.place
        if not plan.is_new and plan.seat is None:
            reason = "sits on the board already" if sits else "entered already"
            return _brought(entry, body, plan, RowFate.PRESENT, reason)
        self._keep(plan)
        wrong = entry.email and not _is_address(entry.email)
        reason = "without its e-mail address, which cannot be one" if wrong else ""
        return _brought(entry, body, plan, RowFate.NEW, reason)

    def _body(self, entry: MemberEntry) -> SettledName:
        if entry.body:
            return self._people.body(entry.body, entry.place)
        return self._people.body_of_blank(entry.place)

    def _settle_person(self, entry: MemberEntry, body: SettledName, plan: _Plan) -> None:
        match = self._people.match(entry.name)
        exact = (
            [match.person] if match.person else list(match.candidates) if match.namesakes else []
        )
        own = [row for row in exact if row.organisation.id == body.id]
        if len(own) == 1:
            plan.person = own[0].person
            return
        near = exact or [row for row in self._people.everybody if _same_address(row.person, entry)]
        if near or not is_name(entry.name):
            near = near or list(match.candidates)
            answer = self._questions.ask(
                f"same|{fold(entry.name)}|{fold(entry.body)}",
                f"Who is “{entry.name}” of “{entry.body}”?",
                entry.place,
                lambda: _people_choices(entry.name, near),
            )
            if answer is None:
                plan.open.append("person")
                return
            if answer == LEAVE_OUT:
                return
            if answer.startswith(SAME):
                chosen = UUID(answer.removeprefix(SAME))
                plan.person = next(row.person for row in near if row.person.id == chosen)
                return
        if body.id is not None:
            address = entry.email if _is_address(entry.email) else ""
            plan.person = Person(
                name=entry.name, organisation_id=body.id, post=entry.post, email=address
            )
            plan.is_new = True

    def _sits(self, plan: _Plan) -> bool:
        person = plan.person
        return person is not None and any(
            holder.person.id == person.id
            for row in self._seats
            for holder in (*((row.holder,) if row.holder else ()), *row.deputies)
        )

    def _settle_office(self, entry: MemberEntry, plan: _Plan) -> None:
        plain = fold(" ".join(entry.office.split()))
        answer: str | None = plain
        if plain not in OFFICES and plain not in STANDINGS:
            answer = self._questions.ask(
                f"office|{plain}",
                f"What is a member who is “{entry.office}”?",
                entry.place,
                _offices,
            )
        if answer is None:
            plan.open.append("office")
            return
        plan.standing = STANDINGS.get(answer, SeatStanding.MEMBER)
        plan.office = OFFICES.get(answer, Office.MEMBER)
        if plan.office is Office.CHAIR and self._chair and plan.person is not None:
            answer = self._questions.ask(
                f"chair|{fold(entry.name)}",
                f"{self._chair} is chair already. What is {entry.name}?",
                entry.place,
                lambda: (each for each in _offices() if each.key != Office.CHAIR.value),
            )
            if answer is None:
                plan.open.append("office")
                return
            plan.standing = STANDINGS.get(answer, SeatStanding.MEMBER)
            plan.office = OFFICES.get(answer, Office.MEMBER)

    def _settle_seat(self, entry: MemberEntry, body: SettledName, plan: _Plan) -> None:
        answer = self._seat_answer(entry, body, plan)
        if answer is None:
            plan.open.append("seat")
            return
        if answer == NO_SEAT or plan.person is None:
            return
        if answer.startswith(SEAT):
            chosen = UUID(answer.removeprefix(SEAT))
            plan.seat = next(row.seat for row in self._seats if row.seat.id == chosen)
        elif body.id is not None:
            plan.is_new_seat = True
            plan.seat = Seat(
                group_id=self._group_id,
                organisation_id=body.id,
                title=entry.seat or entry.post or f"Member for {body.name}",
                standing=plan.standing,
                counts_for_quorum=plan.standing is SeatStanding.MEMBER,
                position=len(self._seats) + self._made + 1,
            )
        plan.since = self._since(entry)
        if plan.since is None:
            plan.open.append("first day")

    def _seat_answer(self, entry: MemberEntry, body: SettledName, plan: _Plan) -> str | None:
        titled = [row for row in self._seats if fold(row.seat.title) == fold(entry.seat)]
        if entry.seat and not titled and plan.office is not Office.DEPUTY:
            return NEW_SEAT
        if len(titled) == 1 and self._is_free(titled[0].seat.id, plan):
            return f"{SEAT}{titled[0].seat.id}"
        own = [row for row in self._seats if row.organisation.id == body.id]
        free = [row.seat for row in own if self._is_free(row.seat.id, plan)]
        key, whose = f"seat|{fold(body.name)}", f"those of {body.name or 'the board'}"
        if titled or plan.office is Office.DEPUTY or free:
            key, whose = f"{key}|{fold(entry.name)}", entry.name
        return self._questions.ask(
            key,
            f"Which seat do {whose} take?" if whose != entry.name else f"Which seat takes {whose}?",
            entry.place,
            lambda: (
                *(AnswerChoice(f"{SEAT}{each.id}", each.title, "an empty seat") for each in free),
                AnswerChoice(NEW_SEAT, "A new seat", "called after the post"),
                AnswerChoice(NO_SEAT, "No seat", "they are entered as people alone"),
            ),
        )

    def _is_free(self, seat_id: UUID, plan: _Plan) -> bool:
        return plan.office is Office.DEPUTY or seat_id not in self._taken

    def _since(self, entry: MemberEntry) -> date | None:
        read = entry.since
        if read.day is not None:
            return read.day
        text_asked = "From which day do they sit of whom the file does not say it?"
        if not read.is_blank:
            text_asked = f"From which day does somebody sit: “{read.words}”?"
        answer = self._questions.ask_day(
            f"since|{fold(read.words)}",
            text_asked,
            entry.place,
            lambda: day_choices(read, [day_choice(self._today, "today")]),
        )
        return None if answer is None else day_of(answer)

    def _keep(self, plan: _Plan) -> None:
        person, seat = plan.person, plan.seat
        assert person is not None  # noqa: S101 - a row without one is not kept
        self.bodies.add(person.organisation_id)
        if plan.is_new:
            self.edits.append(added(person))
        if seat is None or plan.since is None:
            return
        self.bodies.add(seat.organisation_id)
        if plan.is_new_seat:
            self._made += 1
            self.edits.append(added(seat))
        elif plan.office is not Office.DEPUTY and seat.vacant_since is not None:
            self.edits.append(edited(seat, vacant_since=None))
        if plan.office is not Office.DEPUTY:
            self._taken.add(seat.id)
        if plan.office is Office.CHAIR:
            self._chair = person.name
        term = Appointment(
            seat_id=seat.id, person_id=person.id, office=plan.office, starts=plan.since
        )
        self.edits.append(added(term))


def _people_choices(name: str, near: Sequence[PersonRow]) -> Iterator[AnswerChoice]:
    """Yield who a name may be, that it is somebody else, and that the row stays out."""
    for row in near:
        yield AnswerChoice(f"{SAME}{row.person.id}", row.person.name, row.organisation.name)
    yield AnswerChoice(OTHER, f"Add {name}", "somebody who is not entered")
    yield AnswerChoice(LEAVE_OUT, "Leave this row out")


def _offices() -> Iterator[AnswerChoice]:
    for office in Office:
        yield AnswerChoice(office.value, office.value[:1].upper() + office.value[1:])
    for standing in (SeatStanding.OBSERVER, SeatStanding.IN_ATTENDANCE):
        yield AnswerChoice(standing.value, standing.value[:1].upper() + standing.value[1:])


def _is_address(email: str) -> bool:
    return "@" in email.strip("@") and " " not in email


def _same_address(person: Person, entry: MemberEntry) -> bool:
    return bool(entry.email) and fold(person.email) == fold(entry.email)


def _brought(
    entry: MemberEntry, body: SettledName, plan: _Plan, fate: RowFate, reason: str
) -> BroughtRow:
    seat = OPEN_MARK if "seat" in plan.open else plan.seat.title if plan.seat else ""
    office = OPEN_MARK if "office" in plan.open else plan.office.value if plan.seat else ""
    name = OPEN_MARK if "organisation" in plan.open else body.name
    return BroughtRow(entry.place, (entry.name, name, entry.post, seat, office), fate, reason)
