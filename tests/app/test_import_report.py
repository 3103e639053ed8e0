"""What the command line says of an import: everything by name, and no endless lists."""

from typing import Any

from lfjb_desk.app.import_report import MOST_ALIKE, MOST_REVISIONS, import_lines

COUNTS = dict.fromkeys(("read", "new", "revised", "unchanged", "refused", "asked", "repeated"), 0)


def _result(**values: Any) -> dict[str, Any]:
    empty: dict[str, Any] = dict.fromkeys(
        ("notes", "drift", "revisions", "refused", "questions"), ()
    )
    about = {"file": "f.csv", "layout": "Any table", "publisher": "FCSQ", "counts": COUNTS}
    return {**about, **empty, **values}


def _revision(number: int) -> dict[str, Any]:
    return {
        "measure_name": "Average weeks",
        "place_label": "Essex",
        "period_label": f"Q{number}",
        "old_value": "41",
        "old_marker": "[p]",
        "value": None,
        "marker": "[x]",
    }


def _refusal(cell: str, sheet: str = "Table 1", kind: str = "cell") -> dict[str, str]:
    reason = f"{cell} says “many”, which is no figure."
    return {"sheet": sheet, "cell": cell, "reason": reason, "kind": kind}


def test_columns_not_used_and_drift_are_told() -> None:
    lines = list(
        import_lines(_result(notes=["Columns not used: gender."], drift=["B is new."]), wrote=True)
    )
    assert "  Read so: Columns not used: gender." in lines
    assert "  Changed since last time: B is new." in lines
    assert "There was nothing new to write." in lines


def test_revisions_are_named_up_to_a_number() -> None:
    revisions = [_revision(number) for number in range(MOST_REVISIONS + 5)]
    lines = list(import_lines(_result(revisions=revisions), wrote=False))
    assert "  Revised: Average weeks, Essex, Q0: 41 [p] -> [x]" in lines
    assert lines[-1] == "  And 5 more revised (--dry-run --json lists all)."
    assert sum(line.startswith("  Revised: ") for line in lines) == MOST_REVISIONS


def test_refusals_of_one_kind_are_told_together() -> None:
    refused = [_refusal(f"B{row}") for row in range(1, 21)] + [_refusal("C1", "Table 2")]
    lines = list(import_lines(_result(refused=refused), wrote=False))[2:]
    assert len(lines) == MOST_ALIKE + 2
    assert lines[0] == "  Table 1: B1 says “many”, which is no figure."
    assert lines[MOST_ALIKE] == (
        "  And 17 more like these: B4, B5, B6, B7, B8, B9, B10 and B11 and further."
    )
    assert lines[-1] == "  Table 2: C1 says “many”, which is no figure."
