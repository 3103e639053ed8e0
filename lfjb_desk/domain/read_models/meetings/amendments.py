"""Amendments to minutes as a screen and a paper read them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lfjb_desk.domain.action_forms import AnswerState
from lfjb_desk.domain.meetings.amendments import AmendmentKind

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from lfjb_desk.domain.meetings.amendments import MinutesAmendment, MinutesReview

OPEN = frozenset({AnswerState.PROPOSED, AnswerState.ON_HOLD})
"""Nobody has settled these yet."""


@dataclass(frozen=True)
class ProposedAmendment:
    """One change or comment that a file proposes, as `MinutesAmendment` will keep it."""

    kind: AmendmentKind
    paragraph: int
    author: str
    made_at: datetime | None
    before: str
    after: str


@dataclass(frozen=True)
class ReturnedMinutes:
    """A copy of circulated minutes that came back, as it was read and before it is taken in."""

    meeting_id: UUID
    label: str
    file_name: str
    sha256: str
    version: int
    """The circulated version that it was compared with."""
    newest: int
    says_version: bool
    """Whether the file says itself which version it is."""
    proposals: tuple[ProposedAmendment, ...]
    items: tuple[UUID | None, ...]
    """The item that each proposal stands under."""
    formatting: int
    """Changes of the look alone, which are left out."""

    @property
    def authors(self) -> dict[str, int]:
        """How many proposals each author made, in the order of the file; empty for no name."""
        counts: dict[str, int] = {}
        for proposal in self.proposals:
            counts[proposal.author] = counts.get(proposal.author, 0) + 1
        return counts

    @property
    def is_older(self) -> bool:
        """Whether it is a copy of minutes that were circulated anew since."""
        return self.version < self.newest


@dataclass(frozen=True)
class AmendmentRow:
    """One amendment with whose answer it came in, and where it stands."""

    amendment: MinutesAmendment
    review: MinutesReview
    item_number: str | None = None
    """None for the front and the end of the minutes."""
    item_title: str = ""
    correction: int | None = None
    """The number of the correction that was noted, where it was accepted."""
    withheld: bool = False
    """Whether the reader may not see its words, since the minutes hold restricted matter."""

    @property
    def author(self) -> str:
        """Who proposed it: as the file says, or else whose answer it came in."""
        return self.amendment.author or self.review.reviewer

    @property
    def is_open(self) -> bool:
        """Whether it is still to be settled."""
        return self.amendment.state in OPEN


@dataclass(frozen=True)
class AmendmentsView:
    """All that came back on the minutes of a meeting, and who has not answered."""

    meeting_id: UUID
    label: str
    version: int
    """The newest circulated version; 0 where none is kept."""
    rows: tuple[AmendmentRow, ...]
    """By paragraph, then as they came."""
    reviews: tuple[MinutesReview, ...]
    silent: tuple[str, ...]
    """Those with a seat at the meeting of whom no answer to the newest version is recorded."""

    @property
    def open_rows(self) -> tuple[AmendmentRow, ...]:
        """The amendments that nobody has settled."""
        return tuple(row for row in self.rows if row.is_open)

    @property
    def without_comments(self) -> tuple[MinutesReview, ...]:
        """The answers of those who confirmed that they have no comments."""
        return tuple(review for review in self.reviews if review.no_comments)


def correction_text(row: AmendmentRow) -> str:
    """Return the correction that an accepted amendment would be; a comment suggests none."""
    amendment = row.amendment
    before, after = amendment.before, amendment.after
    if amendment.kind is AmendmentKind.COMMENT:
        return ""
    if amendment.kind is AmendmentKind.MOVE:
        words = f"Move “{before}” to stand after “{after}”"
    elif not before:
        words = f"Add “{after}”"
    elif not after:
        words = f"Leave out “{before}”"
    else:
        words = f"For “{before}” read “{after}”"
    return f"{words} (proposed by {row.author})."
