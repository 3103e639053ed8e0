"""What a screen reader is given of every page and form: names, and the order of reading."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget

from lfjb_desk.ui.look.theme import Look
from lfjb_desk.ui.questions import FormDialog
from tests.app.conftest import TODAY
from tests.app.test_sizes import SMALL, WALK, forms_of, sample_window, settle
from tests.ui.conftest import unnamed_controls
from tests.ui.pages.tour import turn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import pytest
    from PySide6.QtGui import QAccessibleInterface
    from pytestqt.qtbot import QtBot

    from lfjb_desk.app.environment import Environment
    from lfjb_desk.ui.shell.main_window import MainWindow

GRIDS = frozenset({QAccessible.Role.Table, QAccessible.Role.Tree, QAccessible.Role.List})
"""What has a name of its own, and cells that have theirs from their rows."""
MOST_STOPS = 60
"""More presses of Tab than any form has fields."""


def spoken(interface: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """Yield everything that a screen reader can walk to, the cells of tables apart."""
    yield interface
    if interface.role() in GRIDS:
        return
    for place in range(interface.childCount()):
        child = interface.child(place)
        if child.isValid():
            yield from spoken(child)


def nameless(window: QWidget) -> list[str]:
    """Return what can have the focus and is in sight, and has no name."""
    found = []
    for each in spoken(QAccessible.queryAccessibleInterface(window)):
        state = each.state()
        if state.focusable and not (state.invisible or state.disabled):
            name = each.text(QAccessible.Text.Name).strip()
            widget = each.object()
            if not name and isinstance(widget, QWidget) and unnamed_controls(widget):
                found.append(f"{each.role().name}: {type(widget).__name__}")
    return found


def test_every_control_of_every_page_has_a_name(
    qtbot: QtBot, where: Environment, open_desk: Callable[[Environment], MainWindow]
) -> None:
    window = sample_window(where, open_desk)
    window.resize(*SMALL)
    walked, found = 0, {}
    for key, view in WALK:
        page = window.shell.open_page(key)
        assert page is not None
        turn(qtbot, page, view)
        settle()
        walked += sum(1 for _ in spoken(QAccessible.queryAccessibleInterface(window)))
        if wrong := nameless(window):
            found[f"{key} {view}"] = wrong
    assert walked > len(WALK) * 30, "the walk reaches into the pages"
    assert found == {}


def tab_stops(qtbot: QtBot, dialog: FormDialog[Any]) -> list[QWidget]:
    """Return what has the focus after each press of Tab, until the first one has it again."""
    stops: list[QWidget] = []
    for _ in range(MOST_STOPS):
        now = QApplication.focusWidget()
        assert now is not None, "the form has the focus"
        if now in stops:
            return stops
        stops.append(now)
        qtbot.keyClick(dialog.windowHandle(), Qt.Key.Key_Tab)
    raise AssertionError(f"Tab never comes back in {dialog.windowTitle()}")


def backwards(dialog: QWidget, stops: list[QWidget]) -> list[str]:
    """Return the stops that stand above the one before them, as the eye reads the form."""
    tops = [stop.mapTo(dialog, QPoint(0, stop.height() // 2)).y() for stop in stops]
    return [
        stop.accessibleName()
        for stop, before, top in zip(stops[1:], tops, tops[1:], strict=False)
        if top < before - stop.height() // 2
    ]


def test_tab_walks_every_form_in_the_order_of_reading(
    qtbot: QtBot,
    where: Environment,
    open_desk: Callable[[Environment], MainWindow],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    window = sample_window(where, open_desk)
    window.resize(*SMALL)
    theme = window.shell.desk.theme
    theme.apply(Look.LIGHT)
    found: dict[str, list[str]] = {}
    walked = 0
    for form in forms_of(qtbot, window, monkeypatch):
        dialog: FormDialog[Any] = FormDialog(form, theme, TODAY, lambda _: "", window)
        dialog.open()
        with qtbot.waitActive(dialog):
            dialog.activateWindow()
        stops = tab_stops(qtbot, dialog)
        walked += len(stops)
        wrong = backwards(dialog, stops) + unnamed_controls(dialog)
        if wrong:
            found[form.title] = wrong
        dialog.reject()
        dialog.deleteLater()
    assert walked > 100
    assert found == {}
