"""What is being done about an action, as the action log prints it."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

from lfjb_desk.domain.actions import Action, ActionStatus
from lfjb_desk.domain.read_models.actions import ActionRow
from lfjb_desk.papers.parts.action_tables import narrow_table, wide_table

TODAY = date(2026, 11, 23)


def row(status: ActionStatus, blocked_by: str = "") -> ActionRow:
    action = Action(
        ref="ESST-A-001",
        group_id=uuid4(),
        title="Publish the rota",
        raised_on=date(2026, 3, 12),
        original_due=date(2026, 10, 12),
        due=date(2026, 10, 12),
        status=status,
        blocked_by=blocked_by,
    )
    return ActionRow(
        action=action,
        group="Board",
        owner="Helen Marsh",
        body="Suffolk Council",
        driver="",
        meeting="",
        meeting_on=None,
        decision="",
        standing=action.standing(TODAY),
        days_late=action.days_late(TODAY),
        days_to_due=-42,
        times_moved=0,
        last_update=None,
    )


def test_both_tables_say_under_the_title_what_is_being_done() -> None:
    rows = [
        row(ActionStatus.BLOCKED, "a listing officer"),
        row(ActionStatus.IN_PROGRESS),
        row(ActionStatus.OPEN),
    ]
    titles = [
        "Publish the rota\nBlocked: waits for a listing officer",
        "Publish the rota\nIn progress",
        "Publish the rota",
    ]
    for table in (wide_table("Late", "Late", rows, TODAY), narrow_table("Late", rows, TODAY)):
        assert [line[1] for line in table.rows] == titles
