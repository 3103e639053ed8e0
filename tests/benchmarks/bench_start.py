"""Measure the start of the window against a bare PySide6 window, in pairs.

Each run is a process of its own without a screen. It says when its first paint was done and, for
the program, when the first page stood with its rows. The database is there already, as it is at
every start but the first: once without a board, where the first page is that of the first start,
and once with the sample board, where it is Today. Each run of the program is divided by the bare
run beside it.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

PAIRS = 12
MOST_FIRST_PAINT = 1.3
MOST_FIRST_ROWS = 4.5
ROOT = Path(__file__).parents[2]

BARE = """
import json, time
begun = time.perf_counter()
from PySide6.QtWidgets import QApplication, QMainWindow

class Window(QMainWindow):
    painted = 0.0

    def paintEvent(self, event):
        super().paintEvent(event)
        self.painted = self.painted or time.perf_counter() - begun

application = QApplication([])
window = Window()
window.resize(1366, 768)
window.show()
while not window.painted:
    application.processEvents()
print(json.dumps({"painted": window.painted}))
"""

DESK = """
import json, time
begun = time.perf_counter()
from lfjb_desk.app.environment import places
from lfjb_desk.app.window import MainWindow, open_window

seen = {}
paint = MainWindow.paintEvent

def painted(self, event):
    paint(self, event)
    seen.setdefault("painted", time.perf_counter() - begun)

MainWindow.paintEvent = painted
application, window = open_window(places)
window.filled.connect(lambda: seen.setdefault("filled", time.perf_counter() - begun))
window.show()
while len(seen) < 2:
    application.processEvents()
print(json.dumps(seen))
window.close()
"""

SAMPLE = """
from datetime import date
from lfjb_desk.app.board import opened
from lfjb_desk.app.environment import places, shipped
from lfjb_desk.services.sample.sample import SampleService

with opened(places()) as database:
    sample = SampleService(database, shipped().sample, shipped().reference)
    database.apply(sample.build(date.today()))
print("{}")
"""


def run(script: str, folder: Path) -> dict[str, float]:
    """Run a script in a process of its own and return what it measured, in seconds."""
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        # Without compiled files our own modules would be compiled afresh at every start.
        "PYTHONDONTWRITEBYTECODE": "",
        "LFJB_DATABASE": str(folder / "board.lfjb"),
        "HOME": str(folder),
        "XDG_CONFIG_HOME": str(folder),
    }
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=True,
        env=environment,
        cwd=ROOT,
    )
    measured: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return measured


def main() -> None:
    """Print the ratios beside what they should be at most."""
    paints, rows, todays, bares = [], [], [], []
    with TemporaryDirectory() as name, TemporaryDirectory() as other:
        empty, sample = Path(name), Path(other)
        run(DESK, empty)  # makes the database and the compiled files
        run(SAMPLE, sample)
        run(DESK, sample)
        for _ in range(PAIRS):
            bare, desk = run(BARE, empty)["painted"], run(DESK, empty)
            bares.append(bare)
            paints.append(desk["painted"] / bare)
            rows.append(desk["filled"] / bare)
            todays.append(run(DESK, sample)["filled"] / bare)
    print(f"bare PySide6 window: {statistics.median(bares) * 1000:.0f} ms, {PAIRS} pairs")
    for words, ratios, most in (
        ("first paint", paints, MOST_FIRST_PAINT),
        ("first page, no board yet", rows, MOST_FIRST_ROWS),
        ("Today with the rows of the sample board", todays, MOST_FIRST_ROWS),
    ):
        print(f"{words}: {statistics.median(ratios):.2f} x bare (at most {most})")


if __name__ == "__main__":
    main()
