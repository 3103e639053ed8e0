"""The two lists of the page: the papers that can be made, and those that were."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from lfjb_desk.domain.formatting import count, long_date, short_date
from lfjb_desk.domain.papers import PaperKind
from lfjb_desk.services.papers.papers import NAMES
from lfjb_desk.ui.tables import Cell, Column
from lfjb_desk.ui.theme import StatusTone

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from uuid import UUID

    from lfjb_desk.domain.papers import WrittenPaper
    from lfjb_desk.domain.read_models.meetings import MeetingRow

ORDER = (
    PaperKind.AGENDA,
    PaperKind.BOARD_PAPER,
    PaperKind.DRIVERS,
    PaperKind.PERFORMANCE,
    PaperKind.ACTION_LOG,
    PaperKind.MINUTES,
    PaperKind.TERMS_OF_REFERENCE,
)
"""The papers in the order in which a secretary needs them."""
OF_A_MEETING = frozenset({PaperKind.AGENDA, PaperKind.BOARD_PAPER, PaperKind.MINUTES})


@dataclass(frozen=True)
class PaperRow:
    """A paper that can be made: of what, and when it was last written for that."""

    kind: PaperKind
    of: str
    written: str


@dataclass(frozen=True)
class WrittenRow:
    """A paper that was written: of what, when, and what its check found."""

    paper: WrittenPaper
    of: str
    day: str

    @property
    def check_words(self) -> str:
        """What the accessibility check found, in words."""
        findings = self.paper.findings
        return count(findings, "finding") if findings else _tr("Nothing found")


def paper_rows(
    meetings: Mapping[PaperKind, MeetingRow | None],
    written: Sequence[WrittenPaper],
    today: date,
) -> list[PaperRow]:
    """Return one row for each paper."""
    return [_paper_row(kind, meetings.get(kind), written, today) for kind in ORDER]


def _paper_row(
    kind: PaperKind, meeting: MeetingRow | None, written: Sequence[WrittenPaper], today: date
) -> PaperRow:
    if kind in OF_A_MEETING:
        of = meeting_words(meeting, today) if meeting else _tr("No meeting is planned or held yet")
    else:
        of = _tr("As things stand on {0}").format(long_date(today))
    key = meeting.meeting.id if meeting and kind in OF_A_MEETING else None
    last = next((one for one in written if (one.kind, one.meeting_id) == (kind, key)), None)
    day = short_date(last.written_at.date(), today) if last else ""
    return PaperRow(kind, of, day)


def written_rows(
    written: Sequence[WrittenPaper], meetings: Mapping[UUID, MeetingRow], today: date
) -> list[WrittenRow]:
    """Return one row for each paper that was written, the latest first."""
    return [
        WrittenRow(
            one,
            meetings[one.meeting_id].label if one.meeting_id else "",
            short_date(one.written_at.date(), today),
        )
        for one in written
    ]


def meeting_words(row: MeetingRow, today: date) -> str:
    """Return a meeting and its day: `Board meeting 24, 4 December`."""
    return f"{row.label}, {short_date(row.meeting.held_on, today)}"


def paper_columns() -> tuple[Column[PaperRow], ...]:
    """Return the columns of the papers that can be made."""
    return (
        Column(_tr("Paper"), lambda one: Cell(NAMES[one.kind], one.of), stretch=True),
        Column(
            _tr("Written"),
            lambda one: (
                Cell(one.written, tone=StatusTone.GOOD) if one.written else Cell(_tr("Not yet"))
            ),
        ),
    )


def written_columns() -> tuple[Column[WrittenRow], ...]:
    """Return the columns of the papers that were written."""
    return (
        Column(
            _tr("Paper written"),
            lambda one: Cell(
                ", ".join(part for part in (NAMES[one.paper.kind], one.of) if part),
                one.paper.file_name,
            ),
            sort=lambda one: NAMES[one.paper.kind],
            stretch=True,
        ),
        Column(
            _tr("Written"),
            lambda one: Cell(one.day, one.check_words),
            sort=lambda one: one.paper.written_at,
        ),
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("PapersPage", text)
