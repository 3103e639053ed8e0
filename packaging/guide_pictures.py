"""Draw the pictures of the user guide: the sample board in the real window, one view each.

Run from the top of the repository, with a screen or without one
(QT_QPA_PLATFORM=offscreen:configfile=tests/screen.json):
python packaging/guide_pictures.py [FOLDER] [light|dark]
"""

import sys
import tempfile
from collections import Counter
from datetime import date
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from lfjb_desk.app import board
from lfjb_desk.app.environment import Environment, shipped
from lfjb_desk.app.window import open_window
from lfjb_desk.domain.governance.groups import GroupKind
from lfjb_desk.services.figures.figures import FigureService
from lfjb_desk.services.governance.groups import GroupService
from lfjb_desk.services.meetings.decisions import DecisionService
from lfjb_desk.services.meetings.meetings import MeetingService
from lfjb_desk.services.sample.sample import SampleService
from lfjb_desk.store.engine.database import Database
from lfjb_desk.ui.look.theme import Look
from lfjb_desk.ui.pages.governance.page import GovernancePage
from lfjb_desk.ui.pages.meetings.page import MeetingsPage
from lfjb_desk.ui.pages.performance.page import PerformancePage
from lfjb_desk.ui.shell.main_window import MainWindow

TODAY = date(2026, 11, 30)
WINDOW = (1366, 768)
WIDTH = 900
"""How wide a picture is in the guide."""
COLOURS, DISTINCT = 256, 0xFFF8F8F8
VIEWS = {
    "today": ("today", ""),
    "agenda": ("meetings", "agenda"),
    "minutes": ("meetings", "minutes"),
    "actions": ("actions", ""),
    "groups": ("governance", "groups"),
    "compliance": ("governance", "compliance"),
    "decisions": ("governance", "decisions"),
    "escalations": ("governance", "escalations"),
    "attendance": ("governance", "attendance"),
    "measure": ("performance", "measure"),
    "drivers": ("drivers", ""),
    "papers": ("papers", ""),
}
"""The page of each picture, and its view."""


class Records(NamedTuple):
    """What some of the pictures show."""

    meeting: UUID
    """The next one of the board."""
    decision: UUID
    """The newest of the board; its minutes open at it."""
    measure: UUID
    """The one with the longest chart."""


def records_of(database: Database) -> Records:
    """Return the records of the sample board that are shown."""
    group = next(
        group for group in GroupService(database).everywhere() if group.kind is GroupKind.BOARD
    )
    coming = MeetingService(database).next(group.id, TODAY)
    if coming is None:
        raise SystemExit("The sample board has no next meeting.")
    figures = FigureService(database).for_area(group.area_id, TODAY)
    return Records(
        coming.meeting.id,
        DecisionService(database).rows(group.area_id, group.id)[0].decision.id,
        max(figures, key=lambda series: len(series.points)).measure.id,
    )


def main(folder: Path, look: Look) -> None:
    """Draw every picture into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        where = Environment(
            database=Path(place) / "board.lfjb",
            backups=Path(place) / "backups",
            settings=Path(place) / "settings.toml",
            log=Path(place) / "desk.log",
        )
        with board.opened(where) as database:
            sample = SampleService(database, shipped().sample, shipped().reference)
            database.apply(sample.build(TODAY))
            records = records_of(database)
        _, window = open_window(lambda: where, TODAY)
        sys.excepthook = sys.__excepthook__  # the window's own would show it where nobody looks
        window.resize(*WINDOW)
        window.show()
        settle(3_000)
        window.shell.desk.theme.apply(look)
        for name, (page, view) in VIEWS.items():
            turn(window, records, page, view)
            path = folder / f"{name}.png"
            small(window.grab().toImage()).save(str(path), quality=0)
            print(f"{path.name}: {path.stat().st_size:,} bytes")
        window.close()


def small(picture: QImage) -> QImage:
    """Return a picture of the width of the guide, in the colours that it has most of."""
    scaled = picture.scaledToWidth(WIDTH, Qt.TransformationMode.SmoothTransformation)
    scaled = scaled.convertToFormat(QImage.Format.Format_RGB32)
    pixels = memoryview(scaled.constBits()).cast("I")
    # Shades that hardly differ count as one, or those between ink and paper take every place.
    commonest = [shade for shade, _ in Counter(map(DISTINCT.__and__, pixels)).most_common(COLOURS)]
    plain = Qt.ImageConversionFlag.AvoidDither | Qt.ImageConversionFlag.ThresholdDither
    return scaled.convertToFormat(QImage.Format.Format_Indexed8, commonest, plain)


def turn(window: MainWindow, records: Records, page: str, view: str) -> None:
    """Open a page at one of its views, with the record that it shows best."""
    opened = window.shell.open_page(page)
    if isinstance(opened, PerformancePage):
        opened.show_record("measure", records.measure)
    elif isinstance(opened, MeetingsPage):
        if view == "minutes":
            opened.show_record("decision", records.decision)
        else:
            opened.show_record("meeting", records.meeting)
    elif isinstance(opened, GovernancePage):
        opened.turn(view)
    settle(1_500)


def settle(milliseconds: int) -> None:
    """Let the window draw what it has to."""
    QTest.qWait(milliseconds)
    QApplication.processEvents()


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else Path("docs/guide/pictures")
    main(target, Look(sys.argv[2]) if len(sys.argv) > 2 else Look.LIGHT)  # noqa: PLR2004
