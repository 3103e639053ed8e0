"""What the user can do with answers to circulated minutes: take in, accept, reject, hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lfjb_desk.domain.action_forms import AnswerState
from lfjb_desk.domain.changes import Change, Edit, RuleError, added, change, edited
from lfjb_desk.domain.formatting import count, long_date
from lfjb_desk.domain.meetings.amendments import MinutesAmendment, MinutesReview
from lfjb_desk.domain.meetings.meetings import Meeting
from lfjb_desk.domain.meetings.minutes import MinutesCorrection
from lfjb_desk.services.meetings.amendment_views import amendments_view
from lfjb_desk.services.meetings.circulation import CirculationService
from lfjb_desk.services.meetings.meetings import label_of
from lfjb_desk.services.rules import filled
from lfjb_desk.store.queries import amendments as store
from lfjb_desk.store.queries import minutes
from lfjb_desk.store.queries.governance import people
from lfjb_desk.store.queries.lookup import found

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from lfjb_desk.domain.meetings.minutes import CirculatedMinutes
    from lfjb_desk.domain.read_models.meetings.amendments import AmendmentsView, ReturnedMinutes
    from lfjb_desk.store.engine.database import Database
    from lfjb_desk.store.queries.lookup import Reading

SAFE = "Nothing was changed."
WHOSE = "Whose answer it is"


class AmendmentService:
    """Answers with what came back on circulated minutes, and turns commands into changes."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def view(self, meeting_id: UUID) -> AmendmentsView:
        """Return all that came back on the minutes of a meeting, and who has not answered."""
        with self._database.session() as session:
            return amendments_view(session, found(session, Meeting, meeting_id))

    def add(
        self, returned: ReturnedMinutes, reviewer: str, came_on: date, *, no_comments: bool = False
    ) -> Change:
        """Return the change that takes in what a file holds, as the answer of a person.

        Raises:
            RuleError: when it was read in meanwhile, or cannot be an answer without comments.
        """
        if no_comments and returned.proposals:
            number = count(len(returned.proposals), "change or comment", "changes and comments")
            raise RuleError(
                f"“{returned.file_name}” holds {number}, so it is no answer without comments. "
                f"{SAFE}"
            )
        with self._database.session() as session:
            meeting, label, _ = circulated_minutes(session, returned.meeting_id)
            earlier = store.reviews_of(session, returned.meeting_id)
            refuse_twice(earlier, returned.file_name, returned.sha256)
            review = MinutesReview(
                meeting_id=returned.meeting_id,
                version=returned.version,
                came_on=_since(meeting, label, came_on),
                no_comments=no_comments,
                file_name=returned.file_name,
                sha256=returned.sha256,
                person_id=_person_named(session, reviewer),
                reviewer=filled(reviewer, WHOSE),
            )
        words = f"Read in the answer of {review.reviewer} to the minutes of {label}"
        return change(words, meeting, [added(review), *_amendments(review, returned)])

    def confirm(self, meeting_id: UUID, reviewer: str, came_on: date) -> Change:
        """Return the change that records that somebody has no comments on circulated minutes."""
        with self._database.session() as session:
            meeting, label, versions = circulated_minutes(session, meeting_id)
            review = MinutesReview(
                meeting_id=meeting_id,
                version=versions[-1].version,
                came_on=_since(meeting, label, came_on),
                no_comments=True,
                person_id=_person_named(session, reviewer),
                reviewer=filled(reviewer, WHOSE),
            )
            for each in store.reviews_of(session, meeting_id):
                if each.no_comments and _same(each, review):
                    raise RuleError(
                        f"{each.reviewer} confirmed on {long_date(each.came_on)} that they have "
                        f"no comments. {SAFE}"
                    )
        words = f"Record no comments of {review.reviewer} on the minutes of {label}"
        return change(words, meeting, [added(review)])

    def accept(
        self,
        amendment_id: UUID,
        text: str,
        noted_on: date,
        noted_by: str,
        *,
        at_meeting_id: UUID | None = None,
        restricted: bool = False,
    ) -> Change:
        """Return the change that accepts an amendment, and notes it as a correction.

        The circulated minutes stay as they are.
        """
        with self._database.session() as session:
            amendment, review = _undecided(session, amendment_id)
        correcting = CirculationService(self._database).correct(
            review.meeting_id,
            text,
            noted_on,
            noted_by,
            item_id=amendment.item_id,
            at_meeting_id=at_meeting_id,
            restricted=restricted,
        )
        key = next(edit.key for edit in correcting.edits if edit.table is MinutesCorrection)
        decided = edited(
            amendment,
            state=AnswerState.ACCEPTED,
            decided_on=noted_on,
            decided_why="",
            correction_id=key,
        )
        words = f"Accept an amendment of {amendment.author or review.reviewer}"
        return Change(words, (*correcting.edits, decided), correcting.subject)

    def reject(self, amendment_id: UUID, why: str, decided_on: date) -> Change:
        """Return the change that rejects an amendment, and says why."""
        return self._decide(amendment_id, AnswerState.REJECTED, why, decided_on)

    def hold(self, amendment_id: UUID, why: str, decided_on: date) -> Change:
        """Return the change that puts an amendment on hold, and says why."""
        return self._decide(amendment_id, AnswerState.ON_HOLD, why, decided_on)

    def _decide(self, amendment_id: UUID, state: AnswerState, why: str, day: date) -> Change:
        why = filled(why, "The reason")
        verb = "Reject" if state is AnswerState.REJECTED else "Hold"
        with self._database.session() as session:
            amendment, review = _undecided(session, amendment_id)
            meeting = found(session, Meeting, review.meeting_id)
            label = label_of(session, meeting)
            edit = edited(
                amendment, state=state, decided_on=_since(meeting, label, day), decided_why=why
            )
        words = f"{verb} an amendment of {amendment.author or review.reviewer}"
        return change(words, meeting, [edit])


def _amendments(review: MinutesReview, returned: ReturnedMinutes) -> list[Edit]:
    """Return the edits that add what a file proposes, in its order."""
    placed = zip(returned.proposals, returned.items, strict=True)
    return [
        added(
            MinutesAmendment(
                review_id=review.id,
                position=position,
                kind=each.kind,
                paragraph=each.paragraph,
                item_id=item_id,
                author=each.author,
                made_at=each.made_at,
                before=each.before,
                after=each.after,
            )
        )
        for position, (each, item_id) in enumerate(placed, start=1)
    ]


def circulated_minutes(
    session: Reading, meeting_id: UUID
) -> tuple[Meeting, str, Sequence[CirculatedMinutes]]:
    """Return a meeting whose minutes are circulated, its label, and the versions kept.

    Raises:
        RuleError: when they are not circulated, or are not kept.
    """
    meeting = found(session, Meeting, meeting_id)
    label = label_of(session, meeting)
    versions = minutes.circulated_of(session, [meeting_id])[meeting_id]
    if not meeting.state.is_circulated:
        raise RuleError(
            f"The minutes of {label} are not circulated, so no answer to them can be taken in. "
            f"{SAFE}"
        )
    if not versions:
        raise RuleError(
            f"The minutes of {label} are not kept as they were circulated, so nothing can be "
            f"compared with them. {SAFE} Keep the minutes as they now stand first."
        )
    return meeting, label, versions


def refuse_twice(earlier: Sequence[MinutesReview], name: str, digest: str) -> None:
    """Refuse a file that was read in before.

    Raises:
        RuleError: when it was; it says when, and as whose answer.
    """
    for review in earlier:
        if review.sha256 == digest:
            raise RuleError(
                f"“{name}” was read in already, as the answer of {review.reviewer} that came on "
                f"{long_date(review.came_on)}. {SAFE}"
            )


def _undecided(session: Reading, amendment_id: UUID) -> tuple[MinutesAmendment, MinutesReview]:
    """Return an amendment that may be decided, and the answer that it came in."""
    amendment = found(session, MinutesAmendment, amendment_id)
    if amendment.state is AnswerState.ACCEPTED:
        raise RuleError(
            "That amendment was accepted, and its correction is noted. Undo that, or note another "
            "correction; nothing was changed."
        )
    return amendment, found(session, MinutesReview, amendment.review_id)


def _person_named(session: Reading, name: str) -> UUID | None:
    """Return the person of a name; None where nobody has it, and where several do."""
    known = [row.person.id for row in people.people(session) if row.person.name == name.strip()]
    return known[0] if len(known) == 1 else None


def _same(review: MinutesReview, other: MinutesReview) -> bool:
    """Tell whether two answers to the same version are of one person."""
    if review.version != other.version:
        return False
    if review.person_id is not None:
        return review.person_id == other.person_id
    return review.reviewer == other.reviewer


def _since(meeting: Meeting, label: str, day: date) -> date:
    if day < meeting.held_on:
        raise RuleError(
            f"{label} was held on {long_date(meeting.held_on)}, and {long_date(day)} is before "
            f"that. Choose a later day; nothing was changed."
        )
    return day
