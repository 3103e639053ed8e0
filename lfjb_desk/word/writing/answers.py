"""The boxes of a form: tables of content controls that say which reference they belong to."""

from collections.abc import Callable, Mapping

from lfjb_desk.domain.blocks import AnswerField, AnswerKind, AnswerTable
from lfjb_desk.word.look import twips
from lfjb_desk.word.marks import CAPTION, HEAD, bookmark_of, tag_of, title_of
from lfjb_desk.word.writing.tables import opening
from lfjb_desk.word.writing.text import attribute, run

LABEL_CM = 5.2
ANSWER_HEAD = "Your answer"

_EDGE = "7F7F7F"
_HINT = '<w:color w:val="595959"/>'
_BOX = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{_EDGE}"/>'
    for side in ("top", "left", "bottom", "right")
)


def answer_table(
    block: AnswerTable, styles: Mapping[str, str], frame: int, next_id: Callable[[], int]
) -> str:
    """Return the boxes of a form, kept on one page; `next_id` numbers marks and controls."""
    widths = (twips(LABEL_CM), frame - twips(LABEL_CM))
    title = CAPTION.format(block.reference)
    rows = [_head(block.reference, styles, widths, next_id)]
    last = len(block.fields) - 1
    rows += [
        _row(block.reference, field, styles, widths, next_id, hold=at < last)
        for at, field in enumerate(block.fields)
    ]
    return (
        opening(styles["lfjb table"], list(widths), title, block.description)
        + "".join(rows)
        + "</w:tbl>"
    )


def _head(
    reference: str, styles: Mapping[str, str], widths: tuple[int, int], next_id: Callable[[], int]
) -> str:
    """Return the head: the reference as plain letters, which Word's search finds."""
    words = f'<w:r><w:t xml:space="preserve">{reference}</w:t></w:r>'
    control = _control(reference, HEAD, "<w:text/>", words, next_id(), "sdtContentLocked")
    cells = (_marked(reference, HEAD, control, next_id()), run(ANSWER_HEAD))
    inside = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr><w:p><w:pPr>'
        f'<w:pStyle w:val="{styles["table head"]}"/><w:keepNext/></w:pPr>{words}</w:p></w:tc>'
        for width, words in zip(widths, cells, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{inside}</w:tr>"


def _marked(reference: str, name: str, inside: str, number: int) -> str:
    return (
        f'<w:bookmarkStart w:id="{number}" w:name="{bookmark_of(reference, name)}"/>{inside}'
        f'<w:bookmarkEnd w:id="{number}"/>'
    )


def _row(
    reference: str,
    field: AnswerField,
    styles: Mapping[str, str],
    widths: tuple[int, int],
    next_id: Callable[[], int],
    *,
    hold: bool,
) -> str:
    keep = "<w:keepNext/>" if hold else ""
    paragraph = f'<w:p><w:pPr><w:pStyle w:val="{styles["table text"]}"/>{keep}</w:pPr>'
    label = _marked(reference, field.name, run(field.question, "<w:b/>"), next_id())
    hint = run(field.hint, _HINT)
    box = _control(reference, field.name, f"<w:showingPlcHdr/>{_kind(field)}", hint, next_id())
    return (
        f'<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="{twips(field.height_cm)}"'
        ' w:hRule="atLeast"/></w:trPr>'
        f'<w:tc><w:tcPr><w:tcW w:w="{widths[0]}" w:type="dxa"/></w:tcPr>{paragraph}{label}</w:p>'
        f'</w:tc><w:tc><w:tcPr><w:tcW w:w="{widths[1]}" w:type="dxa"/><w:tcBorders>{_BOX}'
        f"</w:tcBorders></w:tcPr>{paragraph}{box}</w:p></w:tc></w:tr>"
    )


def _control(
    reference: str, name: str, kind: str, inside: str, number: int, lock: str = "sdtLocked"
) -> str:
    return (
        f"<w:sdt><w:sdtPr><w:alias w:val={attribute(title_of(reference, name))}/>"
        f"<w:tag w:val={attribute(tag_of(reference, name))}/>"
        f'<w:id w:val="{number}"/><w:lock w:val="{lock}"/>{kind}</w:sdtPr>'
        f"<w:sdtContent>{inside}</w:sdtContent></w:sdt>"
    )


def _kind(field: AnswerField) -> str:
    """Return what a box takes; words are rich: LibreOffice makes an answer of a plain hint."""
    match field.kind:
        case AnswerKind.CHOICE:
            entries = "".join(
                f"<w:listItem w:displayText={attribute(words)} w:value={attribute(words)}/>"
                for words in field.choices
            )
            return f"<w:dropDownList>{entries}</w:dropDownList>"
        case AnswerKind.DAY:
            return (
                '<w:date><w:dateFormat w:val="d MMMM yyyy"/><w:lid w:val="en-GB"/>'
                '<w:storeMappedDataAs w:val="dateTime"/><w:calendar w:val="gregorian"/></w:date>'
            )
        case AnswerKind.WORDS:
            return "<w:richText/>"
