"""What the page of action forms asks: whom to send them, and where a doubtful answer belongs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from lfjb_desk.domain.actions import ActionStatus
from lfjb_desk.domain.common.references import checked_reference
from lfjb_desk.domain.formatting import count, listed, short_date
from lfjb_desk.services.action_forms.preview import WHY
from lfjb_desk.ui.widgets.form.dates import Looking
from lfjb_desk.ui.widgets.form.fields import Choice, Field, FieldKind
from lfjb_desk.ui.widgets.form.form import Form

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from lfjb_desk.domain.read_models.action_forms import AnswerRow, FormRecipient
    from lfjb_desk.services.action_forms.matching import DoubtfulAnswer
    from lfjb_desk.services.action_forms.preview import AnswerPreview

LEFT_OUT = "left-out"
_BACK_BY = "back_by"


def _tr(text: str) -> str:
    return QCoreApplication.translate("ActionFormForms", text)


@dataclass(frozen=True)
class SendingAnswer:
    """Whom forms are sent, and by when they should be back."""

    back_by: date
    recipients: tuple[FormRecipient, ...]


@dataclass(frozen=True)
class RejectionAnswer:
    """Why an answer is rejected."""

    why: str


def send_forms(
    recipients: Sequence[FormRecipient],
    today: date,
    back_by: date,
    *,
    to_bodies: bool,
    is_reminder: bool,
) -> Form[SendingAnswer]:
    """Return the form that chooses whom action forms are sent; `back_by` is the usual day."""
    by_key = {str(recipient.key): recipient for recipient in recipients}

    def answer(**given: Any) -> SendingAnswer:
        chosen = tuple(recipient for key, recipient in by_key.items() if given[key])
        return SendingAnswer(given[_BACK_BY], chosen)

    day = Field(
        _BACK_BY,
        _tr("Back by"),
        FieldKind.DATE,
        looking=Looking.AHEAD,
        value=back_by,
        required=True,
    )
    ticks = (
        Field(
            key,
            f"{recipient.name}: {_actions(recipient)}",
            FieldKind.TICK,
            value=True,
            help=_about(recipient, today, to_bodies=to_bodies),
        )
        for key, recipient in by_key.items()
    )
    title = _tr("Send action forms to bodies") if to_bodies else _tr("Send action forms to owners")
    return Form(
        _tr("Write reminders") if is_reminder else title,
        (day, *ticks),
        answer,
        save=_tr("Choose a folder…"),
        intro=_tr(
            "A Word file and an e-mail draft are written for each; nothing is sent from here."
        ),
    )


def _actions(recipient: FormRecipient) -> str:
    parts = [count(recipient.actions, _tr("action"))]
    if recipient.late:
        parts.append(_tr("{0} late").format(recipient.late))
    if recipient.soon:
        parts.append(_tr("{0} due soon").format(recipient.soon))
    return ", ".join(parts)


def _about(recipient: FormRecipient, today: date, *, to_bodies: bool) -> str:
    parts = []
    if not recipient.email and not to_bodies:
        parts.append(_tr("No e-mail address is held."))
    if recipient.awaited_since is not None:
        since = short_date(recipient.awaited_since, today)
        parts.append(_tr("It replaces the form of {0}, which is not back.").format(since))
    return " ".join(parts)


def take_in(preview: AnswerPreview) -> Form[AnswerPreview]:
    """Return the form that shows what a file says, and asks about all that is doubtful in it."""
    doubtful = {f"doubtful-{at}": each for at, each in enumerate(preview.doubtful)}
    unclear = {entry.action.ref: entry for entry in preview.unclear}
    fields = [_doubtful_field(key, each, preview) for key, each in doubtful.items()]
    for ref, entry in unclear.items():
        fields += _unclear_fields(ref, entry.answer.due_words, entry.answer.status_words)

    def answer(**given: Any) -> AnswerPreview:
        made = preview
        for key, each in doubtful.items():
            chosen = given[key]
            placed = next(
                (a.action_id for _, a in preview.choices if str(a.action_id) == chosen), None
            )
            made = made.placed(each, placed)
        for ref, entry in unclear.items():
            made = made.made_clear(entry, given.get(f"due-{ref}"), given.get(f"status-{ref}"))
        return made

    return Form(
        _tr("The answer of {0}").format(preview.name),
        tuple(fields),
        answer,
        save=_tr("Take in"),
        intro="\n".join(_summary(preview)),
        about=preview.forms[0].id if preview.forms else None,
    )


def _doubtful_field(key: str, doubtful: DoubtfulAnswer, preview: AnswerPreview) -> Field:
    places = (
        *(
            Choice(str(action.action_id), checked_reference(action.ref), action.title)
            for _, action in preview.choices
        ),
        Choice(LEFT_OUT, _tr("Leave it out")),
    )
    words = doubtful.words or _tr("Nothing is written in it.")
    likely = _tr(" It may be {0}.").format(doubtful.likely.ref) if doubtful.likely else ""
    return Field(
        key,
        _tr("Which action is this about?"),
        FieldKind.CHOICE,
        choices=places,
        required=True,
        help=f"{WHY[doubtful.why]}.{likely}\n{words}",
    )


def _unclear_fields(ref: str, due_words: str, status_words: str) -> list[Field]:
    fields = []
    if due_words:
        fields.append(
            Field(
                f"due-{ref}",
                _tr("New date of {0}").format(ref),
                FieldKind.DATE,
                looking=Looking.AHEAD,
                help=_tr("Written: “{0}”. Leave it empty to keep the words.").format(due_words),
            )
        )
    if status_words:
        fields.append(
            Field(
                f"status-{ref}",
                _tr("Status of {0}").format(ref),
                FieldKind.CHOICE,
                choices=tuple(Choice(each, each.value.capitalize()) for each in ActionStatus),
                help=_tr("Written: “{0}”. Leave it empty to keep the words.").format(status_words),
            )
        )
    return fields


def _summary(preview: AnswerPreview) -> list[str]:
    """Return what was read, and what is to be known besides, in a few lines."""
    refs = listed(tuple(entry.action.ref for entry in preview.entries))
    answers = count(len(preview.entries), _tr("answer"))
    lines = [f"{answers.capitalize()}: {refs}." if refs else _tr("No answer is filled in.")]
    if preview.unanswered:
        without = listed(tuple(action.ref for action in preview.unanswered))
        lines.append(_tr("Nothing on {0}.").format(without))
    lines.append(_tr("Nothing changes in an action until you accept it."))
    return [*lines, *preview.notices]


def reject(row: AnswerRow) -> Form[RejectionAnswer]:
    """Return the form that rejects an answer."""
    why = Field("why", _tr("Why it is rejected"), FieldKind.LONG, required=True)
    return Form(
        _tr("Reject the answer on {0}").format(row.action.ref),
        (why,),
        RejectionAnswer,
        save=_tr("Reject"),
    )
