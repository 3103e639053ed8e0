"""Opening a template: where the paper goes, which styles it has, how its pages are set."""

import copy
import re
from dataclasses import dataclass
from io import BytesIO
from itertools import pairwise
from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from lxml import etree

from lfjb_desk.domain.blocks import Orientation
from lfjb_desk.domain.changes import RuleError
from lfjb_desk.intake.packages import DAMAGE
from lfjb_desk.word.front_door import word_file
from lfjb_desk.word.look import W
from lfjb_desk.word.writing import house, styles
from lfjb_desk.word.writing.text import run

PLACEHOLDER = "<?lfjb body?>"


class TemplateError(RuleError):
    """A template that the engine cannot use."""


@dataclass(frozen=True)
class Pages:
    """How pages of one orientation are set: their XML, and the width of the text in twips."""

    xml: str
    frame: int


@dataclass
class Template:
    """An opened template, its body emptied and its slot marked."""

    document: WordDocument
    styles: dict[str, str]
    pages: dict[Orientation, Pages]
    places: list[etree._Element]
    """The content controls in headers and footers."""

    def mark(self, name: str, words: str) -> None:
        """Write words into every place of a name in headers and footers."""
        for place in [place for place in self.places if _is_slot(place, name)]:
            content = place.find(qn("w:sdtContent"))
            form = content.find(f".//{qn('w:rPr')}") if content is not None else None
            inside = "" if form is None else _inner(form)
            new = parse_xml(run(words, inside).replace("<w:r>", f'<w:r xmlns:w="{W}">', 1))
            parent = place.getparent()
            if parent is not None:
                parent.replace(place, new)
                self.places.remove(place)


def open_template(path: Path) -> Template:
    """Return a template ready to be filled.

    Raises:
        RuleError: when the file is damaged, or lacks the place for the paper or its marking.
    """
    data = word_file(path).data
    try:
        document = Document(BytesIO(data))
    except (KeyError, etree.XMLSyntaxError, *DAMAGE) as error:
        raise TemplateError(
            f"The template “{path.name}” is damaged, so no paper was written; choose another."
        ) from error
    body = document.element.body
    slot = _slot(body, path.name)
    following = [*slot.iter(qn("w:sectPr"))]
    parent = slot.getparent()
    for element in [*slot.itersiblings()]:
        following += element.iter(qn("w:sectPr"))
        body.remove(element)
    body.replace(slot, etree.ProcessingInstruction("lfjb", "body"))
    if parent is not body or not following:
        raise TemplateError(_no_place(path.name, house.BODY))
    template = Template(document, _style_names(document), _pages(following), _places(document))
    for name in (house.MARKING, house.FOOTER):
        if not any(_is_slot(place, name) for place in template.places):
            raise TemplateError(_no_place(path.name, name))
    _add_missing_styles(template)
    return template


def _no_place(template: str, name: str) -> str:
    return (
        f"The template “{template}” has no content control titled “LFJB: {name}”, so no paper was "
        "written. Put one in, or choose the house template."
    )


def _is_slot(control: etree._Element, name: str) -> bool:
    """Tell whether a content control is a place of ours.

    LibreOffice drops the tag, and in headers the title as well: then its words tell.
    """
    names = {
        kind: element.get(qn("w:val"), "").strip().lower()
        for kind in ("tag", "alias")
        if (element := control.find(f"{qn('w:sdtPr')}/{qn('w:' + kind)}")) is not None
    }
    words = "".join(text.text or "" for text in control.iter(qn("w:t"))).strip().lower()
    return (
        names.get("tag") == f"lfjb:{name}"
        or names.get("alias") == f"lfjb: {name}"
        or words == f"[{name}]"
    )


def _slot(body: etree._Element, template: str) -> etree._Element:
    """Return the child of the body in which the paper's place stands."""
    control = next(
        (control for control in body.iter(qn("w:sdt")) if _is_slot(control, house.BODY)), None
    )
    if control is None:
        raise TemplateError(_no_place(template, house.BODY))
    while (parent := control.getparent()) is not None and parent is not body:
        control = parent  # LibreOffice puts a control inside the paragraph
    return control


def _places(document: WordDocument) -> list[etree._Element]:
    """Return the content controls of all headers and footers."""
    parts = [
        relation.target_part
        for relation in document.part.rels.values()
        if not relation.is_external and relation.reltype.endswith(("/header", "/footer"))
    ]
    return [place for part in parts for place in part.element.iter(qn("w:sdt"))]


def _pages(properties: list[etree._Element]) -> dict[Orientation, Pages]:
    """Return upright and turned pages; where a template has only one kind, the other is made."""
    sections = [copy.deepcopy(section) for section in properties]
    for before, after in pairwise(sections):
        if not after.findall(qn("w:headerReference")):
            for reference in reversed(before.findall(qn("w:headerReference"))):
                after.insert(0, copy.deepcopy(reference))
    turned = [section for section in sections if _is_turned(section)]
    upright = [section for section in sections if not _is_turned(section)]
    return {
        Orientation.PORTRAIT: _page(upright[0] if upright else _turn(turned[0])),
        Orientation.LANDSCAPE: _page(turned[0] if turned else _turn(upright[0])),
    }


def _size(section: etree._Element) -> etree._Element:
    size = section.find(qn("w:pgSz"))
    return etree.SubElement(section, qn("w:pgSz")) if size is None else size


def _is_turned(section: etree._Element) -> bool:
    return _size(section).get(qn("w:orient")) == "landscape"


def _turn(section: etree._Element) -> etree._Element:
    turned = copy.deepcopy(section)
    size = _size(turned)
    wide, high = size.get(qn("w:h"), "16838"), size.get(qn("w:w"), "11906")
    size.set(qn("w:w"), wide)
    size.set(qn("w:h"), high)
    if int(wide) > int(high):
        size.set(qn("w:orient"), "landscape")
    else:
        size.attrib.pop(qn("w:orient"), None)
    return turned


def _page(section: etree._Element) -> Pages:
    kind = section.find(qn("w:type"))
    if kind is None:
        references = len(section.findall(qn("w:headerReference"))) + len(
            section.findall(qn("w:footerReference"))
        )
        kind = etree.Element(qn("w:type"))
        section.insert(references, kind)
    kind.set(qn("w:val"), "nextPage")
    margins = section.find(qn("w:pgMar"))
    edges = [
        0 if margins is None else int(margins.get(qn(f"w:{side}"), "0"))
        for side in ("left", "right")
    ]
    frame = int(_size(section).get(qn("w:w"), "11906")) - sum(edges)
    section.tail = None
    return Pages(etree.tostring(section, encoding="unicode"), frame)


def _style_names(document: WordDocument) -> dict[str, str]:
    """Return the identifier of each style by its name in small letters."""
    out = {}
    for style in document.styles.element.findall(qn("w:style")):
        name = style.find(qn("w:name"))
        if name is not None:
            out[name.get(qn("w:val"), "").lower()] = style.get(qn("w:styleId"), "")
    return out


def _add_missing_styles(template: Template) -> None:
    """Give a template the house's own form of each style that it lacks."""
    root = template.document.styles.element
    known = set(template.styles.values())
    for name, (identifier, xml) in styles.HOUSE.items():
        if name in template.styles:
            continue
        style = parse_xml(xml.replace("<w:style ", f'<w:style xmlns:w="{W}" ', 1))
        base = style.find(qn("w:basedOn"))
        if base is not None and base.get(qn("w:val")) not in known:
            style.remove(base)
        following = style.find(qn("w:next"))
        if following is not None:
            style.remove(following)
        root.append(style)
        template.styles[name] = identifier
        known.add(identifier)


def _inner(element: etree._Element) -> str:
    """Return what stands inside an element, as text without declarations."""
    inside = "".join(
        etree.tostring(child, encoding="unicode", with_tail=False) for child in element
    )
    return re.sub(r' xmlns:\w+="[^"]*"', "", inside)
