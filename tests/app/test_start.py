"""What a start of the real program imports, and what travels with it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tomllib
from pathlib import Path
from zipfile import ZipFile

from lfjb_desk.app.environment import shipped

ROOT = Path(__file__).parents[2]
HEAVY = {"pandas", "numpy", "pyqtgraph", "docx", "openpyxl"}
START = """
import json, sys
from lfjb_desk.app.environment import places
from lfjb_desk.app.window import MainWindow, open_window

painted, filled = [], []
paint = MainWindow.paintEvent

def note(self, event):
    paint(self, event)
    if not painted:
        painted.extend(sys.modules)

MainWindow.paintEvent = note
application, window = open_window(places)
window.filled.connect(lambda: filled.extend(sys.modules))
window.show()
while not filled:
    application.processEvents()
icons = window.shell.desk.icons
drawn = []
icons.changed.connect(lambda: drawn.append(not icons.icon("house").isNull()))
while not drawn:
    application.processEvents()
window.close()
application.aboutToQuit.emit()
print(json.dumps([painted, filled, drawn]))
"""


def start(folder: Path) -> tuple[set[str], set[str]]:
    """Return what has been imported at the first paint and when the first page stands."""
    done = subprocess.run(
        [sys.executable, "-c", START],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
        cwd=ROOT,
        env={
            **os.environ,
            "HOME": str(folder),
            "XDG_CONFIG_HOME": str(folder),
            "LFJB_DATABASE": str(folder / "board.lfjb"),
        },
    )
    painted, filled, drawn = json.loads(done.stdout.splitlines()[-1])
    assert drawn == [True], "the window came up without its icons"
    assert done.stderr.count("Traceback") == 0
    return {one.partition(".")[0] for one in painted}, {one.partition(".")[0] for one in filled}


def test_a_start_imports_nothing_heavy_before_it_is_needed(tmp_path: Path) -> None:
    painted, _ = start(tmp_path)
    assert "PySide6" in painted
    assert painted & (HEAVY | {"alembic", "sqlmodel", "sqlalchemy", "pydantic"}) == set()

    painted, filled = start(tmp_path)
    assert painted & (HEAVY | {"alembic", "sqlmodel", "sqlalchemy", "pydantic"}) == set()
    assert "sqlmodel" in filled
    assert filled & (HEAVY | {"alembic"}) == set(), "the database was there already"


def test_the_folders_that_travel_with_the_program_are_there() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    wheel = project["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    for source, target in wheel.items():
        assert any((ROOT / source).iterdir()), source
        assert target == f"lfjb_desk/_shipped/{source}"
    found = shipped()
    for folder in (
        found.migrations,
        found.reference,
        found.sample,
        found.languages,
        found.template,
    ):
        assert folder.exists(), folder
        assert any(folder.is_relative_to(ROOT / source) for source in wheel), folder


def test_the_wheel_carries_the_languages(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)

    with ZipFile(next(tmp_path.glob("*.whl"))) as wheel:
        carried = {Path(name).name for name in wheel.namelist() if "/_shipped/resources/" in name}

    assert {path.name for path in (ROOT / "resources/i18n").iterdir()} <= carried
    assert "lfjb_desk_en_XA.qm" in carried
