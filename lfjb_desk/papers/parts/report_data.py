"""The data of each paper: frozen, with all names resolved, gathered before it is made."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from lfjb_desk.domain.blocks import Entitled
from lfjb_desk.domain.governance.groups import Group, GroupKind, Marking
from lfjb_desk.domain.meetings.meetings import AgendaItem, Decision, Meeting
from lfjb_desk.domain.places import PlaceKind
from lfjb_desk.domain.read_models.actions import ActionRow
from lfjb_desk.domain.read_models.compliance import Compliance
from lfjb_desk.domain.read_models.drivers import DriverView
from lfjb_desk.domain.read_models.figures.comparison import Comparison
from lfjb_desk.domain.read_models.figures.narratives import ShownNarrative
from lfjb_desk.domain.read_models.figures.series import Series
from lfjb_desk.domain.read_models.governance.commitments import Commitment
from lfjb_desk.domain.read_models.governance.escalations import EscalationRow
from lfjb_desk.domain.read_models.governance.forums import ForumRow
from lfjb_desk.domain.read_models.governance.governing_documents import DocumentRow, VersionView
from lfjb_desk.domain.read_models.governance.groups import SeatRow
from lfjb_desk.domain.read_models.meetings.amendments import AmendmentsView
from lfjb_desk.domain.read_models.meetings.attendance_history import AttendanceHistory
from lfjb_desk.domain.read_models.meetings.meetings import AgendaView, NextDate, meeting_name
from lfjb_desk.domain.read_models.meetings.minutes import MinutesView


@dataclass(frozen=True)
class BoardReportData:
    """The group that a paper is of, and the day that it is made."""

    group: Group
    board: str
    """The name that stands over every paper."""
    area: str
    chair: str
    """Name, post and body; empty while there is no chair."""
    secretary: str
    today: date
    marking: Marking = Marking.OFFICIAL_SENSITIVE
    """The highest of what the paper holds; the highest that there is until that is known."""
    restricted: bool = False
    """Whether the paper holds restricted matter, and is for those entitled to it alone."""
    entitled: Entitled = Entitled.SECRETARIAT
    """Who they are."""
    leaves_out: bool = False
    """Whether there is restricted matter that the paper is gathered without."""

    @property
    def called(self) -> str:
        """What a sentence calls the group: `board`, or `group` below the board."""
        return "board" if self.group.kind is GroupKind.BOARD else "group"

    @property
    def meeting(self) -> str:
        """What a meeting of the group is called: `Board meeting`, `Public law group meeting`."""
        return meeting_name(self.group)


@dataclass(frozen=True)
class MeetingReportData:
    """A meeting with its agenda, and who is expected."""

    agenda: AgendaView
    minutes: MinutesView
    documents: tuple[DocumentRow, ...] = ()
    """The governing documents of its group; none where no item could ask for one."""

    @property
    def meeting(self) -> Meeting:
        """Return the meeting itself."""
        return self.agenda.meeting


@dataclass(frozen=True)
class MovedDate:
    """A due date that was moved."""

    ref: str
    to: date


@dataclass(frozen=True)
class LogReportData:
    """The actions of a group and those under it, judged on a day."""

    rows: tuple[ActionRow, ...]
    since: date | None
    """The day of the last meeting, from which finished actions are listed."""
    meeting_on: date | None
    """The day of the meeting that it is for, while that is to come."""
    moved: tuple[MovedDate, ...]
    """The dates that were moved since the last meeting, until `until`."""
    until: date | None = None
    """The day of the meeting that it is for, where that is over; None: all until its own day."""


@dataclass(frozen=True)
class Performance:
    """One measure: the area's own figures, and the nation's where those are longer."""

    local: Series | None
    national: Series | None
    narrative: ShownNarrative | None = None
    """What is said of the area's own figures."""
    beside: Comparison | None = None
    """The area's newest figure beside those of other places."""
    linked: bool = True
    """Whether the measure shows a driver of delay."""

    @property
    def paged(self) -> bool:
        """Tell whether a board paper shows the measure: for its driver, signal or missed target."""
        return self.linked or (self.local is not None and self.local.status.asks_for_a_look)


@dataclass(frozen=True)
class FileRead:
    """A file that figures were read from."""

    name: str
    publisher: str
    imported: date
    sha256: str


@dataclass(frozen=True)
class OtherPlace:
    """The region or an authority of an area, with what is said of it."""

    kind: PlaceKind
    name: str
    narrative: ShownNarrative
    earlier: tuple[str, ...] = ()
    """Measures whose newest figure is of an earlier period than that of another authority, each
    with its period: `length of care cases (April to June 2026)`."""


@dataclass(frozen=True)
class PerformanceReportData:
    """All that a performance report tells: of an area, or of one authority."""

    board: BoardReportData
    place: str
    of_area: bool
    whole: ShownNarrative
    """What is said of the place over all its measures."""
    measures: tuple[Performance, ...]
    """Those of which the place has figures, in the order of the report."""
    missing: tuple[str, ...]
    """The measures of a driver for which the place has no figure, by name."""
    others: tuple[OtherPlace, ...]
    """The region and the authorities of an area, those that have figures."""
    files: tuple[FileRead, ...]


@dataclass(frozen=True)
class SubGroup:
    """A group under the board and what it brings."""

    group: Group
    chair: str
    last: MinutesView | None
    next_on: date | None
    late: int
    escalations: tuple[EscalationRow, ...]
    """What it put to others: the open ones, then those answered, the latest first."""


@dataclass(frozen=True)
class BoardPaperReportData:
    """All that the board paper tells."""

    board: BoardReportData
    next: MeetingReportData
    last: MinutesView | None
    log: LogReportData
    performance: tuple[Performance, ...]
    missing: tuple[str, ...]
    """The measures of a driver for which no figure is held, by name."""
    drivers: tuple[DriverView, ...]
    groups: tuple[SubGroup, ...]
    escalations: tuple[EscalationRow, ...]
    """What the board itself put to bodies outside the area."""
    seats: tuple[SeatRow, ...]
    dates: tuple[NextDate, ...]

    @property
    def items(self) -> tuple[AgendaItem, ...]:
        """Return the items of the agenda in their order."""
        return tuple(line.item for line in self.next.agenda.lines)


@dataclass(frozen=True)
class ChairsBriefReportData(BoardPaperReportData):
    """All that the chair's brief tells: what the board paper does, and decisions to look at."""

    due: tuple[Decision, ...] = ()
    """Those in force whose review is due by the meeting, the soonest first."""
    amendments: AmendmentsView | None = None
    """What came back on the last minutes; None where there was no meeting before."""


@dataclass(frozen=True)
class DriversReportData:
    """All that the report on drivers tells."""

    board: BoardReportData
    next: MeetingReportData | None
    since: date | None
    """The day of the last meeting, from which changes are told."""
    drivers: tuple[DriverView, ...]
    national: Mapping[UUID, Series] = field(default_factory=dict)
    """The nation's figures by measure, where the area has too few for a chart."""
    narratives: Mapping[UUID, ShownNarrative] = field(default_factory=dict)
    """What is said of the area's own figures, by measure, where they make a chart."""
    until: date | None = None
    """The day of the meeting that it is for, where that is over; None: all until its own day."""


@dataclass(frozen=True)
class AgendaReportData:
    """All that the agenda tells."""

    board: BoardReportData
    next: MeetingReportData


@dataclass(frozen=True)
class MinutesReportData:
    """All that the minutes tell."""

    board: BoardReportData
    minutes: MinutesView


@dataclass(frozen=True)
class ActionLogReportData:
    """All that the action log tells."""

    board: BoardReportData
    log: LogReportData
    since_label: str
    """What the last meeting is called; empty when there was none."""
    past_meeting_on: date | None = None
    """The day of the meeting that it is for, where that is past."""


@dataclass(frozen=True)
class ActionFormReportData:
    """All that the form of one owner or body shows."""

    board: BoardReportData
    name: str
    """Whom it asks: a person with post and body, or a body."""
    rows: tuple[ActionRow, ...]
    back_by: date
    form_id: UUID


@dataclass(frozen=True)
class TermsReportData:
    """All that the terms of reference tell."""

    board: BoardReportData
    document: DocumentRow
    seats: tuple[SeatRow, ...]
    compliance: Compliance | None = None
    """The version in force checked; None while none is, or where no clause states a number."""
    commitments: tuple[Commitment, ...] = ()
    """Those of the statements of expectations and protocols in force, for the year of the paper."""
    forums: tuple[ForumRow, ...] = ()
    """The forums that the group is tied to."""
    attendance: AttendanceHistory | None = None
    """Who came to the latest meetings, by organisation; None where it is not asked."""


@dataclass(frozen=True)
class TermsComparisonData:
    """All that the comparison of two versions of a governing document tells."""

    board: BoardReportData
    before: VersionView
    after: VersionView
