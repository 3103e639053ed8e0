"""Terms of reference: versions, clauses read and edited in a draft, two versions compared."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from lfjb_desk.domain.formatting import count
from lfjb_desk.domain.governance.governing_documents import (
    Clause,
    DocumentVersion,
    GoverningDocument,
    VersionState,
)
from lfjb_desk.domain.governance.groups import Group
from lfjb_desk.domain.meetings.meetings import Meeting
from lfjb_desk.ui.commands import Command, CommandGroup, page_command, page_group
from lfjb_desk.ui.pages.governance import terms_forms as forms
from lfjb_desk.ui.pages.governance import versions
from lfjb_desk.ui.pages.governance.clauses import ClauseList
from lfjb_desk.ui.pages.governance.compare import VersionComparison
from lfjb_desk.ui.pages.governance.section import GovernanceSection
from lfjb_desk.ui.tables.row_table import chosen_row
from lfjb_desk.ui.widgets.beside import LEAST_LIST, Beside
from lfjb_desk.ui.widgets.boxes import Card, Empty, clear, column, row
from lfjb_desk.ui.widgets.menus import command_button, set_menu
from lfjb_desk.ui.widgets.reference import reference_to
from lfjb_desk.ui.widgets.scrolling import Stack
from lfjb_desk.ui.widgets.text import button, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QPushButton

    from lfjb_desk.domain.read_models.governance.governing_documents import VersionView
    from lfjb_desk.ui.commands import AnyGroup, BoundCommand
    from lfjb_desk.ui.pages.governance.services import GovernanceServices
    from lfjb_desk.ui.pages.governance.versions import VersionLine
    from lfjb_desk.ui.shell.contract import Desk

LEFT = 320


class TermsSection(GovernanceSection):
    """Documents and versions at the left, the clauses of the chosen one at the right."""

    shows = frozenset({Clause, DocumentVersion, GoverningDocument, Group, Meeting})

    def __init__(self, desk: Desk, services: GovernanceServices) -> None:
        super().__init__(desk, services)
        self._lines: list[VersionLine] = []
        self._against: UUID | None = None
        self._new_document = page_command(self.tr("New document"), self._add, "file")
        self._new_clause = page_command(
            self.tr("New clause"), self._add_clause, "plus-bold", offered=self._is_open
        )
        self._bring = page_command(
            self.tr("Bring in from Word…"),
            lambda: desk.context.ask("bringing", "terms"),
            "folder-open",
            offered=lambda: desk.context.group_id is not None,
            other_names=self.tr("import terms of reference, governing document"),
        )
        self._build_commands()
        self.table = versions.table(desk.theme, desk.icons, self._menu)
        self.clauses = ClauseList(desk, services)
        self.comparison = VersionComparison(desk)
        self._title = words("", "lead", wrap=True)
        self._facts = words("", "soft", wrap=True)
        self._agreed_at = column()
        self._more = button(self.tr("Document"))
        self._compare = button(self.tr("Compare"))
        self._lay_out()
        self.table.chosen.connect(self._show)

    @override
    def tools(self) -> Sequence[QPushButton]:
        view = self._view()
        if view is None:
            bring = command_button(self._bring.bind(None))
            return (bring, command_button(self._new_document.bind(None), "primary"))
        new = command_button(self._new_document.bind(None))
        step = command_button(self._of_version.on_current(self._next(view)), "primary")
        if not view.open:
            return (new, step)
        return (new, command_button(self._new_clause.bind(None)), step)

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
        if not rows:
            self.clauses.show_version(None)
        self.retooled.emit()
        return self.tr("{0}, {1}").format(
            count(len(rows), self.tr("document")).capitalize(),
            count(sum(line.view is not None for line in self._lines), self.tr("version")),
        )

    @override
    def command_groups(self) -> Sequence[AnyGroup]:
        back = page_group(self.tr("Terms of reference"), self._to_clauses, self.comparison.save)
        new = page_group(
            self.tr("Terms of reference"), self._new_document, self._new_clause, self._bring
        )
        return (new, self._steps, self._of_version, self.clauses.group, self._comparing, back)

    @override
    def add(self) -> None:
        """Ask for a clause where one can be written, else for a document."""
        view = self._view()
        if view is not None and view.open:
            self._add_clause()
        else:
            self._add()

    @override
    def standing(self) -> UUID | None:
        key = self.table.current_key()
        return key if isinstance(key, UUID) else None

    @override
    def show_record(self, kind: str, key: UUID) -> None:
        self.table.choose(key)

    def compare_with(self, version_id: UUID | None) -> None:
        """Set the chosen version beside another, or (with None) go back to its clauses."""
        self._against = version_id
        self._show(self.table.current_row())

    def _lay_out(self) -> None:
        theme = self.desk.theme
        left = Card(flush=True)
        left.body.addWidget(self.table)
        top = Card()
        head = row(self._title, self._compare, self._more)
        head.setStretch(0, 1)
        top.body.addLayout(column(head, self._facts, self._agreed_at, gap=4))
        compared = Card(flush=True)
        compared.body.addWidget(self.comparison)
        self._stack = Stack()
        self._stack.addWidget(self.clauses)
        self._stack.addWidget(compared)
        self._full = QWidget()
        side = column(top, self._stack, gap=16)
        side.setStretch(1, 1)
        across = Beside(theme)
        across.put(left, width=LEFT)
        across.put(side, least=LEAST_LIST)
        self._full.setLayout(across)
        self._empty = Empty(
            theme,
            self.desk.icons,
            "article",
            self.tr("No terms of reference are held yet"),
            self.tr(
                "Choose a group at the top, then add the document and write its clauses, "
                "or bring it in from Word."
            ),
            command_button(self._new_document.bind(None), "primary"),
        )
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._full, 1)
        box.addWidget(self._empty, 1)

    def _view(self) -> VersionView | None:
        line = self.table.current_row()
        return line.view if line else None

    def _menu(self, line: VersionLine) -> Sequence[BoundCommand]:
        return (
            *self._steps.offered(line),
            *self._of_version.offered(line),
            *self._comparing.ready(),
        )

    def _is_open(self) -> bool:
        view = self._view()
        return view is not None and view.open

    def _next(self, view: VersionView) -> Command[VersionLine]:
        """Return the step that a version waits for."""
        waiting = {VersionState.DRAFT: self._send, VersionState.IN_REVIEW: self._agree_on}
        return waiting.get(view.version.state, self._start)

    def _build_commands(self) -> None:
        """Make the commands on the chosen version, in the order of its menu."""
        self._start: Command[VersionLine] = Command(
            self.tr("Start a draft…"), lambda _: self._draft(), "pencil-simple"
        )
        self._send = Command(
            self.tr("Send to review"), self._send_to_review, "arrow-right", offered=_is_draft
        )
        self._agree_on = Command(
            self.tr("Agree"), self._agree, "check-circle", offered=_is_in_review
        )
        rename = Command(self.tr("Change the document…"), self._rename, "pencil-simple")
        note = Command(
            self.tr("Note and review date…"), self._note, "calendar-blank", offered=_has_version
        )
        back = Command(
            self.tr("Take back to draft"), self._take_back, "arrow-left", offered=_is_in_review
        )
        drop = Command(self.tr("Remove this version"), self._drop, "trash", offered=_is_open)
        remove = Command(self.tr("Remove the document"), self._remove, "trash")
        self._of_version: CommandGroup[VersionLine] = CommandGroup(
            self.tr("The chosen version"),
            (rename, self._start, note, back, drop, remove),
            chosen_row(lambda: self.table),
            _name,
        )
        self._build_ways()

    def _build_ways(self) -> None:
        """Make the steps of a version, and what sets it beside another."""
        self._steps: CommandGroup[VersionLine] = CommandGroup(
            self.tr("The chosen version"),
            (self._send, self._agree_on),
            chosen_row(lambda: self.table),
            _name,
        )
        self._comparing: CommandGroup[VersionLine] = CommandGroup(
            self.tr("The chosen version"),
            (Command(self.tr("Compare with {0}"), self._compare_to, "columns"),),
            self._others,
            lambda line: line.name.lower(),
            self.tr("another version"),
        )
        self._to_clauses = page_command(
            self.tr("Back to the clauses"),
            partial(self.compare_with, None),
            "arrow-left",
            offered=lambda: self._against is not None,
        )

    def _show(self, line: VersionLine | None) -> None:
        if line is None:
            return
        view, number = line.view, line.name
        self._title.setText(
            f"{line.document.title}, {number.lower()}" if number else line.document.title
        )
        set_menu(self._more, (*self._of_version.offered(line), self._bring.bind(None)))
        set_menu(self._compare, (*self._comparing.ready(), self._to_clauses.bind(None)))
        self._compare.setVisible(len(self._siblings(line)) > 1)
        if view is None:
            self._facts.setText(self.tr("Start a draft to write its clauses."))
            self.clauses.show_version(None)
        else:
            self._facts.setText(versions.facts(view, self.desk.context.today))
            self.clauses.show_version(view)
        self._show_meeting(view)
        self._show_comparison(line)
        self.retooled.emit()

    def _show_meeting(self, view: VersionView | None) -> None:
        """Name the meeting that agreed a version; it opens."""
        clear(self._agreed_at)
        meeting_id = view.version.meeting_id if view is not None else None
        if view is not None and meeting_id is not None:
            text, go = self.tr("At {0}").format(view.meeting), self.desk.context.go
            self._agreed_at.addWidget(reference_to(text, go, "meetings", "meeting", meeting_id))

    def _show_comparison(self, line: VersionLine) -> None:
        views = (sibling.view for sibling in self._siblings(line) if sibling.view != line.view)
        other = next((view for view in views if view and view.version.id == self._against), None)
        if other is None or line.view is None:
            self._against = None
            self.comparison.versions = None
            self._stack.setCurrentIndex(0)
            return
        before, after = sorted((other, line.view), key=lambda view: view.version.number)
        lines = self.ask.governing.compare(before.version.id, after.version.id)
        self._facts.setText(self.comparison.show_versions(before, after, lines))
        self._stack.setCurrentIndex(1)

    def _siblings(self, line: VersionLine) -> list[VersionLine]:
        return [other for other in self._lines if other.document.id == line.document.id]

    def _others(self) -> list[VersionLine]:
        """Return the other versions of the chosen document."""
        line = self.table.current_row()
        if line is None or line.view is None:
            return []
        return [
            sibling
            for sibling in self._siblings(line)
            if sibling.view and sibling.view != line.view
        ]

    def _compare_to(self, line: VersionLine) -> None:
        if line.view is not None:
            self.compare_with(line.view.version.id)

    def _rename(self, line: VersionLine) -> None:
        document = line.document
        self.keep(
            forms.document(document),
            lambda answer: self.ask.governing.edit(document.id, answer.title, answer.kind),
        )

    def _note(self, line: VersionLine) -> None:
        if line.view is not None:
            version = line.view.version
            self.keep(
                forms.version(version),
                lambda answer: self.ask.governing.edit_version(
                    version.id, answer.note, review_by=answer.review_by
                ),
            )

    def _send_to_review(self, line: VersionLine) -> None:
        if line.view is not None:
            self.do(self.ask.governing.send_to_review, line.view.version.id)

    def _take_back(self, line: VersionLine) -> None:
        if line.view is not None:
            self.do(self.ask.governing.back_to_draft, line.view.version.id)

    def _drop(self, line: VersionLine) -> None:
        if line.view is not None:
            self.do(self.ask.governing.remove_version, line.view.version.id)

    def _remove(self, line: VersionLine) -> None:
        self.do(self.ask.governing.remove, line.document.id)

    def _add(self) -> None:
        group_id = self.desk.context.group_id
        if group_id is None:
            self.desk.notices.refuse(self.tr("Choose a group at the top first."))
            return
        self.keep(
            forms.document(),
            lambda answer: self.ask.governing.add(group_id, answer.title, answer.kind),
        )

    def _draft(self) -> None:
        line = self.table.current_row()
        if line is not None:
            document = line.document
            self.keep(
                forms.draft(document),
                lambda answer: self.ask.governing.draft(document.id, answer.note),
            )

    def _agree(self, line: VersionLine) -> None:
        view = line.view
        if view is None:
            return
        meetings = self.ask.meetings.rows(view.document.group_id)
        form = forms.agree(view.version, meetings, self.desk.context.today)
        self.keep(
            form,
            lambda answer: self.ask.governing.agree(
                view.version.id, answer.agreed_on, answer.meeting_id, answer.review_by
            ),
        )

    def _add_clause(self) -> None:
        self.compare_with(None)
        self.clauses.add()


def _name(line: VersionLine) -> str:
    return ", ".join(part for part in (line.document.title, line.name.lower()) if part)


def _has_version(line: VersionLine) -> bool:
    return line.view is not None


def _is_open(line: VersionLine) -> bool:
    return line.view is not None and line.view.open


def _is_draft(line: VersionLine) -> bool:
    return line.view is not None and line.view.version.state is VersionState.DRAFT


def _is_in_review(line: VersionLine) -> bool:
    return line.view is not None and line.view.version.state is VersionState.IN_REVIEW
