"""Files made by code: workbooks, packages and text, each in a folder of its own."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

import openpyxl
import pytest

from lfjb_desk.importers import reader

if TYPE_CHECKING:
    from lfjb_desk.importers.figures import Reading

Rows = Sequence[Sequence[Any]]
SAMPLES = Path(__file__).resolve().parents[2] / ".." / "shared" / "samples"

CONTENT_TYPES = """<?xml version="1.0" encoding="UTF-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/xl/workbook.xml"
 ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
</Types>"""
ROOT_RELS = """<?xml version="1.0" encoding="UTF-8"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Target="xl/workbook.xml"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/>
</Relationships>"""
WORKBOOK = """<?xml version="1.0" encoding="UTF-8"?>
<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
 xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
<sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>"""
WORKBOOK_RELS = """<?xml version="1.0" encoding="UTF-8"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Target="worksheets/sheet1.xml"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"/>
</Relationships>"""
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
ODS_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document-content '
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.3">'
    "<office:body><office:spreadsheet>"
)
ODS_TAIL = "</office:spreadsheet></office:body></office:document-content>"
ODS_MANIFEST = (
    '<?xml version="1.0" encoding="UTF-8"?><manifest:manifest '
    'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{ODS_TYPE}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
    "</manifest:manifest>"
)


@pytest.fixture
def take() -> Callable[[Path], Reading]:
    """Read a file in this process, where coverage and a debugger can follow."""
    return lambda path: reader.read(path, lambda _: None)


@pytest.fixture
def sample() -> Callable[[str], Path]:
    def find(name: str) -> Path:
        path = SAMPLES / name
        if not path.exists():
            pytest.skip(f"the sample {name} is not beside this checkout")
        return path

    return find


@pytest.fixture
def text_file(tmp_path: Path) -> Callable[..., Path]:
    def write(content: str | bytes, name: str = "figures.csv") -> Path:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write


@pytest.fixture
def workbook(tmp_path: Path) -> Callable[..., Path]:
    """Write an .xlsx; a sheet whose name starts with `hidden` is hidden."""

    def write(
        sheets: Mapping[str, Rows],
        merges: Mapping[str, Sequence[str]] | None = None,
        name: str = "figures.xlsx",
    ) -> Path:
        book = openpyxl.Workbook()
        book.remove(book.worksheets[0])
        for title, rows in sheets.items():
            sheet = book.create_sheet(title)
            for row in rows:
                sheet.append(list(row))
            for merge in (merges or {}).get(title, ()):
                sheet.merge_cells(merge)
            if title.startswith("hidden"):
                sheet.sheet_state = "hidden"
        path = tmp_path / name
        book.save(path)
        return path

    return write


@pytest.fixture
def package(tmp_path: Path) -> Callable[..., Path]:
    """Write a zip of the given parts."""

    def write(parts: Mapping[str, str | bytes], name: str = "figures.xlsx") -> Path:
        path = tmp_path / name
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as pack:
            for part, content in parts.items():
                pack.writestr(part, content)
        return path

    return write


@pytest.fixture
def sheet_xml(package: Callable[..., Path]) -> Callable[..., Path]:
    """Write an .xlsx around the text of its one sheet, and around other parts."""

    def write(inside: str, *, head: str = "", **parts: str | bytes) -> Path:
        start = f'<?xml version="1.0" encoding="UTF-8"?>{head}<worksheet xmlns="{MAIN}">'
        return package(
            {
                "[Content_Types].xml": CONTENT_TYPES,
                "_rels/.rels": ROOT_RELS,
                "xl/workbook.xml": WORKBOOK,
                "xl/_rels/workbook.xml.rels": WORKBOOK_RELS,
                "xl/worksheets/sheet1.xml": start + inside + "</worksheet>",
                **parts,
            }
        )

    return write


@pytest.fixture
def ods_xml(package: Callable[..., Path]) -> Callable[..., Path]:
    """Write an .ods around the text of its tables."""

    def write(inside: str, *, head: str = ODS_HEAD, manifest: str = ODS_MANIFEST) -> Path:
        return package(
            {
                "mimetype": ODS_TYPE,
                "META-INF/manifest.xml": manifest,
                "content.xml": head + inside + ODS_TAIL,
            },
            name="figures.ods",
        )

    return write


@pytest.fixture
def ods(ods_xml: Callable[..., Path]) -> Callable[[Mapping[str, Rows]], Path]:
    """Write an .ods as an office program does, padding at its ends included."""

    def write(sheets: Mapping[str, Rows]) -> Path:
        return ods_xml("".join(_ods_table(name, rows) for name, rows in sheets.items()))

    return write


def _ods_table(name: str, rows: Rows) -> str:
    width = max(map(len, rows))
    lines = "".join(
        "<table:table-row>"
        + "".join(map(_ods_cell, row))
        + f'<table:table-cell table:number-columns-repeated="{16_384 - len(row)}"/>'
        + "</table:table-row>"
        for row in rows
    )
    rest = (
        f'<table:table-row table:number-rows-repeated="{1_048_576 - len(rows)}">'
        '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    )
    columns = f'<table:table-column table:number-columns-repeated="{width}"/>'
    return f'<table:table table:name="{escape(name)}">{columns}{lines}{rest}</table:table>'


def _ods_cell(value: Any) -> str:
    if value is None:
        return "<table:table-cell/>"
    if isinstance(value, str):
        said = "".join(f"<text:p>{escape(line)}</text:p>" for line in value.split("\n"))
        return f'<table:table-cell office:value-type="string">{said}</table:table-cell>'
    kind = "percentage" if isinstance(value, float) and 0 < value < 1 else "float"
    return (
        f'<table:table-cell office:value-type="{kind}" office:value="{value}">'
        f"<text:p>{value}</text:p></table:table-cell>"
    )
