"""What waits today for a group: gathered from every feature into one view."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from lfjb_desk.domain.actions import ActionStanding
from lfjb_desk.domain.formatting import count, listed, long_date, lower_first, months
from lfjb_desk.domain.places import DfjArea, PlaceKind
from lfjb_desk.domain.read_models.action_forms import FormState
from lfjb_desk.domain.read_models.actions import ActionQuery, GroupBy, grouped
from lfjb_desk.domain.read_models.today import TodayView, Waiting
from lfjb_desk.services.action_forms.deciding import FormService
from lfjb_desk.services.actions.actions import ActionService
from lfjb_desk.services.figures.figures import FigureService
from lfjb_desk.services.governance.escalations import EscalationService
from lfjb_desk.services.governance.governing_documents import GoverningService
from lfjb_desk.services.governance.seats import SeatService
from lfjb_desk.services.meetings.agenda import AgendaService
from lfjb_desk.services.meetings.register import RegisterService
from lfjb_desk.services.papers.upcoming import papers_due, upcoming_meeting
from lfjb_desk.services.rules import quoted
from lfjb_desk.store.queries.collection import collections
from lfjb_desk.store.queries.collection import returns as returns_to
from lfjb_desk.store.queries.figures.figures import authorities_of
from lfjb_desk.store.queries.lookup import found
from lfjb_desk.store.queries.today import last_import

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date
    from uuid import UUID

    from lfjb_desk.domain.figures.figures import Snapshot
    from lfjb_desk.domain.read_models.governance.governing_documents import VersionView
    from lfjb_desk.domain.read_models.governance.groups import SeatRow
    from lfjb_desk.domain.read_models.today import PaperDue, UpcomingMeeting
    from lfjb_desk.store.engine.database import Database
    from lfjb_desk.store.queries.lookup import Reading

REVIEW_SOON = timedelta(days=90)
"""How long before its review date a governing document shows up."""
LOOK_AGAIN_SOON = timedelta(days=30)
"""How long before its review date a decision shows up."""
MOST_NAMED = 3
"""How many items to decide are named on one line."""


class TodayService:
    """Gathers what waits on a day."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def view(self, area_id: UUID, group_id: UUID, today: date) -> TodayView:
        """Return what waits for a group of an area on a day."""
        with self._database.gathering() as database:
            return _view(database, area_id, group_id, today)


def _view(database: Database, area_id: UUID, group_id: UUID, today: date) -> TodayView:
    actions = ActionService(database).rows(ActionQuery(area_id, group_id), today)
    late = tuple(row for row in actions if row.standing is ActionStanding.LATE)
    soon = tuple(row for row in actions if row.standing is ActionStanding.SOON)
    with database.session() as session:
        area = found(session, DfjArea, area_id)
        newest, measures = last_import(session, PlaceKind.AREA, area.code)
        returns = _overdue_returns(session, area_id, today)
    figures = FigureService(database).for_area(area_id, today)
    papers = papers_due(database, group_id, today)
    vacancies = SeatService(database).vacancies(group_id, today)
    reviews = _reviews(database, group_id, today)
    upcoming = upcoming_meeting(database, group_id, today)
    deciding = (
        *(_asks(database, upcoming) if upcoming else ()),
        *_escalations(database, group_id, today),
        *_decisions_due(database, group_id, today),
        *_forms(database, group_id, today),
    )
    return TodayView(
        day=today,
        meeting=upcoming,
        late=late,
        soon=soon,
        by_owner=grouped((*late, *soon), GroupBy.OWNER),
        figures=figures,
        moved=tuple(
            series
            for series in figures
            if series.measure.id in measures and series.direction.is_move
        ),
        last_import=newest,
        papers=papers,
        vacancies=vacancies,
        reviews=reviews,
        waiting=(*deciding, *_waiting(vacancies, reviews, papers, returns, newest, today)),
    )


def _reviews(database: Database, group_id: UUID, today: date) -> tuple[VersionView, ...]:
    documents = GoverningService(database).documents(group_id)
    return tuple(
        document.agreed
        for document in documents
        if document.agreed and document.review_due(today + REVIEW_SOON)
    )


def _asks(database: Database, upcoming: UpcomingMeeting) -> tuple[Waiting, ...]:
    """Return what the next meeting is asked to decide, in one line; nothing where that is none."""
    agenda = AgendaService(database).view(upcoming.row.meeting.id)
    titles = [line.item.title for line in agenda.decisions_asked]
    if not titles:
        return ()
    named, more = [quoted(title) for title in titles[:MOST_NAMED]], titles[MOST_NAMED:]
    named += [f"{len(more)} more"] if more else []
    number = count(len(titles), "item")
    words = f"{upcoming.row.label} is asked to decide {number}: {listed(named)}"
    return (Waiting("ask", words, upcoming.row.meeting.id),)


def _escalations(database: Database, group_id: UUID, today: date) -> Iterator[Waiting]:
    """Yield each escalation that nobody has answered, the longest waiting first."""
    for row in EscalationService(database).rows(group_id, today):
        wanted = row.escalation.answer_by
        if row.is_open:
            by = f", answer wanted by {long_date(wanted)}" if wanted else ""
            state = f"{lower_first(row.waiting_words)}{by}"
            words = f"{row.group.name} to {row.addressee}: {row.escalation.question} ({state})"
            yield Waiting("escalation", words, row.escalation.id)


def _decisions_due(database: Database, group_id: UUID, today: date) -> Iterator[Waiting]:
    """Yield each decision in force whose review is near or past, the soonest first."""
    for decision in RegisterService(database).due(group_id, today + LOOK_AGAIN_SOON):
        day = decision.review_by or today
        verb = "review was due by" if day < today else "review by"
        yield Waiting(
            "decision", f"{decision.ref} {decision.text}: {verb} {long_date(day)}", decision.id
        )


def _forms(database: Database, group_id: UUID, today: date) -> Iterator[Waiting]:
    """Yield how many answers to action forms wait to be decided, and which forms are overdue."""
    service = FormService(database)
    answers = service.waiting(group_id, today)
    if answers:
        names = listed(tuple(dict.fromkeys(answer.name for answer in answers)))
        yield Waiting("form", f"{count(len(answers), 'answer')} to decide, from {names}")
    awaited = service.awaited(group_id, today)
    overdue = [row for row in awaited if row.state is FormState.OVERDUE]
    if overdue:
        names = listed(tuple(row.name for row in overdue[:MOST_NAMED]))
        more = f" and {len(overdue) - MOST_NAMED} more" if len(overdue) > MOST_NAMED else ""
        yield Waiting("form", f"{count(len(overdue), 'action form')} overdue: {names}{more}")


def _waiting(
    vacancies: Sequence[SeatRow],
    reviews: Sequence[VersionView],
    papers: Sequence[PaperDue],
    returns: Sequence[str],
    newest: Snapshot | None,
    today: date,
) -> tuple[Waiting, ...]:
    return (
        *(Waiting("seat", _seat_words(row)) for row in vacancies),
        *(Waiting("review", _review_words(review, today)) for review in reviews),
        *(Waiting("paper", _paper_words(paper)) for paper in papers),
        *(Waiting("return", words) for words in returns),
        *([Waiting("import", _import_words(newest))] if newest else []),
    )


def _overdue_returns(session: Reading, area_id: UUID, today: date) -> tuple[str, ...]:
    """Return a sentence for each collection whose day is past and that still awaits returns."""
    authorities = {authority.id for authority in authorities_of(session, area_id)}
    lines = []
    for collection in collections(session, area_id):
        if collection.due >= today:
            continue
        came = {returned.authority_id for returned in returns_to(session, collection.id)}
        missing = len(authorities - came)
        if missing:
            quarter = months(collection.starts, collection.ends)
            lines.append(
                f"Collection for {quarter}: {count(missing, 'return')} of {len(authorities)} "
                f"overdue since {long_date(collection.due)}"
            )
    return tuple(lines)


def _paper_words(paper: PaperDue) -> str:
    state = "written, not circulated yet" if paper.is_written else "not written yet"
    return f"{paper.words}: {state}"


def _seat_words(row: SeatRow) -> str:
    words = f"{row.seat.title} ({row.organisation.name}): seat empty"
    if row.vacant_since is not None:
        words += f" since {long_date(row.vacant_since)}"
    if row.meetings_missed:
        words += f", {count(row.meetings_missed, 'meeting')} missed"
    return words


def _review_words(view: VersionView, today: date) -> str:
    day = view.version.review_by
    if day is None:
        return f"{view.document.title}: no review date"
    verb = "review was due by" if day < today else "review by"
    return f"{view.document.title}: {verb} {long_date(day)}"


def _import_words(snapshot: Snapshot) -> str:
    words = f"{snapshot.file_name} imported on {long_date(snapshot.imported_at.date())}"
    revised = f", {count(snapshot.revised, 'figure')} revised" if snapshot.revised else ""
    return f"{words}, {count(snapshot.new, 'new figure')}{revised}"
