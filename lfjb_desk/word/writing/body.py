"""The body of a paper: each block as the XML that Word reads, in the order of the paper."""

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from lfjb_desk.domain.blocks import (
    AnswerTable,
    Ask,
    Block,
    Bullets,
    Chart,
    Contents,
    Decisions,
    Facts,
    Heading,
    Line,
    MessageTitle,
    Orientation,
    PageBreak,
    Paragraph,
    Section,
    Strip,
    Style,
    Table,
    Title,
)
from lfjb_desk.domain.changes import RuleError
from lfjb_desk.word.look import MAIN, WP, A, C, R, emu
from lfjb_desk.word.writing import tables
from lfjb_desk.word.writing.answers import answer_table
from lfjb_desk.word.writing.template import Pages
from lfjb_desk.word.writing.text import (
    attribute,
    bookmark,
    field,
    link,
    page_number,
    run,
    shown,
    spans,
)

_NUMBER = f'<w:b/><w:color w:val="{MAIN}"/>'
_NO_NUMBERS = "\\n "
_TURN = "<w:pageBreakBefore/>"
_TOP = '<w:spacing w:before="0"/>'
_CLEAR = '<w:spacing w:before="200"/>'
_END = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'


@dataclass(frozen=True)
class ContentsEntry:
    """A line of the contents."""

    level: int
    text: str
    name: str


@dataclass
class BodyWriter:
    """Writes blocks one after another; nothing written is ever parsed again."""

    styles: Mapping[str, str]
    sections: Mapping[Orientation, Pages]
    add_chart: Callable[[Chart], str]
    """Puts a chart into the package and returns the relation that leads to it."""
    titles: Mapping[str, str]
    """The words of each heading by its anchor."""
    pages: Mapping[str, int] | None = None

    _out: list[str] = dataclasses.field(default_factory=list, init=False)
    _entries: list[ContentsEntry] = dataclasses.field(default_factory=list, init=False)
    _names: set[str] = dataclasses.field(default_factory=set, init=False)
    _contents: int | None = dataclasses.field(default=None, init=False)
    _contents_end: str = dataclasses.field(default="", init=False)
    _orientation: Orientation = dataclasses.field(default=Orientation.PORTRAIT, init=False)
    _new_page: bool = dataclasses.field(default=False, init=False)
    _at_top: bool = dataclasses.field(default=True, init=False)
    _after_table: bool = dataclasses.field(default=False, init=False)
    _tables: int = dataclasses.field(default=0, init=False)
    _ids: int = dataclasses.field(default=0, init=False)

    def pieces(self, blocks: tuple[Block, ...]) -> list[str]:
        """Return the body with its last section, in pieces: joined they may be very long."""
        for block in blocks:
            self._write(block)
        if self._after_table:
            self._end_of_table()
        if self._contents is not None:
            self._out[self._contents] = self._contents_lines()
        return [*self._out, self.sections[self._orientation].xml]

    def _write(self, block: Block) -> None:
        match block:
            case Title(text):
                self._heading("heading 1", text, "")
            case Heading(text, level, anchor, new_page):
                self._new_page = self._new_page or new_page
                self._heading(f"heading {level}", text, anchor, level if level == 2 else 0)  # noqa: PLR2004 - parts are level 2
            case MessageTitle(text, anchor):
                self._heading("message title", text, anchor, 3)
            case Paragraph():
                self._paragraph(block)
            case Bullets(lines):
                for line in lines:
                    self._add("list bullet", self._spans(line), spacing=self._clear())
            case Facts(pairs):
                for name, line in pairs:
                    inside = run(shown(name), "<w:b/>") + "<w:r><w:tab/></w:r>"
                    self._add("fact", inside + self._spans(line), spacing=self._clear())
            case Decisions():
                self._decisions(block)
            case _:
                self._write_object(block)

    def _write_object(self, block: Block) -> None:
        match block:
            case Table():
                self._table(block)
            case Strip():
                self._apart()
                self._put_table([tables.strip(block, self._setting())])
            case AnswerTable():
                self._apart()
                frame = self.sections[self._orientation].frame
                self._put_table([answer_table(block, self.styles, frame, self._next)])
            case Chart():
                self._chart(block)
            case Contents(title):
                self._add("toc heading", run(shown(title)), spacing=self._spacing_at_top())
                self._contents = len(self._out)
                self._out.append("")
            case Section(orientation):
                self._section(orientation)
            case PageBreak():
                self._new_page = True

    def _setting(self) -> tables.Setting:
        return tables.Setting(self.styles, self.pages, self.sections[self._orientation].frame)

    def _spans(self, line: Line) -> str:
        return spans(line, self.pages, self.styles["hyperlink"])

    def _next(self) -> int:
        self._ids += 1
        return self._ids

    def _clear(self) -> str:
        """Return the space that keeps words off the table above them."""
        return _CLEAR if self._after_table else ""

    def _spacing_at_top(self) -> str:
        return _TOP if self._new_page or self._at_top else ""

    def _add(self, style: str, inside: str, *, keep: bool = False, spacing: str = "") -> None:
        """Add a paragraph; every one has properties, so that a section can end in it."""
        turn = _TURN if self._new_page else ""
        keeps = "<w:keepNext/>" if keep else ""
        self._out.append(
            f'<w:p><w:pPr><w:pStyle w:val="{self.styles[style]}"/>{keeps}{turn}{spacing}</w:pPr>'
            f"{inside}</w:p>"
        )
        self._new_page = self._at_top = self._after_table = False

    def _heading(self, style: str, text: str, anchor: str, listed: int = 0) -> None:
        number = self._next()
        name = bookmark(anchor) if anchor else f"_title{number}"
        if name.lower() in self._names:
            raise RuleError(f"Two headings of the paper have the same anchor, “{anchor}”.")
        self._names.add(name.lower())
        if listed:
            self._entries.append(ContentsEntry(listed, text, name))
        inside = (
            f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{run(shown(text))}'
            f'<w:bookmarkEnd w:id="{number}"/>'
        )
        self._add(style, inside, spacing=self._spacing_at_top())

    def _paragraph(self, block: Paragraph) -> None:
        spacing = self._clear() if block.style is Style.BODY else ""
        inside = self._spans(block.line)
        self._add(block.style.value.lower(), inside, keep=block.keeps, spacing=spacing)

    def _decisions(self, block: Decisions) -> None:
        """Add the asks; their numbers are words, since minutes and papers cite them ever after."""
        for index, ask in enumerate(block.asks):
            number = run(f"D{block.first + index}", _NUMBER) + "<w:r><w:tab/></w:r>"
            inside = number + run(shown(ask.ask), "<w:b/>") + self._reason(ask)
            self._add("decision", inside, keep=index < len(block.asks) - 1)

    def _reason(self, ask: Ask) -> str:
        reason = run(f" {ask.reason}") if ask.reason.strip() else ""
        if not ask.leads_to:
            return reason
        name = bookmark(ask.leads_to)
        there = run(" See ") + self._link(name, self.titles.get(name, "the paper"))
        if self.pages is not None:
            there += run(", page\u00a0") + page_number(name, self.pages)
        return f"{reason}{there}{run('.')}"

    def _link(self, name: str, words: str) -> str:
        return link(name, run(words, f'<w:rStyle w:val="{self.styles["hyperlink"]}"/>'))

    def _apart(self) -> None:
        """Keep a table from growing into the one before it, as Word would have it."""
        if self._after_table:
            self._end_of_table()

    def _end_of_table(self) -> None:
        self._add("table text", "", spacing=_END)

    def _put_table(self, pieces: list[str]) -> None:
        self._out += pieces
        self._new_page = self._at_top = False
        self._after_table = True

    def _table(self, block: Table) -> None:
        if block.captioned:
            self._tables += 1
            count = field("SEQ Table \\* ARABIC", str(self._tables))
            self._add("caption", run("Table ") + count + run(f": {block.title}"))
        if block.note.strip():
            self._add("note", run(block.note))
        self._apart()
        self._put_table(tables.table(block, self._setting(), new_page=self._new_page))
        if block.source.strip():
            self._add("source", run(block.source))

    def _chart(self, block: Chart) -> None:
        relation, number = self.add_chart(block), self._next()
        width = round(self.sections[self._orientation].frame / 567 * 360000)
        self._add(
            "chart",
            f'<w:r><w:drawing><wp:inline xmlns:wp="{WP}" distT="0" distB="0" distL="0" distR="0">'
            f'<wp:extent cx="{width}" cy="{emu(block.height_cm)}"/><wp:effectExtent l="0" t="0"'
            ' r="0" b="0"/>'
            f'<wp:docPr id="{number}" name="Chart {number}" descr={attribute(block.alt)}'
            f" title={attribute(block.title)}/><wp:cNvGraphicFramePr/>"
            f'<a:graphic xmlns:a="{A}"><a:graphicData uri="{C}">'
            f'<c:chart xmlns:c="{C}" xmlns:r="{R}"'
            f' r:id="{relation}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>',
        )

    def _section(self, orientation: Orientation) -> None:
        if self._out:
            if self._after_table:
                self._end_of_table()
            end = self.sections[self._orientation].xml
            if self._contents == len(self._out) - 1:
                self._contents_end = end  # its lines are written last, when all are known
            else:
                self._out[-1] = _with_properties(self._out[-1], end)
        self._orientation = orientation
        self._new_page, self._at_top = False, True

    def _contents_lines(self) -> str:
        """Return the contents filled in; Word is not told to update them, since it would ask."""
        numbered = self.pages is not None
        code = f'TOC {"" if numbered else _NO_NUMBERS}\\h \\z \\t "Heading 2,2,Message title,3"'
        out = []
        for index, entry in enumerate(self._entries):
            inside = run(shown(entry.text))
            if numbered:
                inside += "<w:r><w:tab/></w:r>" + page_number(entry.name, self.pages)
            line = link(entry.name, inside)
            if index == 0:
                line = _field_start(code) + line
            if index == len(self._entries) - 1:
                line += '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
            style = self.styles[f"toc {entry.level}"]
            out.append(f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{line}</w:p>')
        if self._contents_end:
            # Contents without a line still need a paragraph, since a section ends in one.
            last = out.pop() if out else "<w:p><w:pPr></w:pPr></w:p>"
            out.append(_with_properties(last, self._contents_end))
        return "".join(out)


def _with_properties(paragraph: str, more: str) -> str:
    """Return a paragraph with more at the end of its properties."""
    return paragraph.replace("</w:pPr>", f"{more}</w:pPr>", 1)


def _field_start(code: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">'
        f' {code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
