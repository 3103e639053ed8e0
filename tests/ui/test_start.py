"""What a start may cost, told by what has been imported, never by a clock."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject

ROOT = Path(__file__).parents[2]
HEAVY = {
    "pandas",
    "numpy",
    "pyqtgraph",
    "docx",
    "openpyxl",
    "alembic",
    "sqlmodel",
    "sqlalchemy",
    "pydantic",
    "qtawesome",
    "python_calamine",
}

FIRST_PAINT = """
import json, sys
from datetime import UTC, date, datetime
from PySide6.QtWidgets import QApplication
from lfjb_desk.ui.shell.context import Context
from lfjb_desk.ui.shell.main_window import MainWindow
from lfjb_desk.ui.look.theme import ActiveTheme

class Watched(MainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        if not seen:
            seen.extend(sys.modules)

seen = []
application = QApplication(["lfjb-desk", "-style", "fusion"])
context = Context(date(2026, 11, 23), lambda: datetime(2026, 11, 23, tzinfo=UTC))

def load(desk):
    from lfjb_desk.domain.changes import RuleError
    raise RuleError("This database is from a newer version.")

window = Watched(ActiveTheme(application), context, lambda change: None, load)
window.show()
while not window.is_furnished():
    application.processEvents()
refusal = window.shell.refusal
print(json.dumps({"seen": seen, "after": list(sys.modules), "said": refusal.sentence.text()}))
"""


def run(script: str) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT
    )
    answer: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return answer


def test_the_first_paint_needs_qt_and_nothing_heavy() -> None:
    answer = run(FIRST_PAINT)
    first = {name.partition(".")[0] for name in answer["seen"]}
    assert "PySide6" in first
    assert first & HEAVY == set()
    assert "lfjb_desk.ui.dialogs" not in answer["seen"]
    after = {name.partition(".")[0] for name in answer["after"]}
    assert after & (HEAVY - {"qtawesome"}) == set(), "the shell needs none of them either"
    assert answer["said"] == "This database is from a newer version."


def test_qt_drops_no_reference_of_none() -> None:
    """PySide6 6.12.0 drops one at each call on Python 3.11, and aborts after some thousand."""
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(500):
        thing.setObjectName("a")
    assert sys.getrefcount(None) - before > -50
