"""What came of each sheet of a file, and which of them may be taken together."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from lfjb_desk.importers.figures import ImportRefusedError, NotRecognisedError, SheetUse
from lfjb_desk.importers.layouts import all_layouts
from lfjb_desk.importers.reading.front_door import SAFE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lfjb_desk.importers.extract import Extract, Layout
    from lfjb_desk.importers.figures import Figure


class SetAside(StrEnum):
    """Why a sheet is not used, in a few words."""

    UNKNOWN = "not a table that is known here"
    HIDDEN = "hidden"
    OTHER_KIND = "a table of another kind, which can be imported as a file of its own"


@dataclass(slots=True)
class SheetOutcome:
    """One sheet of a workbook, or one text file: what knew it, and what it gave."""

    title: str
    layout: Layout | None
    extract: Extract
    set_aside: SetAside | None = None
    """None where it is used, and where the file that it stands in is broken."""
    fault: str = ""
    """What is wrong with a file of a packed release, in a sentence."""
    notes: tuple[str, ...] = ()
    """How it was read."""

    @property
    def reason(self) -> str:
        """Return why it is not used, in words; empty where it is."""
        return self.fault or self.set_aside or ""


def choose(name: str, sheets: Sequence[SheetOutcome], *, packed: bool) -> tuple[Layout, ...]:
    """Return the layouts of a file, having set aside the sheets that do not belong to them.

    Tables of one family may stand in one file. Beside them a table that only a general layout
    knows is not taken: what it is was a guess by its shape.

    Raises:
        ImportRefusedError: when no sheet is known, or sheets of different kinds are.
    """
    known = [(sheet, sheet.layout) for sheet in sheets if sheet.layout]
    if any(not layout.general for _, layout in known):
        for sheet, layout in known:
            if layout.general:
                sheet.set_aside = SetAside.OTHER_KIND
        known = [(sheet, layout) for sheet, layout in known if not layout.general]
    kinds = {layout.name: (sheet, layout) for sheet, layout in reversed(known)}
    families = {layout.family for _, layout in kinds.values()}
    if len(kinds) > 1 and (len(families) > 1 or "" in families):
        listed = "; ".join(f"{s.title}: {kind}" for kind, (s, _) in reversed(kinds.items()))
        raise ImportRefusedError(
            f"{name} holds tables of more than one kind ({listed}). {SAFE} "
            "Save each as its own file."
        )
    if not kinds:
        raise _unknown(name, sheets, packed=packed)
    return tuple(layout for _, layout in reversed(kinds.values()))


def _unknown(name: str, sheets: Sequence[SheetOutcome], *, packed: bool) -> ImportRefusedError:
    if broken := [sheet.fault for sheet in sheets if sheet.fault]:
        return ImportRefusedError(f"{name} holds no table that could be read. {SAFE} {broken[0]}")
    if packed:
        return ImportRefusedError(
            f"{name} was not recognised: no file in it holds a table that is known here. {SAFE}"
        )
    return NotRecognisedError(
        f"{name} was not recognised: it holds no table that is known here. {SAFE}",
        [layout.looked_for for layout in all_layouts()],
    )


def sheet_uses(sheets: Iterable[SheetOutcome], figures: Iterable[Figure]) -> tuple[SheetUse, ...]:
    """Return what came of each sheet, given the figures that were kept."""
    taken = Counter(figure.sheet for figure in figures)
    return tuple(
        SheetUse(
            sheet=sheet.title,
            layout=sheet.layout.name if sheet.layout else "",
            read=0 if sheet.reason else sheet.extract.read,
            taken=taken[sheet.title],
            passed=0 if sheet.reason else sheet.extract.passed,
            reason=sheet.reason or sheet.extract.unused,
        )
        for sheet in sheets
    )


def notes(sheets: Sequence[SheetOutcome]) -> list[str]:
    """Return how the sheets were read and which were not used, in sentences."""
    several = len(sheets) > 1
    titles_by_note: dict[str, list[str]] = defaultdict(list)
    for sheet in sheets:
        for note in sheet.notes:
            titles_by_note[note].append(sheet.title)
    listed = [
        f"{', '.join(names)}: {note}" if several else note for note, names in titles_by_note.items()
    ]
    left: dict[tuple[SetAside | None, str], list[str]] = defaultdict(list)
    for sheet in sheets:
        if reason := sheet.reason or sheet.extract.unused:
            left[sheet.set_aside, reason].append(sheet.title)
    for (set_aside, reason), titles in left.items():
        listed.append(_left(set_aside, reason, ", ".join(filter(None, titles))))
    for sheet in sheets:
        if not sheet.reason:
            listed += sheet.extract.notes
    return listed


def _left(set_aside: SetAside | None, reason: str, names: str) -> str:
    if set_aside is SetAside.UNKNOWN:
        return f"Sheets not used: {names}."
    if set_aside is SetAside.HIDDEN:
        return f"Hidden sheets, not used: {names}."
    return f"Not used, {reason.rstrip('.')}: {names}." if names else f"Not used: {reason}."
