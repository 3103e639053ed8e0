"""The forms of collections and of those who fill in their sheets."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from lfjb_desk.domain.common import lengths
from lfjb_desk.domain.common.months import MONTHS_A_QUARTER, months_later, quarter_start
from lfjb_desk.domain.formatting import months
from lfjb_desk.ui.widgets.form.dates import Looking
from lfjb_desk.ui.widgets.form.fields import Choice, Field, FieldKind, Following
from lfjb_desk.ui.widgets.form.form import Form

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from lfjb_desk.domain.figures.collections import Collection
    from lfjb_desk.domain.places import LocalAuthority
    from lfjb_desk.domain.read_models.collection import ReturnStanding, SheetRespondent

Quarter = tuple[date, date]
"""The first and the last day."""
QUARTERS_OFFERED = 8
"""How many of those that ended; the sheets of the next two may go out before, too."""
DAYS_TO_FILL_IN = 28


def _tr(text: str) -> str:
    return QCoreApplication.translate("CollectionForms", text)


@dataclass(frozen=True, kw_only=True)
class CollectionAnswer:
    """By when the sheets of a collection are to be back, and what their cover tells."""

    due: date
    note: str


@dataclass(frozen=True, kw_only=True)
class NewCollectionAnswer(CollectionAnswer):
    """The same, and the first day of the quarter."""

    starts: date


@dataclass(frozen=True, kw_only=True)
class RespondentAnswer:
    """Who fills in a sheet."""

    name: str
    email: str


@dataclass(frozen=True, kw_only=True)
class NewRespondentAnswer(RespondentAnswer):
    """The same, and for which authority."""

    authority_id: UUID


def new_collection(today: date, existing: Sequence[date]) -> Form[NewCollectionAnswer]:
    """Return the form that opens a collection: first stands the next quarter without one."""
    quarters = [quarter for quarter in quarters_to(today) if quarter[0] not in existing]
    proposed = _proposed(quarters, existing, today)
    quarter = Field(
        "starts",
        _tr("Quarter"),
        FieldKind.CHOICE,
        value=proposed[0],
        choices=tuple(Choice(starts, months(starts, ends)) for starts, ends in quarters),
        required=True,
    )
    time = timedelta(days=DAYS_TO_FILL_IN)
    days = {starts: max(today, ends) + time for starts, ends in quarters}
    return Form(
        _tr("New collection"),
        (quarter, *_terms(days[proposed[0]], "", Following("starts", days))),
        NewCollectionAnswer,
        save=_tr("Open the collection"),
        intro=_tr("Every authority of the area is asked for the same figures in the same words."),
    )


def change_collection(collection: Collection) -> Form[CollectionAnswer]:
    """Return the form that gives a collection another day to be back, or another note."""
    quarter = months(collection.starts, collection.ends)
    return Form(
        _tr("Change the collection for {0}").format(quarter),
        _terms(collection.due, collection.note),
        CollectionAnswer,
    )


def _proposed(quarters: Sequence[Quarter], existing: Sequence[date], today: date) -> Quarter:
    """Return the quarter after the newest that has a collection, or else the last that ended."""
    after = [quarter for quarter in quarters if existing and quarter[0] > max(existing)]
    if after:
        return after[-1]
    return next((quarter for quarter in quarters if quarter[1] < today), quarters[0])


def _terms(due: date, note: str, follows: Following | None = None) -> tuple[Field, ...]:
    return (
        Field(
            "due",
            _tr("Sheets are to be back by"),
            FieldKind.DATE,
            looking=Looking.AHEAD,
            value=due,
            required=True,
            follows=follows,
        ),
        Field(
            "note",
            _tr("What the cover tells the authorities"),
            FieldKind.LONG,
            value=note,
            longest=lengths.COVER_NOTE,
            help=_tr("Such as whom to ask. It stands on the cover of every sheet."),
        ),
    )


def new_respondent(
    authorities: Sequence[LocalAuthority], chosen: ReturnStanding | None
) -> Form[NewRespondentAnswer]:
    """Return the form that names someone who fills in a sheet."""
    where = Field(
        "authority_id",
        _tr("Authority"),
        FieldKind.CHOICE,
        value=chosen.authority_id if chosen else None,
        choices=tuple(Choice(authority.id, authority.name) for authority in authorities),
        required=True,
    )
    return Form(
        _tr("New respondent"),
        (where, *_person(None)),
        NewRespondentAnswer,
        save=_tr("Add respondent"),
    )


def change_respondent(respondent: SheetRespondent) -> Form[RespondentAnswer]:
    """Return the form that gives a respondent another name or address."""
    return Form(_tr("Change {0}").format(respondent.name), _person(respondent), RespondentAnswer)


def _person(respondent: SheetRespondent | None) -> tuple[Field, ...]:
    return (
        Field(
            "name",
            _tr("Name"),
            value=respondent.name if respondent else None,
            required=True,
            longest=lengths.NAME,
        ),
        Field(
            "email",
            _tr("E-mail address"),
            value=respondent.email if respondent else None,
            help=_tr("Reminders are addressed to it. Nothing is sent from here."),
        ),
    )


def quarters_to(today: date) -> tuple[Quarter, ...]:
    """Return the quarter that runs on, the one to come and those that ended, the latest first."""
    after = months_later(quarter_start(today), 2 * MONTHS_A_QUARTER)
    quarters = []
    for _ in range(QUARTERS_OFFERED + 2):
        starts = months_later(after, -MONTHS_A_QUARTER)
        quarters.append((starts, after - timedelta(days=1)))
        after = starts
    return tuple(quarters)
