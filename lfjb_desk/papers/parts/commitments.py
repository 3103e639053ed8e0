"""The annex of the terms on commitments: what each body says of each, and what shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lfjb_desk.domain.blocks import Heading, Paragraph, Span, Style, Tone
from lfjb_desk.domain.formatting import count, listed
from lfjb_desk.domain.governance.governing_documents import Fulfilment
from lfjb_desk.papers.parts.common import NOTHING, item_line, shorter
from lfjb_desk.papers.parts.tables import RowColumn, table_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lfjb_desk.domain.blocks import Block, Line
    from lfjb_desk.domain.read_models.governance.commitments import BodyAssessment, Commitment

_ANSWERS = {
    Fulfilment.MET: ("● Met", Tone.GOOD),
    Fulfilment.PARTLY: ("▲ Partly met", Tone.PLAIN),
    Fulfilment.NOT_MET: ("■ Not met", Tone.LATE),
}


def commitments_annex(commitments: Sequence[Commitment]) -> tuple[Block, ...]:
    """Return each commitment with the self-assessments of a year; nothing where there is none."""
    if not commitments:
        return ()
    year, number = commitments[0].year, count(len(commitments), "commitment").capitalize()
    blocks: list[Block] = [
        Heading("Annex: commitments", 2, "commitments", new_page=True),
        item_line(f"{number}; each body assesses itself once a year. This is {year}."),
    ]
    for commitment in commitments:
        blocks += _commitment(commitment)
    return tuple(blocks)


def _commitment(commitment: Commitment) -> tuple[Block, ...]:
    title = f"{commitment.version.document.title}, clause {commitment.name}"
    blocks: list[Block] = [Heading(title, 3), Paragraph(commitment.clause.text)]
    given = [body for body in commitment.bodies if body.assessment is not None]
    if given:
        blocks.append(
            table_of(
                f"Clause {commitment.clause.number}: what bodies say",
                f"{count(len(given), 'body', 'bodies').capitalize()}: answer, and what shows it.",
                (
                    RowColumn("Body", 5.2, lambda body: shorter(body.organisation.name), bold=True),
                    RowColumn("It is", 3.0, _answer),
                    RowColumn("What shows it", 8.6, _evidence),
                ),
                given,
            )
        )
    missing = [shorter(body.organisation.name) for body in commitment.missing]
    if missing:
        blocks.append(Paragraph(f"Not assessed yet: {listed(missing)}.", Style.SOURCE))
    return tuple(blocks)


def _answer(body: BodyAssessment) -> Line:
    if body.assessment is None:
        return NOTHING
    words, tone = _ANSWERS[body.assessment.fulfilment]
    return (Span(words, bold=True, tone=tone),)


def _evidence(body: BodyAssessment) -> str:
    given = body.assessment
    parts = (given.evidence, given.assessed_by) if given else ()
    return "\n".join(part for part in parts if part) or NOTHING
