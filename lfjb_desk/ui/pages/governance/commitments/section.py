"""Commitments: each clause at the left, what every body says of it at the right."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from lfjb_desk.domain.governance.governing_documents import ClauseAssessment, Fulfilment
from lfjb_desk.domain.tables import GOVERNING, MET
from lfjb_desk.services.papers.registry import TERMS_OF_REFERENCE
from lfjb_desk.ui.commands import Command, CommandGroup, chosen, page_command, page_group
from lfjb_desk.ui.look.theme import StatusTone
from lfjb_desk.ui.pages.governance.commitments import forms
from lfjb_desk.ui.pages.governance.section import GovernanceSection
from lfjb_desk.ui.tables.row_table import RowTable
from lfjb_desk.ui.tables.tables import Cell, Column
from lfjb_desk.ui.widgets.beside import LEAST_LIST, Beside
from lfjb_desk.ui.widgets.boxes import DETAIL_WIDTH, Card, Detail, Empty, Pills, column, row
from lfjb_desk.ui.widgets.menus import command_button
from lfjb_desk.ui.widgets.reference import reference_to
from lfjb_desk.ui.widgets.text import StatusLabel, button, words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from PySide6.QtWidgets import QPushButton

    from lfjb_desk.domain.changes import Change
    from lfjb_desk.domain.read_models.governance.commitments import BodyAssessment, Commitment
    from lfjb_desk.ui.commands import AnyGroup
    from lfjb_desk.ui.pages.governance.services import GovernanceServices
    from lfjb_desk.ui.shell.contract import Desk

TONES = {
    Fulfilment.MET: StatusTone.GOOD,
    Fulfilment.PARTLY: StatusTone.SOON,
    Fulfilment.NOT_MET: StatusTone.LATE,
    None: StatusTone.OPEN,
}
"""The symbol and colour of each answer, and of none."""
YEARS = 3
"""How many years can be looked at, this one among them."""


class CommitmentsSection(GovernanceSection):
    """Lists the commitments in force for a year, and shows what each body says of one."""

    can_add = False  # a commitment is a clause, written under the terms
    shows = GOVERNING | MET | {ClauseAssessment}

    def __init__(self, desk: Desk, services: GovernanceServices) -> None:
        super().__init__(desk, services)
        self._assess: Command[Commitment] = Command(
            self.tr("Assess…"),
            lambda commitment: self._ask_for(commitment, None),
            "check-circle",
            offered=lambda commitment: bool(commitment.bodies),
            other_names=self.tr("self-assessment, met, partly met, not met"),
        )
        self._of_chosen: CommandGroup[Commitment] = CommandGroup(
            self.tr("The chosen commitment"),
            (self._assess,),
            chosen(self._chosen),
            lambda commitment: commitment.name,
        )
        self._save = page_command(
            self.tr("Save the terms with their commitments as Word…"),
            partial(desk.context.ask, "papers", TERMS_OF_REFERENCE.key),
            "file-arrow-down",
            offered=self._has_lines,
            other_names=self.tr("statement of expectations, protocol, self-assessment"),
        )
        self.years = Pills(self._turn_to)
        self.table: RowTable[Commitment] = RowTable(
            desk.theme,
            desk.icons,
            self.tr("Commitments"),
            self._columns(),
            key=lambda commitment: commitment.clause.id,
            sortable=False,
        )
        self.detail = Detail(desk.theme, self.tr("What each body says of the chosen commitment"))
        self._lay_out()
        self.table.chosen.connect(self._show)
        self.table.opened.connect(lambda commitment: self._ask_for(commitment, None))

    def _columns(self) -> tuple[Column[Commitment], ...]:
        return (
            Column(
                self.tr("Commitment"),
                lambda commitment: Cell(
                    f"{commitment.name}: {commitment.clause.text}",
                    commitment.version.document.title,
                ),
                stretch=True,
            ),
            Column(
                self.tr("Bodies"),
                lambda commitment: Cell(commitment.words, tone=TONES[commitment.worst]),
            ),
        )

    def _lay_out(self) -> None:
        listed = Card(flush=True)
        listed.body.addWidget(self.table)
        across = Beside(self.desk.theme)
        across.put(listed, least=LEAST_LIST)
        across.put(self.detail, width=DETAIL_WIDTH)
        side_by_side = QWidget()
        side_by_side.setLayout(across)
        self._full = QWidget()
        self._full.setLayout(column(self.years, side_by_side, gap=12))
        self._empty = Empty(
            self.desk.theme,
            self.desk.icons,
            "scales",
            self.tr("No statement of expectations or protocol is in force"),
            self.tr(
                "Add one under Terms of reference, write its clauses, and agree it; each body "
                "that has a seat then says once a year how far it keeps each."
            ),
        )
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._full, 1)
        box.addWidget(self._empty, 1)

    @override
    def tools(self) -> Sequence[QPushButton]:
        return (command_button(self._save.bind(None), "primary"),) if self._has_lines() else ()

    @override
    def refresh(self) -> str:
        context = self.desk.context
        this_year = context.today.year
        years = [str(year) for year in range(this_year, this_year - YEARS, -1)]
        current = self.years.current if self.years.current in years else years[0]
        self.years.offer([(year, year) for year in years], current)
        group_id = context.group_id
        rows = self.ask.commitments.of_group(group_id, int(current)) if group_id else ()
        self.table.set_rows(rows)
        self._full.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        if rows and self.table.current_row() is None:
            self.table.selectRow(0)
        self.retooled.emit()
        missing = {body.organisation.id for row in rows for body in row.missing}
        if not rows:
            return ""
        return self.tr("{0} in force; {1} of {2} bodies have still to assess themselves").format(
            len(rows), len(missing), len(rows[0].bodies)
        )

    @override
    def command_groups(self) -> Sequence[AnyGroup]:
        return (self._of_chosen, page_group(self.tr("Commitments"), self._save))

    def _turn_to(self, _year: str) -> None:
        self.refresh()

    def _chosen(self) -> Commitment | None:
        return self.table.current_row()

    def _has_lines(self) -> bool:
        return self.table.rows_model.rowCount() > 0

    def _show(self, commitment: Commitment | None) -> None:
        self.detail.clear(commitment.clause.id if commitment else None)
        if commitment is None:
            return
        body = self.detail.body
        body.addWidget(words(commitment.name, "lead", wrap=True))
        body.addWidget(words(commitment.clause.text, wrap=True))
        for each in commitment.bodies:
            body.addSpacing(8)
            self._show_body(commitment, each)
        version = commitment.version.version
        text = self.tr("{0}, version {1}").format(commitment.version.document.title, version.number)
        body.addSpacing(8)
        go = self.desk.context.go
        body.addWidget(reference_to(text, go, "governance", "document", version.id))
        body.addStretch(1)
        bound = self._assess.bind(commitment, commitment.name)
        self.detail.foot.addWidget(command_button(bound, "primary"))

    def _show_body(self, commitment: Commitment, each: BodyAssessment) -> None:
        """Show one body with its answer, and the way to change or to forget it."""
        desk, given = self.desk, each.assessment
        name = each.organisation.name
        state = given.fulfilment.value.capitalize() if given else self.tr("Not assessed yet")
        tone = TONES[given.fulfilment if given else None]
        change = button("", "icon", name=self.tr("Assess for {0}").format(name))
        desk.icons.set_icon(change, "pencil-simple")
        change.clicked.connect(partial(self._ask_for, commitment, each.organisation.id))
        across = row(words(name, "strong", wrap=True), change, gap=8)
        across.setStretch(0, 1)
        if given is not None:
            forget = button("", "icon", name=self.tr("Forget what {0} says").format(name))
            desk.icons.set_icon(forget, "x-circle")
            forget.clicked.connect(partial(self._forget, given))
            across.addWidget(forget)
        body = self.detail.body
        body.addLayout(across)
        body.addWidget(StatusLabel(desk.theme, desk.icons, tone, state))
        for text in (given.evidence, given.assessed_by) if given else ():
            if text:
                body.addWidget(words(text, "soft", wrap=True))

    def _ask_for(self, commitment: Commitment, organisation_id: UUID | None) -> None:
        if not commitment.bodies:
            return

        def command(answer: forms.AssessmentAnswer) -> Change:
            return self.ask.commitments.assess(
                commitment.clause.id,
                answer.organisation_id,
                answer.fulfilment,
                answer.evidence,
                answer.assessed_by,
                self.desk.context.today,
                year=commitment.year,
            )

        self.keep(forms.assess(commitment, organisation_id), command)

    def _forget(self, given: ClauseAssessment) -> None:
        self.do(self.ask.commitments.forget, given.id)
