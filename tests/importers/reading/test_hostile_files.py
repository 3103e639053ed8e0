"""Files that would hang, crash or fool a parser: each is refused in plain words."""

from __future__ import annotations

import re
import warnings
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lfjb_desk.importers import reader
from lfjb_desk.importers.figures import ImportRefusedError
from lfjb_desk.importers.reading import front_door
from lfjb_desk.importers.reading.delimited import read_delimited

Make = Callable[..., Path]
Files = dict[str, Make]

HTML = "<html><table><tr><td>area</td></tr></table></html>"
LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
)
OUTSIDE = '<!DOCTYPE x [<!ENTITY secret SYSTEM "file:///etc/hostname">]>'
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def cells(*references: str) -> str:
    return (
        "<sheetData><row>"
        + "".join(f"<c {r}><v>1</v></c>" for r in references)
        + ("</row></sheetData>")
    )


def at(*names: str) -> str:
    return cells(*(f'r="{name}"' for name in names))


def merged(*ranges: str) -> str:
    return (
        at("A1")
        + "<mergeCells>"
        + "".join(f'<mergeCell ref="{r}"/>' for r in ranges)
        + ("</mergeCells>")
    )


def ods_cell(attributes: str) -> str:
    return (
        '<table:table table:name="x"><table:table-row table:number-rows-repeated="1048576">'
        f'<table:table-cell {attributes} office:value-type="float" office:value="1"/>'
        "</table:table-row></table:table>"
    )


@pytest.fixture
def make(text_file: Make, package: Make, sheet_xml: Make, ods_xml: Make, tmp_path: Path) -> Make:
    """Make one of the hostile files by its name."""

    def huge() -> Path:
        path = tmp_path / "huge.xlsx"
        with path.open("wb") as file:
            file.write(b"PK\x03\x04")
            file.truncate(front_door.LARGEST_FILE + 1)
        return path

    def twice() -> Path:
        path = sheet_xml(at("A1"))
        with warnings.catch_warnings(), zipfile.ZipFile(path, "a") as pack:
            warnings.simplefilter("ignore")  # zipfile warns of just this
            pack.writestr("xl/workbook.xml", "<workbook/>")
        return path

    def unnamed() -> Path:
        path = package({"a.csv": "a,b", "unnamed": "y"})
        path.write_bytes(path.read_bytes().replace(b"unnamed", b"\0nnamed"))
        return path

    def locked() -> Path:
        path = sheet_xml(at("A1"))
        data = bytearray(path.read_bytes())
        for found in re.finditer(rb"PK\x01\x02", bytes(data)):
            data[found.start() + 8] |= 1
        path.write_bytes(data)
        return path

    def cut(share: float) -> Path:
        path = sheet_xml(at("A1"))
        path.write_bytes(path.read_bytes()[: int(path.stat().st_size * share)])
        return path

    def lying() -> Path:
        path = sheet_xml(at("A1") + " " * 5_000)
        sizes = re.compile(rb"(PK\x01\x02.{20}).{4}", re.DOTALL)
        path.write_bytes(sizes.sub(lambda found: found[1] + b"\x20\0\0\0", path.read_bytes()))
        return path

    files: Files = {
        "larger than 50 MB": huge,
        "more than 2,000 parts": lambda: package({f"p{n}.xml": "" for n in range(2_001)}),
        "more than 300 MB unpacked": lambda: package(
            {f"p{n}.bin": bytes(10 << 20) for n in range(31)}
        ),
        "packed 200 times smaller": lambda: sheet_xml(
            at("A1"), **{"xl/sharedStrings.xml": b"<sst>" + b"a" * (12 << 20) + b"</sst>"}
        ),
        "a name that climbs out": lambda: sheet_xml(at("A1"), **{"../../x.xml": "<x/>"}),
        "a name from the root": lambda: sheet_xml(at("A1"), **{"/x.xml": "<x/>"}),
        "a name with a drive": lambda: sheet_xml(at("A1"), **{"C:x.xml": "<x/>"}),
        "a name that climbs the Windows way": lambda: sheet_xml(at("A1"), **{"a\\..\\x": "<x/>"}),
        "a zip inside by name": lambda: sheet_xml(at("A1"), **{"xl/inner.zip": "x"}),
        "a zip inside by content": lambda: sheet_xml(at("A1"), **{"xl/x.bin": b"PK\x03\x04xxxx"}),
        "two parts of one name": twice,
        "a part without a name": unnamed,
        "an encrypted zip": locked,
        "an old or protected workbook": lambda: text_file(OLE, "old.xls"),
        "a web page named .xls": lambda: text_file(HTML, "page.xls"),
        "a web page in UTF-16": lambda: text_file(HTML.encode("utf-16"), "page.xls"),
        "entities that grow": lambda: sheet_xml(at("A1"), head=LAUGHS),
        "an entity from outside": lambda: ods_xml("&secret;", head=OUTSIDE + "<x>"),
        "an entity in a part of another name": lambda: sheet_xml(
            at("A1"), **{"xl/media/image1.png": LAUGHS + "<x/>"}
        ),
        "cells at both ends of a sheet": lambda: sheet_xml(at("A1", "XFD1048576")),
        "a column past the last": lambda: sheet_xml(at("XFE1")),
        "a row past the last": lambda: sheet_xml(at("A1048577")),
        "a row of many digits": lambda: sheet_xml(at("A99999999999999999999")),
        "a box of over 5 million cells": lambda: sheet_xml(at("A1", "ZZ9999")),
        "far cells in single quotes": lambda: sheet_xml(cells("r='A1'", "r='XFD1048576'")),
        "far cells with odd spaces": lambda: sheet_xml(cells('\nr = "XFD1048576"')),
        "far cells with a prefix": lambda: sheet_xml('<x:c r="XFD1048576"/>'),
        "far cells after other attributes": lambda: sheet_xml(cells('t="n" r="XFD1048576"')),
        "wide cells in far rows": lambda: sheet_xml(at("A1", "CZ60000")),
        "far cells in disguise": lambda: sheet_xml(cells('r="&#88;FD1048576"')),
        "far rows of cells adrift": lambda: sheet_xml(
            '<sheetData><row r="1048576">' + "<c><v>1</v></c>" * 20 + "</row></sheetData>"
        ),
        "a joined cell of a whole sheet": lambda: sheet_xml(merged("A1:XFD1048576")),
        "a joined cell of a thousand rows": lambda: sheet_xml(merged("A1:XFD1000")),
        "more than 2,000 joined cells": lambda: sheet_xml(
            merged(*(f"A{n}:B{n}" for n in range(1, 2_003)))
        ),
        "a part in UTF-16": lambda: sheet_xml(
            "", **{"xl/worksheets/sheet2.xml": "<worksheet/>".encode("utf-16")}
        ),
        "a part in an odd encoding": lambda: sheet_xml(
            "", **{"xl/x.xml": '<?xml version="1.0" encoding="UTF-7"?><x/>'}
        ),
        "repeated cells over a whole sheet": lambda: ods_xml(
            ods_cell('table:number-columns-repeated="16384"')
        ),
        "repeated cells in disguise": lambda: ods_xml(
            ods_cell('table:number-columns-repeated="&#49;6384"')
        ),
        "a spanned cell of a whole sheet": lambda: ods_xml(
            ods_cell('table:number-rows-spanned="1048576"')
        ),
        "a locked .ods": lambda: ods_xml(
            "", manifest="<m:manifest><m:encryption-data/></m:manifest>"
        ),
        "a workbook cut in half": lambda: cut(0.5),
        "a workbook cut at its end": lambda: cut(0.97),
        "a workbook that lies about its sizes": lying,
        "a workbook without sheets": lambda: package(
            {"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<workbook/>"}
        ),
        "a binary workbook": lambda: package({"xl/workbook.bin": b"x"}),
        "a Word document": lambda: package({"word/document.xml": "<w/>"}, name="paper.docx"),
        "a folder of text files": lambda: package({"a/CSV one.csv": "a,b"}, name="all.zip"),
        "some other zip": lambda: package({"readme": "hello"}, name="all.zip"),
        "a PDF": lambda: text_file(b"%PDF-1.7 ...", "report.pdf"),
        "an empty file": lambda: text_file(b" \r\n"),
        "a nought in the text": lambda: text_file("area,period\nLu\0ton,2024\n"),
        "a quotation mark that is not closed": lambda: text_file('area,period\n"Luton,2024\n'),
        "a cell of 10 MB": lambda: text_file("area,period\n" + "x" * (10 << 20) + ",1\n"),
        "more than 5 million cells of text": lambda: text_file("," * 5_000_001),
        "bytes of no encoding": lambda: text_file(b"area,period\nLut\x81n,1\n"),
        "half a letter of UTF-16": lambda: text_file("area,period".encode("utf-16") + b"\0"),
        "no columns": lambda: text_file("just\nlines\n"),
        "two separators": lambda: text_file("a;b,c\nd;e,f\n"),
    }

    assert list(files) == NAMES
    return lambda name: files[name]()


NAMES = [
    "larger than 50 MB",
    "more than 2,000 parts",
    "more than 300 MB unpacked",
    "packed 200 times smaller",
    "a name that climbs out",
    "a name from the root",
    "a name with a drive",
    "a name that climbs the Windows way",
    "a zip inside by name",
    "a zip inside by content",
    "two parts of one name",
    "a part without a name",
    "an encrypted zip",
    "an old or protected workbook",
    "a web page named .xls",
    "a web page in UTF-16",
    "entities that grow",
    "an entity from outside",
    "an entity in a part of another name",
    "cells at both ends of a sheet",
    "a column past the last",
    "a row past the last",
    "a row of many digits",
    "a box of over 5 million cells",
    "far cells in single quotes",
    "far cells with odd spaces",
    "far cells with a prefix",
    "far cells after other attributes",
    "wide cells in far rows",
    "far cells in disguise",
    "far rows of cells adrift",
    "a joined cell of a whole sheet",
    "a joined cell of a thousand rows",
    "more than 2,000 joined cells",
    "a part in UTF-16",
    "a part in an odd encoding",
    "repeated cells over a whole sheet",
    "repeated cells in disguise",
    "a spanned cell of a whole sheet",
    "a locked .ods",
    "a workbook cut in half",
    "a workbook cut at its end",
    "a workbook that lies about its sizes",
    "a workbook without sheets",
    "a binary workbook",
    "a Word document",
    "a folder of text files",
    "some other zip",
    "a PDF",
    "an empty file",
    "a nought in the text",
    "a quotation mark that is not closed",
    "a cell of 10 MB",
    "more than 5 million cells of text",
    "bytes of no encoding",
    "half a letter of UTF-16",
    "no columns",
    "two separators",
]


@pytest.mark.parametrize("name", NAMES)
def test_a_hostile_file_is_refused_in_plain_words(make: Make, name: str) -> None:
    with pytest.raises(ImportRefusedError) as refusal:
        reader.read(make(name), lambda _: None)

    sentence = str(refusal.value)
    assert "Nothing was imported." in sentence
    assert len(sentence) < 400
    assert "Error" not in sentence
    assert "\n" not in sentence


def test_macros_and_links_are_left_alone_and_said(sheet_xml: Make, take: Any) -> None:
    rows = "".join(
        f'<row r="{n}">'
        + "".join(
            f'<c r="{column}{n}" t="inlineStr"><is><t>{said}</t></is></c>'
            for column, said in zip("ABCD", line, strict=True)
        )
        + "</row>"
        for n, line in enumerate(
            [("area", "period", "measure", "value"), ("York", "2024 Q1", "open_public", "7")],
            start=1,
        )
    )
    reading = take(
        sheet_xml(
            f"<sheetData>{rows}</sheetData>",
            **{"xl/vbaProject.bin": b"x", "xl/externalLinks/externalLink1.xml": "<externalLink/>"},
        )
    )

    assert [figure.value for figure in reading.figures] == [7]
    assert "Left alone in the workbook: macros, links to other files." in reading.notes


@settings(max_examples=200, deadline=None)
@given(data=st.binary(max_size=400) | st.binary(max_size=300).map(lambda b: b"PK\x03\x04" + b))
def test_any_bytes_are_read_or_refused(
    data: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.bin"
    path.write_bytes(data)
    with pytest.raises(ImportRefusedError):
        reader.read(path, lambda _: None)


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.lists(st.text(alphabet='a1,;\t|"\n\r \u00e9\u0175', max_size=6), max_size=5), max_size=8
    ),
    st.sampled_from([",", ";", "\t", "|"]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_any_table_of_text_is_read_or_refused(
    rows: list[list[str]], separator: str, encoding: str
) -> None:
    content = "\n".join(separator.join(row) for row in rows)
    try:
        grid, notes = read_delimited("x.csv", content.encode(encoding))
    except ImportRefusedError:
        return
    assert notes
    assert all(isinstance(cell, str) for row in grid.rows for cell in row)


@settings(max_examples=200, deadline=None)
@given(patch=st.binary(min_size=1, max_size=8), where=st.floats(0, 1))
def test_a_workbook_with_bytes_overwritten_is_admitted_or_refused(
    patch: bytes, where: float, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.getbasetemp() / "patched.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as pack:
        pack.writestr("xl/workbook.xml", "<workbook/>")
        pack.writestr("xl/worksheets/sheet1.xml", f"<worksheet>{at('A1', 'B2')}</worksheet>")
    data = bytearray(path.read_bytes())
    start = int(where * (len(data) - len(patch)))
    data[start : start + len(patch)] = patch
    path.write_bytes(data)
    try:
        admitted = front_door.admit(path)
    except ImportRefusedError:
        return
    assert admitted.data == bytes(data)
