"""E-mails dropped anywhere on the window: they answer action forms, so their page reads them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDropEvent
from typing_extensions import override

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from lfjb_desk.ui.shell.context import Context

LETTERS = frozenset({".eml", ".msg"})
"""The endings of e-mails; what cannot be read is refused in a sentence."""
_OFFERED = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)


class DroppedLetters(QObject):
    """Has the page of action forms read e-mails that are dropped on the window."""

    def __init__(self, window: QWidget, context: Context) -> None:
        super().__init__(window)
        self._context = context
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in _OFFERED or not isinstance(event, QDropEvent):
            return super().eventFilter(watched, event)
        paths = dropped(event, LETTERS)
        if not paths:
            return super().eventFilter(watched, event)
        event.acceptProposedAction()
        if event.type() is QEvent.Type.Drop:
            self._context.ask("action_forms", files_errand(paths))
        return True


def dropped(event: QDropEvent, endings: frozenset[str]) -> list[Path]:
    """Return the files of a drop that have one of some endings."""
    urls = event.mimeData().urls()
    paths = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower() in endings]


def files_errand(paths: Sequence[Path]) -> str:
    """Return the errand of reading files."""
    return "\n".join(map(str, paths))


def files_of(errand: str) -> tuple[Path, ...]:
    """Return the files that an errand is to read."""
    return tuple(map(Path, errand.split("\n")))
