"""The rows of the quarterly collection, as the reference data states them."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from lfjb_desk.domain.changes import RuleError
from lfjb_desk.domain.formatting import listed
from lfjb_desk.domain.read_models.collection_sheet import (
    PARTS,
    SHORTHAND,
    SheetItem,
    SheetRule,
    read_rules,
)
from lfjb_desk.importers.figures import MeasureHint

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

FILE = "collection_items.csv"


def read_items(folder: Path) -> tuple[SheetItem, ...]:
    """Return the rows of the collection in their order.

    Raises:
        RuleError: when the file is missing, or a line of it is wrong; it names the line.
    """
    path = folder / FILE
    try:
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file, strict=True)
            return tuple(_item(line, reader.line_num) for line in reader)
    except (OSError, UnicodeDecodeError, csv.Error, KeyError) as error:
        raise RuleError(
            f"The reference file {FILE} cannot be read ({error}). Nothing was changed; install "
            "the program again."
        ) from error


def _item(line: Mapping[str, str], number: int) -> SheetItem:
    try:
        is_count, rules = read_rules(line["validation"])
        part = next(
            part_of_sheet.number
            for part_of_sheet in PARTS
            if str(part_of_sheet.number) == line["part"]
        )
    except (ValueError, StopIteration):
        raise RuleError(
            f"The reference file {FILE} is wrong in line {number}. Nothing was changed; install "
            "the program again."
        ) from None
    return SheetItem(
        part=part,
        number=line["number"],
        measure=line["measure"],
        label=line["label"],
        definition=line["definition"],
        unit=line["unit"],
        is_count=is_count,
        rules=rules,
        source=line["source"],
    )


def hint(item: SheetItem) -> MeasureHint:
    """Return what the measure of a row is called, where the board does not hold it yet."""
    return MeasureHint(
        item.measure,
        item.label,
        item.definition,
        item.unit,
        decimals=0 if item.is_count else 1,
        source=item.source,
    )


def rule_words(item: SheetItem, numbers: Mapping[str, str]) -> str:
    """Return in words what the figure of a row must keep to.

    `numbers` gives the number of a row by the code of its measure.
    """
    signs = f"one of {listed(tuple(SHORTHAND))}"
    sentences = (
        [f"A whole number: 0, or 5 and more; or {signs}."]
        if item.is_count
        else [f"Nought or more, with one decimal; or {signs}."]
    )
    sentences += [
        _rule(rule, [numbers[measure] for measure in rule.measures]) for rule in item.rules
    ]
    return " ".join(sentences)


def _rule(rule: SheetRule, rows: Sequence[str]) -> str:
    if rule.kind == "sum":
        return f"{_rows(rows)} must add up to it."
    if rule.kind == "over":
        return f"Averaged over row {rows[0]}: where that is [c], this is [c] too."
    return f"{rule.kind.capitalize()} as many as row {rows[0]}."


def _rows(rows: Sequence[str]) -> str:
    """Return rows in words, the first and the last alone where there are many."""
    if len(rows) > len(PARTS):
        return f"Rows {rows[0]} to {rows[-1]}"
    return f"Rows {listed(tuple(rows))}"
