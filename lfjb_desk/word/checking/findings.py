"""What the check looks at, and what it says."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from posixpath import basename

from lxml import etree

from lfjb_desk.word.front_door import parse
from lfjb_desk.word.look import WP, A, R, W

SPACES = {"w": W, "r": R, "a": A, "wp": WP}

_FURNITURE = re.compile(r"word/(?:header|footer)\d*\.xml")
_CHART = re.compile(r"word/charts/chart\d*\.xml")
_HEADING = re.compile(r"heading ([1-9])")


@dataclass(frozen=True)
class Finding:
    """One fault of a paper: the rule it breaks, where, and what to do, in plain words."""

    rule: str
    where: str
    message: str


def w(name: str) -> str:
    """Return a name of the word-processing namespace."""
    return f"{{{W}}}{name}"


def finder(path: str) -> etree.XPath:
    """Return a search that runs inside lxml, over the namespaces of a paper."""
    return etree.XPath(path, namespaces=SPACES, smart_strings=False)


def words(element: etree._Element) -> str:
    """Return the words that an element shows."""
    pieces = element.iter(_TEXT, _HYPHEN)
    return "".join(piece.text or "" if piece.tag == _TEXT else "-" for piece in pieces)


_TEXT, _HYPHEN = w("t"), w("noBreakHyphen")


STYLES_USED = finder(".//w:pStyle/@w:val")

INDEXED = (
    *(
        w(name)
        for name in (
            "tbl",
            "instrText",
            "fldSimple",
            "bookmarkStart",
            "bookmarkEnd",
            "hyperlink",
            "color",
            "sz",
            "lang",
            "headerReference",
            "footerReference",
            "vMerge",
            "hMerge",
            "gridSpan",
            "txbxContent",
        )
    ),
    f"{{{WP}}}docPr",
)
"""What rules look for anywhere in the text."""


def short(text: str) -> str:
    """Return the start of a text, for pointing at it."""
    text = " ".join(text.split())
    return f"“{text[:47]}…”" if len(text) > 48 else f"“{text}”"  # noqa: PLR2004 - one line of a list


class OpenedPaper:
    """The parts of a paper that the rules read, each parsed once."""

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        self.root = parse(parts["word/document.xml"], "word/document.xml")
        self.styles = self._part(parts, "word/styles.xml")
        self.core = self._part(parts, "docProps/core.xml")
        self.shell = self._matching(parts, _FURNITURE)
        self.charts = self._matching(parts, _CHART)
        self.targets = {
            relation.get("Id", ""): f"word/{basename(relation.get('Target', ''))}"
            for relation in self._part(parts, "word/_rels/document.xml.rels")
        }
        body = self.root.find(w("body"))
        self.body = etree.SubElement(self.root, w("body")) if body is None else body

    @staticmethod
    def _part(parts: Mapping[str, bytes], name: str) -> etree._Element:
        return parse(parts[name], name) if name in parts else etree.Element("none")

    @staticmethod
    def _matching(parts: Mapping[str, bytes], names: re.Pattern[str]) -> dict[str, etree._Element]:
        return {name: parse(part, name) for name, part in parts.items() if names.fullmatch(name)}

    @cached_property
    def index(self) -> dict[str, list[etree._Element]]:
        """Return the elements that rules ask for, by their tag, in order: one walk for all."""
        out: dict[str, list[etree._Element]] = {tag: [] for tag in INDEXED}
        for element in self.root.iter(*INDEXED):
            out[str(element.tag)].append(element)
        return out

    @cached_property
    def styles_used(self) -> frozenset[str]:
        """Return the identifiers of the styles that paragraphs of the text name."""
        return frozenset(STYLES_USED(self.body))

    @cached_property
    def field_codes(self) -> list[str]:
        """Return the codes of the fields in the text."""
        simple = [element.get(w("instr"), "") for element in self.index[w("fldSimple")]]
        return [*(element.text or "" for element in self.index[w("instrText")]), *simple]

    @cached_property
    def prose(self) -> list[etree._Element]:
        """Return the paragraphs that stand in no table, in order."""
        return list(_PROSE(self.body))

    @cached_property
    def style(self) -> dict[str, etree._Element]:
        """Return the styles by their identifier."""
        return {style.get(w("styleId"), ""): style for style in self.styles.iterfind(w("style"))}

    @cached_property
    def levels(self) -> dict[str, int]:
        """Return the level of each heading style by its identifier."""
        out = {}
        for identifier, style in self.style.items():
            name = style.find(w("name"))
            heading = _HEADING.fullmatch("" if name is None else name.get(w("val"), "").lower())
            outline = self.inherited(identifier, f"{w('pPr')}/{w('outlineLvl')}")
            if heading:
                out[identifier] = int(heading[1])
            elif outline is not None and int(outline.get(w("val"), "9")) < 9:  # noqa: PLR2004 - 9 is body text
                out[identifier] = int(outline.get(w("val"), "9")) + 1
        return out

    def inherited(self, identifier: str, path: str) -> etree._Element | None:
        """Return what a style or the styles it is based on say of a thing."""
        seen: set[str] = set()
        while identifier in self.style and identifier not in seen:
            seen.add(identifier)
            found = self.style[identifier].find(path)
            if found is not None:
                return found
            base = self.style[identifier].find(w("basedOn"))
            identifier = "" if base is None else base.get(w("val"), "")
        return None

    @cached_property
    def headings(self) -> list[tuple[int, str]]:
        """Return level and words of each heading, in order."""
        found = []
        for paragraph in self.prose:
            level = self.levels.get(style_of(paragraph))
            if level:
                found.append((level, words(paragraph)))
        return found


_PROSE = finder("w:p | w:sdt//w:p[not(ancestor::w:tc)]")


def style_of(paragraph: etree._Element) -> str:
    """Return the identifier of a paragraph's style, or nothing."""
    style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
    return "" if style is None else style.get(w("val"), "")
