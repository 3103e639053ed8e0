"""Opening files that are kept with the board, in the programs of the system."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTemporaryDir, QUrl
from PySide6.QtGui import QDesktopServices

from lfjb_desk.domain.changes import RuleError

if TYPE_CHECKING:
    from uuid import UUID

    from lfjb_desk.services.kept_files import KeptFileService
    from lfjb_desk.ui.shell.contract import Desk


class KeptFileOpener(QObject):
    """Hands copies that can only be read to other programs; they go when the window does."""

    def __init__(self, desk: Desk, files: KeptFileService, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._files = desk, files
        self._place: QTemporaryDir | None = None

    def open(self, file_id: UUID) -> None:
        """Open a kept file, or say why it cannot be opened."""
        if self._place is None:
            self._place = QTemporaryDir()
        try:
            copy = self._files.open_copy(file_id, Path(self._place.path()))
        except RuleError as refusal:
            self._desk.notices.refuse(str(refusal))
            return
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy))):
            self._desk.notices.refuse(
                self.tr("No program here opens {0}. The file itself is safe.").format(copy.name)
            )
