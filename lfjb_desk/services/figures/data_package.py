"""Describes a table of figures for other programs, as a Frictionless data package."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from lfjb_desk.domain.common.publishers import OPEN_GOVERNMENT
from lfjb_desk.domain.places import PlaceKind
from lfjb_desk.domain.read_models.figures.frames import COLUMNS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from lfjb_desk.domain.read_models.figures.frames import FrameColumn, TidyFigure

_KINDS: dict[type, str] = {str: "string", date: "date", Decimal: "number"}
_LICENCE = {
    "name": "OGL-UK-3.0",
    "title": "Open Government Licence v3.0",
    "path": "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
}


def described(table: bytes, rows: Sequence[TidyFigure], now: datetime) -> bytes:
    """Return the text of `datapackage.json` for `figures.csv`.

    A source says under which licence it stands where that is known; the whole says so only where
    each of its sources does.

    Args:
        table: The bytes of `figures.csv`.
        rows: What stands in it.
        now: When it is made.
    """
    sources = sorted({(row.publisher, row.file) for row in rows})
    licences = {"licenses": [_LICENCE]} if all(map(_is_open, dict(sources))) else {}
    package = {
        "profile": "tabular-data-package",
        "name": "lfjb-desk-figures",
        "title": "Figures of LFJB Desk",
        "description": "Each source says under which licence it stands; where one says nothing, "
        "ask its publisher, and for what a board collected itself, the board.",
        "created": now.isoformat(timespec="seconds"),
        **licences,
        "sources": [_source(*pair) for pair in sources],
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
                "schema": {"fields": [_field(column) for column in COLUMNS], "missingValues": [""]},
            }
        ],
    }
    return f"{json.dumps(package, ensure_ascii=False, indent=2)}\n".encode()


def _is_open(publisher: str) -> bool:
    return publisher in OPEN_GOVERNMENT


def _source(publisher: str, file: str) -> dict[str, Any]:
    title = ": ".join(part for part in (publisher, file) if part) or "not stated"
    return {"title": title} | ({"licenses": [_LICENCE]} if _is_open(publisher) else {})


def _field(column: FrameColumn) -> dict[str, Any]:
    constraints: dict[str, Any] = {"required": column.about.required}
    if column.name == "place_kind":
        constraints["enum"] = [kind.value for kind in PlaceKind]
    return {
        "name": column.name,
        "type": _KINDS[column.holds],
        "description": column.about.words,
        "constraints": constraints,
    }
