"""What each column of a list was taken for, by its heading or as the user said."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Generic, TypeVar

from lfjb_desk.domain.formatting import fold
from lfjb_desk.services.bringing.preview import AnswerChoice, ColumnUse

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lfjb_desk.importers.board_lists.finding import ListColumn, ListTable
    from lfjb_desk.services.bringing.asking import QuestionList

Role = TypeVar("Role", bound=StrEnum)


@dataclass(frozen=True)
class RoleBook(Generic[Role]):
    """The roles that the columns of a kind of list may have."""

    names: Mapping[Role, str]
    """What each is called where it is chosen."""
    main: Role
    ignored: Role
    repeatable: frozenset[Role]
    """Roles that more than one column may have."""
    stand_in: tuple[Role, Role] | None = None
    """A role whose column has another one where no column has that."""

    @property
    def choices(self) -> tuple[AnswerChoice, ...]:
        """The roles as they may be answered."""
        return tuple(AnswerChoice(role.value, name) for role, name in self.names.items())

    def role(self, answer: str | None) -> Role | None:
        """Return the role that an answer names."""
        return next((role for role in self.names if role.value == answer), None)


def with_roles(
    tables: Iterable[ListTable[Role]], book: RoleBook[Role], questions: QuestionList
) -> list[ListTable[Role]]:
    """Return the tables with the roles of their columns, having asked about those not known.

    Two columns for the same thing are both asked about.
    """
    return [_settled(table, book, questions) for table in tables]


def _settled(
    table: ListTable[Role], book: RoleBook[Role], questions: QuestionList
) -> ListTable[Role]:
    known = {column.role for column in table.columns}
    twice = _repeated((column.role for column in table.columns), book)
    columns = [
        replace(
            column, role=_answered(table, column, book, questions, is_twice=column.role in twice)
        )
        for column in table.columns
    ]
    still = _repeated((column.role for column in columns), book)
    columns = [replace(each, role=None if each.role in still else each.role) for each in columns]
    if book.stand_in is not None and book.stand_in[1] not in known:
        other, meant = book.stand_in
        columns = [
            replace(each, role=meant if each.role is other else each.role) for each in columns
        ]
    mains = [each.index for each in columns if each.role is book.main]
    return replace(table, columns=tuple(columns), main=mains[0] if mains else None)


def _repeated(roles: Iterable[Role | None], book: RoleBook[Role]) -> set[Role | None]:
    counted = Counter(role for role in roles if role is not None and role not in book.repeatable)
    return {role for role, times in counted.items() if times > 1}


def _answered(
    table: ListTable[Role],
    column: ListColumn[Role],
    book: RoleBook[Role],
    questions: QuestionList,
    *,
    is_twice: bool,
) -> Role | None:
    key = column_key(table, column)
    if column.role is not None and not is_twice:
        return book.role(questions.given(key)) or column.role
    if not column.samples:
        return book.ignored
    what = f"“{column.heading}”" if column.heading else "the column without a heading"
    text = f"What is in {what}?"
    if column.role is not None:
        text = f"More than one column may be “{book.names[column.role].lower()}”. {text}"
    place = f"{table.place(0, column.index).rstrip('1')}: {', '.join(column.samples)}"
    return book.role(questions.ask(key, text, place, lambda: book.choices, waits=False))


def column_key(table: ListTable[Role], column: ListColumn[Role]) -> str:
    """Return the key of the question what a column holds; one heading is asked about once."""
    heading = fold(column.heading)
    return f"column|{heading}" if heading else f"column|{table.number}|{column.index}"


def unknown_columns(tables: Iterable[ListTable[Role]]) -> str:
    """Return why no row is certain yet: a column that is asked about may say something of it."""
    for table in tables:
        for column in table.columns:
            if column.role is None:
                return f"asked what is in “{column.heading or table.place(0, column.index)}”"
    return ""


def column_uses(tables: Iterable[ListTable[Role]], book: RoleBook[Role]) -> tuple[ColumnUse, ...]:
    """Return each heading of the file with what it was taken for."""
    uses = {
        (key := column_key(table, column)): ColumnUse(
            key,
            column.heading or table.place(0, column.index),
            column.samples,
            column.role.value if column.role else "",
            book.choices,
        )
        for table in tables
        for column in table.columns
    }
    return tuple(uses.values())
