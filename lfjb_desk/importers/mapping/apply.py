"""Reading a sheet by rules, strictly: right, refused with the reason, or stopped by a question."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

from lfjb_desk.importers.agreement import without_clashes
from lfjb_desk.importers.cells import place as cell_name
from lfjb_desk.importers.cells import text, words
from lfjb_desk.importers.extract import About, Extract
from lfjb_desk.importers.figures import MeasureHint, RefusalKind
from lfjb_desk.importers.language.markers import UnreadableCellError, Value, read_value
from lfjb_desk.importers.language.periods import period_convention
from lfjb_desk.importers.mapping import percents
from lfjb_desk.importers.mapping.body import MappedRow, TableBody, rows_of
from lfjb_desk.importers.mapping.headings import over
from lfjb_desk.importers.mapping.rules import HeadingLine, Percent, Role
from lfjb_desk.importers.mapping.times import OpenPeriodError, period_in
from lfjb_desk.importers.tables.names import is_nation
from lfjb_desk.importers.tables.scales import SCALED, scaled_line
from lfjb_desk.importers.tables.values import marked, read_figure

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lfjb_desk.importers.cells import Grid
    from lfjb_desk.importers.figures import Figure, PlaceWord
    from lfjb_desk.importers.language.periods import Period
    from lfjb_desk.importers.mapping.headings import Over
    from lfjb_desk.importers.mapping.rules import Rules
    from lfjb_desk.importers.mapping.sheets import SheetView

_UNITS = "weeks|days|months|hours|cases|orders|applications|children"
_UNIT = re.compile(rf"\((?:in )?({_UNITS})\)|\bin ({_UNITS})\b|\bnumber of (?:\w+ )?({_UNITS})\b")
_SETTINGS = {"years", "dates", "serials", "day_first"}
_SCALED = ("thousand", "000s", "million", "\u00a3m")


@dataclass(frozen=True, slots=True)
class Known:
    """What is held already and helps to read: names of places, units of measures by name."""

    places: frozenset[str] = frozenset()
    """As `cells.words` gives them."""
    units: Mapping[str, str] = field(default_factory=dict)
    both: frozenset[str] = frozenset()
    """Names that a DFJ area and a local authority share."""


@dataclass(frozen=True, slots=True)
class MappingQuestion:
    """What must be settled before anything is read; `about` is the field of the rules."""

    about: str
    text: str


@dataclass(frozen=True, slots=True)
class Applied:
    """A sheet as its rules read it; while a question is open no figure is taken."""

    extract: Extract
    figures: tuple[Figure, ...]
    """Those of the extract that stand alone and contradict no other."""
    questions: tuple[MappingQuestion, ...]
    between: tuple[str, ...] = ()
    """Lines between rows of figures that are asked about."""


@dataclass(slots=True)
class _Reader:
    """One sheet on its way through its rules."""

    view: SheetView
    rules: Rules
    known: Known
    into: Extract
    questions: list[tuple[str, str]] = field(default_factory=list)
    between: list[str] = field(default_factory=list)

    @property
    def grid(self) -> Grid:
        return self.view.grid


def apply(view: SheetView, rules: Rules, known: Known | None = None) -> Applied:
    """Return the figures of a sheet as its rules read it, or what must be asked first."""
    if rules.decimal_comma is not None:
        view = replace(view, grid=replace(view.grid, decimal_comma=rules.decimal_comma))
    extract = Extract(publisher=rules.publisher)
    reader = _Reader(view, rules, known or Known(), extract)
    if view.is_cut:
        reader.questions.append(
            ("sheet", f"The sheet has {view.rows:,} rows. Save only the rows you need.")
        )
    elif _sources_are_clear(reader):
        _read(reader)
    _ask_kind(reader)
    questions = _once(reader.questions)
    if questions:
        extract.figures.clear()
        extract.measures.clear()
    return Applied(extract, without_clashes(extract), questions, tuple(reader.between))


def _once(questions: list[tuple[str, str]]) -> tuple[MappingQuestion, ...]:
    """Return each question once, and one for each setting that answers many of them."""
    kept: dict[str, MappingQuestion] = {}
    for about, sentence in questions:
        kept.setdefault(about if about in _SETTINGS else sentence, MappingQuestion(about, sentence))
    return tuple(kept.values())


def _sources_are_clear(reader: _Reader) -> bool:
    """Ask where places, periods, measures and figures stand, as far as the rules leave it open."""
    rules, ask = reader.rules, reader.questions.append
    count = {role: len(rules.with_role(role)) for role in Role}
    if not count[Role.FIGURES]:
        ask(("columns", "Which columns hold figures?"))
    places = count[Role.PLACE] + (HeadingLine.PLACE in rules.lines) + bool(rules.place)
    if places != 1:
        ask(("place", _which("area or authority", places)))
    if count[Role.MEASURE] > 1:
        ask(("measure", "More than one column names the measure. Which one is it?"))
    periods = bool(count[Role.PERIOD]) + (HeadingLine.PERIOD in rules.lines) + bool(rules.period)
    if periods > 1:
        ask(("period", _which("period", periods)))
    return not reader.questions


def _ask_kind(reader: _Reader) -> None:
    """Ask what the places are, where one of them is the name of an area and an authority."""
    shared = [
        figure.place_label
        for figure in reader.into.figures
        if figure.place_kind is None and words(figure.place_label) in reader.known.both
    ]
    if shared:
        question = (
            f"\u201c{shared[0]}\u201d is a DFJ area and a local authority. Which of the two does "
            "the sheet list?"
        )
        reader.questions.append(("place_kind", question))


def _which(what: str, number: int) -> str:
    if number:
        return f"More than one part of the sheet names the {what}. Which one is it?"
    return f"Where does the sheet name the {what}?"


def _read(reader: _Reader) -> None:
    rules, into = reader.rules, reader.into
    if line := scaled_line(reader.grid):
        sentence = f"{cell_name(*line)}, \u201c{reader.grid.text(*line)[:60]}\u201d, {SCALED}."
        reader.questions.append(("columns", sentence))
    columns = over(reader.grid, rules, reader.questions, rules.publisher)
    body = rows_of(reader.view, rules, reader.known.places)
    reader.questions += body.questions
    reader.between += body.between
    into.notes += body.notes
    for row, reason in body.refused:
        into.read += 1
        into.refuse(reader.grid, (row, 0), reason, RefusalKind.NO_FIGURES)
    whole = _whole_period(reader)
    columns = _usable(reader, columns, body)
    _read_rows(reader, columns, body, whole)


def _whole_period(reader: _Reader) -> Period | None:
    """Return the period of the whole sheet, as the rules or the lines above the table say it."""
    rules = reader.rules
    if rules.with_role(Role.PERIOD) or HeadingLine.PERIOD in rules.lines:
        return None
    lines = [rules.period] if rules.period else _lines_above(reader.grid, rules)
    periods: dict[tuple[object, object], Period] = {}
    for line in lines:
        try:
            period, _ = period_in(line, rules, period_convention([line], rules.publisher))
        except OpenPeriodError as error:
            reader.questions.append((error.about, str(error)))
            return None
        if period:
            periods.setdefault((period.start, period.end), period)
    if len(periods) == 1:
        return next(iter(periods.values()))
    labels = ", ".join(period.label for period in periods.values())
    several = f" The lines above name {labels}." if periods else ""
    reader.questions.append(("period", f"Which period is the sheet about?{several}"))
    return None


def _lines_above(grid: Grid, rules: Rules) -> list[str]:
    lines = [text(cell) for row in grid.rows[: rules.first] for cell in row if text(cell)]
    return [grid.sheet, *lines]


def _usable(reader: _Reader, columns: tuple[Over, ...], body: TableBody) -> tuple[Over, ...]:
    """Return the columns whose heading says enough; ask about the others."""
    usable: list[Over] = []
    for column in columns:
        where = _named(column)
        if column.is_asked:
            continue
        if column.period is None and HeadingLine.PERIOD in reader.rules.lines:
            reader.questions.append(("columns", f"Which period does the {where} hold?"))
        elif not column.place and HeadingLine.PLACE in reader.rules.lines:
            reader.questions.append(("columns", f"Which place does the {where} hold?"))
        elif not (column.measure or reader.rules.measure or reader.rules.with_role(Role.MEASURE)):
            reader.questions.append(("measure", f"What does the {where} measure?"))
        elif any(mark in f"{column.measure} {column.unit}".casefold() for mark in _SCALED):
            reader.questions.append(
                ("columns", f"The {where} counts in thousands or more; write it out in full.")
            )
        else:
            usable.append(column)
            _ask_percent(reader, column, body)
    return tuple(usable)


def _ask_percent(reader: _Reader, column: Over, body: TableBody) -> None:
    """Ask how percentages are written, for each measure that the column holds."""
    if column.rule.percent is not Percent.OPEN:
        return
    groups: dict[str, list[Value]] = {}
    for row in body.rows:
        hint = _hint(reader, column, row)
        try:
            value = read_value(
                reader.grid.cell(row.index, column.rule.column),
                decimal_comma=reader.grid.decimal_comma,
            )
        except UnreadableCellError:
            continue
        groups.setdefault(hint.code, []).append(value)
    for code, values in groups.items():
        is_percent = _hint_unit(reader, column, code) == "%"
        if doubt := percents.question(values, is_percent=is_percent):
            reader.questions.append(("percent", f"The {_named(column)} {doubt}?"))
            return


def _named(column: Over) -> str:
    return f"column \u201c{column.rule.heading or column.rule.column + 1}\u201d"


def _hint(reader: _Reader, column: Over, row: MappedRow) -> MeasureHint:
    """Return the measure of a cell; its code stays open unless it is one that is held."""
    own = "" if column.rule.measure else row.measure
    code = own or column.measure or reader.rules.measure
    if own and column.measure:
        code = f"{own} {column.measure}"
    return MeasureHint(code, code, unit=_hint_unit(reader, column, code), settled=False)


def _hint_unit(reader: _Reader, column: Over, code: str) -> str:
    """Return the unit of a measure: as held, or as its heading says."""
    known_unit = reader.known.units.get(words(code), "")
    if (
        known_unit
        or column.rule.percent is Percent.FRACTION
        or column.rule.percent is Percent.HUNDRED
    ):
        return known_unit or "%"
    if percents.says_percent(code, column.unit):
        return "%"
    if column.rule.measure:
        return ""  # that of the measure that is held
    bare = re.fullmatch(_UNITS, words(column.unit))
    spelt = _UNIT.search(f"{column.unit} {code}".casefold())
    return bare[0] if bare else next(filter(None, spelt.groups())) if spelt else ""


def _read_rows(
    reader: _Reader, columns: tuple[Over, ...], body: TableBody, whole: Period | None
) -> None:
    for row in body.rows:
        reader.into.read += 1
        if row.reason:
            reader.into.refuse(reader.grid, (row.index, row.column), row.reason, RefusalKind.ROW)
            continue
        for column in columns:
            period = column.period or row.period or whole
            if period is not None:
                _take(reader, column, row, period)


def _take(reader: _Reader, column: Over, row: MappedRow, period: Period) -> None:
    grid, at = reader.grid, (row.index, column.rule.column)
    hint = _hint(reader, column, row)
    label = row.place or column.place or reader.rules.place
    about = About(label, _kind(reader.rules, label), period, row.hint)
    if not hint.code:
        reader.into.refuse(
            grid, at, f"Row {row.index + 1} does not say what it measures.", RefusalKind.ROW
        )
        return
    try:
        settle = partial(percents.settled, form=column.rule.percent)
        value = marked(read_figure(grid, at, hint, settle), row.markers.get(at[1], ""))
    except UnreadableCellError as error:
        reader.into.refuse(grid, at, f"Row {row.index + 1} {error}.", RefusalKind.ROW)
        return
    reader.into.take(grid, at, hint, about, value)


def _kind(rules: Rules, label: str) -> PlaceWord | None:
    return "nation" if is_nation(label) else rules.place_kind or None
