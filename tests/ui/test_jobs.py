from __future__ import annotations

import gc
from threading import Event, current_thread, main_thread
from typing import TYPE_CHECKING

from lfjb_desk.domain.changes import RuleError
from lfjb_desk.ui.jobs import Cancelled, JobHandle, carry_out

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from lfjb_desk.ui.jobs import Jobs


def test_work_runs_beside_the_window_and_answers_on_its_thread(qtbot: QtBot, jobs: Jobs) -> None:
    seen: list[bool] = []

    def work(handle: JobHandle) -> bool:
        return current_thread() is main_thread()

    def ready(on_window_thread: bool) -> None:  # noqa: FBT001 - the answer of the work
        seen.extend((on_window_thread, current_thread() is main_thread()))

    jobs.run(work, ready)
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [False, True]


def test_a_failure_nobody_listens_for_is_said_in_one_sentence(qtbot: QtBot, jobs: Jobs) -> None:
    def refused(handle: JobHandle) -> None:
        raise RuleError("This file is empty. Nothing was changed; choose another.")

    def broken(handle: JobHandle) -> None:
        raise ZeroDivisionError

    with qtbot.waitSignal(jobs.failed) as heard:
        jobs.run(refused, lambda _result: None)
    assert heard.args == ["This file is empty. Nothing was changed; choose another."]
    with qtbot.waitSignal(jobs.failed) as heard:
        jobs.run(broken, lambda _result: None)
    assert heard.args == ["That did not work (ZeroDivisionError). Nothing was changed; try again."]


def test_a_page_may_handle_a_failure_itself(qtbot: QtBot, jobs: Jobs) -> None:
    seen: list[Exception] = []

    def broken(handle: JobHandle) -> None:
        raise ZeroDivisionError

    jobs.run(broken, lambda _result: None, seen.append)
    qtbot.waitUntil(lambda: bool(seen))
    assert isinstance(seen[0], ZeroDivisionError)


def test_cancelled_work_stops_at_its_next_check_and_says_so(qtbot: QtBot, jobs: Jobs) -> None:
    begun, go_on = Event(), Event()
    seen: list[str] = []

    def work(handle: JobHandle) -> str:
        begun.set()
        go_on.wait(10)
        handle.check()
        return "finished"

    handle = jobs.run(work, seen.append, cancelled=lambda: seen.append("cancelled"))
    assert begun.wait(10)
    handle.cancel()
    go_on.set()
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == ["cancelled"]
    assert jobs.running() == ()


def test_work_that_takes_longer_than_a_moment_is_shown_with_its_progress(
    qtbot: QtBot, jobs: Jobs
) -> None:
    go_on = Event()

    def work(handle: JobHandle) -> None:
        go_on.wait(10)
        handle.advance("Reading the file", 0.5)

    with qtbot.waitSignal(jobs.slow) as shown:
        handle = jobs.run(work, lambda _result: None, label="Import figures")
    assert shown.args == [handle]
    assert handle.label == "Import figures"
    with qtbot.waitSignal(handle.advanced) as heard:
        go_on.set()
    assert heard.args == ["Reading the file", 0.5]
    qtbot.waitUntil(lambda: jobs.running() == ())


def test_closing_cancels_what_runs_and_waits_for_it(qtbot: QtBot, jobs: Jobs) -> None:
    ended: list[str] = []

    def work(handle: JobHandle) -> None:
        while not handle.is_cancelled():
            pass
        ended.append("stopped")

    jobs.run(work, lambda _result: None)
    jobs.wait()
    assert ended in ([], ["stopped"]), "work that never began has nothing to stop"
    qtbot.waitUntil(lambda: jobs.running() == ())


def test_the_outcome_of_work_is_sent_whatever_it_is(qtbot: QtBot, jobs: Jobs) -> None:
    handle = JobHandle("Count", jobs)
    with qtbot.waitSignal(handle._succeeded) as heard:
        carry_out(lambda _one: 42, handle)
    assert heard.args == [42]
    handle.cancel()
    with qtbot.waitSignal(handle._failed) as heard:
        carry_out(lambda _one: 42, handle)
    assert heard.args is not None
    assert isinstance(heard.args[0], Cancelled)


def test_the_collector_rests_while_work_runs(qtbot: QtBot, jobs: Jobs) -> None:
    resting: list[bool] = []
    jobs.run(lambda _: gc.isenabled(), resting.append)
    jobs.run(lambda _: gc.isenabled(), resting.append)
    qtbot.waitUntil(lambda: len(resting) == 2)
    assert resting == [False, False]
    assert gc.isenabled()
