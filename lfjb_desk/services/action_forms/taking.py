"""Taking in what a returned file says: each answer proposed, and the form as returned."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from lfjb_desk.domain.action_forms import AnswerState, FormAnswer
from lfjb_desk.domain.changes import Change, Edit, RuleError, added, change, edited
from lfjb_desk.domain.formatting import count, long_date
from lfjb_desk.domain.read_models.action_forms import UNDECIDED
from lfjb_desk.services.action_forms.preview import progress_of
from lfjb_desk.services.rules import quoted
from lfjb_desk.store.queries import action_forms as store

if TYPE_CHECKING:
    from datetime import date

    from lfjb_desk.services.action_forms.preview import AnswerPreview, PreviewEntry
    from lfjb_desk.store.queries.lookup import Reading

SAFE = "Nothing was changed."


def taken(session: Reading, preview: AnswerPreview, today: date) -> Change:
    """Return the one change that takes answers in; an earlier one that waits gives way.

    Raises:
        RuleError: when the file was taken in before, or an answer is still to be placed.
    """
    if preview.doubtful:
        raise RuleError(
            f"{count(len(preview.doubtful), 'answer').capitalize()} of “{preview.file_name}” "
            f"must be placed or left out first. {SAFE}"
        )
    _refuse_two_of_one(preview)
    refuse_again(session, preview.sha256, preview.file_name)
    before = store.answers_of(session, [form.id for form in preview.forms])
    edits: list[Edit] = [
        edited(form, returned_on=today) for form in preview.forms if form.returned_on is None
    ]
    answered = {(entry.form.id, entry.action.action_id) for entry in preview.entries}
    edits += [
        edited(
            answer,
            state=AnswerState.REJECTED,
            decided_on=today,
            decided_why=f"A later answer came in with {preview.file_name}",
        )
        for answer in before
        if answer.state in UNDECIDED and (answer.form_id, answer.action_id) in answered
    ]
    edits += [added(_answer(entry, preview, today)) for entry in preview.entries]
    about = preview.forms[0] if len(preview.forms) == 1 else None
    if not any(edit.before != edit.after for edit in edits):
        raise RuleError(f"“{preview.file_name}” says nothing new. {SAFE}")
    return change(f"Take in the answer of {quoted(preview.name)}", about, edits)


def refuse_again(session: Reading, sha256: str, name: str) -> None:
    """Refuse a file that was taken in before."""
    before = store.answers_from(session, sha256)
    if before:
        raise RuleError(f"“{name}” was taken in before, on {long_date(before[0].read_on)}. {SAFE}")


def _answer(entry: PreviewEntry, preview: AnswerPreview, today: date) -> FormAnswer:
    return FormAnswer(
        form_id=entry.form.id,
        action_id=entry.action.action_id,
        read_on=today,
        file_name=preview.file_name,
        sha256=preview.sha256,
        progress=progress_of(entry.answer),
        proposed_due=entry.answer.due,
        proposed_status=entry.answer.status,
    )


def _refuse_two_of_one(preview: AnswerPreview) -> None:
    """Refuse two answers to one action: a person must say which of them holds."""
    counts = Counter(entry.action.ref for entry in preview.entries)
    twice = [ref for ref, number in counts.items() if number > 1]
    if twice:
        raise RuleError(
            f"{twice[0]} would get more than one answer of “{preview.file_name}”. Leave out all "
            f"but one. {SAFE}"
        )
