"""The desk killed, and closed by its window, while somebody minutes with real keys."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults import screen

pytestmark = [
    pytest.mark.faults,
    pytest.mark.skipif(sys.platform != "linux", reason="presses keys through X"),
]
if sys.platform == "linux" and screen.missing():
    pytest.skip(f"this machine lacks {screen.missing()}", allow_module_level=True)

ROOT = Path(__file__).parents[2]
MOST = 10
"""Letters that a kill may cost: those still on their way to the window."""


@pytest.mark.parametrize(("kind", "runs", "rate"), [("kill", 4, 5), ("close", 2, 8)])
def test_a_desk_struck_while_somebody_types_keeps_the_words_the_item_and_the_cursor(
    tmp_path: Path, kind: str, runs: int, rate: int
) -> None:
    tmp_path.chmod(0o700)  # Qt asks it of the folder for what runs
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.struck_typing", kind, tmp_path, str(runs), str(rate)],
        check=True,
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=dict(os.environ),
    )
    counts: dict[str, int] = json.loads(done.stdout)
    print(f"\n{kind}: {counts}")  # noqa: T201 - the count is the evidence

    assert counts["struck"] == runs
    assert counts["typed"] > 0
    assert counts["most_lost"] <= (MOST if kind == "kill" else MOST // 2)
    assert counts["places_lost"] == counts["cursors_lost"] == counts["entries_lost"] == 0
    if kind == "kill":
        assert counts["entries"] > 0
