"""What is asked about answers to circulated minutes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from lfjb_desk.domain.formatting import count, listed
from lfjb_desk.ui.forms import choices
from lfjb_desk.ui.widgets.form.dates import Looking
from lfjb_desk.ui.widgets.form.fields import Field, FieldKind
from lfjb_desk.ui.widgets.form.form import Form

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from lfjb_desk.domain.read_models.governance.people import PersonRow
    from lfjb_desk.domain.read_models.meetings.amendments import ReturnedMinutes


def _tr(text: str) -> str:
    return QCoreApplication.translate("AmendmentForms", text)


@dataclass(frozen=True)
class AnswerTakenIn:
    """Whose answer a file is, and when it came."""

    reviewer: str
    came_on: date
    no_comments: bool = False


@dataclass(frozen=True)
class ReasonGiven:
    """Why an amendment is rejected or held."""

    why: str


def preview_words(returned: ReturnedMinutes) -> str:
    """Return in sentences what a file holds, before it is taken in."""
    number = count(len(returned.proposals), _tr("change or comment"), _tr("changes and comments"))
    parts = [_tr("“{0}” holds {1}.").format(returned.file_name, number)]
    named = [
        _tr("{0} ({1})").format(name or _tr("no name"), times)
        for name, times in returned.authors.items()
    ]
    if named:
        parts.append(_tr("By {0}.").format(listed(named)))
    if returned.is_older:
        parts.append(
            _tr("It is a copy of version {0}; version {1} was circulated since.").format(
                returned.version, returned.newest
            )
        )
    elif not returned.says_version:
        parts.append(
            _tr("It does not say which version it is; it was compared with version {0}.").format(
                returned.version
            )
        )
    if returned.formatting:
        looks = count(returned.formatting, _tr("change"))
        parts.append(_tr("{0} of the look alone left out.").format(looks.capitalize()))
    return " ".join(parts)


def take_in(
    returned: ReturnedMinutes, today: date, people: Sequence[PersonRow]
) -> Form[AnswerTakenIn]:
    """Return the form that asks whose answer a file is; a sole author is proposed."""
    authors = [name for name in returned.authors if name]
    sole = authors[0] if len(authors) == 1 else ""
    fields = [_reviewer(people, sole), _came_on(today)]
    if not returned.proposals:
        fields.append(
            Field("no_comments", _tr("They confirm that they have no comments"), FieldKind.TICK)
        )
    return Form(
        _tr("Answer to the minutes of {0}").format(returned.label),
        tuple(fields),
        AnswerTakenIn,
        save=_tr("Take in the answer"),
        intro=preview_words(returned),
    )


def confirm(label: str, today: date, people: Sequence[PersonRow]) -> Form[AnswerTakenIn]:
    """Return the form that asks who has no comments."""
    return Form(
        _tr("No comments on the minutes of {0}").format(label),
        (_reviewer(people, ""), _came_on(today)),
        AnswerTakenIn,
        save=_tr("Record no comments"),
    )


def reason(title: str, verb: str) -> Form[ReasonGiven]:
    """Return the form that asks why an amendment is rejected or held."""
    return Form(
        title,
        (Field("why", _tr("Why"), FieldKind.LONG, required=True),),
        ReasonGiven,
        save=verb,
    )


def _reviewer(people: Sequence[PersonRow], value: str) -> Field:
    return Field(
        "reviewer",
        _tr("Whose answer it is"),
        value=value,
        required=True,
        choices=choices.people(people),
    )


def _came_on(today: date) -> Field:
    return Field(
        "came_on",
        _tr("Came on"),
        FieldKind.DATE,
        looking=Looking.BACK,
        value=today,
        required=True,
    )
