"""How a measure is charted in a place: rules, baseline, steps, and what stands beside."""

from datetime import date
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from lfjb_desk.domain.actions import Action, ActionStatus
from lfjb_desk.domain.changes import RuleError
from lfjb_desk.domain.drivers import AreaDriver, Driver, DriverMeasure, Project
from lfjb_desk.domain.places import PlaceKind
from lfjb_desk.domain.read_models.figures.control import LimitsStatus, PointType
from lfjb_desk.services.figures.control import RULES, ControlService, step_points
from lfjb_desk.services.figures.figures import FigureService
from tests.services.figures.quarterly import STEADY, measure, quarterly, snapshot, write

if TYPE_CHECKING:
    from lfjb_desk.domain.read_models.figures.series import Series
    from tests.services.conftest import Board

TODAY = date(2026, 11, 23)
WEEKS = measure()
FILE = snapshot()


@pytest.fixture
def control(board: "Board") -> ControlService:
    figures = quarterly(WEEKS.id, FILE.id, [*STEADY, 61, 60, 62, 64])
    write(board.database, WEEKS, FILE, *figures)
    return ControlService(board.database)


def series(board: "Board") -> "Series":
    found = FigureService(board.database).series(WEEKS.id, PlaceKind.AREA, "ESST", TODAY)
    assert found is not None
    return found


def test_figures_are_judged_by_the_usual_rules_until_a_board_says_otherwise(
    board: "Board", control: ControlService
) -> None:
    plan = control.plan(WEEKS.id, PlaceKind.AREA, "ESST")
    chart = series(board).control
    assert (plan.rules, plan.fix_after, plan.screen_outliers) == ("NHS-R 0.2.2", None, True)
    assert chart is not None
    assert (chart.rules, chart.direction, len(chart.points)) == ("NHS-R 0.2.2", "decrease", 16)
    assert chart.signal is not None
    assert chart.point_type[chart.signal.at] is PointType.CONCERN


def test_other_rules_and_a_baseline_are_kept_and_used_and_undone(
    board: "Board", control: ControlService
) -> None:
    spot = (WEEKS.id, PlaceKind.AREA, "ESST")
    first = control.set_plan(*spot, rules=RULES[1], fix_after=12, screen_outliers=False)
    board.round_trip(first)
    chart = series(board).control
    assert chart is not None
    assert (chart.rules, chart.mean[0]) == ("Making Data Count 2023", 50.5)
    assert chart.flagged == 4
    board.round_trip(control.set_plan(*spot, rules=RULES[2], fix_after=None, screen_outliers=False))
    plan = control.plan(*spot)
    assert (plan.rules, plan.fix_after) == ("NHSI SQL 2019", None)
    other = control.plan(WEEKS.id, PlaceKind.AREA, "KENT")
    assert other.rules == "NHS-R 0.2.2"


def test_a_plan_by_rules_that_this_version_does_not_know_falls_back_to_the_usual(
    board: "Board", control: ControlService
) -> None:
    plan = control.plan(WEEKS.id, PlaceKind.AREA, "ESST")
    plan.rules = "Rules of 2031"
    write(board.database, plan)
    chart = series(board).control
    assert chart is not None
    assert chart.rules == "NHS-R 0.2.2"


@pytest.mark.parametrize(
    ("rules", "fix_after", "said"),
    [
        ("Ours", None, "There is no rule set “Ours”"),
        ("NHS-R 0.2.2", 11, "A baseline needs at least 12 points"),
    ],
)
def test_unknown_rules_and_short_baselines_are_refused(
    control: ControlService, rules: str, fix_after: int | None, said: str
) -> None:
    with pytest.raises(RuleError, match=said):
        control.set_plan(
            WEEKS.id, PlaceKind.AREA, "ESST", rules=rules, fix_after=fix_after, screen_outliers=True
        )


def test_a_step_begins_new_limits_and_says_why_and_what_stands_behind(
    board: "Board", control: ControlService
) -> None:
    action = Action(
        ref="ESST-A-001",
        group_id=board.group,
        title="List issues hearings earlier",
        raised_on=date(2022, 6, 1),
        original_due=date(2022, 12, 1),
        due=date(2022, 12, 1),
    )
    project = Project(area_id=board.area, title="Early advice")
    write(board.database, action, project)
    spot = (WEEKS.id, PlaceKind.AREA, "ESST")
    reason = "The court moved to a new list."
    step = control.add_step(*spot, date(2022, 12, 15), f" {reason} ", action.id, project.id)
    board.round_trip(step)
    held = control.steps(*spot)
    assert [(one.starts, one.reason) for one in held] == [(date(2022, 12, 15), reason)]
    shown = series(board)
    assert shown.steps[0].behind == "ESST-A-001 List issues hearings earlier; Early advice"
    assert shown.control is not None
    assert shown.control.rebase_group == (0,) * 12 + (1,) * 4
    assert shown.control.limits is LimitsStatus.TOO_FEW
    assert shown.control.flagged == 0
    board.round_trip(control.change_step(held[0].id, action_id=None, reason="A new list."))
    assert series(board).steps[0].behind == "Early advice"
    board.round_trip(control.remove_step(held[0].id))
    assert series(board).steps == ()


def test_a_step_needs_a_reason_a_free_day_and_an_action_that_is_there(
    board: "Board", control: ControlService
) -> None:
    spot = (WEEKS.id, PlaceKind.AREA, "ESST")
    day = date(2023, 1, 1)
    with pytest.raises(RuleError, match="The reason for the step is empty"):
        control.add_step(*spot, day, "  ")
    with pytest.raises(RuleError, match="This action is no longer there"):
        control.add_step(*spot, day, "New list", action_id=uuid4())
    with pytest.raises(RuleError, match="This project is no longer there"):
        control.add_step(*spot, day, "New list", project_id=uuid4())
    board.write(control.add_step(*spot, day, "New list"))
    board.write(control.add_step(*spot, date(2021, 1, 1), "Other list"))
    with pytest.raises(RuleError, match="There is a step on 1 January 2023 already"):
        control.add_step(*spot, day, "Once more")
    earlier = control.steps(*spot)[0]
    with pytest.raises(RuleError, match="There is a step on 1 January 2023 already"):
        control.change_step(earlier.id, starts=day)
    with pytest.raises(RuleError, match="The reason for the step is empty"):
        control.change_step(earlier.id, reason="")


def test_a_step_before_or_after_all_figures_changes_nothing() -> None:
    starts = [date(2026, 1, 1), date(2026, 4, 1), date(2026, 7, 1)]
    assert step_points(starts, [date(2025, 1, 1), date(2026, 1, 1), date(2027, 1, 1)]) == ()
    assert step_points(starts, [date(2026, 5, 1), date(2026, 2, 1), date(2026, 3, 1)]) == (2, 3)


def test_a_marker_is_a_gap_in_the_chart(board: "Board", control: ControlService) -> None:
    write(board.database, *quarterly(WEEKS.id, FILE.id, ["[c]", 70], first=16))
    shown = series(board)
    assert shown.control is not None
    assert shown.points[16].marker == "[c]"
    assert shown.control.values[16] is None
    assert shown.control.values[17] == 70
    assert shown.control.signal is not None
    assert shown.control.signal.at == 17


def test_actions_closed_while_the_figures_ran_stand_beside_them(
    board: "Board", control: ControlService
) -> None:
    driver = Driver(number=1, code="listing", name="Listing", summary="", source="invented")
    here = AreaDriver(area_id=board.area, driver_id=driver.id)
    actions = [
        Action(
            ref=f"ESST-A-00{number}",
            group_id=board.group,
            title="Set listing targets",
            driver_id=driver.id,
            raised_on=date(2021, 1, 1),
            original_due=date(2021, 6, 1),
            due=date(2021, 6, 1),
            status=status,
            closed_on=closed,
        )
        for number, status, closed in (
            (1, ActionStatus.DONE, date(2022, 5, 4)),
            (2, ActionStatus.DONE, date(2021, 5, 4)),
            (3, ActionStatus.DONE, date(2019, 5, 4)),
            (4, ActionStatus.DROPPED, date(2022, 5, 4)),
            (5, ActionStatus.OPEN, None),
        )
    ]
    link = DriverMeasure(area_driver_id=here.id, measure_id=WEEKS.id)
    write(board.database, driver, here, link, *actions)
    marks = series(board).marks
    assert [(mark.ref, mark.closed) for mark in marks] == [
        ("ESST-A-002", date(2021, 5, 4)),
        ("ESST-A-001", date(2022, 5, 4)),
    ]


def test_markers_alone_make_no_chart(board: "Board", control: ControlService) -> None:
    marked = quarterly(WEEKS.id, FILE.id, ["[c]", "[c]"], place_code="KENT")
    write(board.database, *marked)
    shown = FigureService(board.database).series(WEEKS.id, PlaceKind.AREA, "KENT", TODAY)
    assert shown is not None
    assert [point.marker for point in shown.points] == ["[c]", "[c]"]
    assert shown.control is None
