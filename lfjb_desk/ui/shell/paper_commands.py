"""The commands that save papers, told once for the Papers page and for anywhere else."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from lfjb_desk.services.papers.registry import PAPERS
from lfjb_desk.ui.commands import page_command, page_group

if TYPE_CHECKING:
    from collections.abc import Callable

    from lfjb_desk.ui.commands import CommandGroup

EVERY_PAPER = "every paper"
"""The errand of saving all papers; that of saving one is its key."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("PaperCommands", text)


def paper_commands(
    save: Callable[[str], object], offered: Callable[[], bool]
) -> CommandGroup[None]:
    """Return a command for each paper and one for all of them; `save` is told the errand."""
    every = page_command(
        _tr("Save every paper"),
        partial(save, EVERY_PAPER),
        "folder-open",
        offered=offered,
        other_names=_tr("all papers, pack of papers, folder, write the papers"),
    )
    kinds = [
        page_command(
            _tr("Save {0}").format(definition.in_sentence),
            partial(save, definition.key),
            "file",
            offered=offered,
            other_names=definition.other_names,
        )
        for definition in PAPERS
    ]
    return page_group(_tr("Papers"), every, *kinds)
