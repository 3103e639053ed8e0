"""The styles of the house: sizes, spaces, colours and forms, as Word writes them."""

from dataclasses import dataclass

from lfjb_desk.word import look
from lfjb_desk.word.look import twips

BULLETS = 1
"""The list in the numbering part that bulleted paragraphs follow."""

FRAME_CM = 16.8


@dataclass(frozen=True)
class ParagraphStyle:
    """A paragraph style: its name, form before and after the spaces, and the look of its words."""

    name: str
    points: float = 12
    weight: str = ""
    """`b` for bold."""
    colour: str = ""
    before: float = 0
    after: float = 0
    line: float = 1.0
    form: str = ""
    """What stands before the spaces in the order that Word demands: keeps, borders, tabs."""
    tail: str = ""
    """What stands after them: indents, alignment, outline level."""
    based: str = "Normal"
    following: str = ""

    @property
    def id(self) -> str:
        """Return the identifier by which paragraphs name the style."""
        known = {"caption": "Caption", "header": "Header", "footer": "Footer"}
        letters = "".join(word[:1].upper() + word[1:] for word in self.name.split())
        return known.get(self.name, letters.replace("Toc", "TOC"))

    def xml(self) -> str:
        """Return the style as the styles part holds it."""
        custom = "" if self.name in _BUILT_IN else ' w:customStyle="1"'
        base = f'<w:basedOn w:val="{self.based}"/>' if self.based else ""
        following = f'<w:next w:val="{self.following}"/>' if self.following else ""
        weight = "<w:b/>" if self.weight else ""
        colour = f'<w:color w:val="{self.colour}"/>' if self.colour else ""
        half = round(self.points * 2)
        return (
            f'<w:style w:type="paragraph"{custom} w:styleId="{self.id}">'
            f'<w:name w:val="{self.name}"/>'
            f"{base}{following}<w:qFormat/><w:pPr>{self.form}{self._spacing()}{self.tail}</w:pPr>"
            f'<w:rPr>{weight}{colour}<w:sz w:val="{half}"/><w:szCs w:val="{half}"/></w:rPr>'
            "</w:style>"
        )

    def _spacing(self) -> str:
        return (
            f'<w:spacing w:before="{round(self.before * 20)}" w:after="{round(self.after * 20)}"'
            f' w:line="{round(self.line * 240)}" w:lineRule="auto"/>'
        )


_BUILT_IN = {
    "Body Text", "heading 1", "heading 2", "heading 3", "List Bullet", "caption", "toc 2", "toc 3",
    "TOC Heading", "header", "footer",
}  # fmt: skip


def _line(side: str, eighths: int, space: int, colour: str) -> str:
    return f'<w:{side} w:val="single" w:sz="{eighths}" w:space="{space}" w:color="{colour}"/>'


def _level(level: int) -> str:
    return f'<w:outlineLvl w:val="{level - 1}"/>'


_HOLD = "<w:keepNext/><w:keepLines/>"
_WHOLE = "<w:keepLines/>"
_NEXT = "<w:keepNext/>"
_RIGHT = '<w:jc w:val="right"/>'
_READING = f'<w:ind w:right="{twips(2.6)}"/>'
_ITEM = f"{_HOLD}<w:pBdr>{_line('top', 8, 5, look.MAIN)}</w:pBdr>"
_BOARD = f"{_HOLD}<w:pBdr>{_line('top', 48, 10, look.MAIN)}</w:pBdr>"
_PANEL = (
    f"<w:pBdr>{_line('top', 4, 6, look.PANEL_FILL)}{_line('left', 36, 9, look.MAIN)}"
    f"{_line('bottom', 4, 6, look.PANEL_FILL)}</w:pBdr>"
    f'<w:shd w:val="clear" w:color="auto" w:fill="{look.PANEL_FILL}"/>'
)
_LEADER = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{twips(FRAME_CM)}"/></w:tabs>'


def _hanging(left: float, back: float, right: float = 0) -> str:
    edge = f' w:right="{twips(right)}"' if right else ""
    return f'<w:ind w:left="{twips(left)}"{edge} w:hanging="{twips(back)}"/>'


def _tab(at: float) -> str:
    return f'<w:tabs><w:tab w:val="left" w:pos="{twips(at)}"/></w:tabs>'


_MAIN = look.MAIN
_DECISION = _WHOLE + _PANEL + _tab(1.5)
PARAGRAPHS = (
    ParagraphStyle("Board", 14, "b", look.SOFT, 0, 4, 1.18, _BOARD, "", "Normal", "Heading1"),
    ParagraphStyle("heading 1", 28, "b", _MAIN, 0, 6, 1.05, _HOLD, _level(1), "Normal", "Lead"),
    ParagraphStyle("Lead", 14, "", "", 0, 12, 1.15, _WHOLE, "", "Normal", "BodyText"),
    ParagraphStyle("Fact", 12, "", "", 0, 3, 1.18, _WHOLE + _tab(3.2), _hanging(3.2, 3.2)),
    ParagraphStyle(
        "heading 2", 21, "b", _MAIN, 24, 4, 1.05, _HOLD, _level(2), "Normal", "ItemLine"
    ),
    ParagraphStyle(
        "heading 3", 15, "b", _MAIN, 16, 4, 1.05, _HOLD, _level(3), "Normal", "BodyText"
    ),
    ParagraphStyle(
        "Message title", 15, "b", _MAIN, 16, 4, 1.05, _HOLD, _level(3), "Heading3", "Measure"
    ),
    ParagraphStyle("Item line", 11, "", look.SOFT, 2, 10, 1.05, _ITEM, "", "Normal", "BodyText"),
    ParagraphStyle("Body Text", 12, "", "", 0, 8, 1.18, "", _READING),
    ParagraphStyle(
        "List Bullet", 12, "", "", 0, 4, 1.18,
        f'{_WHOLE}<w:numPr><w:numId w:val="{BULLETS}"/></w:numPr>', _hanging(0.6, 0.6, 2.6),
    ),
    ParagraphStyle("Decision", 12, "", "", 0, 5, 1.18, _DECISION, _hanging(1.5, 1.1)),
    ParagraphStyle("Measure", 11, "", look.SOFT, 0, 6, 1.05, _HOLD, "", "Normal", "Chart"),
    ParagraphStyle("Chart", 12, "", "", 0, 4, 1.0, _NEXT, "", "Normal", "BodyText"),
    ParagraphStyle("caption", 11, "b", "", 8, 4, 1.05, _HOLD, "", "Normal", "TableText"),
    ParagraphStyle("Note", 11, "", look.SOFT, 0, 4, 1.05, _HOLD, "", "Normal", "TableText"),
    ParagraphStyle("Source", 11, "", look.SOFT, 4, 10, 1.05, _WHOLE, "", "Normal", "BodyText"),
    ParagraphStyle("Table text", 11, "", "", 0, 0, 1.08),
    ParagraphStyle("Table number", 11, "", "", 0, 0, 1.08, "", _RIGHT, "TableText"),
    ParagraphStyle("Table head", 11, "b", _MAIN, 0, 0, 1.08, _NEXT, "", "TableText"),
    ParagraphStyle("TOC Heading", 21, "b", _MAIN, 24, 4, 1.05, _HOLD, "", "Normal", "BodyText"),
    ParagraphStyle("toc 2", 12, "b", "", 5, 1, 1.1, _LEADER),
    ParagraphStyle("toc 3", 12, "", "", 0, 1, 1.1, _LEADER, f'<w:ind w:left="{twips(0.6)}"/>'),
    ParagraphStyle("header", 11),
    ParagraphStyle(
        "footer", 11, "", look.SOFT, 0, 2, 1.0, f"<w:pBdr>{_line('top', 4, 4, look.RULE)}</w:pBdr>"
    ),
    ParagraphStyle("Marking", 11, "b", "", 0, 0, 1.0, "", '<w:jc w:val="center"/>'),
)  # fmt: skip

LINK = (
    '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>'
    '<w:basedOn w:val="DefaultParagraphFont"/>'
    f'<w:rPr><w:color w:val="{look.MAIN}"/><w:u w:val="single"/></w:rPr></w:style>'
)
_CELL_MARGINS = (
    '<w:tblCellMar><w:top w:w="57" w:type="dxa"/><w:left w:w="96" w:type="dxa"/>'
    '<w:bottom w:w="57" w:type="dxa"/><w:right w:w="96" w:type="dxa"/></w:tblCellMar>'
)


def _shade(fill: str) -> str:
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'


def _table_style(name: str, inner: str, body: str, head_colour: str, head: str) -> str:
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{name.replace(" ", "")}">'
        f'<w:name w:val="{name}"/><w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr>'
        "<w:tblBorders>"
        f"{_line('top', 8, 0, look.MAIN)}{_line('bottom', 8, 0, look.MAIN)}{inner}</w:tblBorders>"
        f'{_CELL_MARGINS}</w:tblPr>{body}<w:tblStylePr w:type="firstRow"><w:rPr><w:b/>'
        f'<w:color w:val="{head_colour}"/></w:rPr><w:tcPr>{head}</w:tcPr></w:tblStylePr></w:style>'
    )


TABLE = _table_style(
    "LFJB Table",
    _line("insideH", 4, 0, look.RULE),
    "",
    look.MAIN,
    f"<w:tcBorders>{_line('bottom', 8, 0, look.MAIN)}</w:tcBorders>"
    f'{_shade(look.HEAD_FILL)}<w:vAlign w:val="bottom"/>',
)
STRIP = _table_style(
    "LFJB Strip",
    _line("insideV", 24, 0, "FFFFFF"),
    f"<w:tcPr>{_shade(look.PANEL_FILL)}</w:tcPr>",
    "FFFFFF",
    _shade(look.MAIN),
)

HOUSE = {style.name.lower(): (style.id, style.xml()) for style in PARAGRAPHS} | {
    "hyperlink": ("Hyperlink", LINK),
    "lfjb table": ("LFJBTable", TABLE),
    "lfjb strip": ("LFJBStrip", STRIP),
}
"""Every style that papers use, by its name in small letters: its identifier and its XML."""
