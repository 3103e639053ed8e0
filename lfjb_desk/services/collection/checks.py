"""What is wrong with a returned sheet: each cell by itself, then the sheet as a whole."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lfjb_desk.domain.formatting import KEPT_BACK, listed
from lfjb_desk.domain.read_models.collection import PartState, ReturnFinding
from lfjb_desk.domain.read_models.collection_sheet import PARTS, SHORTHAND, count_fault
from lfjb_desk.importers.cells import words
from lfjb_desk.importers.figures import Refusal, RefusalKind
from lfjb_desk.services.collection.items import hint
from lfjb_desk.services.collection.totals import totals

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from lfjb_desk.domain.read_models.collection_sheet import SheetItem
    from lfjb_desk.importers.figures import Figure, MeasureHint, Reading

_SIGNS = listed(tuple(SHORTHAND))


@dataclass(frozen=True)
class Checked:
    """A reading of which only the figures that may be taken are left, and what was found."""

    reading: Reading
    findings: tuple[ReturnFinding, ...]

    @property
    def is_complete(self) -> bool:
        """Tell whether every figure was taken and all of it adds up."""
        return not self.findings


def checked(reading: Reading, items: Sequence[SheetItem]) -> Checked:
    """Return what of a returned sheet may be taken, and all that is to be said of it."""
    known = {item.measure: item for item in items}
    hints = {hint_read.code: hint_read for hint_read in reading.measures}
    taken: list[Figure] = []
    refused = list(reading.refused)
    for figure in reading.figures:
        item = known.get(figure.measure_code)
        reason = _fault(figure, item, hints.get(figure.measure_code))
        if reason:
            label = item.label if item else "A row"
            reason = f"{label} ({figure.measure_code}) {reason}"
            refused.append(_refusal(figure, reason, RefusalKind.NOT_COLLECTED))
        else:
            taken.append(replace(figure, marker=figure.marker and figure.marker.casefold()))
    taken = _without_telling_averages(taken, known, refused)
    codes = {figure.measure_code for figure in taken}
    fit = replace(
        reading,
        figures=tuple(taken),
        refused=tuple(refused),
        measures=tuple(hint(item) for item in items if item.measure in codes),
    )
    findings = (*_missing(refused, items, codes), *totals(taken, known))
    return Checked(fit, tuple(sorted(findings, key=lambda finding: finding.part)))


def part_states(
    findings: Iterable[ReturnFinding], items: Sequence[SheetItem], *, returned: bool
) -> tuple[PartState, ...]:
    """Return how much of each part came back."""
    if not returned:
        return tuple(PartState.NONE for _ in PARTS)
    missing: defaultdict[int, set[str]] = defaultdict(set)
    doubtful = set()
    for finding in findings:
        missing[finding.part] |= set(finding.missing)
        if not finding.missing:
            doubtful.add(finding.part)
    rows = {part.number: {i.measure for i in items if i.part == part.number} for part in PARTS}
    return tuple(
        _state(missing[number] & codes, codes, is_doubtful=number in doubtful)
        for number, codes in rows.items()
    )


def _state(missing: set[str], codes: set[str], *, is_doubtful: bool) -> PartState:
    if missing:
        return PartState.NONE if missing == codes else PartState.PARTLY
    return PartState.CHECK if is_doubtful else PartState.COMPLETE


def _fault(figure: Figure, item: SheetItem | None, hint_read: MeasureHint | None) -> str:
    """Return why a figure is not taken; the small number itself is never repeated."""
    if item is None:
        return "is no row of this collection, so its figure was not taken."
    if hint_read is not None and not _same_words(hint_read, item):
        return (
            "has other words than the sheet that was sent out, so its figure may count something "
            "else and was not taken."
        )
    if figure.marker is not None:
        if figure.value is not None or figure.marker.casefold() not in SHORTHAND:
            return f"holds a sign that the sheet does not know; it takes {_SIGNS} alone."
        return ""
    return "" if figure.value is None else count_fault(figure.value, item.unit)


def _same_words(hint_read: MeasureHint, item: SheetItem) -> bool:
    return [words(text) for text in (hint_read.name, hint_read.definition, hint_read.unit)] == [
        words(text) for text in (item.label, item.definition, item.unit)
    ]


def _without_telling_averages(
    taken: list[Figure], known: Mapping[str, SheetItem], refused: list[Refusal]
) -> list[Figure]:
    """Return the figures without the averages over a count that is itself kept back."""
    by_code = {figure.measure_code: figure for figure in taken}
    hidden = {kept_back.measure_code for kept_back in taken if kept_back.marker == KEPT_BACK}
    kept = []
    for code, figure in by_code.items():
        over = [m for rule in known[code].rules if rule.kind == "over" for m in rule.measures]
        if figure.value is not None and hidden & set(over):
            reason = (
                f"{known[code].label} ({code}) is an average over row {known[over[0]].number}, "
                f"which is {KEPT_BACK}: write {KEPT_BACK} here too. The number was not kept."
            )
            refused.append(_refusal(figure, reason, RefusalKind.KEPT_BACK))
        else:
            kept.append(figure)
    return kept


def _refusal(figure: Figure, reason: str, kind: RefusalKind) -> Refusal:
    return Refusal(figure.sheet, figure.cell, reason, kind, figure.measure_code)


def _missing(
    refused: Sequence[Refusal], items: Sequence[SheetItem], codes: set[str]
) -> Iterable[ReturnFinding]:
    """Yield what was not taken: whole parts in one sentence, else row by row."""
    by_code: dict[str, list[Refusal]] = defaultdict(list)
    for refusal in refused:
        by_code[refusal.measure].append(refusal)
    for part in PARTS:
        rows = [item for item in items if item.part == part.number]
        lacking = [item for item in rows if item.measure not in codes]
        reasons = [refusal for item in lacking for refusal in by_code.get(item.measure, ())]
        is_empty = all(refusal.kind is RefusalKind.NOT_FILLED_IN for refusal in reasons)
        if len(lacking) == len(rows) and is_empty:
            yield _whole_part(part.number, part.sheet, part.title, lacking, is_there=bool(reasons))
        else:
            for item in lacking:
                yield from _rows(item, part.sheet, by_code.get(item.measure, []))
    measures = {item.measure for item in items}
    for code, others in by_code.items():
        if code not in measures:
            yield from (ReturnFinding(0, other.sheet, other.cell, other.reason) for other in others)


def _whole_part(
    number: int, sheet: str, title: str, rows: Sequence[SheetItem], *, is_there: bool
) -> ReturnFinding:
    sentence = (
        f"Nothing of part {number}, {title}, is filled in."
        if is_there
        else f"Part {number}, {title}, is not in the file, or its headings were changed."
    )
    return ReturnFinding(number, sheet, "", sentence, tuple(item.measure for item in rows))


def _rows(item: SheetItem, sheet: str, reasons: Sequence[Refusal]) -> Iterable[ReturnFinding]:
    if not reasons:
        sentence = f"{item.label} ({item.measure}), row {item.number}, is not in the file."
        yield ReturnFinding(item.part, sheet, "", sentence, (item.measure,))
    for refusal in reasons:
        yield ReturnFinding(item.part, refusal.sheet, refusal.cell, refusal.reason, (item.measure,))
