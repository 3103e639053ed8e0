"""Measure an import of the real FCSQ file beside pandas.read_csv alone.

Each step runs in a process of its own, in turn with the others, and prints its median seconds
and the most memory it held. A step is a script that is given the file as its argument and prints
its seconds; the last goes from the file to committed rows, in an empty database of its own.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
from pathlib import Path

ROUNDS = 7
ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / ".." / "shared" / "samples" / "fcsq_dfj_and_regional_adoption_2011Q1-2021Q2.csv"
TIMED = """
import sys, time
from pathlib import Path
path = Path(sys.argv[1])
{prepare}
begun = time.perf_counter()
{work}
print(time.perf_counter() - begun)
"""
OPENED = """
from tempfile import TemporaryDirectory
from lfjb_desk.app import board
from lfjb_desk.app.environment import clock, places
from lfjb_desk.services.imports.imports import ImportService
folder = TemporaryDirectory()
where = places(folder.name + "/board.lfjb")
database = board.open_board(where)
"""
COMMITTED = """
service = ImportService(database)
board.write(where, database, service.commit(service.preview(path), clock()))
"""
ALONE = "pandas.read_csv alone, pandas not yet imported"
STEPS = {
    ALONE: TIMED.format(prepare="", work="import pandas\npandas.read_csv(path)"),
    "pandas.read_csv alone, pandas imported": TIMED.format(
        prepare="import pandas", work="pandas.read_csv(path)"
    ),
    "file to reading, in this very process": TIMED.format(
        prepare="", work="from lfjb_desk.importers.reader import read\nread(path, lambda _: None)"
    ),
    "file to reading, in the guarded process": TIMED.format(
        prepare="from lfjb_desk.importers.process import read_file", work="read_file(path)"
    ),
    "file to committed rows, database open": TIMED.format(prepare=OPENED, work=COMMITTED),
}


def run(script: str, path: Path) -> tuple[float, float]:
    """Return the seconds that a script measured, and the megabytes that its process held."""
    with subprocess.Popen(
        [sys.executable, "-c", script, str(path)], stdout=subprocess.PIPE, text=True, cwd=ROOT
    ) as process:
        said = process.stdout.read() if process.stdout else ""
        if not hasattr(os, "wait4"):
            return float(said), float("nan")
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    held = usage.ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10)
    return float(said), held


def main() -> None:
    """Print a line for each step, with its ratio to pandas alone."""
    if not SAMPLE.exists():
        sys.stdout.write("The sample file is not beside this checkout; nothing was measured.\n")
        return
    measured: dict[str, list[tuple[float, float]]] = {name: [] for name in STEPS}
    for _ in range(ROUNDS):
        for name, script in STEPS.items():
            measured[name].append(run(script, SAMPLE))
    alone = statistics.median(seconds for seconds, _ in measured[ALONE])
    sys.stdout.write(f"{SAMPLE.name}, medians of {ROUNDS} rounds\n")
    for name, runs in measured.items():
        seconds = statistics.median(one for one, _ in runs)
        held = statistics.median(one for _, one in runs)
        sys.stdout.write(
            f"  {name:<48}{seconds:7.3f} s {seconds / alone:6.2f}x {held:7.0f} MB held\n"
        )


if __name__ == "__main__":
    main()
