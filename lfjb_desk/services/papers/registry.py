"""The papers that the desk writes, each defined once.

Whoever lists papers (the Papers page, the command box, the command line, the demo, the Today page)
reads this list, most of them before any paper is made. So what makes a paper is imported late.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lfjb_desk.services.papers.definition import (
    OfGroup,
    OfMeeting,
    OfPlace,
    OfVersions,
    PaperDefinition,
    PaperOffer,
    UpToMeeting,
)

if TYPE_CHECKING:
    from uuid import UUID

    from lfjb_desk.domain.blocks import Paper
    from lfjb_desk.domain.meetings.meetings import Meeting
    from lfjb_desk.domain.read_models.governance.governing_documents import ComparedVersions
    from lfjb_desk.services.papers.report_data import ReportGatherer


def _agenda(gatherer: ReportGatherer, meeting: Meeting) -> Paper:
    from lfjb_desk.papers.agenda import agenda_paper

    return agenda_paper(gatherer.agenda(meeting))


def _board_paper(gatherer: ReportGatherer, meeting: Meeting) -> Paper:
    from lfjb_desk.papers.board_paper import board_paper

    return board_paper(gatherer.board_paper(meeting))


def _chairs_brief(gatherer: ReportGatherer, meeting: Meeting) -> Paper:
    from lfjb_desk.papers.chairs_brief import chairs_brief

    return chairs_brief(gatherer.chairs_brief(meeting))


def _drivers(gatherer: ReportGatherer, meeting: Meeting | None) -> Paper:
    from lfjb_desk.papers.drivers import drivers_paper

    return drivers_paper(gatherer.drivers_report(meeting))


def _performance(gatherer: ReportGatherer, authority_id: UUID | None) -> Paper:
    from lfjb_desk.papers.performance import performance_paper
    from lfjb_desk.services.papers.performance_data import performance_data

    return performance_paper(performance_data(gatherer, authority_id))


def _action_log(gatherer: ReportGatherer, meeting: Meeting | None) -> Paper:
    from lfjb_desk.papers.action_log import action_log

    return action_log(gatherer.action_log(meeting))


def _minutes(gatherer: ReportGatherer, meeting: Meeting) -> Paper:
    from lfjb_desk.papers.minutes import minutes_paper

    return minutes_paper(gatherer.minutes(meeting))


def _terms_of_reference(gatherer: ReportGatherer) -> Paper:
    from lfjb_desk.papers.terms import terms_paper

    return terms_paper(gatherer.terms())


def _terms_comparison(gatherer: ReportGatherer, versions: ComparedVersions | None) -> Paper:
    from lfjb_desk.papers.terms_comparison import terms_comparison

    return terms_comparison(gatherer.terms_comparison(versions))


AGENDA = PaperDefinition(
    "agenda", "Agenda", OfMeeting(_agenda), frozenset({PaperOffer.BEFORE_MEETING})
)
BOARD_PAPER = PaperDefinition(
    "board-paper",
    "Board paper",
    OfMeeting(_board_paper),
    frozenset({PaperOffer.BEFORE_BOARD_MEETING}),
    other_names="board pack, report to the board",
)
CHAIRS_BRIEF = PaperDefinition(
    "chairs-brief",
    "Chair's brief",
    OfMeeting(_chairs_brief),
    other_names="briefing, brief for the chair, what the chair needs to know",
)
DRIVERS = PaperDefinition(
    "drivers",
    "Progress against drivers",
    UpToMeeting(_drivers),
    frozenset({PaperOffer.DRIVERS}),
    other_names="drivers of delay paper, progress report",
)
PERFORMANCE = PaperDefinition("performance", "Performance report", OfPlace(_performance))
ACTION_LOG = PaperDefinition(
    "action-log",
    "Action log",
    UpToMeeting(_action_log),
    other_names="action tracker, list of actions",
)
MINUTES = PaperDefinition(
    "minutes",
    "Minutes",
    OfMeeting(_minutes, looks_back=True),
    frozenset({PaperOffer.AFTER_MEETING}),
    other_names="minutes of the meeting, record, notes",
)
TERMS_OF_REFERENCE = PaperDefinition(
    "terms-of-reference",
    "Terms of reference",
    OfGroup(_terms_of_reference),
    other_names="tor, governing document, constitution",
    mended_on="governance",
)
TERMS_COMPARISON = PaperDefinition(
    "terms-comparison",
    "Comparison of terms",
    OfVersions(_terms_comparison),
    other_names="tracked changes, differences between versions, redline, what changed in the terms",
    mended_on="governance",
)

PAPERS = (
    AGENDA,
    BOARD_PAPER,
    CHAIRS_BRIEF,
    DRIVERS,
    PERFORMANCE,
    ACTION_LOG,
    MINUTES,
    TERMS_OF_REFERENCE,
    TERMS_COMPARISON,
)
"""The papers in the order in which a secretary needs them."""
BY_KEY = {paper.key: paper for paper in PAPERS}


def offered(*offers: PaperOffer) -> tuple[PaperDefinition, ...]:
    """Return the papers that are offered in any of these places, in their order."""
    return tuple(paper for paper in PAPERS if paper.offers.intersection(offers))
