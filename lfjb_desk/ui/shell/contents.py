"""What the program gives the window to be filled with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path
    from uuid import UUID

    from lfjb_desk.domain.rows import Row
    from lfjb_desk.ui.shell.contract import ChooserEntry, SearchHit
    from lfjb_desk.ui.shell.page import Page
    from lfjb_desk.ui.widgets.placing import WindowPlace


@dataclass(frozen=True)
class WindowContents:
    """What the window is filled with after its first paint.

    `pages` builds each page by its key when it is first opened; `first` is opened at once.
    `areas` lists the areas; `groups` the groups of an area; `find` answers the Ctrl+K box;
    `is_sample` tells whether the board in front of the user is the invented one; `remember`
    keeps the area and group for the next start; `shows` are the tables from which all this comes.
    `guide` is the file of the user guide; None where there is none to show.
    `place` is where the window stood when it was last closed, and `keep_place` keeps it.
    """

    pages: Mapping[str, Callable[[], Page]]
    areas: Callable[[], Sequence[ChooserEntry]]
    groups: Callable[[UUID | None], Sequence[ChooserEntry]]
    find: Callable[[str], Sequence[SearchHit]]
    is_sample: Callable[[], bool]
    remember: Callable[[UUID | None, UUID | None], None]
    shows: frozenset[type[Row]] = frozenset()
    first: str = "today"
    guide: Path | None = None
    place: WindowPlace | None = None
    keep_place: Callable[[WindowPlace], None] = lambda _: None
