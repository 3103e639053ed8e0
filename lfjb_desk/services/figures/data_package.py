"""Describes a table of figures for other programs, as a Frictionless data package."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from datetime import date
from decimal import Decimal
from enum import Enum, auto
from typing import TYPE_CHECKING, Any, NamedTuple

from lfjb_desk.domain.common.publishers import OPEN_GOVERNMENT, OPEN_SITES
from lfjb_desk.domain.places import PlaceKind
from lfjb_desk.domain.read_models.figures.frames import COLUMNS
from lfjb_desk.importers.extract import Published
from lfjb_desk.importers.layouts import published
from lfjb_desk.services.sample.figures import LAYOUT as REFERENCE_ROWS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from lfjb_desk.domain.read_models.figures.frames import FrameColumn, ImportedFile, TidyFigure

_KINDS: dict[type, str] = {str: "string", date: "date", Decimal: "number"}
_LICENCE = {
    "name": "OGL-UK-3.0",
    "title": "Open Government Licence v3.0",
    "path": "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
}


NATIONWIDE = 40
"""Areas and authorities of which no board keeps a table, for none has so many."""


class FigureSource(NamedTuple):
    """Where figures come from."""

    publisher: str
    file: str
    page: str
    """The page that states them, for the reference rows of the sample board; else empty."""
    is_open: bool
    """Whether they are known to stand under the Open Government Licence."""


def described(
    table: bytes, rows: Sequence[TidyFigure], files: Sequence[ImportedFile], now: datetime
) -> bytes:
    """Return the text of `datapackage.json` for `figures.csv`.

    A source says under which licence it stands where that is known; the whole says so only where
    each of its sources does.

    Args:
        table: The bytes of `figures.csv`.
        rows: What stands in it.
        files: The imports that brought figures.
        now: When it is made.
    """
    sources = sorted(set(_sources(rows, files)))
    licences = {"licenses": [_LICENCE]} if all(source.is_open for source in sources) else {}
    package = {
        "profile": "tabular-data-package",
        "name": "lfjb-desk-figures",
        "title": "Figures of LFJB Desk",
        "description": "Each source says under which licence it stands; where one says nothing, "
        "ask its publisher, and for what a board collected itself, the board.",
        "created": now.isoformat(timespec="seconds"),
        **licences,
        "sources": [_source(source) for source in sources],
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


def _sources(rows: Sequence[TidyFigure], files: Sequence[ImportedFile]) -> Iterator[FigureSource]:
    """Yield where each row comes from.

    A publisher's name alone opens nothing: anybody can type it. It must be the publisher's own
    file, or a page of its own that a reference row names; of files of one name, each must be.
    """
    kinds: defaultdict[tuple[str, str], set[_Origin]] = defaultdict(set)
    for file in files:
        kinds[file.publisher, file.name].add(_origin(file))
    for row in rows:
        key = row.publisher, row.file
        page = row.sheet if kinds[key] == {_Origin.PAGES} else ""
        own = page.partition("/")[0] in OPEN_SITES if page else kinds[key] == {_Origin.OWN_FILE}
        yield FigureSource(*key, page, own and row.publisher in OPEN_GOVERNMENT)


class _Origin(Enum):
    """What is known of a file of figures."""

    OWN_FILE = auto()
    """It is its publisher's own."""
    PAGES = auto()
    """Its figures stand on pages that each of its rows names."""
    UNKNOWN = auto()


def _origin(file: ImportedFile) -> _Origin:
    if file.layout == REFERENCE_ROWS:
        return _Origin.PAGES
    sureness = published(file.layout)
    is_national = file.local_places == 0 or file.local_places >= NATIONWIDE
    if sureness is Published.ALWAYS or (sureness is Published.WHEN_NATIONAL and is_national):
        return _Origin.OWN_FILE
    return _Origin.UNKNOWN


def _source(source: FigureSource) -> dict[str, Any]:
    parts = (source.publisher, source.file, source.page)
    title = ": ".join(filter(None, parts)) or "not stated"
    return {"title": title} | ({"licenses": [_LICENCE]} if source.is_open else {})


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
