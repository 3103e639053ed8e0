"""What becomes of each part of the outline by what was answered, and which rules were confirmed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lfjb_desk.domain.formatting import count
from lfjb_desk.domain.governance.governing_documents import ClauseRule
from lfjb_desk.services.bringing.preview import (
    LEAVE_OUT,
    AnswerChoice,
    BroughtRow,
    OutlineLine,
    RowFate,
)
from lfjb_desk.services.bringing.terms.rules import proposed_rules
from lfjb_desk.services.bringing.whole_numbers import number_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lfjb_desk.services.bringing.asking import QuestionList
    from lfjb_desk.services.bringing.preview import Answers
    from lfjb_desk.services.bringing.terms.outline import OutlinePart
    from lfjb_desk.services.bringing.terms.rules import ProposedRule

CLAUSE, JOIN, NO_RULE = "clause", "join", "no rule"
_OWN = AnswerChoice(CLAUSE, "A clause of its own")
_JOIN = AnswerChoice(JOIN, "Join to the clause before")
_OUT = AnswerChoice(LEAVE_OUT, "Leave out")
SHORT = 160
"""Letters of a clause that are shown where it is asked about."""


@dataclass(frozen=True)
class KeptClause:
    """A clause as it is kept."""

    position: int
    number: str
    heading: str
    text: str
    place: str
    key: str
    tables: int = 0
    rule: ClauseRule | None = None
    value: int | None = None


@dataclass(frozen=True)
class SettledTerms:
    """Clauses to be kept, the lines that are not, and the outline to be confirmed."""

    clauses: tuple[KeptClause, ...]
    left_out: tuple[OutlinePart, ...]
    outline: tuple[OutlineLine, ...]
    notes: tuple[str, ...]

    def rows(self, *, is_settled: bool) -> tuple[BroughtRow, ...]:
        """Return a row for each clause, then for each part that is left out.

        The clauses wait together until every question is answered.
        """
        fate = RowFate.NEW if is_settled else RowFate.WAITS
        reason = "" if is_settled else "kept once every question is answered"
        kept = (
            BroughtRow(
                clause.place,
                (clause.number, clause.heading, clause.text, _stated(clause)),
                fate,
                reason,
            )
            for clause in self.clauses
        )
        out = (
            BroughtRow(
                part.place,
                (part.number, part.heading, part.text, ""),
                RowFate.LEFT_OUT,
                part.left_out or "as was answered",
            )
            for part in self.left_out
        )
        return (*kept, *out)


def settled_terms(
    parts: Sequence[OutlinePart], answers: Answers, questions: QuestionList
) -> SettledTerms:
    """Return the clauses as they stand with these answers, and ask about their rules."""
    clauses: list[KeptClause] = []
    left_out: list[OutlinePart] = []
    lines: list[OutlineLine] = []
    for part in parts:
        line = _line(part, can_join=bool(clauses))
        lines.append(line)
        given = answers.get(part.key, line.role)
        role = given if given in {choice.key for choice in line.roles} else line.role
        if role == CLAUSE:
            clauses.append(_kept(part, len(clauses) + 1))
        elif role == JOIN:
            clauses[-1] = _joined(clauses[-1], part)
        else:
            left_out.append(part)
    numbered, notes = _numbered(clauses)
    notes += [
        f"{_called(clause)}: {count(clause.tables, 'table')} kept as lines."
        for clause in numbered
        if clause.tables
    ]
    ruled = _ruled(numbered, questions)
    return SettledTerms(tuple(ruled), tuple(left_out), tuple(lines), tuple(notes))


def _line(part: OutlinePart, *, can_join: bool) -> OutlineLine:
    role = LEAVE_OUT if part.left_out else CLAUSE
    roles = (_OWN, _JOIN, _OUT) if can_join else (_OWN, _OUT)
    name = part.heading or _short(part.text)
    text = _short(part.text) if part.heading else ""
    return OutlineLine(part.key, f"{part.number} {name}".strip(), text, role, roles)


def _kept(part: OutlinePart, position: int) -> KeptClause:
    return KeptClause(
        position, part.number, part.heading, part.text, part.place, part.key, part.tables
    )


def _joined(clause: KeptClause, part: OutlinePart) -> KeptClause:
    first = f"{part.number} {part.heading or part.text}".strip()
    added = f"{first}\n{part.text}" if part.heading else first
    tables = clause.tables + part.tables
    return replace(clause, text=f"{clause.text}\n{added}", tables=tables)


def _numbered(clauses: Sequence[KeptClause]) -> tuple[list[KeptClause], list[str]]:
    """Return clauses under the numbers that they have, or counted where some have none."""
    numbers = [clause.number for clause in clauses]
    if all(numbers) and len(set(numbers)) == len(numbers):
        return list(clauses), []
    counted = [replace(clause, number=str(clause.position)) for clause in clauses]
    changed = [number for number in numbers if number]
    if not changed:
        return counted, ["The clauses have no numbers, so they are counted from 1."]
    warning = (
        "Some clauses have no number or the same one, so all are counted from 1. "
        "Look at references from clause to clause."
    )
    return counted, [warning]


def _ruled(clauses: Sequence[KeptClause], questions: QuestionList) -> list[KeptClause]:
    """Return clauses with the rules that were confirmed; a rule is kept in one clause alone."""
    out: list[KeptClause] = []
    confirmed: set[ClauseRule] = set()
    for clause in clauses:
        settled = clause
        for proposal in proposed_rules(clause.heading, clause.text):
            if proposal.rule in confirmed or settled.rule is not None:
                continue
            answer = _asked(clause, proposal, questions)
            if answer is None:
                confirmed.add(proposal.rule)  # asked one after the other: the next waits for this
                continue
            value = number_of(answer)
            if value is not None:
                settled = replace(settled, rule=proposal.rule, value=value)
                confirmed.add(proposal.rule)
        out.append(settled)
    return out


def _asked(clause: KeptClause, proposal: ProposedRule, questions: QuestionList) -> str | None:
    kind = proposal.rule.value
    choices = [
        *(AnswerChoice(str(each), _worded(proposal.rule, each)) for each in proposal.numbers),
        AnswerChoice(NO_RULE, "No rule"),
    ]
    if proposal.numbers:
        what = f"Does it set {_worded(proposal.rule, proposal.numbers[0])}?"
    else:
        what = "Which number does it set, if any?"
    return questions.ask_number(
        f"rule|{kind}|{clause.key}",
        f"{_called(clause)} says: “{_short(proposal.words)}” {what}",
        clause.place,
        lambda: choices,
    )


def _worded(rule: ClauseRule, number: int) -> str:
    return {
        ClauseRule.QUORUM: f"a quorum of {number}",
        ClauseRule.MEETINGS_A_YEAR: f"{count(number, 'meeting')} a year",
        ClauseRule.SEATS: count(number, "seat"),
        ClauseRule.REVIEW_MONTHS: f"a review every {count(number, 'month')}",
    }[rule]


def _stated(clause: KeptClause) -> str:
    if clause.rule is None or clause.value is None:
        return ""
    return _worded(clause.rule, clause.value)


def _called(clause: KeptClause) -> str:
    name = f"Clause {clause.number}"
    return f"{name}, {clause.heading}," if clause.heading else name


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= SHORT else f"{plain[: SHORT - 1].rstrip()}…"
