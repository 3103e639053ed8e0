"""Made logs of many habits: each cell is right or asked about, and none silently wrong."""

from collections import Counter
from collections.abc import Callable

import pytest

from lfjb_desk.services.bringing.action_logs import LogPreview
from lfjb_desk.services.bringing.log_rows import PlannedAction
from tests.services.bringing.habits.making import DOUBT, Habit, Truth
from tests.services.bringing.habits.texts import TEXTS
from tests.services.bringing.habits.workbooks import WORKBOOKS

HABITS = tuple(make() for make in (*WORKBOOKS, *TEXTS))
LEAST_HABITS = 30
LEAST_RIGHT = 0.9
"""Of the cells that a machine can know: to ask about everything is no reading."""


def judged(planned: PlannedAction, truth: Truth) -> dict[str, str]:
    """Return for owner, day and status whether it is right, asked or wrong."""
    found: dict[str, tuple[object, object]] = {
        "owner": (DOUBT if planned.owner.open else planned.owner.name, truth.owner),
        "due date": (DOUBT if planned.due.open else planned.due.day, truth.due),
        "status": (DOUBT if planned.status is None else planned.status, truth.status),
    }
    verdict = {}
    for name, (read, true) in found.items():
        if read is DOUBT:
            verdict[name] = "asked" if true is DOUBT else "asked needlessly"
        else:
            verdict[name] = "right" if read == true else f"wrong: {read} for {true}"
    return verdict


@pytest.mark.parametrize("habit", HABITS, ids=[habit.name for habit in HABITS])
def test_each_cell_of_a_habit_is_right_or_asked(
    habit: Habit, open_log: Callable[[str, bytes], LogPreview]
) -> None:
    preview = open_log(f"log{habit.ending}", habit.data)

    truths = {truth.title: truth for truth in habit.truth}
    read = {planned.title: planned for planned in preview.planned}
    waiting = " ".join(row.cells[0] for row in preview.rows if row.fate.value.startswith("waits"))
    missing = [title for title in truths if title not in read and title not in waiting]
    assert (missing, sorted(set(read) - set(truths))) == ([], [])
    counted = Counter(
        verdict.split(":")[0] if not verdict.startswith("wrong") else verdict
        for title, planned in read.items()
        for verdict in judged(planned, truths[title]).values()
    )
    assert not [verdict for verdict in counted if verdict.startswith("wrong")], counted
    knowable = counted["right"] + counted["asked needlessly"]
    assert counted["right"] >= LEAST_RIGHT * knowable, counted


def test_there_are_enough_habits() -> None:
    assert len({habit.name for habit in HABITS}) == len(HABITS) >= LEAST_HABITS
