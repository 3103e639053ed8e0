from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QWidget

from lfjb_desk.ui.widgets.flow import Flow

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_what_has_no_room_in_a_line_goes_on_in_the_next(qtbot: QtBot) -> None:
    holder, flow = QWidget(), Flow(gap=10)
    qtbot.addWidget(holder)
    holder.setLayout(flow)
    parts = [QWidget() for _ in range(5)]
    for part in parts:
        part.setFixedSize(100, 30)
        flow.addWidget(part)
    assert flow.sizeHint().width() == 540
    assert flow.minimumSize().width() == 100
    assert [flow.heightForWidth(width) for width in (540, 539, 210, 50)] == [30, 70, 110, 190]

    holder.resize(330, 200)
    holder.show()
    QApplication.processEvents()
    corners = [part.pos().toTuple() for part in parts]
    assert corners == [(0, 0), (110, 0), (220, 0), (0, 40), (110, 40)]

    assert flow.itemAt(5) is None
    taken = flow.takeAt(0)
    assert taken is not None
    assert taken.widget() is parts[0]
    assert flow.takeAt(9) is None
    assert flow.count() == 4
