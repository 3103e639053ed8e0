"""Rules about words: title, language, headings, lists, size, alignment, contrast."""

import re
from collections.abc import Iterator

from lxml import etree

from lfjb_desk.word.checking.findings import (
    STYLES_USED,
    Finding,
    OpenedPaper,
    finder,
    short,
    style_of,
    w,
    words,
)

LEAST_POINTS = 11
LEAST_CONTRAST = 4.5
HEADINGS_WITHOUT_CONTENTS = 10

_DC = "{http://purl.org/dc/elements/1.1/}"
_LANGUAGES = {"en-GB", "cy-GB"}
_TYPED_LIST = re.compile(r"\s*(?:[•·‣◦▪*\u2013-]|\(?(?:\d{1,2}|[a-z])[.)])\s")
_HEX = re.compile(r"[0-9A-Fa-f]{6}")
_SIZES = finder(".//w:r/w:rPr/w:sz/@w:val")
_CHART_SIZES = finder(".//@sz")


def about_the_file(paper: OpenedPaper) -> Iterator[Finding]:
    """Find what the file says wrongly of itself."""
    if not (paper.core.findtext(f"{_DC}title") or "").strip():
        yield Finding("title", "properties", "The paper has no title in its properties.")
    properties = [paper.core.findtext(f"{_DC}{name}") or "" for name in ("creator", "description")]
    if any("python-docx" in text for text in properties):
        yield Finding("creator", "properties", "The properties name a program as the author.")
    language = paper.styles.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}/{w('lang')}")
    default = "" if language is None else language.get(w("val"), "")
    said_of_runs = {lang.get(w("val"), default) for lang in paper.index[w("lang")]}
    others = sorted(({default} | said_of_runs) - _LANGUAGES)
    if others:
        named = ", ".join(other or "none" for other in others)
        yield Finding("language", "text", f"The language is {named}, not British English or Welsh.")


def about_headings(paper: OpenedPaper) -> Iterator[Finding]:
    """Find headings that are empty, skip a level, or are not one Heading 1."""
    before = 0
    for level, text in paper.headings:
        if not text.strip():
            yield Finding("heading-empty", f"heading {level}", "A heading has no words.")
        if level > before + 1 and before:
            message = f"Level {before} is followed by level {level}; no level may be left out."
            yield Finding("heading-order", short(text), message)
        before = level
    firsts = sum(level == 1 for level, _ in paper.headings)
    if firsts != 1:
        yield Finding(
            "heading-one", "headings", f"There must be one Heading 1, and there are {firsts}."
        )
    fields = " ".join(paper.field_codes)
    if len(paper.headings) > HEADINGS_WITHOUT_CONTENTS and not re.search(r"\bTOC\b", fields):
        message = f"There are {len(paper.headings)} headings and no table of contents."
        yield Finding("contents", "headings", message)


def about_paragraphs(paper: OpenedPaper) -> Iterator[Finding]:
    """Find undefined styles, typed lists, blank paragraphs, and lines not set from the left."""
    for identifier in sorted(paper.styles_used - set(paper.style)):
        yield Finding(
            "style", identifier, f"A paragraph uses the style {identifier}, which is not there."
        )
    for paragraph in paper.prose:
        text = words(paragraph)
        if not text.strip():
            if style_of(paragraph) not in paper.levels and _is_spacing(paragraph):
                message = "A blank paragraph makes a space; let the style make it."
                yield Finding("blank-paragraph", _neighbour(paragraph), message)
            continue
        numbered = paper.inherited(style_of(paragraph), f"{w('pPr')}/{w('numPr')}")
        listed = paragraph.find(f"{w('pPr')}/{w('numPr')}") is not None or numbered is not None
        if not listed and style_of(paragraph) not in paper.levels and _TYPED_LIST.match(text):
            yield Finding("typed-list", short(text), "A list is typed by hand; use a list style.")
        aligned = _alignment(paper, paragraph)
        if aligned not in {"", "left", "start"}:
            message = f"The text is aligned “{aligned}”; set it from the left."
            yield Finding("alignment", short(text), message)


def _is_spacing(paragraph: etree._Element) -> bool:
    """Tell whether a paragraph without words has no other reason to be there.

    Word needs one between two tables, after the last one, and where a section ends.
    """
    if next(paragraph.iter(w("sectPr"), w("drawing"), w("br"), w("pict")), None) is not None:
        return False
    before, after = paragraph.getprevious(), paragraph.getnext()
    follows_table = before is not None and before.tag == w("tbl")
    return not (follows_table and (after is None or after.tag in {w("tbl"), w("sectPr")}))


def _neighbour(paragraph: etree._Element) -> str:
    before = paragraph.getprevious()
    text = "" if before is None else words(before)
    return f"after {short(text)}" if text.strip() else "text"


def _alignment(paper: OpenedPaper, paragraph: etree._Element) -> str:
    alignment = paragraph.find(f"{w('pPr')}/{w('jc')}")
    if alignment is None:
        alignment = paper.inherited(style_of(paragraph), f"{w('pPr')}/{w('jc')}")
    return "" if alignment is None else alignment.get(w("val"), "")


def about_size(paper: OpenedPaper) -> Iterator[Finding]:
    """Find words under 11 points, in text, styles in use, headers, footers and charts."""
    least = LEAST_POINTS * 2
    default = paper.styles.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}/{w('sz')}")
    sizes = {"text": {size.get(w("val"), "") for size in paper.index[w("sz")] if _in_run(size)}}
    used = {"text": set(paper.styles_used)}
    for place, story in paper.shell.items():
        sizes[place], used[place] = set(_SIZES(story)), set(STYLES_USED(story))
    for place, found_sizes in sizes.items():
        for half in sorted({int(size) for size in found_sizes if size.isdigit()}):
            if half < least:
                yield _small(place, half / 2)
        for identifier in sorted(used[place] & set(paper.style)):
            inherited = paper.inherited(identifier, f"{w('rPr')}/{w('sz')}")
            inherited = default if inherited is None else inherited
            half = 20 if inherited is None else int(inherited.get(w("val"), "20"))
            if half < least:
                yield _small(f"style {identifier}", half / 2)
    for name, chart in paper.charts.items():
        chart_sizes = [int(size) for size in _CHART_SIZES(chart) if size.isdigit()]
        if chart_sizes and min(chart_sizes) < LEAST_POINTS * 100:
            yield _small(name.rpartition("/")[2], min(chart_sizes) / 100)


def _in_run(element: etree._Element) -> bool:
    """Tell whether an element stands in the properties of a run, not of a paragraph's mark."""
    properties = element.getparent()
    holder = None if properties is None else properties.getparent()
    return holder is not None and holder.tag == w("r")


def _small(where: str, points: float) -> Finding:
    return Finding(
        "size", where, f"Words are {points:g} points; nothing may be under {LEAST_POINTS}."
    )


def _luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - WCAG 2.2
        for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(colour: str, other: str) -> float:
    """Return the contrast of two colours written RRGGBB, from 1 to 21, as WCAG 2.2 reckons it."""
    low, high = sorted((_luminance(colour), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _colour(element: etree._Element | None, name: str) -> str:
    value = "" if element is None else element.get(w(name), "")
    return value.upper() if _HEX.fullmatch(value) else ""


def about_contrast(paper: OpenedPaper) -> Iterator[Finding]:
    """Find words whose colour stands out too little from the ground."""
    seen = set()
    for colour in filter(_in_run, paper.index[w("color")]):
        properties = colour.getparent()
        if properties is None:  # the root alone has no parent, and is no colour
            continue
        pair = (_colour(colour, "val"), _ground(paper, properties))
        if pair[0] and pair not in seen:
            seen.add(pair)
            if contrast(*pair) < LEAST_CONTRAST:
                run = properties.getparent()
                yield _faint("contrast", short("" if run is None else words(run)), pair)
    for identifier, style in paper.style.items():
        for part in (style, *style.iterfind(w("tblStylePr"))):
            pair = (_colour(part.find(f"{w('rPr')}/{w('color')}"), "val"), _style_ground(part))
            if pair[0] and contrast(*pair) < LEAST_CONTRAST:
                yield _faint("contrast-style", f"style {identifier}", pair)


def _faint(rule: str, where: str, pair: tuple[str, str]) -> Finding:
    message = (
        f"Colour {pair[0]} on {pair[1]} has a contrast of {contrast(*pair):.1f}; 4.5 is the least."
    )
    return Finding(rule, where, message)


def _ground(paper: OpenedPaper, properties: etree._Element) -> str:
    """Return the colour behind a run: its own, its paragraph's or its cell's, else white."""
    if own := _colour(properties.find(w("shd")), "fill"):
        return own
    for holder in properties.iterancestors(w("p"), w("tc")):
        if found := _colour(holder.find(f"{holder.tag!s}Pr/{w('shd')}"), "fill"):
            return found
        if holder.tag == w("p"):
            style = paper.inherited(style_of(holder), f"{w('pPr')}/{w('shd')}")
            if found := _colour(style, "fill"):
                return found
    return "FFFFFF"


def _style_ground(style: etree._Element) -> str:
    for holder in ("rPr", "pPr", "tcPr"):
        if found := _colour(style.find(f"{w(holder)}/{w('shd')}"), "fill"):
            return found
    return "FFFFFF"
