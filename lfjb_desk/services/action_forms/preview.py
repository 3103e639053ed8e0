"""What a returned file was understood to say: frozen, and made anew by each answer to a doubt."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lfjb_desk.services.action_forms.matching import AnswerDoubt

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from lfjb_desk.domain.action_forms import ActionForm
    from lfjb_desk.domain.actions import ActionStatus
    from lfjb_desk.domain.read_models.action_answers import ReadAnswer
    from lfjb_desk.domain.read_models.action_form_content import FormedAction
    from lfjb_desk.services.action_forms.matching import DoubtfulAnswer

WHY = {
    AnswerDoubt.NO_REFERENCE: "No reference stands over it any more",
    AnswerDoubt.DAMAGED: "Its reference is damaged, or its check letter is wrong",
    AnswerDoubt.UNKNOWN: "Its reference is of an action that this form did not ask about",
    AnswerDoubt.DISAGREES: "Its reference and the marks behind its boxes name different actions",
    AnswerDoubt.UNMARKED: "Its boxes have lost the marks that say which action they belong to",
    AnswerDoubt.CLAIMED_TWICE: "More than one answer has its reference",
    AnswerDoubt.BOXES: "Its boxes are not those that the form had",
    AnswerDoubt.LOOSE_WORDS: "It was written outside the boxes",
    AnswerDoubt.NO_LETTER: "Its reference has no check letter",
    AnswerDoubt.NO_FORM: "No form that was sent asks about it",
}
"""Why an answer waits for a person, in words."""


@dataclass(frozen=True)
class PreviewEntry:
    """An answer that belongs to one action."""

    form: ActionForm
    action: FormedAction
    answer: ReadAnswer


@dataclass(frozen=True)
class AnswerPreview:
    """A returned file as it was understood; nothing is written yet."""

    file_name: str
    sha256: str
    forms: tuple[ActionForm, ...]
    """The forms that it answers."""
    name: str
    """Who answers, as far as the forms tell."""
    entries: tuple[PreviewEntry, ...]
    """The answers in which something was filled in."""
    doubtful: tuple[DoubtfulAnswer, ...]
    unanswered: tuple[FormedAction, ...] = ()
    """Actions that it says nothing of."""
    notices: tuple[str, ...] = ()
    """What is to be known besides, each a sentence."""
    choices: tuple[tuple[ActionForm, FormedAction], ...] = ()
    """The actions to which a doubtful answer can be given."""

    @property
    def unclear(self) -> tuple[PreviewEntry, ...]:
        """The answers of which a date or a status is not clear."""
        return tuple(entry for entry in self.entries if not entry.answer.is_clear)

    def placed(self, doubtful: DoubtfulAnswer, action_id: UUID | None) -> AnswerPreview:
        """Return the preview once a person has said which action an answer is about, or none."""
        rest = tuple(other for other in self.doubtful if other is not doubtful)
        if action_id is None:
            return replace(self, doubtful=rest)
        form, action = next(pair for pair in self.choices if pair[1].action_id == action_id)
        entry = PreviewEntry(form, action, doubtful.answer)
        unanswered = tuple(each for each in self.unanswered if each.action_id != action_id)
        return replace(self, doubtful=rest, entries=(*self.entries, entry), unanswered=unanswered)

    def made_clear(
        self, entry: PreviewEntry, due: date | None, status: ActionStatus | None
    ) -> AnswerPreview:
        """Return the preview once a person has read what was not clear; None leaves the words."""
        answer = entry.answer
        if due is not None:
            answer = replace(answer, due=due, due_words="")
        if status is not None:
            answer = replace(answer, status=status, status_words="")
        changed = replace(entry, answer=answer)
        entries = tuple(changed if each is entry else each for each in self.entries)
        return replace(self, entries=entries)


def progress_of(answer: ReadAnswer) -> str:
    """Return what an answer tells in words, with what was written and is no clear day or status."""
    parts = [
        answer.progress,
        f"New date, as written: {answer.due_words}" if answer.due_words else "",
        f"Status, as written: {answer.status_words}" if answer.status_words else "",
    ]
    return "\n".join(filter(None, parts))
