"""Figures as they are shown, handed out as an accessible workbook or as CSV."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from lfjb_desk.domain.changes import RuleError
from lfjb_desk.domain.formatting import count, listed, long_date, marker_words
from lfjb_desk.domain.read_models.figures.exported import HEADINGS, NO_MARKER, NOT_STATED
from lfjb_desk.services.atomic_files import save
from lfjb_desk.services.figures.national_book import signals_book
from lfjb_desk.sheets.delimited import to_csv
from lfjb_desk.sheets.model import Book, Number, SheetColumn, TableSheet
from lfjb_desk.sheets.writer import to_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime
    from pathlib import Path

    from lfjb_desk.domain.figures.figures import Measure
    from lfjb_desk.domain.read_models.figures.national import NationalView
    from lfjb_desk.domain.read_models.figures.series import Point, Series
    from lfjb_desk.sheets.model import Cell

_WIDTHS = (44, 16, 40, 24, 14, 24, 14, 14, 12, 12, 20, 60)
_AUTHOR = "Local Family Justice Board"


class ExportService:
    """Saves the figures of series, with their markers as published and where each was read."""

    def write_xlsx(self, path: Path, series: Sequence[Series], title: str, now: datetime) -> Path:
        """Save series as a workbook with a cover, contents, notes and one table for each measure.

        Raises:
            RuleError: when there is no figure to save, or the place does not take the file.
        """
        return save(path, to_bytes(book(series, title, now)))

    def write_signals(self, path: Path, view: NationalView, now: datetime) -> Path:
        """Save the signals of the nation as a workbook, with what chance alone would give.

        Raises:
            RuleError: when there is no signal to save, or the place does not take the file.
        """
        return save(path, to_bytes(signals_book(view, now)))

    def write_csv(self, path: Path, series: Sequence[Series]) -> Path:
        """Save series as one table of text with commas.

        Raises:
            RuleError: when there is no figure to save, or the place does not take the file.
        """
        rows = [row for part in _with_figures(series) for row in _rows(part)]
        return save(path, to_csv(HEADINGS, rows))


def book(series: Sequence[Series], title: str, now: datetime) -> Book:
    """Return the workbook of series; those of one measure stand in one table.

    Raises:
        RuleError: when there is no figure to save.
    """
    measured = sorted(_with_figures(series), key=lambda part: part.measure.name)
    groups = [tuple(group) for _, group in groupby(measured, key=lambda part: part.measure.id)]
    places = list(dict.fromkeys(part.place for part in measured))
    points = [point for part in measured for point in _published(part)]
    return Book(
        title=title,
        subject=f"{count(len(groups), 'measure')} for {count(len(places), 'place')}",
        author=_AUTHOR,
        created=now,
        lines=(
            "Each figure stands in a row of its own, with its period and where it was read.",
            "Figures and markers are as published; nothing is rounded and nothing is estimated.",
        ),
        facts=(
            ("Measures", listed([group[0].measure.name for group in groups])),
            ("Places", listed(places)),
            ("First day of the figures", long_date(min(point.start for point in points))),
            ("Last day of the figures", long_date(max(point.end for point in points))),
            ("Saved on", long_date(now.date())),
        ),
        notes=tuple(_note(group[0].measure) for group in groups),
        tables=tuple(_table(number, group) for number, group in enumerate(groups, 1)),
    )


def _with_figures(series: Sequence[Series]) -> list[Series]:
    published = [part for part in series if any(True for _ in _published(part))]
    if not published:
        raise RuleError("There is no figure here to save. Nothing was written.")
    return published


def _published(series: Series) -> Iterator[Point]:
    """Yield the periods for which something was published: a gap is no figure and no marker."""
    return (p for p in series.points if p.value is not None or p.marker is not None)


def _note(measure: Measure) -> str:
    return f"{measure.name}: {measure.definition} Source: {measure.source or NOT_STATED}."


def _table(number: int, group: Sequence[Series]) -> TableSheet:
    measure = group[0].measure
    rows = tuple(row for part in group for row in _rows(part))
    places = list(dict.fromkeys(part.place for part in group))
    markers = dict.fromkeys(
        point.marker for part in group for point in _published(part) if point.marker
    )
    return TableSheet(
        name=f"Table_{number}",
        title=f"{measure.name}: {listed(places)}",
        lines=(
            f"What it counts is said in [note {number}]. Unit: {_unit(measure)}.",
            *(f"{marker_words(marker)}." for marker in markers),
            f"The word {NO_MARKER} under Marker says that nothing was published beside the figure.",
            "A period without a row was not published, or is not held.",
        ),
        columns=tuple(SheetColumn(h, w) for h, w in zip(HEADINGS, _WIDTHS, strict=True)),
        rows=rows,
    )


def _rows(series: Series) -> Iterator[tuple[Cell, ...]]:
    measure = series.measure
    for point in _published(series):
        alone = point.value is None
        figure: Cell = (
            Number(point.value, measure.decimals) if point.value is not None else str(point.marker)
        )
        yield (
            series.place,
            series.place_kind.value,
            measure.name,
            measure.code,
            _unit(measure),
            point.label,
            point.start.isoformat(),
            point.end.isoformat(),
            figure,
            NO_MARKER if alone or not point.marker else point.marker,
            series.series_key.publisher or NOT_STATED,
            point.source_words or NOT_STATED,
        )


def _unit(measure: Measure) -> str:
    return measure.unit or "number"
