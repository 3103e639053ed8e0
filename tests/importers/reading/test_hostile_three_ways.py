"""Each hostile file in each kind: one plain sentence or a harmless reading, and nothing else."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import psutil
import pytest

from lfjb_desk.importers.figures import ImportRefusedError
from lfjb_desk.importers.process import read_file
from lfjb_desk.intake.limits import ReadingLimits
from tests.importers.reading.hostile import GOOD, HOSTILE, KINDS, write

if TYPE_CHECKING:
    from pathlib import Path

HARMLESS = {
    ("cells that say a place past the last", "csv"),
    ("macros", "xlsx"),
    ("macros", "ods"),
    ("macros", "csv"),
    ("links to outside", "xlsx"),
    ("links to outside", "ods"),
    ("links to outside", "csv"),
    ("numbers that are none", "xlsx"),
    ("numbers that are none", "ods"),
    ("numbers that are none", "csv"),
}
"""Those whose one good row, if there is one, is taken, and none of the others as it stands."""


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", list(HOSTILE))
def test_a_hostile_file_does_no_harm(name: str, kind: str, tmp_path: Path) -> None:
    ticks = 0

    def tick() -> bool:
        nonlocal ticks
        ticks += 1
        return False

    path = write(name, kind, tmp_path)
    before = set(tmp_path.iterdir())
    try:
        reading = read_file(path, tick, limits=ReadingLimits(wall=35.0))
    except ImportRefusedError as refusal:
        said = str(refusal)
        assert "Nothing was imported." in said
        assert "\n" not in said
        assert "Traceback" not in said
        assert (name, kind) not in HARMLESS
    else:
        assert (name, kind) in HARMLESS
        good = [one for one in reading.figures if one.measure_code == GOOD[2]]
        assert {one.value for one in good} <= {Decimal(7)}
        odd = [one.value for one in reading.figures if one.measure_code != GOOD[2]]
        assert all(value is None or value.is_finite() for value in odd)

    assert ticks > 0  # the caller was asked meanwhile, and not held until the end
    assert psutil.Process().children(recursive=True) == []
    assert set(tmp_path.iterdir()) == before


def test_there_are_twenty_one_files_in_three_kinds() -> None:
    assert len(HOSTILE) * len(KINDS) == 63
    assert all(set(kinds) == set(KINDS) for kinds in HOSTILE.values())
