"""The two lists of the page: the papers that can be made, and those that were."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from lfjb_desk.domain.formatting import count, long_date, short_date
from lfjb_desk.services.papers.registry import BY_KEY, PAPERS
from lfjb_desk.ui.look.theme import StatusTone
from lfjb_desk.ui.tables.tables import Cell, Column
from lfjb_desk.ui.widgets.boxes import column
from lfjb_desk.ui.widgets.text import words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from uuid import UUID

    from lfjb_desk.domain.papers import WrittenPaper
    from lfjb_desk.domain.read_models.meetings.meetings import MeetingRow
    from lfjb_desk.services.papers.definition import PaperDefinition


@dataclass(frozen=True)
class PaperRow:
    """A paper that can be made: of what, and when it was last written for that."""

    definition: PaperDefinition
    of: str
    written: str
    changed_since: bool = False
    """Whether the board has changed since, so that the file may say what is no longer so."""


@dataclass(frozen=True)
class WrittenRow:
    """A paper that was written: of what, when, and what its check found."""

    paper: WrittenPaper
    of: str
    day: str

    @property
    def title(self) -> str:
        """What people call such a paper."""
        return BY_KEY[self.paper.kind].title

    @property
    def check_words(self) -> str:
        """What the accessibility check found, in words."""
        findings = self.paper.findings
        return count(findings, _tr("finding")) if findings else _tr("Nothing found")


def for_readers(written: Sequence[WrittenPaper], *, entitled: bool) -> list[WrittenPaper]:
    """Return the papers written for those entitled, or for every member, as their names tell."""
    return [paper for paper in written if ("_restricted" in paper.file_name) is entitled]


def paper_rows(
    meetings: Mapping[PaperDefinition, MeetingRow | None],
    written: Sequence[WrittenPaper],
    fresh: frozenset[UUID],
    today: date,
) -> list[PaperRow]:
    """Return one row for each paper; `fresh` are those written since the board last changed."""
    return [
        _paper_row(definition, meetings.get(definition), written, fresh, today)
        for definition in PAPERS
    ]


def _paper_row(
    definition: PaperDefinition,
    meeting: MeetingRow | None,
    written: Sequence[WrittenPaper],
    fresh: frozenset[UUID],
    today: date,
) -> PaperRow:
    if definition.of_meeting:
        of = meeting_words(meeting, today) if meeting else _tr("No meeting is planned or held yet")
    else:
        of = _tr("As things stand on {0}").format(long_date(today))
    about = (definition.key, meeting.meeting.id if meeting and definition.of_meeting else None)
    own = [paper for paper in written if (paper.kind, paper.meeting_id) == about]
    day = short_date(own[0].written_at.date(), today) if own else ""
    is_behind = bool(own) and not any(paper.id in fresh for paper in own)
    return PaperRow(definition, of, day, changed_since=is_behind)


def written_rows(
    written: Sequence[WrittenPaper], meetings: Mapping[UUID, MeetingRow], today: date
) -> list[WrittenRow]:
    """Return one row for each paper that was written, the latest first."""
    return [
        WrittenRow(
            paper,
            meetings[paper.meeting_id].label if paper.meeting_id else "",
            short_date(paper.written_at.date(), today),
        )
        for paper in written
    ]


def meeting_words(row: MeetingRow, today: date) -> str:
    """Return a meeting and its day: `Board meeting 24, 4 December`."""
    return f"{row.label}, {short_date(row.meeting.held_on, today)}"


def paper_columns() -> tuple[Column[PaperRow], ...]:
    """Return the columns of the papers that can be made."""
    return (
        Column(_tr("Paper"), lambda row: Cell(row.definition.title, row.of), stretch=True),
        Column(
            _tr("Written"),
            _written_cell,
        ),
    )


def _written_cell(row: PaperRow) -> Cell:
    if not row.written:
        return Cell(_tr("Not yet"))
    if row.changed_since:
        return Cell(row.written, _tr("changed since"), tone=StatusTone.SOON)
    return Cell(row.written, tone=StatusTone.GOOD)


def written_columns() -> tuple[Column[WrittenRow], ...]:
    """Return the columns of the papers that were written."""
    return (
        Column(
            _tr("Paper written"),
            lambda row: Cell(
                ", ".join(part for part in (row.title, row.of) if part), row.paper.file_name
            ),
            sort=lambda row: row.title,
            stretch=True,
        ),
        Column(
            _tr("Written"),
            lambda row: Cell(row.day, row.check_words),
            sort=lambda row: row.paper.written_at,
        ),
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("PapersPage", text)


def none_written() -> QWidget:
    """Return what stands in the place of the second list while nothing is written."""
    sentence = _tr("Papers that you save are listed here, with what their check found.")
    hint = QWidget()
    box = column(
        words(_tr("No paper has been written yet"), "lead"),
        words(sentence, "soft", wrap=True),
        None,
    )
    box.setContentsMargins(20, 12, 20, 12)
    hint.setLayout(box)
    return hint
