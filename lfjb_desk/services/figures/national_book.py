"""The signals of the nation as a workbook, with how many of them chance alone would give."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lfjb_desk.domain.changes import RuleError
from lfjb_desk.domain.formatting import count, long_date, number, worked_out
from lfjb_desk.domain.read_models.figures.exported import NO_MARKER, NOT_STATED
from lfjb_desk.domain.read_models.figures.status import Welcome
from lfjb_desk.sheets.model import Book, Number, SheetColumn, TableSheet

if TYPE_CHECKING:
    from datetime import datetime

    from lfjb_desk.domain.read_models.figures.national import AreaSignals, NationalView, SignalLine
    from lfjb_desk.sheets.model import Cell

COLUMNS = (
    SheetColumn("Area", 30),
    SheetColumn("Region", 24),
    SheetColumn("Measure", 44),
    SheetColumn("Unit", 14),
    SheetColumn("Signal", 30),
    SheetColumn("Better or worse", 18),
    SheetColumn("Confirmed", 14),
    SheetColumn("Since", 28),
    SheetColumn("Newest figure", 16),
    SheetColumn("Marker", 12),
    SheetColumn("Period", 28),
    SheetColumn("Publisher", 24),
    SheetColumn("Rules", 24),
)
NOTES = (
    (
        "Expected by chance alone: so many signals the series that have limits would give, were "
        "all of them stable and their figures independent (simulated series, judged by the same "
        "rules)."
    ),
    "Confirmed: the figure was a signal in the period before already, or two rules agree about it.",
    "A signal says that figures changed, and not why. Areas stand by name, in no order of merit.",
)
NEITHER = "neither"


def signals_book(view: NationalView, now: datetime) -> Book:
    """Return the workbook of all signals of the nation.

    Raises:
        RuleError: when there is no signal to save.
    """
    rows = tuple(_row(area, line) for area in view.areas for line in area.lines)
    if not rows:
        raise RuleError("There is no signal here to save. Nothing was written.")
    confirmed = sum(line.confirmed for area in view.areas for line in area.lines)
    return Book(
        title="Signals in the areas of the nation",
        subject=f"{count(len(rows), 'signal')} in {count(len(view.with_signals), 'area')}",
        author="Local Family Justice Board",
        created=now,
        lines=("Each row is a measure of an area whose newest figure is a signal.",),
        facts=(
            ("Signals", f"{len(rows):,}"),
            ("Expected by chance alone", f"about {number(worked_out(view.expected))}"),
            ("Confirmed", f"{confirmed:,}"),
            ("Series (a measure of one area) judged by limits", f"{view.with_limits:,}"),
            (
                "Areas with a signal",
                f"{len(view.with_signals)} of {len(view.with_figures)} with figures",
            ),
            ("Saved on", long_date(now.date())),
        ),
        notes=NOTES,
        tables=(_table(rows),),
    )


def _table(rows: tuple[tuple[Cell, ...], ...]) -> TableSheet:
    nothing = (
        f"The word {NO_MARKER} under Marker says that nothing was published beside the figure."
    )
    return TableSheet(
        name="Signals",
        title="Signals by area",
        lines=(
            "What is to be expected by chance is said in [note 1].",
            "What Confirmed means is said in [note 2].",
            nothing,
        ),
        columns=COLUMNS,
        rows=rows,
    )


def _row(area: AreaSignals, line: SignalLine) -> tuple[Cell, ...]:
    measure, welcome = line.measure, line.status.welcome
    newest: Cell = line.marker or NOT_STATED
    if line.value is not None:
        newest = Number(line.value, measure.decimals)
    return (
        area.area.name,
        area.area.region or NOT_STATED,
        line.name,
        measure.unit or "number",
        line.signal.word.value,
        NEITHER if welcome is Welcome.NEITHER else welcome.value,
        "confirmed" if line.confirmed else "not confirmed",
        line.since_words,
        newest,
        NO_MARKER if line.value is None or not line.marker else line.marker,
        line.period_words,
        line.series_key.publisher or NOT_STATED,
        line.rules,
    )
