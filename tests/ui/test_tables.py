from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QMenu, QStyleOptionViewItem

from lfjb_desk.ui.charts.data import LineData
from lfjb_desk.ui.commands import BoundCommand
from lfjb_desk.ui.look.theme import StatusTone
from lfjb_desk.ui.tables.row_table import RowTable
from lfjb_desk.ui.tables.tables import (
    CELL_ROLE,
    LATE_ROLE,
    ROW_ROLE,
    SORT_ROLE,
    Cell,
    Column,
    ColumnNeed,
    RowTableModel,
    share_out,
)

if TYPE_CHECKING:
    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot

    from lfjb_desk.ui.look.icons import Icons
    from lfjb_desk.ui.look.theme import ActiveTheme


@dataclass(frozen=True)
class Task:
    id: int
    title: str
    owner: str
    days_late: int | None


TASKS = [
    Task(1, "Agree one meaning per date", "Helen Marsh", 42),
    Task(2, "Publish the duty rota", "Tom Aldous", None),
    Task(3, "Report expert instructions", "Ruth Pemberton", 17),
]


def status(task: Task) -> Cell:
    if task.days_late is None:
        return Cell("On time", tone=StatusTone.OPEN)
    return Cell(f"{task.days_late} days late", tone=StatusTone.LATE)


COLUMNS = (
    Column(heading="Status", cell=status, sort=lambda task: task.days_late),
    Column[Task](heading="Action", cell=lambda task: Cell(task.title, task.owner), stretch=True),
    Column[Task](
        heading="Trend", cell=lambda _task: Cell("Falling", trend=LineData((3, None, 2, 1)))
    ),
    Column[Task](heading="Severity", cell=lambda _task: Cell("High", severity=4)),
    Column[Task](heading="Days", cell=lambda task: str(task.days_late or ""), right=True),
)


def is_late(task: Task) -> bool:
    return task.days_late is not None


@pytest.fixture
def table(qtbot: QtBot, theme: ActiveTheme, icons: Icons) -> RowTable[Task]:
    made: RowTable[Task] = RowTable(theme, icons, "Actions", COLUMNS, late=is_late)
    qtbot.addWidget(made)
    made.resize(900, 400)
    made.set_rows(TASKS)
    made.show()
    return made


def test_the_model_keeps_the_rules_of_qt(qtmodeltester: ModelTester) -> None:
    model = RowTableModel(COLUMNS, late=is_late)
    model.set_rows(TASKS)
    qtmodeltester.check(model)
    model.sort(0, Qt.SortOrder.DescendingOrder)
    qtmodeltester.check(model)


def test_a_cell_is_read_out_as_a_whole_sentence() -> None:
    model = RowTableModel(COLUMNS, late=is_late)
    model.set_rows(TASKS)
    assert model.index(0, 0).data() == "42 days late"
    assert model.index(0, 1).data() == "Agree one meaning per date, Helen Marsh"
    assert model.index(0, 1).data(CELL_ROLE).under == "Helen Marsh"
    assert model.index(1, 0).data(ROW_ROLE) is TASKS[1]
    assert model.index(1, 0).data(LATE_ROLE) is False
    assert model.index(0, 0).data(SORT_ROLE) == 42
    assert model.data(QModelIndex()) is None
    assert model.index(0, 0).data(Qt.ItemDataRole.DecorationRole) is None


def test_figures_stand_at_the_right_under_their_heading() -> None:
    model = RowTableModel(COLUMNS)
    model.set_rows(TASKS)
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    alignment = Qt.ItemDataRole.TextAlignmentRole
    across = Qt.Orientation.Horizontal
    assert Qt.AlignmentFlag(model.index(0, 4).data(alignment)) == right
    assert model.headerData(4, across, alignment) == right
    assert model.headerData(0, across) == "Status"
    assert model.headerData(9, across) is None
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert model.headerData(0, across, Qt.ItemDataRole.DecorationRole) is None


@pytest.mark.parametrize("order", list(Qt.SortOrder))
def test_rows_without_a_value_come_last_in_either_order(order: Qt.SortOrder) -> None:
    model = RowTableModel(COLUMNS)
    model.set_rows(TASKS)
    model.sort(0, order)
    assert model.rows()[-1] is TASKS[1]
    model.set_rows(TASKS)
    assert model.rows()[-1] is TASKS[1], "rows shown afresh keep the order asked for"
    model.sort(99, order)
    assert model.rows()[-1] is TASKS[1]


def test_a_column_without_a_sort_key_sorts_by_its_words() -> None:
    model = RowTableModel(COLUMNS)
    model.set_rows(TASKS)
    model.sort(1, Qt.SortOrder.DescendingOrder)
    assert [task.id for task in model.rows()] == [3, 2, 1]


def test_the_chosen_row_stays_chosen_when_rows_are_shown_afresh(table: RowTable[Task]) -> None:
    assert table.choose(3)
    table.set_rows([TASKS[2], TASKS[0]])
    assert table.current_row() is TASKS[2]
    table.set_rows([TASKS[0], TASKS[1]])
    assert table.current_row() is TASKS[0], "its neighbour takes over when it is gone"
    assert not table.choose(99)
    table.set_rows([])
    assert table.current_key() is None


def test_the_page_hears_which_row_is_chosen(qtbot: QtBot, table: RowTable[Task]) -> None:
    with qtbot.waitSignal(table.chosen) as heard:
        table.choose(2)
    assert heard.args == [TASKS[1]]


def test_enter_and_a_double_click_open_the_row(qtbot: QtBot, table: RowTable[Task]) -> None:
    table.choose(2)
    with qtbot.waitSignal(table.opened) as heard:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert heard.args == [TASKS[1]]
    where = table.visualRect(table.model().index(0, 1)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=where)
    with qtbot.waitSignal(table.opened) as heard:
        qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert heard.args == [TASKS[0]]


def test_home_and_end_lead_to_the_first_and_last_row(qtbot: QtBot, table: RowTable[Task]) -> None:
    qtbot.keyClick(table, Qt.Key.Key_End)
    assert table.current_row() is TASKS[2]
    qtbot.keyClick(table, Qt.Key.Key_Home)
    assert table.current_row() is TASKS[0]
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert table.current_row() is TASKS[1]


def test_enter_on_an_empty_table_opens_nothing(qtbot: QtBot, table: RowTable[Task]) -> None:
    table.set_rows([])
    heard: list[object] = []
    table.opened.connect(heard.append)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Menu):
        qtbot.keyClick(table, key)
    assert heard == []


def test_the_ring_is_round_the_row_while_the_table_has_the_focus(
    qtbot: QtBot, table: RowTable[Task], theme: ActiveTheme
) -> None:
    table.choose(1)
    table.setFocus()
    qtbot.waitUntil(table.hasFocus)
    edge = table.visualRect(table.model().index(0, 1))
    picture = table.viewport().grab().toImage()
    seen = {picture.pixelColor(edge.center().x(), edge.top() + n).name() for n in range(3)}
    assert theme.colour("focus").name() in seen


def test_the_menu_key_offers_what_can_be_done_with_the_row(
    qtbot: QtBot, theme: ActiveTheme, icons: Icons
) -> None:
    close = BoundCommand("Close", lambda: None)
    table: RowTable[Task] = RowTable(
        theme, icons, "Actions", COLUMNS, commands_for=lambda _task: [close], sortable=False
    )
    qtbot.addWidget(table)
    table.set_rows(TASKS)
    table.show()
    table.choose(1)
    qtbot.keyClick(table, Qt.Key.Key_Menu)
    menu = table.findChild(QMenu)
    assert menu is not None
    assert [action.text() for action in menu.actions()] == ["Close"]
    menu.close()


def test_a_cut_cell_says_its_whole_words_in_a_tooltip(table: RowTable[Task]) -> None:
    index = table.model().index(0, 1)
    option = QStyleOptionViewItem()
    option.rect = table.visualRect(index)
    event = QHelpEvent(QHelpEvent.Type.ToolTip, QPoint(5, 5), QPoint(5, 5))
    delegate = table._delegate
    assert delegate.helpEvent(event, table, option, index)
    assert not delegate.helpEvent(event, table, option, QModelIndex())
    assert (
        delegate.sizeHint(option, index).height()
        > delegate.sizeHint(option, table.model().index(0, 0)).height()
    )
    assert delegate.sizeHint(option, QModelIndex()).isEmpty()


def test_ten_thousand_rows_are_shown_sorted_and_kept(table: RowTable[Task]) -> None:
    many = [Task(n, f"Action {n}", "Helen Marsh", n % 90 or None) for n in range(10_000)]
    table.set_rows(many)
    table.choose(9_999)
    table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    assert table.rows_model.rows()[0].days_late == 89
    assert table.current_key() == 9_999
    table.set_rows(many[5_000:])
    assert table.current_key() == 9_999
    assert not table.grab().isNull()


def test_every_kind_of_cell_is_painted_in_both_themes(table: RowTable[Task]) -> None:
    light = table.grab().toImage()
    assert light.pixelColor(3, 60) != light.pixelColor(450, 5), "the late bar stands at the left"


STATE, TITLE = ColumnNeed(120, 120, is_firm=True), ColumnNeed(340, 340, stretches=True)
OWNER, DUE = ColumnNeed(210, 130), ColumnNeed(150, 150, is_firm=True)
COUNT = ColumnNeed(90, 90, is_firm=True, is_extra=True)


@pytest.mark.parametrize(
    ("width", "expected"),
    [
        pytest.param(1000, [120, 430, 210, 150, 90], id="what stretches takes what is left"),
        pytest.param(850, [120, 340, 150, 150, 90], id="quieter words give way to titles"),
        pytest.param(800, [120, 310, 130, 150, 90], id="until only first lines are left"),
        pytest.param(680, [120, 280, 130, 150, None], id="then an extra column is left out"),
        pytest.param(560, [120, 160, 130, 150, None], id="then titles are cut"),
        pytest.param(470, [120, 100, 100, 150, None], id="then other words"),
        pytest.param(430, [120, 100, 88, 122, None], id="days and states last"),
    ],
)
def test_words_are_cut_in_their_order_where_there_is_little_room(
    width: int, expected: list[int | None]
) -> None:
    widths = share_out((STATE, TITLE, OWNER, DUE, COUNT), width, stretch=200, title=100, column=88)

    assert [widths.get(place) for place in range(5)] == expected
