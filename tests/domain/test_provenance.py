"""Where figures come from, in words."""

from datetime import date
from decimal import Decimal

from lfjb_desk.domain.read_models.figures.provenance import CellSource, WorkedSource

CLOSED = CellSource("cases.xlsx", "Cases", "B3", date(2026, 11, 12))
STARTED = CellSource("cases.csv", "", "C3", None)


def test_a_cell_is_named_by_file_sheet_and_cell_as_far_as_they_are_known() -> None:
    assert CLOSED.words == "cases.xlsx, sheet Cases, cell B3"
    assert STARTED.words == "cases.csv, cell C3"
    assert CellSource("", "", "C3", None).words == "cell C3"
    assert CellSource("letter.docx", "", "", None).words == "letter.docx"


def test_a_derived_figure_names_its_formula_and_every_cell_that_it_rests_on() -> None:
    share = WorkedSource("/", Decimal(100), ("Closed", CLOSED), ("Started", STARTED))
    assert share.words == (
        "Closed (cases.xlsx, sheet Cases, cell B3) divided by Started (cases.csv, cell C3), "
        "times 100"
    )
    less = WorkedSource("-", Decimal(1), ("Share", share), ("Started", STARTED))
    assert less.words == f"Share ({share.words}) less Started (cases.csv, cell C3)"
    assert list(less.cells()) == [("Closed", CLOSED), ("Started", STARTED), ("Started", STARTED)]
    assert list(CLOSED.cells()) == [("", CLOSED)]
