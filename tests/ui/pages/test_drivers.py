from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from lfjb_desk.analysis.spc.xmr import chart
from lfjb_desk.domain.drivers import Stage
from lfjb_desk.domain.read_models.drivers import DriverView
from lfjb_desk.services.actions.actions import ActionService
from lfjb_desk.services.drivers.drivers import DriverService
from lfjb_desk.services.drivers.library import LibraryService
from lfjb_desk.services.drivers.projects import ProjectService
from lfjb_desk.services.figures.figures import FigureService
from lfjb_desk.services.governance.people import PeopleService
from lfjb_desk.services.meetings.decisions import DecisionService
from lfjb_desk.services.meetings.meetings import MeetingService
from lfjb_desk.ui.look.theme import StatusTone
from lfjb_desk.ui.pages.drivers.page import DriversPage
from lfjb_desk.ui.pages.drivers.panel import StopBox
from lfjb_desk.ui.pages.drivers.services import DriversServices
from lfjb_desk.ui.pages.drivers.stops import stops
from lfjb_desk.ui.pages.drivers.table import OpenDriver, measure_cell
from lfjb_desk.ui.widgets.reference import Reference
from tests.analysis.restating import restated
from tests.ui.pages.hands import carry_out, menu_of_row, press, undo, words

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from lfjb_desk.store.engine.database import Database
    from lfjb_desk.ui.shell.contract import Desk
    from tests.ui.conftest import Scripted


@pytest.fixture
def page(qtbot: QtBot, sample_desk: Desk, database: Database) -> DriversPage:
    services = DriversServices(
        drivers=DriverService(database),
        projects=ProjectService(database),
        library=LibraryService(database),
        figures=FigureService(database),
        actions=ActionService(database),
        decisions=DecisionService(database),
        meetings=MeetingService(database),
        people=PeopleService(database),
    )
    made = DriversPage(sample_desk, services)
    qtbot.addWidget(made)
    made.resize(1166, 712)
    made.show()
    return made


def views(page: DriversPage) -> list[DriverView]:
    return [line for line in page.table.rows_model.rows() if isinstance(line, DriverView)]


def chosen(page: DriversPage) -> DriverView:
    view = page.table.current_view()
    assert view is not None
    return next(one for one in views(page) if one.driver.id == view.driver.id)


def pick(page: DriversPage, menu: str, starts: str) -> None:
    """Choose an entry of one of the menus of the chosen driver."""
    entries = dict(page.record_commands.menus(chosen(page)))[menu]
    next(entry for entry in entries if entry.label.startswith(starts)).run()


def opened(page: DriversPage) -> UUID | None:
    return page.table.open_id


def test_the_ten_drivers_stand_in_order_of_severity_and_the_first_is_open(
    page: DriversPage,
) -> None:
    shown = views(page)
    assert len(shown) == 10
    assert [one.severity for one in shown] == sorted((one.severity for one in shown), reverse=True)
    assert opened(page) == shown[0].driver.id
    row = page.table.rows_model.index(0, 2)
    assert row.data() == shown[0].severity_word.capitalize()
    seen = words(page.table)
    for head in ("Driver", "Measure", "Actions", "Decision", "Paper"):
        assert head in seen


def test_every_control_has_a_name(
    page: DriversPage, unnamed: Callable[[QWidget], list[str]]
) -> None:
    assert unnamed(page) == []
    page._turn("matrix")
    assert unnamed(page) == []


def test_the_arrows_walk_past_the_open_row_open_and_close(qtbot: QtBot, page: DriversPage) -> None:
    first, second = views(page)[:2]
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    assert chosen(page).driver.id == second.driver.id
    qtbot.keyClick(page.table, Qt.Key.Key_Right)
    assert opened(page) == second.driver.id
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert opened(page) is None
    qtbot.keyClick(page.table, Qt.Key.Key_Up)
    assert chosen(page).driver.id == first.driver.id
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert opened(page) == first.driver.id
    qtbot.keyClick(page.table, Qt.Key.Key_Left)
    assert opened(page) is None
    last = views(page)[-1]
    page.table.open_driver(last.driver.id)
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    assert chosen(page).driver.id == last.driver.id
    assert not isinstance(page.table.current_row(), OpenDriver)


def test_only_the_open_row_is_higher_than_the_others(page: DriversPage) -> None:
    for view in (views(page)[4], views(page)[-1], views(page)[1]):
        page.table.open_driver(view.driver.id)
        lines = page.table.rows_model.rows()
        heights = {
            page.table.rowHeight(at)
            for at, line in enumerate(lines)
            if isinstance(line, DriverView)
        }
        assert heights == {page.table.verticalHeader().defaultSectionSize()}
        under = next(at for at, line in enumerate(lines) if isinstance(line, OpenDriver))
        assert page.table.rowHeight(under) > max(heights)
    page.table.open_driver(None)
    assert page.table.rowHeight(1) == page.table.rowHeight(2)


def test_a_click_on_the_arrow_of_a_row_opens_it(qtbot: QtBot, page: DriversPage) -> None:
    page.table.open_driver(None)
    at = page.table.rows_model.index(2, 0)
    spot = page.table.visualRect(at).center()
    qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert opened(page) == views(page)[2].driver.id
    assert "▾" in page.table.rows_model.index(2, 0).data()


def test_each_stop_of_the_line_leads_to_its_page(qtbot: QtBot, page: DriversPage) -> None:
    gone: list[tuple[str, str, UUID | None]] = []
    page.desk.context.going.connect(lambda *where: gone.append(where))
    view = next(one for one in views(page) if one.measures and one.open and one.decisions)
    assert page._coming is not None
    meeting = page._coming.meeting
    page.table.open_driver(view.driver.id)
    QApplication.processEvents()
    boxes: list[StopBox] = [b for b in page.table.findChildren(StopBox) if b.isVisible()]
    for box in boxes[1:]:
        box.click()
    assert gone == [
        ("performance", "measure", view.measures[0].measure.id),
        ("actions", "action", view.open[0].action.id),
        ("governance", "decision", view.decisions[0].id),
        ("papers", "drivers", meeting.id),
    ]


def test_a_measure_of_too_few_figures_is_called_that_as_on_performance(page: DriversPage) -> None:
    view = next(one for one in views(page) if one.measures and one.measures[0].now)
    held = view.measures[0]
    assert held.series is not None
    risen = [50, 52, 55]
    points = tuple(replace(held.series.points[-1], value=Decimal(value)) for value in risen)
    few = restated(
        held.series,
        points=points,
        aims=held.series.aims[-1:] * 3,
        control=chart(risen, direction="decrease"),
    )
    shown = replace(view, measures=(replace(held, series=few),))
    cell = measure_cell(shown)
    assert cell.trend is not None
    told = ("Too few to judge", StatusTone.SAME)
    assert (cell.text, cell.tone, len(cell.trend.values)) == (*told, 3)
    stop = stops(shown, None, page.desk.context.today)[1]
    assert (stop.note, stop.tone) == told


def test_a_measure_with_limits_shows_its_signal(page: DriversPage) -> None:
    view = next(one for one in views(page) if one.measures and one.measures[0].now)
    held = view.measures[0]
    assert held.series is not None
    figures = [50, 52, 49, 51, 50, 53, 48, 51, *[42, 44, 41, 43] * 3]
    point, aim = held.series.points[-1], held.series.aims[-1]
    lowered = restated(
        held.series,
        control=chart(figures, direction="decrease"),
        points=tuple(replace(point, value=Decimal(value)) for value in figures),
        aims=(aim,) * len(figures),
    )
    judged = replace(held, series=lowered)
    cell = measure_cell(replace(view, measures=(judged,)))
    assert (cell.text, cell.tone) == ("Low, better", StatusTone.FALLING_WELL)


def test_gaps_are_said_plainly(page: DriversPage) -> None:
    view = next(one for one in views(page) if one.gaps)
    page.table.open_driver(view.driver.id)
    for gap in view.gaps:
        assert gap.sentence in words(page.table)


def test_a_judgement_is_shown_and_undo_takes_it_back(
    qtbot: QtBot, page: DriversPage, dialogs: Scripted
) -> None:
    last = views(page)[-1]
    page.table.open_driver(last.driver.id)
    dialogs.forms.append({"severity": 5, "rationale": "Plans change after the issues hearing"})
    press(qtbot, page, "Judge severity…")
    assert chosen(page).severity == 5
    assert "Plans change after the issues hearing" in words(page.table)
    undo(page)
    assert chosen(page).severity == last.severity


def test_a_judgement_without_a_day_is_refused_in_the_form(
    qtbot: QtBot, page: DriversPage, dialogs: Scripted
) -> None:
    dialogs.forms.append({"severity": 3, "judged_on": None})
    press(qtbot, page, "Judge severity…")
    assert "on which day" in dialogs.refusals[0]


def test_a_measure_is_linked_given_a_baseline_and_unlinked(
    page: DriversPage, dialogs: Scripted
) -> None:
    before = chosen(page)
    linked = {one.measure.id for one in before.measures}
    free = next(one for one in page._ask.figures.measures() if one.id not in linked)
    dialogs.forms.append({"measure_id": free.id})
    pick(page, "Measures", "Link a measure")
    assert free.id in {one.measure.id for one in chosen(page).measures}
    dialogs.forms.append({"baseline_start": date(2024, 1, 1)})
    pick(page, "Measures", f"Baseline of {free.name}")
    assert page.desk.history.stack.undoText().startswith("Change the baseline")
    pick(page, "Measures", f"Unlink {free.name}")
    assert free.id not in {one.measure.id for one in chosen(page).measures}
    undo(page)
    assert free.id in {one.measure.id for one in chosen(page).measures}


def test_an_action_is_linked_and_unlinked(page: DriversPage, dialogs: Scripted) -> None:
    other = next(one for one in views(page)[1:] if one.open).open[0].action
    dialogs.forms.append({"action_id": other.id})
    pick(page, "Actions", "Link an action")
    assert other.id in {one.action.id for one in chosen(page).actions}
    pick(page, "Actions", f"Unlink {other.ref}")
    assert other.id not in {one.action.id for one in chosen(page).actions}
    undo(page)
    assert other.id in {one.action.id for one in chosen(page).actions}


def test_a_decision_is_linked_and_unlinked(page: DriversPage, dialogs: Scripted) -> None:
    view = next(one for one in views(page) if len(one.decisions) == 1)
    on_all = view.decisions[0]
    page.table.open_driver(view.driver.id)
    assert "The severity of the ten drivers is set" in words(page.table)
    entries = dict(page.record_commands.menus(chosen(page)))["Decisions"]
    assert f"Unlink {on_all.ref}" not in str([entry.label for entry in entries])
    assert page.desk.context.area_id is not None
    decision = page._ask.decisions.rows(page.desk.context.area_id)[0].decision
    dialogs.forms.append({"decision_id": decision.id})
    pick(page, "Decisions", "Link a decision")
    assert {one.id for one in chosen(page).decisions} == {decision.id, on_all.id}
    pick(page, "Decisions", f"Unlink {decision.ref}")
    assert [one.id for one in chosen(page).decisions] == [on_all.id]


def test_a_project_is_added_changed_moved_on_and_removed(
    page: DriversPage, dialogs: Scripted
) -> None:
    before = len(chosen(page).projects)
    dialogs.forms += [
        {"title": "Joint training day", "ends": date(2027, 3, 1), "expected": "Fewer challenges"},
        {"title": "Joint training days"},
    ]
    pick(page, "Projects", "New project")
    assert "Project: Joint training day, proposed, to 1 March 2027." in words(page.table)
    pick(page, "Projects", "Change Joint training day")
    pick(page, "Projects", "Joint training days: under way")
    line = next(one for one in chosen(page).projects if one.project.title == "Joint training days")
    assert line.project.stage is Stage.UNDER_WAY
    pick(page, "Projects", "Remove Joint training days")
    assert len(chosen(page).projects) == before
    undo(page)
    assert len(chosen(page).projects) == before + 1


def test_all_that_is_said_of_a_driver_can_be_taken_back(page: DriversPage) -> None:
    view = chosen(page)
    pick(page, "More", "Take back")
    cleared = next(one for one in views(page) if one.driver.id == view.driver.id)
    assert cleared.severity == 0
    undo(page)
    assert chosen(page).severity == view.severity


def test_a_driver_without_links_offers_to_make_them(
    qtbot: QtBot, page: DriversPage, dialogs: Scripted
) -> None:
    pick(page, "More", "Take back")
    page.table.open_driver(views(page)[-1].driver.id)
    box = next(b for b in page.table.findChildren(StopBox) if "None linked" in b.accessibleName())
    measure = page._ask.figures.measures()[0]
    dialogs.forms.append({"measure_id": measure.id})
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton)
    assert [one.measure.id for one in chosen(page).measures] == [measure.id]


def test_what_changed_is_told_since_the_last_meeting_and_opens_what_it_names(
    qtbot: QtBot, page: DriversPage
) -> None:
    gone: list[tuple[str, str, UUID | None]] = []
    page.desk.context.going.connect(lambda *where: gone.append(where))
    press(qtbot, page, "What changed")
    assert "Since Board meeting" in page._under.text()
    lines = page.changed.rows_model.rows()
    told = [event for view in views(page) for event in view.changed]
    assert [line.event for line in lines] == told
    page.changed.setFocus()
    for index, line in enumerate(lines):
        page.changed.selectRow(index)
        qtbot.keyClick(page.changed, Qt.Key.Key_Return)
        where, _, key = gone[-1]
        is_action = line.event.ref.startswith("ESST-A-")
        assert line.event.ref in page.changed.rows_model.index(index, 1).data() or not is_action
        assert (where == "actions") == is_action
        assert key == (line.event.record_id if is_action else key)
    assert "Show its driver" in menu_of_row(page.changed)
    carry_out(page, "Show its driver", lines[-1].event.ref)
    assert gone[-1] == ("drivers", "driver", lines[-1].driver.id)


def test_every_measure_of_a_driver_opens_its_own_page(qtbot: QtBot, page: DriversPage) -> None:
    gone: list[tuple[str, str, UUID | None]] = []
    page.desk.context.going.connect(lambda *where: gone.append(where))
    view = max(views(page), key=lambda each: len(each.measures))
    page.table.open_driver(view.driver.id)
    QApplication.processEvents()
    for line in view.measures:
        references: list[Reference] = page.table.findChildren(Reference)
        name = next(each for each in references if each.text() == line.name and each.isVisible())
        qtbot.keyClick(name, Qt.Key.Key_Return)
        pick(page, "Measures", f"Go to {line.measure.name}")
        assert gone[-2:] == [("performance", "measure", line.measure.id)] * 2


def test_the_map_says_present_absent_or_not_stated_in_words(
    qtbot: QtBot, page: DriversPage
) -> None:
    press(qtbot, page, "Initiatives by driver")
    assert page.matrix is not None
    model = page.matrix.rows_model
    assert (model.rowCount(), model.columnCount()) == (33, 11)
    said = [model.index(row, column).data() for row in range(33) for column in range(1, 11)]
    assert set(said) == {"Present", "Absent", "Not stated"}
    assert len(said) - said.count("Not stated") == 60
    press(qtbot, page, "Back to the drivers")
    assert page.table.isVisible()


def test_without_an_area_the_page_says_what_to_do_first(
    qtbot: QtBot, page: DriversPage, dialogs: Scripted
) -> None:
    area_id = page.desk.context.area_id
    refused: list[str] = []
    page.desk.notices.refused.connect(refused.append)
    page.desk.context.choose(None, None)
    assert "No area is chosen" in words(page)
    press(qtbot, page, "Judge severity…")
    assert "Choose an area" in refused[0]
    page.desk.context.choose(area_id, None)
    assert len(views(page)) == 10
    press(qtbot, page, "What changed")
    assert "No meeting has been held yet" in words(page)


def test_the_commands_of_the_page_do_what_they_say(page: DriversPage, dialogs: Scripted) -> None:
    asking = ("Judge severity…", "Link a measure…", "Link an action…", "New project…")
    dialogs.forms += [{}] * len(asking)
    for label in asking:
        carry_out(page, label)
    assert len(dialogs.asked) == len(asking)
    for view in ("Initiatives by driver", "What changed", "Drivers by severity"):
        carry_out(page, view)
    assert page.view == "drivers"
