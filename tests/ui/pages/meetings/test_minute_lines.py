from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_OID, uuid5

import pytest

from lfjb_desk.ui.pages.meetings.minuting.reading.entry_parser import MinuteEntry, read_entry
from lfjb_desk.ui.pages.meetings.minuting.reading.names import Named, Names

TABLE = json.loads((Path("tests/data/minute_lines.json")).read_text("utf-8"))
LINES = TABLE["lines"]
MEETING = TABLE["meeting"]


def names(line: dict[str, Any]) -> Names:
    known = line.get("people", [name for name, _ in TABLE["people"]])
    return Names(
        tuple(
            Named(uuid5(NAMESPACE_OID, name), name, under)
            for name, under in TABLE["people"]
            if name in known
        ),
        tuple(Named(uuid5(NAMESPACE_OID, f"body {name}"), name) for name in TABLE["bodies"]),
    )


def day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def read(line: dict[str, Any]) -> MinuteEntry:
    meeting = date.fromisoformat(line.get("day", MEETING))
    return read_entry(
        line["line"], names(line), meeting, day(line.get("next", TABLE["next_meeting"]))
    )


def expected(line: dict[str, Any]) -> tuple[object, ...]:
    kind, asked = line.get("kind", "action"), line.get("asked")
    is_due_unclear = asked in {"impossible", "past", "vague", "year", "date", "undated", "unsure"}
    due = day(line.get("due"))
    by_desk = kind == "action" and due is None and not is_due_unclear
    if by_desk:
        due = day(line.get("next", TABLE["next_meeting"]))
    return (
        kind,
        line["text"],
        line.get("owner"),
        line.get("body"),
        due,
        by_desk and due is not None,
        (asked,) if asked else (),
    )


@pytest.mark.parametrize("line", LINES, ids=lambda line: line["line"])
def test_no_word_is_lost_and_no_date_is_wrong(line: dict[str, Any]) -> None:
    entry = read(line)
    assert (
        entry.kind.value,
        entry.text,
        entry.owner and entry.owner.name,
        entry.body and entry.body.name,
        entry.due,
        entry.is_due_by_desk,
        tuple(doubt.value for doubt in entry.doubts),
    ) == expected(line)
