"""What shows that an action was done, and what the board learnt from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from lfjb_desk.domain.actions import Action, ActionEvidence, EvidenceKind, LearningNote, WouldRepeat
from lfjb_desk.domain.changes import Change, RuleError, added, change, edited
from lfjb_desk.services.rules import filled, quoted
from lfjb_desk.store.queries import actions as store
from lfjb_desk.store.queries.lookup import found

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from uuid import UUID

    from lfjb_desk.store.engine.database import Database


@dataclass(frozen=True)
class NewEvidence:
    """Something that shows what came of an action: words, or the address of a page."""

    kind: EvidenceKind
    text: str


@dataclass(frozen=True)
class LearningAnswer:
    """What was learnt: what was done, what the figure did, and whether one would do it again."""

    done: str
    repeat: WouldRepeat
    figures: str = ""
    repeat_why: str = ""


class EvidenceService:
    """Answers what stands behind an action, and turns what is added to it into changes."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, action_id: UUID, evidence: Iterable[NewEvidence], today: date) -> Change:
        """Return the change that adds evidence to an action, open or closed."""
        with self._database.session() as session:
            action = found(session, Action, action_id)
        rows = evidence_rows(action_id, evidence, today)
        if not rows:
            raise RuleError("No evidence was given. Write it, then try again; nothing was changed.")
        label = f"Add evidence to {quoted(action.title)}"
        return change(label, action, [added(row) for row in rows])

    def learn(self, action_id: UUID, learning: LearningAnswer, today: date) -> Change:
        """Return the change that notes what was learnt from a closed action, or notes it anew.

        Raises:
            RuleError: when the action is still open.
        """
        with self._database.session() as session:
            action = found(session, Action, action_id)
            if action.status.is_open:
                raise RuleError(
                    f"{quoted(action.title)} is still open, so nothing was learnt from it yet. "
                    "Close it first; nothing was changed."
                )
            note = store.learning_of(session, action_id)
        done, figures = filled(learning.done, "What was done"), learning.figures.strip()
        repeat, why = learning.repeat, learning.repeat_why.strip()
        if note is None:
            row = LearningNote(
                action_id=action_id,
                done=done,
                figures=figures,
                repeat=repeat,
                repeat_why=why,
                noted_on=today,
            )
            edit = added(row)
        else:
            edit = edited(note, done=done, figures=figures, repeat=repeat, repeat_why=why)
        return change(f"Note what {quoted(action.title)} taught", action, [edit])


def evidence_rows(
    action_id: UUID, given: Iterable[NewEvidence], noted_on: date
) -> list[ActionEvidence]:
    """Return evidence as rows, what is empty left out.

    Raises:
        RuleError: when a link is not the address of a page.
    """
    return [
        ActionEvidence(action_id=action_id, kind=each.kind, text=_checked(each), noted_on=noted_on)
        for each in given
        if each.text.strip()
    ]


def _checked(given: NewEvidence) -> str:
    text = filled(given.text, "The evidence")
    if given.kind is not EvidenceKind.LINK:
        return text
    parts = urlsplit(text)
    if parts.scheme not in {"http", "https"} or not parts.netloc or " " in text:
        raise RuleError(
            f"{quoted(text)} is not the address of a page, which starts with https. "
            "Mend it, or give it as words; nothing was changed."
        )
    return text
