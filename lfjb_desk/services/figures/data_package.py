"""Describes a table of figures for other programs, as a Frictionless data package."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from lfjb_desk.domain.places import PlaceKind

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from lfjb_desk.domain.read_models.figures.frames import TidyFigure

FIELDS: tuple[tuple[str, str, bool, str], ...] = (
    ("area", "string", True, "Area code, GSS code of an authority, or name of a region or nation."),
    ("place", "string", True, "The name of the place."),
    ("place_kind", "string", True, "What sort of place it is."),
    ("measure", "string", True, "The code of the measure."),
    ("period_start", "date", True, "The first day of the period."),
    ("period_end", "date", True, "The last day of the period."),
    ("period_label", "string", False, "The period as published."),
    ("value", "number", False, "The figure with all its digits; empty where none was published."),
    ("marker", "string", False, "The marker as published, such as [c]; empty where there is none."),
    ("publisher", "string", False, "Who published the figure."),
    ("file", "string", False, "The file that it was read from."),
    ("sheet", "string", False, "The sheet of that file."),
    ("cell", "string", False, "The cell of that sheet."),
)
"""Name, type, whether every row has it, and what it holds."""
_LICENCE = {
    "name": "OGL-UK-3.0",
    "title": "Open Government Licence v3.0",
    "path": "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
}


def described(table: bytes, rows: Sequence[TidyFigure], now: datetime) -> bytes:
    """Return the text of `datapackage.json` for `figures.csv`.

    Args:
        table: The bytes of `figures.csv`.
        rows: What stands in it.
        now: When it is made.
    """
    sources = sorted({(row.publisher, row.file) for row in rows})
    package = {
        "profile": "tabular-data-package",
        "name": "lfjb-desk-figures",
        "title": "Figures of LFJB Desk",
        "description": "Figures that gov.uk and Cafcass publish stand under the Open Government "
        "Licence; for what a board collected itself, ask the board.",
        "created": now.isoformat(timespec="seconds"),
        "licenses": [_LICENCE],
        "sources": [
            {"title": ": ".join(part for part in pair if part) or "not stated"} for pair in sources
        ],
        "resources": [
            {
                "profile": "tabular-data-resource",
                "name": "figures",
                "path": "figures.csv",
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8",
                "bytes": len(table),
                "hash": f"sha256:{hashlib.sha256(table).hexdigest()}",
                "dialect": {"delimiter": ",", "doubleQuote": True, "lineTerminator": "\r\n"},
                "schema": {"fields": [_field(*one) for one in FIELDS], "missingValues": [""]},
            }
        ],
    }
    return f"{json.dumps(package, ensure_ascii=False, indent=2)}\n".encode()


def _field(name: str, kind: str, required: bool, text: str) -> dict[str, Any]:  # noqa: FBT001
    constraints: dict[str, Any] = {"required": required}
    if name == "place_kind":
        constraints["enum"] = [one.value for one in PlaceKind]
    return {"name": name, "type": kind, "description": text, "constraints": constraints}
