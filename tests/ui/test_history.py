from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from lfjb_desk.domain.changes import Change, RuleError, added, change, edited
from lfjb_desk.domain.governance.people import Organisation, OrganisationKind
from lfjb_desk.ui.history import History

if TYPE_CHECKING:
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from lfjb_desk.store.engine.database import Database
    from lfjb_desk.ui.jobs import JobHandle, Jobs


@pytest.fixture
def history(database: Database, jobs: Jobs) -> History:
    return History(database.apply, jobs)


@pytest.fixture
def body() -> Organisation:
    return Organisation(name="Northwick Council", kind=next(iter(OrganisationKind)))


def name_of(database: Database, key: UUID) -> str | None:
    with database.session() as session:
        row = session.get(Organisation, key)
        return None if row is None else row.name


def test_what_is_done_can_be_undone_and_done_again(
    history: History, database: Database, body: Organisation
) -> None:
    assert history.do(lambda: change("Add Northwick", None, [added(body)]))
    assert name_of(database, body.id) == "Northwick Council"
    assert history.stack.undoText() == "Add Northwick"
    history.stack.undo()
    assert name_of(database, body.id) is None
    history.stack.redo()
    assert name_of(database, body.id) == "Northwick Council"
    assert [record.label for record in database.history()][:3] == [
        "Again: Add Northwick",
        "Undo: Add Northwick",
        "Add Northwick",
    ]


def test_what_went_out_to_others_is_not_undone_nor_what_it_rests_on(
    history: History, database: Database, body: Organisation
) -> None:
    history.do(lambda: change("Add Northwick", None, [added(body)]))
    sent = change("Send it out", None, [edited(body, name="Northwick")])
    assert history.do(lambda: replace(sent, lasting=True))
    assert not history.stack.canUndo()
    now = body.model_copy(update={"name": "Northwick"})
    assert history.do(lambda: change("Name it", None, [edited(now, name="Northwick Town")]))
    history.stack.undo()
    assert not history.stack.canUndo()
    assert name_of(database, body.id) == "Northwick"


def test_every_write_is_told_with_its_change(
    qtbot: QtBot, history: History, body: Organisation
) -> None:
    with qtbot.waitSignal(history.changed) as heard:
        history.do(lambda: change("Add Northwick", None, [added(body)]))
    assert heard.args is not None
    assert heard.args[0].label == "Add Northwick"
    with qtbot.waitSignal(history.changed):
        history.stack.undo()


def refuse() -> Change:
    raise RuleError("The chair has left. Nothing was changed; choose another.")


def test_a_refusal_is_said_and_nothing_is_remembered(qtbot: QtBot, history: History) -> None:
    with qtbot.waitSignal(history.refused) as heard:
        assert not history.do(refuse)
    assert heard.args == ["The chair has left. Nothing was changed; choose another."]
    assert history.attempt(refuse).startswith("The chair has left.")
    assert history.stack.count() == 0


def test_an_undo_that_someone_else_made_impossible_leaves_the_stack(
    qtbot: QtBot, history: History, database: Database, body: Organisation
) -> None:
    history.do(lambda: change("Add Northwick", None, [added(body)]))
    history.do(lambda: change("Rename", None, [edited(body, name="Northwick")]))
    with database.session() as session:
        row = session.get_one(Organisation, body.id)
    database.apply(change("Elsewhere", None, [edited(row, name="Southwick")]))
    with qtbot.waitSignal(history.refused):
        history.stack.undo()
    assert name_of(database, body.id) == "Southwick"
    assert history.stack.count() == 1, "the dead step is gone"


def test_a_redo_that_is_refused_leaves_the_stack(
    qtbot: QtBot, history: History, database: Database, body: Organisation
) -> None:
    adding = change("Add Northwick", None, [added(body)])
    history.do(lambda: adding)
    history.stack.undo()
    database.apply(adding)
    with qtbot.waitSignal(history.refused):
        history.stack.redo()
    assert not history.stack.canRedo()


def test_a_slow_wish_is_written_beside_the_window_and_can_be_undone(
    qtbot: QtBot, history: History, database: Database, body: Organisation
) -> None:
    lines: list[str] = []
    with qtbot.waitSignal(history.changed):
        history.do_slowly(
            "Import",
            lambda _handle: change("Import", None, [added(body)]),
            lambda _one: lines.append("done"),
        )
    assert lines == ["done"]
    history.stack.undo()
    assert name_of(database, body.id) is None


def test_other_writes_wait_while_a_slow_one_runs(
    qtbot: QtBot, history: History, body: Organisation
) -> None:
    history.do_slowly("Import", lambda _handle: change("Import", None, [added(body)]))
    said = history.attempt(refuse)
    assert "“Import” is still being written" in said
    with qtbot.waitSignal(history.refused):
        history.do_slowly("Another", lambda _handle: refuse())
    with qtbot.waitSignal(history.changed):
        pass
    assert history.stack.count() == 1
    assert history.attempt(refuse).startswith("The chair")


def test_a_slow_wish_that_is_refused_is_said_and_frees_the_way(
    qtbot: QtBot, history: History, jobs: Jobs
) -> None:
    with qtbot.waitSignal(jobs.failed) as heard:
        history.do_slowly("Import", lambda _handle: refuse())
    assert heard.args == ["The chair has left. Nothing was changed; choose another."]
    assert history.attempt(refuse).startswith("The chair")


def test_a_slow_wish_that_is_cancelled_writes_nothing(
    qtbot: QtBot, history: History, jobs: Jobs, database: Database, body: Organisation
) -> None:
    def command(handle: JobHandle) -> Change:
        handle.cancel()
        return change("Import", None, [added(body)])

    history.do_slowly("Import", command)
    qtbot.waitUntil(lambda: jobs.running() == ())
    assert name_of(database, body.id) is None
    assert history.stack.count() == 0
    assert history.attempt(refuse).startswith("The chair"), "the way is free again"
