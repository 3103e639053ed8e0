"""The annex of the terms: what each clause promises, what was done, and whether it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lfjb_desk.domain.blocks import Heading, Paragraph, Span, Tone
from lfjb_desk.domain.read_models.compliance import Verdict
from lfjb_desk.papers.parts.common import item_line
from lfjb_desk.papers.parts.tables import RowColumn, table_of

if TYPE_CHECKING:
    from lfjb_desk.domain.blocks import Block, Line
    from lfjb_desk.domain.read_models.compliance import CheckedClause, Compliance

_VERDICTS = {
    Verdict.KEPT: ("● Kept", Tone.GOOD),
    Verdict.NOT_KEPT: ("■ Not kept", Tone.LATE),
    Verdict.UNKNOWN: ("○ Cannot be told", Tone.PLAIN),
}


def compliance_annex(compliance: Compliance) -> tuple[Block, ...]:
    """Return whether the version in force is kept, as of the day of the paper."""
    number = compliance.version.version.number
    table = table_of(
        "Whether the terms are kept",
        "Each clause that states a rule in a number: clause, promised, what was done, verdict.",
        (
            RowColumn("Clause", 2.8, _name, bold=True),
            RowColumn("Promised", 3.3, lambda line: line.promised),
            RowColumn("What was done", 7.7, _done),
            RowColumn("Verdict", 3.0, _verdict),
        ),
        compliance.clauses,
    )
    return (
        Heading("Annex: whether the terms are kept", 2, "compliance", new_page=True),
        item_line(f"Version {number}: {compliance.words}."),
        Paragraph(compliance.period),
        table,
    )


def _name(line: CheckedClause) -> str:
    return f"{line.clause.number} {line.clause.heading}".strip()


def _done(line: CheckedClause) -> str:
    """Return what was done, and the meetings that it rests on, each on a line of its own."""
    return "\n".join([line.done, *(f"{row.name}: {found}." for row, found in line.meetings)])


def _verdict(line: CheckedClause) -> Line:
    words, tone = _VERDICTS[line.verdict]
    return (Span(words, bold=True, tone=tone),)
