"""What each column of an action log was taken for, by its heading or as the user said."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from lfjb_desk.domain.formatting import fold
from lfjb_desk.importers.board_lists.roles import REPEATABLE, LogRole
from lfjb_desk.services.bringing.preview import AnswerChoice, ColumnUse

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lfjb_desk.importers.board_lists.finding import ListColumn, ListTable
    from lfjb_desk.services.bringing.asking import QuestionList

ROLE_NAMES = {
    LogRole.ACTION: "What is to be done",
    LogRole.OWNER: "The owner, a person",
    LogRole.BODY: "The accountable body",
    LogRole.DUE: "The day on which it is due",
    LogRole.REVISED_DUE: "The day to which it was moved",
    LogRole.ORIGINAL_DUE: "The day on which it was due at first",
    LogRole.RAISED: "The day on which it was raised",
    LogRole.STATUS: "How it stands",
    LogRole.RAG: "A colour for how it stands",
    LogRole.CLOSED_ON: "The day on which it was closed",
    LogRole.UPDATE: "Updates, for its history",
    LogRole.REFERENCE: "Its reference in the file",
    LogRole.MEETING: "The meeting that raised it",
    LogRole.ITEM: "The number of its agenda item",
    LogRole.DRIVER: "The driver of delay",
    LogRole.IGNORED: "Leave this column out",
}
ROLE_CHOICES = tuple(AnswerChoice(role.value, name) for role, name in ROLE_NAMES.items())


def with_roles(
    tables: Iterable[ListTable[LogRole]], questions: QuestionList
) -> list[ListTable[LogRole]]:
    """Return the tables with the roles of their columns, having asked about those not known.

    Two columns for the same thing are both asked about.
    """
    return [_settled(table, questions) for table in tables]


def _settled(table: ListTable[LogRole], questions: QuestionList) -> ListTable[LogRole]:
    known = {column.role for column in table.columns}
    twice = _repeated(column.role for column in table.columns)
    columns = [
        replace(column, role=_answered(table, column, questions, doubtful=column.role in twice))
        for column in table.columns
        if column.heading or column.samples
    ]
    still = _repeated(column.role for column in columns)
    columns = [replace(each, role=None if each.role in still else each.role) for each in columns]
    if LogRole.STATUS not in known:
        columns = [
            replace(each, role=LogRole.STATUS if each.role is LogRole.RAG else each.role)
            for each in columns
        ]
    mains = [each.index for each in columns if each.role is LogRole.ACTION]
    return replace(table, columns=tuple(columns), main=mains[0] if mains else None)


def _repeated(roles: Iterable[LogRole | None]) -> set[LogRole | None]:
    counted = Counter(role for role in roles if role is not None and role not in REPEATABLE)
    return {role for role, times in counted.items() if times > 1}


def _answered(
    table: ListTable[LogRole],
    column: ListColumn[LogRole],
    questions: QuestionList,
    *,
    doubtful: bool,
) -> LogRole | None:
    key = column_key(table, column)
    is_open = column.role is None or doubtful
    if not is_open:
        by_hand = questions.given(key)
        return LogRole(by_hand) if by_hand in set(LogRole) else column.role
    if not column.samples and is_open:
        return LogRole.IGNORED
    what = f"“{column.heading}”" if column.heading else "the column without a heading"
    text = f"What is in {what}?"
    if doubtful and column.role is not None:
        name = ROLE_NAMES[column.role]
        text = f"More than one column may be “{name.lower()}”. {text}"
    place = f"{table.place(0, column.index).rstrip('1')}: {', '.join(column.samples)}"
    answer = questions.ask(key, text, place, lambda: ROLE_CHOICES, waits=False)
    return LogRole(answer) if answer else None


def column_key(table: ListTable[LogRole], column: ListColumn[LogRole]) -> str:
    """Return the key of the question what a column holds; one heading is asked about once."""
    heading = fold(column.heading)
    return f"column|{heading}" if heading else f"column|{table.number}|{column.index}"


def column_uses(tables: Iterable[ListTable[LogRole]]) -> tuple[ColumnUse, ...]:
    """Return each heading of the file with what it was taken for."""
    uses = {
        (key := column_key(table, column)): ColumnUse(
            key,
            column.heading or table.place(0, column.index),
            column.samples,
            column.role.value if column.role else "",
            ROLE_CHOICES,
        )
        for table in tables
        for column in table.columns
    }
    return tuple(uses.values())
