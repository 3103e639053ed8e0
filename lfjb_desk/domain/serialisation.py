"""Changes as data: values checked against their columns, changes written as JSON and read back."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from functools import cache
from itertools import groupby
from typing import Annotated, Any, TypeVar, get_args
from uuid import UUID

from pydantic import AfterValidator, AwareDatetime, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails, SchemaValidator, core_schema, to_json

from lfjb_desk.domain.changes import Change, ChangeSubject, Edit, RuleError
from lfjb_desk.domain.rows import Row
from lfjb_desk.domain.tables import BY_NAME

Values = dict[str, Any]
RowKind = TypeVar("RowKind", bound=Row)
Shape = tuple[type[Row], tuple[str, ...] | None, tuple[str, ...] | None]

RENAMED = {("narrative", "rhythm"): "frequency"}
"""Columns that the audit of an older schema names otherwise: table and old name, then the new."""

COMPLAINTS = {
    "string_too_short": "must not be empty",
    "string_too_long": "must not be longer than {max_length} characters",
    "greater_than_equal": "must be at least {ge}",
    "less_than_equal": "must be at most {le}",
    "missing": "is missing",
}


def table_words(table: type[Row]) -> str:
    """Return what one row of a table is called in a sentence, such as `agenda item`."""
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", table.__name__).lower()
    return words.replace("dfj ", "DFJ ")


def column_words(column: str) -> str:
    """Return what a column is called in a sentence: `owner` for `owner_id`."""
    return column.removesuffix("_id").replace("_", " ")


def runs(edits: Iterable[Edit]) -> Iterator[tuple[Shape, list[Edit]]]:
    """Yield neighbouring edits that touch the same columns of the same table, in order."""
    for shape, run in groupby(edits, _shape):
        yield shape, list(run)


def checked(table: type[Row], rows: Sequence[Mapping[str, Any]], *, whole: bool) -> list[Values]:
    """Return the values as their columns hold them; `whole` rows must name every column.

    Raises:
        RuleError: in one sentence, for the first value that its column refuses.
    """
    try:
        return _validator(table, whole=whole).validate_python(rows)  # type: ignore[no-any-return]  # pydantic_core returns Any
    except ValidationError as error:
        raise RuleError(_complaint(table, error.errors()[0])) from error


def named_today(table: type[Row], column: str) -> str:
    """Return the name that a column has today, by whatever name it was written."""
    return RENAMED.get((str(table.__tablename__), column), column)


def restored(table: type[RowKind], values: Mapping[str, Any]) -> RowKind:
    """Return a row from values as JSON holds them; columns added since have their defaults.

    Raises:
        RuleError: in one sentence, for the first value that its column refuses.
    """
    today = {named_today(table, name): value for name, value in values.items()}
    return table(**checked(table, [today], whole=False)[0])


def encode(change: Change) -> bytes:
    """Return the change as canonical JSON in UTF-8: equal changes give equal bytes."""
    return to_json(
        {
            "label": change.label,
            "runs": [_run(*run) for run in runs(change.edits)],
            "subject": _subject_data(change.subject),
        }
    )


def decode(text: bytes) -> Change:
    """Return the change that `encode` wrote.

    Raises:
        RuleError: when the text is no such change.
    """
    try:
        data = json.loads(text)
        edits = tuple(edit for run in data["runs"] for edit in _edits(run))
        # Records made before changes had a subject say nothing of one.
        return Change(data["label"], edits, _subject(data.get("subject")))
    except (ValueError, KeyError, TypeError) as error:
        raise RuleError("This is not a change that LFJB Desk wrote; it was left alone.") from error


def _shape(edit: Edit) -> Shape:
    before, after = edit.before, edit.after
    return (
        edit.table,
        None if before is None else tuple(sorted(before)),
        None if after is None else tuple(sorted(after)),
    )


def _run(shape: Shape, edits: list[Edit]) -> dict[str, Any]:
    """Return a run as data; its columns are named once, not in every row."""
    table, before, after = shape
    return {
        "after": after,
        "before": before,
        "rows": [[e.key, _cells(e.before, before), _cells(e.after, after)] for e in edits],
        "table": str(table.__tablename__),
    }


def _cells(values: Mapping[str, Any] | None, columns: tuple[str, ...] | None) -> list[Any] | None:
    return None if values is None or columns is None else [values[name] for name in columns]


def _subject_data(subject: ChangeSubject | None) -> list[Any] | None:
    return None if subject is None else [str(subject.table.__tablename__), subject.key]


def _subject(data: list[str] | None) -> ChangeSubject | None:
    return None if data is None else ChangeSubject(BY_NAME[data[0]], UUID(data[1]))


def _edits(run: dict[str, Any]) -> Iterator[Edit]:
    table = BY_NAME[run["table"]]
    before, after = _side(table, run, 1), _side(table, run, 2)
    keys = _keys().validate_python([row[0] for row in run["rows"]])
    for key, old, new in zip(keys, before, after, strict=True):
        yield Edit(table, key, old, new)


def _side(table: type[Row], run: dict[str, Any], index: int) -> list[Values] | list[None]:
    columns = run["before" if index == 1 else "after"]
    if columns is None:
        return [None] * len(run["rows"])
    names = [named_today(table, name) for name in columns]
    rows = [dict(zip(names, row[index], strict=True)) for row in run["rows"]]
    return checked(table, rows, whole=False)


@cache
def _keys() -> SchemaValidator:
    return SchemaValidator(core_schema.list_schema(core_schema.uuid_schema()))


@cache
def _validator(table: type[Row], *, whole: bool) -> SchemaValidator:
    """Return what checks plain rows of a table; some 20 times as quick as building model rows."""
    fields = {
        name: core_schema.typed_dict_field(_field_schema(table, name), required=whole)
        for name in sorted(table.model_fields)
    }
    row = core_schema.typed_dict_schema(fields, extra_behavior="forbid")
    return SchemaValidator(core_schema.list_schema(row))


def _field_schema(table: type[Row], name: str) -> core_schema.CoreSchema:
    field = table.model_fields[name]
    kind: Any = field.annotation
    if kind is datetime or datetime in get_args(kind):
        moment: Any = Annotated[AwareDatetime, AfterValidator(_in_utc)]
        kind = moment if kind is datetime else moment | None
    for limit in field.metadata:
        kind = Annotated[kind, limit]
    return TypeAdapter(kind).core_schema


def _in_utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC)


def _complaint(table: type[Row], error: ErrorDetails) -> str:
    column = column_words(str(error["loc"][-1]))
    template = COMPLAINTS.get(error["type"], "is not understood: " + error["msg"].lower())
    complaint = template.format_map(error.get("ctx", {})) if "{" in template else template
    return f"The {column} of the {table_words(table)} {complaint}. Nothing was written."
