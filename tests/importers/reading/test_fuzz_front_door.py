"""Spoilt files by number: each is read or refused in one plain sentence, never anything else.

A case is made from its number alone, so that one that fails can be made again. The suite runs a
few; `LFJB_FUZZ=100000 LFJB_FUZZ_FROM=5000` runs so many from that number on.
"""

from __future__ import annotations

import io
import os
import zipfile
from random import Random
from typing import TYPE_CHECKING

import pytest

from lfjb_desk.importers import reader
from lfjb_desk.importers.figures import ImportRefusedError
from lfjb_desk.importers.reading.front_door import admit

if TYPE_CHECKING:
    from pathlib import Path

CASES = int(os.environ.get("LFJB_FUZZ", "1000"))
FIRST = int(os.environ.get("LFJB_FUZZ_FROM", "0"))
LONGEST_SENTENCE = 1_500


LONG = (
    "area,period,measure,value\nLuton,2024 Q1,open_public,7\nYork,2024 Q2,open_public,[c]\n"
    'Môn,2023-24,s31_apps,"1,226"\n'
)
HISTORY = (
    "Cafcass;;;\nCare duration history by DFJ area;;;\nDFJ area;Q3: 2023-24;Q4: 2023-24;2023-24\n"
    "Essex;41;43,5;42\nLuton;[c];..;\nNote: weeks;;;\n"
)
MONTHS = "Month\t2012-13\t2013-14\nApr\t757\t919\nMay\t984\t983\nTotal\t1741\t1902\n"
AREAS = (
    "category,stage,year,quarter,dfj_new,region,count,cases\n"
    "Adoption,Start,2011,1,Luton DFJ,SOUTH EAST,12,10\n"
    "Public Law,End,2011,2,York DFJ,NORTH EAST,*,..\n"
)
QUOTED = (
    'Area|Period|Note|Open cases\r\n"Luton\nTown"|Apr 2024|"a ""b"" c"|12\r\nYork|May 2024||-\r\n'
)
TEXTS = (LONG, HISTORY, MONTHS, AREAS, QUOTED)
CODECS = ("utf-8", "utf-8", "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252")
SHEET = (
    '<?xml version="1.0" encoding="UTF-8"?><worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c>'
    '<c r="B1" t="s"><v>0</v></c></row><row r="2"><c r="A2"><v>2</v></c></row></sheetData>'
    '<mergeCells count="1"><mergeCell ref="A3:B4"/></mergeCells></worksheet>'
)
CONTENT = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document-content><table:table table:name="x">'
    '<table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="float" '
    'office:value="1" table:number-columns-repeated="3" table:number-rows-spanned="2"/>'
    "</table:table-row></table:table></office:document-content>"
)
PACKAGES: tuple[dict[str, str], ...] = (
    {
        "[Content_Types].xml": '<?xml version="1.0"?><Types/>',
        "xl/workbook.xml": "<workbook><sheets/></workbook>",
        "xl/worksheets/sheet1.xml": SHEET,
        "xl/sharedStrings.xml": "<sst><si><t>Luton</t></si></sst>",
    },
    {
        "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
        "META-INF/manifest.xml": "<manifest:manifest/>",
        "content.xml": CONTENT,
    },
    {"CSV Timeliness 2024 Q1.csv": LONG, "CSV DFJ and Regional Level 2024 Q1.csv": AREAS},
)
OTHERS = (
    b"%PDF-1.7\n1 0 obj",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(64),
    b"<html><table><tr><td>area</td></tr></table></html>",
    b"{\\rtf1 figures}",
    b"\x1f\x8b\x08\0\0\0\0\0",
)
TOKENS = (
    *(b"\0", b'"', b'""', b"'", b",", b";", b"\t", b"|", b"\r", b"\n", b"\r\n", b"\xff\xfe"),
    *(b"sep=;\n", b"sep=", b"\xef\xbb\xbf", b"\xfe\xff", b"\x81", b"\xc5\xb5", b"\x1a", b"\x0b"),
    *(b"[c]", b"[low]", b"[r][e]", b"NA", b"..", b"-", b"#REF!", b"1e999", b"nan", b"9" * 60),
    *(b"0", b"-1", b"41,2", b"1,226", b"26%", b"\xe2\x88\x92", b"\xd9\xa3", b"\xc2\xbd"),
    *(b"Q4: 2023-24", b"2024 Q5", b"0000", b"9999", b"2011-12", b"FY", b"Apr-24", b"Total"),
    *(b"<!DOCTYPE x>", b"<!ENTITY", b"&#88;", b'r="XFD1048576"', b'r="A0"', b"<", b">", b"/>"),
    *(b'number-rows-repeated="1048576"', b'number-columns-repeated="-1"', b"</table:table-row>"),
    *(b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06", b"PK\x06\x06", b"\xff\xff\xff\xff", b"../"),
)


def spoilt(data: bytes, chance: Random) -> bytes:
    """Change some bytes: turned, put in, cut, doubled, moved, or cut off."""
    spoiling = bytearray(data)
    for _ in range(chance.choice((1, 1, 1, 2, 3, 5, 8))):
        start = chance.randrange(len(spoiling) + 1)
        end = min(len(spoiling), start + chance.choice((1, 2, 4, 8, 16, 64)))
        kind = chance.randrange(8)
        if kind == 0 and start < len(spoiling):
            spoiling[start] ^= 1 << chance.randrange(8)
        elif kind == 1:
            spoiling[start:start] = chance.choice(TOKENS)
        elif kind == 2:
            spoiling[start:end] = chance.choice(TOKENS)
        elif kind == 3:
            del spoiling[start:end]
        elif kind == 4:
            spoiling[start:start] = spoiling[start:end] * chance.choice((1, 2, 50))
        elif kind == 5:
            taken = spoiling[start:end]
            del spoiling[start:end]
            at = chance.randrange(len(spoiling) + 1)
            spoiling[at:at] = taken
        elif kind == 6:
            spoiling[start:end] = chance.randbytes(end - start)
        elif chance.randrange(4) == 0:
            del spoiling[start:]
    return bytes(spoiling)


def packed(parts: dict[str, str], chance: Random) -> bytes:
    """Return a package with one part spoilt, its name, or the bytes of the whole."""
    where = chance.randrange(3)
    spoil = chance.choice(list(parts))
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w", chance.choice((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))) as z:
        for name, content in parts.items():
            data = content.encode()
            called = name
            if name == spoil and where == 0:
                data = spoilt(data, chance)
            if name == spoil and where == 1:
                called = spoilt(name.encode(), chance).decode(errors="ignore") or "x"
            z.writestr(zipfile.ZipInfo(called), data)
    return spoilt(into.getvalue(), chance) if where == 2 else into.getvalue()


def case(number: int) -> bytes:
    """Return the spoilt file of this number."""
    chance = Random(number)  # noqa: S311 - to make the same case again, not to keep a secret
    kind = chance.randrange(10)
    if kind < 6:
        content = chance.choice(TEXTS)
        if chance.randrange(3) == 0:  # letters that may be lost are left out, as some program did
            return spoilt(content.encode(chance.choice(CODECS), errors="ignore"), chance)
        return spoilt(content.encode(), chance)
    if kind < 9:
        return packed(chance.choice(PACKAGES), chance)
    return spoilt(chance.choice(OTHERS), chance) if chance.randrange(2) else chance.randbytes(300)


def attempt(number: int, path: Path) -> str:
    """Return what came of a case: the kind of an admitted package, `read` or `refused`."""
    data = case(number)
    path.write_bytes(data)
    try:
        admitted = admit(path)
        assert admitted.data == data
        if admitted.kind in {"xlsx", "ods"}:
            return admitted.kind  # the parser behind the door runs in a process of its own
        reading = reader.read(path, lambda _: None)
    except ImportRefusedError as refusal:
        said = str(refusal)
        assert "Nothing was imported." in said
        assert "\n" not in said
        assert len(said) < LONGEST_SENTENCE
        return "refused"
    for figure in reading.figures:
        assert figure.cell
        assert figure.value is not None or figure.marker
        assert figure.value is None or figure.value.is_finite()
        assert figure.period_start <= figure.period_end
    return "read"


def test_a_spoilt_file_is_read_or_refused_in_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "spoilt.bin"
    came = []
    for number in range(FIRST, FIRST + CASES):
        try:
            came.append(attempt(number, path))
        except Exception as error:  # noqa: BLE001 - whatever it is, it must not be
            pytest.fail(f"Case {number} ended in {type(error).__name__}: {error}")

    assert {"read", "refused"} <= set(came)
    assert len(came) == CASES
