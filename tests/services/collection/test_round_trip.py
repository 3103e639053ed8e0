"""The whole round trip for an area of twelve authorities, through LibreOffice."""

from __future__ import annotations

import subprocess
from decimal import Decimal
from email import message_from_bytes
from email.policy import default
from typing import TYPE_CHECKING

import openpyxl
import pytest
from sqlmodel import select

from lfjb_desk.domain.changes import RuleError
from lfjb_desk.domain.figures.figures import Measure, Observation
from lfjb_desk.domain.read_models.collection import PartState
from tests.office import needs_calc
from tests.services.collection.conftest import NOW, fill, sound

if TYPE_CHECKING:
    from pathlib import Path

    from tests.services.collection.conftest import Collecting, Filled, Sheet

pytestmark = needs_calc
LATE = ("Sutton", "Tower Hamlets", "Waltham Forest")
AS_ODS = ("Bexley", "Croydon", "Newham")
FAULTS: dict[str, Sheet] = {
    "Croydon": {"coll_pre_down": 3, "s31_mean_weeks": "about 40 weeks"},
    "Greenwich": {"coll_weeks_26": 30, "coll_pre_ended": 20},
    "Havering": {"coll_assess_misuse": 5, "coll_out_plan": "n/a"},
    "Redbridge": {"s31_apps": 20.5, "coll_path_short": -6},
}
"""What some authorities got wrong: the cell and what they wrote."""
NOT_TAKEN = {
    "Croydon": {"coll_pre_down", "s31_mean_weeks"},
    "Havering": {"coll_out_plan"},
    "Redbridge": {"s31_apps", "coll_path_short"},
}


def saved_by_libreoffice(paths: list[Path], kind: str, folder: Path) -> list[Path]:
    profile = (folder.parent / "profile").as_uri()
    subprocess.run(
        [
            *("soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", kind),
            *("--outdir", str(folder), *map(str, paths)),
        ],
        check=True,
        capture_output=True,
    )
    return [folder / path.with_suffix(f".{kind}").name for path in paths]


@pytest.fixture
def written(sheets: dict[str, Path]) -> dict[str, Filled]:
    """What each authority wrote, right or wrong; Bexley left out a part of a part."""
    filled = {}
    for place, (name, path) in enumerate(sheets.items()):
        given = {**sound(place), **FAULTS.get(name, {})}
        if name == "Bexley":
            given = {code: given[code] for code in given if not code.startswith("coll_age_")}
        if name not in LATE:
            filled[name] = fill(path, given)
    return filled


@pytest.fixture
def returned(
    sheets: dict[str, Path], written: dict[str, Filled], tmp_path: Path
) -> dict[str, Path]:
    """The sheets that nine authorities filled in, as LibreOffice saved them."""
    folder = tmp_path / "back"
    folder.mkdir()
    as_ods = saved_by_libreoffice([sheets[name] for name in AS_ODS], "ods", folder)
    others = [name for name in written if name not in AS_ODS]
    as_xlsx = saved_by_libreoffice([sheets[name] for name in others], "xlsx", folder)
    return dict(zip((*AS_ODS, *others), (*as_ods, *as_xlsx), strict=True))


def held(collecting: Collecting) -> dict[tuple[str, str], Observation]:
    """Return every figure that was taken in, by authority and measure."""
    with collecting.database.session() as session:
        rows = session.exec(select(Observation, Measure).join(Measure)).all()
    return {(figure.place_label, measure.code): figure for figure, measure in rows}


def test_twelve_authorities_fill_in_their_sheets_and_each_figure_comes_back_with_its_cell(
    collecting: Collecting,
    sheets: dict[str, Path],
    written: dict[str, Filled],
    returned: dict[str, Path],
    tmp_path: Path,
) -> None:
    assert len(sheets) == 12
    said = {name: collecting.take(path) for name, path in returned.items()}

    figures = held(collecting)
    for name, filled in written.items():
        for code, (wrote, sheet, cell) in filled.items():
            if code in NOT_TAKEN.get(name, set()):
                continue
            figure = figures.pop((name, code))
            assert (figure.sheet, figure.cell) == (sheet, cell)
            if isinstance(wrote, str):
                assert (figure.value, figure.marker) == (None, wrote)
            else:
                assert (figure.value, figure.marker) == (Decimal(str(wrote)), None)
            assert figure.publisher == "East London collection"
    assert figures == {}
    assert sum(map(len, written.values())) == 9 * 111 - 5

    _check_words(said)
    _check_matrix(collecting)
    _check_letters(collecting, tmp_path)


def _check_words(said: dict[str, tuple[str, ...]]) -> None:
    assert said["Bromley"] == ()
    assert len(said["Bexley"]) == 5
    assert all("is not filled in" in one for one in said["Bexley"])
    assert any("count of 1 to 4" in one for one in said["Croydon"])
    assert any("holds neither a figure nor a sign" in one for one in said["Croydon"])
    assert not any("about 40" in one for one in said["Croydon"])
    assert [one for one in said["Greenwich"] if "do not agree" in one] == [
        (
            "Row 1.5 (Cases concluded in the quarter) and rows 6.1, 6.2, 6.3 and 6.4 do not agree: "
            "they must add up to it."
        ),
        (
            "Row 2.5 (Children whose pre-proceedings ended) and rows 2.6, 2.7 and 2.8 do not "
            "agree: they must add up to it."
        ),
    ]
    assert any("it can be worked out" in one for one in said["Havering"])
    assert any("does not know" in one for one in said["Havering"])
    assert len(said["Redbridge"]) == 2


def _check_matrix(collecting: Collecting) -> None:
    matrix = collecting.matrix()
    assert (matrix.row.authorities, matrix.row.returned, matrix.row.late) == (12, 9, 3)
    lines = {one.authority: one for one in matrix.standings}
    assert set(lines["Bromley"].parts) == {PartState.COMPLETE}
    assert lines["Bexley"].parts[4] is PartState.PARTLY
    assert lines["Greenwich"].parts[0] is PartState.CHECK
    assert lines["Redbridge"].parts[2] is PartState.PARTLY
    for name in LATE:
        assert set(lines[name].parts) == {PartState.NONE}
        assert lines[name].days_late == 22


def _check_letters(collecting: Collecting, tmp_path: Path) -> None:
    asked = next(one for one in collecting.matrix().standings if one.authority == "Sutton")
    collecting.write(
        collecting.service.add_respondent(
            collecting.area, asked.authority_id, "Ann Example", "ann@sutton.example"
        )
    )
    folder = tmp_path / "letters"
    folder.mkdir()
    drafts = collecting.service.write_reminders(collecting.collection, folder, NOW)
    assert [(one.authority, one.addressed) for one in drafts] == [
        ("Sutton", True),
        ("Tower Hamlets", False),
        ("Waltham Forest", False),
    ]
    letter = message_from_bytes((folder / drafts[0].file_name).read_bytes(), policy=default)
    assert (letter["To"], letter["X-Unsent"]) == ("ann@sutton.example", "1")
    body = letter.get_body()
    assert body is not None
    text = body.get_content()
    assert "Dear Ann Example" in text
    assert "were due on 31 October 2026" in text
    (sheet,) = letter.iter_attachments()
    assert sheet.get_filename() == "July to September 2026, Sutton.xlsx"
    attached = folder / "attached.xlsx"
    attached.write_bytes(sheet.get_content())
    assert len(openpyxl.load_workbook(attached).sheetnames) == 12
    with pytest.raises(RuleError, match="already"):
        collecting.service.write_reminders(collecting.collection, folder, NOW)
