"""Notes of the FCSQ tables: what the numbers over a column stand for, in the publisher's words."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from lfjb_desk.importers.cells import Grid, text, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lfjb_desk.importers.cells import Cell
    from lfjb_desk.importers.figures import MeasureHint

_LONGEST = 400  # letters of a heading or a note that are looked at
_MARKED = re.compile(r"\[\s*notes?\s*([\d,\s]{1,40})\]", re.IGNORECASE)
_GLUED = re.compile(r"(?<=[A-Za-z)%])(\d{1,2}(?:\s?,\s?\d{1,2})*)$")
_LISTED = re.compile(r"\[?(?:note\s*)?(\d{1,3})\]?", re.IGNORECASE)
_BENEATH = re.compile(r"(\d{1,2})\)\s*(\S.*)")


def numbers_of(cells: Iterable[Cell]) -> tuple[int, ...]:
    """Return the numbers of the notes in some headings: `(weeks) [note 57]`, or `started6`."""
    numbers: list[str] = []
    for cell in cells:
        heading = text(cell)[:_LONGEST]
        lists = _MARKED.findall(heading) or _GLUED.findall(heading)
        numbers += [number for listed in lists for number in re.findall(r"\d{1,3}", listed)]
    return tuple(dict.fromkeys(map(int, numbers)))


def notes_for(grid: Grid, sheets: Sequence[Grid]) -> dict[int, str]:
    """Return the notes that a table has beneath it, or else those of the sheet of notes."""
    first = [text(row[0])[:_LONGEST] if row else "" for row in grid.rows]
    beneath = {int(m[1]): m[2] for line in first if (m := _BENEATH.fullmatch(line))}
    if beneath:
        return beneath
    return next((notes for sheet in sheets if (notes := _listed(sheet))), {})


def explained(measure: MeasureHint, numbers: Iterable[int], notes: dict[int, str]) -> MeasureHint:
    """Return a measure whose definition also says what its notes do."""
    sentences = [
        f"Note {number}: {notes[number].rstrip('.')}." for number in numbers if number in notes
    ]
    if not sentences:
        return measure
    return replace(measure, definition=" ".join([f"{measure.definition.rstrip('.')}.", *sentences]))


def _listed(sheet: Grid) -> dict[int, str]:
    """Return the notes of a sheet with a column of numbers and one of texts."""
    for index, row in enumerate(sheet.rows[:10]):
        heads = [words(text(cell)[:_LONGEST]) for cell in row]
        if "note number" in heads and "note text" in heads:
            number, note_text = heads.index("note number"), heads.index("note text")
            lines = range(index + 1, len(sheet.rows))
            matches = ((_LISTED.fullmatch(sheet.text(line, number)), line) for line in lines)
            return {int(m[1]): sheet.text(line, note_text)[:_LONGEST] for m, line in matches if m}
    return {}
