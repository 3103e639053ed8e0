"""From a file to a reading: front door, grids, layout, and a last look for clashes."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from lfjb_desk.importers.case_level import keep_out_cases
from lfjb_desk.importers.cells import Grid, words
from lfjb_desk.importers.delimited import read_delimited
from lfjb_desk.importers.extract import Extract, Layout, Source
from lfjb_desk.importers.figures import Figure, ImportRefusedError, Reading, Refusal
from lfjb_desk.importers.front_door import SAFE, Admitted, admit
from lfjb_desk.importers.layouts import all_layouts

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def read(path: Path, progress: Callable[[str], None]) -> Reading:
    """Return what the file holds, read in this very process.

    Raises:
        ImportRefusedError: with one plain sentence, when the file is not taken.
    """
    progress("Checking that the file is safe to open")
    file = admit(path)
    progress("Reading the cells")
    grids, notes = _grids(file)
    for grid in grids:
        keep_out_cases(file.name, grid)
    progress("Working out what the figures are")
    layout, chosen = _recognise(file.name, grids)
    extract = Extract(notes=[*file.notes, *notes, *_left(grids, chosen)])
    for grid in chosen:
        layout.read(grid, Source(file.name), extract)
    figures = _without_clashes(extract)
    if not figures and not extract.refused:
        raise ImportRefusedError(f"{file.name} has headings but no rows of figures. {SAFE}")
    codes = {figure.measure_code for figure in figures}
    return Reading(
        file_name=file.name,
        sha256=file.sha256,
        layout=layout.name,
        publisher=extract.publisher,
        read=extract.read,
        measures=tuple(m for code, m in extract.measures.items() if code in codes),
        figures=figures,
        refused=tuple(extract.refused),
        notes=tuple(extract.notes),
    )


def _grids(file: Admitted) -> tuple[list[Grid], tuple[str, ...]]:
    if file.kind == "text":
        grid, notes = read_delimited(file.name, file.data)
        return [grid], notes
    from lfjb_desk.importers.workbook import read_workbook  # noqa: PLC0415 - text needs no engine

    return list(read_workbook(file.name, file.data)), ()


def _recognise(name: str, grids: list[Grid]) -> tuple[Layout, list[Grid]]:
    """Return the one layout that knows some of the sheets, and those sheets."""
    source = Source(name)
    known: dict[str, list[Grid]] = defaultdict(list)
    layouts = all_layouts()
    for grid in grids:
        for layout in layouts:
            if not grid.hidden and layout.recognise(grid, source):
                known[layout.name].append(grid)
                break
    if len(known) > 1:
        kinds = "; ".join(f"{g[0].sheet}: {kind}" for kind, g in known.items())
        raise ImportRefusedError(
            f"{name} holds tables of more than one kind ({kinds}). {SAFE} "
            "Save each as its own file."
        )
    for layout in layouts:
        if layout.name in known:
            return layout, known[layout.name]
    looked = "; ".join(layout.looked_for for layout in layouts)
    raise ImportRefusedError(f"{name} was not recognised. {SAFE} Looked for: {looked}.")


def _left(grids: list[Grid], chosen: list[Grid]) -> list[str]:
    """Return which sheets were not used, the hidden ones apart."""
    shown = [g.sheet for g in grids if not g.hidden and not any(g is c for c in chosen)]
    hidden = [g.sheet for g in grids if g.hidden]
    notes = []
    if shown:
        notes.append(f"Sheets not used: {', '.join(shown)}.")
    if hidden:
        notes.append(f"Hidden sheets, not used: {', '.join(hidden)}.")
    return notes


def _without_clashes(extract: Extract) -> tuple[Figure, ...]:
    """Return the figures that stand alone; list repeats, and all that contradict each other."""
    groups: dict[tuple[object, ...], list[Figure]] = defaultdict(list)
    for figure in extract.figures:
        groups[
            figure.measure_code,
            words(figure.place_label),
            figure.place_kind,
            figure.period_start,
            figure.period_end,
        ].append(figure)
    kept: list[Figure] = []
    for group in groups.values():
        first, *others = group
        if len({(f.value, f.marker) for f in group}) == 1:
            kept.append(first)
            refused = [(f, f"{_at(f)} repeats {_at(first)}.") for f in others]
        else:
            listed = ", ".join(map(_at, group))
            refused = [(f, f"{listed} give different figures for the same thing.") for f in group]
        extract.refused.extend(Refusal(f.sheet, f.cell, reason) for f, reason in refused)
    return tuple(kept)


def _at(figure: Figure) -> str:
    return f"{figure.sheet} {figure.cell}".strip()
