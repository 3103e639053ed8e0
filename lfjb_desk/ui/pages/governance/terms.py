"""Terms of reference: versions, clauses read and edited in a draft, two versions compared."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from lfjb_desk.domain.formatting import count
from lfjb_desk.domain.governing import VersionState
from lfjb_desk.ui.pages.governance import terms_forms as forms
from lfjb_desk.ui.pages.governance import versions
from lfjb_desk.ui.pages.governance.clauses import ClauseList
from lfjb_desk.ui.pages.governance.compare import VersionComparison, outcome_words
from lfjb_desk.ui.pages.governance.section import GovernanceSection
from lfjb_desk.ui.shell.contract import Command
from lfjb_desk.ui.widgets.boxes import Card, Empty, SideCard, column, row
from lfjb_desk.ui.widgets.menus import set_menu
from lfjb_desk.ui.widgets.text import button, words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QPushButton

    from lfjb_desk.domain.read_models.governing_documents import VersionView
    from lfjb_desk.ui.pages.governance.services import GovernanceServices
    from lfjb_desk.ui.pages.governance.versions import VersionLine
    from lfjb_desk.ui.shell.contract import Desk

LEFT = 320


class TermsSection(GovernanceSection):
    """Documents and versions at the left, the clauses of the chosen one at the right."""

    retooled = Signal()
    """Other buttons are wanted at the head of the page."""

    def __init__(self, desk: Desk, services: GovernanceServices) -> None:
        super().__init__(desk, services)
        self._lines: list[VersionLine] = []
        self._against: UUID | None = None
        self.table = versions.table(desk.theme, desk.icons)
        self.clauses = ClauseList(desk, services)
        self.comparison = VersionComparison(desk.theme, desk.icons)
        self._title = words("", "lead", wrap=True)
        self._facts = words("", "soft", wrap=True)
        self._more = button(self.tr("Document"))
        self._compare = button(self.tr("Compare"))
        self._lay_out()
        self.table.chosen.connect(self._show)

    @override
    def tools(self) -> Sequence[QPushButton]:
        view = self._view()
        new = self.plain(self.tr("New document"), self._add)
        if view is None:
            return (self.primary(self.tr("New document"), self._add),)
        text, run = self._next(view)
        if not view.open:
            return (new, self.primary(text, run))
        clause = self.plain(self.tr("New clause"), self._add_clause)
        return (new, clause, self.primary(text, run))

    @override
    def refresh(self) -> str:
        group_id = self.desk.context.group_id
        rows = self.ask.governing.documents(group_id) if group_id else ()
        self._lines = versions.lines(rows)
        self.table.set_rows(self._lines)
        self._full.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        if rows and self.table.current_row() is None:
            self.table.selectRow(0)
        self.retooled.emit()
        return self.tr("{0}, {1}").format(
            count(len(rows), self.tr("document")).capitalize(),
            count(sum(line.view is not None for line in self._lines), self.tr("version")),
        )

    @override
    def commands(self) -> Sequence[Command]:
        found = [Command(self.tr("New document"), self._add)]
        view = self._view()
        if view is not None:
            found.append(Command(*self._next(view)))
        if view is not None and view.open:
            new = Command(self.tr("New clause"), self._add_clause, "plus-bold")
            found += [new, Command(self.tr("Change the chosen clause"), self.clauses.change)]
        return found

    @override
    def add(self) -> None:
        """Ask for a clause where one can be written, else for a document."""
        view = self._view()
        if view is not None and view.open:
            self._add_clause()
        else:
            self._add()

    @override
    def show_record(self, kind: str, key: UUID) -> None:
        self.table.choose(key)

    def compare_with(self, version_id: UUID | None) -> None:
        """Set the chosen version beside another, or (with None) go back to its clauses."""
        self._against = version_id
        self._show(self.table.current_row())

    def _lay_out(self) -> None:
        theme = self.desk.theme
        left = SideCard(theme, LEFT)
        left.body.addWidget(self.table)
        top = Card()
        head = row(self._title, self._compare, self._more)
        head.setStretch(0, 1)
        top.body.addLayout(column(head, self._facts, gap=4))
        compared = Card(flush=True)
        compared.body.addWidget(self.comparison)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.clauses)
        self._stack.addWidget(compared)
        self._full = QWidget()
        side = column(top, self._stack, gap=16)
        side.setStretch(1, 1)
        across = row(left, side, gap=16)
        across.setStretch(1, 1)
        self._full.setLayout(across)
        self._empty = Empty(
            theme,
            self.desk.icons,
            "article",
            self.tr("No terms of reference are held yet"),
            self.tr("Choose a group at the top, add the document, then write its clauses."),
            self.primary(self.tr("New document"), self._add),
        )
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._full, 1)
        box.addWidget(self._empty, 1)

    def _view(self) -> VersionView | None:
        line = self.table.current_row()
        return line.view if line else None

    def _next(self, view: VersionView) -> tuple[str, Callable[[], None]]:
        """Return the step that a version waits for."""
        key, governing = view.version.id, self.ask.governing
        if view.version.state is VersionState.DRAFT:
            return self.tr("Send to review"), partial(self.do, governing.send_to_review, key)
        if view.version.state is VersionState.IN_REVIEW:
            return self.tr("Agree"), partial(self._agree, view)
        return self.tr("Start a draft"), self._draft

    def _show(self, line: VersionLine | None) -> None:
        if line is None:
            return
        view, number = line.view, line.name
        self._title.setText(
            f"{line.document.title}, {number.lower()}" if number else line.document.title
        )
        set_menu(self._more, self._entries(line))
        set_menu(self._compare, self._others(line))
        self._compare.setVisible(len(self._siblings(line)) > 1)
        if view is None:
            self._facts.setText(self.tr("Start a draft to write its clauses."))
            self.clauses.show_version(None)
        else:
            self._facts.setText(versions.facts(view, self.desk.context.today))
            self.clauses.show_version(view)
        self._show_comparison(line)
        self.retooled.emit()

    def _show_comparison(self, line: VersionLine) -> None:
        other = next(
            (
                one
                for one in self._siblings(line)
                if one.view and one.view.version.id == self._against and one.view != line.view
            ),
            None,
        )
        if other is None or other.view is None or line.view is None:
            self._against = None
            self._stack.setCurrentIndex(0)
            return
        pair = sorted((other, line), key=lambda one: one.view.version.number if one.view else 0)
        first, second = (one.view.version.id for one in pair if one.view)
        found = self.ask.governing.compare(first, second)
        self.comparison.show_lines(pair[0].name, pair[1].name, found)
        names = self.tr("{0} beside {1}").format(pair[0].name, pair[1].name.lower())
        self._facts.setText(f"{names}: {outcome_words(found)}.")
        self._stack.setCurrentIndex(1)

    def _siblings(self, line: VersionLine) -> list[VersionLine]:
        return [one for one in self._lines if one.document.id == line.document.id]

    def _others(self, line: VersionLine) -> list[QAction]:
        entries = []
        for one in self._siblings(line):
            if one.view is not None and one.view != line.view:
                text = self.tr("With {0}").format(one.name.lower())
                show = partial(self.compare_with, one.view.version.id)
                entries.append(self.entry(text, show))
        back = self.entry(self.tr("Back to the clauses"), partial(self.compare_with, None))
        return [*entries, back]

    def _entries(self, line: VersionLine) -> list[QAction]:
        document, governing = line.document, self.ask.governing
        rename = partial(self.keep, forms.document(document), partial(governing.edit, document.id))
        entries = [
            self.entry(self.tr("Change the document…"), rename),
            self.entry(self.tr("Start a draft…"), self._draft),
        ]
        if line.view is not None:
            version = line.view.version
            change = partial(
                self.keep, forms.version(version), partial(governing.edit_version, version.id)
            )
            entries.append(self.entry(self.tr("Note and review date…"), change))
            if version.state is VersionState.IN_REVIEW:
                back = partial(self.do, governing.back_to_draft, version.id)
                entries.append(self.entry(self.tr("Take back to draft"), back))
            if line.view.open:
                gone = partial(self.do, governing.remove_version, version.id)
                entries.append(self.entry(self.tr("Remove this version"), gone))
        remove = partial(self.do, governing.remove, document.id)
        return [*entries, self.entry(self.tr("Remove the document"), remove)]

    def _add(self) -> None:
        group_id = self.desk.context.group_id
        if group_id is None:
            self.desk.notices.refuse(self.tr("Choose a group at the top first."))
            return
        self.keep(forms.document(), partial(self.ask.governing.add, group_id))

    def _draft(self) -> None:
        line = self.table.current_row()
        if line is not None:
            command = partial(self.ask.governing.draft, line.document.id)
            self.keep(forms.draft(line.document), command)

    def _agree(self, view: VersionView) -> None:
        meetings = self.ask.meetings.rows(view.document.group_id)
        form = forms.agree(view.version, meetings, self.desk.context.today)
        self.keep(form, partial(self.ask.governing.agree, view.version.id))

    def _add_clause(self) -> None:
        self.compare_with(None)
        self.clauses.add()
