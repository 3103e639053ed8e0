"""The organisations page names the authorities of the area, and lets the board add one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.ui.pages.hands import press, undo, words

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from lfjb_desk.ui.pages.governance.page import GovernancePage
    from lfjb_desk.ui.pages.performance.page import PerformancePage
    from tests.ui.conftest import Scripted


def test_an_authority_is_added_to_the_area_and_taken_out_again(
    qtbot: QtBot,
    governance_page: GovernancePage,
    performance_page: PerformancePage,
    dialogs: Scripted,
) -> None:
    page, area_id = governance_page, governance_page.desk.context.area_id
    assert area_id is not None
    page.turn("bodies")
    assert "Camden" not in words(page)
    camden = next(
        each for each in page.bodies.ask.authorities.outside(area_id) if each.name == "Camden"
    )
    dialogs.forms.append({"authority_id": camden.id, "source": "Board meeting 23"})
    press(qtbot, page, "Add an authority to the area…")
    assert "Camden was added by the board." in words(page)
    performance_page.renew()
    assert "Camden" in {place.name for place in performance_page.choice.offered}
    press(qtbot, page, "Take Camden out of the area")
    assert "Camden" not in words(page.bodies.authorities)
    undo(page)
    assert "Camden was added by the board." in words(page)
