"""An invented board as the papers are told of it: rows with their names, made by hand."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, time
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from lfjb_desk.analysis.narrative.measure_narrative import tell
from lfjb_desk.analysis.trends import period_end
from lfjb_desk.domain.actions import Action, ActionStanding, ActionStatus
from lfjb_desk.domain.blocks import (
    Block,
    Bullets,
    Decisions,
    Facts,
    Heading,
    Line,
    MessageTitle,
    Paper,
    Paragraph,
    Strip,
    Table,
    Title,
)
from lfjb_desk.domain.figures.figures import Measure, Polarity, Target
from lfjb_desk.domain.governance.groups import Group, GroupKind
from lfjb_desk.domain.meetings.meetings import (
    AgendaItem,
    ItemTopic,
    Meeting,
    MeetingState,
    MinuteNote,
    Purpose,
)
from lfjb_desk.domain.places import PlaceKind
from lfjb_desk.domain.read_models.actions import ActionRow
from lfjb_desk.domain.read_models.figures.provenance import CellSource
from lfjb_desk.domain.read_models.figures.series import (
    Direction,
    Frequency,
    Peer,
    Point,
    Series,
    SeriesKey,
)
from lfjb_desk.domain.read_models.meetings.meetings import AgendaLine, AgendaView, NextDate
from lfjb_desk.domain.read_models.meetings.minutes import (
    MattersArising,
    MinutedItem,
    MinutesView,
    Quorum,
)
from lfjb_desk.papers.parts.report_data import (
    BoardPaperReportData,
    BoardReportData,
    LogReportData,
    MeetingReportData,
)
from tests.analysis.restating import status_of

TODAY = date(2026, 11, 23)
AREA = UUID(int=1)

MakeAction = Callable[..., ActionRow]
MakeSeries = Callable[..., Series]
MakeItem = Callable[..., AgendaItem]
MakeMeeting = Callable[..., MeetingReportData]


def words(line: Line) -> str:
    """Return the plain words of a line."""
    return line if isinstance(line, str) else "".join(span.text for span in line)


def texts(paper: Paper) -> list[str]:
    """Return every line of a paper as plain words, in the order of reading."""
    said: list[str] = []
    for block in paper.blocks:
        match block:
            case Title(text) | Heading(text) | MessageTitle(text):
                said.append(text)
            case Paragraph(line):
                said.append(words(line))
            case Bullets(lines):
                said += map(words, lines)
            case Facts(pairs) | Strip(_, pairs):
                said += [f"{name}: {words(line)}" for name, line in pairs]
            case Decisions(asks):
                said += [f"{ask.ask} {ask.reason}" for ask in asks]
            case Table():
                said += [words(cell) for row in block.rows for cell in row]
                said += [one for one in (block.note, block.source) if one]
            case _:
                pass
    return said


def tables(paper: Paper) -> list[Table]:
    """Return the tables of a paper."""
    return [block for block in paper.blocks if isinstance(block, Table)]


def column(table: Table, heading: str) -> list[Line]:
    """Return what a table shows below a heading, line by line."""
    place = [part.heading for part in table.columns].index(heading)
    return [row[place] for row in table.rows]


@pytest.fixture
def group() -> Group:
    return Group(
        area_id=AREA, kind=GroupKind.BOARD, name="Estuary Local Family Justice Board", quorum=2
    )


@pytest.fixture
def board(group: Group) -> BoardReportData:
    return BoardReportData(
        group=group,
        board=group.name,
        area="Estuary",
        chair="Helen Wagtail, Director, Estuary Council",
        secretary="Priya Goldcrest, HM Courts and Tribunals Service",
        today=TODAY,
    )


@pytest.fixture
def make_action(group: Group) -> MakeAction:
    def make(ref: str, due: date, **values: Any) -> ActionRow:
        given: dict[str, Any] = {"original_due": due, "raised_on": date(2026, 1, 5), **values}
        moved = given.pop("moved", 0)
        owner = given.pop("owner", "Tom Whinchat")
        action = Action(ref=ref, group_id=group.id, title=f"Do what {ref} says", due=due, **given)
        return ActionRow(
            action=action,
            group=group.name,
            owner=owner,
            body="HM Courts and Tribunals Service",
            driver="",
            meeting="Board meeting 23",
            meeting_on=date(2026, 9, 4),
            decision="",
            standing=action.standing(TODAY),
            days_late=action.days_late(TODAY),
            days_to_due=(due - TODAY).days,
            times_moved=moved,
            last_update=None,
        )

    return make


@pytest.fixture
def log_rows(make_action: MakeAction) -> tuple[ActionRow, ...]:
    done = {"status": ActionStatus.DONE, "closed_on": date(2026, 10, 1)}
    rows = (
        make_action("EST-A-001", date(2027, 2, 1)),
        make_action("EST-A-002", date(2026, 11, 13)),
        make_action("EST-A-003", date(2026, 5, 1), original_due=date(2026, 1, 31), moved=2),
        make_action("EST-A-004", date(2026, 12, 2)),
        make_action("EST-A-005", date(2026, 9, 30), **done),
        make_action("EST-A-006", date(2026, 9, 1), sleeping_until=date(2027, 1, 8)),
    )
    assert rows[-1].standing is ActionStanding.ON_HOLD
    return rows


@pytest.fixture
def measure() -> Measure:
    return Measure(
        code="s31_mean_weeks",
        name="Average length of care and supervision cases",
        definition="Mean weeks",
        unit="weeks",
        polarity=Polarity.LOWER,
        source="Cafcass",
    )


@pytest.fixture
def make_series(measure: Measure) -> MakeSeries:
    def make(*values: str | None, marker: str | None = None, peer: bool = False) -> Series:
        points = []
        for place, value in enumerate(values):
            start = date(2023 + (place + 1) // 4, (place + 1) % 4 * 3 + 1, 1)
            quarter = place % 4 + 1
            points.append(
                Point(
                    start=start,
                    end=period_end(Frequency.QUARTER, start),
                    label=f"Q{quarter}: {2023 + place // 4}-{24 + place // 4}",
                    value=None if value is None else Decimal(value),
                    marker=marker if value is None else None,
                    source=CellSource(
                        "history.xlsx", "Quarterly", f"{chr(66 + place)}7", date(2026, 11, 12)
                    ),
                )
            )
        nation = Peer("England", tuple(Decimal(40) for _ in points), (None,) * len(points))
        made = Series(
            measure=measure,
            place_kind=PlaceKind.AREA,
            place_code="EST",
            place="Estuary",
            series_key=SeriesKey("Cafcass", Frequency.QUARTER),
            points=tuple(points),
            peer=nation if peer else None,
            target=None,
            direction=Direction.DOWN if len(points) > 1 else Direction.UNKNOWN,
            status=status_of(measure, points[-1].value, None, None),
            origin="Cafcass",
            others=(),
        )
        return replace(made, narrative=tell(made))

    return make


@pytest.fixture
def target(measure: Measure) -> Target:
    return Target(
        measure_id=measure.id, high=Decimal(26), starts=date(2014, 4, 22), source="Children Act"
    )


@pytest.fixture
def make_meeting(group: Group) -> MakeMeeting:
    def make(*items: AgendaItem, notes: dict[int, str] | None = None) -> MeetingReportData:
        meeting = Meeting(
            group_id=group.id,
            number=24,
            held_on=date(2026, 12, 3),
            starts=time(10),
            minutes_planned=60,
            place="Courtroom 4",
            state=MeetingState.MINUTES_DRAFT,
        )
        ends = time(11, 15)
        lines = tuple(
            AgendaLine(item, str(number), "Helen Wagtail", time(10, 5 * number), None)
            for number, item in enumerate(items, start=1)
        )
        minuted = tuple(
            MinutedItem(
                item,
                str(number),
                "Helen Wagtail",
                (MinuteNote(item_id=item.id, position=1, text=notes[number]),)
                if notes and number in notes
                else (),
                (),
                (),
            )
            for number, item in enumerate(items, start=1)
        )
        total = sum(item.minutes for item in items)
        agenda = AgendaView(meeting, group, "Board meeting 24", lines, total, ends)
        minutes = MinutesView(
            meeting=meeting,
            group=group,
            label="Board meeting 24",
            attendance=(),
            quorum=Quorum(2, 3, 2),
            items=minuted,
            loose_decisions=(),
            loose_actions=(),
            arising=MattersArising(None, "", (), ()),
        )
        return MeetingReportData(agenda, minutes)

    return make


@pytest.fixture
def make_item() -> MakeItem:
    def make(title: str, purpose: Purpose = Purpose.NOTE, **values: Any) -> AgendaItem:
        return AgendaItem(
            meeting_id=UUID(int=2), position=1, title=title, purpose=purpose, **values
        )

    return make


@pytest.fixture
def data(
    board: BoardReportData,
    make_meeting: MakeMeeting,
    make_item: MakeItem,
    log_rows: tuple[ActionRow, ...],
) -> BoardPaperReportData:
    items = (
        make_item("Last minutes", topic=ItemTopic.MINUTES),
        make_item("Where we stand", topic=ItemTopic.POSITION, minutes=5),
        make_item("Actions", Purpose.DECIDE, topic=ItemTopic.ACTIONS, minutes=15),
        make_item("Figures", Purpose.DECIDE, topic=ItemTopic.PERFORMANCE, minutes=20),
        make_item("Drivers", topic=ItemTopic.DRIVERS),
        make_item("Groups", topic=ItemTopic.SUB_GROUPS),
        make_item("Seats", topic=ItemTopic.MEMBERSHIP),
        make_item("Dates", topic=ItemTopic.DATES),
        make_item("Other business"),
    )
    last = replace(make_meeting().minutes, label="Board meeting 23")
    coming = make_meeting(*items)
    coming.meeting.state = MeetingState.AGENDA_ISSUED
    return BoardPaperReportData(
        board=board,
        next=coming,
        last=last,
        log=LogReportData(log_rows, date(2026, 9, 4), date(2026, 12, 3), ()),
        performance=(),
        missing=(),
        drivers=(),
        groups=(),
        escalations=(),
        seats=(),
        dates=(NextDate(date(2027, 3, 9), None, "Board meeting 25", ""),),
    )


def after(blocks: Iterable[Block], heading: str) -> list[Block]:
    """Return what follows a heading or a message, as far as the next heading of the paper."""
    every = list(blocks)
    start = next(
        place
        for place, block in enumerate(every)
        if isinstance(block, Heading | MessageTitle) and block.text == heading
    )
    rest = every[start + 1 :]
    end = next(
        (n for n, block in enumerate(rest) if isinstance(block, Heading) and block.level == 2),
        len(rest),
    )
    return rest[:end]
