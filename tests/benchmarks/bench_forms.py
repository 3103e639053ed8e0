"""Measure a returned action form: read in its own process, and matched with what was sent.

The form asks about 2,000 actions, so it has 2,000 blocks of a head and three boxes, each filled in;
nobody sends so many at once. It stands beside lxml, which only parses its text. Each takes its
turn in each of several rounds; the process is started anew each time, as in use.
"""

from __future__ import annotations

import statistics
import time
import zipfile
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from uuid import UUID

from lxml import etree

from lfjb_desk.domain.actions import Action, ActionStanding, ActionStatus
from lfjb_desk.domain.governance.groups import Group, GroupKind
from lfjb_desk.domain.read_models.action_form_content import FormContent, FormedAction
from lfjb_desk.domain.read_models.actions import ActionRow
from lfjb_desk.papers.action_form import action_form
from lfjb_desk.papers.parts.report_data import ActionFormReportData, BoardReportData
from lfjb_desk.services.action_forms.matching import matched
from lfjb_desk.word.process import read_form_file
from lfjb_desk.word.reading.form import read_form
from lfjb_desk.word.writing.engine import render

if TYPE_CHECKING:
    from collections.abc import Callable

ROUNDS = 7
ACTIONS = 2_000
DAY = date(2026, 11, 23)
KEY = UUID(int=1)
TEMPLATE = Path(__file__).resolve().parents[2] / "templates/house.docx"
DOCUMENT = "word/document.xml"


def rows() -> tuple[ActionRow, ...]:
    """Return invented actions."""
    return tuple(
        ActionRow(
            action=Action(
                ref=f"ESST-A-{number:03}",
                group_id=KEY,
                title=f"Invented action number {number}",
                raised_on=DAY,
                original_due=DAY + timedelta(days=number),
                due=DAY + timedelta(days=number),
                status=ActionStatus.OPEN,
            ),
            group="Essex board",
            owner="Helen Marsh",
            body="Suffolk Council",
            driver="",
            meeting="",
            meeting_on=None,
            decision="",
            standing=ActionStanding.ON_TIME,
            days_late=0,
            days_to_due=number,
            times_moved=0,
            last_update=None,
        )
        for number in range(1, ACTIONS + 1)
    )


def form(path: Path) -> FormContent:
    """Write a form of all of them, each box filled in, and return what it showed."""
    asked = rows()
    group = Group(area_id=KEY, kind=GroupKind.BOARD, name="Essex board")
    board = BoardReportData(group, "Essex board", "Essex", "", "", DAY)
    data = render(
        action_form(ActionFormReportData(board, "Helen Marsh", asked, DAY, KEY)), TEMPLATE
    )
    for hint, words in (("Up to 60 words", "Half is done"), ("Day, month, year", "12 March 2027")):
        data = _retyped(data, hint, words, path)
    path.write_bytes(data)
    actions = (row.action for row in asked)
    return FormContent(
        tuple(FormedAction(a.id, a.ref, a.title, a.due, a.status) for a in actions),
        read_form(data).lines,
    )


def _retyped(data: bytes, hint: str, words: str, path: Path) -> bytes:
    """Return a form with other words in some of its boxes."""
    path.write_bytes(data)
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[DOCUMENT] = parts[DOCUMENT].replace(hint.encode(), words.encode())
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return path.read_bytes()


def parsed(path: Path) -> None:
    """Parse the text of the form, and no more."""
    with zipfile.ZipFile(path) as archive:
        etree.fromstring(archive.read(DOCUMENT))


def timed(work: Callable[[], object]) -> float:
    """Return how many seconds some work takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def main() -> None:
    """Print what each way takes."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "returned.docx"
        content = form(path)
        read = read_form(path)
        result = matched(read, content)
        counts = f"{len(result.matched):,} of {ACTIONS:,} actions matched"
        print(f"{counts}, {len(result.doubtful)} doubtful")
        ways: dict[str, Callable[[], object]] = {
            "read in its process and matched": lambda: matched(read_form_file(path), content),
            "read here": lambda: read_form(path),
            "matched": lambda: matched(read, content),
            "parsed by lxml": lambda: parsed(path),
        }
        times: dict[str, list[float]] = {name: [] for name in ways}
        for _ in range(ROUNDS):
            for name, work in ways.items():
                times[name].append(timed(work))
        for name, taken in times.items():
            print(f"{name}: median {statistics.median(taken):.2f} s of {ROUNDS} rounds")


if __name__ == "__main__":
    main()
