"""Minutes as one text: written when they are circulated, and read back for as long as they stand.

The rows of the minutes stand in it as `serialisation` writes rows, so that a column that a later
schema adds has its default, and one that it renames is found.
"""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from datetime import date, time
from functools import cache
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, Union, cast, get_args, get_origin, get_type_hints
from uuid import UUID

from pydantic import ConfigDict, TypeAdapter, ValidationError
from pydantic_core import to_json

from lfjb_desk.domain.actions import Action, ActionStanding, ActionStatus, ActionUpdate
from lfjb_desk.domain.changes import RuleError
from lfjb_desk.domain.governance.groups import Group, Seat
from lfjb_desk.domain.governance.people import Organisation, Person
from lfjb_desk.domain.meetings.meetings import (
    AgendaItem,
    Attendance,
    Decision,
    DecisionState,
    Meeting,
    MinuteNote,
)
from lfjb_desk.domain.meetings.minutes import CirculatedMinutes, MinutesAgreement, MinutesCorrection
from lfjb_desk.domain.read_models.actions import ActionRow
from lfjb_desk.domain.read_models.meetings.meetings import NextDate
from lfjb_desk.domain.read_models.meetings.minutes import MattersArising, MinutesView
from lfjb_desk.domain.rows import Row
from lfjb_desk.domain.serialisation import restored

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

OUTSIDE = frozenset({"arising", "history"})
"""What a view tells besides the minutes themselves."""
NOTHING_AROSE = MattersArising(None, "", (), ())

_TYPES: dict[str, Any] = {
    kind.__name__: kind
    for kind in (
        *(Action, ActionRow, ActionStanding, ActionStatus, ActionUpdate, AgendaItem, Attendance),
        *(CirculatedMinutes, Decision, DecisionState, Group, Meeting, MinuteNote),
        *(MinutesAgreement, MinutesCorrection, NextDate, Organisation, Person, Seat),
        *(UUID, date, time),
    )
}
"""What the read models name in their annotations."""


def encode_minutes(view: MinutesView) -> str:
    """Return all that minutes tell as one JSON text: equal minutes give equal texts."""
    inside = {name: value for name, value in _parts(view).items() if name not in OUTSIDE}
    return to_json(inside).decode()


def decode_minutes(content: str) -> MinutesView:
    """Return the minutes that `encode_minutes` wrote, with nothing arising and no history.

    Raises:
        RuleError: when the text is no such minutes.
    """
    try:
        parts = json.loads(content)
        view: MinutesView = _read(MinutesView, parts | {"arising": _parts(NOTHING_AROSE)})
    except (ValueError, KeyError, TypeError, ValidationError) as error:
        raise RuleError(
            "These are not minutes that LFJB Desk kept; they were left alone."
        ) from error
    return view


def _parts(value: Any) -> dict[str, Any]:
    return {each.name: _data(getattr(value, each.name)) for each in fields(value)}


def _data(value: Any) -> Any:
    if isinstance(value, Row):
        return dict(sorted(value.model_dump().items()))  # pydantic holds them in no order
    if isinstance(value, tuple):
        return [_data(each) for each in value]
    return _parts(value) if is_dataclass(value) else value


def _read(kind: Any, data: Any) -> Any:
    """Return what data stand for, where a value of a kind is expected."""
    if get_origin(kind) in {Union, UnionType}:
        (inner,) = (part for part in get_args(kind) if part is not NoneType)
        return None if data is None else _read(inner, data)
    if get_origin(kind) is tuple:
        return tuple(_read(get_args(kind)[0], each) for each in data)
    if issubclass(kind, Row):
        return restored(kind, data)
    if not is_dataclass(kind):
        return _adapter(kind).validate_python(data)
    build = cast("Callable[..., Any]", kind)
    hints = _hints(build)
    return build(**{name: _read(hints[name], value) for name, value in data.items()})


@cache
def _hints(kind: Any) -> Mapping[str, Any]:
    return get_type_hints(kind, localns=_TYPES)


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    if kind is str:
        # Minutes kept before agendas had late items number theirs by whole numbers.
        return TypeAdapter(str, config=ConfigDict(coerce_numbers_to_str=True))
    return TypeAdapter(kind)
