"""Figures handed out and taken in again: the same figures, the same markers."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from lfjb_desk.domain.changes import Change, RuleError, added
from lfjb_desk.domain.figures.figures import Measure, Observation, Polarity, Snapshot
from lfjb_desk.domain.places import AreaName, PlaceKind, fold
from lfjb_desk.domain.read_models.figures.provenance import CellSource
from lfjb_desk.domain.read_models.figures.series import (
    Direction,
    Frequency,
    Point,
    Series,
    SeriesKey,
)
from lfjb_desk.importers.reader import read
from lfjb_desk.services.figures.figures import FigureService
from lfjb_desk.services.imports.imports import ImportService
from lfjb_desk.services.papers.exports import ExportService, book
from lfjb_desk.sheets.writer import to_bytes
from tests.analysis.restating import status_of
from tests.services.conftest import NOW, TODAY
from tests.sheets.checklist import faults

if TYPE_CHECKING:
    from pathlib import Path

    from tests.services.conftest import Board

CODES = [
    *("[b]", "[c]", "[e]", "[er]", "[f]", "[low]", "[p]", "[r]"),
    *("[u]", "[w]", "[x]", "[z]", "[ns]", "[s]", "[ss]", "[sss]"),
]
COMBINED = ["[r][e]", "[p] [u]", "[e, r]"]
ALONE = {"[c]", "[low]", "[w]", "[x]", "[z]"}
OLD_SIGNS = ["-", "..", "*", ":", "blank"]


def measure(code: str, unit: str = "weeks", decimals: int = 1) -> Measure:
    return Measure(
        code=code,
        name=f"Measure {code}",
        definition="How long it took.",
        unit=unit,
        decimals=decimals,
        polarity=Polarity.LOWER,
        source="An invented table",
    )


def series(one: Measure, points: tuple[Point, ...], place: str = "Essex") -> Series:
    return Series(
        measure=one,
        place_kind=PlaceKind.AREA,
        place_code="ESST",
        place=place,
        series_key=SeriesKey("FCSQ", Frequency.QUARTER),
        points=points,
        peer=None,
        target=None,
        direction=Direction.UNKNOWN,
        status=status_of(one, points[-1].value, None, None),
        origin="FCSQ",
        others=(),
    )


def point(place: int, value: Decimal | None, marker: str | None) -> Point:
    start = date(2010, 1, 1) + timedelta(days=40 * place)
    label = f"Stretch {place}"
    cell = CellSource("a.csv", "", f"G{place}", None)
    return Point(start, start + timedelta(days=39), label, value, marker, cell)


@pytest.fixture
def marked(board: Board) -> Series:
    """A series that holds each marker once, beside a figure where it can stand beside one."""
    area = AreaName(
        place_kind=PlaceKind.AREA,
        place_code="ESST",
        publisher="FCSQ",
        name="Essex",
        folded=fold("Essex"),
        source="invented",
    )
    held = measure("mean_weeks")
    snapshot = Snapshot(
        file_name="a.csv", sha256="0" * 64, layout="x", publisher="FCSQ", imported_at=NOW,
        read=1, new=1, unchanged=0, revised=0, refused=0,
    )  # fmt: skip
    rows = [
        Observation(
            snapshot_id=snapshot.id,
            measure_id=held.id,
            place_kind=PlaceKind.AREA,
            place_code="ESST",
            place_label="Essex",
            period_start=date(2015 + n // 4, 1 + 3 * (n % 4), 1),
            period_end=date(2015 + n // 4, 3 + 3 * (n % 4), 28),
            period_label=f"Quarter {n}",
            value=None if marker in ALONE or marker in OLD_SIGNS else Decimal("41.25"),
            marker=marker,
            publisher="FCSQ",
            sheet="",
            cell=f"G{n}",
        )
        for n, marker in enumerate(CODES + COMBINED + OLD_SIGNS)
    ]
    board.write(Change("Set up", tuple(added(row) for row in (area, held, snapshot, *rows))))
    found = FigureService(board.database).series(held.id, PlaceKind.AREA, "ESST", TODAY)
    assert found is not None
    return found


@pytest.mark.parametrize("suffix", [".xlsx", ".csv"])
def test_every_marker_comes_back_as_it_went_out(
    board: Board, marked: Series, tmp_path: Path, suffix: str
) -> None:
    path, service = tmp_path / f"figures{suffix}", ExportService()
    if suffix == ".csv":
        service.write_csv(path, [marked])
    else:
        service.write_xlsx(path, [marked], "Figures for Essex", NOW)

    preview = ImportService(board.database).preview(path)
    assert preview.reading.layout == "Figures that this program saved"
    assert (preview.refused, preview.questions) == ((), ())
    back = {one.figure.period_label: (one.figure.value, one.figure.marker) for one in preview.taken}
    went = {p.label: (p.value, p.marker) for p in marked.points if p.observation_id}
    assert back == went
    assert len(CODES + COMBINED) == 19
    assert preview.counts.unchanged == len(went) == 24


def test_fifty_exports_meet_all_checks_of_the_checklist() -> None:
    chance = random.Random(7)  # noqa: S311 - invented figures, not secrets
    markers = [None, None, *CODES, *COMBINED, *OLD_SIGNS]
    for number in range(50):
        measures = [measure(f"m{number}_{n}", decimals=n) for n in range(chance.randint(1, 4))]
        shown = [
            series(one, tuple(_points(chance, markers)), place)
            for one in measures
            for place in ("Essex", "=Leeds & Bradford", "Ynys Môn")[: chance.randint(1, 3)]
        ]
        assert faults(to_bytes(book(shown, f"Figures {number}", NOW))) == [], number


def _points(chance: random.Random, markers: list[str | None]) -> list[Point]:
    points = []
    for place in range(chance.randint(1, 6)):
        marker = chance.choice(markers)
        alone = marker is not None and (marker in ALONE or marker in OLD_SIGNS)
        value = None if alone else Decimal(chance.randint(0, 9999)) / 100
        points.append(point(place, value, marker))
    return points


def test_a_gap_is_no_row_and_nothing_at_all_is_refused(tmp_path: Path) -> None:
    gap, held = point(1, None, None), point(2, Decimal(7), None)
    made = book([series(measure("a"), (gap, held))], "Figures", NOW)
    assert len(made.tables[0].rows) == 1

    with pytest.raises(RuleError, match="no figure here"):
        ExportService().write_csv(tmp_path / "a.csv", [series(measure("a"), (gap,))])
    with pytest.raises(RuleError, match="could not be saved"):
        ExportService().write_csv(tmp_path / "none" / "a.csv", [series(measure("a"), (held,))])


def test_a_workbook_with_tables_of_two_publishers_is_not_taken_for_one(
    board: Board, tmp_path: Path
) -> None:
    one = series(measure("a"), (point(1, Decimal(7), None),))
    other = replace(
        series(measure("b"), one.points), series_key=SeriesKey("Cafcass", Frequency.QUARTER)
    )
    path = ExportService().write_xlsx(tmp_path / "both.xlsx", [one, other], "Figures", NOW)
    with pytest.raises(RuleError, match="more than one publisher: FCSQ and Cafcass"):
        ImportService(board.database).preview(path)


def test_rows_that_were_spoilt_since_are_refused_one_by_one(
    board: Board, marked: Series, tmp_path: Path
) -> None:
    path = ExportService().write_csv(tmp_path / "figures.csv", [marked])
    head, *rows = path.read_text(encoding="utf-8-sig").splitlines()
    spoilt = [
        rows[0].replace("FCSQ", "Cafcass"),
        rows[1].replace("2015-04-01", "spring"),
        rows[2].replace("area", "planet"),
        rows[3].replace("mean_weeks", ""),
        rows[4].replace("2016-01-01", "2019-01-01"),
        rows[5].replace("[low],none", "[low],[p]"),
    ]
    path.write_text("\n".join([head, rows[6], *spoilt]), encoding="utf-8")

    preview = ImportService(board.database).understand(read(path, lambda _: None))
    assert [one.figure.period_label for one in preview.taken] == ["Quarter 6"]
    said = " ".join(one.reason for one in preview.refused)
    assert len(preview.refused) == 6
    for words in (
        "is published by Cafcass",
        "no day",
        "kind of place",
        "nothing under",
        "ends before",
        "marker beside",
    ):
        assert words in said
