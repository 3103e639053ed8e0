from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from lfjb_desk.analysis.spc.xmr import chart
from lfjb_desk.domain.changes import added, change
from lfjb_desk.domain.governance.groups import Group, GroupKind
from lfjb_desk.domain.meetings.meetings import MeetingState
from lfjb_desk.domain.read_models.figures.status import TargetVerdict
from lfjb_desk.domain.read_models.today import Waiting
from lfjb_desk.services.actions.actions import ActionService
from lfjb_desk.services.collection.collection import CollectService
from lfjb_desk.services.figures.control import DIRECTIONS
from lfjb_desk.services.figures.figures import FigureService
from lfjb_desk.services.meetings.meetings import MeetingService
from lfjb_desk.services.today import TodayService
from lfjb_desk.ui.charts.small_chart import SmallChart
from lfjb_desk.ui.pages.today.page import TodayPage, TodayServices
from lfjb_desk.ui.pages.today.waiting import HOMES
from lfjb_desk.ui.shell.window_commands import NEW_MEETING
from tests.analysis.restating import restated
from tests.ui.pages.hands import press, words

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from lfjb_desk.domain.read_models.figures.series import Series
    from lfjb_desk.store.engine.database import Database
    from lfjb_desk.ui.shell.contract import Desk

ROOT = Path(__file__).parents[3]
Gone = list[tuple[str, str, object]]


@pytest.fixture
def page(qtbot: QtBot, sample_desk: Desk, database: Database) -> TodayPage:
    made = TodayPage(sample_desk, TodayServices(TodayService(database)))
    qtbot.addWidget(made)
    made.resize(1166, 712)
    made.show()
    return made


@pytest.fixture
def gone(page: TodayPage) -> Gone:
    """Where the page has sent the user, in order."""
    places: Gone = []
    page.desk.context.going.connect(lambda *where: places.append(where))
    return places


@pytest.mark.parametrize("wide", [1166, 960, 560])
def test_a_long_name_of_a_file_is_broken_and_every_line_has_its_room(
    qtbot: QtBot, page: TodayPage, wide: int
) -> None:
    page.resize(wide, 712)
    name = "cafcass_care_applications_monthly_2012-2016.csv"
    seat = "Director of Children's Services of Thurrock: seat empty since 4 June 2026, 3 meetings"
    tasks = [Waiting("import", f"Last import: {name}, 7,046 figures added"), Waiting("seat", seat)]
    page.waiting.show_waiting([*tasks, *tasks])
    qtbot.waitUntil(page.waiting.findChildren(QLabel)[-1].isVisible)
    QApplication.processEvents()
    seen: list[QLabel] = page.waiting.findChildren(QLabel)
    heading = page.waiting.heading
    lines = [label for label in seen if label.isVisible() and label.wordWrap()]
    lines = [label for label in lines if label is not heading]
    assert len(lines) == 4
    for line in lines:
        assert line.height() >= line.heightForWidth(line.width())
        assert line.mapTo(page.waiting, line.rect().topRight()).x() < page.waiting.width() - 20
    show: list[QPushButton] = page.waiting.findChildren(QPushButton)
    for button in show:
        corner = button.mapTo(page.waiting, button.rect().topRight())
        assert corner.x() < page.waiting.width()


def judged(series: Series, last: int, better: str) -> Series:
    """Return a series with many periods, the last of which may lie beyond the limits."""
    values = [50, 53, 49, 52, 51, 48, 53, 50, 52, 49, 51, 53, 48, 51, last]
    points = tuple(replace(series.latest, value=Decimal(value)) for value in values)
    polarity = next(one for one, way in DIRECTIONS.items() if way == better)
    measure = series.measure.model_copy(update={"polarity": polarity})
    control = chart(values, direction=better)
    return restated(series, measure=measure, points=points, control=control)


def test_the_next_meeting_stands_first_with_what_it_has_and_lacks(page: TodayPage) -> None:
    told = words(page.meeting)
    assert "Board meeting 24" in told
    assert "Friday 4 December 2026, 10am for 2 hours 30 minutes, Chelmsford" in told
    assert "In 11 days" in told
    assert "Quorum likely" in told
    assert "2 papers to write" in told
    assert "Monday 23 November 2026" in words(page)


def test_every_control_has_a_name(page: TodayPage, unnamed: Callable[[QWidget], list[str]]) -> None:
    assert unnamed(page) == []


def test_the_longest_overdue_action_comes_first_and_only_late_ones_are_listed(
    page: TodayPage,
) -> None:
    rows = page.table.rows_model.rows()
    assert rows[0].days_late == max(one.days_late for one in rows)
    assert all(one.days_late > 0 for one in rows)
    told = words(page.late_card)
    assert f"{len(rows)} actions late" in told
    assert "4 more due soon" in told


def test_an_action_opens_with_enter_and_with_the_mouse(
    qtbot: QtBot, page: TodayPage, gone: Gone
) -> None:
    second = page.table.rows_model.rows()[1]
    page.table.selectRow(1)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    where = page.table.visualRect(page.table.rows_model.index(1, 2)).center()
    qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert gone == [("actions", "action", second.action.id)] * 2


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("All actions", "actions"),
        ("All measures", "performance"),
    ],
)
def test_each_button_leads_to_its_page(
    qtbot: QtBot, page: TodayPage, gone: Gone, name: str, place: str
) -> None:
    press(qtbot, page, name)
    assert gone == [(place, "", None)]


def test_the_agenda_of_the_next_meeting_opens(qtbot: QtBot, page: TodayPage, gone: Gone) -> None:
    press(qtbot, page, "Open the agenda")
    place, kind, key = gone[0]
    assert (place, kind) == ("meetings", "meeting")
    assert key is not None


def test_what_also_waits_leads_to_where_it_is_dealt_with(
    qtbot: QtBot, page: TodayPage, gone: Gone
) -> None:
    assert "seat empty since 4 June 2026" in words(page.waiting)
    assert "Terms of reference: review by 1 February 2027" in words(page.waiting)
    buttons: list[QPushButton] = page.waiting.findChildren(QPushButton)
    shown = [one for one in buttons if one.isVisible()]
    for one in shown:
        qtbot.mouseClick(one, Qt.MouseButton.LeftButton)
    pages = [place for place, _, _ in gone]
    assert pages == ["meetings"] + ["governance"] * 5 + ["papers"] * 2 + ["performance"]
    assert gone[0][1] == "meeting", "what the next meeting decides opens that meeting"
    sent_no_form = {"action_forms"}
    assert set(pages) | sent_no_form == {place for place, _ in HOMES.values()}


def test_a_missed_target_comes_before_what_varies_as_usual_whatever_the_last_import_moved(
    page: TodayPage, database: Database
) -> None:
    area_id = page.desk.context.area_id
    assert area_id is not None
    first, second = FigureService(database).for_area(area_id, page.desk.context.today)
    missed, usual = judged(first, 50, "decrease"), judged(second, 50, "neutral")
    usual = replace(usual, status=replace(usual.status, target=TargetVerdict.NO_TARGET))
    page.signals.show_figures([usual, missed], [usual])
    told = words(page.signals)
    assert told.startswith("Targets missed")
    assert "Target not met by 24 weeks" in told
    assert usual.measure.name not in told, "no change is no signal"
    assert page.signals.everything.text() == "All measures"


def test_every_late_action_is_seen_without_a_scroll_bar_in_the_list(page: TodayPage) -> None:
    QApplication.processEvents()
    table = page.table
    rows = table.rows_model.rowCount()
    assert rows >= 3
    last = table.visualRect(table.rows_model.index(rows - 1, 0))
    assert table.viewport().rect().contains(last)
    assert table.verticalScrollBar().maximum() == 0


def test_returns_that_are_overdue_wait(page: TodayPage, database: Database) -> None:
    area_id = page.desk.context.area_id
    assert area_id is not None
    service = CollectService(database, ROOT / "db" / "reference")
    page.desk.history.do(lambda: service.open(area_id, date(2026, 7, 1), date(2026, 10, 31)))
    assert "overdue since 31 October 2026" in words(page.waiting)
    page.desk.history.stack.undo()
    assert "overdue" not in words(page.waiting)


def test_in_session_the_primary_button_goes_on_minuting(
    qtbot: QtBot, page: TodayPage, database: Database, board: Group, gone: Gone
) -> None:
    service = MeetingService(database)
    coming = service.next(board.id, page.desk.context.today)
    assert coming is not None
    for state in (MeetingState.AGENDA_ISSUED, MeetingState.IN_SESSION):
        page.desk.history.do(partial(service.move_to, coming.meeting.id, state))
    buttons: list[QPushButton] = page.meeting.findChildren(QPushButton)
    primary = [one for one in buttons if one.isVisible() and one.property("kind") == "primary"]
    assert [one.text() for one in primary] == ["Go on minuting"]
    qtbot.mouseClick(primary[0], Qt.MouseButton.LeftButton)
    assert gone == [("meetings", "minutes", coming.meeting.id)]
    page.desk.history.do(partial(service.move_to, coming.meeting.id, MeetingState.MINUTES_DRAFT))
    shown = [one.text() for one in buttons if one.isVisible() and one.property("kind") == "primary"]
    assert shown == ["Add a meeting"], "a meeting that was closed is the next no more"
    assert f"{coming.label}, 4 December 2026: not written yet" in words(page.waiting)


def test_a_figure_without_an_earlier_one_is_set_beside_england_and_its_target(
    qtbot: QtBot, page: TodayPage, gone: Gone
) -> None:
    told = words(page.signals)
    assert "Targets missed" in told
    assert "55 weeks" in told
    assert "55 weeks in the year to March 2024; England 44" in told
    assert "Target not met by 29 weeks" in told
    assert "The target of at most 26 weeks is not met" not in told
    press(qtbot, page, "More about Average length of care and supervision cases")
    assert "The target of at most 26 weeks is not met" in words(page.signals)
    press(qtbot, page, "Less about Average length of care and supervision cases")
    assert "The target of at most 26 weeks is not met" not in words(page.signals)
    press(qtbot, page, "Show Average length of care and supervision cases")
    assert gone[0][:2] == ("performance", "measure")


@pytest.mark.parametrize(
    ("last", "better", "told"),
    [
        (70, "decrease", "up from 51: above the usual range, which is worse"),
        (30, "decrease", "down from 51: below the usual range, which is better"),
        (70, "neutral", "up from 51: above the usual range"),
        (50, "decrease", "down from 51: no more than ordinary ups and downs"),
    ],
)
def test_a_signal_is_told_with_its_direction_and_whether_it_is_welcome(
    page: TodayPage, database: Database, last: int, better: str, told: str
) -> None:
    area_id = page.desk.context.area_id
    assert area_id is not None
    first = FigureService(database).for_area(area_id, page.desk.context.today)[0]
    page.signals.show_figures([judged(first, last, better)], ())
    message = f"{last} weeks, {told}; England 44"
    assert message in words(page.signals).split("\n")
    signalled = "Signals and targets missed" in words(page.signals)
    assert signalled == (last != 50)
    lines: list[SmallChart] = page.signals.findChildren(SmallChart)
    assert lines[-1].accessibleName().endswith(message)


@pytest.mark.parametrize(
    ("before", "told"),
    [
        (50, "55 weeks, up from 50: two figures cannot show a trend"),
        (60, "55 weeks, down from 60: two figures cannot show a trend"),
        (55, "55 weeks, the same as the year before: two figures cannot show a trend"),
    ],
)
def test_too_few_figures_are_not_judged(
    page: TodayPage, database: Database, before: int, told: str
) -> None:
    area_id = page.desk.context.area_id
    assert area_id is not None
    first = FigureService(database).for_area(area_id, page.desk.context.today)[0]
    start, end = date(2022, 4, 1), date(2023, 3, 31)
    year_before = replace(first.latest, start=start, end=end, value=Decimal(before))
    short = restated(
        first,
        points=(year_before, first.latest),
        target=None,
        peer=None,
        control=chart([before, 55], direction="decrease"),
    )
    page.signals.show_figures([short], [short])
    said = words(page.signals)
    assert told in said
    assert "What the last import moved" in said


def test_the_unwelcome_signal_comes_first_and_the_rest_are_a_page_away(
    page: TodayPage, database: Database
) -> None:
    area_id = page.desk.context.area_id
    assert area_id is not None
    first, second = FigureService(database).for_area(area_id, page.desk.context.today)
    good, bad = judged(second, 30, "decrease"), judged(first, 70, "decrease")
    page.signals.show_figures([good, good, good, good, bad], ())
    told = words(page.signals)
    assert told.index("range, which is worse") < told.index("range, which is better")
    assert page.signals.everything.text() == "All 5 measures"


def test_what_has_no_room_among_the_signals_is_counted_and_a_click_away(
    qtbot: QtBot, page: TodayPage, database: Database, gone: Gone
) -> None:
    area_id = page.desk.context.area_id
    assert area_id is not None
    first, second = FigureService(database).for_area(area_id, page.desk.context.today)
    good, bad = judged(second, 30, "decrease"), judged(first, 70, "decrease")
    page.signals.show_figures([bad, bad, bad, bad], ())
    assert "1 more" not in {button.text() for button in seen_buttons(page)}
    page.signals.show_figures([bad, bad, bad, bad, good], ())
    assert "range, which is better" not in words(page.signals)
    press(qtbot, page.signals, "1 more")
    assert gone == [("performance", "", None)]


def seen_buttons(page: TodayPage) -> list[QPushButton]:
    found: list[QPushButton] = page.signals.findChildren(QPushButton)
    return [button for button in found if button.isVisible()]


def test_a_group_with_nothing_yet_is_told_what_to_do_first(
    qtbot: QtBot, page: TodayPage, board: Group, gone: Gone
) -> None:
    new = Group(area_id=board.area_id, name="Listing group", kind=GroupKind.SUB_GROUP)
    page.desk.history.do(lambda: change("Add a group", None, [added(new)]))
    page.desk.context.choose(board.area_id, new.id)
    told = words(page)
    assert "No meeting is planned" in told
    assert "No action late" in told
    assert "No action is late, and none is due soon." in told
    assert not page.table.isVisible()
    asked: list[tuple[str, str]] = []
    page.desk.context.asking.connect(lambda place, errand: asked.append((place, errand)))
    press(qtbot, page, "Add a meeting")
    assert (asked, gone) == ([("meetings", NEW_MEETING)], [])


def test_cards_that_have_nothing_to_show_say_so(page: TodayPage) -> None:
    page.signals.show_figures([], ())
    page.waiting.show_waiting([])
    assert "No figures are held for this area yet" in words(page)
    assert page.signals.everything.text() == "Import figures"
    assert "Nothing else waits." in words(page)


def test_without_a_board_the_page_leads_to_the_welcome(
    qtbot: QtBot, page: TodayPage, gone: Gone
) -> None:
    assert [one.label for one in page.commands()] == [
        "Open the agenda",
        "Write the papers",
        "All actions",
    ]
    page.desk.context.choose(None, None)
    assert "No board is set up yet" in words(page)
    assert not page.meeting.isVisible()
    press(qtbot, page, "Set up a board")
    page.commands()[0].run()
    assert gone == [("welcome", "", None)] * 2


def test_a_closed_action_leaves_the_page_and_undo_brings_it_back(
    page: TodayPage, database: Database
) -> None:
    first = page.table.rows_model.rows()[0].action
    actions, context = ActionService(database), page.desk.context
    page.desk.history.do(
        lambda: actions.close(first.id, "Agreed by all", context.today, context.clock())
    )
    assert first.id not in {one.action.id for one in page.table.rows_model.rows()}
    page.desk.history.stack.undo()
    assert page.table.rows_model.rows()[0].action.id == first.id


def test_the_side_column_goes_under_the_other_in_a_narrow_window(
    qtbot: QtBot, page: TodayPage
) -> None:
    QApplication.processEvents()
    assert page.waiting.mapTo(page, page.waiting.pos()).x() > page.meeting.width()
    page.resize(700, 712)
    qtbot.waitUntil(lambda: page.signals.width() == page.meeting.width())
    assert page.meeting.width() > page.desk.theme.px(500)


def test_the_first_page_loads_without_charts_word_or_data_frames() -> None:
    heavy = "{'pandas', 'pyqtgraph', 'docx', 'lxml', 'numpy'}"
    code = f"import sys; import lfjb_desk.ui.pages.today.page; print({heavy} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
