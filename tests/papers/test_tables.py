"""A table of a paper is made from columns that each know what they show of a row."""

from lfjb_desk.domain.blocks import PaperColumn, Table
from lfjb_desk.papers.parts.tables import RowColumn, table_of


def test_each_column_shows_its_part_of_each_row() -> None:
    made = table_of(
        "Weeks",
        "Weeks by area.",
        (
            RowColumn("Area", 6.0, lambda row: row[0], bold=True),
            RowColumn("Weeks", 3.0, lambda row: str(row[1]), figures=True),
        ),
        iter([("Northwick", 46), ("Eastmoor", 52)]),
        captioned=True,
        note="Figures are in weeks.",
        source="Source: invented.",
    )

    assert made == Table(
        "Weeks",
        "Weeks by area.",
        (PaperColumn("Area", 6.0, bold=True), PaperColumn("Weeks", 3.0, figures=True)),
        (("Northwick", "46"), ("Eastmoor", "52")),
        captioned=True,
        note="Figures are in weeks.",
        source="Source: invented.",
    )


def test_without_rows_a_table_keeps_its_columns() -> None:
    columns: tuple[RowColumn[str], ...] = (RowColumn("Area", 6.0, str),)
    made = table_of("Weeks", "Weeks by area.", columns, ())

    assert (made.columns, made.rows) == ((PaperColumn("Area", 6.0),), ())
