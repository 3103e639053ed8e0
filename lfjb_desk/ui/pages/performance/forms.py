"""The forms of measures and targets."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from lfjb_desk.domain.figures import Polarity
from lfjb_desk.ui.widgets.fields import Choice, Field, Kind
from lfjb_desk.ui.widgets.form import Form

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from lfjb_desk.domain.figures import Measure, Target

MOST_DECIMALS = Decimal(4)
NATIONAL = "national"
"""Stands for no area in the choice of where a target holds."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("PerformanceForms", text)


def new_measure() -> Form:
    """Return the form that adds a measure."""
    code = Field(
        "code",
        _tr("Code"),
        required=True,
        longest=60,
        help=_tr("A short name that stays, such as open_over_52"),
    )
    return Form(_tr("New measure"), (code, *_wording(None)), save=_tr("Add measure"))


def change_measure(measure: Measure) -> Form:
    """Return the form that gives a measure other words; its code stays."""
    return Form(_tr("Change the measure {0}").format(measure.code), _wording(measure))


def _wording(measure: Measure | None) -> tuple[Field, ...]:
    def had(key: str, otherwise: object = None) -> object:
        return getattr(measure, key) if measure else otherwise

    better = (
        Choice(Polarity.LOWER, _tr("Lower is better")),
        Choice(Polarity.HIGHER, _tr("Higher is better")),
        Choice(Polarity.CONTEXT, _tr("Neither way is better")),
    )
    return (
        Field("name", _tr("Name"), value=had("name"), required=True, longest=200),
        Field(
            "definition",
            _tr("What it means"),
            Kind.LONG,
            value=had("definition"),
            required=True,
        ),
        Field("unit", _tr("Unit"), value=had("unit"), help=_tr("Such as weeks, cases or %")),
        Field(
            "decimals",
            _tr("Decimal places"),
            Kind.NUMBER,
            value=had("decimals", 0),
            required=True,
            low=Decimal(0),
            high=MOST_DECIMALS,
        ),
        Field(
            "polarity",
            _tr("Which way is better"),
            Kind.CHOICE,
            value=had("polarity"),
            choices=better,
            required=True,
        ),
        Field("source", _tr("Who publishes it, or where it is kept"), value=had("source")),
    )


def target(measure: Measure, area_id: UUID, area: str, today: date, held: Target | None) -> Form:
    """Return the form that sets a target, or changes the one that is held."""
    where = (Choice(area_id, area), Choice(NATIONAL, _tr("The whole nation")))
    unit = _tr("In {0}").format(measure.unit) if measure.unit else ""
    fields = (
        Field(
            "low",
            _tr("At least"),
            Kind.NUMBER,
            value=held.low if held else None,
            help=unit,
        ),
        Field("high", _tr("At most"), Kind.NUMBER, value=held.high if held else None, help=unit),
        Field(
            "starts",
            _tr("In force from"),
            Kind.DATE,
            value=held.starts if held else today,
            required=True,
        ),
        Field("ends", _tr("Last day in force"), Kind.DATE, value=held.ends if held else None),
        Field(
            "source",
            _tr("Where it comes from"),
            value=held.source if held else None,
            required=True,
            help=_tr("Such as the board's decision and its day; it is shown beside the target"),
        ),
    )
    if held is not None:
        return Form(_tr("Change a target for {0}").format(measure.name), fields)
    place = Field(
        "where", _tr("Where it holds"), Kind.CHOICE, value=area_id, choices=where, required=True
    )
    title = _tr("Set a target for {0}").format(measure.name)
    return Form(title, (place, *fields), save=_tr("Set target"))
