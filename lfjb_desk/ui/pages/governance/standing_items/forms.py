"""What is asked of a standing item."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from lfjb_desk.domain.common import lengths
from lfjb_desk.domain.meetings.meetings import ItemTopic, Purpose
from lfjb_desk.ui.forms.item_words import purpose_words, topic_words
from lfjb_desk.ui.widgets.form.fields import Choice, Field, FieldKind
from lfjb_desk.ui.widgets.form.form import Form

if TYPE_CHECKING:
    from lfjb_desk.domain.governance.escalations import StandingItem

USUAL_MINUTES = 10
LONGEST_MINUTES = 600


def _tr(text: str) -> str:
    return QCoreApplication.translate("StandingItemForms", text)


@dataclass(frozen=True)
class StandingItemAnswer:
    """What a standing item is called, what it is about and for, and how long it takes."""

    title: str
    topic: ItemTopic
    purpose: Purpose
    minutes: int


def standing_item(item: StandingItem | None = None) -> Form[StandingItemAnswer]:
    """Return the form of a new standing item, or of one that is there."""
    fields = _fields(item)
    if item is None:
        return Form(
            _tr("New standing item"),
            fields,
            StandingItemAnswer,
            save=_tr("Add item"),
            intro=_tr("A list of its own takes the place of the usual items."),
        )
    return Form(_tr("Change the standing item"), fields, StandingItemAnswer)


def _fields(item: StandingItem | None) -> tuple[Field, ...]:
    return (
        Field(
            "title",
            _tr("Item"),
            value=item.title if item else "",
            required=True,
            longest=lengths.NAME,
        ),
        Field(
            "topic",
            _tr("What it is about"),
            FieldKind.CHOICE,
            value=item.topic if item else ItemTopic.NONE,
            choices=tuple(Choice(topic, topic_words(topic)) for topic in ItemTopic),
            required=True,
        ),
        Field(
            "purpose",
            _tr("Purpose"),
            FieldKind.CHOICE,
            value=item.purpose if item else Purpose.DISCUSS,
            choices=tuple(Choice(purpose, purpose_words(purpose)) for purpose in Purpose),
            required=True,
        ),
        Field(
            "minutes",
            _tr("Minutes"),
            FieldKind.WHOLE,
            value=item.minutes if item else USUAL_MINUTES,
            required=True,
            low=Decimal(0),
            high=Decimal(LONGEST_MINUTES),
        ),
    )
