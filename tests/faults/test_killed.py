"""The whole program killed with SIGKILL at random moments, at imports and at edits."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = [
    pytest.mark.faults,
    pytest.mark.skipif(sys.platform == "win32", reason="forks what it kills"),
]

RUNNER = Path(__file__).with_name("killing.py")


@pytest.mark.parametrize(("kind", "runs"), [("import", 20), ("edits", 15)])
def test_a_killed_program_loses_nothing_and_leaves_nothing_half_done(
    tmp_path: Path, kind: str, runs: int
) -> None:
    done = subprocess.run(
        [sys.executable, str(RUNNER), kind, str(tmp_path), str(runs)],
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, "HOME": str(tmp_path)},
    )
    counts: dict[str, int] = json.loads(done.stdout)
    print(f"\n{kind}: {counts}")  # noqa: T201 - the count is the evidence

    assert counts["killed"] == runs
    assert counts["acknowledged"] > 0
    assert counts["lost"] == counts["damaged"] == counts["halves"] == counts["read_only"] == 0
    if kind == "import":
        assert counts["writing"] > 0, "some were struck between the first row and the last"
