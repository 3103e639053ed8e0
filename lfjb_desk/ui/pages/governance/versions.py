"""The list of documents with their versions, and what the line under a version says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from lfjb_desk.domain.formatting import count, long_date
from lfjb_desk.domain.governance.governing_documents import ClauseRule, VersionState
from lfjb_desk.ui.look.theme import StatusTone
from lfjb_desk.ui.tables.row_table import RowTable
from lfjb_desk.ui.tables.tables import Cell, Column

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from lfjb_desk.domain.governance.governing_documents import GoverningDocument
    from lfjb_desk.domain.read_models.governance.governing_documents import DocumentRow, VersionView
    from lfjb_desk.ui.commands import BoundCommand
    from lfjb_desk.ui.look.icons import Icons
    from lfjb_desk.ui.look.theme import ActiveTheme

TONES = {
    VersionState.DRAFT: StatusTone.OPEN,
    VersionState.IN_REVIEW: StatusTone.SOON,
    VersionState.AGREED: StatusTone.GOOD,
    VersionState.SUPERSEDED: StatusTone.SAME,
}


def _tr(text: str) -> str:
    return QCoreApplication.translate("Versions", text)


@dataclass(frozen=True)
class VersionLine:
    """A version of a document, or a document that has none."""

    document: GoverningDocument
    view: VersionView | None

    @property
    def name(self) -> str:
        """Return what the version is called."""
        return _tr("Version {0}").format(self.view.version.number) if self.view else ""


def lines(rows: Sequence[DocumentRow]) -> list[VersionLine]:
    """Return the versions of documents, the latest of each first."""
    lines = []
    for row in rows:
        lines += [VersionLine(row.document, view) for view in row.versions]
        if not row.versions:
            lines.append(VersionLine(row.document, None))
    return lines


def table(
    theme: ActiveTheme, icons: Icons, commands_for: Callable[[VersionLine], Sequence[BoundCommand]]
) -> RowTable[VersionLine]:
    """Return the list of versions."""
    return RowTable(
        theme,
        icons,
        _tr("Documents and versions"),
        (Column[VersionLine](_tr("Document"), _cell, stretch=True),),
        key=lambda line: line.view.version.id if line.view else line.document.id,
        commands_for=commands_for,
        sortable=False,
    )


def _cell(line: VersionLine) -> Cell:
    if line.view is None:
        return Cell(line.document.title, _tr("No version yet"))
    state = line.view.version.state
    text = _tr("{0}, {1}").format(line.name, state.value)
    return Cell(text, line.document.title, TONES[state])


def facts(view: VersionView, today: date) -> str:
    """Return what is known of a version: when it was agreed, its rules, its review date."""
    version = view.version
    parts = []
    if version.agreed_on is not None:
        parts.append(_tr("Agreed on {0}.").format(long_date(version.agreed_on)))
    if version.review_by is not None:
        late = version.review_by < today and version.state is VersionState.AGREED
        text = _tr("Review was due by {0}.") if late else _tr("Review by {0}.")
        parts.append(text.format(long_date(version.review_by)))
    quorum = view.rule(ClauseRule.QUORUM)
    parts.append(_tr("Quorum: {0}.").format(quorum if quorum is not None else _tr("not stated")))
    meetings = view.rule(ClauseRule.MEETINGS_A_YEAR)
    if meetings is not None:
        parts.append(_tr("{0} a year.").format(count(meetings, _tr("meeting")).capitalize()))
    if version.note:
        parts.append(version.note)
    return " ".join(parts)
