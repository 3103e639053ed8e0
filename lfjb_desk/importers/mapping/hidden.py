"""Rows that a workbook hides, which its engine does not tell: read from the parts themselves."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

from lfjb_desk.importers.reading.sheet_parts import sheet_parts, text_of, value_of
from lfjb_desk.intake.packages import DAMAGE

if TYPE_CHECKING:
    from collections.abc import Iterator

_XLSX_ROW = re.compile(r"<(?:\w+:)?row\s[^>]*>")
_ODS_TABLE = re.compile(r"<table:table\s[^>]*>")
_ODS_ROW = re.compile(r"<table:table-row\b[^>]*>|</table:table>")
_LARGEST_RUN = 20_000  # rows that one tag repeats; more are the empty ones at the end


def hidden_rows(data: bytes, *, ods: bool) -> dict[str, frozenset[int]]:
    """Return the hidden rows of each sheet by its name, counted from 0."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            sheets = _ods(package) if ods else _xlsx(package)
            return {name: frozenset(rows) for name, rows in sheets}
    except DAMAGE:
        return {}


def _xlsx(package: zipfile.ZipFile) -> Iterator[tuple[str, set[int]]]:
    for name, part in sheet_parts(package):
        yield name, set(_xlsx_rows(part))


def _xlsx_rows(part: str) -> Iterator[int]:
    index = -1
    for tag in _XLSX_ROW.findall(part):
        number = value_of(tag, "r")
        index = int(number) - 1 if number.isdigit() else index + 1
        if value_of(tag, "hidden") in {"1", "true"}:
            yield index


def _ods(package: zipfile.ZipFile) -> Iterator[tuple[str, set[int]]]:
    content = text_of(package, "content.xml")
    for table in _ODS_TABLE.finditer(content):
        rows, index = set(), 0
        for match in _ODS_ROW.finditer(content, table.end()):
            tag = match[0]
            if tag == "</table:table>":
                break
            repeated = int(value_of(tag, "table:number-rows-repeated") or 1)
            if value_of(tag, "table:visibility") in {"collapse", "filter"}:
                rows |= set(range(index, index + min(repeated, _LARGEST_RUN)))
            index += repeated
        yield value_of(table[0], "table:name"), rows
