"""Bringing in a membership list: people, bodies, seats and appointments, as one change."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lfjb_desk.domain.changes import Change, Edit, RuleError, added, subject
from lfjb_desk.domain.formatting import count
from lfjb_desk.domain.governance.groups import Group
from lfjb_desk.importers.board_lists.finding import ListRowKind, find_tables
from lfjb_desk.importers.board_lists.member_roles import MEMBER_KEYS, MemberRole, member_role
from lfjb_desk.services.bringing.asking import QuestionList
from lfjb_desk.services.bringing.columns import RoleBook, column_uses, unknown_columns, with_roles
from lfjb_desk.services.bringing.log_people import People
from lfjb_desk.services.bringing.member_rows import MemberReader, member_entry
from lfjb_desk.services.bringing.names import name_finder
from lfjb_desk.services.bringing.opening import OpenedList, open_list
from lfjb_desk.services.bringing.preview import (
    BroughtPreview,
    BroughtRow,
    OutdatedBringingError,
    RowFate,
)
from lfjb_desk.store.queries.governance import groups as store
from lfjb_desk.store.queries.lookup import found

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime
    from pathlib import Path
    from uuid import UUID

    from lfjb_desk.importers.board_lists.finding import ListTable
    from lfjb_desk.services.bringing.preview import Answers
    from lfjb_desk.store.engine.database import Database

HEADINGS = ("Person", "Organisation", "Post", "Seat", "Office")
MEMBER_ROLES = RoleBook(
    {
        MemberRole.NAME: "The name of a person",
        MemberRole.FIRST_NAME: "The first name",
        MemberRole.SURNAME: "The surname",
        MemberRole.TITLE: "The title before the name",
        MemberRole.BODY: "The organisation",
        MemberRole.POST: "The post there",
        MemberRole.EMAIL: "The e-mail address",
        MemberRole.SEAT: "The seat on the board",
        MemberRole.OFFICE: "The office on the board, such as chair",
        MemberRole.SINCE: "The day from which they sit",
        MemberRole.IGNORED: "Leave this column out",
    },
    main=MemberRole.NAME,
    ignored=MemberRole.IGNORED,
    repeatable=frozenset({MemberRole.IGNORED}),
)


@dataclass(frozen=True)
class MemberSource:
    """An opened list, and for which group on which day it is read."""

    opened: OpenedList
    group_id: UUID
    today: date


@dataclass(frozen=True)
class MemberPreview(BroughtPreview):
    """What a list would give, with what another answer is worked out from."""

    source: MemberSource | None = None


class MembershipService:
    """Reads membership lists, and turns what was settled into a change."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def open(
        self,
        path: Path,
        group_id: UUID,
        today: date,
        cancelled: Callable[[], bool] = lambda: False,
        progress: Callable[[str], None] = lambda _: None,
    ) -> BroughtPreview:
        """Return what a file would give to the seats of a group.

        Raises:
            RuleError: with one plain sentence, when it is not taken.
        """
        opened = open_list(path, cancelled, progress)
        return self._understood(MemberSource(opened, group_id, today), {})

    def answered(self, preview: BroughtPreview, answers: Answers) -> BroughtPreview:
        """Return the preview as it stands with these answers."""
        assert isinstance(preview, MemberPreview)  # noqa: S101 - the kind that `open` gave
        assert preview.source is not None  # noqa: S101 - every opened preview has one
        return self._understood(preview.source, answers)

    def commit(self, preview: BroughtPreview, now: datetime) -> Change:  # noqa: ARG002 - as all
        """Return the one change that keeps what a preview shows as new.

        Raises:
            OutdatedBringingError: when it would be another by what is held now.
            RuleError: when there is nothing to keep.
        """
        again = self.answered(preview, preview.answers)
        assert isinstance(again, MemberPreview)  # noqa: S101 - the kind that `answered` gives
        assert again.source is not None  # noqa: S101 - every opened preview has one
        if again.rows != preview.rows:
            raise OutdatedBringingError(
                "The people or the seats have changed since this preview was made, so it was "
                "worked out again. Look at it, then keep it; nothing was changed."
            )
        if not again.keeps:
            raise RuleError("Nobody would be kept. Answer a question first; nothing was changed.")
        with self._database.session() as session:
            group = found(session, Group, again.source.group_id)
        return Change(again.label, again.edits, subject(group))

    def _understood(self, source: MemberSource, answers: Answers) -> MemberPreview:
        questions = QuestionList(answers, source.today)
        tables, notes = _tables(source.opened)
        settled = with_roles(tables, MEMBER_ROLES, questions)
        with self._database.session() as session:
            people = People(questions, name_finder(session))
            seats = store.seat_rows(session, [(source.group_id, source.today)])
            rows = seats[source.group_id, source.today]
        reader = MemberReader(questions, people, rows, source.group_id, source.today)
        reader.unknown = unknown_columns(settled)
        brought: list[BroughtRow] = []
        for table in settled:
            for row in table.rows:
                entry = member_entry(table, row, source.today)
                if row.kind is ListRowKind.SECTION or entry is None:
                    cells = (row.words(), *[""] * (len(HEADINGS) - 1))
                    brought.append(_without_person(table, row.index, cells))
                else:
                    brought.append(reader.row(entry))
        new = sum(row.fate is RowFate.NEW for row in brought)
        edits: list[Edit] = [
            *(added(body) for body in people.new_bodies.values() if body.id in reader.bodies),
            *reader.edits,
        ]
        return MemberPreview(
            file_name=source.opened.file_name,
            taken_for=f"A membership list with {count(len(brought), 'row')}",
            headings=HEADINGS,
            rows=tuple(brought),
            label=f"Bring in {count(new, 'member')} from {source.opened.file_name}",
            noun="member",
            edits=tuple(edits),
            questions=questions.questions(),
            columns=column_uses(settled, MEMBER_ROLES),
            notes=(*source.opened.notes, *notes),
            answers=dict(answers),
            source=source,
        )


def _without_person(table: ListTable[MemberRole], row: int, cells: tuple[str, ...]) -> BroughtRow:
    """Return a row that names nobody, or of a table of which nobody knows the column of names."""
    roles = {column.role for column in table.columns}
    if roles & {MemberRole.NAME, MemberRole.SURNAME}:
        return BroughtRow(table.place(row), cells, RowFate.LEFT_OUT, "names no person")
    reason = "asked which column holds the names"
    return BroughtRow(table.place(row), cells, RowFate.WAITS, reason)


def _tables(opened: OpenedList) -> tuple[list[ListTable[MemberRole]], list[str]]:
    """Return the tables of a list, and what is to be said of the sheets that were not read."""
    tables: list[ListTable[MemberRole]] = []
    notes: list[str] = []
    for view in opened.sheets:
        if view.grid.hidden:
            notes.append(f"The sheet “{view.grid.sheet}” is hidden, so it was not read.")
            continue
        by_name, by_surname = (
            find_tables(view.grid, member_role, main, MEMBER_KEYS)
            for main in (MemberRole.NAME, MemberRole.SURNAME)
        )
        has_surnames = any(table.main is not None for table in by_surname)
        has_names = any(table.main is not None for table in by_name)
        tables += by_surname if has_surnames and not has_names else by_name
    if not tables:
        raise RuleError(
            f"{opened.file_name} holds no table with headings. Nothing was brought in. "
            "Give its columns headings such as Name, Organisation and Post, and choose it again."
        )
    return [replace(table, number=at) for at, table in enumerate(tables)], notes
