"""On which page each part stands, found by a layout in LibreOffice where it is installed."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from lfjb_desk.domain.blocks import Heading, MessageTitle, Paper, Title
from lfjb_desk.word.reading.outline import outline
from lfjb_desk.word.writing.engine import anchored, render
from lfjb_desk.word.writing.text import NONE, bookmark, clean

_USUAL = {
    "win32": (r"%ProgramFiles%\LibreOffice\program\soffice.exe",),
    "darwin": ("/Applications/LibreOffice.app/Contents/MacOS/soffice",),
}


def find_office() -> Path | None:
    """Return LibreOffice's program, or None where it is not installed."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    usual = (office, *(os.path.expandvars(path) for path in _USUAL.get(sys.platform, ())))
    return next((Path(path) for path in usual if path and Path(path).is_file()), None)


def find_pages(
    paper: Paper, template: Path, office: Path | None, seconds: float = 120
) -> dict[str, int] | None:
    """Return the page of each anchor, or None when no layout could be made.

    The paper is laid out once, which takes some seconds; the headings of the layout must be those
    of the paper, else its page numbers are not believed.

    Raises:
        RuleError: when the template cannot be used.
    """
    if office is None:
        return None
    data = render(paper, template, {})
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        laid_out = _laid_out(data, Path(folder), office, seconds)
    pages = outline(laid_out)
    headings = [
        block
        for block in anchored(paper.blocks)
        if isinstance(block, Title | Heading | MessageTitle)
    ]
    if [_plain(words) for words, _ in pages] != [_plain(block.text) for block in headings]:
        return None
    return {
        bookmark(block.anchor): page
        for block, (_, page) in zip(headings, pages, strict=True)
        if not isinstance(block, Title)
    }


def _plain(words: str) -> str:
    return " ".join(clean(words).split()) or NONE


def _laid_out(data: bytes, folder: Path, office: Path, seconds: float) -> bytes:
    """Return the paper as a PDF, or nothing when LibreOffice fails."""
    source = folder / "paper.docx"
    source.write_bytes(data)
    command = [
        str(office),
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(folder),
        str(source),
    ]
    try:
        subprocess.run(command, check=True, capture_output=True, timeout=seconds)  # noqa: S603 - no words of a user
        return (folder / "paper.pdf").read_bytes()
    except (OSError, subprocess.SubprocessError):
        return b""
