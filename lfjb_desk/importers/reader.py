"""From a file to a reading: front door, grids, layouts, and a last look for clashes."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import IO, TYPE_CHECKING

from lfjb_desk.importers.agreement import without_clashes
from lfjb_desk.importers.analysis_table import AnalysisTableError, keep_out_analysis
from lfjb_desk.importers.case_level import CaseLevelError, keep_out_cases
from lfjb_desk.importers.extract import Extract, Layout, Source
from lfjb_desk.importers.figures import ImportRefusedError, Reading, Refusal, RefusalKind
from lfjb_desk.importers.language.markers import asks_about
from lfjb_desk.importers.layouts import BETWEEN_NAMES, all_layouts
from lfjb_desk.importers.reading.delimited import read_delimited
from lfjb_desk.importers.reading.front_door import LARGEST_FILE, SAFE, Admitted, admit
from lfjb_desk.importers.reading.release import members, shortened
from lfjb_desk.importers.sheet_outcome import (
    SetAside,
    SheetOutcome,
    choose,
    notes,
    sheet_uses,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from lfjb_desk.importers.cells import Grid
    from lfjb_desk.importers.reading.row_stream import Opener

    Progress = Callable[[str], None]

FLOW_FROM = 8 << 20  # bytes; a smaller text is held whole, which any layout can read
_WORKING = "Working out what the figures are"


def read(path: Path, progress: Callable[[str], None]) -> Reading:
    """Return what the file holds, read in this very process.

    Raises:
        ImportRefusedError: with one plain sentence, when the file is not taken.
    """
    progress("Checking that the file is safe to open")
    before = _stamp(path)
    file = admit(path)
    progress("Reading the cells")
    packed = file.kind == "zip"
    sheets = list(
        _release(file, progress) if packed else _sheets(file, _opener(file, path), progress)
    )
    if _stamp(path) != before:
        raise ImportRefusedError(
            f"{path.name} was changed while it was being read. {SAFE} Import it again."
        )
    layouts = choose(file.name, sheets, packed=packed)
    extract = _together(sheets)
    figures = without_clashes(extract)
    if not figures and not extract.refused and not any(map(_says_why, sheets)):
        raise ImportRefusedError(f"{file.name} has headings but no rows of figures. {SAFE}")
    codes = {figure.measure_code for figure in figures}
    return Reading(
        file_name=file.name,
        sha256=file.sha256,
        layout=BETWEEN_NAMES.join(layout.name for layout in layouts),
        publisher=extract.publisher,
        read=extract.read,
        measures=tuple(m for code, m in extract.measures.items() if code in codes),
        figures=figures,
        refused=tuple(extract.refused),
        repeats=tuple(extract.repeats),
        notes=(*file.notes, *notes(sheets)),
        sheets=sheet_uses(sheets, figures),
        asks=asks_about(figures),
    )


def _stamp(path: Path) -> tuple[int, int]:
    status = path.stat()
    return status.st_size, status.st_mtime_ns


def _opener(file: Admitted, path: Path | None = None) -> Opener:
    """Return what opens a text: its bytes where they are held, else the file itself."""

    def opened() -> IO[bytes]:
        return path.open("rb") if path and not file.data else io.BytesIO(file.data)

    return opened


def _release(file: Admitted, progress: Progress) -> Iterator[SheetOutcome]:
    """Yield the sheets of each file of a packed release; one that is broken is listed as such."""
    for name, member in members(file):
        if isinstance(member, str):
            yield _broken(name, member)
            continue
        progress(f"Reading {name}")
        try:
            yield from list(_sheets(member, _opener(member), lambda _: None, name))
        except (CaseLevelError, AnalysisTableError):
            raise
        except ImportRefusedError as error:
            yield _broken(name, shortened(error))


def _broken(name: str, reason: str) -> SheetOutcome:
    refusal = Refusal(name, "", reason, RefusalKind.BROKEN_FILE)
    return SheetOutcome(name, None, Extract(refused=[refusal]), fault=reason)


def _sheets(
    file: Admitted, opener: Opener, progress: Progress, inside: str = ""
) -> Iterator[SheetOutcome]:
    """Yield the sheets of a file, each read by the layout that knows it."""
    if file.kind == "text":
        yield _text(file, opener, progress, inside)
        return
    from lfjb_desk.importers.reading.workbook import read_workbook  # noqa: PLC0415 - text needs no engine

    grids = [replace(grid, file=inside) for grid in read_workbook(file.name, file.data)]
    for grid in grids:
        _keep_out(file.name, grid)
    progress(_WORKING)
    known: Layout | None = None
    for grid in grids:
        before = known if known and not known.general else None
        known = None if grid.hidden else _recognise(file.name, grid, before)
        yield _sheet(Source(file.name, grids), grid, known)


def _text(file: Admitted, opener: Opener, progress: Progress, inside: str) -> SheetOutcome:
    """Return a text file read whole, or row by row where it is large and its layout can."""
    if not 0 < len(file.data) < FLOW_FROM:
        from lfjb_desk.importers.reading.row_stream import flow  # noqa: PLC0415 - most files are small

        ready = flow(file.name, opener)
        _keep_out(file.name, ready.preview())
        known = _recognise(file.name, ready.preview())
        if known and known.streams:
            progress(_WORKING)
            grid = replace(ready.grid(progress), file=inside)
            return _sheet(Source(file.name), grid, known, ready.notes)
    if not file.data:
        raise ImportRefusedError(
            f"{file.name} is larger than {LARGEST_FILE >> 20} MB, which only a table that is "
            f"read row by row may be. {SAFE} Save only the rows you need."
        )
    grid, how = read_delimited(file.name, file.data)
    _keep_out(file.name, grid)
    progress(_WORKING)
    known = _recognise(file.name, grid)
    return _sheet(Source(file.name), replace(grid, file=inside), known, how)


def _keep_out(name: str, grid: Grid) -> None:
    """Refuse a sheet that is sound, and never to be imported."""
    keep_out_cases(name, grid)
    keep_out_analysis(name, grid)


def _recognise(name: str, grid: Grid, before: Layout | None = None) -> Layout | None:
    """Return the layout that knows a sheet; the one that knew the sheet before is asked first."""
    source = Source(name)
    layouts = (before, *all_layouts()) if before else all_layouts()
    return next((layout for layout in layouts if layout.recognise(grid, source)), None)


def _sheet(
    source: Source, grid: Grid, known: Layout | None, how: tuple[str, ...] = ()
) -> SheetOutcome:
    extract = Extract()
    if known:
        known.read(grid, source, extract)
    set_aside = None if known else SetAside.HIDDEN if grid.hidden else SetAside.UNKNOWN
    return SheetOutcome(grid.title, known, extract, set_aside, notes=how)


def _says_why(sheet: SheetOutcome) -> bool:
    """Tell whether a sheet was understood, and why it gives no figure is known."""
    return bool(
        sheet.layout and not sheet.reason and (sheet.extract.passed or sheet.extract.unused)
    )


def _together(sheets: Sequence[SheetOutcome]) -> Extract:
    """Return what the sheets in use give, and what the broken ones say."""
    whole = Extract()
    for sheet in sheets:
        part = sheet.extract
        if sheet.layout and sheet.reason:
            continue  # set aside
        if part.publisher and whole.publisher not in {"", part.publisher}:
            raise ImportRefusedError(
                f"The file holds figures of more than one publisher: {whole.publisher} and "
                f"{part.publisher}. {SAFE} Save the figures of each as a file of their own."
            )
        whole.publisher = whole.publisher or part.publisher
        whole.read += part.read
        whole.passed += part.passed
        whole.measures = {**part.measures, **whole.measures}
        whole.figures += part.figures
        whole.refused += part.refused
        whole.repeats += part.repeats
    return whole
