"""The actions of the sample board, with the history of each."""

from collections.abc import Iterator, Mapping
from datetime import date
from uuid import UUID

from lfjb_desk.domain.actions import Action, ActionStatus, ActionUpdate
from lfjb_desk.services.rules import next_ref
from lfjb_desk.services.sample.book import Page, SampleBook, beginning_of

ENDS = {"done": ActionStatus.DONE, "dropped": ActionStatus.DROPPED}


def actions(
    book: SampleBook,
    page: Page,
    bodies: Mapping[str, UUID],
    drivers: Mapping[str, UUID],
    taken: list[str],
) -> Iterator[Action | ActionUpdate]:
    """Yield the actions and their updates; `taken` are the refs in use, and grows.

    `bodies` gives the organisation of each person by short name.
    """
    stem = f"{book.area.code}-A-"
    for number, each in enumerate(page["actions"], start=1):
        taken.append(next_ref(stem, taken))
        yield _action(book, number, each, taken[-1], bodies, drivers)
        yield from _history(book, number, each)


def _action(
    book: SampleBook,
    number: int,
    each: Page,
    ref: str,
    bodies: Mapping[str, UUID],
    drivers: Mapping[str, UUID],
) -> Action:
    meeting, item = each["at"]
    status, closed, outcome = _end(book, each)
    return Action(
        id=book.key("action", number),
        ref=ref,
        group_id=book.key("group", each.get("group", "board")),
        title=each["title"],
        owner_id=book.person(each["owner"]),
        accountable_id=bodies[each["owner"]],
        meeting_id=book.key("meeting", meeting),
        item_id=book.key("item", meeting, item),
        decision_id=book.key("decision", each["decision"]) if "decision" in each else None,
        driver_id=drivers[each["driver"]] if "driver" in each else None,
        raised_on=book.meeting_days[meeting][1],
        original_due=book.day(each["due"][0]),
        due=book.day(each["due"][-1]),
        status=status,
        closed_on=closed,
        outcome=outcome,
        sleeping_until=book.day(each["sleep"]) if "sleep" in each else None,
    )


def _end(book: SampleBook, each: Page) -> tuple[ActionStatus, date | None, str]:
    """Return how an action ended: its status, the day, and what came of it."""
    for word, status in ENDS.items():
        if word in each:
            offset, outcome = each[word]
            return status, book.day(offset), outcome
    return ActionStatus.OPEN, None, ""


def _history(book: SampleBook, number: int, each: Page) -> Iterator[ActionUpdate]:
    """Yield each move of the date, each word of the owner, and the end."""
    key = book.key("action", number)
    days = [book.day(offset) for offset in each["due"]]
    for index, where in enumerate(each.get("moved", ())):
        agreed_by, day = book.agreed(where)
        yield ActionUpdate(
            id=book.key("move", number, index),
            action_id=key,
            noted_at=beginning_of(day),
            text="Date moved",
            agreed_by=agreed_by,
            due_before=days[index],
            due_after=days[index + 1],
        )
    for index, (offset, text) in enumerate(each.get("updates", ())):
        yield ActionUpdate(
            id=book.key("update", number, index),
            action_id=key,
            noted_at=beginning_of(book.day(offset)),
            text=text,
        )
    status, closed, outcome = _end(book, each)
    if closed is not None:
        yield ActionUpdate(
            id=book.key("end", number),
            action_id=key,
            noted_at=beginning_of(closed),
            text=outcome,
            status_before=ActionStatus.OPEN,
            status_after=status,
        )
