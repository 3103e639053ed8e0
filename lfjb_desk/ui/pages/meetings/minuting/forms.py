"""What is asked about lines of the minutes: where a note goes."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from lfjb_desk.ui.widgets.form.fields import Choice, Field, FieldKind
from lfjb_desk.ui.widgets.form.form import Form

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from lfjb_desk.domain.read_models.meetings.minutes import MinutedItem


def _tr(text: str) -> str:
    return QCoreApplication.translate("MinutingForms", text)


@dataclass(frozen=True)
class NotePlaceAnswer:
    """Under which item a note stands, and where among its notes, counted from 1."""

    item_id: UUID
    place: int


def move_note(items: Sequence[MinutedItem], item_id: UUID, position: int) -> Form[NotePlaceAnswer]:
    """Return the form that brings a note to another place, from the one it has."""
    return Form(
        _tr("Move the note"),
        (
            Field(
                "item_id",
                _tr("Under which item"),
                FieldKind.CHOICE,
                value=item_id,
                choices=tuple(
                    Choice(minuted.item.id, f"{minuted.number}. {minuted.item.title}")
                    for minuted in items
                ),
                required=True,
            ),
            Field(
                "place",
                _tr("Place among its notes"),
                FieldKind.WHOLE,
                value=position,
                required=True,
                low=Decimal(1),
                help=_tr("1 is the first"),
            ),
        ),
        NotePlaceAnswer,
        save=_tr("Move"),
    )
