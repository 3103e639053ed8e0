"""What the groups of the sample board put to others, and the forums outside that they hear."""

from collections.abc import Iterator

from lfjb_desk.domain.governance.escalations import Escalation
from lfjb_desk.domain.governance.forums import Forum, ForumLink, Informs
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


def forums(book: SampleBook, page: Page) -> Iterator[Forum | ForumLink]:
    """Yield the forums outside the sample board, each with how groups are tied to it."""
    for number, each in enumerate(page["forums"], start=1):
        key = book.key("forum", number)
        yield Forum(id=key, area_id=book.area.id, name=each["name"], purpose=each["purpose"])
        for group, informs, how_often, person in each["ties"]:
            yield ForumLink(
                id=book.key("forum", number, group),
                forum_id=key,
                group_id=book.key("group", group),
                informs=Informs(informs),
                how_often=how_often,
                person_id=book.person(person),
            )
