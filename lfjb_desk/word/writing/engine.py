"""Writing a paper: blocks become text, spliced late into a template that python-docx owns."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from lfjb_desk.domain.blocks import Block, Chart, Heading, MessageTitle, Paper
from lfjb_desk.word.checking.check import Finding, check
from lfjb_desk.word.look import OFFICE
from lfjb_desk.word.writing import house
from lfjb_desk.word.writing.body import BodyWriter
from lfjb_desk.word.writing.charts import chart_files
from lfjb_desk.word.writing.package import package_files, save, zipped
from lfjb_desk.word.writing.template import PLACEHOLDER, Template, open_template
from lfjb_desk.word.writing.text import bookmark, clean

_CHART = f"{OFFICE}.drawingml.chart+xml"
_WORKBOOK = f"{OFFICE}.spreadsheetml.sheet"


def render(paper: Paper, template: Path, pages: Mapping[str, int] | None = None) -> bytes:
    """Return a paper as a Word file; the same paper, template and pages give the same bytes.

    `pages` gives the page of each anchor; without it the contents are links without numbers.

    Raises:
        RuleError: when the template cannot be used.
    """
    opened = open_template(template)
    opened.mark(house.MARKING, paper.marking)
    opened.mark(house.FOOTER, paper.footer)
    _describe(paper, opened)
    charts = _Charts(opened)
    blocks = anchored(paper.blocks)
    body = BodyWriter(opened.styles, opened.pages, charts.add, _titles(blocks), pages).pieces(
        blocks
    )
    part = opened.document.part
    around = etree.tostring(opened.document.element, encoding="unicode")
    before, after = around.split(PLACEHOLDER)
    prologue = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
    # Each piece alone, since one long text would be copied for every piece joined to it, and again.
    text = b"".join([piece.encode() for piece in (prologue, before, *body, after)])
    return zipped(package_files(part.package, {part.partname.membername: text}))


def anchored(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return blocks in which every heading that the contents list has an anchor."""
    return tuple(
        replace(block, anchor=f"_Toc{100000 + index}")
        if isinstance(block, Heading | MessageTitle) and not block.anchor
        else block
        for index, block in enumerate(blocks)
    )


def _titles(blocks: tuple[Block, ...]) -> dict[str, str]:
    return {
        bookmark(block.anchor): block.text
        for block in blocks
        if isinstance(block, Heading | MessageTitle)
    }


class _Charts:
    """Puts charts and their workbooks into the package."""

    def __init__(self, template: Template) -> None:
        self._part = template.document.part
        self._count = 0

    def add(self, chart: Chart) -> str:
        """Return the relation that leads from the document to a new chart."""
        self._count += 1
        package = self._part.package
        chart_xml, book = chart_files(chart)
        name = PackURI(f"/word/charts/chart{self._count}.xml")
        part = Part(name, _CHART, chart_xml, package)
        sheet = PackURI(f"/word/embeddings/chart{self._count}.xlsx")
        part.relate_to(Part(sheet, _WORKBOOK, book, package), RELATIONSHIP_TYPE.PACKAGE)
        return self._part.relate_to(part, RELATIONSHIP_TYPE.CHART)


def _describe(paper: Paper, template: Template) -> None:
    """Set what the file says of itself; its only date is the paper's own."""
    moment = dt.datetime(paper.dated.year, paper.dated.month, paper.dated.day, tzinfo=dt.UTC)
    about = template.document.core_properties
    about.title = _short(paper.title)
    about.subject = _short(paper.subject)
    about.author = _short(paper.author)
    about.last_modified_by = _short(paper.author)
    about.keywords = _short(paper.marking)
    about.identifier = _short(paper.identifier)
    about.language = paper.language
    about.comments = ""
    about.revision = 1
    about.created = about.modified = moment


def _short(text: str) -> str:
    """Return text as a property takes it: one line of at most 255 characters."""
    return " ".join(clean(text).split())[:255]


def write(
    paper: Paper, template: Path, out: Path, pages: Mapping[str, int] | None = None
) -> tuple[Finding, ...]:
    """Write a paper to a file, whole or not at all, and return what the check finds in it.

    Raises:
        RuleError: when the template cannot be used, or the file cannot be saved.
    """
    data = render(paper, template, pages)
    findings = check(data, paper.marking)
    save(out, data)
    return findings
