"""Kills the desk while somebody minutes in its real window; run by `test_struck_typing.py`.

python struck_typing.py kill|close FOLDER RUNS RATE  prints one JSON object of counts.
Each run opens the window, goes to the minutes by keys, types RATE letters a second and is struck
in the middle: by SIGKILL, or by what a window manager sends at Alt+F4. Every fourth line is
recorded with Enter. The next run types on where the last one was cut off, so a lost cursor or a
lost line shows as well as a lost letter.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from lfjb_desk.app import board
from lfjb_desk.app.environment import Environment, clock, shipped
from lfjb_desk.domain.governance.groups import Group, GroupKind
from lfjb_desk.domain.meetings.meetings import MeetingState, MinuteNote
from lfjb_desk.services.drafts.draft import PLACE, read_lines
from lfjb_desk.services.drafts.journal import journal_of
from lfjb_desk.services.meetings.agenda import AgendaService
from lfjb_desk.services.meetings.meetings import MeetingService
from lfjb_desk.services.sample.sample import SampleService
from lfjb_desk.store.queries.lookup import everything
from tests.faults.screen import Screen, screen

if TYPE_CHECKING:
    from lfjb_desk.store.engine.database import Database

PROBE = "z"
"""Typed until it arrives, perhaps more than once, so it counts for nothing afterwards."""
LETTERS = "abcdefghijklmnopqrstuvwxy      "
RECORDED_EACH = 4
ITEM = 2
"""Which item is minuted, from 0: not the first, so that a lost place shows."""
WORTH_A_LINE = 3
"""Letters lost at once from which a run is told of."""
SETTLED = 1.5
"""Seconds until a letter that was typed twice has come too."""
AGAIN = 8.0
"""Seconds until a way that led nowhere is tried again, for the window may still be filling."""


def places(folder: Path) -> Environment:
    """Return where the things of these runs are."""
    return Environment(
        folder / "board.lfjb", folder / "backups", folder / "settings.toml", folder / "desk.log"
    )


def make_board(where: Environment) -> None:
    """Make the sample board, with its next meeting in session."""
    today = clock().astimezone().date()
    with board.opened(where) as database:
        database.apply(SampleService(database, shipped().sample, shipped().reference).build(today))
        meetings, group = MeetingService(database), _board(database)
        chosen = meetings.next(group.id, today)
        assert chosen is not None
        for state in (MeetingState.AGENDA_ISSUED, MeetingState.IN_SESSION):
            database.apply(meetings.move_to(chosen.meeting.id, state))
        assert len(AgendaService(database).view(chosen.meeting.id).lines) > ITEM


def _board(database: Database) -> Group:
    with database.session() as session:
        groups = everything(session, Group)
    return next(group for group in groups if group.kind is GroupKind.BOARD)


def on_disk(where: Environment) -> tuple[str, str]:
    """Return the item that is minuted, and the words kept for it, as a start would read them."""
    path = journal_of(Path(where.database))
    item, words = "", {}
    for line in read_lines(path.read_bytes()) if path.exists() else ():
        if line.key.startswith(PLACE) and line.draft is not None:
            item = str(line.draft.place.record)
        else:
            words[line.key] = line.draft.text() if line.draft is not None else ""
    return item, words.get(f"minute/{item}", "")


def notes(where: Environment) -> list[str]:
    """Return what was recorded."""
    with board.opened(where) as database, database.session() as session:
        return [note.text for note in everything(session, MinuteNote)]


def start(where: Environment, display: Screen) -> subprocess.Popen[bytes]:
    """Open the window."""
    home = Path(where.database).parent
    return subprocess.Popen(
        [sys.executable, "-m", "lfjb_desk", "--database", str(where.database)],
        env={
            **os.environ,
            "DISPLAY": display.name,
            "QT_QPA_PLATFORM": "xcb",
            "HOME": str(home),
            "XDG_CONFIG_HOME": str(home / "config"),
            "XDG_DATA_HOME": str(home / "data"),
            "XDG_RUNTIME_DIR": str(home),
        },
        stdout=subprocess.DEVNULL,
        stderr=(home / "stderr.log").open("ab"),
    )


def go_to_minutes(where: Environment, display: Screen, *, first: bool) -> str:
    """Go to the box by keys alone, type a letter until it arrives, and return what is kept then.

    Raises:
        TimeoutError: when the letter does not arrive.
    """
    before = on_disk(where)[1]
    for _ in range(20):
        display.window()
        display.press("Control_L", "2")
        time.sleep(0.3)
        display.press("Alt_L", "3")
        time.sleep(0.7)
        for _ in range(ITEM if first else 0):
            display.press("Control_L", "Next")
            time.sleep(0.3)
        display.type(PROBE)
        end = time.monotonic() + AGAIN
        while time.monotonic() < end:
            if on_disk(where)[1].startswith(before + PROBE):
                time.sleep(SETTLED)
                return on_disk(where)[1]
            time.sleep(0.05)
    raise TimeoutError(f"the letter did not come after {before[-20:]!r}: {on_disk(where)}")


def without_probes(text: str) -> str:
    """Return a text without the letters that only asked whether the box is there."""
    return text.replace(PROBE, "")


def strike(kind: str, desk: subprocess.Popen[bytes], display: Screen) -> None:
    """End the program as nobody would who had thought of what is typed."""
    if kind == "kill":
        desk.send_signal(signal.SIGKILL)
    else:
        display.ask_to_close(display.window())
    desk.wait(timeout=60)


def type_for(display: Screen, seconds: float, rate: float, random: Random) -> str:
    """Type for so long, and return what was typed."""
    typed, end = "", time.monotonic() + seconds
    while time.monotonic() < end:
        letter = random.choice(LETTERS)
        display.type(letter)
        typed += letter
        time.sleep(1 / rate)
    return typed


def run(
    kind: str, where: Environment, number: int, rate: float, random: Random, counts: Counter[str]
) -> None:
    """Open, type, strike, and count what is missing afterwards."""
    item, text = on_disk(where)
    with screen() as display:
        desk = start(where, display)
        start_text = go_to_minutes(where, display, first=number == 1)
        counts["places_lost"] += number > 1 and on_disk(where)[0] != item
        counts["cursors_lost"] += without_probes(start_text) != without_probes(text)
        text = start_text
        typed = type_for(display, random.uniform(1.0, 4.0), rate, random)
        if number % RECORDED_EACH == 0:
            display.press("Return")
            end = time.monotonic() + 10
            while on_disk(where)[1] and time.monotonic() < end:
                time.sleep(0.02)
            entry, text = text + typed, ""
            typed = type_for(display, random.uniform(0.3, 1.0), rate, random)
        else:
            entry = ""
        strike(kind, desk, display)
    kept, whole = without_probes(on_disk(where)[1]), without_probes(text + typed)
    lost = len(whole) - len(kept) if whole.startswith(kept) else len(whole)
    if lost > WORTH_A_LINE:
        sys.stderr.write(f"run {number}: typed {whole!r}, kept {kept!r}\n")
    counts["struck"] += 1
    counts["typed"] += len(typed)
    counts["lost"] += lost
    counts["most_lost"] = max(counts["most_lost"], lost)
    if entry:
        counts["entries"] += 1
        recorded = [without_probes(note).strip() for note in notes(where)]
        counts["entries_lost"] += without_probes(entry).strip() not in recorded


def main(kind: str, folder: Path, runs: int, rate: float) -> Counter[str]:
    """Strike the desk `runs` times, and count what was found afterwards."""
    where, random = places(folder), Random(2611)  # noqa: S311 - chance, not secrecy
    counts = Counter(
        struck=0,
        typed=0,
        lost=0,
        most_lost=0,
        places_lost=0,
        cursors_lost=0,
        entries=0,
        entries_lost=0,
    )
    make_board(where)
    for number in range(1, runs + 1):
        run(kind, where, number, rate, random, counts)
    return counts


if __name__ == "__main__":
    answer = main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]), float(sys.argv[4]))
    os.write(1, json.dumps(answer).encode())
