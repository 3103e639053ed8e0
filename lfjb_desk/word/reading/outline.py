"""The outline of a PDF that LibreOffice made: each heading and the page on which it stands."""

import re

_OBJECT = re.compile(rb"(\d+) 0 obj\s*(.*?)endobj", re.DOTALL)
_TITLE = re.compile(rb"/Title\s*<((?:[0-9A-Fa-f]{2})+)>")
_DESTINATION = re.compile(rb"/Dest\s*\[\s*(\d+) 0 R")
_KIDS = re.compile(rb"/Kids\s*\[([^\]]*)\]")
_REFERENCE = re.compile(rb"(\d+) 0 R")
_TREE = re.compile(rb"/Type\s*/Pages\b")


def outline(pdf: bytes) -> list[tuple[str, int]]:
    """Return the words of each heading and its page, from 1, in order.

    Only what LibreOffice writes is understood; anything else gives an empty list.
    """
    objects = _objects(pdf)
    trees = [number for number, text in objects.items() if _TREE.search(text)]
    inner = {kid for number in trees for kid in _kids(objects[number])}
    roots = [number for number in trees if number not in inner]
    order = {page: place for place, page in enumerate(_leaves(objects, roots), 1)}
    found = []
    for _, text in sorted(objects.items()):
        title, destination = _TITLE.search(text), _DESTINATION.search(text)
        if title and destination and int(destination[1]) in order:
            words = bytes.fromhex(title[1].decode()).decode("utf-16", "replace")
            found.append((words, order[int(destination[1])]))
    return found


def _objects(pdf: bytes) -> dict[int, bytes]:
    """Return the objects by number; a compressed one is not seen, and the outline then is empty."""
    return {int(number): text for number, text in _OBJECT.findall(pdf)}


def _kids(text: bytes) -> list[int]:
    found = _KIDS.search(text)
    return [int(number) for number in _REFERENCE.findall(found[1])] if found else []


def _leaves(objects: dict[int, bytes], numbers: list[int], deep: int = 0) -> list[int]:
    """Return the pages under nodes of the page tree, in order."""
    out: list[int] = []
    for number in numbers:
        kids = _kids(objects.get(number, b"")) if deep < 20 else []  # noqa: PLR2004 - no tree is deeper
        out += _leaves(objects, kids, deep + 1) if kids else [number]
    return out
