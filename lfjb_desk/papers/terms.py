"""The terms of reference: clauses in force, membership, quorum, and how they came to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lfjb_desk.domain.blocks import Contents, Heading, Paragraph, Style
from lfjb_desk.domain.formatting import count, listed, long_date
from lfjb_desk.domain.governance.governing_documents import VersionState
from lfjb_desk.domain.governance.groups import Office
from lfjb_desk.domain.read_models.governance.governing_documents import Difference, compared
from lfjb_desk.papers.parts.commitments import commitments_annex
from lfjb_desk.papers.parts.common import NOTHING, bold, front, item_line, paper
from lfjb_desk.papers.parts.compliance import compliance_annex
from lfjb_desk.papers.parts.tables import RowColumn, table_of
from lfjb_desk.papers.terms_attendance import attendance_annex
from lfjb_desk.papers.terms_forums import forums_annex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lfjb_desk.domain.blocks import Block, Line, Paper
    from lfjb_desk.domain.governance.governing_documents import Clause
    from lfjb_desk.domain.read_models.governance.governing_documents import (
        ComparedClause,
        DocumentRow,
        VersionView,
    )
    from lfjb_desk.domain.read_models.governance.groups import SeatRow
    from lfjb_desk.papers.parts.report_data import TermsReportData

_STATES = {
    VersionState.DRAFT: "○ Draft",
    VersionState.IN_REVIEW: "► In review",
    VersionState.AGREED: "● In force",
    VersionState.SUPERSEDED: f"{NOTHING} Superseded",
}


_CHANGED = (
    Difference.CHANGED,
    Difference.ADDED,
    Difference.REMOVED,
    Difference.RENUMBERED,
)


def terms_paper(data: TermsReportData) -> Paper:
    """Return the terms of reference in force, or the newest version while none is agreed."""
    board, document = data.board, data.document
    edition = document.agreed or (document.versions[0] if document.versions else None)
    day = long_date(board.today)
    title = document.document.title
    blocks: list[Block] = [*front(board, title, _lead(edition), _pairs(data, edition)), Contents()]
    blocks += _clause_blocks(edition)
    blocks += _membership(data.seats)
    blocks += _quorum(data, edition)
    if document.draft is not None and edition is not None and document.draft is not edition:
        number = document.draft.version.number
        heading = f"What draft version {number} would change"
        blocks += _draft_blocks(edition, document.draft, Heading(heading, 2, "draft"))
    blocks += _history(document.versions)
    blocks += compliance_annex(data.compliance) if data.compliance else ()
    blocks += commitments_annex(data.commitments)
    blocks += forums_annex(data.forums)
    blocks += attendance_annex(data.attendance, board.today) if data.attendance else ()
    return paper(board, "terms of reference", title[:1].lower() + title[1:], day, tuple(blocks))


def _lead(view: VersionView | None) -> str:
    if view is None:
        return "Nothing has been written yet."
    version = view.version
    if version.state is VersionState.AGREED and version.agreed_on:
        return f"Version {version.number}, agreed on {long_date(version.agreed_on)}."
    if version.state is VersionState.AGREED:
        return f"Version {version.number}, in force."
    return f"Version {version.number}, {version.state.value}: not yet agreed."


def _pairs(data: TermsReportData, view: VersionView | None) -> tuple[tuple[str, Line], ...]:
    board = data.board
    if view is None:
        return (("Chair", board.chair), ("Secretary", board.secretary))
    review = view.version.review_by
    late = "■ Overdue, " if review is not None and review < board.today else ""
    return (
        ("Agreed at", view.meeting or "Not yet agreed at a meeting"),
        ("Review by", f"{late}{long_date(review)}" if review else "No day has been set"),
        ("Chair", board.chair or "No chair is appointed"),
        ("Secretary", board.secretary),
        ("Printed", long_date(board.today)),
    )


def _clause_blocks(view: VersionView | None) -> tuple[Block, ...]:
    return Heading("Clauses", 2, "clauses"), *_clauses(view)


def _clauses(view: VersionView | None) -> tuple[Block, ...]:
    if view is None or not view.clauses:
        return (Paragraph("This version has no clause yet."),)
    blocks: list[Block] = [
        item_line(f"Version {view.version.number}, {count(len(view.clauses), 'clause')}."),
    ]
    for clause in view.clauses:
        blocks.append(Heading(_name(clause), 3))
        blocks += [Paragraph(text) for text in clause.text.split("\n") if text.strip()]
    return tuple(blocks)


def _name(clause: Clause) -> str:
    return (
        f"Clause {clause.number}: {clause.heading}" if clause.heading else f"Clause {clause.number}"
    )


def _membership(seats: Sequence[SeatRow]) -> tuple[Block, ...]:
    heading = Heading("Membership", 2, "membership")
    if not seats:
        return heading, Paragraph("The group has no seat yet.")
    vacant = sum(seat.vacant for seat in seats)
    table = table_of(
        "Membership",
        f"{count(len(seats), 'seat').capitalize()}: organisation, seat, holder, how it takes part.",
        (
            RowColumn("Organisation", 4.6, lambda seat: seat.organisation.name, bold=True),
            RowColumn("Seat", 4.7, lambda seat: seat.seat.title),
            RowColumn(
                "Held by", 4.1, lambda seat: f"{NOTHING} Vacant" if seat.vacant else seat.name
            ),
            RowColumn("Takes part as", 3.4, _standing),
        ),
        seats,
    )
    note = "“Counts” means that the seat counts towards the quorum."
    line = item_line(f"{count(len(seats), 'seat').capitalize()}, {vacant} vacant.")
    return heading, line, table, Paragraph(note, Style.SOURCE)


def _standing(seat: SeatRow) -> str:
    leads = seat.office in {Office.CHAIR, Office.VICE_CHAIR, Office.SECRETARIAT}
    words = seat.office.value if seat.office and leads else seat.seat.standing.value
    counts = "\ncounts" if seat.seat.counts_for_quorum else ""
    return f"{words.capitalize()}{counts}"


def _quorum(data: TermsReportData, view: VersionView | None) -> tuple[Block, ...]:
    counting = sum(seat.seat.counts_for_quorum for seat in data.seats)
    needed = data.board.group.quorum
    if needed is None:
        sentence = f"No quorum has been agreed. {counting} seats would count."
    else:
        sentence = (
            f"{needed} of the {count(counting, 'seat')} that count must be filled in the room."
        )
    rules = [clause for clause in view.clauses if clause.rule is not None] if view else []
    stated = "; ".join(
        f"{clause.rule.value} {clause.rule_value} (clause {clause.number})"
        for clause in rules
        if clause.rule is not None
    )
    blocks: list[Block] = [Heading("Quorum", 2, "quorum"), Paragraph(sentence)]
    if stated:
        blocks.append(Paragraph(f"Rules that the clauses state in numbers: {stated}."))
    return tuple(blocks)


def draft_part(row: DocumentRow, anchor: str) -> tuple[Block, ...]:
    """Return the draft of a document for a meeting that is asked to agree it.

    That is what it would change, or while no version is in force all its clauses; nothing where
    the document has no draft.
    """
    if row.draft is None:
        return ()
    name = f"{row.document.title}, draft version {row.draft.version.number}"
    heading = Heading(name, 2, anchor, new_page=True)
    if row.agreed is None:
        return heading, *_clauses(row.draft)
    return _draft_blocks(row.agreed, row.draft, heading)


def _draft_blocks(agreed: VersionView, draft: VersionView, heading: Heading) -> tuple[Block, ...]:
    changes = [
        pair
        for pair in compared(agreed.clauses, draft.clauses)
        if pair.difference is not Difference.SAME
    ]
    number = draft.version.number
    if not changes:
        return heading, Paragraph("The draft has the same words as the version in force.")
    table = table_of(
        f"What draft version {number} would change",
        f"{count(len(changes), 'clause').capitalize()}: what becomes of it, in force, drafted.",
        (
            RowColumn("Clause", 3.0, lambda pair: pair.difference.value.capitalize(), bold=True),
            RowColumn("In force", 6.9, lambda pair: _worded(pair.before, pair.after)),
            RowColumn("Draft", 6.9, lambda pair: _worded(pair.after, pair.before)),
        ),
        changes,
    )
    return heading, item_line(_STATES[draft.version.state] + ", not yet agreed."), table


def _worded(clause: Clause | None, beside: Clause | None) -> Line:
    """Return a clause under its own number and heading, which may be others in the other version.

    A rule in a number is said where it is not the same in both.
    """
    if clause is None:
        return f"{NOTHING} Not there"
    head = _short_name(clause)
    words = f"\n{clause.text}"
    rule = (clause.rule, clause.rule_value)
    if beside is not None and rule != (beside.rule, beside.rule_value):
        stated = f"{clause.rule.value} {clause.rule_value}" if clause.rule else "none"
        words += f"\nRule in a number: {stated}."
    return bold(head, words)


def _short_name(clause: Clause) -> str:
    return f"{clause.number} {clause.heading}".strip()


def _named(pair: ComparedClause) -> str:
    """Return the clause that differs, by number and heading, and its number before where moved."""
    clause = pair.after or pair.before
    if clause is None:
        return ""
    moved = pair.difference is Difference.RENUMBERED and pair.before is not None
    return f"{_short_name(clause)}{f' (was {pair.before.number})' if moved and pair.before else ''}"


def _agreed_on(view: VersionView) -> str:
    return long_date(view.version.agreed_on) if view.version.agreed_on else NOTHING


def _changes(view: VersionView, versions: Sequence[VersionView]) -> str:
    """Return every clause in which a version differs from the one before; of a draft its note, too.

    The note of a draft says what it was to become, and would be out of date once it is agreed.
    """
    note = [view.version.note] if view.open and view.version.note else []
    number = view.version.number
    older = next((e for e in versions if e.version.number < number and not e.open), None)
    if older is None:
        return " ".join([*note, "The first version."])
    pairs = compared(older.clauses, view.clauses)
    by_kind = {kind: [_named(p) for p in pairs if p.difference is kind] for kind in _CHANGED}
    words = [
        f"{kind.value.capitalize()}: {listed(names)}." for kind, names in by_kind.items() if names
    ]
    return " ".join([*note, *(words or ["No clause."])])


def _history(versions: Sequence[VersionView]) -> tuple[Block, ...]:
    heading = Heading("Versions", 2, "versions")
    if not versions:
        return heading, Paragraph("No version has been written.")
    table = table_of(
        "Versions",
        "Each version, the newest first: state, day it was agreed, where, and what changed.",
        (
            RowColumn("Version", 1.9, lambda view: str(view.version.number), bold=True),
            RowColumn("State", 2.8, lambda view: _STATES[view.version.state]),
            RowColumn("Agreed on", 3.6, _agreed_on),
            RowColumn("At", 3.4, lambda view: view.meeting or NOTHING),
            RowColumn("What it changes", 5.1, lambda view: _changes(view, versions)),
        ),
        versions,
    )
    return heading, table
