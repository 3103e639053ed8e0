"""Rows that a workbook hides, which its engine does not tell: read from the parts themselves."""

from __future__ import annotations

import html
import io
import posixpath
import re
import zipfile
from typing import TYPE_CHECKING

from lfjb_desk.intake.packages import DAMAGE

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST = 60 << 20  # bytes of one part; a sheet of that length is cut long before
_XLSX_SHEET = re.compile(r"<(?:\w+:)?sheet\s[^>]*>")
_XLSX_LINK = re.compile(r"<(?:\w+:)?Relationship\s[^>]*>")
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
    links = {
        _value(tag, "Id"): _value(tag, "Target")
        for tag in _XLSX_LINK.findall(_part(package, "xl/_rels/workbook.xml.rels"))
    }
    for tag in _XLSX_SHEET.findall(_part(package, "xl/workbook.xml")):
        target = links.get(_value(tag, r"\w+:id"), "")
        path = posixpath.normpath(posixpath.join("/xl", target)).lstrip("/")
        if path in package.namelist():
            yield _value(tag, "name"), set(_xlsx_rows(_part(package, path)))


def _xlsx_rows(part: str) -> Iterator[int]:
    index = -1
    for tag in _XLSX_ROW.findall(part):
        number = _value(tag, "r")
        index = int(number) - 1 if number.isdigit() else index + 1
        if _value(tag, "hidden") in {"1", "true"}:
            yield index


def _ods(package: zipfile.ZipFile) -> Iterator[tuple[str, set[int]]]:
    content = _part(package, "content.xml")
    for table in _ODS_TABLE.finditer(content):
        rows, index = set(), 0
        for match in _ODS_ROW.finditer(content, table.end()):
            tag = match[0]
            if tag == "</table:table>":
                break
            repeated = int(_value(tag, "table:number-rows-repeated") or 1)
            if _value(tag, "table:visibility") in {"collapse", "filter"}:
                rows |= set(range(index, index + min(repeated, _LARGEST_RUN)))
            index += repeated
        yield _value(table[0], "table:name"), rows


def _part(package: zipfile.ZipFile, path: str) -> str:
    with package.open(path) as part:
        return part.read(_MOST).decode("utf-8", "replace")


def _value(tag: str, name: str) -> str:
    match = re.search(rf"\s{name}\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", tag)
    return html.unescape(match[1] if match[1] is not None else match[2]) if match else ""
