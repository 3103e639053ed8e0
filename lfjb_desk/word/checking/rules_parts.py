"""Rules about pictures and charts, links, bookmarks, fields, headers and footers."""

import re
from collections import Counter
from collections.abc import Iterator

from lxml import etree

from lfjb_desk.word.checking.findings import Finding, OpenedPaper, finder, short, w, words
from lfjb_desk.word.look import WP, R

ALT_TEXT = range(10, 251)

_INSTRUCTIONS = finder(".//w:instrText/text() | .//w:fldSimple/@w:instr")
_FIELD_MARKS = finder(".//w:fldChar")
_DECORATIVE = finder(".//*[local-name() = 'decorative'][@val = '1' or @val = 'true']")
_TO_BOOKMARK = re.compile(r"\s*(?:REF|PAGEREF)\s+(\S+)")
_BARE_LINK = re.compile(
    r"(?:click here|here|link|more|read more|(?:https?://|www\.)\S+)", re.IGNORECASE
)


def about_pictures(paper: OpenedPaper) -> Iterator[Finding]:
    """Find pictures and charts that cannot be read aloud, float, or share a number."""
    drawings = paper.index[f"{{{WP}}}docPr"]
    for drawing in drawings:
        text = " ".join(drawing.get("descr", "").split())
        if len(text) not in ALT_TEXT and not _DECORATIVE(drawing):
            message = f"Its alternative text has {len(text)} characters; it needs 10 to 250."
            yield Finding("alt-text", drawing.get("name", "picture"), message)
        holder = drawing.getparent()
        if holder is not None and holder.tag == f"{{{WP}}}anchor":
            yield Finding(
                "floating",
                drawing.get("name", "picture"),
                "It floats; set it in line with the text.",
            )
    if boxes := paper.index[w("txbxContent")]:
        yield Finding(
            "text-box", short(words(boxes[0])), "Words stand in a text box; put them in the text."
        )
    ids = Counter(drawing.get("id") for drawing in drawings)
    for number, count in ids.items():
        if count > 1:
            yield Finding(
                "drawing-id", f"drawing {number}", f"{count} drawings have the same number."
            )


def about_links(paper: OpenedPaper) -> Iterator[Finding]:
    """Find links and references that lead nowhere or do not say where."""
    names = {start.get(w("name"), "") for start in paper.index[w("bookmarkStart")]}
    for link in paper.index[w("hyperlink")]:
        anchor, text = link.get(w("anchor")), words(link).strip()
        if anchor and anchor not in names:
            message = f"The link leads to “{anchor}”, which is not in the paper."
            yield Finding("broken-link", short(text), message)
        if not anchor and link.get(f"{{{R}}}id") not in paper.targets:
            yield Finding("broken-link", short(text), "The link leads nowhere.")
        if _BARE_LINK.fullmatch(text):
            yield Finding(
                "link-text", short(text), "The words of the link do not say where it leads."
            )
    for instruction in paper.field_codes:
        found = _TO_BOOKMARK.match(instruction)
        if found and found[1] not in names:
            message = f"A reference names “{found[1]}”, which is not in the paper."
            yield Finding("broken-reference", found[1], message)


def about_pairs(paper: OpenedPaper) -> Iterator[Finding]:
    """Find bookmarks and fields that begin and do not end, or share a name or a number."""
    starts = paper.index[w("bookmarkStart")]
    ends: Counter[str | None] = Counter(end.get(w("id")) for end in paper.index[w("bookmarkEnd")])
    numbers = Counter(start.get(w("id")) for start in starts)
    names = Counter(start.get(w("name"), "").lower() for start in starts)
    for start in starts:
        name = start.get(w("name"), "")
        if ends[start.get(w("id"))] != numbers[start.get(w("id"))]:
            yield Finding("bookmark-pair", name, "The bookmark begins and does not end once.")
    for number in ends.keys() - numbers.keys():
        yield Finding("bookmark-pair", f"bookmark {number}", "A bookmark ends that never began.")
    for name, count in names.items():
        if count > 1:
            yield Finding("bookmark-unique", name, f"{count} bookmarks have the same name.")
    for number, count in numbers.items():
        if count > 1:
            yield Finding(
                "bookmark-unique", f"bookmark {number}", f"{count} bookmarks share a number."
            )
    for place, story in {"text": paper.body, **paper.shell}.items():
        if not _fields_pair(story):
            yield Finding(
                "field-pair", place, "A field begins, divides or ends without its counterpart."
            )


def _fields_pair(story: etree._Element) -> bool:
    """Tell whether each field begins, divides at most once, and ends."""
    divided: list[bool] = []
    for mark in _FIELD_MARKS(story):
        kind = mark.get(w("fldCharType"))
        if kind == "begin":
            divided.append(False)
        elif not divided or (kind == "separate" and divided[-1]):
            return False
        elif kind == "separate":
            divided[-1] = True
        else:
            divided.pop()
    return not divided


def about_headers_and_footers(paper: OpenedPaper, marking: str) -> Iterator[Finding]:
    """Find pages without their number or their marking."""
    codes = {
        code.split()[0].upper()
        for part in paper.shell.values()
        for code in _INSTRUCTIONS(part)
        if code.strip()
    }
    if not {"PAGE", "NUMPAGES"} <= codes:
        message = "Headers and footers do not say “Page X of Y”."
        yield Finding("page-numbers", "footer", message)
    if not marking:
        return
    references = [*paper.index[w("headerReference")], *paper.index[w("footerReference")]]
    used = {paper.targets.get(reference.get(f"{{{R}}}id", ""), "") for reference in references}
    parts = {name: part for name, part in paper.shell.items() if name in used}
    for kind in ("header", "footer"):
        named = [part for name, part in parts.items() if kind in name]
        if not named or any(marking.casefold() not in words(part).casefold() for part in named):
            yield Finding("marking", kind, f"The {kind} of a page does not carry “{marking}”.")
