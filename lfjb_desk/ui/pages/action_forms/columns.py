"""The columns of the two lists: answers to decide, and forms that were sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from lfjb_desk.domain.formatting import long_date, short_date
from lfjb_desk.domain.read_models.action_forms import FormState
from lfjb_desk.ui.pages.action_forms.pane import FORM_TONES, answer_state, form_state_words
from lfjb_desk.ui.tables.tables import Cell, Column

if TYPE_CHECKING:
    from datetime import date

    from lfjb_desk.domain.read_models.action_forms import AnswerRow, FormRow


def _tr(text: str) -> str:
    return QCoreApplication.translate("FormColumns", text)


def answer_columns() -> tuple[Column[AnswerRow], ...]:
    """Return how answers are listed: the present state beside what is proposed."""
    return (
        Column(
            _tr("State"),
            lambda row: Cell(answer_state(row)[0], tone=answer_state(row)[1]),
            sort=lambda row: (not row.is_conflict, row.action.ref),
        ),
        Column(
            _tr("Action"),
            lambda row: Cell(row.action.title, _about(row)),
            sort=lambda row: row.action.ref,
            stretch=True,
        ),
        Column(
            _tr("Now"),
            lambda row: Cell(long_date(row.action.due), row.action.status.value),
            sort=lambda row: row.action.due,
        ),
        Column(
            _tr("Proposed"),
            _proposed,
            sort=lambda row: row.answer.proposed_due or row.action.due,
        ),
    )


def form_columns(today: date) -> tuple[Column[FormRow], ...]:
    """Return how forms are listed."""
    return (
        Column(
            _tr("State"),
            lambda row: Cell(form_state_words(row), tone=FORM_TONES[row.state]),
            sort=lambda row: (list(FormState).index(row.state), row.form.back_by),
        ),
        Column(
            _tr("Whom"),
            lambda row: Cell(row.name, row.email),
            sort=lambda row: row.name.casefold(),
            stretch=True,
        ),
        Column(
            _tr("Actions"),
            lambda row: str(len(row.content.actions)),
            sort=lambda row: len(row.content.actions),
            right=True,
        ),
        Column(
            _tr("Sent"),
            lambda row: short_date(row.form.sent_on, today),
            sort=lambda row: row.form.sent_on,
            extra=True,
        ),
        Column(
            _tr("Back by"),
            lambda row: short_date(row.form.back_by, today),
            sort=lambda row: row.form.back_by,
            right=True,
        ),
    )


def _about(row: AnswerRow) -> str:
    return "  ·  ".join((row.action.ref, row.name, " ".join(row.answer.progress.split())))


def _proposed(row: AnswerRow) -> Cell:
    due, status = row.answer.proposed_due, row.answer.proposed_status
    day = long_date(due) if due is not None and row.moves_due else _tr("Same date")
    state = status.value if status is not None and row.changes_status else _tr("same status")
    return Cell(day, state, strong=row.moves_due)
