"""Tags that XlsxWriter has no words for: titles as headings, and the language."""

from __future__ import annotations

import copy
import io
import zipfile

from lxml import etree

TITLE_SIZE = 16  # points: the size by which a title is known among the cells
_STYLES, _CORE = "xl/styles.xml", "docProps/core.xml"
_SPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_LANGUAGE = b"<dc:language>en-GB</dc:language></cp:coreProperties>"


def tagged(data: bytes) -> bytes:
    """Return a workbook whose titles are tagged as headings and whose language is stated."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as source,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made,
    ):
        for entry in source.infolist():
            part = source.read(entry)
            if entry.filename == _STYLES:
                part = _with_headings(part)
            elif entry.filename == _CORE:
                part = part.replace(b"</cp:coreProperties>", _LANGUAGE)
            made.writestr(entry, part)
    return out.getvalue()


def _with_headings(part: bytes) -> bytes:
    """Give the cells with the font of a title the built-in style Heading 1."""
    root = etree.fromstring(part)
    fonts = [
        index
        for index, font in enumerate(root.iterfind(f"{_SPACE}fonts/{_SPACE}font"))
        if (size := font.find(f"{_SPACE}sz")) is not None and size.get("val") == str(TITLE_SIZE)
    ]
    looks = root.find(f"{_SPACE}cellStyleXfs")
    names = root.find(f"{_SPACE}cellStyles")
    if looks is None or names is None:
        return part
    for cell in root.iterfind(f"{_SPACE}cellXfs/{_SPACE}xf"):
        if int(cell.get("fontId", "0")) in fonts:
            number = str(len(looks))
            look = copy.deepcopy(cell)
            del look.attrib["xfId"]
            looks.append(look)
            cell.set("xfId", number)
            etree.SubElement(
                names, f"{_SPACE}cellStyle", name="Heading 1", xfId=number, builtinId="16"
            )
    for group in (looks, names):
        group.set("count", str(len(group)))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
