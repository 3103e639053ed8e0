"""Put small faults into fourteen modules, one at a time, and see whether their tests notice.

    python -m tests.mutation.mutate [--module PART] [--each N] [--seed N]

The tree is copied to a temporary folder and changed only there. Which faults are put in follows
from the seed. It ends with 1 when fewer than nine in ten are noticed, with 2 when the tests of a
module fail without any fault.
"""

from __future__ import annotations

import argparse
import importlib
import multiprocessing
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.mutation.mutants import Mutant, chosen, mutants

ROOT = Path(__file__).parents[2]
EACH, SEED, ENOUGH = 15, 1, 0.9
LIMIT_IN_SECONDS, LIMIT_IN_RUNS = 20.0, 5.0
"""A run of the tests may take so long, or so many times what it takes without a fault."""
HEAVY = ("PySide6.QtWidgets", "hypothesis", "lxml.etree", "numpy", "pyqtgraph", "sqlmodel")
"""Loaded once, before a process is split off for each run."""
COPIED = ("lfjb_desk", "tests", "db", "resources", "templates", "pyproject.toml")

TESTS: dict[str, tuple[str, ...]] = {
    "lfjb_desk/word/writing/tables.py": ("tests/word/test_tables.py",),
    "lfjb_desk/papers/parts/action_tables.py": ("tests/papers/test_action_tables.py",),
    "lfjb_desk/ui/pages/actions/page.py": (
        "tests/ui/pages/test_actions_list.py",
        "tests/ui/pages/test_actions.py",
    ),
    "lfjb_desk/store/engine/database.py": (
        "tests/store/test_gathering.py",
        "tests/store/test_database.py",
    ),
    "lfjb_desk/analysis/comparison/funnel.py": ("tests/analysis/test_funnel_exact.py",),
    "lfjb_desk/domain/changes.py": ("tests/domain/test_changes.py",),
    "lfjb_desk/analysis/spc/xmr.py": ("tests/analysis/test_spc.py",),
    "lfjb_desk/analysis/spc/matrix.py": (
        "tests/analysis/test_matrix.py",
        "tests/analysis/test_spc.py",
        "tests/analysis/test_signals.py",
    ),
    "lfjb_desk/analysis/spc/special_causes.py": (
        "tests/analysis/test_matrix.py",
        "tests/analysis/test_spc.py",
    ),
    "lfjb_desk/services/actions/actions.py": ("tests/services/actions",),
    "lfjb_desk/importers/language/markers.py": (
        "tests/importers/language/test_marker_words.py",
        "tests/importers/language/test_markers.py",
    ),
    "lfjb_desk/services/collection/checks.py": ("tests/services/collection/test_checks.py",),
    "lfjb_desk/papers/board_paper.py": ("tests/papers/test_board_paper.py",),
    "lfjb_desk/word/checking/rules_text.py": ("tests/word/test_text_rules.py",),
}
"""The modules, and the tests that know each; the quickest first, since a failure ends a run."""

EQUIVALENT: dict[tuple[str, str, str], str] = {
    (
        "lfjb_desk/word/writing/tables.py",
        "kept = set(rows[:-1]) if count <= WHOLE_UP_TO else {rows[0], rows[-2]}",
        "comparison: count <= WHOLE_UP_TO -> count < WHOLE_UP_TO",
    ): "of three rows the first and the last but one are all but the last",
    (
        "lfjb_desk/word/writing/tables.py",
        "return [width * frame // wide for width in widths] if wide > frame else widths",
        "comparison: wide > frame -> wide >= frame",
    ): "a table just as wide as the frame keeps its widths either way",
    (
        "lfjb_desk/analysis/spc/matrix.py",
        "begins[:, 1:] = ~(np.diff(ordered, axis=1) <= noise)",
        "argument dropped: np.diff(ordered, axis=1) -> np.diff(ordered)",
    ): "the last axis of a matrix, which numpy takes of itself, is axis 1",
    (
        "lfjb_desk/analysis/spc/xmr.py",
        "return TYPES[toward, 1 if code > 0 else -1]",
        "comparison: code > 0 -> code >= 0",
    ): "a code of 0 has been answered the line before",
    (
        "lfjb_desk/analysis/spc/xmr.py",
        "while since > current.first and codes[since - 1] * codes[at] > 0:",
        "arithmetic: codes[since - 1] * codes[at] -> codes[since - 1] / codes[at]",
    ): "a product and a quotient have the same sign, and the code here is never 0",
}
"""Faults that change nothing anybody can see: module, line, fault, and the reason. They count on
neither side."""


class Outcome(NamedTuple):
    """What became of the faults in one module."""

    killed: int
    survived: int


class Copy:
    """A copy of the tree in a temporary folder, in which tests run."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        for name in COPIED:
            source = ROOT / name
            if source.is_dir():
                ignored = shutil.ignore_patterns("__pycache__", ".*_cache")
                shutil.copytree(source, folder / name, ignore=ignored)
            else:
                shutil.copy2(source, folder / name)
        # Checked by what a file holds and not by its time: faults come and go within a second.
        command = [sys.executable, "-m", "compileall", "-q", "--invalidation-mode", "checked-hash"]
        subprocess.run([*command, "lfjb_desk"], cwd=folder, check=True)

    def text_of(self, module: str) -> str:
        """Return the text of a module without a fault."""
        return (self._folder / module).read_text(encoding="utf-8")

    def fails(self, module: str, source: str, limit: float) -> bool:
        """Tell whether the tests of a module fail, or take too long, with another text of it."""
        path = self._folder / module
        before = self.text_of(module)
        path.write_text(source, encoding="utf-8")
        try:
            return self._run(TESTS[module], limit) != 0
        finally:
            path.write_text(before, encoding="utf-8")

    def _run(self, tests: tuple[str, ...], limit: float) -> int | None:
        """Return the exit code of a run of tests; None when it took too long."""
        run = multiprocessing.get_context("fork").Process(target=_tests, args=(self._folder, tests))
        run.start()
        run.join(limit)
        if run.exitcode is None:
            run.kill()
            run.join()
            return None
        return run.exitcode


def _tests(folder: Path, tests: tuple[str, ...]) -> None:
    """Run tests in a process of their own, with the tree of this folder and no other."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    os.chdir(folder)
    sys.path.insert(0, str(folder))
    for name in [name for name in sys.modules if name.split(".")[0] in {"tests", "lfjb_desk"}]:
        del sys.modules[name]
    loaded = ["-W", "ignore:Module already imported"]  # as they are, before the split
    code = pytest.main(["-q", "-x", "-p", "no:cacheprovider", *loaded, *tests])
    sys.stdout.flush()
    os._exit(int(code))


def main() -> int:
    """Put the faults in, print what became of each, and return the exit code."""
    options = _options()
    modules = [name for name in TESTS if options.module in name]
    if not modules:
        sys.stderr.write(f"No module of the list has {options.module} in its name.\n")
        return 2
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    for name in HEAVY:
        importlib.import_module(name)
    outcomes = []
    with tempfile.TemporaryDirectory(prefix="mutants-") as folder:
        copy = Copy(Path(folder))
        for module in modules:
            outcome = _try(copy, module, options.each, options.seed)
            if outcome is None:
                return 2
            outcomes.append(outcome)
    killed = sum(outcome.killed for outcome in outcomes)
    tried = killed + sum(outcome.survived for outcome in outcomes)
    _say(f"{killed} of {tried} killed, {killed / tried:.1%}; seed {options.seed}")
    return 0 if killed >= ENOUGH * tried else 1


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description="Put small faults into modules and run their tests."
    )
    parser.add_argument("--module", default="", help="only modules with this in their name")
    parser.add_argument("--each", type=int, default=EACH, help="how many faults in each module")
    parser.add_argument("--seed", type=int, default=SEED, help="which faults are drawn")
    return parser.parse_args()


def _try(copy: Copy, module: str, number: int, seed: int) -> Outcome | None:
    """Put faults into one module; None when its tests fail without one."""
    source = copy.text_of(module)
    begun = time.perf_counter()
    if copy.fails(module, source, 600):
        sys.stderr.write(f"{module}: its tests fail without any fault.\n")
        return None
    limit = max(LIMIT_IN_SECONDS, LIMIT_IN_RUNS * (time.perf_counter() - begun))
    every = mutants(source)
    _say_what_is_gone(module, every)
    killed = survived = 0
    for mutant in chosen(_visible(module, every), number, f"{seed} {module}"):
        if copy.fails(module, mutant.source, limit):
            killed += 1
        else:
            survived += 1
            _say(f"  survived {module}:{mutant.line} {mutant.words}")
    _say(f"{killed:3} of {killed + survived:3} killed in {module}")
    return Outcome(killed, survived)


def _visible(module: str, every: list[Mutant]) -> list[Mutant]:
    return [mutant for mutant in every if (module, mutant.code, mutant.words) not in EQUIVALENT]


def _say_what_is_gone(module: str, every: list[Mutant]) -> None:
    there = {(module, mutant.code, mutant.words) for mutant in every}
    for key in EQUIVALENT:
        if key[0] == module and key not in there:
            _say(f"  listed as equivalent in {module} and no longer there: {key[2]}")


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
