"""The numbers that Word shows before paragraphs, worked out of its lists: `3.`, `3.1`, `(a)`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lfjb_desk.word.checking.findings import style_of, w

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from lfjb_desk.word.checking.findings import OpenedPaper

NUMBERING = "word/numbering.xml"
NO_LIST = "0"
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l")),
    *((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_ALPHABET = 26
_MOST = 20_000
"""A counter past this is no number that a document shows."""
_PLACE = re.compile(r"%(\d)")


@dataclass(frozen=True)
class ListLevel:
    """How one level of a list is numbered."""

    start: int
    kind: str
    """As Word names it: `decimal`, `lowerLetter`, `bullet`."""
    pattern: str
    """Such as `%1.%2`."""
    style: str
    """The paragraph style that stands for the level; may be empty."""
    legal: bool
    """Whether all numbers in it are shown as decimal ones."""
    restarts_after: int | None
    """The level, from 0, after which it begins anew; None for each level above, -1 for none."""


@dataclass(frozen=True)
class ListNumber:
    """The number of a paragraph as it is shown, and how deep in its list it stands."""

    label: str
    depth: int
    is_bullet: bool = False


class Numbering:
    """Numbers the paragraphs of a document, which must be asked about in their order."""

    def __init__(self, paper: OpenedPaper, root: etree._Element | None) -> None:
        self._paper = paper
        self._levels: dict[str, dict[int, ListLevel]] = {}
        self._lists: dict[str, tuple[str, dict[int, int]]] = {}
        self._counters: dict[str, dict[int, int]] = {}
        self._begun: set[str] = set()
        if root is not None:
            self._read(root)

    def number(self, paragraph: etree._Element) -> ListNumber | None:
        """Return the number of the next paragraph; None where it is in no list."""
        list_id, depth = self._place(paragraph)
        if list_id not in self._lists or list_id == NO_LIST:
            return None
        family, overrides = self._lists[list_id]
        levels = self._levels.get(family, {})
        if depth is None:
            style = style_of(paragraph)
            depth = next((at for at, level in levels.items() if level.style == style), 0)
        if depth not in levels:
            return None
        counters = self._counters.setdefault(family, {})
        if list_id not in self._begun:
            self._begun.add(list_id)
            counters.update({at: start - 1 for at, start in overrides.items()})
        _count(counters, levels, depth)
        return _shown(counters, levels, depth)

    def _place(self, paragraph: etree._Element) -> tuple[str, int | None]:
        """Return the list of a paragraph and its level; its style may say either."""
        list_id, depth = "", None
        for properties in self._properties(paragraph):
            numbered = properties.find(w("numPr"))
            if numbered is None:
                continue
            list_id = list_id or _value(numbered, "numId")
            level = _value(numbered, "ilvl")
            if depth is None and level.isdecimal():
                depth = int(level)
        return list_id, depth

    def _properties(self, paragraph: etree._Element) -> Iterator[etree._Element]:
        own = paragraph.find(w("pPr"))
        if own is not None:
            yield own
        style, seen = style_of(paragraph), set[str]()
        while style in self._paper.style and style not in seen:
            seen.add(style)
            found = self._paper.style[style]
            if (properties := found.find(w("pPr"))) is not None:
                yield properties
            style = _value(found, "basedOn")

    def _read(self, root: etree._Element) -> None:
        for family in root.iterfind(w("abstractNum")):
            self._levels[family.get(w("abstractNumId"), "")] = {
                int(level.get(w("ilvl"), "0")): _level(level)
                for level in family.iterfind(w("lvl"))
                if level.get(w("ilvl"), "0").isdecimal()
            }
        for made in root.iterfind(w("num")):
            starts = {
                int(over.get(w("ilvl"), "0")): int(start)
                for over in made.iterfind(w("lvlOverride"))
                if (start := _value(over, "startOverride")).isdecimal()
            }
            self._lists[made.get(w("numId"), "")] = (_value(made, "abstractNumId"), starts)
        self._follow_styles(root)

    def _follow_styles(self, root: etree._Element) -> None:
        """Give a family that is named by a style the levels of that style's own list."""
        homes = {_value(each, "styleLink"): each for each in root.iterfind(w("abstractNum"))}
        for family in root.iterfind(w("abstractNum")):
            home = homes.get(_value(family, "numStyleLink") or "-")
            if home is not None:
                levels = self._levels[home.get(w("abstractNumId"), "")]
                self._levels[family.get(w("abstractNumId"), "")] = levels


def _count(counters: dict[int, int], levels: dict[int, ListLevel], depth: int) -> None:
    """Count a paragraph of a level; those below begin anew, as they say."""
    for above in range(depth):
        if above in levels:
            counters.setdefault(above, levels[above].start)
    counters[depth] = min(counters.get(depth, levels[depth].start - 1) + 1, _MOST)
    for below in [at for at in counters if at > depth]:
        restarts = levels[below].restarts_after if below in levels else None
        if restarts is None or depth <= restarts:
            del counters[below]


def _shown(counters: dict[int, int], levels: dict[int, ListLevel], depth: int) -> ListNumber | None:
    level = levels[depth]
    if level.kind in {"bullet", "none"}:
        return ListNumber("", depth, is_bullet=True) if level.kind == "bullet" else None

    def part(match: re.Match[str]) -> str:
        at = int(match[1]) - 1
        of = levels.get(at, level)
        return _numeral(counters.get(at, of.start), "decimal" if level.legal else of.kind)

    return ListNumber(_PLACE.sub(part, level.pattern).strip(), depth)


def _level(level: etree._Element) -> ListLevel:
    start, restart = _value(level, "start"), _value(level, "lvlRestart")
    return ListLevel(
        start=int(start) if start.isdecimal() else 1,
        kind=_value(level, "numFmt") or "decimal",
        pattern=_value(level, "lvlText"),
        style=_value(level, "pStyle"),
        legal=level.find(w("isLgl")) is not None,
        restarts_after=int(restart) - 1 if restart.isdecimal() else None,
    )


def _value(element: etree._Element, name: str) -> str:
    child = element.find(w(name))
    return "" if child is None else child.get(w("val"), "")


def _numeral(number: int, kind: str) -> str:
    if kind == "decimalZero":
        return f"{number:02d}"
    if kind in {"lowerLetter", "upperLetter"}:
        letter = chr(ord("a") + (number - 1) % _ALPHABET) * ((number - 1) // _ALPHABET + 1)
        return letter if kind == "lowerLetter" else letter.upper()
    if kind in {"lowerRoman", "upperRoman"}:
        return _roman(number) if kind == "lowerRoman" else _roman(number).upper()
    return str(number)


def _roman(number: int) -> str:
    out = ""
    for value, sign in _ROMAN:
        out += sign * (number // value)
        number %= value
    return out
