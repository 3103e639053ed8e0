"""Word files that came back, written by hand: tracked changes and comments as Word writes them."""

import zipfile
from collections.abc import Iterable, Mapping
from io import BytesIO
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SPACES = (
    f'xmlns:w="{W}" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
)
WHEN = "2026-12-14T10:30:00Z"
ANN, BEN = "Ann Lee", "Ben Okoro"


def run(text: str, tag: str = "t") -> str:
    return f'<w:r><w:{tag} xml:space="preserve">{escape(text)}</w:{tag}></w:r>'


def marked(tag: str, inside: str, author: str = ANN) -> str:
    return f'<w:{tag} w:id="9" w:author="{author}" w:date="{WHEN}">{inside}</w:{tag}>'


def ins(text: str, author: str = ANN) -> str:
    return marked("ins", run(text), author)


def gone(text: str, author: str = ANN) -> str:
    return marked("del", run(text, "delText"), author)


def paragraph(*inside: str, end: str = "", author: str = ANN) -> str:
    """Return a paragraph; `end` is what was done to its end, such as `ins`."""
    mark = f'<w:{end} w:id="8" w:author="{author}" w:date="{WHEN}"/>' if end else ""
    return f"<w:p><w:pPr><w:rPr>{mark}</w:rPr></w:pPr>{''.join(inside)}</w:p>"


def moved(tag: str, text: str, name: str = "move1") -> str:
    """Return a moved paragraph: `moveFrom` where it stood, `moveTo` where it stands."""
    start = f'<w:{tag}RangeStart w:id="4" w:name="{name}" w:author="{ANN}" w:date="{WHEN}"/>'
    whole = paragraph(start, marked(tag, run(text)), end=tag)
    return f'{whole}<w:{tag}RangeEnd w:id="4"/>'


def row(*cells: str, done: str = "", author: str = ANN) -> str:
    """Return a row of a table; `done` is what was done to it, `ins` or `del`."""
    mark = f'<w:trPr><w:{done} w:id="7" w:author="{author}" w:date="{WHEN}"/></w:trPr>'
    inside = "".join(
        f"<w:tc><w:tcPr/>{paragraph({'ins': ins, 'del': gone}.get(done, run)(cell))}</w:tc>"
        for cell in cells
    )
    return f"<w:tr>{mark if done else ''}{inside}</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def commented(key: int, text: str) -> str:
    """Return words over which a comment stands."""
    return (
        f'<w:commentRangeStart w:id="{key}"/>{run(text)}<w:commentRangeEnd w:id="{key}"/>'
        f'<w:r><w:commentReference w:id="{key}"/></w:r>'
    )


def comments(*said: tuple[str, str]) -> dict[str, str]:
    """Return the parts of comments, each an author and words; all after the first answer it."""
    rows = "".join(
        f'<w:comment w:id="{at}" w:author="{author}" w:date="{WHEN}">'
        f'<w:p w14:paraId="0000000{at}">{run(text)}</w:p></w:comment>'
        for at, (author, text) in enumerate(said)
    )
    more = "".join(
        f'<w15:commentEx w15:paraId="0000000{at}" w15:done="0"'
        f"{' w15:paraIdParent=' + chr(34) + '00000000' + chr(34) if at else ''}/>"
        for at, _ in enumerate(said)
    )
    return {
        "word/comments.xml": f"<w:comments {SPACES}>{rows}</w:comments>",
        "word/commentsExtended.xml": f"<w15:commentsEx {SPACES}>{more}</w15:commentsEx>",
    }


def document(body: Iterable[str], parts: Mapping[str, str] | None = None) -> bytes:
    """Return a Word file of a body and other parts."""
    out = BytesIO()
    kinds = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(
            "[Content_Types].xml",
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType='
            '"application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{kinds}.document.main+xml"/>'
            f'<Override PartName="/word/comments.xml" ContentType="{kinds}.comments+xml"/></Types>',
        )
        home = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        space = "http://schemas.openxmlformats.org/package/2006/relationships"
        package.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{space}"><Relationship Id="r1" '
            f'Type="{home}/officeDocument" Target="word/document.xml"/></Relationships>',
        )
        package.writestr(
            "word/_rels/document.xml.rels",
            f'<Relationships xmlns="{space}"><Relationship Id="r2" '
            f'Type="{home}/comments" Target="comments.xml"/></Relationships>',
        )
        whole = f"<w:document {SPACES}><w:body>{''.join(body)}<w:sectPr/></w:body></w:document>"
        package.writestr("word/document.xml", whole)
        for name, content in (parts or {}).items():
            package.writestr(name, content)
    return out.getvalue()
