"""Figures of derived measures: worked out from those held whenever they are asked for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lfjb_desk.analysis import derived
from lfjb_desk.analysis.derived import Formula, FormulaError, Given
from lfjb_desk.domain.changes import RuleError
from lfjb_desk.domain.read_models.figures.provenance import CellSource, WorkedSource
from lfjb_desk.domain.read_models.figures.series import Part
from lfjb_desk.store.queries.figures.figures import CurrentFigure

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from datetime import date
    from decimal import Decimal
    from uuid import UUID

    from lfjb_desk.domain.figures.figures import Measure, Observation, Snapshot
    from lfjb_desk.domain.read_models.figures.provenance import Provenance

    Files = Mapping[UUID, Snapshot]

PUBLISHER = "Worked out here"
"""Who a derived figure comes from; the publisher of its parts follows in brackets."""


@dataclass(frozen=True)
class WorkedRow:
    """A derived figure of one place for one period; it is never stored."""

    measure_id: UUID
    period_start: date
    period_end: date
    period_label: str
    value: Decimal | None
    marker: str | None
    publisher: str
    origin: str
    """The publisher of its parts."""
    source: WorkedSource
    """Both figures that it comes from, each with its cell."""
    revised: bool


AnyFigure = CurrentFigure | WorkedRow
"""A figure as published, or worked out from such."""


@dataclass(frozen=True)
class Derivation:
    """The formulas of a board's measures, ready to use."""

    measures: Mapping[str, Measure]
    """Every measure by its code."""
    formulas: Mapping[str, Formula]
    """Each formula after those that it rests on."""

    def needed(self, measure_ids: Collection[UUID] | None) -> set[UUID] | None:
        """Return these measures and all that they are worked out from; None stays None."""
        if measure_ids is None:
            return None
        wanted = set(measure_ids)
        for code, formula in reversed(list(self.formulas.items())):
            if self.measures[code].id in wanted:
                wanted |= {self.measures[part].id for part in formula.codes}
        return wanted

    def fill(
        self,
        figures: Mapping[UUID, Sequence[AnyFigure]],
        files: Files,
        wanted: Collection[UUID] | None,
    ) -> dict[UUID, list[AnyFigure]]:
        """Return the figures of one place asked for, those of derived measures among them.

        A figure that a publisher gives for a derived measure stays, as its own publisher's.
        """
        full = {key: list(rows) for key, rows in figures.items()}
        for code, formula in self.formulas.items():
            rows = self._worked(code, formula, full, files)
            if rows:
                key = self.measures[code].id
                both = [*full.get(key, []), *rows]
                full[key] = sorted(both, key=lambda row: (row.period_start, row.period_end))
        return {key: rows for key, rows in full.items() if wanted is None or key in wanted}

    def parts(self, measure: Measure) -> tuple[Part, ...]:
        """Return what a measure is worked out from; empty for one that is not."""
        formula = self.formulas.get(measure.code)
        codes = formula.codes if formula else ()
        return tuple(Part(code, self.measures[code].name) for code in codes)

    def _worked(
        self, code: str, formula: Formula, figures: Mapping[UUID, Sequence[AnyFigure]], files: Files
    ) -> Iterable[AnyFigure]:
        measures = [self.measures[part] for part in formula.codes]
        left, right = (_by_slot(figures.get(measure.id, ())) for measure in measures)
        names = (measures[0].name, measures[1].name)
        return [
            _row(self.measures[code], formula, names, (row, right[slot]), files)
            for slot, row in left.items()
            if slot in right
        ]


def derivation(existing: Iterable[Measure]) -> Derivation:
    """Return the formulas of all measures that are held."""
    measures = {measure.code: measure for measure in existing}
    texts = {code: measure.formula for code, measure in measures.items()}
    return Derivation(measures, derived.in_order(texts))


def check_formula(measure: Measure, measures: Iterable[Measure]) -> None:
    """Refuse a formula that cannot be worked out, a base that is not known, a code still in use.

    Raises:
        RuleError: with the reason in a sentence.
    """
    measures = tuple(measures)
    _check_code(measure, measures)
    texts = {other.code: other.formula for other in measures if other.id != measure.id}
    if measure.base and measure.base not in texts:
        raise RuleError(f"No other measure has the code “{measure.base}” to count the base.")
    if measure.formula:
        try:
            derived.check(measure.code, measure.formula, texts | {measure.code: ""})
        except FormulaError as error:
            raise RuleError(str(error)) from None


def _check_code(measure: Measure, measures: Iterable[Measure]) -> None:
    """Refuse another code for a measure that a formula or a base names by the one it has."""
    old = next((other.code for other in measures if other.id == measure.id), measure.code)
    if old == measure.code:
        return
    for other in measures:
        names = [*re.findall(r"\w+", other.formula), other.base]
        if old in names and other.id != measure.id:
            raise RuleError(
                f"“{other.name}” rests on the code “{old}”. Change its formula or base first."
            )


def provenance(row: AnyFigure | Observation, snapshot: Snapshot | None) -> Provenance:
    """Return where a figure was read, or for a derived one where both its parts were."""
    if isinstance(row, WorkedRow):
        return row.source
    file, day = (snapshot.file_name, snapshot.imported_at.date()) if snapshot else ("", None)
    return CellSource(file, row.sheet, row.cell, day)


def snapshot_of(row: AnyFigure, files: Files) -> Snapshot | None:
    """Return the import that a figure came with; None for a derived one."""
    return None if isinstance(row, WorkedRow) else files.get(row.snapshot_id)


def was_revised(row: AnyFigure) -> bool:
    """Tell whether a figure, or a part of it, replaced an earlier one."""
    return row.revised if isinstance(row, WorkedRow) else row.replaces_id is not None


def _by_slot(rows: Iterable[AnyFigure]) -> dict[tuple[date, date, str], AnyFigure]:
    """Return figures by period and publisher: only those of the same may be combined."""
    return {(row.period_start, row.period_end, origin(row)): row for row in rows}


def origin(row: AnyFigure) -> str:
    """Return whose figures stand behind a figure: its publisher, or that of its parts."""
    return row.origin if isinstance(row, WorkedRow) else row.publisher


def _row(
    measure: Measure,
    formula: Formula,
    names: tuple[str, str],
    parts: tuple[AnyFigure, AnyFigure],
    files: Files,
) -> WorkedRow:
    left, right = parts
    worked = derived.work_out(
        formula, Given(left.value, left.marker), Given(right.value, right.marker)
    )
    sources = [provenance(part, snapshot_of(part, files)) for part in parts]
    return WorkedRow(
        measure_id=measure.id,
        period_start=left.period_start,
        period_end=left.period_end,
        period_label=left.period_label,
        value=worked.value,
        marker=worked.marker,
        publisher=f"{PUBLISHER} ({origin(left)})",
        origin=origin(left),
        source=WorkedSource(
            formula.sign, formula.factor, (names[0], sources[0]), (names[1], sources[1])
        ),
        revised=was_revised(left) or was_revised(right),
    )
