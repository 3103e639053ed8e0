"""The line of sight of a driver: what hangs on it, stop by stop, and where each leads."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QCoreApplication

from lfjb_desk.domain.formatting import days_late, long_date, short_date
from lfjb_desk.domain.meetings.meetings import DecisionState
from lfjb_desk.services.papers.definition import PaperOffer
from lfjb_desk.services.papers.registry import offered
from lfjb_desk.ui.look.theme import StatusTone
from lfjb_desk.ui.pages.drivers.table import way

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from lfjb_desk.domain.read_models.drivers import DriverView
    from lfjb_desk.domain.read_models.meetings.meetings import MeetingRow


def _tr(text: str) -> str:
    return QCoreApplication.translate("DriverPanel", text)


class StopKind(Enum):
    """The kinds of stop on the line of sight, in their order."""

    DRIVER = auto()
    MEASURE = auto()
    ACTIONS = auto()
    DECISION = auto()
    PAPER = auto()


@dataclass(frozen=True)
class Stop:
    """One stop of the line of sight, and the page and record that it leads to."""

    place: StopKind
    icon: str
    head: str
    text: str
    note: str = ""
    tone: StatusTone = StatusTone.PLAIN
    page: Literal["", "performance", "actions", "governance", "papers"] = ""
    kind: str = ""
    key: UUID | None = None


def stops(view: DriverView, coming: MeetingRow | None, today: date) -> tuple[Stop, ...]:
    """Return the line of sight: driver, measure, actions, decision, paper."""
    return (_driver(view, today), _measure(view), _actions(view), _decision(view), _paper(coming))


def _driver(view: DriverView, today: date) -> Stop:
    standing = view.standing
    note = view.severity_word.capitalize()
    if standing is not None and standing.judged_on is not None:
        note = _tr("{0}, {1}").format(note, short_date(standing.judged_on, today))
    return Stop(
        StopKind.DRIVER, "git-branch", _tr("Driver"), view.driver.name, note, StatusTone.OPEN
    )


def _measure(view: DriverView) -> Stop:
    if not view.measures:
        return Stop(StopKind.MEASURE, "chart-line", _tr("Measure"), _tr("None linked"))
    first = view.measures[0]
    tone, note = way(first)
    name, key = first.name, first.measure.id
    return Stop(
        StopKind.MEASURE,
        "chart-line",
        _tr("Measure"),
        name,
        note,
        tone,
        "performance",
        "measure",
        key,
    )


def _actions(view: DriverView) -> Stop:
    if not view.open:
        return Stop(StopKind.ACTIONS, "check-square", _tr("Actions"), _tr("None open"))
    first = view.open[0]
    tone, note = StatusTone.OPEN, first.status_words
    if first.days_late > 0:
        tone, note = StatusTone.LATE, days_late(first.days_late)
    text = f"{first.action.ref} {first.action.title}"
    return Stop(
        StopKind.ACTIONS,
        "check-square",
        _tr("Actions"),
        text,
        note,
        tone,
        "actions",
        "action",
        first.action.id,
    )


def _decision(view: DriverView) -> Stop:
    if not view.decisions:
        return Stop(StopKind.DECISION, "flag", _tr("Decision"), _tr("None linked"))
    newest = view.decisions[0]
    stands = newest.state is DecisionState.IN_FORCE
    return Stop(
        StopKind.DECISION,
        "flag",
        _tr("Decision"),
        f"{newest.ref} {newest.text}",
        newest.state.value.capitalize(),
        StatusTone.GOOD if stands else StatusTone.SAME,
        "governance",
        "decision",
        newest.id,
    )


def _paper(coming: MeetingRow | None) -> Stop:
    note = _tr("No meeting is planned")
    if coming is not None:
        note = _tr("For {0}").format(long_date(coming.meeting.held_on))
    papers = offered(PaperOffer.DRIVERS)
    return Stop(
        StopKind.PAPER,
        "file-text",
        _tr("Paper"),
        ", ".join(paper.title for paper in papers),
        note,
        StatusTone.PLAIN,
        "papers",
        papers[0].key,
        coming.meeting.id if coming is not None else None,
    )
