"""What each rule of the terms comes to: kept, not kept, or not to be told, and why."""

from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest

from lfjb_desk.domain.governance.governing_documents import (
    Clause,
    ClauseRule,
    DocumentKind,
    DocumentVersion,
    GoverningDocument,
    VersionState,
)
from lfjb_desk.domain.governance.groups import Appointment, Seat, SeatStanding
from lfjb_desk.domain.governance.people import Organisation, OrganisationKind, Person
from lfjb_desk.domain.read_models.compliance import (
    CheckedClause,
    Conduct,
    PastMeeting,
    Verdict,
    checked,
)
from lfjb_desk.domain.read_models.governance.governing_documents import VersionView
from lfjb_desk.domain.read_models.governance.groups import SeatHolder, SeatRow
from lfjb_desk.domain.read_models.meetings.minutes import Quorum

TODAY = date(2026, 11, 23)
GROUP = UUID(int=1)
LONG_AGO = 900
"""Days after which a version has long been in force."""


def judged(
    rule: ClauseRule,
    value: int | None,
    conduct: Conduct,
    *,
    agreed: date | None = TODAY - timedelta(LONG_AGO),
    review_by: date | None = None,
) -> CheckedClause:
    document = GoverningDocument(
        group_id=GROUP, kind=DocumentKind.TERMS_OF_REFERENCE, title="Terms of reference"
    )
    version = DocumentVersion(
        document_id=document.id,
        number=1,
        state=VersionState.AGREED,
        agreed_on=agreed,
        review_by=review_by,
    )
    clause = Clause(
        version_id=version.id, position=1, number="1", text="Words.", rule=rule, rule_value=value
    )
    silent = Clause(version_id=version.id, position=2, number="2", text="It states no rule.")
    (line,) = checked(VersionView(document, version, (clause, silent), ""), conduct).clauses
    return line


def met(
    days_ago: int, counted: int = 5, *, held: bool = True, recorded: bool = True
) -> PastMeeting:
    quorum = Quorum(counted=counted, seats=8, needed=5, recorded=recorded, is_held=held)
    return PastMeeting(
        uuid4(), f"Meeting {days_ago}", TODAY - timedelta(days_ago), is_held=held, quorum=quorum
    )


def after(*meetings: PastMeeting, seats: tuple[SeatRow, ...] = ()) -> Conduct:
    return Conduct(TODAY, meetings, seats)


def seat(name: str, *, filled: bool, standing: SeatStanding = SeatStanding.MEMBER) -> SeatRow:
    body = Organisation(name=name, kind=OrganisationKind.POLICE)
    place = Seat(
        group_id=GROUP, organisation_id=body.id, title="Member", position=1, standing=standing,
        counts_for_quorum=standing is SeatStanding.MEMBER,
    )  # fmt: skip
    person = Person(name="Mira Quillon", organisation_id=body.id)
    term = Appointment(seat_id=place.id, person_id=person.id, starts=date(2026, 1, 1))
    holder = SeatHolder(term, person) if filled else None
    return SeatRow(place, body, holder, (), None, None)


@pytest.mark.parametrize(
    ("meetings", "agreed", "verdict", "said"),
    [
        ((10, 100, 200, 300, 500), LONG_AGO, Verdict.KEPT, "4 meetings held"),
        ((10, 100, 200, 500), LONG_AGO, Verdict.NOT_KEPT, "3 meetings held"),
        ((10, 100, 200, 365), LONG_AGO, Verdict.NOT_KEPT, "3 meetings held"),
        ((10, 100, 200), LONG_AGO, Verdict.UNKNOWN, "The desk holds no earlier meeting"),
        ((10, 100, 200, 500), 90, Verdict.UNKNOWN, "In force only since 25 August 2026"),
        ((), LONG_AGO, Verdict.UNKNOWN, "No meeting held"),
    ],
)
def test_meetings_of_the_last_twelve_months_are_counted(
    meetings: tuple[int, ...], agreed: int, verdict: Verdict, said: str
) -> None:
    conduct = after(*map(met, meetings))
    line = judged(ClauseRule.MEETINGS_A_YEAR, 4, conduct, agreed=TODAY - timedelta(agreed))
    assert (line.promised, line.verdict) == ("4 meetings a year", verdict)
    assert said in line.done
    assert [row for row, _ in line.meetings] == [
        row for row in conduct.meetings if row.held_on > date(2025, 11, 23)
    ]


def test_a_meeting_that_was_never_closed_may_have_been_the_missing_one() -> None:
    conduct = after(met(10), met(100, held=False), met(500))
    line = judged(ClauseRule.MEETINGS_A_YEAR, 2, conduct)
    assert line.verdict is Verdict.UNKNOWN
    assert "1 more was planned and never closed." in line.done
    assert [found for _, found in line.meetings] == ["held", "never closed"]
    assert judged(ClauseRule.MEETINGS_A_YEAR, 3, conduct).verdict is Verdict.NOT_KEPT


@pytest.mark.parametrize(
    ("meetings", "verdict", "done"),
    [
        ((met(10), met(90, 8)), Verdict.KEPT, "Met at 2 of 2 meetings."),
        ((met(10), met(90, 4)), Verdict.NOT_KEPT, "Met at 1 of 2 meetings."),
        (
            (met(10), met(90, recorded=False)),
            Verdict.UNKNOWN,
            "Met at 1 of 2 meetings. Not known of 1: attendance is not recorded.",
        ),
        (
            (met(10, 4), met(90, recorded=False)),
            Verdict.NOT_KEPT,
            "Met at 0 of 2 meetings. Not known of 1: attendance is not recorded.",
        ),
        ((met(10, 4, held=False), met(400, 2)), Verdict.UNKNOWN,
         "No meeting was held in the last twelve months."),
    ],
)  # fmt: skip
def test_the_quorum_is_looked_at_meeting_by_meeting(
    meetings: tuple[PastMeeting, ...], verdict: Verdict, done: str
) -> None:
    line = judged(ClauseRule.QUORUM, 5, after(*meetings))
    assert (line.verdict, line.done) == (verdict, done)


def test_seats_of_members_are_counted_and_the_empty_ones_named() -> None:
    seats = (
        seat("Cafcass", filled=True),
        seat("Police", filled=False),
        seat("Judges", filled=True, standing=SeatStanding.OBSERVER),
    )
    line = judged(ClauseRule.SEATS, 2, after(seats=seats))
    assert line.verdict is Verdict.NOT_KEPT
    assert line.done == "1 of 2 seats of members filled. Vacant: Police."
    assert judged(ClauseRule.SEATS, 1, after(seats=seats)).verdict is Verdict.KEPT
    assert judged(ClauseRule.SEATS, 1, after()).verdict is Verdict.UNKNOWN


@pytest.mark.parametrize(
    ("agreed", "review_by", "verdict", "done"),
    [
        (date(2026, 2, 23), None, Verdict.KEPT, "Review due on 23 February 2027."),
        (date(2025, 11, 23), None, Verdict.KEPT, "Review due on 23 November 2026."),
        (date(2025, 11, 21), None, Verdict.NOT_KEPT, "21 November 2026, 2 days late."),
        (date(2026, 2, 23), date(2026, 10, 1), Verdict.NOT_KEPT, "Review was due on 1 October"),
        (date(2025, 6, 1), date(2027, 1, 1), Verdict.NOT_KEPT, "Review was due on 1 June 2026"),
        (None, date(2027, 1, 1), Verdict.KEPT, "Review due on 1 January 2027."),
        (None, None, Verdict.UNKNOWN, "No day is held on which this version was agreed."),
    ],
)
def test_a_review_is_due_by_the_earlier_of_the_clause_and_the_day_that_was_set(
    agreed: date | None, review_by: date | None, verdict: Verdict, done: str
) -> None:
    line = judged(ClauseRule.REVIEW_MONTHS, 12, after(), agreed=agreed, review_by=review_by)
    assert (line.promised, line.verdict) == ("A review every 12 months", verdict)
    assert done in line.done


def test_a_rule_without_a_number_cannot_be_told() -> None:
    line = judged(ClauseRule.QUORUM, None, after(met(10)))
    assert (line.verdict, line.done) == (Verdict.UNKNOWN, "It states no number.")
