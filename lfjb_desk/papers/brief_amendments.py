"""Amendments to circulated minutes in the brief: each, whose, and what was decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lfjb_desk.domain.action_forms import AnswerState
from lfjb_desk.domain.blocks import Heading, Paragraph, Style
from lfjb_desk.domain.formatting import count, listed
from lfjb_desk.domain.meetings.amendments import AmendmentKind
from lfjb_desk.domain.read_models.meetings.amendments import correction_text
from lfjb_desk.papers.parts.common import WITHHELD, item_line
from lfjb_desk.papers.parts.tables import RowColumn, table_of

if TYPE_CHECKING:
    from lfjb_desk.domain.blocks import Block
    from lfjb_desk.domain.read_models.meetings.amendments import AmendmentRow, AmendmentsView

MOST_LISTED = 12


def amendment_blocks(view: AmendmentsView) -> tuple[Block, ...]:
    """Return what came back on minutes; nothing where nothing did."""
    if not view.reviews:
        return ()
    heading = Heading(f"Amendments to the minutes of {view.label}", 2, "amendments")
    if not view.rows:
        return heading, Paragraph(_answers(view))
    settled = tuple(row for row in view.rows if not row.is_open)
    rows = (*view.open_rows, *settled)
    number = count(len(view.rows), "amendment").capitalize()
    line = item_line(f"{number}, {len(view.open_rows)} not settled. {_answers(view)}".strip())
    table = table_of(
        "Amendments",
        f"{number}, those not settled first: where, what, by whom, and what was decided.",
        (
            RowColumn("Where", 3.0, _place, bold=True),
            RowColumn("Amendment", 7.0, _words),
            RowColumn("Proposed by", 3.2, lambda row: row.author),
            RowColumn("Decided", 3.6, _decided),
        ),
        rows[:MOST_LISTED],
    )
    more = len(rows) - MOST_LISTED
    rest = f"{count(more, 'more')} on the Amendments side of the meeting." if more > 0 else ""
    return (heading, line, table, *((Paragraph(rest, Style.SOURCE),) if rest else ()))


def _answers(view: AmendmentsView) -> str:
    """Return who has no comments, and who has not answered."""
    parts = []
    if view.without_comments:
        names = listed([review.reviewer for review in view.without_comments])
        parts.append(f"No comments from {names}.")
    if view.silent:
        parts.append(f"No answer yet from {listed(list(view.silent))}.")
    return " ".join(parts)


def _place(row: AmendmentRow) -> str:
    paragraph = f"Paragraph {row.amendment.paragraph}"
    return f"Item {row.item_number}\n{paragraph}" if row.item_number else paragraph


def _words(row: AmendmentRow) -> str:
    if row.withheld:
        return WITHHELD
    amendment = row.amendment
    if amendment.kind is AmendmentKind.COMMENT:
        about = f"On “{amendment.before}”: " if amendment.before else ""
        return f"{about}{amendment.after or 'an empty comment'}"
    return correction_text(row)


def _decided(row: AmendmentRow) -> str:
    amendment = row.amendment
    if amendment.state is AnswerState.ACCEPTED and row.correction is not None:
        return f"Accepted, correction {row.correction}"
    state = amendment.state.value.capitalize()
    return f"{state}: {amendment.decided_why}" if amendment.decided_why else state
