"""Opens what was written in the program that the system has for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

if TYPE_CHECKING:
    from pathlib import Path


def open_in_system(path: Path) -> bool:
    """Open a file or a folder as the system does; answer whether it could."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
