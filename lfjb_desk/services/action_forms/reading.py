"""Reading what came back: a form in Word, or an e-mail, matched with what was sent."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from lfjb_desk.domain.action_forms import ActionForm
from lfjb_desk.domain.changes import Change, RuleError
from lfjb_desk.domain.common.files import not_a_file
from lfjb_desk.domain.formatting import count, listed, long_date
from lfjb_desk.domain.read_models.action_answers import read_answer
from lfjb_desk.domain.read_models.action_form_content import FormedAction, read_content
from lfjb_desk.papers.action_form import form_id_of
from lfjb_desk.services.action_forms.mail import ReadMail, read_mail
from lfjb_desk.services.action_forms.matching import AnswerDoubt, DoubtfulAnswer, matched
from lfjb_desk.services.action_forms.preview import AnswerPreview, PreviewEntry
from lfjb_desk.services.action_forms.standing import names_of
from lfjb_desk.services.action_forms.taking import SAFE, refuse_again, taken
from lfjb_desk.services.atomic_files import file_name
from lfjb_desk.store.queries import action_forms as store
from lfjb_desk.word.process import read_form_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date

    from lfjb_desk.store.engine.database import Database
    from lfjb_desk.store.queries.lookup import Reading
    from lfjb_desk.word.reading.form import ReadForm

LARGEST = 100 << 20
"""Bytes of an answer; a form has a few thousand, an e-mail has what is attached to it."""


class AnswerReadingService:
    """Reads returned files and takes their answers in; each still waits to be decided."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def read(self, path: Path, cancelled: Callable[[], bool] = lambda: False) -> AnswerPreview:
        """Return what a returned file says; nothing is written.

        Raises:
            RuleError: when it is no answer to a form that was sent from here, or cannot be read.
        """
        if words := not_a_file(path):
            raise RuleError(words)
        ending = path.suffix.lower()
        if ending == ".msg":
            raise RuleError(
                f"“{path.name}” is an e-mail as Outlook keeps it, which the desk does not read. "
                f"{SAFE} Open it in Outlook and save it as .eml or as text, or drag the form that "
                "is attached to it into a folder and choose that."
            )
        if ending == ".eml":
            return self._of_mail(path, cancelled)
        return self._of_document(path, cancelled)

    def take(self, preview: AnswerPreview, today: date) -> Change:
        """Return the one change that takes answers in, each proposed, and the form as returned.

        Raises:
            RuleError: when the file was taken in before, or an answer is still to be placed.
        """
        with self._database.session() as session:
            return taken(session, preview, today)

    def _of_document(
        self, path: Path, cancelled: Callable[[], bool], called: str = ""
    ) -> AnswerPreview:
        name = called or path.name
        sha256 = hashlib.sha256(_bytes(path)).hexdigest()
        with self._database.session() as session:
            refuse_again(session, sha256, name)
        read = read_form_file(path, cancelled)
        with self._database.session() as session:
            form = _form(session, read, name)
            who = names_of(session, [form])[form.id].name
            notices = [*_age(session, form, who), *_unread(read)]
        content = read_content(form.content)
        result = matched(read, content)
        entries = tuple(
            PreviewEntry(form, each.action, each.answer)
            for each in result.matched
            if not each.answer.is_empty
        )
        answered = {entry.action.ref for entry in entries}
        return AnswerPreview(
            file_name=name,
            sha256=sha256,
            forms=(form,),
            name=who,
            entries=entries,
            doubtful=result.doubtful,
            unanswered=tuple(each for each in content.actions if each.ref not in answered),
            notices=tuple(notices),
            choices=tuple((form, action) for action in content.actions),
        )

    def _of_mail(self, path: Path, cancelled: Callable[[], bool]) -> AnswerPreview:
        data = _bytes(path)
        mail = read_mail(data, path.name)
        previews = [*self._attached(mail, cancelled)]
        forms = self._forms_by_ref(mail.sender)
        entries, doubtful = [], []
        for part in mail.answers:
            answer = read_answer(part.boxes)
            known = forms.get(part.ref)
            if known is None or not part.is_checked:
                why = AnswerDoubt.NO_LETTER if known else AnswerDoubt.NO_FORM
                doubtful.append(DoubtfulAnswer(part.words, why, answer, known and known[1]))
            elif not answer.is_empty:
                entries.append(PreviewEntry(*known, answer))
        notices = (*mail.notices, *(line for each in previews for line in each.notices))
        merged = _merged(path.name, hashlib.sha256(data).hexdigest(), previews, entries, doubtful)
        if not (merged.forms or merged.doubtful):
            raise RuleError(
                f"“{path.name}” names no action and has no form attached, so there is nothing to "
                f"take in. {SAFE} Record what it says under Actions instead."
            )
        with self._database.session() as session:
            refuse_again(session, merged.sha256, path.name)
            named = names_of(session, merged.forms)
        who = listed(tuple(dict.fromkeys(each.name for each in named.values())))
        choices = tuple(
            {pair[1].action_id: pair for pair in (*merged.choices, *forms.values())}.values()
        )
        return replace(merged, name=who or mail.sender, notices=notices, choices=choices)

    def _attached(self, mail: ReadMail, cancelled: Callable[[], bool]) -> Iterator[AnswerPreview]:
        for name, data in mail.documents:
            with TemporaryDirectory() as folder:
                place = Path(folder) / file_name(Path(name).stem, suffix=Path(name).suffix)
                place.write_bytes(data)
                yield self._of_document(place, cancelled, called=name)

    def _forms_by_ref(self, sender: str) -> dict[str, tuple[ActionForm, FormedAction]]:
        """Return the form that asks about each reference: the sender's own, else the latest."""
        out: dict[str, tuple[ActionForm, FormedAction]] = {}
        with self._database.session() as session:
            forms = store.every_form(session)
            names = names_of(session, forms)
        is_own = {
            form.id: bool(sender) and names[form.id].email.casefold() == sender.casefold()
            for form in forms
        }
        for form in sorted(forms, key=lambda form: not is_own[form.id]):
            if form.withdrawn_on is None:
                for action in read_content(form.content).actions:
                    out.setdefault(action.ref, (form, action))
        return out


def _bytes(path: Path) -> bytes:
    """Return what a file holds.

    Raises:
        RuleError: when it cannot be read, or is too large to be an answer.
    """
    try:
        if path.stat().st_size > LARGEST:
            raise RuleError(f"“{path.name}” is larger than an answer can be. {SAFE}")
        return path.read_bytes()
    except OSError as error:
        raise RuleError(f"“{path.name}” cannot be read ({error.strerror}). {SAFE}") from error


def _form(session: Reading, read: ReadForm, name: str) -> ActionForm:
    """Return the form that a file is."""
    key = form_id_of(read.identifier)
    form = session.get(ActionForm, key) if key else None
    if form is not None:
        return form
    if key is not None:
        raise RuleError(
            f"“{name}” is an action form, but none that was sent from here: it is of another "
            f"board, or its sending was undone. {SAFE} Record what it says under Actions."
        )
    raise RuleError(
        f"“{name}” does not say which action form it is, so nothing can be matched with it. {SAFE} "
        "Ask for the form itself, saved as .docx, or record what it says under Actions."
    )


def _age(session: Reading, form: ActionForm, who: str) -> Iterator[str]:
    """Yield what is to be known of a form that is not the one awaited."""
    if form.withdrawn_on is not None:
        yield f"This form was withdrawn on {long_date(form.withdrawn_on)}; it is read all the same."
    others = store.forms_of(session, [form.group_id])
    whose = (form.person_id, form.organisation_id)
    same = [other for other in others if (other.person_id, other.organisation_id) == whose]
    newest = same[0]
    if newest.sent_on > form.sent_on:
        yield (
            f"This is the form of {long_date(form.sent_on)}; {who} was sent a later one on "
            f"{long_date(newest.sent_on)}. It is read all the same."
        )
    if form.returned_on is not None:
        yield f"An answer with this form was read on {long_date(form.returned_on)} already."


def _unread(read: ReadForm) -> Iterator[str]:
    """Yield what of a file was read otherwise than it looks, or not at all."""
    left = read.left_out
    for number, singular, plural, what in (
        (left.insertions, "tracked insertion", "tracked insertions", "read as accepted"),
        (left.deletions, "tracked deletion", "tracked deletions or moves", "left out"),
        (left.deleted_rows, "row tracked as deleted", "rows tracked as deleted", "left out"),
        (left.hidden, "stretch of hidden text", "stretches of hidden text", "left out"),
        (left.text_boxes, "text box", "text boxes", "left out"),
    ):
        if number:
            verb = "was" if number == 1 else "were"
            yield f"{count(number, singular, plural).capitalize()} {verb} {what}."
    for comment in read.comments:
        yield f"Comment by {comment.author or 'somebody'}: {comment.text}"


def _merged(
    name: str,
    sha256: str,
    previews: Sequence[AnswerPreview],
    entries: Sequence[PreviewEntry],
    doubtful: Sequence[DoubtfulAnswer],
) -> AnswerPreview:
    """Return the answers of an e-mail and of the forms attached to it as one."""
    attached = [entry for each in previews for entry in each.entries]
    forms = {form.id: form for each in previews for form in each.forms}
    forms |= {entry.form.id: entry.form for entry in entries}
    in_forms = {entry.action.ref for entry in attached}
    again = [entry for entry in entries if entry.action.ref in in_forms]
    said_twice = [
        DoubtfulAnswer(entry.answer.progress, AnswerDoubt.CLAIMED_TWICE, entry.answer, entry.action)
        for entry in again
    ]
    return AnswerPreview(
        file_name=name,
        sha256=sha256,
        forms=tuple(forms.values()),
        name="",
        entries=(*attached, *(entry for entry in entries if entry not in again)),
        doubtful=(*(d for each in previews for d in each.doubtful), *doubtful, *said_twice),
        unanswered=tuple(action for each in previews for action in each.unanswered),
        choices=tuple(pair for each in previews for pair in each.choices),
    )
