"""All current figures as one tidy table: for pandas, and as files that other programs read."""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lfjb_desk.domain.changes import RuleError
from lfjb_desk.domain.formatting import count, long_date
from lfjb_desk.domain.read_models.figures.exported import NO_MARKER, NOT_STATED
from lfjb_desk.domain.read_models.figures.frames import COLUMNS, TidyFigure
from lfjb_desk.services.atomic_files import save, save_together
from lfjb_desk.services.figures.data_package import described
from lfjb_desk.sheets.delimited import to_csv
from lfjb_desk.sheets.model import Book, Number, SheetColumn, TableSheet
from lfjb_desk.sheets.writer import to_bytes
from lfjb_desk.store.queries.figures.figures import measures_by_code
from lfjb_desk.store.queries.figures.frames import imported_files, place_is_known, tidy_figures

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime
    from pathlib import Path

    import pandas as pd

    from lfjb_desk.domain.figures.figures import Measure
    from lfjb_desk.sheets.model import Cell
    from lfjb_desk.store.engine.database import Database

ENDINGS = (".csv", ".xlsx", ".parquet")
PACKAGE = ("figures.csv", "datapackage.json")
"""What a folder takes: the table, and what describes it."""
_MOST_ROWS = 1_000_000  # a little under what a sheet of a workbook can hold


@dataclass(frozen=True)
class FigureFilter:
    """Which figures are wanted; None asks for all."""

    area: str | None = None
    """The code of a place, as in the column `area`; an area brings its authorities with it."""
    measure: str | None = None
    since: date | None = None
    """The earliest first day of a period."""


class FrameService:
    """Hands out all current figures in one tidy table; a marker never turns into a number."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def frame(self, wanted: FigureFilter) -> pd.DataFrame:
        """Return the figures as a DataFrame; values are exact decimals, missing where none is.

        Raises:
            RuleError: when the place or the measure is unknown.
        """
        return _frame(self._rows(wanted))

    def csv_text(self, wanted: FigureFilter) -> str:
        """Return the figures as CSV, one line for each.

        Raises:
            RuleError: when the place or the measure is unknown, or there is no such figure.
        """
        return _csv(self._some(wanted)).decode()

    def write(self, path: Path, wanted: FigureFilter, now: datetime) -> tuple[Path, ...]:
        """Save the figures in the kind of file that the ending names, or into a folder.

        A folder takes `figures.csv` and a `datapackage.json` that describes it.

        Raises:
            RuleError: when the ending, place or measure is unknown, there is no such figure, or
                the file cannot be made or saved.
        """
        ending = path.suffix.lower()
        if is_folder(path):
            return self._write_folder(path, self._some(wanted), now)
        if ending not in ENDINGS:
            raise RuleError(
                f"“{path.name}” ends in none of .csv, .xlsx and .parquet, so it is not known what "
                "to write. Nothing was written."
            )
        rows = self._some(wanted)
        if ending == ".csv":
            return (save(path, codecs.BOM_UTF8 + _csv(rows)),)
        if ending == ".parquet":
            return (save(path, _parquet(rows)),)
        return (save(path, to_bytes(self._book(rows, now))),)

    def _rows(self, wanted: FigureFilter) -> Sequence[TidyFigure]:
        """Read the figures; only where there are none is it asked whether the names are known."""
        with self._database.session() as session:
            rows = tidy_figures(session, wanted.area, wanted.measure, wanted.since)
            if rows:
                return rows
            if wanted.area is not None and not place_is_known(session, wanted.area):
                raise RuleError(
                    f"No place has the code {wanted.area}. lfjb-desk areas lists the areas."
                )
            code = wanted.measure
            if code is not None and not measures_by_code(session, [code]):
                raise RuleError(f"No measure has the code {code}.")
        return rows

    def _some(self, wanted: FigureFilter) -> Sequence[TidyFigure]:
        rows = self._rows(wanted)
        if not rows:
            raise RuleError("There is no such figure here. Nothing was written.")
        return rows

    def _write_folder(
        self, folder: Path, rows: Sequence[TidyFigure], now: datetime
    ) -> tuple[Path, ...]:
        table = _csv(rows)
        with self._database.session() as session:
            files = imported_files(session)
        description = described(table, rows, files, now)
        table_name, description_name = PACKAGE
        return save_together(folder, {table_name: table, description_name: description})

    def _book(self, rows: Sequence[TidyFigure], now: datetime) -> Book:
        if len(rows) > _MOST_ROWS:
            raise RuleError(
                f"A workbook cannot hold {count(len(rows), 'figure')}. No file was made; save "
                "them as CSV instead."
            )
        with self._database.session() as session:
            measures = measures_by_code(session, {row.measure for row in rows})
        return _book(rows, [measures[code] for code in sorted(measures)], now)


def is_folder(path: Path) -> bool:
    """Tell whether figures saved at a path go into a folder, which may be one to be made."""
    return path.is_dir() or not (path.suffix or path.exists())


def written_at(path: Path) -> tuple[Path, ...]:
    """Return the files that figures saved at a path are written to."""
    return tuple(path / name for name in PACKAGE) if is_folder(path) else (path,)


def _frame(rows: Sequence[TidyFigure]) -> pd.DataFrame:
    import pandas as pd

    kinds = dict.fromkeys(TidyFigure._fields, "str")
    kinds |= {"period_start": "datetime64[s]", "period_end": "datetime64[s]", "value": "object"}
    made = pd.DataFrame.from_records(rows, columns=list(TidyFigure._fields))
    return made.astype(kinds)


def _parquet(rows: Sequence[TidyFigure]) -> bytes:
    made = _frame(rows)
    try:
        data: bytes = made.to_parquet(None, index=False)
    except ImportError as error:
        raise RuleError(
            "A .parquet file needs pyarrow or fastparquet, and neither is installed here. "
            "Nothing was written; save the figures as .csv instead."
        ) from error
    return data


def _csv(rows: Sequence[TidyFigure]) -> bytes:
    """Return the rows as CSV without the mark that a file for a spreadsheet starts with."""
    return to_csv(TidyFigure._fields, map(_cells, rows)).removeprefix(codecs.BOM_UTF8)


def _cells(row: TidyFigure) -> list[Cell | None]:
    texts = row._replace(value=None)
    cells: list[Cell | None] = [str(part) if part else None for part in texts]
    if row.value is not None:
        decimals = max(0, -int(row.value.as_tuple().exponent))
        cells[TidyFigure._fields.index("value")] = Number(row.value, decimals)
    return cells


def _filled(row: TidyFigure) -> tuple[Cell, ...]:
    """Return the cells of a row with a word in each empty one, for those who hear a sheet read."""
    empty = {"value": NO_MARKER, "marker": NO_MARKER}
    return tuple(
        empty.get(name, NOT_STATED) if cell is None else cell
        for name, cell in zip(TidyFigure._fields, _cells(row), strict=True)
    )


def _book(rows: Sequence[TidyFigure], measures: Sequence[Measure], now: datetime) -> Book:
    places = {(row.place_kind, row.area) for row in rows}
    table = TableSheet(
        name="Figures",
        title="Figures, one to a row",
        lines=(
            "What each measure counts is said in the notes, by its code.",
            f"The word {NO_MARKER} under value says that no figure was published.",
            f"The word {NO_MARKER} under marker says that nothing was published beside the figure.",
        ),
        columns=tuple(SheetColumn(column.name, column.about.width) for column in COLUMNS),
        rows=tuple(map(_filled, rows)),
    )
    return Book(
        title="Figures",
        subject=f"{count(len(measures), 'measure')} for {count(len(places), 'place')}",
        author="Local Family Justice Board",
        created=now,
        lines=("Figures and markers are as published; nothing is rounded or estimated.",),
        facts=(
            ("Figures and markers", f"{len(rows):,}"),
            ("First day of the figures", long_date(min(row.period_start for row in rows))),
            ("Last day of the figures", long_date(max(row.period_end for row in rows))),
            ("Saved on", long_date(now.date())),
        ),
        notes=tuple(
            f"{measure.code}: {measure.name}. {measure.definition} "
            f"Unit: {measure.unit or 'number'}."
            for measure in measures
        ),
        tables=(table,),
    )
