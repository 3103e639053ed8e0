"""The signals of the nation, saved as a workbook and read back."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
import pytest

from lfjb_desk.domain.changes import RuleError
from lfjb_desk.services.figures.national import NationalService
from lfjb_desk.services.papers.exports import ExportService
from tests.services.figures.quarterly import STEADY, quarterly, write
from tests.services.figures.test_national import FILE, TODAY, WEEKS, service

if TYPE_CHECKING:
    from lfjb_desk.store.engine.database import Database

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
__all__ = ["service"]


def test_the_workbook_says_what_chance_would_give_and_which_signals_are_confirmed(
    database: "Database", service: NationalService, tmp_path: Path
) -> None:
    once = [*STEADY, 51, 49, 51, 50, 66]
    write(database, *quarterly(WEEKS.id, FILE.id, once, place_code="KENT"))
    write(database, *quarterly(WEEKS.id, FILE.id, [*once, 67], place_code="CUMB"))
    view = service.view(TODAY)
    saved = ExportService().write_signals(tmp_path / "signals.xlsx", view, NOW)
    book = openpyxl.load_workbook(saved)
    cover = {row[0]: row[1] for row in book["Cover"].iter_rows(max_col=2, values_only=True)}
    assert cover["Signals"] == "2"
    assert cover["Expected by chance alone"] == f"about {round(view.expected)}"
    assert cover["Confirmed"] == "1"
    assert cover["Series (a measure of one area) judged by limits"] == "2"
    rows = list(book["Signals"].iter_rows(values_only=True))
    head = next(number for number, row in enumerate(rows) if row[0] == "Area")
    found = [dict(zip(rows[head], row, strict=True)) for row in rows[head + 1 :]]
    assert [(row["Area"], row["Confirmed"], row["Newest figure"]) for row in found] == [
        ("Cumbria", "confirmed", 67),
        ("Kent", "not confirmed", 66),
    ]
    assert {row["Signal"] for row in found} == {"above the usual range"}
    assert {row["Better or worse"] for row in found} == {"worse"}
    assert [row["Since"] for row in found] == ["January to March 2024", "January to March 2024"]


def test_without_a_signal_nothing_is_saved(service: NationalService, tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="no signal here to save"):
        ExportService().write_signals(tmp_path / "signals.xlsx", service.view(TODAY), NOW)
    assert not list(tmp_path.iterdir())
