"""A returned sheet of the collection, read by itself: every figure with its cell."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import openpyxl
import pytest

from lfjb_desk.domain.read_models.collection_sheet import HEADINGS, Identity
from lfjb_desk.importers.figures import ImportRefusedError
from lfjb_desk.importers.reader import read

if TYPE_CHECKING:
    from pathlib import Path

    from lfjb_desk.importers.figures import Reading

CAMDEN = Identity("Camden", "E09000007", "Central London", "CLON", "July to September 2026")
Row = tuple[str, str, "float | str | None"]
"""Code, unit and what was written."""


def returned(tmp_path: Path, *rows: Row, identity: Identity = CAMDEN) -> Reading:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Part_1"
    sheet.append(["Part 1: demand"])
    sheet.append([identity.sentence()])
    sheet.append(list(HEADINGS))
    for number, (code, unit, wrote) in enumerate(rows, 1):
        sheet.append([f"Label of {code}", f"1.{number}", code, "Meaning", unit, "Rule", wrote])
    book.save(tmp_path / "back.xlsx")
    return read(tmp_path / "back.xlsx", lambda _: None)


def test_each_figure_and_sign_lands_with_its_cell_authority_and_quarter(tmp_path: Path) -> None:
    reading = returned(
        tmp_path,
        ("s31_apps", "applications", 20),
        ("coll_extended", "cases", "[c]"),
        ("preproc_duration", "weeks", 3.5),
        ("coll_vacated", "hearings", " 12 "),
    )

    assert reading.publisher == "Central London collection"
    assert [(f.measure_code, f.value, f.marker, f.sheet, f.cell) for f in reading.figures] == [
        ("s31_apps", Decimal(20), None, "Part_1", "G4"),
        ("coll_extended", None, "[c]", "Part_1", "G5"),
        ("preproc_duration", Decimal("3.5"), None, "Part_1", "G6"),
        ("coll_vacated", Decimal(12), None, "Part_1", "G7"),
    ]
    first = reading.figures[0]
    assert (first.place_label, first.place_kind) == ("Camden", "authority")
    assert first.place_hint == "CLON E09000007 version 1"
    assert (first.period_start, first.period_end) == (date(2026, 7, 1), date(2026, 9, 30))
    assert {one.code: one.settled for one in reading.measures} == {
        "s31_apps": False,
        "coll_extended": True,
        "preproc_duration": False,
        "coll_vacated": True,
    }


@pytest.mark.parametrize(
    ("unit", "wrote", "said"),
    [
        ("cases", None, "is not filled in"),
        ("cases", 3, "holds a count of 1 to 4"),
        ("cases", 7.5, "holds no whole number"),
        ("assessments", 7.5, "holds no whole number"),
        ("cases", -6, "holds neither a figure nor a sign"),
        ("cases", "Sam, born in May", "holds neither a figure nor a sign"),
        ("weeks", "5%", "holds neither a figure nor a sign"),
    ],
)
def test_what_is_wrong_is_refused_and_never_repeated(
    tmp_path: Path, unit: str, wrote: float | str | None, said: str
) -> None:
    reading = returned(tmp_path, ("coll_extended", unit, wrote), ("coll_vacated", "hearings", 0))

    assert [one.measure_code for one in reading.figures] == ["coll_vacated"]
    (refused,) = reading.refused
    assert refused.cell == "G4"
    assert refused.reason.startswith(f"Label of coll_extended (coll_extended) {said}")
    assert "Sam" not in refused.reason


def test_a_row_without_its_code_and_a_sheet_of_another_version_are_refused(tmp_path: Path) -> None:
    reading = returned(tmp_path, ("", "cases", 9), ("coll_vacated", "hearings", 0))
    assert [one.reason for one in reading.refused] == [
        "Row 4 has no code, so what its figure counts is unknown."
    ]
    later = Identity("Camden", "E09000007", "Central London", "CLON", "July to September 2026", 2)
    with pytest.raises(ImportRefusedError, match="version 2"):
        returned(tmp_path, ("coll_vacated", "hearings", 0), identity=later)
