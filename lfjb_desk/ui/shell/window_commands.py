"""What can be done anywhere in the window: find, go back, help, undo, redo, places, choosers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from lfjb_desk.services.papers.registry import PAPERS
from lfjb_desk.ui.commands import Command, CommandGroup, page_command, page_group, ready

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QUndoStack

    from lfjb_desk.ui.commands import AnyGroup, BoundCommand

OWN_KEYS = {"settings": "Ctrl+,"}
"""Places with the key that they have in most programs."""
DIGITS = "123456789"
"""What numbers the other places; Qt knows no key of two digits, so a tenth has none."""
EVERY_PAPER = "every-paper"
NEW_MEETING = "new-meeting"
"""The errand of saving all papers; that of saving one is its key."""


@dataclass(frozen=True)
class CommandPage:
    """The commands of one page, as the help shows them."""

    title: str
    groups: Sequence[AnyGroup]


@dataclass(frozen=True)
class WindowWays:
    """What the window does when it is asked by a command."""

    places: Sequence[tuple[str, str, str]]
    """The places of the rail: key, title and icon."""
    go: Callable[[str], object]
    go_to_part: Callable[[str, str], object]
    """Open a page by its key, at a part of it."""
    send: Callable[[str, str], object]
    """Open a page by its key, and have it carry out an errand."""
    current: Callable[[], str]
    """Return the key of the page that is open."""
    find: Callable[[], object]
    show_help: Callable[[], object]
    show_guide: Callable[[], object]
    choose_area: Callable[[], object]
    choose_group: Callable[[], object]
    back: Callable[[], object]
    can_go_back: Callable[[], bool]
    forward: Callable[[], object]
    can_go_forward: Callable[[], bool]
    has_board: Callable[[], bool]


class WindowCommands(QObject):
    """The commands that belong to no page."""

    def __init__(self, stack: QUndoStack, ways: WindowWays, parent: QObject) -> None:
        super().__init__(parent)
        self.find = page_command(self.tr("Find"), ways.find, "magnifying-glass", "Ctrl+K")
        self.undo: Command[str] = Command(
            self.tr("Undo {0}"), lambda _: stack.undo(), "arrow-counter-clockwise", "Ctrl+Z"
        )
        self.redo: Command[str] = Command(
            self.tr("Redo {0}"),
            lambda _: stack.redo(),
            "arrow-clockwise",
            "Ctrl+Y",
            other_shortcut="Ctrl+Shift+Z",
        )
        heading = self.tr("Anywhere")
        self._finding = page_group(heading, self.find)
        last_step = self.tr("the last step")
        self._steps = (
            CommandGroup(
                heading,
                (self.undo,),
                lambda: (stack.undoText(),) if stack.canUndo() else (),
                str,
                last_step,
            ),
            CommandGroup(
                heading,
                (self.redo,),
                lambda: (stack.redoText(),) if stack.canRedo() else (),
                str,
                last_step,
            ),
        )
        self.back, self.forward = self._to_and_fro(ways)
        self._trail = page_group(heading, self.back, self.forward)
        self._ways = page_group(heading, *self._places(ways), *self._others(ways))
        self._parts = self._parts_of_pages(ways)
        self._bringing = self._bring_in(ways)
        self._papers = paper_commands(
            partial(ways.send, "papers"),
            lambda: ways.has_board() and ways.current() != "papers",
        )

    def groups(self) -> Sequence[AnyGroup]:
        """Return the commands as groups."""
        return (self._finding, *self._steps, self._trail, self._ways)

    def _bring_in(self, ways: WindowWays) -> CommandGroup[None]:
        """Return how a board brings in what it has; an open page offers its own."""
        every = (
            ("log", "actions", self.tr("Bring in an action log")),
            ("members", "governance", self.tr("Bring in a membership list")),
            ("terms", "", self.tr("Bring in terms of reference")),
        )
        return page_group(
            self.tr("Bring in"),
            *(
                page_command(
                    label,
                    partial(ways.send, "bringing", errand),
                    "folder-open",
                    offered=lambda page=page: ways.has_board() and ways.current() != page,  # type: ignore[misc]
                    other_names=self.tr("import, read in, Excel, Word"),
                )
                for errand, page, label in every
            ),
        )

    def ready(self) -> Sequence[BoundCommand]:
        """Return what the Ctrl+K box offers of them now: all but the box itself."""
        return ready(
            (*self._steps, self._trail, self._ways, self._papers, self._bringing, *self._parts)
        )

    def _to_and_fro(self, ways: WindowWays) -> tuple[Command[None], Command[None]]:
        back = page_command(
            self.tr("Back"), ways.back, "arrow-left", "Alt+Left", offered=ways.can_go_back
        )
        forward = page_command(
            self.tr("Forward"),
            ways.forward,
            "arrow-right",
            "Alt+Right",
            offered=ways.can_go_forward,
        )
        return back, forward

    def _places(self, ways: WindowWays) -> Sequence[Command[None]]:
        numbered = (key for key, _, _ in ways.places if key not in OWN_KEYS)
        shortcuts = OWN_KEYS | {
            key: f"Ctrl+{digit}" for key, digit in zip(numbered, DIGITS, strict=False)
        }
        other_names = {
            "settings": self.tr("dark, light, appearance, text size, your name, backup, language"),
            "governance": self.tr("members, membership, sub-groups"),
        }
        return [
            page_command(
                self.tr("Go to {0}").format(title),
                partial(ways.go, key),
                icon,
                shortcuts.get(key, ""),
                other_names=other_names.get(key, ""),
            )
            for key, title, icon in ways.places
        ]

    def _parts_of_pages(self, ways: WindowWays) -> Sequence[AnyGroup]:
        """Return the parts of pages that are not open; an open page offers its own."""
        parts = {
            "performance": {
                "national": self.tr("The nation"),
                "collections": self.tr("Collections"),
                "imports": self.tr("Imports"),
                "measures": self.tr("Measures and targets"),
                "terms": self.tr("Glossary of terms"),
                "readings": self.tr("Saved readings of sheets"),
            },
            "drivers": {
                "matrix": self.tr("Initiatives by driver"),
                "changed": self.tr("What changed"),
            },
            "governance": {
                "groups": self.tr("Groups and seats"),
                "terms": self.tr("Terms of reference"),
                "compliance": self.tr("Compliance"),
                "commitments": self.tr("Commitments"),
                "decisions": self.tr("Decisions"),
                "people": self.tr("People"),
                "bodies": self.tr("Organisations"),
            },
        }
        return [
            page_group(
                title,
                *(
                    page_command(
                        name,
                        partial(ways.go_to_part, page, part),
                        icon,
                        offered=lambda page=page: ways.current() != page,  # type: ignore[misc]
                    )
                    for part, name in parts.get(page, {}).items()
                ),
            )
            for page, title, icon in ways.places
        ]

    def _others(self, ways: WindowWays) -> Sequence[Command[None]]:
        return (
            page_command(self.tr("Choose the area"), ways.choose_area, "map-pin"),
            page_command(self.tr("Choose the group"), ways.choose_group, "users-three"),
            page_command(
                self.tr("Keyboard shortcuts"),
                ways.show_help,
                "keyboard",
                "F1",
                other_names=self.tr("help, commands, keys"),
            ),
            page_command(
                self.tr("User guide"),
                ways.show_guide,
                "books",
                "Shift+F1",
                other_names=self.tr("help, manual, how to, handbook"),
            ),
        )


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
