"""Twenty-one hostile files, each as a workbook of either kind and as text."""

from __future__ import annotations

import warnings
import zipfile
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from tests.importers.conftest import (
    CONTENT_TYPES,
    MAIN,
    ODS_HEAD,
    ODS_MANIFEST,
    ODS_TAIL,
    ODS_TYPE,
    ROOT_RELS,
    WORKBOOK,
    WORKBOOK_RELS,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

Part = str | bytes
Made = bytes | list[tuple[str, Part]]

KINDS = ("xlsx", "ods", "csv")
HEAD = ("area", "period", "measure", "value")
GOOD = ("York", "2024 Q1", "open_public", "7")
LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
)
OUTSIDE = '<!DOCTYPE x [<!ENTITY secret SYSTEM "file:///etc/hostname">]>'
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
PAGE = b"<html><body><table><tr><td>area</td></tr></table></body></html>"
TEN_MB = 10 << 20
Rows = "Iterable[Iterable[str]]"


def xlsx(*rows: tuple[str, ...], inside: str = "", head: str = "") -> list[tuple[str, Part]]:
    """Return the parts of a workbook with these rows of text, and more in its sheet."""
    lines = "".join(
        f'<row r="{at}">'
        + "".join(
            f'<c r="{chr(65 + column)}{at}" t="inlineStr"><is><t>{escape(said)}</t></is></c>'
            for column, said in enumerate(row)
        )
        + "</row>"
        for at, row in enumerate(rows, start=1)
    )
    sheet = f'<?xml version="1.0" encoding="UTF-8"?>{head}<worksheet xmlns="{MAIN}">'
    return [
        ("[Content_Types].xml", CONTENT_TYPES),
        ("_rels/.rels", ROOT_RELS),
        ("xl/workbook.xml", WORKBOOK),
        ("xl/_rels/workbook.xml.rels", WORKBOOK_RELS),
        (
            "xl/worksheets/sheet1.xml",
            f"{sheet}<sheetData>{lines}</sheetData>{inside}</worksheet>",
        ),
    ]


def ods(*rows: tuple[str, ...], inside: str = "", head: str = ODS_HEAD) -> list[tuple[str, Part]]:
    """Return the parts of an open document with these rows of text, and more in its table."""
    lines = "".join(
        "<table:table-row>"
        + "".join(
            '<table:table-cell office:value-type="string">'
            f"<text:p>{escape(said)}</text:p></table:table-cell>"
            for said in row
        )
        + "</table:table-row>"
        for row in rows
    )
    table = f'<table:table table:name="x">{lines}{inside}</table:table>'
    return [
        ("mimetype", ODS_TYPE),
        ("META-INF/manifest.xml", ODS_MANIFEST),
        ("content.xml", head + table + ODS_TAIL),
    ]


def csv(*rows: tuple[str, ...]) -> bytes:
    """Return rows as text between commas."""
    return "\n".join(",".join(row) for row in rows).encode()


def each(
    of_xlsx: Callable[[], Made], of_ods: Callable[[], Made], of_csv: Callable[[], Made]
) -> Mapping[str, Callable[[], Made]]:
    """Return one hostile file in its three kinds."""
    return dict(zip(KINDS, (of_xlsx, of_ods, of_csv), strict=True))


def _beside(name: str, content: Part) -> Mapping[str, Callable[[], Made]]:
    """Return good workbooks with one part more, and text that is a package of that part."""
    return each(
        lambda: [*xlsx(HEAD, GOOD), (name, content)],
        lambda: [*ods(HEAD, GOOD), (name, content)],
        lambda: [("a.csv", csv(HEAD, GOOD)), (name, content)],
    )


def _repeated(attributes: str) -> str:
    return (
        '<table:table-row table:number-rows-repeated="1048576">'
        f'<table:table-cell {attributes} office:value-type="float" office:value="1"/>'
        "</table:table-row>"
    )


def _row(references: Iterable[str]) -> str:
    cells = "".join(f'<c r="{name}"><v>1</v></c>' for name in references)
    return f"<sheetData><row>{cells}</row></sheetData>"


CASE = ("area", "period", "Case Number", "value")
NUMBERED = ("York", "2024 Q1", "1712-3456-7890-1234", "7")
DANGEROUS = ("York", "2024 Q1", "open_public", "=cmd|' /C calc'!A0")
ODD = tuple(
    ("York", "2024 Q1", f"m{at}", said)
    for at, said in enumerate(("1e999", "nan", "inf", "9" * 400, "0x10", "#REF!", "1" + "0" * 40))
)

HOSTILE: dict[str, Mapping[str, Callable[[], Made]]] = {
    "entities that grow": each(
        lambda: xlsx(HEAD, GOOD, head=LAUGHS),
        lambda: ods(HEAD, GOOD, head=LAUGHS + ODS_HEAD.split("?>")[1]),
        (LAUGHS + "<x>&c;</x>").encode,
    ),
    "an entity from outside": each(
        lambda: xlsx(HEAD, ("&secret;",), head=OUTSIDE),
        lambda: ods(HEAD, GOOD, head=OUTSIDE + ODS_HEAD.split("?>")[1]),
        (OUTSIDE + "<x>&secret;</x>").encode,
    ),
    "cells at both ends of a sheet": each(
        lambda: xlsx(inside=_row(("A1", "XFD1048576"))),
        lambda: ods(inside=_repeated('table:number-columns-repeated="16384"')),
        lambda: b"," * 5_000_001,
    ),
    "a joined cell of a whole sheet": each(
        lambda: xlsx(HEAD, inside='<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
        lambda: ods(inside=_repeated('table:number-rows-spanned="1048576"')),
        lambda: csv(HEAD, ("York", "2024 Q1", '"open_public', "7")) * 3,
    ),
    "one part that unpacks to far more than it is": each(
        lambda: [*xlsx(HEAD, GOOD), ("xl/sharedStrings.xml", b"a" * (12 << 20))],
        lambda: [*ods(HEAD, GOOD), ("styles.xml", b"a" * (12 << 20))],
        lambda: [("a.csv", b"a" * (12 << 20))],
    ),
    "a cell of ten megabytes": each(
        lambda: xlsx(HEAD, ("York", "2024 Q1", "open_public", "7" * TEN_MB)),
        lambda: ods(HEAD, ("York", "2024 Q1", "open_public", "7" * TEN_MB)),
        lambda: csv(HEAD, ("York", "2024 Q1", "open_public", "7" * TEN_MB)),
    ),
    "cells that say a place past the last": each(
        lambda: xlsx(inside=_row(("A99999999999999999999", "ZZZZ1"))),
        lambda: ods(inside=_repeated('table:number-columns-repeated="99999999999999999"')),
        lambda: csv(HEAD, ("York", "9999 Q9", "open_public", "7")) + b"," * 100_000,
    ),
    "far cells in disguise": each(
        lambda: xlsx(inside='<sheetData><row><c r="&#88;FD1048576"/></row></sheetData>'),
        lambda: ods(inside=_repeated('table:number-columns-repeated="&#49;6384"')),
        lambda: b"sep=\0\n" + csv(HEAD, GOOD),
    ),
    "a password": each(
        lambda: OLE,
        lambda: [
            *ods(HEAD, GOOD)[:1],
            ("META-INF/manifest.xml", "<m:manifest><m:encryption-data/></m:manifest>"),
            *ods(HEAD, GOOD)[2:],
        ],
        lambda: OLE,
    ),
    "macros": each(
        lambda: [*xlsx(HEAD, GOOD), ("xl/vbaProject.bin", b"Shell calc")],
        lambda: [*ods(HEAD, GOOD), ("Basic/Standard/Module1.xml", "<script>Shell calc</script>")],
        lambda: csv(HEAD, GOOD, DANGEROUS),
    ),
    "links to outside": each(
        lambda: [*xlsx(HEAD, GOOD, DANGEROUS), ("xl/externalLinks/externalLink1.xml", "<x/>")],
        lambda: ods(HEAD, GOOD, DANGEROUS),
        lambda: csv(HEAD, GOOD, ("York", "2024 Q1", "m", '"=HYPERLINK(""http://example.org"")"')),
    ),
    "a package inside": _beside("inner.bin", b"PK\x03\x04 and so on"),
    "a name that climbs out": _beside("../../outside.xml", "<x/>"),
    "two parts of one name": each(
        lambda: xlsx(HEAD, GOOD) * 2,
        lambda: ods(HEAD, GOOD) * 2,
        lambda: csv((*HEAD, "value"), (*GOOD, "8")),
    ),
    "a web page by another name": each(lambda: PAGE, lambda: PAGE, lambda: PAGE),
    "a part in no usual encoding": each(
        lambda: [*xlsx(HEAD, GOOD), ("xl/x.xml", '<?xml version="1.0" encoding="UTF-7"?><x/>')],
        lambda: [*ods(HEAD, GOOD), ("meta.xml", "<x/>".encode("utf-16"))],
        lambda: b"area,period\nLut\x81n,1\n",
    ),
    "control characters": each(
        lambda: xlsx(HEAD, ("Yo\x01rk", "2024 Q1", "open_public", "7\x02")),
        lambda: ods(HEAD, ("Yo\x01rk", "2024 Q1", "open_public", "7\x02")),
        lambda: csv(HEAD, ("Yo\0rk", "2024 Q1", "open_public", "7")),
    ),
    "nothing at all": each(lambda: b"", lambda: b"", lambda: b" \r\n"),
    "thousands of parts": each(
        lambda: [*xlsx(HEAD, GOOD), *((f"p{at}.xml", "") for at in range(2_001))],
        lambda: [*ods(HEAD, GOOD), *((f"p{at}.xml", "") for at in range(2_001))],
        lambda: [(f"p{at}.csv", "") for at in range(2_001)],
    ),
    "single cases": each(
        lambda: xlsx(CASE, NUMBERED), lambda: ods(CASE, NUMBERED), lambda: csv(CASE, NUMBERED)
    ),
    "numbers that are none": each(
        lambda: xlsx(HEAD, GOOD, *ODD), lambda: ods(HEAD, GOOD, *ODD), lambda: csv(HEAD, GOOD, *ODD)
    ),
}


def write(name: str, kind: str, folder: Path) -> Path:
    """Write one hostile file and return where it is."""
    made = HOSTILE[name][kind]()
    path = folder / f"figures.{kind}"
    if isinstance(made, bytes):
        path.write_bytes(made)
        return path
    with warnings.catch_warnings(), zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        warnings.simplefilter("ignore")  # zipfile warns of two parts of one name
        for part, content in made:
            package.writestr(part, content)
    return path
