"""Making one action form: its Word file, the e-mail draft with it, and what it showed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import uuid4

from lfjb_desk.domain.action_forms import ActionForm
from lfjb_desk.domain.changes import RuleError
from lfjb_desk.domain.governance.groups import Group
from lfjb_desk.domain.places import DfjArea
from lfjb_desk.domain.read_models.action_form_content import (
    FormContent,
    FormedAction,
    encode_content,
)
from lfjb_desk.papers.parts.report_data import ActionFormReportData
from lfjb_desk.services.action_forms.letters import FormLetter, form_letter
from lfjb_desk.services.action_forms.recipients import rows_of
from lfjb_desk.services.atomic_files import file_name
from lfjb_desk.services.papers.report_data import ReportGatherer
from lfjb_desk.store.queries.lookup import found

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date
    from pathlib import Path
    from uuid import UUID

    from lfjb_desk.domain.governance.groups import Marking
    from lfjb_desk.domain.read_models.action_forms import FormRecipient
    from lfjb_desk.domain.read_models.actions import ActionRow
    from lfjb_desk.store.engine.database import Database
    from lfjb_desk.word.checking.findings import Finding


@dataclass(frozen=True)
class FormOrder:
    """What forms that are sent together share."""

    group_id: UUID
    back_by: date
    today: date
    is_reminder: bool = False


@dataclass(frozen=True)
class MadeForm:
    """A form that was made and not recorded yet: its row, and its files."""

    form: ActionForm
    recipient: FormRecipient
    document: tuple[str, bytes]
    """The name and the bytes of the Word file."""
    letter: tuple[str, bytes]
    """The name and the bytes of the e-mail draft with it."""
    findings: tuple[Finding, ...]
    """What the accessibility check found in it."""

    @property
    def files(self) -> dict[str, bytes]:
        """Both files by name."""
        return dict((self.document, self.letter))


def made_form(
    database: Database,
    template: Path,
    order: FormOrder,
    recipient: FormRecipient,
    taken: Collection[str],
) -> MadeForm:
    """Return the form of one owner or body, under a name that is not `taken`.

    Raises:
        RuleError: when there is nothing to ask about any more, or the template cannot be used.
    """
    # Late: to look at forms, Word's parts are not needed.
    from lfjb_desk.papers.action_form import action_form  # noqa: PLC0415
    from lfjb_desk.word.checking.check import check  # noqa: PLC0415
    from lfjb_desk.word.reading.form import read_form  # noqa: PLC0415
    from lfjb_desk.word.writing.engine import render  # noqa: PLC0415

    with database.session() as session:
        group = found(session, Group, order.group_id)
        area = found(session, DfjArea, group.area_id).name
        rows = rows_of(session, order.group_id, recipient, order.today)
    if not rows:
        raise RuleError(f"{recipient.name} has no open action any more. Nothing was written.")
    form_id = uuid4()
    # Restricted matter is gathered, since an owner may read that of their own actions.
    gatherer = ReportGatherer(database, group, order.today, restricted=True)
    board, who = gatherer.board(), ", ".join(filter(None, (recipient.name, recipient.about)))
    data = gatherer.marked(ActionFormReportData(board, who, rows, order.back_by, form_id))
    paper = action_form(data)
    document = render(paper, template)
    marking = data.board.marking
    stem = _free(_name(recipient, marking, order.today), taken)
    letter = FormLetter(
        area, marking, recipient, rows, order.back_by, board.secretary, order.is_reminder
    )
    attached = (f"{stem}.docx", document)
    return MadeForm(
        form=_row(order, recipient, form_id, FormContent(_formed(rows), read_form(document).lines)),
        recipient=recipient,
        document=attached,
        letter=(f"{stem}.eml", form_letter(letter, attached)),
        findings=check(document, paper.marking),
    )


def _row(
    order: FormOrder, recipient: FormRecipient, form_id: UUID, content: FormContent
) -> ActionForm:
    return ActionForm(
        id=form_id,
        group_id=order.group_id,
        person_id=recipient.person_id,
        organisation_id=recipient.organisation_id,
        sent_on=order.today,
        back_by=order.back_by,
        content=encode_content(content),
    )


def _formed(rows: tuple[ActionRow, ...]) -> tuple[FormedAction, ...]:
    return tuple(
        FormedAction(action.id, action.ref, action.title, action.due, action.status)
        for action in (row.action for row in rows)
    )


def _name(recipient: FormRecipient, marking: Marking, today: date) -> tuple[str, ...]:
    """Return the words of the name of the file, its marking first."""
    marked = (marking.value,) if marking.is_sensitive else ()
    return (*marked, "action return", recipient.name, today.isoformat())


def _free(words: tuple[str, ...], taken: Collection[str]) -> str:
    """Return a name without ending that no other file of this batch has."""
    number = 1
    while True:
        numbered = words if number == 1 else (*words, str(number))
        name = file_name(*numbered, suffix=".docx", between="_", blank="-")
        if name not in taken:
            return name.removesuffix(".docx")
        number += 1
