"""All current figures in one table: complete, exact, and readable by other programs."""

from __future__ import annotations

import csv
import io
import json
from calendar import month_abbr
from contextlib import contextmanager
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

import pandas as pd
import pytest
from openpyxl import load_workbook
from sqlalchemy import event
from sqlmodel import col, select

from lfjb_desk.domain.changes import RuleError, change, edited
from lfjb_desk.domain.common.publishers import INVENTED
from lfjb_desk.domain.figures.figures import Observation, Snapshot
from lfjb_desk.domain.places import (
    AreaAuthority,
    Confidence,
    DfjArea,
    LocalAuthority,
    PlaceKind,
)
from lfjb_desk.domain.read_models.figures.frames import COLUMNS, TidyFigure
from lfjb_desk.importers.layouts.fcsq.areas import LAYOUT as DFJ_AREAS
from lfjb_desk.services.figures.frames import FigureFilter, FrameService
from lfjb_desk.services.imports.imports import ImportService
from lfjb_desk.services.reference import ReferenceService
from lfjb_desk.services.sample.sample import SampleService
from tests.services.figures.quarterly import measure, quarterly, snapshot, write

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lfjb_desk.store.engine.database import Database

ROOT = Path(__file__).parents[3]
NOW = datetime(2026, 11, 23, 9, 14, tzinfo=UTC)
ALL = FigureFilter()


@pytest.fixture
def facts(database: Database) -> Database:
    loaded = ReferenceService(database, ROOT / "db/reference").load()
    assert loaded is not None
    database.apply(loaded)
    return database


@pytest.fixture
def sample(facts: Database) -> Database:
    made = SampleService(facts, ROOT / "resources/sample", ROOT / "db/reference")
    facts.apply(made.build(NOW.date()))
    return facts


@pytest.fixture
def few(database: Database) -> Database:
    """Three quarters: a figure, a suppressed one, and one with a marker and a text like a sum."""
    weeks, brought = measure(), snapshot()
    rows = quarterly(weeks.id, brought.id, [40.1, "[c]", 0])
    rows[0].value = Decimal("40.10")
    rows[2].marker, rows[2].sheet = "[p]", "=1+1"
    write(database, weeks, brought, *rows)
    return database


@contextmanager
def statements(database: Database) -> Iterator[list[str]]:
    seen: list[str] = []

    def note(*given: object) -> None:
        seen.append(str(given[2]))

    event.listen(database._engine, "before_cursor_execute", note)
    yield seen
    event.remove(database._engine, "before_cursor_execute", note)


def read(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_every_current_figure_of_the_sample_board_stands_in_the_table_once(
    sample: Database,
) -> None:
    with sample.session() as session:
        current = session.exec(select(Observation).where(col(Observation.current))).all()
    expected = sorted(
        (row.place_code, str(row.period_start), str(row.value), str(row.marker), row.cell)
        for row in current
    )

    with statements(sample) as seen:
        frame = FrameService(sample).frame(ALL)

    assert len(expected) > 50
    found = sorted(
        (
            one.area,
            str(one.period_start.date()),
            str(one.value),
            "None" if pd.isna(one.marker) else one.marker,
            one.cell,
        )
        for one in frame.itertuples()
    )
    assert found == expected
    assert len([one for one in seen if one.startswith("SELECT")]) == 1
    assert "Essex and Suffolk" in set(frame["place"])


def test_the_csv_reads_back_equal(sample: Database, tmp_path: Path) -> None:
    service = FrameService(sample)

    (path,) = service.write(tmp_path / "figures.csv", ALL, NOW)

    frame = service.frame(ALL)
    back = pd.read_csv(path, dtype=str, keep_default_na=False, na_values=[""])
    for name in ("period_start", "period_end"):
        back[name] = back[name].astype("datetime64[s]")
    back["value"] = [None if pd.isna(one) else Decimal(one) for one in back["value"]]
    back["value"] = back["value"].astype("object")
    pd.testing.assert_frame_equal(back, frame)


def test_a_suppressed_figure_keeps_its_marker_and_has_no_value(few: Database) -> None:
    frame = FrameService(few).frame(ALL)

    assert list(frame["value"]) == [Decimal("40.10"), None, Decimal(0)]
    assert str(frame["value"][0]) == "40.10"
    assert list(frame["marker"].fillna("")) == ["", "[c]", "[p]"]
    lines = FrameService(few).csv_text(ALL).splitlines()
    assert ",40.10,,Cafcass," in lines[1]
    assert ",,[c],Cafcass," in lines[2]
    assert ",'=1+1," in lines[3]


def test_a_revised_figure_gives_way_to_the_one_that_replaced_it(few: Database) -> None:
    with few.session() as session:
        old = session.exec(select(Observation).where(Observation.cell == "B2")).one()
        weeks, brought = old.measure_id, old.snapshot_id
    (former,) = quarterly(weeks, brought, [39], current=False)
    write(few, former)

    assert len(FrameService(few).frame(ALL)) == 3


def test_only_what_is_asked_for_is_given(few: Database) -> None:
    service = FrameService(few)

    assert len(service.frame(FigureFilter(since=date(2020, 4, 1)))) == 2
    assert len(service.frame(FigureFilter(area="ESST", measure="s31_mean_weeks"))) == 3
    none = service.frame(FigureFilter(since=date(2030, 1, 1)))
    assert list(none.columns) == [column.name for column in COLUMNS]
    assert none.empty
    for wanted, words in (
        (FigureFilter(area="NOWHERE"), "No place has the code NOWHERE"),
        (FigureFilter(measure="nothing"), "No measure has the code nothing"),
    ):
        with pytest.raises(RuleError, match=words):
            service.frame(wanted)


def test_the_data_package_fits_its_csv(sample: Database, tmp_path: Path) -> None:
    table, description = FrameService(sample).write(tmp_path / "data", ALL, NOW)

    assert (table.name, description.name) == ("figures.csv", "datapackage.json")
    package = json.loads(description.read_text(encoding="utf-8"))
    (resource,) = package["resources"]
    data = table.read_bytes()
    rows = read(data)
    assert resource["bytes"] == len(data)
    fields = resource["schema"]["fields"]
    assert [field["name"] for field in fields] == list(rows[0])
    take: dict[str, Callable[[str], object]] = {
        "string": str,
        "date": date.fromisoformat,
        "number": Decimal,
    }
    for field in fields:
        texts = [row[field["name"]] for row in rows]
        for text in filter(None, texts):
            take[field["type"]](text)
        if field["constraints"]["required"]:
            assert all(texts)
        assert set(texts) <= set(field["constraints"].get("enum", texts))
    made = {row["file"] for row in rows if row["publisher"] == INVENTED}
    pages = {
        f"{row['publisher']}: {row['file']}: {row['sheet']}"
        for row in rows
        if row["file"] not in made
    }
    files = {f"{INVENTED}: {file}" for file in made}
    assert {source["title"] for source in package["sources"]} == pages | files
    licensed = {source["title"] for source in package["sources"] if source.get("licenses")}
    sites = {title.split(": ")[2].split("/")[0] for title in licensed}
    assert sites == {"gov.uk", "cafcass.gov.uk"}
    others = {title.split(": ")[2].split("/")[0] for title in pages - licensed}
    assert sites & others == set()
    assert {"familylaw.co.uk", "communitycare.co.uk", "pearsonlegal.co.uk"} < others
    assert {"cypnow.co.uk", "lawgazette.co.uk", "nao.org.uk"} < others
    assert "Trailblazer profile of Essex and Suffolk, Mutual Ventures" in others
    assert "licenses" not in package, "what holds for a part is not said of the whole"


def test_a_licence_is_named_for_the_whole_where_every_source_has_it(
    few: Database, tmp_path: Path
) -> None:
    def package() -> dict[str, Any]:
        _, description = FrameService(few).write(tmp_path / "data", ALL, NOW)
        made: dict[str, Any] = json.loads(description.read_text(encoding="utf-8"))
        return made

    with few.session() as session:
        (brought,) = session.exec(select(Snapshot)).all()
    few.apply(change("Read", None, [edited(brought, layout=DFJ_AREAS.name)]))
    (licence,) = package()["licenses"]
    assert licence["name"] == "OGL-UK-3.0"
    with few.session() as session:
        old = session.exec(select(Observation).where(Observation.cell == "B2")).one()
    write(few, *quarterly(old.measure_id, old.snapshot_id, [39], publisher="Essex collection"))
    mixed = package()
    assert "licenses" not in mixed
    assert [(one["title"].split(":")[0], one.get("licenses")) for one in mixed["sources"]] == [
        ("Cafcass", [licence]),
        ("Essex collection", None),
    ]


TYPED = "Cafcass: care duration history\nAuthority,Q1 2024-25,Q2 2024-25\nEssex,30,31\nKent,30,31\n"
GUESSED = TYPED.removeprefix("Cafcass: ")
LONG = (
    "Area,Period,Measure,Value,Publisher\nEssex and Suffolk,Q1 2024-25,s31_mean_weeks,30,Cafcass\n"
)
NATIONAL = "Cafcass care applications\nMonth,2020-21,2021-22,2022-23,2023-24\n" + "".join(
    f"{month},{900 + number},{950 + number},{970 + number},{980 + number}\n"
    for number, month in enumerate((*month_abbr[4:], *month_abbr[1:4]))
)


@pytest.mark.parametrize(
    ("text", "is_open"), [(TYPED, False), (GUESSED, False), (LONG, False), (NATIONAL, True)]
)
def test_a_publishers_name_in_a_local_table_opens_nothing(
    facts: Database, tmp_path: Path, text: str, *, is_open: bool
) -> None:
    path = tmp_path / "board.csv"
    path.write_text(text, encoding="utf-8")
    service = ImportService(facts)
    preview = service.preview(path)
    assert preview.publisher == "Cafcass"
    facts.apply(service.commit(preview, NOW))

    _, description = FrameService(facts).write(tmp_path / "data", ALL, NOW)

    package = json.loads(description.read_text(encoding="utf-8"))
    assert [source["title"] for source in package["sources"]] == ["Cafcass: board.csv"]
    assert ("licenses" in package, "licenses" in package["sources"][0]) == (is_open, is_open)


@pytest.fixture
def authorities(few: Database) -> Database:
    """Three authorities: one in ESST, one in parts of ESST and KENT, one in neither."""
    areas = [
        DfjArea(code=code, name=code, region="", nation="England", courts="", source="invented")
        for code in ("ESST", "KENT")
    ]
    bodies = [
        LocalAuthority(gss_code=code, name=code, nation="England", source="invented")
        for code in ("E1", "E2", "E3")
    ]
    links = [
        AreaAuthority(
            area_id=areas[area].id,
            authority_id=bodies[body].id,
            part=part,
            confidence=Confidence.HIGH,
            source="invented",
        )
        for area, body, part in ((0, 0, ""), (0, 1, "north"), (0, 1, "west"), (1, 1, "south"))
    ]
    with few.session() as session:
        old = session.exec(select(Observation).where(Observation.cell == "B2")).one()
    figures = [
        row
        for number, body in enumerate(bodies)
        for row in quarterly(
            old.measure_id,
            old.snapshot_id,
            [7, number if number != 1 else "[c]"],
            place_kind=PlaceKind.AUTHORITY,
            place_code=body.gss_code,
        )
    ]
    write(few, *areas, *bodies, *links, *figures)
    return few


def test_an_area_brings_its_authorities_and_an_authority_comes_alone(
    authorities: Database,
) -> None:
    service = FrameService(authorities)

    def places(area: str) -> list[str]:
        return list(service.frame(FigureFilter(area=area))["area"])

    assert places("ESST") == ["ESST", "ESST", "ESST", "E1", "E1", "E2", "E2"]
    assert places("KENT") == ["E2", "E2"]
    assert places("E3") == ["E3", "E3"]


def test_the_guide_totals_authorities_and_leaves_out_a_total_that_lacks_a_part(
    authorities: Database,
) -> None:
    guide = (ROOT / "docs/data.md").read_text(encoding="utf-8")
    (recipe,) = (
        part.split("```")[0] for part in guide.split("```python\n")[1:] if "totals" in part
    )
    service = FrameService(authorities)

    def figures(area: str, measure: str) -> pd.DataFrame:
        assert measure == "s31_cases"
        return service.frame(FigureFilter(area, "s31_mean_weeks"))

    names: dict[str, Any] = {"figures": figures}
    exec(recipe, names)  # noqa: S102 - our own guide, so that it stays true

    assert list(names["totals"]) == [Decimal(14), None]


def test_each_column_is_described_once_for_all_who_write_it(few: Database, tmp_path: Path) -> None:
    assert tuple(column.name for column in COLUMNS) == TidyFigure._fields
    _, description = FrameService(few).write(tmp_path / "data", ALL, NOW)
    package = json.loads(description.read_text(encoding="utf-8"))
    fields = package["resources"][0]["schema"]["fields"]
    assert [field["description"] for field in fields] == [one.about.words for one in COLUMNS]
    kinds = {"period_start": "date", "period_end": "date", "value": "number"}
    assert {field["name"]: field["type"] for field in fields} == {
        column.name: kinds.get(column.name, "string") for column in COLUMNS
    }


def test_a_workbook_holds_numbers_and_says_where_none_is(few: Database, tmp_path: Path) -> None:
    (path,) = FrameService(few).write(tmp_path / "figures.xlsx", ALL, NOW)

    page = load_workbook(path)["Figures"]
    rows = list(page.iter_rows(min_row=page.max_row - 2, values_only=True))
    assert [row[7:9] for row in rows] == [(40.1, "none"), ("none", "[c]"), (0, "[p]")]
    assert all(cell is not None for row in rows for cell in row)


def test_an_ending_that_is_not_known_is_refused(few: Database, tmp_path: Path) -> None:
    with pytest.raises(RuleError, match=r"ends in none of \.csv, \.xlsx and \.parquet"):
        FrameService(few).write(tmp_path / "figures.doc", ALL, NOW)
    assert list(tmp_path.iterdir()) == []


def test_parquet_without_a_library_for_it_is_refused(
    few: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def absent(*_: object, **__: object) -> None:
        raise ImportError

    monkeypatch.setattr(pd.DataFrame, "to_parquet", absent)
    with pytest.raises(RuleError, match="needs pyarrow or fastparquet"):
        FrameService(few).write(tmp_path / "figures.parquet", ALL, NOW)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["figures.csv", "figures.xlsx", "package"])
@pytest.mark.parametrize("area", [None, "ESST"])
def test_the_table_is_for_analysis_and_not_for_importing(
    sample: Database, tmp_path: Path, name: str, area: str | None
) -> None:
    path, *others = FrameService(sample).write(tmp_path / name, FigureFilter(area), NOW)

    packed = tmp_path / "packed.zip"
    with ZipFile(packed, "w") as file:
        for part in (*others, path):
            file.write(part, part.name)

    for given in (path, packed):
        with pytest.raises(RuleError) as refusal:
            ImportService(sample).preview(given)
        assert str(refusal.value) == (
            f"{path.name} is the table that lfjb-desk figures writes for analysis. "
            "Nothing was imported. Import the published files."
        )
