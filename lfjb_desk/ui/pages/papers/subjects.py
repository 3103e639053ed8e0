"""What a paper is about besides a meeting: an authority, or two versions of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from lfjb_desk.domain.governance.governing_documents import DocumentKind
from lfjb_desk.domain.read_models.governance.governing_documents import ComparedVersions
from lfjb_desk.ui.widgets.menus import set_choices
from lfjb_desk.ui.widgets.push_button import PushButton
from lfjb_desk.ui.widgets.text import button

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from lfjb_desk.domain.places import LocalAuthority
    from lfjb_desk.domain.read_models.governance.governing_documents import DocumentRow, VersionView


class AboutButton(PushButton):
    """Says which authority a paper of a place is about, or that it is about the whole area."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "plain")
        self.authority_id: UUID | None = None
        self._names: dict[UUID | None, str] = {}
        self.hide()

    def offer(self, authorities: Sequence[LocalAuthority]) -> None:
        """Offer the authorities of an area; one that is not among them is not chosen any more."""
        self._names = {None: self.tr("the whole area")}
        self._names |= {body.id: body.name for body in authorities}
        if self.authority_id not in self._names:
            self.authority_id = None
        self._say()

    def _choose(self, key: UUID | None) -> None:
        self.authority_id = key
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        text = self.tr("About: {0}").format(self._names[self.authority_id])
        set_choices(self, text, self._names, self._choose)


class VersionsChoice(QObject):
    """Two buttons that say which versions are compared, and let any two be chosen."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.before, self.after = button(self.tr("Before")), button(self.tr("After"))
        self.versions: ComparedVersions | None = None
        """What was chosen; None for the usual two."""
        self._views: dict[UUID, VersionView] = {}
        self._usual: ComparedVersions | None = None
        self.show(seen=False)

    def offer(self, rows: Sequence[DocumentRow]) -> None:
        """Offer the versions of documents that have two; a choice that is gone is forgotten."""
        rows = [row for row in rows if row.latest_two is not None]
        self._views = {view.version.id: view for row in rows for view in row.versions}
        terms = (row for row in rows if row.document.kind is DocumentKind.TERMS_OF_REFERENCE)
        two = next((row.latest_two for row in terms), None)
        self._usual = ComparedVersions(two[0].version.id, two[1].version.id) if two else None
        chosen = self.versions
        if chosen is not None and not {chosen.before, chosen.after} <= self._views.keys():
            self.versions = None
        self._say()

    def choose(self, versions: ComparedVersions) -> None:
        """Compare these two, the older one first."""
        known = {versions.before, versions.after} <= self._views.keys()
        if known and self._number(versions.before) > self._number(versions.after):
            versions = ComparedVersions(versions.after, versions.before)
        self.versions = versions
        self._say()
        self.changed.emit()

    def show(self, *, seen: bool) -> None:
        """Show the buttons while a paper takes versions and there are some."""
        for opener in (self.before, self.after):
            opener.setVisible(seen and bool(self._views))

    def _choose_before(self, key: UUID) -> None:
        pair = self._pair()
        if pair is not None:
            self.choose(ComparedVersions(key, pair.after))

    def _choose_after(self, key: UUID) -> None:
        others = self._others(key)
        pair = self._pair()
        kept = pair is not None and pair.before in others
        # The versions stand latest first: the one behind is the one before.
        older = [other for other in others if self._number(other) < self._number(key)]
        before = pair.before if pair is not None and kept else [*older, *others][0]
        self.choose(ComparedVersions(before, key))

    def _pair(self) -> ComparedVersions | None:
        if self.versions is not None or self._usual is not None:
            return self.versions or self._usual
        first = next(iter(self._views), None)
        return ComparedVersions(self._others(first)[0], first) if first is not None else None

    def _others(self, key: UUID) -> list[UUID]:
        """Return the other versions of the document of one, the latest first."""
        document = self._views[key].document.id
        return [
            other
            for other, view in self._views.items()
            if view.document.id == document and other != key
        ]

    def _number(self, key: UUID) -> int:
        return self._views[key].version.number

    def _name(self, key: UUID) -> str:
        view = self._views[key]
        name = self.tr("version {0}").format(view.version.number)
        alone = len({other.document.id for other in self._views.values()}) == 1
        return name if alone else f"{view.document.title}, {name}"

    def _say(self) -> None:
        pair = self._pair()
        if pair is None:
            return
        others = [key for key in self._others(pair.after) if key != pair.before]
        befores = {key: self._name(key) for key in (pair.before, *others)}
        afters = {key: self._name(key) for key in self._views if key != pair.before}
        for opener, text, names, choose in (
            (self.before, self.tr("Before: {0}"), befores, self._choose_before),
            (self.after, self.tr("After: {0}"), afters, self._choose_after),
        ):
            chosen = pair.before if opener is self.before else pair.after
            set_choices(opener, text.format(self._name(chosen)), names, choose)
