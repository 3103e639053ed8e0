"""Word documents as a secretariat has them, made of a few strings of markup."""

import zipfile
from collections.abc import Sequence
from io import BytesIO
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
_HEADINGS = "".join(
    f'<w:style w:type="paragraph" w:styleId="H{level}"><w:name w:val="heading {level}"/></w:style>'
    for level in (1, 2, 3)
)


def document(body: str, numbering: str = "", styles: str = "") -> bytes:
    """Return a document of a body, with headings H1 to H3."""
    out = BytesIO()
    opened = f'xmlns:w="{W}"'
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", _TYPES)
        package.writestr(
            "word/document.xml", f"<w:document {opened}><w:body>{body}</w:body></w:document>"
        )
        package.writestr("word/styles.xml", f"<w:styles {opened}>{_HEADINGS}{styles}</w:styles>")
        if numbering:
            package.writestr(
                "word/numbering.xml", f"<w:numbering {opened}>{numbering}</w:numbering>"
            )
    return out.getvalue()


def run(text: str, properties: str = "") -> str:
    """Return words, with properties such as `<w:b/>`."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def line(text: str, properties: str = "", *, bold: bool = False, struck: bool = False) -> str:
    """Return a paragraph of one run."""
    looks = ("<w:b/>" if bold else "") + ("<w:strike/>" if struck else "")
    return f"<w:p><w:pPr>{properties}</w:pPr>{run(text, looks)}</w:p>"


def heading(text: str, level: int = 1) -> str:
    """Return a heading."""
    return line(text, f'<w:pStyle w:val="H{level}"/>')


def numbered(text: str, list_id: int, depth: int = 0) -> str:
    """Return a paragraph that Word numbers."""
    return line(text, in_list(list_id, depth))


def in_list(list_id: int, depth: int = 0) -> str:
    """Return the properties of a paragraph in a list."""
    return f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{list_id}"/></w:numPr>'


def cell(inside: str, *, width: int = 1, joined: str = "", struck: bool = False) -> str:
    """Return a cell of plain words, or of markup; `joined` is `restart` or `continue`."""
    content = inside if inside.startswith("<") else line(inside, struck=struck)
    span = f'<w:gridSpan w:val="{width}"/>' if width > 1 else ""
    merge = f'<w:vMerge w:val="{joined}"/>' if joined else ""
    return f"<w:tc><w:tcPr>{span}{merge}</w:tcPr>{content}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    """Return a row of cells, which are markup or plain words."""
    made = (each if each.startswith("<w:tc>") else cell(each) for each in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(made)}</w:tr>"


def table(rows: Sequence[Sequence[str] | str]) -> str:
    """Return a table; a row is its cells, or markup."""
    made = (each if isinstance(each, str) else row(*each) for each in rows)
    return f"<w:tbl><w:tblPr/>{''.join(made)}</w:tbl>"


def levels(family: int, *patterns: tuple[str, str]) -> str:
    """Return a family of list levels, each with its kind and pattern such as `%1.%2`."""
    made = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
        f'<w:lvlText w:val="{pattern}"/></w:lvl>'
        for at, (kind, pattern) in enumerate(patterns)
    )
    return f'<w:abstractNum w:abstractNumId="{family}">{made}</w:abstractNum>'


def made_list(list_id: int, family: int, start: int | None = None) -> str:
    """Return a list of a family; `start` has its first level begin anew there."""
    over = (
        f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start}"/></w:lvlOverride>'
        if start is not None
        else ""
    )
    return f'<w:num w:numId="{list_id}"><w:abstractNumId w:val="{family}"/>{over}</w:num>'
