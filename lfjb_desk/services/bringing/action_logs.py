"""Bringing in an action log: a table of actions from Excel, text or Word, as one change."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lfjb_desk.domain.actions import CLOSED, Action, ActionUpdate
from lfjb_desk.domain.changes import Change, Edit, RuleError, added, subject
from lfjb_desk.domain.drivers import Driver
from lfjb_desk.domain.formatting import count, fold, listed
from lfjb_desk.domain.governance.groups import Group
from lfjb_desk.domain.places import DfjArea
from lfjb_desk.domain.read_models.meetings.meetings import meeting_label
from lfjb_desk.importers.board_lists.finding import ListRowKind, find_tables
from lfjb_desk.importers.board_lists.roles import KEY_ROLES, LogRole, log_role
from lfjb_desk.services.bringing.asking import QuestionList
from lfjb_desk.services.bringing.columns import column_uses, unknown_columns, with_roles
from lfjb_desk.services.bringing.log_columns import LOG_ROLES
from lfjb_desk.services.bringing.log_days import LogDays
from lfjb_desk.services.bringing.log_entries import entry
from lfjb_desk.services.bringing.log_people import People
from lfjb_desk.services.bringing.log_rows import LogReader, PlannedAction, row_of
from lfjb_desk.services.bringing.names import name_finder
from lfjb_desk.services.bringing.opening import OpenedList, open_list
from lfjb_desk.services.bringing.preview import (
    LEAVE_OUT,
    AnswerChoice,
    BroughtPreview,
    BroughtRow,
    OutdatedBringingError,
    RowFate,
)
from lfjb_desk.services.rules import next_ref
from lfjb_desk.store.queries import actions as store
from lfjb_desk.store.queries import meetings as meeting_store
from lfjb_desk.store.queries.lookup import everything, found

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date, datetime
    from pathlib import Path
    from uuid import UUID

    from lfjb_desk.importers.board_lists.finding import ListRow, ListTable
    from lfjb_desk.importers.mapping.sheets import SheetView
    from lfjb_desk.services.bringing.log_entries import LogEntry
    from lfjb_desk.services.bringing.preview import Answers
    from lfjb_desk.store.engine.database import Database

HEADINGS = ("Action", "Owner", "Accountable body", "Due", "Status")
ENTRIES, HEADS, BRING = "entries", "headings", "bring"
MEETINGS_OFFERED = 6


@dataclass(frozen=True)
class LogSource:
    """An opened log, and for which group on which day it is read."""

    opened: OpenedList
    group_id: UUID
    today: date


@dataclass(frozen=True)
class LogPreview(BroughtPreview):
    """What a log would give, with what another answer is worked out from."""

    source: LogSource | None = None
    planned: tuple[PlannedAction, ...] = ()
    people: People | None = None


class ActionLogService:
    """Reads action logs, and turns what was settled into a change."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def open(
        self,
        path: Path,
        group_id: UUID,
        today: date,
        cancelled: Callable[[], bool] = lambda: False,
        progress: Callable[[str], None] = lambda _: None,
    ) -> LogPreview:
        """Return what a file would give to the log of a group.

        Raises:
            RuleError: with one plain sentence, when it is not taken.
        """
        opened = open_list(path, cancelled, progress)
        return self._understood(LogSource(opened, group_id, today), {})

    def answered(self, preview: BroughtPreview, answers: Answers) -> LogPreview:
        """Return the preview as it stands with these answers."""
        assert isinstance(preview, LogPreview)  # noqa: S101 - the kind that `open` gave
        assert preview.source is not None  # noqa: S101 - every opened preview has one
        return self._understood(preview.source, answers)

    def commit(self, preview: BroughtPreview, now: datetime) -> Change:
        """Return the one change that keeps what a preview shows as new.

        Raises:
            OutdatedBringingError: when it would be another by what is held now.
            RuleError: when there is nothing to keep.
        """
        again = self.answered(preview, preview.answers)
        if again.rows != preview.rows:
            raise OutdatedBringingError(
                "The log or the people have changed since this preview was made, so it was "
                "worked out again. Look at it, then keep it; nothing was changed."
            )
        kept = [
            action
            for action, row in zip(again.planned, again.rows, strict=False)
            if row.fate is RowFate.NEW
        ]
        assert again.source is not None  # noqa: S101 - as above
        assert again.people is not None  # noqa: S101 - as above
        if not kept:
            raise RuleError(
                "No action would be kept. Answer a question first; nothing was changed."
            )
        edits = [*_new_names(again.people, kept), *self._actions(again.source, kept, now)]
        group = self._group(again.source.group_id)
        return Change(again.label, tuple(edits), subject(group))

    def _group(self, group_id: UUID) -> Group:
        with self._database.session() as session:
            return found(session, Group, group_id)

    def _actions(
        self, source: LogSource, kept: Iterable[PlannedAction], now: datetime
    ) -> Iterator[Edit]:
        with self._database.session() as session:
            area = found(session, DfjArea, found(session, Group, source.group_id).area_id)
            stem = f"{area.code}-A-"
            refs = list(store.refs(session, stem))
        for planned in kept:
            ref = next_ref(stem, refs)
            refs = [ref]  # the highest, after which the next is counted
            action = _action(planned, source.group_id, ref)
            yield added(action)
            yield from map(added, _history(planned, action, source.opened.file_name, now))

    def _understood(self, source: LogSource, answers: Answers) -> LogPreview:
        questions = QuestionList(answers, source.today)
        tables, notes = _tables(source.opened)
        settled = with_roles((table for table, _ in tables), LOG_ROLES, questions)
        pairs = [(table, view) for table, (_, view) in zip(settled, tables, strict=True)]
        entries: list[LogEntry] = []
        others: list[BroughtRow] = []
        for table, view in pairs:
            for row in table.rows:
                _sort_out(table, row, view, questions, source.today, entries, others)
        days = LogDays(questions, entries, self._meetings(source), source.today)
        with self._database.session() as session:
            people = People(questions, name_finder(session))
            reader = LogReader(questions, days, people, everything(session, Driver))
            present = {
                (fold(" ".join(action.title.split())), action.owner_id): action.ref
                for action in everything(session, Action)
                if action.group_id == source.group_id
            }
        planned = tuple(reader.planned(each, source.today) for each in entries)
        rows = (*_fates(planned, present, unknown_columns(settled)), *others)
        new = sum(row.fate is RowFate.NEW for row in rows)
        return LogPreview(
            file_name=source.opened.file_name,
            taken_for=f"An action log with {count(len(planned), 'action')}",
            headings=HEADINGS,
            rows=rows,
            label=f"Bring in {count(new, 'action')} from {source.opened.file_name}",
            noun="action",
            questions=questions.questions(),
            columns=column_uses(settled, LOG_ROLES),
            notes=(*source.opened.notes, *notes),
            answers=dict(answers),
            source=source,
            planned=planned,
            people=people,
        )

    def _meetings(self, source: LogSource) -> list[tuple[date, str]]:
        """Return the meetings of the group about today, those to come first."""
        with self._database.session() as session:
            group = found(session, Group, source.group_id)
            meetings = meeting_store.of_group(session, source.group_id)
        named = [(each.held_on, meeting_label(group, each)) for each in meetings]
        coming = sorted(each for each in named if each[0] >= source.today)
        past = sorted((each for each in named if each[0] < source.today), reverse=True)
        return [*coming[:2], *past][:MEETINGS_OFFERED]


def _tables(
    opened: OpenedList,
) -> tuple[list[tuple[ListTable[LogRole], SheetView]], list[str]]:
    """Return the tables of a log, each with its sheet, and what is to be said of the others."""
    pairs: list[tuple[ListTable[LogRole], SheetView]] = []
    notes: list[str] = []
    for view in opened.sheets:
        if view.grid.hidden:
            notes.append(f"The sheet “{view.grid.sheet}” is hidden, so it was not read.")
            continue
        tables = find_tables(view.grid, log_role, LogRole.ACTION, KEY_ROLES)
        pairs += [(table, view) for table in tables]
    if any(table.main is not None for table, _ in pairs):
        notes += [
            f"“{table.sheet}” has no column of actions, so it was passed by."
            for table, _ in pairs
            if table.main is None
        ]
        pairs = [pair for pair in pairs if pair[0].main is not None]
    if not pairs:
        raise RuleError(
            f"{opened.file_name} holds no table with headings. Nothing was brought in. "
            "Give its columns headings such as Action, Owner and Due, and choose it again."
        )
    return [(replace(table, number=at), view) for at, (table, view) in enumerate(pairs)], notes


def _sort_out(
    table: ListTable[LogRole],
    row: ListRow,
    view: SheetView,
    questions: QuestionList,
    today: date,
    entries: list[LogEntry],
    others: list[BroughtRow],
) -> None:
    """Put a row to the actions, or to those left out with the reason."""
    fate, reason = _why_not(table, row, view, questions)
    if fate is RowFate.NEW:
        entries.append(entry(table, row, view, today))
        return
    cells = (row.words(), *[""] * (len(HEADINGS) - 1))
    others.append(BroughtRow(table.place(row.index), cells, fate, reason))


def _why_not(
    table: ListTable[LogRole], row: ListRow, view: SheetView, questions: QuestionList
) -> tuple[RowFate, str]:
    """Return what becomes of a row, and why where it is none of the actions."""
    if table.main is None:
        return RowFate.WAITS, "asked which column holds the actions"
    if row.index in view.hidden_rows:
        answer = questions.ask(
            f"hidden|{table.sheet}",
            "Some rows are hidden in the file. Bring them in too?",
            table.place(row.index),
            lambda: (
                AnswerChoice(BRING, "Bring them in too"),
                AnswerChoice(LEAVE_OUT, "Leave them out"),
            ),
        )
        if answer != BRING:
            return _by_answer(answer, "hidden", "hidden in the file")
    if row.kind is ListRowKind.ALONE:
        answer = questions.ask(
            f"alone|{table.number}",
            "Some rows have words for an action and nothing else. What are they?",
            f"{table.place(row.index)}: {row.words()}",
            lambda: (
                AnswerChoice(HEADS, "Headings over other rows"),
                AnswerChoice(ENTRIES, "Actions"),
            ),
        )
        if answer != ENTRIES:
            return _by_answer(answer, "words and nothing else", "a heading")
    if row.kind is ListRowKind.SECTION:
        return RowFate.LEFT_OUT, "a heading or a note"
    if row.kind in {ListRowKind.ENTRY, ListRowKind.ALONE} and table.main in row.cells:
        return RowFate.NEW, ""
    return RowFate.LEFT_OUT, "names no action"


def _by_answer(answer: str | None, about: str, reason: str) -> tuple[RowFate, str]:
    """Return that a row waits for an answer, or that it is left out by one."""
    if answer is None:
        return RowFate.WAITS, f"asked about: {about}"
    return RowFate.LEFT_OUT, reason


def _fates(
    planned: Iterable[PlannedAction],
    present: dict[tuple[str, UUID | None], str],
    unknown: str,
) -> Iterator[BroughtRow]:
    seen: dict[tuple[str, UUID | None, date | None], str] = {}
    for action in planned:
        if action.open:
            yield row_of(action, RowFate.WAITS, f"asked about: {listed(action.open)}")
        elif unknown:
            yield row_of(action, RowFate.WAITS, unknown)
        elif action.key in present:
            yield row_of(action, RowFate.PRESENT, f"it is {present[action.key]} already")
        elif (*action.key, action.due.day) in seen:
            where = seen[*action.key, action.due.day]
            yield row_of(action, RowFate.LEFT_OUT, f"the same as in {where}")
        else:
            seen[*action.key, action.due.day] = action.entry.place
            yield row_of(action, RowFate.NEW, "")


def _new_names(people: People, kept: Iterable[PlannedAction]) -> Iterator[Edit]:
    """Yield the edits that add the people and bodies which the kept actions need."""
    actions = list(kept)
    owners = {action.owner.id for action in actions}
    new = [person for person in people.new_people.values() if person.id in owners]
    bodies = {action.body.id for action in actions} | {person.organisation_id for person in new}
    yield from (added(body) for body in people.new_bodies.values() if body.id in bodies)
    yield from map(added, new)


def _action(planned: PlannedAction, group_id: UUID, ref: str) -> Action:
    due, raised, status = planned.due.day, planned.raised.day, planned.status
    assert due is not None  # noqa: S101 - an action that lacks one waits
    assert raised is not None  # noqa: S101 - the same
    assert status is not None  # noqa: S101 - the same
    return Action(
        ref=ref,
        group_id=group_id,
        title=planned.title,
        owner_id=planned.owner.id,
        accountable_id=planned.body.id,
        driver_id=planned.driver_id,
        raised_on=raised,
        original_due=max(planned.original_due or due, raised),
        due=due,
        status=status,
        closed_on=planned.closed.day if status in CLOSED else None,
    )


def _history(
    planned: PlannedAction, action: Action, file_name: str, now: datetime
) -> Iterator[ActionUpdate]:
    """Yield the first line of an action's history: whence it came, and what the file said."""
    entry_words = planned.entry
    parts = [f"Brought in from {file_name}, {entry_words.place}"]
    if action.title != entry_words.title:
        parts.append(f"in full: {entry_words.title}")
    if entry_words.owner and entry_words.owner != planned.owner.name:
        parts.append(f"owner there: {entry_words.owner}")
    if entry_words.due.words and entry_words.due.day is None:
        parts.append(f"due there: {entry_words.due.words}")
    parts += [f"{name} there: {words}" for name, words in entry_words.words]
    moved = action.original_due != action.due
    yield ActionUpdate(
        action_id=action.id,
        noted_at=now,
        text=f"{'. '.join(parts)}.",
        agreed_by=f"as moved in {file_name}" if moved else "",
        due_before=action.original_due if moved else None,
        due_after=action.due if moved else None,
    )
