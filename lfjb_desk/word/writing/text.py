"""Words to Word: clean text, runs, fields, links, and lines of spans."""

import re
from collections.abc import Mapping, Sequence

from lfjb_desk.domain.blocks import Line, Mark, Span, Tone
from lfjb_desk.domain.common.months import ANY_MONTH_NAME
from lfjb_desk.word import look

NONE = "\u2013"
"""A dash: stands where a line would be empty."""

_ILLEGAL = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_UNFIT = re.compile("[^\t\n\x1f\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# Each begins with the blank itself, so that the search runs from blank to blank; the ends of the
# months and of "page", "item" and "Table" are named because a look behind must have one width.
_TIED = re.compile(
    rf" (?:(?<=\d )(?=(?:{ANY_MONTH_NAME})\b)"
    r"|(?=\d)(?<=(?:ary|rch|ril|May|une|uly|ust|ber|age|tem|ble) )"
    r"|(?=\d{4})(?<=Q[1-4] ))"
)
# A reference that is all of a cell stays plain: its column holds it, and Word's search finds it.
_BEFORE = "|".join(rf"(?<=[ (\n][A-Z]{{{letters}}}-[A-Z]-)" for letters in range(2, 7))
_REF = re.compile(rf"-([A-Z])-(?=\d{{3}})(?:{_BEFORE}|(?<=[A-Z]{{2}}-[A-Z]-)(?=\d{{3,}}[^\d\x1f]))")
_SEPARATOR = "\x1f"
_BREAK = '</w:t><w:br/><w:t xml:space="preserve">'
_TAB = '</w:t><w:tab/><w:t xml:space="preserve">'
_TEXT = '<w:t xml:space="preserve">'
_HYPHEN = f"</w:t><w:noBreakHyphen/>{_TEXT}"

_COLOUR = {Tone.SOFT: look.SOFT, Tone.LATE: look.LATE, Tone.GOOD: look.MAIN, Tone.HIGH: "FFFFFF"}
FILL = {Tone.HIGH: look.MAIN, Tone.MEDIUM: look.MEDIUM_FILL, Tone.LOW: look.PANEL_FILL}
"""The ground behind words that carry a severity."""


def clean(text: str) -> str:
    """Return text with only what XML may hold, every kind of line end as a line feed."""
    if text.isprintable():  # as nearly all is; and all that prints, XML may hold
        return text
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _ILLEGAL.sub("", text) if _ILLEGAL.search(text) else text


def escaped(text: str) -> str:
    """Return text as XML holds it; dates and references are tied so that no line ends in them."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    text = _TIED.sub("\u00a0", text)
    text = _REF.sub(rf"{_HYPHEN}\1{_HYPHEN}", text)
    if "\n" in text:
        text = text.replace("\n", _BREAK)
    return text.replace("\t", _TAB) if "\t" in text else text


def attribute(text: str) -> str:
    """Return text as an XML attribute in its quotes."""
    words = " ".join(clean(text).split())
    return '"' + words.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;") + '"'


def shown(text: str) -> str:
    """Return a text, or a dash where it would show nothing."""
    return text if clean(text).strip() else NONE


def texts(cells: Sequence[str]) -> list[str]:
    """Return many texts cleaned and escaped, a blank one as a dash, in one sweep over all."""
    joined = _SEPARATOR.join(cells)
    if joined.count(_SEPARATOR) >= len(cells) or _UNFIT.search(joined):
        cells = [clean(text) for text in cells]
    bare = list(map(str.strip, cells))
    if "" in bare:
        cells = [text if words else NONE for text, words in zip(cells, bare, strict=True)]
    return escaped(_SEPARATOR.join(cells)).split(_SEPARATOR) if cells else []


def run(text: str, properties: str = "") -> str:
    """Return a run of words, with the properties of its character format."""
    inside = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f"<w:r>{inside}{_TEXT}{escaped(clean(text))}</w:t></w:r>"


def field(code: str, words: str, properties: str = "") -> str:
    """Return a field that shows words until Word works it out anew."""
    inside = f"<w:rPr>{properties}</w:rPr>" if properties else ""

    def mark(kind: str) -> str:
        return f'<w:r>{inside}<w:fldChar w:fldCharType="{kind}"/></w:r>'

    instruction = (
        f'<w:r>{inside}<w:instrText xml:space="preserve"> {escaped(code)} </w:instrText></w:r>'
    )
    return mark("begin") + instruction + mark("separate") + run(words, properties) + mark("end")


def page_number(anchor: str, pages: Mapping[str, int] | None, unknown: str = "") -> str:
    """Return the field that names the page of a bookmark."""
    number = str(pages[anchor]) if pages and anchor in pages else shown(unknown)
    return field(f"PAGEREF {anchor} \\h", number)


def link(anchor: str, inside: str) -> str:
    """Return runs that lead to a bookmark."""
    return f'<w:hyperlink w:anchor="{anchor}" w:history="1">{inside}</w:hyperlink>'


def is_blank(line: Line) -> bool:
    """Tell whether a line has nothing to show."""
    if isinstance(line, str):
        return not clean(line).strip()
    return not any(span.page_of or clean(span.text).strip() for span in line)


def _properties(span: Span) -> str:
    colour = _COLOUR.get(span.tone, "")
    fill = FILL.get(span.tone, "")
    return (
        ("<w:b/>" if span.bold else "")
        + ("<w:strike/>" if span.mark is Mark.REMOVED else "")
        + (f'<w:color w:val="{colour}"/>' if colour else "")
        + ('<w:u w:val="single"/>' if span.mark is Mark.ADDED else "")
        + (f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else "")
    )


def _span(span: Span, pages: Mapping[str, int] | None, link_style: str) -> str:
    if span.page_of:
        return link(bookmark(span.page_of), page_number(bookmark(span.page_of), pages, span.text))
    if not span.leads_to:
        return run(span.text, _properties(span))
    style = f'<w:rStyle w:val="{link_style}"/>'
    return link(bookmark(span.leads_to), run(span.text, style + _properties(span)))


def spans(
    line: Line, pages: Mapping[str, int] | None, link_style: str, *, bold: bool = False
) -> str:
    """Return the runs of a line; a line with nothing to show is a dash."""
    if is_blank(line):
        return run(NONE)
    if isinstance(line, str):
        return run(line, "<w:b/>" if bold else "")
    return "".join(_span(span, pages, link_style) for span in line)


def plain(line: Line) -> str:
    """Return the words of a line without their form."""
    return line if isinstance(line, str) else "".join(span.text for span in line)


def bookmark(anchor: str) -> str:
    """Return an anchor as Word takes it: letters, digits and lines, no digit first, 40 at most."""
    name = re.sub(r"\W", "_", anchor, flags=re.ASCII)
    return f"a{name}"[:40] if name[:1].isdigit() else name[:40]
