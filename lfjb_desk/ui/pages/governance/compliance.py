"""Whether the group keeps what its terms promise: clause by clause, with the meetings meant."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from lfjb_desk.domain.actions import Action
from lfjb_desk.domain.formatting import long_date
from lfjb_desk.domain.meetings.minutes import CirculatedMinutes
from lfjb_desk.domain.read_models.compliance import Verdict
from lfjb_desk.domain.tables import GOVERNING, MET
from lfjb_desk.services.papers.registry import TERMS_OF_REFERENCE
from lfjb_desk.ui.commands import page_command, page_group
from lfjb_desk.ui.look.theme import StatusTone
from lfjb_desk.ui.pages.governance.section import GovernanceSection
from lfjb_desk.ui.tables.row_table import RowTable
from lfjb_desk.ui.tables.tables import Cell, Column
from lfjb_desk.ui.widgets.beside import LEAST_LIST, Beside
from lfjb_desk.ui.widgets.boxes import DETAIL_WIDTH, Card, Detail, Empty, column
from lfjb_desk.ui.widgets.menus import command_button
from lfjb_desk.ui.widgets.reference import reference_to
from lfjb_desk.ui.widgets.text import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QPushButton

    from lfjb_desk.domain.read_models.compliance import CheckedClause, Compliance
    from lfjb_desk.ui.commands import AnyGroup
    from lfjb_desk.ui.pages.governance.services import GovernanceServices
    from lfjb_desk.ui.shell.contract import Desk

TONES = {
    Verdict.KEPT: StatusTone.GOOD,
    Verdict.NOT_KEPT: StatusTone.LATE,
    Verdict.UNKNOWN: StatusTone.OPEN,
}


@dataclass(frozen=True)
class ComplianceLine:
    """A checked clause with the document that it is a clause of."""

    compliance: Compliance
    checked: CheckedClause

    @property
    def name(self) -> str:
        """The clause by number and heading."""
        clause = self.checked.clause
        return f"{clause.number} {clause.heading}".strip()


class ComplianceSection(GovernanceSection):
    """Clauses that state a rule in a number at the left, what was done about one at the right."""

    shows = GOVERNING | MET | {Action, CirculatedMinutes}

    def __init__(self, desk: Desk, services: GovernanceServices) -> None:
        super().__init__(desk, services)
        self._save = page_command(
            self.tr("Save the terms as Word…"),
            partial(desk.context.ask, "papers", TERMS_OF_REFERENCE.key),
            "file-arrow-down",
            offered=self._has_lines,
            other_names=self.tr("compliance, self-check, promises kept"),
        )
        self.table: RowTable[ComplianceLine] = RowTable(
            desk.theme,
            desk.icons,
            self.tr("Clauses that state a rule in a number"),
            self._columns(),
            key=lambda line: line.checked.clause.id,
            sortable=False,
        )
        self.detail = Detail(desk.theme, self.tr("What was done about the chosen clause"))
        self._period = words("", "soft", wrap=True)
        self._lay_out()
        self.table.chosen.connect(self._show)

    def _columns(self) -> tuple[Column[ComplianceLine], ...]:
        return (
            Column(
                self.tr("Clause"),
                lambda line: Cell(f"{line.name}: {line.checked.promised}", line.checked.done),
                stretch=True,
            ),
            Column(
                self.tr("Verdict"),
                lambda line: Cell(
                    line.checked.verdict.value.capitalize(), tone=TONES[line.checked.verdict]
                ),
            ),
        )

    def _lay_out(self) -> None:
        listed = Card(flush=True)
        listed.body.addWidget(self.table)
        self._full = QWidget()
        across = Beside(self.desk.theme)
        across.put(listed, least=LEAST_LIST)
        across.put(self.detail, width=DETAIL_WIDTH)
        side_by_side = QWidget()
        side_by_side.setLayout(across)
        self._full.setLayout(column(self._period, side_by_side, gap=12))
        self._empty = Empty(
            self.desk.theme,
            self.desk.icons,
            "article",
            self.tr("No terms in force state a rule in a number"),
            self.tr("Give clauses a quorum, meetings a year, seats or a review, and agree them."),
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
        group_id = self.desk.context.group_id
        today = self.desk.context.today
        every = self.ask.compliance.of_group(group_id, today) if group_id else ()
        lines = [ComplianceLine(each, checked) for each in every for checked in each.clauses]
        self.table.set_rows(lines)
        self._full.setVisible(bool(lines))
        self._empty.setVisible(not lines)
        if lines and self.table.current_row() is None:
            self.table.selectRow(0)
        self._period.setText(every[0].period if every else "")
        self.retooled.emit()
        return "; ".join(
            self.tr("{0}, version {1}: {2}").format(
                each.version.document.title, each.version.version.number, each.words
            )
            for each in every
        )

    @override
    def command_groups(self) -> Sequence[AnyGroup]:
        return (page_group(self.tr("Compliance"), self._save),)

    @override
    def add(self) -> None:
        """Say where clauses are written: nothing is added here."""
        self.desk.notices.refuse(
            self.tr("Nothing is added here: it is worked out. Clauses are written under "
                    "Terms of reference, in a draft.")
        )  # fmt: skip

    def _has_lines(self) -> bool:
        return self.table.rows_model.rowCount() > 0

    def _show(self, line: ComplianceLine | None) -> None:
        self.detail.clear(line.checked.clause.id if line else None)
        if line is None:
            return
        checked, body = line.checked, self.detail.body
        is_late = checked.verdict is Verdict.NOT_KEPT
        body.addWidget(words(line.name, "lead", wrap=True))
        body.addWidget(words(checked.clause.text, wrap=True))
        body.addSpacing(8)
        self.detail.add_fact(self.tr("Promised"), checked.promised)
        self.detail.add_fact(self.tr("Verdict"), checked.verdict.value.capitalize())
        body.addSpacing(8)
        body.addWidget(words(checked.done, "late" if is_late else "strong", wrap=True))
        go = self.desk.context.go
        for meeting, found in checked.meetings:
            body.addSpacing(4)
            body.addWidget(reference_to(meeting.name, go, "meetings", "meeting", meeting.id))
            body.addWidget(words(found, "soft", wrap=True))
        version = line.compliance.version.version
        title = line.compliance.version.document.title
        text = self.tr("{0}, version {1}").format(title, version.number)
        if version.agreed_on is not None:
            text = self.tr("{0}, agreed on {1}").format(text, long_date(version.agreed_on))
        body.addSpacing(8)
        body.addWidget(reference_to(text, go, "governance", "document", version.id))
        body.addStretch(1)
