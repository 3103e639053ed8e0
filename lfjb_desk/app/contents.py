"""What the window is filled with: its places, what can be found, and its pages."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from lfjb_desk.app.environment import shipped
from lfjb_desk.app.pages import pages
from lfjb_desk.domain.governance.groups import Group, GroupKind
from lfjb_desk.domain.places import DfjArea
from lfjb_desk.services.governance.groups import GroupService
from lfjb_desk.services.papers.registry import PAPERS
from lfjb_desk.services.places import PlaceService
from lfjb_desk.services.search import SearchService
from lfjb_desk.ui.shell.contents import WindowContents
from lfjb_desk.ui.shell.contract import ChooserEntry, SearchHit
from lfjb_desk.ui.shell.finding.fit import Fit, fit
from lfjb_desk.ui.widgets.placing import WindowPlace

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from lfjb_desk.services.search import FoundRecord
    from lfjb_desk.services.settings import SettingsFile
    from lfjb_desk.store.engine.database import Database
    from lfjb_desk.ui.commands import Command
    from lfjb_desk.ui.shell.contract import Desk

HOMES = {
    "action": ("actions", "check-square"),
    "meeting": ("meetings", "calendar-blank"),
    "decision": ("governance", "flag"),
    "escalation": ("governance", "arrow-fat-up"),
    "note": ("meetings", "note-pencil"),
    "person": ("governance", "user"),
    "organisation": ("governance", "buildings"),
    "driver": ("drivers", "git-branch"),
    "measure": ("performance", "chart-line"),
    "initiative": ("library", "books"),
}
"""The page and icon of each kind of record that the Ctrl+K box finds."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("WindowContents", text)


def contents(desk: Desk, database: Database, settings: SettingsFile) -> WindowContents:
    """Return the contents of the window over an open database."""
    groups, search = GroupService(database), SearchService(database)
    desk.history.changed.connect(search.forget)
    _stand_where_last(desk, database, settings)

    def of_area(area_id: UUID | None) -> Sequence[ChooserEntry]:
        return (
            [ChooserEntry(group.id, _short(group)) for group in groups.all(area_id)]
            if area_id
            else ()
        )

    def areas() -> Sequence[ChooserEntry]:
        return [ChooserEntry(key, name) for key, name in PlaceService(database).choices()]

    def find(text: str) -> Sequence[SearchHit]:
        hits = search.find(text, desk.context.area_id)
        return [*_papers(text, desk.context.group_id), *map(_hit, hits)]

    def remember(area_id: UUID | None, group_id: UUID | None) -> None:
        settings.keep(area_id=area_id, group_id=group_id)

    return WindowContents(
        place=_place(settings),
        keep_place=partial(_keep_place, settings),
        pages=pages(desk, database, settings),
        guide=shipped().guide,
        areas=areas,
        groups=of_area,
        find=find,
        is_sample=lambda: _is_sample(groups, desk.context.group_id),
        remember=remember,
        shows=frozenset({DfjArea, Group}),
        first="today" if desk.context.group_id else "welcome",
    )


def _hit(found: FoundRecord) -> SearchHit:
    page, icon = HOMES[found.kind]
    return SearchHit(found.title, found.detail, page, found.kind, found.id, icon)


def _papers(text: str, group_id: UUID | None) -> list[SearchHit]:
    """Return the papers of a group that are called so, or go by such a name."""
    if group_id is None or not text.strip():
        return []
    return [
        SearchHit(paper.title, _tr("Paper"), "papers", paper.key, group_id)
        for paper in PAPERS
        if fit(text, paper.title, paper.other_names) < Fit.INSIDE
    ]


def _is_sample(groups: GroupService, group_id: UUID | None) -> bool:
    return group_id is not None and groups.get(group_id).sample


def _place(settings: SettingsFile) -> WindowPlace | None:
    """Return where the window stood when it was last closed; None where that is not known."""
    kept = settings.settings
    return WindowPlace(*kept.window, kept.window_is_maximised) if kept.window else None


def _keep_place(settings: SettingsFile, place: WindowPlace) -> None:
    area = (place.left, place.top, place.width, place.height)
    with suppress(OSError):  # a window can be closed where nothing can be written
        settings.keep(window=area, window_is_maximised=place.is_maximised)


def _short(group: Group) -> str:
    """Return what the bar calls a group; a board needs no name beside its area's."""
    return _tr("Board") if group.kind is GroupKind.BOARD else group.name


def trouble(desk: Desk, reason: str, ways: Sequence[Command[None]]) -> WindowContents:
    """Return the contents of a window whose database could not be opened."""
    from lfjb_desk.ui.pages.error.page import ErrorPage

    def nothing(_: object) -> Sequence[SearchHit]:
        return ()

    return WindowContents(
        pages={"trouble": lambda: ErrorPage(desk, reason, ways)},
        guide=shipped().guide,
        areas=tuple,
        groups=lambda _: (),
        find=nothing,
        is_sample=lambda: False,
        remember=lambda _area, _group: None,
        first="trouble",
    )


def _stand_where_last(desk: Desk, database: Database, settings: SettingsFile) -> None:
    """Stand at the board of last time, or at the first there is; at none when there is none."""
    boards = GroupService(database).everywhere()
    last = settings.settings.group_id
    at = next((board for board in boards if board.id == last), boards[0] if boards else None)
    desk.context.choose(at.area_id if at else None, at.id if at else None)
