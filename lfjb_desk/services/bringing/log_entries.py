"""The rows of an action log with their cells read: words, days, and how each stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lfjb_desk.importers.board_lists.days import ReadDay, read_day
from lfjb_desk.importers.board_lists.roles import LogRole
from lfjb_desk.importers.board_lists.statuses import ReadStatus, read_status
from lfjb_desk.importers.cells import text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from lfjb_desk.importers.board_lists.finding import ListRow, ListTable
    from lfjb_desk.importers.mapping.sheets import SheetView

NO_DAY = ReadDay("")
_UNNAMED = re.compile(r"(?:Sheet|Table|Taflen) ?\d*")
DAY_ROLES = (
    *(LogRole.DUE, LogRole.REVISED_DUE, LogRole.ORIGINAL_DUE, LogRole.RAISED),
    *(LogRole.CLOSED_ON, LogRole.MEETING),
)
KEPT_IN_WORDS = (
    *((LogRole.REFERENCE, "reference"), (LogRole.MEETING, "meeting"), (LogRole.ITEM, "item")),
    *((LogRole.RAG, "colour"), (LogRole.UPDATE, "update")),
)
"""What has no field of an action and stands in the first line of its history."""


@dataclass(frozen=True)
class LogEntry:
    """One row of a log that is an action, as its cells were read."""

    place: str
    sheet: str
    section: str
    title: str
    owner: str
    body: str
    driver: str
    status: ReadStatus
    has_status: bool
    """Whether a column says how actions stand."""
    days: dict[LogRole, ReadDay]
    struck: bool
    hidden: bool
    words: tuple[tuple[str, str], ...]
    """What is kept in words: what it is, and the words."""

    def day(self, role: LogRole) -> ReadDay:
        """Return what is said of a day; nothing where no column says it."""
        return self.days.get(role, NO_DAY)

    @property
    def under(self) -> str:
        """What heads the row: a line over it, else the name of its sheet where it has one."""
        return self.section or ("" if _UNNAMED.fullmatch(self.sheet) else self.sheet)

    @property
    def due(self) -> ReadDay:
        """When it is due as things stand: moved, else due, else as it was at first."""
        for role in (LogRole.REVISED_DUE, LogRole.DUE, LogRole.ORIGINAL_DUE):
            if not self.day(role).is_blank:
                return self.day(role)
        return NO_DAY


def entry(table: ListTable[LogRole], row: ListRow, view: SheetView, today: date) -> LogEntry:
    """Return a row with its cells read."""
    columns = {column.role: column.index for column in table.columns if column.role}
    cells = {role: row.cells.get(at, "") for role, at in columns.items()}
    words = {role: text(cell) for role, cell in cells.items()}
    days = {
        role: read_day(
            cells[role],
            today,
            month_only=(row.index, columns[role]) in view.marks.months,
        )
        for role in DAY_ROLES
        if role in cells
    }
    filled = [(row.index, at) for at in row.cells]
    struck = sum(place in view.marks.struck for place in filled)
    return LogEntry(
        place=table.place(row.index),
        sheet=table.sheet,
        section=row.section,
        title=words.get(LogRole.ACTION, ""),
        owner=words.get(LogRole.OWNER, ""),
        body=words.get(LogRole.BODY, ""),
        driver=words.get(LogRole.DRIVER, ""),
        status=read_status(words.get(LogRole.STATUS, "")),
        has_status=LogRole.STATUS in columns,
        days=days,
        struck=struck * 2 > len(filled) or (row.index, table.main) in view.marks.struck,
        hidden=row.index in view.hidden_rows,
        words=tuple(_kept(table, row)),
    )


def _kept(table: ListTable[LogRole], row: ListRow) -> Iterator[tuple[str, str]]:
    names = dict(KEPT_IN_WORDS)
    for column in table.columns:
        words = text(row.cells.get(column.index, ""))
        if words and column.role in names:
            yield names[column.role], words
