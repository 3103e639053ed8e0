"""Two versions of a governing document as one text, with every added and removed word marked."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from lfjb_desk.domain.blocks import Contents, Heading, Mark, Paragraph, Span, Tone
from lfjb_desk.domain.common.word_changes import Fate, word_changes
from lfjb_desk.domain.formatting import count, listed, long_date
from lfjb_desk.domain.governance.governing_documents import VersionState
from lfjb_desk.domain.read_models.governance.governing_documents import Difference, compared
from lfjb_desk.papers.parts.common import NOTHING, front, item_line, paper
from lfjb_desk.papers.parts.tables import RowColumn, table_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lfjb_desk.domain.blocks import Block, Line, Paper
    from lfjb_desk.domain.governance.governing_documents import Clause
    from lfjb_desk.domain.read_models.governance.governing_documents import (
        ComparedClause,
        VersionView,
    )
    from lfjb_desk.papers.parts.report_data import TermsComparisonData

_MARKS = {
    Fate.ADDED: (Mark.ADDED, Tone.GOOD),
    Fate.REMOVED: (Mark.REMOVED, Tone.LATE),
}
_WHOLE = {Difference.ADDED: Fate.ADDED, Difference.REMOVED: Fate.REMOVED}


def terms_comparison(data: TermsComparisonData) -> Paper:
    """Return two versions as one text: what is added underlined, what is removed struck out.

    Each mark stands in brackets with its word, for those who see neither colours nor lines.
    """
    board, before, after = data.board, data.before, data.after
    title = after.document.title
    lines = compared(before.clauses, after.clauses)
    pairs = (
        ("Before", _version(before)),
        ("After", _version(after)),
        ("How to read it", _legend()),
        ("Printed", long_date(board.today)),
    )
    name = f"{title[:1].lower()}{title[1:]}, changes"
    blocks = (
        *front(board, f"{title}: what changes", _lead(data, lines), pairs),
        Contents(),
        *_summary(lines),
        Heading("The whole text with its changes", 2, "text"),
        item_line(
            f"Version {before.version.number} and version {after.version.number} as one text, "
            "in the order of the later one."
        ),
        *(block for line in lines for block in _clause(line)),
    )
    heading = f"{title[:1].lower()}{title[1:]}: what changes"
    return paper(board, name, heading, long_date(board.today), blocks)


def _version(view: VersionView) -> str:
    """Return a version with its state: `Version 2, agreed on 23 February 2026 at Board 21`."""
    version = view.version
    words = f"Version {version.number}, {version.state.value}"
    if version.agreed_on is not None:
        if version.state is VersionState.SUPERSEDED:
            words += ", was agreed"
        words += f" on {long_date(version.agreed_on)}"
        words += f", {view.meeting}" if view.meeting else ""
    return f"{words}{': not agreed yet' if view.open else ''}."


def _legend() -> Line:
    return (
        *_marked("added: words", Fate.ADDED),
        Span(" are new and underlined; "),
        *_marked("removed: words", Fate.REMOVED),
        Span(" are left out and struck through. All others are in both versions."),
    )


def _marked(words: str, fate: Fate) -> tuple[Span, ...]:
    mark, tone = _MARKS[fate]
    return (Span(f"[{words}]", tone=tone, mark=mark),)


def _lead(data: TermsComparisonData, lines: Sequence[ComparedClause]) -> str:
    first, second = data.before.version.number, data.after.version.number
    between = f"Between version {first} and version {second}"
    counts = [
        (sum(line.difference is difference for line in lines), difference.value)
        for difference in Difference
        if difference is not Difference.SAME
    ]
    words = [f"{number} {name}" for number, name in counts if number]
    if not words:
        return f"{between} no clause changes."
    same = sum(line.difference is Difference.SAME for line in lines)
    return f"{between}, of {count(len(lines), 'clause')}: {listed(words)}; {same} the same."


def _summary(lines: Sequence[ComparedClause]) -> tuple[Block, ...]:
    changed = [line for line in lines if line.difference is not Difference.SAME]
    heading = Heading("Clauses that change", 2, "clauses")
    if not changed:
        return heading, Paragraph("Every clause is the same in both versions.")
    table = table_of(
        "Clauses that change",
        f"{count(len(changed), 'clause').capitalize()}: name, number before, what becomes of it.",
        (
            RowColumn("Clause", 7.6, _name, bold=True),
            RowColumn("Before", 4.6, lambda line: _number(line.before)),
            RowColumn("What becomes of it", 4.6, lambda line: line.difference.value.capitalize()),
        ),
        changed,
    )
    return heading, table


def _name(line: ComparedClause) -> str:
    clause = line.after or line.before
    return "" if clause is None else f"{clause.number} {clause.heading}".strip()


def _number(clause: Clause | None) -> str:
    return f"Clause {clause.number}" if clause else f"{NOTHING} Not there"


def _clause(line: ComparedClause) -> Iterator[Block]:
    """Yield a clause under its present number and heading, with the words that became others."""
    before, after = line.before, line.after
    clause = after or before
    if clause is None:
        return
    yield Heading(_title(line, clause), 3)
    if line.difference in _WHOLE:
        fate = _WHOLE[line.difference]
        for text in filter(str.strip, clause.text.split("\n")):
            yield Paragraph(_marked(f"{fate.value}: {text.strip()}", fate))
        return
    if before is not None and after is not None:
        if before.heading != after.heading:
            yield Paragraph((Span("Heading: "), *_changes(before.heading, after.heading)))
        if before.text == after.text:
            yield from map(Paragraph, filter(str.strip, after.text.split("\n")))
        else:
            yield Paragraph(_changes(before.text, after.text))
        rules = _rule(before), _rule(after)
        if rules[0] != rules[1]:
            yield Paragraph((Span("Rule in a number: "), *_changes(*rules), Span(".")))


def _title(line: ComparedClause, clause: Clause) -> str:
    title = f"Clause {clause.number}"
    title += f": {clause.heading}" if clause.heading else ""
    if line.difference is Difference.SAME:
        return title
    moved = line.before is not None and line.before.number != clause.number
    was = f", was clause {line.before.number}" if moved and line.before else ""
    return f"{title} ({line.difference.value}{was})"


def _rule(clause: Clause) -> str:
    return f"{clause.rule.value} {clause.rule_value}" if clause.rule else "none"


def _changes(before: str, after: str) -> tuple[Span, ...]:
    """Return both texts as one, each change in brackets with its word."""
    spans: list[Span] = []
    runs = word_changes(before, after)
    for run, following in zip_longest(runs, runs[1:]):
        if run.fate is Fate.KEPT:
            spans.append(Span(run.text))
            continue
        lead, words, rest = run.parted()
        mark = _marked(f"{run.fate.value}: {_shown(words)}", run.fate)
        if not rest and following is not None and following.fate is Fate.ADDED:
            rest = " "
        spans += [*filter(lambda span: span.text, (Span(lead), *mark, Span(rest)))]
    return tuple(spans)


def _shown(words: str) -> str:
    """Return words, or what blanks are called, which nobody would see."""
    if words.strip():
        return words
    return "line break" if "\n" in words else "space"
