"""A secretariat's first day on the real window: from the first start to papers read back."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton

from lfjb_desk.services.papers import registry
from lfjb_desk.ui.pages.actions.page import ActionsPage
from lfjb_desk.ui.pages.meetings.page import MeetingsPage
from lfjb_desk.ui.pages.papers.page import PapersPage
from lfjb_desk.ui.pages.performance.dashboard.multiple import Multiple
from lfjb_desk.word.checking.check import check
from lfjb_desk.word.reading.read import ReadParagraph, read
from tests.journey.conftest import PATIENCE

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from lfjb_desk.services.papers.definition import PaperDefinition
    from tests.journey.conftest import Hands

QUARTERS = [f"{year} Q{quarter}" for year in range(2023, 2027) for quarter in range(1, 5)][:14]
LENGTHS = ["55", "54", "56", "53", "52", "[x]", "51", "50", "50", "49", "47", "48", "46", "45"]
DECISION = "Final hearings of five days or more are listed in Ipswich until March."
FIRST, SECOND = "Bring a January listing plan", "Send the list of open cases over 100 weeks"


def figures(folder: Path) -> Path:
    lines = ["area,period,measure,value"]
    pairs = zip(QUARTERS, LENGTHS, strict=True)
    lines += [f"Essex and Suffolk,{period},s31_mean_weeks,{weeks}" for period, weeks in pairs]
    path = folder / "durations.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def words(hands: Hands) -> str:
    hands.settle()
    labels = hands.page.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


def test_from_the_first_start_to_a_board_paper(
    hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_up_a_board(hands)
    import_figures(hands, figures(tmp_path), monkeypatch)
    hold_a_meeting(hands)
    close_one_action_and_think_twice(hands)
    written = write_paper(hands, registry.BOARD_PAPER, tmp_path / "board.docx", monkeypatch)
    for expected in (SECOND, "Tamsin Swallow", "ESST-A-002", "45 weeks", "durations.csv"):
        assert expected in written
    written = write_paper(hands, registry.MINUTES, tmp_path / "minutes.docx", monkeypatch)
    for expected in (DECISION, FIRST, SECOND, "Tamsin Swallow", "96% of sitting days"):
        assert expected in written


def set_up_a_board(hands: Hands) -> None:
    assert hands.page.title == "Welcome to LFJB Desk"
    hands.answer("Set up my board", {"Your area": "Essex and Suffolk"})
    assert hands.page.title == "Governance"
    assert "Essex and Suffolk Local Family Justice Board" in words(hands)
    hands.press("People")
    who = {"Name": "Tamsin Swallow", "Organisation": "HM Courts and Tribunals Service"}
    hands.answer("New person", who)


def import_figures(hands: Hands, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hands.press("Performance")
    desk = hands.window.shell.desk
    monkeypatch.setattr(desk.dialogs, "choose_file", lambda *_: file)
    before = desk.history.stack.count()
    hands.press("Import figures")
    take = f"Take {len(QUARTERS)} figures"
    hands.qtbot.waitUntil(lambda: _offers(hands, take), timeout=PATIENCE)
    hands.press(take)
    hands.qtbot.waitUntil(lambda: desk.history.stack.count() == before + 1, timeout=PATIENCE)
    hands.settle()
    assert "durations.csv" in words(hands), "the import is shown"
    hands.press("Back to the figures")
    cards = [one for one in hands.page.findChildren(Multiple) if one.isVisible()]
    card = next(one for one in cards if "45 weeks" in one.accessibleName())
    hands.qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    assert "durations.csv" in words(hands)


def _offers(hands: Hands, name: str) -> bool:
    buttons = hands.page.findChildren(QPushButton)
    return any(one.isVisible() and name in {one.text(), one.accessibleName()} for one in buttons)


def hold_a_meeting(hands: Hands) -> None:
    hands.press("Meetings")
    when = {"Day": "23 November 2026", "Starts": "10am", "Place": "Chelmsford"}
    hands.answer("New meeting", when)
    assert isinstance(hands.page, MeetingsPage)
    hands.answer("Add an item", {"Item": "Listing and court capacity"})
    hands.press("Issue the agenda")
    hands.press("Open the meeting")
    hands.press("Minutes")
    minute(hands, "Tom said that 96% of sitting days are used.")
    minute(hands, f"/d {DECISION}")
    minute(hands, f"/a {FIRST} @Tamsin Swallow +2w")
    minute(hands, f"/a {SECOND} @Tamsin Swallow +30")
    said = words(hands)
    for expected in (DECISION, FIRST, SECOND, "Tamsin Swallow", "ESST-D-001", "ESST-A-002"):
        assert expected in said


def minute(hands: Hands, text: str) -> None:
    boxes = [one for one in hands.page.findChildren(QPlainTextEdit) if one.isVisible()]
    hands.qtbot.keyClicks(boxes[0], text)
    hands.qtbot.keyClick(boxes[0], Qt.Key.Key_Return)
    hands.settle()


def close_one_action_and_think_twice(hands: Hands) -> None:
    hands.press("Actions")
    assert isinstance(hands.page, ActionsPage)
    assert hands.page.table.rows_model.rowCount() == 2
    hands.answer("Close", {"What came of it": "The plan was agreed by all"})
    assert hands.page.table.rows_model.rowCount() == 1
    hands.keys("Ctrl+Z")
    assert hands.page.table.rows_model.rowCount() == 2
    hands.keys("Ctrl+Y")
    assert hands.page.table.rows_model.rowCount() == 1


def write_paper(
    hands: Hands, kind: PaperDefinition, out: Path, monkeypatch: pytest.MonkeyPatch
) -> str:
    hands.press("Papers")
    desk = hands.window.shell.desk
    monkeypatch.setattr(desk.dialogs, "save_file", lambda *_: out)
    assert isinstance(hands.page, PapersPage)
    hands.page.table.choose(kind)
    before = desk.history.stack.count()
    hands.press("Save as Word")
    hands.qtbot.waitUntil(lambda: desk.history.stack.count() == before + 1, timeout=PATIENCE)
    assert check(out, "OFFICIAL-SENSITIVE") == ()
    return in_words(out)


def in_words(paper: Path) -> str:
    """Return all the words of a paper, as a member reads them."""
    lines: list[str] = []
    for one in read(paper):
        lines += [one.text] if isinstance(one, ReadParagraph) else chain.from_iterable(one.rows)
    return "\n".join(lines)
