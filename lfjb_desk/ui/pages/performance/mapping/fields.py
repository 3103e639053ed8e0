"""The fields by which a user corrects how a sheet is read, and what they make of its rules."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import TYPE_CHECKING, Any, Literal

from PySide6.QtCore import QCoreApplication

from lfjb_desk.importers.mapping.rules import Dates, HeadingLine, Percent, Role, Years
from lfjb_desk.ui.widgets.form.fields import Choice, Field, FieldKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from decimal import Decimal

    from lfjb_desk.domain.figures.figures import Measure
    from lfjb_desk.importers.figures import PlaceWord
    from lfjb_desk.importers.mapping.rules import ColumnRule, Rules

ASK, ABOVE, NOTHING = "ask", "above", "nothing"
OPEN: Literal["open"] = "open"
LINE = "line "
"""Begins the keys of the fields that ask what a row of headings says."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("MappingFields", text)


def role_words(role: Role) -> str:
    """Return what a column holds, in a word or two."""
    return {
        Role.FIGURES: _tr("Figures"),
        Role.PLACE: _tr("Area or authority"),
        Role.PERIOD: _tr("Period"),
        Role.MEASURE: _tr("Name of the measure"),
        Role.MARKER: _tr("Markers"),
        Role.UNUSED: _tr("Not used"),
    }[role]


def line_words(line: HeadingLine) -> str:
    """Return what a row of headings says, in a word or two."""
    return {
        HeadingLine.PERIOD: _tr("The period"),
        HeadingLine.MEASURE: _tr("The measure"),
        HeadingLine.PLACE: _tr("The area or authority"),
        HeadingLine.UNIT: _tr("The unit"),
        HeadingLine.UNUSED: _tr("Nothing that is used"),
    }[line]


@dataclass(frozen=True, kw_only=True)
class ColumnAnswer:
    """What a column holds; its measure and its percentages are asked of figures alone."""

    role: Role | None = None
    measure: str | None = None
    percent: Percent | None = None


@dataclass(frozen=True, kw_only=True)
class SheetAnswer:
    """What holds for a whole sheet; None where what is typed is not one of the choices."""

    first: Decimal | None
    last: Decimal | None
    lines: tuple[HeadingLine | None, ...]
    """What each row of headings says, the topmost first."""
    measure: str | None
    publisher: str
    place_kind: PlaceWord | Literal["open"] | None
    place: str
    period: str
    years: Years | None
    dates: Dates | None
    day_first: str | None
    decimal_comma: str | None
    empty: str | None
    serials: bool
    carry: bool
    within: bool
    hidden_rows: bool = False

    @classmethod
    def of(cls, values: Mapping[str, Any]) -> SheetAnswer:
        """Return what was given, field by field; the rows of headings are asked one by one."""
        lines = tuple(value for key, value in values.items() if key.startswith(LINE))
        others = {key: value for key, value in values.items() if not key.startswith(LINE)}
        return cls(lines=lines, **others)


def column_fields(rule: ColumnRule, letters: str, measures: Sequence[Measure]) -> tuple[Field, ...]:
    """Return what is asked of one column."""
    roles = tuple(Choice(role, role_words(role)) for role in Role)
    holds = _tr("Column {0} holds").format(letters)
    fields = [Field("role", holds, FieldKind.CHOICE, value=rule.role, choices=roles, required=True)]
    if rule.role is Role.FIGURES:
        known = tuple(Choice(measure.code, measure.name, measure.unit) for measure in measures)
        fields.append(
            Field("measure", _tr("What it measures"), FieldKind.CHOICE, rule.measure, choices=known)
        )
        fields.append(
            Field(
                "percent",
                _tr("How its percentages are written"),
                FieldKind.CHOICE,
                rule.percent,
                choices=(
                    Choice(Percent.OPEN, _tr("As the figures tell")),
                    Choice(Percent.NONE, _tr("It holds none")),
                    Choice(Percent.HUNDRED, _tr("26 means 26%")),
                    Choice(Percent.FRACTION, _tr("0.26 means 26%")),
                ),
                required=True,
            )
        )
    return tuple(fields)


def with_column(rules: Rules, column: int, answer: ColumnAnswer) -> Rules:
    """Return rules with what was said of one column."""
    columns = tuple(
        _answered_rule(rule, answer) if rule.column == column else rule for rule in rules.columns
    )
    return replace(rules, columns=columns)


def _answered_rule(rule: ColumnRule, answer: ColumnAnswer) -> ColumnRule:
    """Return the rule as it was answered; only a column of figures is asked for its measure."""
    measure = (answer.measure or "") if rule.role is Role.FIGURES else rule.measure
    return replace(
        rule,
        role=answer.role or rule.role,
        measure=measure,
        percent=answer.percent or rule.percent,
    )


def sheet_fields(rules: Rules, measures: Sequence[Measure], *, hidden: bool) -> tuple[Field, ...]:
    """Return what is asked of the whole sheet; `hidden` tells whether it hides rows."""
    fields = [
        Field(
            "first", _tr("First row of headings"), FieldKind.NUMBER, rules.first + 1, required=True
        ),
        Field("last", _tr("Last row of headings"), FieldKind.NUMBER, rules.last + 1, required=True),
        *_lines(rules),
        _whole_measure(rules, measures),
        Field("publisher", _tr("Publisher"), value=rules.publisher),
        _choice("place_kind", _tr("The places are"), rules.place_kind or OPEN, _kinds()),
        Field("place", _tr("The whole sheet is about"), value=rules.place, help=_tr("A place")),
        Field("period", _tr("The period of the whole sheet"), value=rules.period),
        _choice("years", _tr("A year by itself is"), rules.years, _years()),
        _choice("dates", _tr("A date stands for"), rules.dates, _dates()),
        _choice("day_first", _tr("Dates such as 01/02/2024"), _three(rules.day_first), _orders()),
        _choice(
            "decimal_comma", _tr("A comma in a figure"), _three(rules.decimal_comma), _commas()
        ),
        _choice("empty", _tr("An empty cell below a name"), _empty(rules), _empties()),
        Field("serials", _tr("Numbers such as 45292 are days"), FieldKind.TICK, rules.serials),
        Field(
            "carry", _tr("A heading holds for empty cells beside it"), FieldKind.TICK, rules.carry
        ),
        Field(
            "within", _tr("Lines between rows only group them"), FieldKind.TICK, bool(rules.within)
        ),
    ]
    if hidden:
        fields.append(
            Field("hidden_rows", _tr("Take hidden rows too"), FieldKind.TICK, rules.hidden_rows)
        )
    return tuple(fields)


def _whole_measure(rules: Rules, measures: Sequence[Measure]) -> Field:
    """Ask what the whole sheet measures: by choice, or in words where no measure has its code."""
    label = _tr("The whole sheet measures")
    if rules.measure and all(rules.measure != measure.code for measure in measures):
        return Field("measure", label, value=rules.measure)
    known = tuple(Choice(measure.code, measure.name, measure.unit) for measure in measures)
    return Field("measure", label, FieldKind.CHOICE, rules.measure, choices=known)


def with_sheet(rules: Rules, answer: SheetAnswer, between: Sequence[str]) -> Rules:
    """Return rules with what was said of the whole sheet; `between` are the lines asked about."""
    named = [rule.column for rule in rules.columns if rule.role in {Role.PLACE, Role.PERIOD}]
    empty = answer.empty or ASK
    kind = answer.place_kind or OPEN
    first, last = _rows(rules, answer)
    lines = tuple(
        answered or line
        for answered, line in zip_longest(answer.lines[: len(rules.lines)], rules.lines)
    )
    lines = (lines + (HeadingLine.UNUSED,) * (last - first + 1))[: last - first + 1]
    grouped = tuple(dict.fromkeys((*rules.within, *between)))
    return replace(
        rules,
        first=first,
        last=last,
        lines=lines,
        measure=answer.measure or "",
        publisher=answer.publisher,
        place_kind="" if kind == OPEN else kind,
        place=answer.place,
        period=answer.period,
        years=answer.years or Years.OPEN,
        dates=answer.dates or Dates.OPEN,
        day_first=_truth(answer.day_first),
        decimal_comma=_truth(answer.decimal_comma),
        fill=tuple(named) if empty == ABOVE else (),
        bare=tuple(named) if empty == NOTHING else (),
        serials=answer.serials,
        carry=answer.carry,
        within=grouped if answer.within else (),
        hidden_rows=answer.hidden_rows,
    )


def _rows(rules: Rules, answer: SheetAnswer) -> tuple[int, int]:
    """Return the heading rows, three at most; what makes no sense is left as it was."""
    first, last = answer.first, answer.last
    if first is None or last is None or first != int(first) or last != int(last):
        return rules.first, rules.last
    if not 1 <= first <= last <= first + 2:
        return rules.first, rules.last
    return int(first) - 1, int(last) - 1


def _lines(rules: Rules) -> list[Field]:
    says = tuple(Choice(line, line_words(line)) for line in HeadingLine)
    return [
        Field(
            f"{LINE}{at}",
            _tr("Over the figures, row {0} says").format(rules.first + at + 1),
            FieldKind.CHOICE,
            line,
            choices=says,
            required=True,
        )
        for at, line in enumerate(rules.lines)
    ]


def _choice(key: str, label: str, value: Any, choices: tuple[Choice, ...]) -> Field:
    return Field(key, label, FieldKind.CHOICE, value, choices=choices, required=True)


def _three(value: bool | None) -> str:  # noqa: FBT001 - a setting of three values
    return OPEN if value is None else "yes" if value else "no"


def _truth(answer: str | None) -> bool | None:
    return {"yes": True, "no": False}.get(answer or "")


def _empty(rules: Rules) -> str:
    return ABOVE if rules.fill else NOTHING if rules.bare else ASK


def _kinds() -> tuple[Choice, ...]:
    return (
        Choice(OPEN, _tr("As their names tell")),
        Choice("area", _tr("DFJ areas")),
        Choice("authority", _tr("Local authorities")),
        Choice("region", _tr("Regions")),
        Choice("nation", _tr("Nations")),
    )


def _years() -> tuple[Choice, ...]:
    return (
        Choice(Years.OPEN, _tr("To be asked")),
        Choice(Years.CALENDAR, _tr("A calendar year")),
        Choice(Years.BEGINS, _tr("The financial year that begins in it")),
        Choice(Years.ENDS, _tr("The financial year that ends in it")),
    )


def _dates() -> tuple[Choice, ...]:
    return (
        Choice(Dates.OPEN, _tr("To be asked")),
        Choice(Dates.MONTH, _tr("Its month")),
        Choice(Dates.QUARTER_START, _tr("The quarter that begins with it")),
        Choice(Dates.QUARTER_END, _tr("The quarter that ends with it")),
        Choice(Dates.YEAR_START, _tr("The year that begins with it")),
        Choice(Dates.YEAR_END, _tr("The year that ends with it")),
    )


def _orders() -> tuple[Choice, ...]:
    return (
        Choice(OPEN, _tr("To be asked")),
        Choice("yes", _tr("Write the day first")),
        Choice("no", _tr("Write the month first")),
    )


def _commas() -> tuple[Choice, ...]:
    return (
        Choice(OPEN, _tr("As the file tells")),
        Choice("yes", _tr("Is the decimal sign")),
        Choice("no", _tr("Stands between thousands")),
    )


def _empties() -> tuple[Choice, ...]:
    return (
        Choice(ASK, _tr("To be asked")),
        Choice(ABOVE, _tr("Means what stands above")),
        Choice(NOTHING, _tr("Says nothing, as beside a whole year")),
    )
