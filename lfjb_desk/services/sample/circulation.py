"""The minutes of the sample board as they were circulated, agreed and signed."""

from collections.abc import Iterator
from datetime import timedelta

from lfjb_desk.domain.changes import Change
from lfjb_desk.domain.meetings.meetings import Meeting, MeetingState
from lfjb_desk.domain.meetings.minutes import CirculatedMinutes, MinutesAgreement
from lfjb_desk.services.meetings.circulation import as_they_are
from lfjb_desk.services.sample.book import Page, SampleBook
from lfjb_desk.store.engine.database import Database
from lfjb_desk.store.queries.lookup import found

DAYS_TO_CIRCULATE = 7


def circulated(
    database: Database, board: Change, book: SampleBook, page: Page
) -> Iterator[CirculatedMinutes]:
    """Yield the minutes that the desk would have kept, read from the board as it would stand."""
    with database.supposing(board) as supposed, supposed.session() as session:
        for each in page["meetings"]:
            if not MeetingState(each["state"]).is_circulated:
                continue
            meeting = found(session, Meeting, book.key("meeting", each["key"]))
            day = book.day(each["day"] + DAYS_TO_CIRCULATE)
            kept = as_they_are(session, meeting, day)
            yield kept.model_copy(update={"id": book.key("circulated", each["key"])})


def agreements(book: SampleBook, page: Page, people: Page) -> Iterator[MinutesAgreement]:
    """Yield how minutes of the sample were agreed and signed; `people` by their short names."""

    def name(meeting: Page, part: str) -> str:
        short = meeting.get(part, "")
        return str(people[short][0]) if short else ""

    for each in page["meetings"]:
        if "agreed" not in each:
            continue
        where = each["agreed"]
        label, day = ("", book.day(where)) if isinstance(where, int) else book.meeting_days[where]
        signed = name(each, "signed")
        yield MinutesAgreement(
            id=book.key("agreement", each["key"]),
            meeting_id=book.key("meeting", each["key"]),
            at_meeting_id=None if isinstance(where, int) else book.key("meeting", where),
            agreed_at=label,
            agreed_on=day,
            proposed_by=name(each, "proposed"),
            seconded_by=name(each, "seconded"),
            signed_by=signed,
            signed_on=day + timedelta(days=1) if signed else None,
        )
