"""The e-mail drafts that go with action forms: when they are sent, and when they are late."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lfjb_desk.domain.actions import ActionStanding
from lfjb_desk.domain.common.references import checked_reference
from lfjb_desk.domain.formatting import count, long_date, weekday_date
from lfjb_desk.services.mail_drafts import Attachment, mail_draft

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from lfjb_desk.domain.governance.groups import Marking
    from lfjb_desk.domain.read_models.action_forms import FormRecipient
    from lfjb_desk.domain.read_models.actions import ActionRow

HEADS = {
    ActionStanding.LATE: "Late",
    ActionStanding.SOON: "Due soon",
    ActionStanding.ON_TIME: "Due later",
}


@dataclass(frozen=True)
class FormLetter:
    """What an e-mail about a form says."""

    area: str
    marking: Marking
    recipient: FormRecipient
    rows: tuple[ActionRow, ...]
    back_by: date
    secretary: str
    """Who signs it; empty where nobody is named."""
    is_reminder: bool = False


def form_letter(letter: FormLetter, document: tuple[str, bytes]) -> bytes:
    """Return a draft that a mail program opens ready to send, with the form attached.

    `document` is the name and the bytes of the Word file. Restricted actions are in the form
    alone: the words of an e-mail are read by more people than its attachment.
    """
    recipient = letter.recipient
    to = [(recipient.name, recipient.email)] if recipient.email else []
    what = "Reminder of your actions" if letter.is_reminder else "Your actions"
    subject = (
        f"{letter.marking.value}: {what} for {letter.area}, back by {long_date(letter.back_by)}"
    )
    text = "\n\n".join(_body(letter)) + "\n"
    return mail_draft(to, subject, text, [Attachment(*document)])


def _body(letter: FormLetter) -> Iterator[str]:
    recipient = letter.recipient
    yield f"Dear {'colleague' if recipient.person_id is None else recipient.name},"
    number = count(len(letter.rows), "action")
    yield (
        f"The attached form asks about {number}. Fill in its boxes in Word or LibreOffice and send "
        f"it back by {weekday_date(letter.back_by)}."
    )
    yield (
        "You may answer this e-mail instead: begin with the reference, then say what was done, and "
        "on lines of their own “Status: done” or “New date: 12 January 2027”."
    )
    if letter.is_reminder:
        yield "These are late or due soon; the form asks about all of yours."
    for standing, head in HEADS.items():
        if letter.is_reminder and standing is ActionStanding.ON_TIME:
            continue
        lines = [_line(row) for row in letter.rows if row.standing is standing]
        if lines:
            yield "\n".join((f"{head}:", *lines))
    yield f"This e-mail is marked {letter.marking.value}."
    signed = (letter.secretary,) if letter.secretary else ()
    yield "\n".join((*signed, f"For the {letter.area} Local Family Justice Board"))


def _line(row: ActionRow) -> str:
    reference = checked_reference(row.action.ref)
    if row.restricted:
        return f"- {reference}: restricted, see the form"
    return f"- {reference} {row.action.title}: due {long_date(row.action.due)}, {row.moved_words}"
