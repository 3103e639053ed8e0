"""Collections: opened, handed out, taken in and taken back."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import openpyxl
import pytest

from lfjb_desk.domain.changes import RuleError
from lfjb_desk.domain.figures.figures import Observation
from lfjb_desk.domain.read_models.collection import PartState
from lfjb_desk.services.collection.collection import CollectService
from lfjb_desk.services.collection.items import FILE, read_items
from lfjb_desk.services.imports.imports import ImportService
from lfjb_desk.store.queries.lookup import everything
from tests.services.collection.conftest import DUE, FACTS, NOW, TODAY, fill, sound
from tests.sheets.checklist import faults

if TYPE_CHECKING:
    from pathlib import Path

    from tests.services.collection.conftest import Collecting


def change_text(path: Path, before: str, after: str, sheets: slice = slice(3, None)) -> None:
    book = openpyxl.load_workbook(path)
    for sheet in book.worksheets[sheets]:
        for (cell,) in sheet.iter_rows(max_col=1, max_row=8):
            cell.value = str(cell.value).replace(before, after)
    book.save(path)


def test_a_collection_is_opened_for_a_quarter_once_and_removed_while_nothing_is_back(
    collecting: Collecting,
) -> None:
    service, area = collecting.service, collecting.area
    for starts, due, words in (
        (date(2026, 8, 1), DUE, "No quarter starts"),
        (date(2026, 7, 1), DUE, "open already"),
        (date(2026, 10, 1), date(2026, 12, 31), "cannot be due"),
    ):
        with pytest.raises(RuleError, match=words):
            service.open(area, starts, due)
    collecting.write(service.open(area, date(2026, 4, 1), date(2026, 7, 31), " Ask Ann. "))
    latest, older = service.collections(area, TODAY)
    assert (latest.quarter, older.quarter) == ("July to September 2026", "April to June 2026")
    assert (older.authorities, older.returned, older.late) == (12, 0, 12)

    collecting.write(service.change(older.id, date(2026, 8, 7), "Ask Ben."))
    assert service.collections(area, TODAY)[1].collection.note == "Ask Ben."
    with pytest.raises(RuleError, match="cannot be due"):
        service.change(older.id, date(2026, 6, 1), "")
    collecting.write(service.remove(older.id))
    assert [one.id for one in service.collections(area, TODAY)] == [latest.id]


def test_respondents_are_named_changed_and_removed(collecting: Collecting) -> None:
    service, first = collecting.service, collecting.matrix().standings[0]
    with pytest.raises(RuleError, match="not an email address"):
        service.add_respondent(collecting.area, first.authority_id, "Ann Example", "ann")
    collecting.write(service.add_respondent(collecting.area, first.authority_id, "Ann Example"))
    (ann,) = collecting.matrix().standings[0].respondents
    collecting.write(service.change_respondent(ann.id, "Ann Other", "ann@council.example"))
    (row,) = service.respondents(collecting.area)
    assert (row.name, row.email) == ("Ann Other", "ann@council.example")
    collecting.write(service.remove_respondent(ann.id))
    assert service.respondents(collecting.area) == ()
    assert len(service.authorities(collecting.area)) == 12


def test_the_sheets_meet_the_checklist_and_are_never_written_over(
    collecting: Collecting, sheets: dict[str, Path]
) -> None:
    assert faults(sheets["Bexley"].read_bytes(), to_fill_in=True) == []
    book = openpyxl.load_workbook(sheets["Bexley"])
    assert all(sheet.protection.sheet for sheet in book.worksheets)
    open_cells = [
        cell
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if not cell.protection.locked
    ]
    assert len(open_cells) == 111
    ranges = [v.sqref for s in book.worksheets for v in s.data_validations.dataValidation]
    assert sum(part.size["rows"] for one in ranges for part in one.ranges) == 111
    assert {cell.coordinate for cell in book["Part_2"]["G"] if not cell.protection.locked} == {
        f"G{row}" for row in range(10, 20)
    }

    folder = sheets["Bexley"].parent
    with pytest.raises(RuleError, match="and 9 more already"):
        collecting.service.write_sheets(collecting.collection, folder, NOW)
    with pytest.raises(RuleError, match="There is no folder"):
        collecting.service.write_sheets(collecting.collection, folder / "none", NOW)


@pytest.mark.usefixtures("quickly")
def test_a_return_is_one_change_that_is_taken_back_from_either_side(
    collecting: Collecting, sheets: dict[str, Path]
) -> None:
    path = sheets["Bromley"]
    fill(path, sound())
    renamed = path.rename(path.with_name("figures from us.xlsx"))
    assert collecting.take(renamed) == ()
    assert set(collecting.matrix().standings[2].parts) == {PartState.COMPLETE}
    with pytest.raises(RuleError, match="was taken in before"):
        collecting.take(renamed)
    with pytest.raises(RuleError, match="Take its returns back first"):
        collecting.write(collecting.service.remove(collecting.collection))

    imports = ImportService(collecting.database)
    (line,) = imports.imports()
    collecting.write(imports.undo(line.snapshot.id))
    assert collecting.matrix().row.returned == 0
    collecting.take(renamed)
    returned = collecting.matrix().standings[2].returned
    assert returned is not None
    collecting.write(collecting.service.returns.take_back(returned.id))
    with collecting.database.session() as session:
        assert not everything(session, Observation)


@pytest.mark.usefixtures("quickly")
def test_a_newer_sheet_of_the_same_authority_revises_the_older_one(
    collecting: Collecting, sheets: dict[str, Path]
) -> None:
    path = sheets["Bromley"]
    fill(path, {**sound(), "coll_extended": 12})
    collecting.take(path)
    fill(path, sound())
    collecting.take(path)

    with collecting.database.session() as session:
        rows = everything(session, Observation)
    assert len(rows) == 112
    assert [int(row.value or 0) for row in rows if not row.current] == [12]
    assert collecting.matrix().row.returned == 1


def test_several_files_are_taken_in_as_one_change_and_each_refusal_is_said(
    collecting: Collecting, sheets: dict[str, Path], tmp_path: Path
) -> None:
    paths = [sheets[name] for name in ("Bexley", "Bromley")]
    for path in paths:
        fill(path, sound())
    twin = tmp_path / "twin.xlsx"
    twin.write_bytes(paths[0].read_bytes())
    fill(twin, {"coll_extended": 12})
    (tmp_path / "other.csv").write_text(
        "Area,Period,Measure,Value\nBexley,2024 Q1,s31_apps,12\n", encoding="utf-8"
    )
    files = [*paths, twin, tmp_path / "other.csv", tmp_path / "none.xlsx"]
    made, lines = collecting.service.returns.take_all(files, NOW)

    assert made is not None
    assert made.label == "Take in 2 returned sheets"
    collecting.write(made)
    assert [(line.authority, line.taken) for line in lines[:2]] == [
        ("Bexley", 111),
        ("Bromley", 111),
    ]
    refused = [line.refused for line in lines[2:]]
    assert "Only the first was taken" in refused[0]
    assert "is no sheet of the collection" in refused[1]
    assert "There is no file" in refused[2]
    assert collecting.matrix().row.returned == 2
    collecting.write(made.inverse())
    assert collecting.matrix().row.returned == 0
    assert collecting.service.returns.take_all(files[3:], NOW)[0] is None


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ("July to September 2026", "April to June 2026", "none is open for that quarter"),
        ("July to September 2026", "the summer", "does not say its quarter"),
        ("template version 1", "template version 9", "made from version 9"),
        ("Bexley (E09000004)", "Camden (E09000007)", "no authority of East London"),
        ("Bexley (E09000004)", "Bromley (E09000004)", "names its authority in a way"),
    ],
    ids=["quarter", "words", "version", "authority", "name"],
)
@pytest.mark.usefixtures("quickly")
def test_a_sheet_that_belongs_elsewhere_is_refused_whole(
    collecting: Collecting, sheets: dict[str, Path], before: str, after: str, words: str
) -> None:
    fill(sheets["Bexley"], {"coll_extended": 12})
    change_text(sheets["Bexley"], before, after)
    with pytest.raises(RuleError, match=words):
        collecting.service.returns.preview(sheets["Bexley"])


@pytest.mark.usefixtures("quickly")
def test_parts_of_two_authorities_or_collections_and_empty_sheets_are_refused(
    collecting: Collecting, sheets: dict[str, Path]
) -> None:
    with pytest.raises(RuleError, match="nothing is filled in"):
        collecting.service.returns.preview(sheets["Bromley"])
    fill(sheets["Bexley"], sound())
    change_text(sheets["Bexley"], "Bexley (E09000004)", "Bromley (E09000006)", slice(5, 6))
    with pytest.raises(RuleError, match="more than one authority or quarter"):
        collecting.service.returns.preview(sheets["Bexley"])
    change_text(sheets["Bexley"], "East London (ELON)", "West London (WLON)", slice(5, 6))
    with pytest.raises(RuleError, match="more than one publisher"):
        collecting.service.returns.preview(sheets["Bexley"])


def test_nobody_is_reminded_before_the_day(collecting: Collecting, tmp_path: Path) -> None:
    early = NOW.replace(month=10, day=31)
    with pytest.raises(RuleError, match="Nobody is late"):
        collecting.service.write_reminders(collecting.collection, tmp_path, early)


def test_a_spoilt_list_of_rows_is_refused_with_its_line(
    collecting: Collecting, tmp_path: Path
) -> None:
    with pytest.raises(RuleError, match="cannot be read"):
        read_items(tmp_path)
    head, *rows = (FACTS / FILE).read_text(encoding="utf-8").splitlines()
    (tmp_path / FILE).write_text("\n".join([head, rows[0].replace("count", "guess")]))
    with pytest.raises(RuleError, match="wrong in line 2"):
        CollectService(collecting.database, tmp_path).matrix(collecting.collection, TODAY)
