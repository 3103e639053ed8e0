"""What is asked about an item of an agenda."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from lfjb_desk.domain.common import lengths
from lfjb_desk.domain.meetings.meetings import ItemTopic, Purpose
from lfjb_desk.ui.forms import choices
from lfjb_desk.ui.forms.item_words import purpose_words, topic_words
from lfjb_desk.ui.pages.meetings.forms import LONGEST_DAY
from lfjb_desk.ui.widgets.form.dates import Looking
from lfjb_desk.ui.widgets.form.fields import Choice, Field, FieldKind
from lfjb_desk.ui.widgets.form.form import Form

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from lfjb_desk.domain.meetings.meetings import AgendaItem
    from lfjb_desk.domain.read_models.governance.people import PersonRow

NOTHING = Decimal(0)


def _tr(text: str) -> str:
    return QCoreApplication.translate("AgendaForms", text)


@dataclass(frozen=True)
class AgendaItemAnswer:
    """What an item is about, who brings it, and how it is handled."""

    title: str
    topic: ItemTopic
    purpose: Purpose
    presenter_id: UUID | None
    minutes: int
    ask: str
    why: str
    standing: bool
    restricted: bool
    restricted_why: str
    restricted_audience: str
    restricted_until: date | None


def agenda_item(item: AgendaItem | None, people: Sequence[PersonRow]) -> Form[AgendaItemAnswer]:
    """Return the form of a new agenda item, or of one that is there."""
    fields = (*_subject(item, people), *_treatment(item))
    if item is None:
        return Form(_tr("New agenda item"), fields, AgendaItemAnswer, save=_tr("Add item"))
    return Form(_tr("Change agenda item"), fields, AgendaItemAnswer)


def _subject(item: AgendaItem | None, people: Sequence[PersonRow]) -> tuple[Field, ...]:
    """Return what an item is about, what for, and who brings it."""
    topics = tuple(Choice(topic, topic_words(topic)) for topic in ItemTopic)
    purposes = tuple(Choice(purpose, purpose_words(purpose)) for purpose in Purpose)
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
            choices=topics,
            required=True,
            help=_tr("The board paper leads from the item to this part"),
        ),
        Field(
            "purpose",
            _tr("Purpose"),
            FieldKind.CHOICE,
            value=item.purpose if item else Purpose.DISCUSS,
            choices=purposes,
            required=True,
        ),
        Field(
            "presenter_id",
            _tr("Presenter"),
            FieldKind.CHOICE,
            value=item.presenter_id if item else None,
            choices=choices.people(people),
        ),
    )


def _treatment(item: AgendaItem | None) -> tuple[Field, ...]:
    """Return how long an item takes, why it is here, and how it is handled."""
    return (*_place(item), *_restriction(item))


def _place(item: AgendaItem | None) -> tuple[Field, ...]:
    return (
        Field(
            "minutes",
            _tr("Minutes"),
            FieldKind.WHOLE,
            value=item.minutes if item else 10,
            required=True,
            low=NOTHING,
            high=LONGEST_DAY,
        ),
        Field(
            "ask",
            _tr("What is asked"),
            FieldKind.LONG,
            value=item.ask if item else "",
            help=_tr("Goes on from “The board is asked to”: agree the listing protocol"),
        ),
        Field(
            "why",
            _tr("Why it is here"),
            FieldKind.LONG,
            value=item.why if item else "",
        ),
        Field(
            "standing",
            _tr("Comes back at every meeting"),
            FieldKind.TICK,
            value=item.standing if item else False,
        ),
    )


def _restriction(item: AgendaItem | None) -> tuple[Field, ...]:
    return (
        Field(
            "restricted",
            _tr("Restricted: open papers give its number, purpose and time alone"),
            FieldKind.TICK,
            value=item.restricted if item else False,
        ),
        Field(
            "restricted_why",
            _tr("Why it is restricted"),
            value=item.restricted_why if item else "",
        ),
        Field(
            "restricted_audience",
            _tr("Who may read it"),
            value=item.restricted_audience if item else "",
            help=_tr("Such as the judiciary and HMCTS"),
        ),
        Field(
            "restricted_until",
            _tr("Restricted until"),
            FieldKind.DATE,
            looking=Looking.AHEAD,
            value=item.restricted_until if item else None,
            help=_tr("It stays restricted until somebody takes the mark away"),
        ),
    )
