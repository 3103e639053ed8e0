"""The sheet that one authority fills in: a workbook with a part to a sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lfjb_desk.domain.formatting import listed, long_date
from lfjb_desk.domain.read_models.collection_sheet import (
    HEADINGS,
    PARTS,
    SHORTHAND,
    SMALLEST_SHOWN,
    Identity,
    PartOfSheet,
    SheetItem,
)
from lfjb_desk.services.collection.items import rule_words
from lfjb_desk.sheets.model import Book, EntryCell, SheetColumn, TableSheet

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

_WIDTHS = (44, 8, 32, 56, 14, 40, 14)
_SIGNS = ",".join(f'{{cell}}="{sign}"' for sign in SHORTHAND)
_COUNT = (
    "=IF(ISNUMBER({cell}),AND({cell}=INT({cell}),"
    f"OR({{cell}}=0,{{cell}}>={SMALLEST_SHOWN})),OR({_SIGNS}))"
)
_AVERAGE = f"=IF(ISNUMBER({{cell}}),{{cell}}>=0,OR({_SIGNS}))"
_NOTES = (
    (
        f"Counts of 1 to {SMALLEST_SHOWN - 1} are not written here: write [c] instead. So small "
        "a number may let somebody recognise a child. A true nought is written as 0."
    ),
    (
        "Where one count alone of those that add up to a total is [c], it can be worked out from "
        "the others: write [c] for a second one too, the next smallest."
    ),
    (
        "Write counts and averages only. No name, date of birth or case number of a child or a "
        "family belongs in this workbook."
    ),
    (
        "A quarter is three whole months; the cover says which. Children are counted once in each "
        "row that they belong to."
    ),
)


def book(
    identity: Identity, items: Sequence[SheetItem], due: date, note: str, created: datetime
) -> Book:
    """Return the workbook that an authority fills in."""
    title = f"Quarterly collection: {identity.authority}, {identity.quarter}"
    lines = (
        (
            f"{identity.area} Local Family Justice Board asks its authorities for the same "
            "figures in the same words each quarter."
        ),
        *([note] if note else []),
        (
            "Fill in the column Figure of each sheet from Part_1 on. All other cells are locked, "
            "because the figures are only comparable while the words stay the same."
        ),
        (
            "Save the workbook and send it back; it may have another name, and it may be saved as "
            "xlsx or ods."
        ),
    )
    return Book(
        title=title,
        subject=f"Figures for {identity.quarter}",
        author=f"{identity.area} Local Family Justice Board",
        created=created,
        lines=lines,
        facts=(
            ("Authority", identity.authority),
            ("Code of the authority (GSS)", identity.gss_code),
            ("Area", identity.area),
            ("Code of the area", identity.area_code),
            ("Quarter", identity.quarter),
            ("Send back by", long_date(due)),
            ("Template version", str(identity.version)),
        ),
        notes=_NOTES,
        tables=tuple(_part(part, identity, items) for part in PARTS),
        locked=True,
    )


def _part(part: PartOfSheet, identity: Identity, items: Sequence[SheetItem]) -> TableSheet:
    numbers = {item.measure: item.number for item in items}
    return TableSheet(
        name=part.sheet,
        title=f"Part {part.number}: {part.title[0].lower()}{part.title[1:]}",
        lines=(
            identity.sentence(),
            part.about,
            "The cells of the column Figure are blank because they wait for your figures.",
            *(f"{sign} means {meaning}." for sign, meaning in SHORTHAND.items()),
            "Small counts are never written here [note 1], and must not be given away [note 2].",
        ),
        columns=tuple(SheetColumn(h, w) for h, w in zip(HEADINGS, _WIDTHS, strict=True)),
        rows=tuple(
            (
                item.label,
                item.number,
                item.measure,
                item.definition,
                item.unit,
                rule_words(item, numbers),
                _entry(item),
            )
            for item in items
            if item.part == part.number
        ),
    )


def _entry(item: SheetItem) -> EntryCell:
    signs = listed(tuple(SHORTHAND))
    allowed = (
        f"a whole number, 0 or {SMALLEST_SHOWN} and more"
        if item.is_count
        else f"a number of {item.unit}"
    )
    return EntryCell(
        formula=_COUNT if item.is_count else _AVERAGE,
        title="Figure",
        prompt=f"Write {allowed}, or one of {signs}.",
        fault=f"This cell takes {allowed}, or one of {signs}. "
        f"A count of 1 to {SMALLEST_SHOWN - 1} is written as [c].",
    )
