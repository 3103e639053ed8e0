"""The parts of an .xlsx workbook that its engine does not show, as text to be searched."""

from __future__ import annotations

import html
import posixpath
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Iterator

MOST = 60 << 20
"""Bytes of one part that are looked at; a sheet of that length is cut long before."""

_SHEET = re.compile(r"<(?:\w+:)?sheet\s[^>]*>")
_LINK = re.compile(r"<(?:\w+:)?Relationship\s[^>]*>")


def sheet_parts(package: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """Yield the name of each sheet and its part."""
    links = {
        value_of(tag, "Id"): value_of(tag, "Target")
        for tag in _LINK.findall(text_of(package, "xl/_rels/workbook.xml.rels"))
    }
    for tag in _SHEET.findall(text_of(package, "xl/workbook.xml")):
        target = links.get(value_of(tag, r"\w+:id"), "")
        path = posixpath.normpath(posixpath.join("/xl", target)).lstrip("/")
        if path in package.namelist():
            yield value_of(tag, "name"), text_of(package, path)


def text_of(package: zipfile.ZipFile, path: str) -> str:
    """Return a part as text, cut where it is very long."""
    with package.open(path) as part:
        return part.read(MOST).decode("utf-8", "replace")


def value_of(tag: str, name: str) -> str:
    """Return an attribute of a tag, or nothing; `name` is a pattern."""
    match = re.search(rf"\s{name}\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", tag)
    return html.unescape(match[1] if match[1] is not None else match[2]) if match else ""
