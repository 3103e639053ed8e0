"""Saving something of the page as a file: where to, and what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from lfjb_desk.domain.changes import RuleError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from lfjb_desk.ui.shell.contract import Desk


def _tr(text: str) -> str:
    return QCoreApplication.translate("FigureSaving", text)


def save_as(
    desk: Desk, title: str, suggested: str, ending: str, write: Callable[[Path], bool]
) -> None:
    """Ask where to save a file with an ending, write it and say whether it was written."""
    path = desk.dialogs.save_with_ending(title, suggested, f"*{ending}", ending)
    if path is None:
        return
    try:
        is_written = write(path)
    except RuleError as refusal:
        desk.notices.refuse(str(refusal))
        return
    except OSError:
        is_written = False
    if is_written:
        desk.notices.say(_tr("Saved {0}").format(path.name))
    else:
        desk.notices.refuse(
            _tr(
                "{0} could not be written. Close it where it is open, or choose another "
                "folder; nothing else has changed."
            ).format(path.name)
        )
