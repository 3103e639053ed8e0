"""Questions to the action forms and the answers that came back with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import col, select

from lfjb_desk.domain.action_forms import ActionForm, FormAnswer

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from uuid import UUID

    from sqlmodel import Session


def forms_of(session: Session, group_ids: Collection[UUID]) -> Sequence[ActionForm]:
    """Return the forms sent for groups, the latest first."""
    statement = select(ActionForm).where(col(ActionForm.group_id).in_(sorted(group_ids)))
    latest = (col(ActionForm.sent_on).desc(), col(ActionForm.back_by).desc(), col(ActionForm.id))
    return session.exec(statement.order_by(*latest)).all()


def answers_of(session: Session, form_ids: Collection[UUID]) -> Sequence[FormAnswer]:
    """Return the answers of forms, the first read first."""
    statement = select(FormAnswer).where(col(FormAnswer.form_id).in_(sorted(form_ids)))
    order = (col(FormAnswer.read_on), col(FormAnswer.file_name), col(FormAnswer.id))
    return session.exec(statement.order_by(*order)).all()


def answers_from(session: Session, sha256: str) -> Sequence[FormAnswer]:
    """Return the answers that were read from a file before."""
    return session.exec(select(FormAnswer).where(FormAnswer.sha256 == sha256)).all()


def every_form(session: Session) -> Sequence[ActionForm]:
    """Return all forms, the latest first."""
    latest = (col(ActionForm.sent_on).desc(), col(ActionForm.back_by).desc(), col(ActionForm.id))
    return session.exec(select(ActionForm).order_by(*latest)).all()
