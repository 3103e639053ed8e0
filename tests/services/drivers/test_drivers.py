"""The drivers of delay: judged, measured, acted on, and their gaps said plainly."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import pytest

from lfjb_desk.domain.actions import Action
from lfjb_desk.domain.changes import Change, RuleError, added
from lfjb_desk.domain.drivers import (
    AreaDriver,
    Driver,
    Initiative,
    InitiativeDriver,
    Project,
    Stance,
    Theme,
)
from lfjb_desk.domain.figures.figures import Measure, Observation, Polarity, Snapshot
from lfjb_desk.domain.figures.targets import NATION
from lfjb_desk.domain.meetings.meetings import AgendaItem, Decision, ItemTopic, MeetingState
from lfjb_desk.domain.places import PlaceKind
from lfjb_desk.domain.read_models.driver_words import events_words
from lfjb_desk.domain.read_models.drivers import DriverView
from lfjb_desk.services.actions.actions import ActionService
from lfjb_desk.services.drivers.drivers import DriverService
from lfjb_desk.services.figures.figures import FigureService
from lfjb_desk.services.meetings.agenda import AgendaService
from lfjb_desk.services.meetings.decisions import DecisionService
from lfjb_desk.store.queries.lookup import everything

if TYPE_CHECKING:
    from tests.services.conftest import Board

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 9, 14, tzinfo=UTC)
TRUST = Driver(number=1, code="trust", name="Lack of trust", summary="", source="x")
TRACKING = Driver(number=2, code="tracking", name="PLO tracking", summary="", source="x")
WEEKS = Measure(
    code="preproc",
    name="Pre-proceedings",
    definition="",
    unit="weeks",
    polarity=Polarity.LOWER,
    source="invented",
)
STARTS = [date(2026, 1, 1), date(2026, 4, 1), date(2026, 7, 1)]
ENDS = [date(2026, 3, 31), date(2026, 6, 30), date(2026, 9, 30)]


@pytest.fixture
def service(board: "Board") -> DriverService:
    rows = [Driver(**TRUST.model_dump()), Driver(**TRACKING.model_dump())]
    board.write(Change("Drivers", (*map(added, rows), added(Measure(**WEEKS.model_dump())))))
    return DriverService(board.database)


def hold(board: "Board", *values: int | None) -> None:
    """Hold figures of the measure for the first quarters of 2026; None for one suppressed."""
    file = Snapshot(
        file_name="plo.xlsx",
        sha256="a" * 64,
        layout="Long table",
        publisher="Council",
        imported_at=NOW,
        read=len(values),
        new=len(values),
        unchanged=0,
        revised=0,
        refused=0,
    )
    rows = [
        Observation(
            snapshot_id=file.id,
            measure_id=WEEKS.id,
            place_kind=PlaceKind.AREA,
            place_code="ESST",
            place_label="Essex",
            period_start=start,
            period_end=end,
            period_label=f"2026 Q{number}",
            value=None if value is None else Decimal(value),
            marker="[c]" if value is None else None,
            publisher="Council",
            sheet="",
            cell=f"B{number}",
        )
        for number, (start, end, value) in enumerate(
            zip(STARTS, ENDS, values, strict=False), start=1
        )
    ]
    board.write(Change("Figures", (added(file), *map(added, rows))))


def tracking(board: "Board", since: date | None = None) -> DriverView:
    return DriverService(board.database).view(board.area, TRACKING.id, TODAY, since)


def gaps(view: DriverView) -> tuple[str, ...]:
    return tuple(gap.sentence for gap in view.gaps)


def act(board: "Board", title: str, due: date) -> UUID:
    change = ActionService(board.database).add(
        board.group, title, due, date(2026, 9, 1), owner_id=board.helen, driver_id=TRACKING.id
    )
    return board.write(change).key_of(Action)


def test_an_untouched_driver_says_all_that_is_missing(
    board: "Board", service: DriverService
) -> None:
    view = tracking(board)
    assert (view.severity, view.severity_word, view.standing) == (0, "not judged", None)
    assert gaps(view) == (
        "Nobody has judged how severe it is here.",
        "Nobody leads on it.",
        "No measure is linked, so nothing shows whether it moves.",
        "No open action is linked to it.",
        "No decision is linked to it.",
    )


def test_the_most_severe_driver_comes_first(board: "Board", service: DriverService) -> None:
    assert [one.name for one in service.drivers()] == ["Lack of trust", "PLO tracking"]
    judged = service.judge(board.area, TRACKING.id, severity=4, judged_on=TODAY)
    board.round_trip(judged)
    views = service.views(board.area, TODAY)
    assert [(one.driver.name, one.severity) for one in views] == [
        ("PLO tracking", 4),
        ("Lack of trust", 0),
    ]


def test_a_judgement_can_be_changed_and_taken_back(board: "Board", service: DriverService) -> None:
    board.write(service.judge(board.area, TRACKING.id, severity=4, judged_on=TODAY))
    board.round_trip(
        service.judge(board.area, TRACKING.id, severity=5, rationale="Worse.", lead_id=board.helen)
    )
    assert tracking(board).lead == "Helen Marsh"
    board.write(service.link_measure(board.area, TRACKING.id, WEEKS.id))
    board.round_trip(service.clear(board.area, TRACKING.id))
    assert tracking(board).standing is None
    with pytest.raises(RuleError, match="Nothing has been said"):
        service.clear(board.area, TRACKING.id)


def test_a_judgement_needs_a_day_and_a_severity_that_exists(
    board: "Board", service: DriverService
) -> None:
    with pytest.raises(RuleError, match="on which day"):
        service.judge(board.area, TRACKING.id, severity=3)
    with pytest.raises(RuleError, match=r"0 \(not judged\) to 5 \(severe\)"):
        service.judge(board.area, TRACKING.id, severity=6, judged_on=TODAY)
    with pytest.raises(RuleError, match="no longer there"):
        service.judge(board.area, uuid4(), severity=3, judged_on=TODAY)


def test_a_measure_is_told_from_its_baseline_to_now(board: "Board", service: DriverService) -> None:
    hold(board, 24, 21, 19)
    board.round_trip(service.link_measure(board.area, TRACKING.id, WEEKS.id))
    board.write(
        FigureService(board.database).set_target(
            WEEKS.id, NATION, None, Decimal(16), date(2026, 1, 1), "board"
        )
    )
    (progress,) = tracking(board).measures
    assert progress.baseline is not None
    assert progress.now is not None
    assert (progress.baseline.value, progress.now.value) == (Decimal(24), Decimal(19))
    assert progress.sentence == (
        "19 weeks, down from 21: three figures are too few to judge. "
        "The newest figure is for 2026 Q3. It was 24 weeks at the baseline, 2026 Q1. "
        "The target of at most 16 weeks is not met: the figure is 3 weeks above it."
    )
    board.round_trip(service.set_baseline(progress.link_id, date(2026, 4, 1)))
    assert "It was 21 weeks at the baseline, 2026 Q2." in tracking(board).measures[0].sentence
    board.round_trip(service.unlink_measure(progress.link_id))
    assert tracking(board).measures == ()


def test_a_measure_without_figures_is_a_gap(board: "Board", service: DriverService) -> None:
    board.write(service.link_measure(board.area, TRACKING.id, WEEKS.id))
    (progress,) = tracking(board).measures
    assert (progress.series, progress.now) == (None, None)
    assert "No figure of Essex is held for pre-proceedings." in gaps(tracking(board))
    hold(board, None)
    sentence = "No figure of Essex is held for pre-proceedings."
    assert tracking(board).measures[0].sentence == sentence


def test_a_measure_of_one_figure_claims_no_movement(board: "Board", service: DriverService) -> None:
    hold(board, 24)
    board.write(service.link_measure(board.area, TRACKING.id, WEEKS.id, date(2027, 1, 1)))
    (progress,) = tracking(board).measures
    assert progress.baseline is None
    assert progress.sentence == "24 weeks in January to March 2026, the only figure so far."


def test_a_measure_tells_its_own_message_and_the_baseline_as_no_change(
    board: "Board", service: DriverService
) -> None:
    hold(board, 24, 24)
    board.write(service.link_measure(board.area, TRACKING.id, WEEKS.id))
    assert tracking(board).measures[0].sentence == (
        "24 weeks, the same as the quarter before: two figures cannot show a trend. "
        "The newest figure is for 2026 Q2. It was 24 weeks at the baseline, 2026 Q1."
    )


def test_a_measure_is_linked_once_only(board: "Board", service: DriverService) -> None:
    board.write(service.link_measure(board.area, TRACKING.id, WEEKS.id))
    with pytest.raises(RuleError, match="linked to “PLO tracking” already"):
        service.link_measure(board.area, TRACKING.id, WEEKS.id)


def test_late_actions_come_first_with_whose_they_are(
    board: "Board", service: DriverService
) -> None:
    later = act(board, "Agree one tracker", date(2027, 3, 1))
    late = act(board, "One meaning for dates", date(2026, 10, 12))
    done = act(board, "Train the team", date(2026, 10, 1))
    actions = ActionService(board.database)
    board.write(actions.close(done, "Trained.", date(2026, 11, 2), NOW))
    view = tracking(board)
    assert [row.action.id for row in view.actions] == [late, later, done]
    assert [row.action.id for row in view.late] == [late]
    assert [row.action.id for row in view.done] == [done]
    assert len(view.open) == 2
    assert (view.late[0].owner, view.late[0].body) == ("Helen Marsh", "Suffolk Council")


def test_what_changed_since_a_day_is_told_in_sentences(
    board: "Board", service: DriverService
) -> None:
    first = act(board, "One meaning for dates", date(2026, 10, 12))
    second = act(board, "Train the team", date(2026, 12, 1))
    dropped = act(board, "Old idea", date(2026, 12, 1))
    actions = ActionService(board.database)
    board.write(actions.move_due(first, date(2026, 12, 12), "chair", NOW))
    board.write(actions.close(second, "Trained.", date(2026, 11, 2), NOW))
    board.write(actions.drop(dropped, "Not needed.", date(2026, 11, 2), NOW))
    board.write(service.judge(board.area, TRACKING.id, severity=4, judged_on=date(2026, 11, 1)))
    decision = Decision(
        ref="ESST-D-001",
        group_id=board.group,
        meeting_id=board.meeting,
        driver_id=TRACKING.id,
        text="One tracker",
        decided_on=date(2026, 11, 3),
    )
    project = Project(
        area_id=board.area,
        driver_id=TRACKING.id,
        title="Tracker pilot",
        starts=date(2026, 11, 4),
        lead_id=board.tom,
    )
    agreed = Project(
        area_id=board.area,
        driver_id=TRACKING.id,
        title="Tracker for all",
        starts=date(2027, 2, 1),
        lead_id=board.tom,
    )
    board.write(Change("More", (added(decision), added(project), added(agreed))))
    view = tracking(board, date(2026, 10, 1))
    assert events_words(view.changed) == (
        "Judged on 1 November 2026: high.",
        "Done: ESST-A-002.",
        "Dropped: ESST-A-003.",
        "ESST-A-001 moved to 12 December 2026.",
        "Decided: ESST-D-001.",
        "Project begun: Tracker pilot.",
    )
    assert tracking(board, date(2026, 11, 30)).changed == ()
    assert "Raised: ESST-A-001, ESST-A-002 and ESST-A-003." in (
        events_words(tracking(board, date(2026, 8, 31)).changed)
    )
    assert view.projects[0].lead == "Tom Aldous"
    on_the_day = events_words(tracking(board, date(2026, 9, 1)).changed)
    assert not any(words.startswith("Raised") for words in on_the_day)


def test_a_review_that_is_past_is_a_gap(board: "Board", service: DriverService) -> None:
    board.write(
        service.judge(
            board.area,
            TRACKING.id,
            severity=2,
            judged_on=date(2026, 3, 1),
            review_by=date(2026, 9, 1),
        )
    )
    assert "Its review was due by 1 September 2026." in gaps(tracking(board))


def test_actions_and_decisions_are_tied_to_a_driver(board: "Board", service: DriverService) -> None:
    action = act(board, "One meaning for dates", date(2026, 10, 12))
    board.round_trip(service.link_action(action, TRUST.id))
    assert tracking(board).actions == ()
    decision = Decision(
        ref="ESST-D-001",
        group_id=board.group,
        meeting_id=board.meeting,
        text="One tracker",
        decided_on=TODAY,
    )
    board.write(Change("Decide", (added(decision),)))
    board.round_trip(service.link_decision(decision.id, TRACKING.id))
    assert [one.ref for one in tracking(board).decisions] == ["ESST-D-001"]


def test_a_decision_on_the_drivers_and_on_none_by_name_is_on_all_of_them(
    board: "Board", service: DriverService
) -> None:
    agenda, decisions = AgendaService(board.database), DecisionService(board.database)
    item, other = (
        board.write(agenda.add(board.meeting, title, topic=topic)).key_of(AgendaItem)
        for title, topic in (("Why cases wait", ItemTopic.DRIVERS), ("Dates", ItemTopic.DATES))
    )
    board.bring_to(MeetingState.IN_SESSION)
    board.write(decisions.add(board.meeting, "The board meets in March", item_id=other))
    judged = decisions.add(board.meeting, "The severity of all drivers is set", item_id=item)
    board.round_trip(judged)
    lists = [[row.text for row in view.decisions] for view in service.views(board.area, TODAY)]
    assert lists == [["The severity of all drivers is set"]] * 2
    assert "No decision is linked to it." not in gaps(tracking(board))

    board.write(service.link_decision(judged.key_of(Decision), TRUST.id))
    assert tracking(board).decisions == ()
    assert "No decision is linked to it." in gaps(tracking(board))


def test_the_matrix_never_guesses_a_cell(board: "Board", service: DriverService) -> None:
    theme = Theme(number=1, name="Workforce", summary="", source="x")
    one = Initiative(
        number=1, theme_id=theme.id, title="Rota", place="Kent", summary="", outcomes="", source=""
    )
    cell = InitiativeDriver(
        initiative_id=one.id, driver_id=TRUST.id, stance=Stance.ABSENT, source="x"
    )
    board.write(Change("Guide", (added(theme), added(one), added(cell))))
    matrix = service.matrix()
    assert [driver.name for driver in matrix.drivers] == ["Lack of trust", "PLO tracking"]
    assert matrix.rows[0].stances == (Stance.ABSENT, Stance.NOT_STATED)
    with board.database.session() as session:
        assert everything(session, AreaDriver) == []
