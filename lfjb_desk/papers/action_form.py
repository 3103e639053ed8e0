"""The form by which an owner or a body reports on actions, filled in in Word and sent back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID

from lfjb_desk.domain.actions import ActionStanding
from lfjb_desk.domain.blocks import (
    AnswerField,
    AnswerKind,
    AnswerTable,
    Facts,
    Heading,
    Paragraph,
    Span,
    Style,
)
from lfjb_desk.domain.common.references import checked_reference
from lfjb_desk.domain.formatting import count, long_date, weekday_date
from lfjb_desk.domain.read_models.action_answers import HINTS, LABELS, STATUSES, FormQuestion
from lfjb_desk.papers.parts.common import front, paper, shorter, titled

if TYPE_CHECKING:
    from lfjb_desk.domain.blocks import Block, Line, Paper
    from lfjb_desk.domain.read_models.actions import ActionRow
    from lfjb_desk.papers.parts.report_data import ActionFormReportData

IDENTIFIER = "lfjb-action-form:{0}"
"""What the file's properties carry: the id of the form, by which a returned file is known."""

_FIELDS = tuple(
    AnswerField(question.value, LABELS[question], HINTS[question], kind, choices, height)
    for question, kind, choices, height in (
        (FormQuestion.PROGRESS, AnswerKind.WORDS, (), 1.9),
        (FormQuestion.STATUS, AnswerKind.CHOICE, STATUSES, 0.75),
        (FormQuestion.DUE, AnswerKind.DAY, (), 0.75),
    )
)
_SYMBOLS = {
    ActionStanding.LATE: "■",
    ActionStanding.SOON: "▲",
    ActionStanding.ON_TIME: "○",
    ActionStanding.ON_HOLD: "○",
}
_ON_SCREEN = "Fill in the boxes, save, and attach this file to a reply."
_ON_PAPER = "Write in the boxes, ring the status, and hand the form to the secretariat."
_READERS = "Holds restricted matter: for {0} and the secretariat alone, not for circulation."
_CHECK = (
    "The last letter of a reference is a check: a number that was mistyped is found before it "
    "reaches the wrong action."
)


def action_form(data: ActionFormReportData) -> Paper:
    """Return the form of one owner or body: each action as it stands, and boxes to answer in."""
    board = data.board
    back_by = long_date(data.back_by)
    number = count(len(data.rows), "action")
    readers = (("Readers", _READERS.format(data.name)),) if board.restricted else ()
    blocks: tuple[Block, ...] = (
        *front(
            replace(board, restricted=False),
            "Action return",
            f"{number.capitalize()} to report on by {back_by}.",
            (
                ("From", data.name),
                ("To", board.secretary or "The secretariat"),
                ("Group", board.board),
                ("Back by", (Span(weekday_date(data.back_by), bold=True),)),
                *readers,
            ),
        ),
        Facts((("On screen", _ON_SCREEN), ("On paper", _ON_PAPER))),
        Heading("Your actions", 2, "actions"),
        Paragraph(
            f"As recorded on {long_date(board.today)}. A new date is a proposal until it is "
            "agreed.",
            Style.ITEM_LINE,
        ),
        *(block for row in data.rows for block in _action(row)),
        Paragraph(_CHECK, Style.SOURCE),
    )
    made = paper(
        board, f"action return, {shorter(data.name)}", f"action return of {data.name}",
        long_date(board.today), blocks,
    )  # fmt: skip
    return replace(made, identifier=IDENTIFIER.format(data.form_id))


def _action(row: ActionRow) -> tuple[Block, ...]:
    reference = checked_reference(row.action.ref)
    questions = ", ".join(LABELS[question].lower() for question in FormQuestion)
    return (
        Heading(titled(row.action.title), 3),
        Paragraph(_standing(row), Style.MEASURE, keeps=True),
        AnswerTable(reference, f"Boxes to fill in: {questions}.", _FIELDS),
    )


def _standing(row: ActionRow) -> Line:
    """Return how an action stands: its date, its lateness, its driver, what was told last."""
    moved = row.moved_words.replace("not moved", "never moved")
    symbol = _SYMBOLS.get(row.standing, "○")
    state = f"Due {long_date(row.action.due)}, {moved}. {symbol} {row.status_words}."
    lines = [state]
    if row.action.title != titled(row.action.title):
        lines.insert(0, row.action.title)
    if row.restricted:
        lines.append("Restricted: for you alone, not for circulation.")
    if row.driver:
        lines.append(f"Driver: {row.driver}.")
    update = row.last_update
    if update is None or not update.text:
        lines.append(f"No update yet: the action was raised on {long_date(row.action.raised_on)}.")
    else:
        day = long_date(update.noted_at.date())
        lines.append(f"Last update {day}: {update.text.rstrip('.')}.")
    return "\n".join(lines)


def form_id_of(identifier: str) -> UUID | None:
    """Return the id of the form that a file's properties name; None where they name none."""
    before, after = IDENTIFIER.split("{0}")
    if not identifier.startswith(before):
        return None
    try:
        return UUID(identifier.removeprefix(before).removesuffix(after))
    except ValueError:
        return None
