"""The meetings of the sample board, with agenda, attendance, minutes and decisions."""

from collections.abc import Iterator, Mapping
from datetime import time
from uuid import UUID

from lfjb_desk.domain.meetings.meetings import (
    AgendaItem,
    Attendance,
    Decision,
    ItemTopic,
    Meeting,
    MeetingState,
    MinuteNote,
    Presence,
    Purpose,
)
from lfjb_desk.domain.rows import Row
from lfjb_desk.services.rules import next_ref
from lfjb_desk.services.sample.board import sitter
from lfjb_desk.services.sample.book import Page, SampleBook

STARTS = time(10)


def meetings(book: SampleBook, page: Page, board: Page) -> Iterator[Row]:
    """Yield every meeting with its agenda, and for those held who came and what was said."""
    for each in page["meetings"]:
        key = book.key("meeting", each["key"])
        state = MeetingState(each["state"])
        yield Meeting(
            id=key,
            group_id=book.key("group", each["group"]),
            number=each["number"],
            held_on=book.day(each["day"]),
            starts=STARTS,
            minutes_planned=sum(item[2] for item in each["items"]),
            place=f"{book.words['court']} and by video link",
            state=state,
        )
        yield from _items(book, each)
        if not state.is_coming:
            yield from _attendance(book, each, board)


def _items(book: SampleBook, meeting: Page) -> Iterator[AgendaItem | MinuteNote]:
    for position, item in enumerate(meeting["items"], start=1):
        title, purpose, minutes, presenter, topic, why, notes = item
        key = book.key("item", meeting["key"], position)
        yield AgendaItem(
            id=key,
            meeting_id=book.key("meeting", meeting["key"]),
            position=position,
            title=title,
            purpose=Purpose(purpose),
            presenter_id=book.person(presenter),
            minutes=minutes,
            standing=position == 1,
            why=why,
            topic=ItemTopic(topic),
        )
        for number, text in enumerate(notes, start=1):
            yield MinuteNote(
                id=book.key("note", meeting["key"], position, number),
                item_id=key,
                position=number,
                text=text,
            )


def _attendance(book: SampleBook, meeting: Page, board: Page) -> Iterator[Attendance]:
    """Yield who came: all who sat in a seat that day, save those whom the book sends away."""
    deputies: dict[str, str] = meeting.get("deputies", {})
    seats = next(g["seats"] for g in board["groups"] if g["key"] == meeting["group"])
    for position, sat in enumerate(map(sitter, seats), start=1):
        if sat is None or not _sits(sat, meeting["day"]):
            continue
        short = sat[0]
        presence = Presence.PRESENT
        if short in meeting.get("apologies", ()):
            presence = Presence.APOLOGIES
        if short in meeting.get("absent", ()):
            presence = Presence.ABSENT
        if short in deputies:
            presence = Presence.DEPUTY
        yield Attendance(
            id=book.key("attendance", meeting["key"], position),
            meeting_id=book.key("meeting", meeting["key"]),
            seat_id=book.key("seat", meeting["group"], position),
            person_id=book.person(short),
            presence=presence,
            deputy_name=deputies.get(short, ""),
        )


def _sits(sat: tuple[str, int, int | None], day: int) -> bool:
    _, first, empty = sat
    return first <= day and (empty is None or day < empty)


def decisions(
    book: SampleBook, page: Page, drivers: Mapping[str, UUID], taken: list[str]
) -> Iterator[Decision]:
    """Yield the decisions of all meetings; `taken` are the refs in use, and grows."""
    stem = f"{book.area.code}-D-"
    lines = [(each, line) for each in page["meetings"] for line in each.get("decisions", ())]
    for number, (meeting, line) in enumerate(lines, start=1):
        item, text, reason, driver, review = line
        taken.append(next_ref(stem, taken))
        yield Decision(
            id=book.key("decision", number),
            ref=taken[-1],
            group_id=book.key("group", meeting["group"]),
            meeting_id=book.key("meeting", meeting["key"]),
            item_id=book.key("item", meeting["key"], item),
            driver_id=drivers[driver] if driver else None,
            text=text,
            reason=reason,
            decided_on=book.day(meeting["day"]),
            review_by=book.day(review),
        )
