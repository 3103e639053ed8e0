"""What the groups of the sample board could not settle and put to others."""

from collections.abc import Iterator

from lfjb_desk.domain.governance.escalations import Escalation
from lfjb_desk.services.sample.book import Page, SampleBook


def escalations(book: SampleBook, page: Page) -> Iterator[Escalation]:
    """Yield the escalations of the sample board, open and answered."""
    for number, each in enumerate(page["escalations"], start=1):
        where, answered = book.meeting_days.get(each.get("answered", ""), ("", None))
        yield Escalation(
            id=book.key("escalation", number),
            area_id=book.area.id,
            group_id=book.key("group", each["group"]),
            to_group_id=book.key("group", each["to_group"]) if "to_group" in each else None,
            to_body=each.get("to_body", ""),
            question=each["question"],
            raised_on=book.day(each["raised"]),
            answer_by=book.day(each["answer_by"]) if "answer_by" in each else None,
            answer=each.get("answer", ""),
            answered_on=answered,
            answered_by=where,
        )
