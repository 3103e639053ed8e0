"""The forms of measures and targets."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from lfjb_desk.domain.common import lengths
from lfjb_desk.domain.common.months import financial_year_start
from lfjb_desk.domain.figures.figures import Polarity
from lfjb_desk.ui.widgets.form.dates import Looking
from lfjb_desk.ui.widgets.form.fields import Choice, Field, FieldKind
from lfjb_desk.ui.widgets.form.form import Form

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from uuid import UUID

    from lfjb_desk.domain.figures.figures import Measure, Target
    from lfjb_desk.domain.figures.targets import TargetPlace
    from lfjb_desk.domain.places import DfjArea
    from lfjb_desk.services.places import AreaLine

MOST_DECIMALS = Decimal(4)
LEAST_NEIGHBOURS = 6
"""How many neighbours are asked for."""
NEIGHBOUR = "neighbour_"


def _tr(text: str) -> str:
    return QCoreApplication.translate("PerformanceForms", text)


@dataclass(frozen=True, kw_only=True)
class MeasureAnswer:
    """The words of a measure, how it is judged, and what it is worked out from."""

    name: str
    definition: str
    unit: str
    decimals: int
    polarity: Polarity
    source: str
    formula: str
    base: str | None
    """The code of the measure it is out of."""


@dataclass(frozen=True, kw_only=True)
class NewMeasureAnswer(MeasureAnswer):
    """The same with its code, which stays."""

    code: str


@dataclass(frozen=True)
class NeighboursAnswer:
    """The areas that one is compared with, each once, in the order they were chosen."""

    area_ids: tuple[UUID, ...]

    @classmethod
    def of(cls, **chosen: UUID | None) -> NeighboursAnswer:
        """Return the answer of a form that asks for one area after another."""
        return cls(tuple(dict.fromkeys(filter(None, chosen.values()))))


@dataclass(frozen=True, kw_only=True)
class TargetAnswer:
    """The ends of a target, the days it is in force, and where it comes from."""

    low: Decimal | None
    high: Decimal | None
    starts: date
    ends: date | None
    source: str


@dataclass(frozen=True, kw_only=True)
class NewTargetAnswer(TargetAnswer):
    """The same, and where it holds."""

    place: TargetPlace


def new_measure(measures: Sequence[Measure]) -> Form[NewMeasureAnswer]:
    """Return the form that adds a measure; those that are held may serve as its base."""
    code = Field(
        "code",
        _tr("Code"),
        required=True,
        longest=lengths.MEASURE_CODE,
        help=_tr("A short name that stays, such as open_over_52"),
    )
    return Form(
        _tr("New measure"),
        (code, *_wording(None, measures)),
        NewMeasureAnswer,
        save=_tr("Add measure"),
    )


def change_measure(measure: Measure, measures: Sequence[Measure]) -> Form[MeasureAnswer]:
    """Return the form that gives a measure other words; its code stays."""
    others = [other for other in measures if other.id != measure.id]
    return Form(
        _tr("Change the measure {0}").format(measure.code), _wording(measure, others), MeasureAnswer
    )


def _wording(measure: Measure | None, others: Sequence[Measure]) -> tuple[Field, ...]:
    def had(key: str, otherwise: object = None) -> object:
        return getattr(measure, key) if measure else otherwise

    better = (
        Choice(Polarity.LOWER, _tr("Lower is better")),
        Choice(Polarity.HIGHER, _tr("Higher is better")),
        Choice(Polarity.CONTEXT, _tr("Neither way is better")),
    )
    return (
        Field("name", _tr("Name"), value=had("name"), required=True, longest=lengths.NAME),
        Field(
            "definition",
            _tr("What it means"),
            FieldKind.LONG,
            value=had("definition"),
            required=True,
        ),
        Field("unit", _tr("Unit"), value=had("unit"), help=_tr("Such as weeks, cases or %")),
        Field(
            "decimals",
            _tr("Decimal places"),
            FieldKind.WHOLE,
            value=had("decimals", 0),
            required=True,
            low=Decimal(0),
            high=MOST_DECIMALS,
        ),
        Field(
            "polarity",
            _tr("Which way is better"),
            FieldKind.CHOICE,
            value=had("polarity"),
            choices=better,
            required=True,
        ),
        Field("source", _tr("Who publishes it, or where it is kept"), value=had("source")),
        *_sums(measure, others),
    )


def _sums(measure: Measure | None, others: Sequence[Measure]) -> tuple[Field, ...]:
    """Return what a measure is worked out from, and what it is out of."""
    return (
        Field(
            "formula",
            _tr("Worked out from"),
            value=measure.formula if measure else "",
            longest=lengths.FORMULA,
            help=_tr(
                "Only for a measure that is never typed: two codes and a sign, such as "
                "pl_disposals / pl_case_starts * 100"
            ),
        ),
        Field(
            "base",
            _tr("What a share or a rate is out of"),
            FieldKind.CHOICE,
            value=(measure.base or None) if measure else None,
            choices=tuple(Choice(other.code, other.name, other.code) for other in others),
            help=_tr("The measure that counts the cases behind it; funnel limits need it"),
        ),
    )


def neighbours(
    areas: Sequence[AreaLine], area_id: UUID, neighbours_now: Sequence[DfjArea]
) -> Form[NeighboursAnswer]:
    """Return the form that chooses the areas one is compared with."""
    others = [area for area in areas if area.id != area_id]
    choices = tuple(Choice(other.id, other.name, other.region) for other in others)
    places = max(LEAST_NEIGHBOURS, len(neighbours_now))
    fields = tuple(
        Field(
            f"{NEIGHBOUR}{n}",
            _tr("Neighbour {0}").format(n + 1),
            FieldKind.CHOICE,
            value=neighbours_now[n].id if n < len(neighbours_now) else None,
            choices=choices,
        )
        for n in range(places)
    )
    intro = _tr("Areas that are like yours. They are named in every comparison of the area.")
    return Form(_tr("Choose neighbours"), fields, NeighboursAnswer.of, intro=intro)


def _end_fields(measure: Measure, existing: Target | None) -> tuple[Field, ...]:
    """Return the two ends of a target, the one that binds first."""
    unit = _tr("In {0}").format(measure.unit) if measure.unit else ""
    ends = (
        Field(
            "low",
            _tr("At least"),
            FieldKind.NUMBER,
            value=existing.low if existing else None,
            help=unit,
        ),
        Field(
            "high",
            _tr("At most"),
            FieldKind.NUMBER,
            value=existing.high if existing else None,
            help=unit,
        ),
    )
    return ends[::-1] if measure.polarity is Polarity.LOWER else ends


def _target_fields(measure: Measure, starts: date, existing: Target | None) -> tuple[Field, ...]:
    return (
        *_end_fields(measure, existing),
        Field(
            "starts",
            _tr("In force from"),
            FieldKind.DATE,
            looking=Looking.NEAR,
            value=existing.starts if existing else starts,
            required=True,
            help=_tr("Figures of periods that end on this day or later are held against it"),
        ),
        Field(
            "ends",
            _tr("Last day in force"),
            FieldKind.DATE,
            looking=Looking.NEAR,
            value=existing.ends if existing else None,
        ),
        Field(
            "source",
            _tr("Where it comes from"),
            value=existing.source if existing else None,
            required=True,
            help=_tr("Such as the board's decision and its day; it is shown beside the target"),
        ),
    )


def _remarks_on_ends(measure: Measure, given: Mapping[str, Any]) -> dict[str, str]:
    """Remark on an end of a target against the way that is better, which does not bind."""
    against = {Polarity.LOWER: ("low", "high"), Polarity.HIGHER: ("high", "low")}
    if measure.polarity not in against:
        return {}
    typed, binding = against[measure.polarity]
    if given[typed] is None:
        return {}
    lower = measure.polarity is Polarity.LOWER
    if given[binding] is None:
        sentence = (
            _tr("Lower is better for this measure, so on its own this is read as “at most”.")
            if lower
            else _tr("Higher is better for this measure, so on its own this is read as “at least”.")
        )
    else:
        sentence = (
            _tr("Lower is better for this measure, so “At most” alone says if it is met.")
            if lower
            else _tr("Higher is better for this measure, so “At least” alone says if it is met.")
        )
    return {typed: sentence}


def new_target(
    measure: Measure, places: Sequence[TargetPlace], newest: date
) -> Form[NewTargetAnswer]:
    """Return the form that sets a target.

    Args:
        measure: what the target is for.
        places: where it may hold; the first is offered.
        newest: a day of the newest period that has a figure. The target is offered from the start
            of its financial year on, so that the chart shows it at once.
    """
    place = Field(
        "place",
        _tr("Where it holds"),
        FieldKind.CHOICE,
        value=places[0],
        choices=tuple(Choice(each, each.name or _tr("The whole nation")) for each in places),
        required=True,
        help=_tr("An authority is held against its own target, or else against that of the nation"),
    )
    return Form(
        _tr("Set a target for {0}").format(measure.name),
        (place, *_target_fields(measure, financial_year_start(newest), None)),
        NewTargetAnswer,
        save=_tr("Set target"),
        remarks=partial(_remarks_on_ends, measure),
    )


def change_target(measure: Measure, today: date, target: Target) -> Form[TargetAnswer]:
    """Return the form that changes a target."""
    fields = _target_fields(measure, today, target)
    return Form(
        _tr("Change a target for {0}").format(measure.name),
        fields,
        TargetAnswer,
        remarks=partial(_remarks_on_ends, measure),
    )
