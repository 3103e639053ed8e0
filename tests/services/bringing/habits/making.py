"""What a made log is: a file as a secretariat keeps it, and what a reader must make of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING, Any

import openpyxl

from lfjb_desk.domain.actions import ActionStatus

if TYPE_CHECKING:
    from collections.abc import Callable

    from openpyxl.worksheet.worksheet import Worksheet

OPEN, DOING = ActionStatus.OPEN, ActionStatus.IN_PROGRESS
DONE, DROPPED, BLOCKED = ActionStatus.DONE, ActionStatus.DROPPED, ActionStatus.BLOCKED


class Doubt:
    """What only a person can know: a reader must ask for it."""


DOUBT = Doubt()
Rows = Sequence[Sequence[Any]]


@dataclass(frozen=True)
class Truth:
    """What a row says: its action, its owner's name, its due day and how it stands."""

    title: str
    owner: str | Doubt
    due: date | Doubt
    status: ActionStatus | Doubt = OPEN


@dataclass(frozen=True)
class Habit:
    """A made file, by the habit that it shows."""

    name: str
    ending: str
    data: bytes
    truth: tuple[Truth, ...]


def day(number: int, month: int, year: int = 2026) -> date:
    return date(year, month, number)


def workbook(
    rows: Sequence[Sequence[Any]], after: Callable[[Worksheet], object] | None = None
) -> bytes:
    """Return a workbook of one sheet; `after` gives it its looks."""
    return workbooks({"Sheet1": rows}, after)


def workbooks(
    sheets: dict[str, Sequence[Sequence[Any]]], after: Callable[[Worksheet], object] | None = None
) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)  # type: ignore[arg-type]
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
        if after is not None:
            after(sheet)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def text(*lines: str) -> bytes:
    return "\r\n".join(lines).encode()
