"""The owners and bodies of an action log settled: known exactly, as answered, or asked about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from lfjb_desk.domain.formatting import fold
from lfjb_desk.domain.governance.people import Organisation, OrganisationKind, Person
from lfjb_desk.domain.rows import fact_id
from lfjb_desk.services.bringing.preview import NOBODY, AnswerChoice

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lfjb_desk.domain.read_models.governance.people import PersonRow
    from lfjb_desk.services.bringing.asking import QuestionList
    from lfjb_desk.services.bringing.log_entries import LogEntry
    from lfjb_desk.services.bringing.names import NameFinder, PersonMatch

PERSON, NEW_PERSON, BODY, NEW_BODY = "person:", "new person:", "body:", "new body:"
NO_BODY = "no body"
BLANK_OWNER = "owner|"


@dataclass(frozen=True)
class SettledName:
    """A person or a body that is certain, or the lack of one; `open` where it is asked about."""

    id: UUID | None = None
    name: str = ""
    open: bool = False


OPEN = SettledName(open=True)


class People:
    """Settles owners and bodies, and keeps the new ones that the answers make."""

    def __init__(self, questions: QuestionList, names: NameFinder) -> None:
        self._questions, self._names = questions, names
        self.new_people: dict[str, Person] = {}
        self.new_bodies: dict[str, Organisation] = {}
        self._people = {row.person.id: row for row in names.people}
        self._bodies = {body.id: body for body in names.organisations}

    @property
    def everybody(self) -> tuple[PersonRow, ...]:
        """All who are entered."""
        return self._names.people

    def match(self, words: str) -> PersonMatch:
        """Return who a name may be."""
        return self._names.person(words)

    def body_of_blank(self, place: str) -> SettledName:
        """Return the body that is answered for rows that name none."""
        answer = self._questions.ask(
            "body|",
            "Of which body are those of whom the file names none?",
            place,
            lambda: (
                AnswerChoice(f"{BODY}{body.id}", body.name, body.kind.value)
                for body in self._names.organisations
            ),
        )
        return self._answered_body(answer, "")

    def body(self, words: str, place: str) -> SettledName:
        """Return the body that a row names."""
        if not words:
            return SettledName()
        known = self._names.organisation(words)
        if known is not None:
            return SettledName(known.id, known.name)
        answer = self._questions.ask(
            f"body|{fold(words)}",
            f"Which body is “{words}”?",
            place,
            lambda: self._body_choices(words),
        )
        return self._answered_body(answer, words)

    def owner(self, entry: LogEntry, body: SettledName) -> SettledName:
        """Return the owner that a row names; `body` is the body it names beside."""
        words = " ".join(entry.owner.split())
        if not words:
            return self._of_blank(entry)
        match = self._names.person(words)
        person = match.person
        if person is not None and (not entry.body or body.id == person.organisation.id):
            return SettledName(person.person.id, person.person.name)
        key = f"owner|{fold(words)}"
        text = f"Who owns what is given to “{words}”?"
        if person is not None or match.namesakes:
            beside = f" of “{entry.body}”" if entry.body else ""
            key, text = f"{key}|{fold(entry.body)}", f"Who is “{words}”{beside}?"
        answer = self._questions.ask(
            key, text, entry.place, lambda: self._owner_choices(match, words, body)
        )
        return self._answered_owner(answer, words)

    def organisation_of(self, person_id: UUID) -> SettledName:
        """Return the body of a person, who may be one of the new."""
        for person in self.new_people.values():
            if person.id == person_id:
                return self._named(person.organisation_id)
        return self._named(self._people[person_id].person.organisation_id)

    def _named(self, body_id: UUID) -> SettledName:
        made = {body.id: body for body in self.new_bodies.values()}
        body = self._bodies.get(body_id) or made[body_id]
        return SettledName(body.id, body.name)

    def _of_blank(self, entry: LogEntry) -> SettledName:
        answer = self._questions.ask(
            BLANK_OWNER,
            "Who owns what has no owner in the file?",
            entry.place,
            lambda: (
                AnswerChoice(NOBODY, "Nobody yet"),
                *map(_person_choice, self._names.people),
            ),
        )
        return self._answered_owner(answer, "")

    def _owner_choices(
        self, match: PersonMatch, words: str, body: SettledName
    ) -> Iterator[AnswerChoice]:
        yield from map(_person_choice, match.candidates)
        bodies = sorted(self._all_bodies(), key=lambda each: each.id != body.id)
        if match.may_be_new or match.namesakes or match.person is not None:
            for each in bodies:
                yield AnswerChoice(f"{NEW_PERSON}{each.id}", f"Add {words}", f"of {each.name}")
        yield AnswerChoice(NOBODY, "Nobody yet", "the words stay in its history")
        yield from map(_person_choice, self._names.people)

    def _all_bodies(self) -> list[Organisation]:
        return [*self.new_bodies.values(), *self._names.organisations]

    def _answered_owner(self, answer: str | None, words: str) -> SettledName:
        if answer is None:
            return OPEN
        if answer.startswith(PERSON):
            row = self._people[UUID(answer.removeprefix(PERSON))]
            return SettledName(row.person.id, row.person.name)
        if answer.startswith(NEW_PERSON):
            body_id = UUID(answer.removeprefix(NEW_PERSON))
            key = f"{fold(words)}|{body_id}"
            if key not in self.new_people:
                self.new_people[key] = Person(name=words, organisation_id=body_id)
            return SettledName(self.new_people[key].id, words)
        return SettledName()

    def _body_choices(self, words: str) -> Iterator[AnswerChoice]:
        letters = fold(words)
        bodies = self._names.organisations
        for body in sorted(bodies, key=lambda each: letters not in fold(each.name)):
            yield AnswerChoice(f"{BODY}{body.id}", body.name, body.kind.value)
        for kind in OrganisationKind:
            yield AnswerChoice(f"{NEW_BODY}{kind.value}", f"Add {words}", kind.value)
        yield AnswerChoice(NO_BODY, "No body", "that of the owner answers for it")

    def _answered_body(self, answer: str | None, words: str) -> SettledName:
        if answer is None:
            return OPEN
        if answer.startswith(BODY):
            return self._named(UUID(answer.removeprefix(BODY)))
        if answer.startswith(NEW_BODY):
            key = fold(words)
            if key not in self.new_bodies:
                kind = OrganisationKind(answer.removeprefix(NEW_BODY))
                name = " ".join(words.split())
                # The same id at each working out, so that an answer can name the new body.
                made = Organisation(id=fact_id("organisation", name), name=name, kind=kind)
                self.new_bodies[key] = made
            return SettledName(self.new_bodies[key].id, self.new_bodies[key].name)
        return SettledName()


def _person_choice(row: PersonRow) -> AnswerChoice:
    post = f"{row.person.post}, " if row.person.post else ""
    return AnswerChoice(
        f"{PERSON}{row.person.id}", row.person.name, f"{post}{row.organisation.name}"
    )
