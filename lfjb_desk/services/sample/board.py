"""The sample board: people, groups, seats, terms of reference, drivers and projects."""

from collections.abc import Iterator, Mapping
from datetime import timedelta
from uuid import UUID

from lfjb_desk.domain.drivers import AreaDriver, DriverMeasure, Project, Stage
from lfjb_desk.domain.governance.governing_documents import (
    Clause,
    ClauseRule,
    DocumentKind,
    DocumentVersion,
    GoverningDocument,
    VersionState,
)
from lfjb_desk.domain.governance.groups import (
    Appointment,
    Group,
    GroupKind,
    Office,
    Seat,
    SeatStanding,
)
from lfjb_desk.domain.governance.people import OrganisationKind, Person
from lfjb_desk.domain.rows import Row
from lfjb_desk.services.governance.organisations import Bodies
from lfjb_desk.services.sample.book import AUTHORITIES, Page, SampleBook

Ids = Mapping[str, UUID]


def organisations(book: SampleBook, page: Page, bodies: Bodies) -> dict[str, UUID]:
    """Return the organisations by their short names; new ones are remembered by `bodies`."""
    authorities = bodies.authorities(book.area)
    names = [f"la{number}" for number in range(1, AUTHORITIES + 1)]
    lent = {name: authorities[book.words[name]] for name in names if authorities}
    others = {
        short: bodies.named(name, OrganisationKind(kind))
        for short, (name, kind) in page["organisations"].items()
    }
    return lent | others


def people(book: SampleBook, page: Page, bodies: Ids) -> Iterator[Person]:
    """Yield the people of the sample."""
    for short, (name, body, post) in page["people"].items():
        yield Person(
            id=book.key("person", short),
            name=name,
            organisation_id=bodies[body],
            post=post,
            email=f"{short}.{name.split()[-1].lower()}@example.org",
        )


def groups(book: SampleBook, page: Page, bodies: Ids) -> Iterator[Row]:
    """Yield the board, its groups, their seats and who sits in them."""
    for each in page["groups"]:
        yield Group(
            id=book.key("group", each["key"]),
            area_id=book.area.id,
            parent_id=None if each["key"] == "board" else book.key("group", "board"),
            kind=GroupKind(each["kind"]),
            name=each["name"],
            purpose=each["purpose"],
            carried_by=Office(each["carried_by"]) if "carried_by" in each else None,
            quorum=each["quorum"],
            sample=True,
        )
        for position, seat in enumerate(each["seats"], start=1):
            yield from _seat(book, page, each["key"], position, seat, bodies)


def _seat(
    book: SampleBook, page: Page, group: str, position: int, seat: list[str | int], bodies: Ids
) -> Iterator[Seat | Appointment]:
    """Yield a seat and who sits in it, or for an empty one who sat in it before."""
    short, title, standing, office, since, *empty = seat
    holder = str(short)
    key = book.key("seat", group, position)
    organisation = str(empty[0]) if empty else page["people"][holder][1]
    vacant_since = book.day(int(since)) if empty else None
    yield Seat(
        id=key,
        group_id=book.key("group", group),
        organisation_id=bodies[organisation],
        title=str(title),
        standing=SeatStanding(str(standing)),
        counts_for_quorum=SeatStanding(str(standing)) is SeatStanding.MEMBER,
        position=position,
        vacant_since=vacant_since,
    )
    if sat := sitter(seat):
        person, first_day, _ = sat
        yield Appointment(
            id=book.key("appointment", group, position),
            seat_id=key,
            person_id=book.key("person", person),
            office=Office(str(office)),
            starts=book.day(first_day),
            ends=vacant_since - timedelta(days=1) if vacant_since else None,
        )


def sitter(seat: list[str | int]) -> tuple[str, int, int | None] | None:
    """Return who sits or sat in a seat, since when, and from when it is empty.

    None for a seat in which nobody ever sat.
    """
    holder, _, _, _, since, *empty = seat
    if not empty:
        return str(holder), int(since), None
    before = empty[1:]
    return (str(before[0]), int(before[1]), int(since)) if before else None


def terms(book: SampleBook, page: Page) -> Iterator[Row]:
    """Yield the terms of reference with every version and clause."""
    document = book.key("terms")
    yield GoverningDocument(
        id=document,
        group_id=book.key("group", "board"),
        kind=DocumentKind.TERMS_OF_REFERENCE,
        title=page["terms"]["title"],
    )
    for number, each in enumerate(page["terms"]["versions"], start=1):
        where = each.get("agreed")
        yield DocumentVersion(
            id=book.key("version", number),
            document_id=document,
            number=number,
            state=VersionState(each["state"]),
            agreed_on=None if where is None else book.agreed(where)[1],
            meeting_id=book.key("meeting", where) if isinstance(where, str) else None,
            review_by=book.day(each["review"]) if "review" in each else None,
            note=each["note"],
        )
        for position, (label, heading, text, *rule) in enumerate(each["clauses"], start=1):
            yield Clause(
                id=book.key("clause", number, position),
                version_id=book.key("version", number),
                position=position,
                number=label,
                heading=heading,
                text=text,
                rule=ClauseRule(rule[0]) if rule else None,
                rule_value=rule[1] if rule else None,
            )


def drivers(book: SampleBook, page: Page, known: Ids, measures: Ids) -> Iterator[Row]:
    """Yield how the drivers in `known` stand in the area, and the measures that show it."""
    for code, each in page["drivers"].items():
        if code not in known:
            continue
        key = book.key("driver", code)
        yield AreaDriver(
            id=key,
            area_id=book.area.id,
            driver_id=known[code],
            severity=each["severity"],
            judged_on=book.agreed(page["judged"])[1],
            rationale=each["rationale"],
            lead_id=book.person(each["lead"]),
            review_by=book.day(page["review"]),
        )
        for measure in each["measures"]:
            yield DriverMeasure(
                id=book.key("driver measure", code, measure),
                area_driver_id=key,
                measure_id=measures[measure],
            )


def projects(
    book: SampleBook, page: Page, drivers_by_code: Ids, initiatives: Ids
) -> Iterator[Project]:
    """Yield the initiatives that the sample area took up."""
    for number, each in enumerate(page["projects"], start=1):
        yield Project(
            id=book.key("project", number),
            area_id=book.area.id,
            initiative_id=initiatives[str(each["initiative"])],
            driver_id=drivers_by_code[each["driver"]],
            title=each["title"],
            stage=Stage(each["stage"]),
            lead_id=book.person(each["lead"]),
            starts=book.day(each["starts"]) if "starts" in each else None,
            ends=book.day(each["ends"]) if "ends" in each else None,
            expected=each["expected"],
        )
