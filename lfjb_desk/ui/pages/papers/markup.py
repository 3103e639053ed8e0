"""The blocks of a paper as mark-up for the preview; every word is escaped."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from lfjb_desk.domain.blocks import (
    AnswerTable,
    Bullets,
    Chart,
    Contents,
    Decisions,
    Facts,
    Heading,
    Line,
    Mark,
    MessageTitle,
    PageBreak,
    Paper,
    Paragraph,
    Section,
    Span,
    Strip,
    Style,
    Table,
    Title,
    Tone,
)
from lfjb_desk.ui.look.theme import LIGHT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lfjb_desk.domain.blocks import Block

CHART = "chart"
"""The scheme under which a chart's picture is asked for: `chart:0`."""
CLASSES = {
    Style.BOARD: "soft",
    Style.LEAD: "lead",
    Style.ITEM_LINE: "soft",
    Style.MEASURE: "soft",
    Style.NOTE: "soft",
    Style.SOURCE: "small",
}
TINTS = {
    Tone.SOFT: "soft",
    Tone.LATE: "late",
    Tone.GOOD: "good",
    Tone.HIGH: "late",
    Tone.MEDIUM: "soon",
    Tone.LOW: "soft",
}
"""The token that colours the words of a tone."""
CHANGE_TAGS = {Mark.ADDED: "u", Mark.REMOVED: "s"}
"""How words are marked that were added or removed, as in Word."""


def sheet() -> str:
    """Return the style sheet of the preview: a paper is white, whatever the window wears."""
    tokens = LIGHT
    return f"""
    body, td, th, p, li {{ color: {tokens["text"]}; }}
    a {{ color: {tokens["accent"]}; text-decoration: none; }}
    h1 {{ font-size: x-large; margin-bottom: 4px; }}
    h2 {{ font-size: large; color: {tokens["accent"]}; margin-top: 22px; margin-bottom: 6px; }}
    h3 {{ font-size: medium; margin-top: 16px; margin-bottom: 4px; }}
    p {{ margin-top: 4px; margin-bottom: 6px; }}
    .soft, .soft td {{ color: {tokens["soft"]}; }}
    .small {{ color: {tokens["soft"]}; font-size: small; }}
    .lead {{ font-weight: 600; }}
    .late {{ color: {tokens["late"]}; }}
    .soon {{ color: {tokens["soon"]}; }}
    .good {{ color: {tokens["good"]}; }}
    table {{ border-collapse: collapse; margin-top: 6px; margin-bottom: 8px; }}
    th {{ color: {tokens["soft"]}; font-weight: 500; border-bottom: 1px solid {tokens["edge"]}; }}
    td {{ border-bottom: 1px solid {tokens["line"]}; vertical-align: top; }}
    .panel td {{ background-color: {tokens["sunken"]}; border: 0; }}
    """


def markup(paper: Paper) -> str:
    """Return a paper's blocks as mark-up, in their order."""
    return "".join(_Writer(paper.blocks).parts())


class _Writer:
    """Writes blocks one after another, numbering the captions and pictures."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._blocks = blocks
        self._tables = 0
        self._charts = 0

    def parts(self) -> list[str]:
        return [self._part(block) for block in self._blocks]

    def _part(self, block: Block) -> str:
        match block:
            case Table():
                return self._table(block)
            case Chart():
                return self._chart(block)
            case Contents(title):
                return self._contents(title)
            case PageBreak() | Section():
                return "<hr>"
            case Facts() | Decisions() | Strip() | Bullets() | AnswerTable():
                return _set_out(block)
            case _:
                return _text_of(block)

    def _table(self, table: Table) -> str:
        caption = ""
        if table.captioned:
            self._tables += 1
            caption = f'<p class="lead">Table {self._tables}: {_text(table.title)}</p>'
        sides = [
            ' align="right"' if column.figures else ' align="left"' for column in table.columns
        ]
        head = "".join(
            f"<th{side}>{_text(column.heading)}</th>"
            for side, column in zip(sides, table.columns, strict=True)
        )
        rows = "".join(
            "<tr>"
            + "".join(
                f"<td{side}>{_bold(_line(cell), bold=column.bold)}</td>"
                for side, column, cell in zip(sides, table.columns, row, strict=True)
            )
            + "</tr>"
            for row in table.rows
        )
        under = "".join(
            f'<p class="small">{_text(line)}</p>' for line in (table.note, table.source) if line
        )
        return f"{caption}{_framed(f'<tr>{head}</tr>{rows}')}{under}"

    def _chart(self, chart: Chart) -> str:
        self._charts += 1
        return (
            f'<p><img src="{CHART}:{self._charts - 1}"></p><p class="small">{_text(chart.alt)}</p>'
        )

    def _contents(self, title: str) -> str:
        lines = "".join(
            f'<li><a href="#{escape(block.anchor)}">{_text(block.text)}</a></li>'
            for block in self._blocks
            if isinstance(block, Heading | MessageTitle) and block.anchor and _listed(block)
        )
        return f"<h2>{_text(title)}</h2><ul>{lines}</ul>"


def _text_of(block: Title | Heading | MessageTitle | Paragraph) -> str:
    match block:
        case Title(text):
            return f"<h1>{_text(text)}</h1>"
        case Heading(text, level, anchor):
            return f"<h{level}>{_anchor(anchor)}{_text(text)}</h{level}>"
        case MessageTitle(text, anchor):
            return f"<h3>{_anchor(anchor)}{_text(text)}</h3>"
        case Paragraph(line, style):
            return f'<p class="{CLASSES.get(style, "")}">{_line(line)}</p>'


def _set_out(block: Facts | Decisions | Strip | Bullets | AnswerTable) -> str:
    match block:
        case AnswerTable(reference, _, fields):
            boxes = tuple((field.question, field.hint) for field in fields)
            return f"<p><b>{_text(reference)}</b></p>{_facts(boxes)}"
        case Facts(pairs):
            return _facts(pairs)
        case Decisions():
            return _decisions(block)
        case Strip(_, cells):
            return _strip(cells)
        case Bullets(lines):
            return f"<ul>{''.join(f'<li>{_line(line)}</li>' for line in lines)}</ul>"


def _listed(block: Heading | MessageTitle) -> bool:
    return isinstance(block, MessageTitle) or block.level == 2  # noqa: PLR2004 - as in Word


def _text(text: str) -> str:
    return escape(text).replace("\n", "<br>")


def _anchor(name: str) -> str:
    return f'<a name="{escape(name)}"></a>' if name else ""


def _bold(words: str, *, bold: bool) -> str:
    return f"<b>{words}</b>" if bold else words


def _line(line: Line) -> str:
    if isinstance(line, str):
        return _text(line)
    return "".join(_span(span) for span in line)


def _span(span: Span) -> str:
    words = _bold(_text(span.text), bold=span.bold)
    if span.mark is not None:
        words = f"<{CHANGE_TAGS[span.mark]}>{words}</{CHANGE_TAGS[span.mark]}>"
    if span.tone in TINTS:
        words = f'<span class="{TINTS[span.tone]}">{words}</span>'
    return f'<a href="#{escape(span.leads_to)}">{words}</a>' if span.leads_to else words


def _framed(rows: str, name: str = "") -> str:
    return f'<table class="{name}" width="100%" cellspacing="0" cellpadding="5">{rows}</table>'


def _facts(pairs: Sequence[tuple[str, Line]]) -> str:
    return _framed(
        "".join(
            f'<tr><td class="soft" width="22%">{_text(name)}</td><td>{_line(line)}</td></tr>'
            for name, line in pairs
        )
    )


def _decisions(block: Decisions) -> str:
    rows = ""
    for number, entry in enumerate(block.asks, block.first):
        ask = f"<b>{_text(entry.ask)}</b>"
        if entry.leads_to:
            ask = f'<a href="#{escape(entry.leads_to)}">{ask}</a>'
        reason = f"<br>{_text(entry.reason)}" if entry.reason else ""
        rows += f'<tr><td width="8%"><b>D{number}</b></td><td>{ask}{reason}</td></tr>'
    return _framed(rows, "panel")


def _strip(cells: Sequence[tuple[str, Line]]) -> str:
    heads = "".join(f'<th align="left">{_text(name)}</th>' for name, _ in cells)
    words = "".join(f"<td>{_line(line)}</td>" for _, line in cells)
    return _framed(f"<tr>{heads}</tr><tr>{words}</tr>")
