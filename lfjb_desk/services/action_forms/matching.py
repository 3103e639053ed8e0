"""Matching a returned form with what was sent: a row is taken only where nothing speaks against it.

The reference that is seen, with its letter, is the key. Whatever else still names one must name
the same: the mark round it, the controls of the boxes, the title of the table. A box that is
filled in and names none any more may have come from elsewhere. All such is left to a person, with
its words and the reason.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import TYPE_CHECKING

from lfjb_desk.domain.common.references import plain_dashes, read_reference, references_in
from lfjb_desk.domain.read_models.action_answers import (
    FormQuestion,
    ReadAnswer,
    is_hint,
    plain,
    question_of,
    read_answer,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lfjb_desk.domain.read_models.action_form_content import FormContent, FormedAction
    from lfjb_desk.word.reading.form import ReadForm, ReturnedRow


class AnswerDoubt(Enum):
    """Why an answer was not taken by itself."""

    NO_REFERENCE = auto()
    DAMAGED = auto()
    UNKNOWN = auto()
    DISAGREES = auto()
    UNMARKED = auto()
    CLAIMED_TWICE = auto()
    BOXES = auto()
    LOOSE_WORDS = auto()
    NO_LETTER = auto()
    NO_FORM = auto()


@dataclass(frozen=True)
class MatchedAnswer:
    """An answer that belongs to one action beyond doubt."""

    action: FormedAction
    answer: ReadAnswer


@dataclass(frozen=True)
class DoubtfulAnswer:
    """An answer that a person must place, with all its words."""

    words: str
    why: AnswerDoubt
    answer: ReadAnswer
    """As far as its boxes were understood."""
    likely: FormedAction | None = None
    """The one action that something of it names; it is offered, never taken."""


@dataclass(frozen=True)
class MatchedForm:
    """What came of a returned form: every row of it is in one of these."""

    matched: tuple[MatchedAnswer, ...]
    """Also those in which nothing was filled in."""
    doubtful: tuple[DoubtfulAnswer, ...]
    missing: tuple[FormedAction, ...]
    """Actions that the form asked about and that no row of it names any more."""


@dataclass
class _Block:
    """Rows that follow a reference at their head, up to the next."""

    rows: list[ReturnedRow] = field(default_factory=list)
    has_head: bool = False


def matched(form: ReadForm, content: FormContent) -> MatchedForm:
    """Return which answers belong to which actions, and which are doubtful."""
    known = {action.ref: action for action in content.actions}
    blocks = [_Read(block, known) for block in _blocks(form.rows)]
    claims = Counter(ref for block in blocks for ref in block.claims)
    taken: list[MatchedAnswer] = []
    doubtful: list[DoubtfulAnswer] = []
    for block in blocks:
        why = block.doubt(claims)
        if why is None:
            taken.append(MatchedAnswer(known[block.seen], block.answer))
        else:
            doubtful.append(DoubtfulAnswer(block.words, why, block.answer, block.likely))
    doubtful += [
        DoubtfulAnswer(line, AnswerDoubt.LOOSE_WORDS, ReadAnswer(progress=line))
        for line in _loose(form, content)
    ]
    named = {answer.action.ref for answer in taken} | set(claims)
    missing = tuple(action for action in content.actions if action.ref not in named)
    return MatchedForm(tuple(taken), tuple(doubtful), missing)


def _loose(form: ReadForm, content: FormContent) -> Iterator[str]:
    """Yield the lines outside the boxes that the form did not have."""
    printed = {plain(line) for line in content.lines}
    for line in form.lines:
        if plain(line) not in printed:
            yield line


def _blocks(rows: Sequence[ReturnedRow]) -> Iterator[_Block]:
    """Yield the rows that belong together: each table, cut before each row that begins anew."""
    block, table = _Block(), -1
    for row in rows:
        is_head = _is_head(row)
        if row.table != table or is_head:
            if block.rows:
                yield block
            block, table = _Block(has_head=is_head), row.table
        block.rows.append(row)
    if block.rows:
        yield block


def _is_head(row: ReturnedRow) -> bool:
    """Tell whether a row begins the boxes of an action: something like a reference leads it."""
    first = row.cells[0] if row.cells else ""
    return question_of(first) is None and any(
        True for _ in references_in(" ".join(plain_dashes(first).split()))
    )


class _Read:
    """One block as it was read: what it names, what it answers, and what speaks against it."""

    def __init__(self, block: _Block, known: Mapping[str, FormedAction]) -> None:
        self._known = known
        rows = block.rows
        head = rows[0] if block.has_head else None
        self.seen = read_reference(head.cells[0]) if head else ""
        self._boxes = rows[1:] if head else rows
        self._head = head
        self._marks = {mark for row in rows for mark in row.references}
        self._marks |= {row.caption for row in rows if row.caption}
        self._above = rows[0].above
        self._filled, self._is_whole = self._answers()
        self.answer = read_answer(self._filled)

    @property
    def claims(self) -> set[str]:
        """The references that anything in it names, as they are known here."""
        named = {read_reference(mark) for mark in self._marks} | {self.seen}
        return named - {""}

    @property
    def words(self) -> str:
        """All that it says, under the heading above it."""
        seen = [self._head] if self._head and not self.seen else []
        lines = (": ".join(filter(None, row.cells)) for row in (*seen, *self._filled_rows()))
        return "\n".join(filter(None, (self._above, *lines)))

    @property
    def likely(self) -> FormedAction | None:
        """The one action that all it names is."""
        named = self.claims & self._known.keys()
        return self._known[named.pop()] if len(named) == 1 else None

    def doubt(self, claims: Mapping[str, int]) -> AnswerDoubt | None:
        """Return why it cannot be taken by itself; None where nothing speaks against it."""
        against = (
            (self._head is None, AnswerDoubt.NO_REFERENCE),
            (not self.seen, AnswerDoubt.DAMAGED),
            (self.seen not in self._known, AnswerDoubt.UNKNOWN),
            (any(read_reference(mark) != self.seen for mark in self._marks), AnswerDoubt.DISAGREES),
            (not all(row.references for row in self._filled_rows()), AnswerDoubt.UNMARKED),
            (claims[self.seen] > 1, AnswerDoubt.CLAIMED_TWICE),
            (not self._is_whole, AnswerDoubt.BOXES),
        )
        return next((why for speaks, why in against if speaks), None)

    def _answers(self) -> tuple[dict[FormQuestion, str], bool]:
        """Return what stands in the boxes, and whether each question has just one box."""
        filled: dict[FormQuestion, str] = {}
        is_whole = len(self._boxes) == len(FormQuestion)
        for row in self._boxes:
            question = question_of(row.cells[0]) if len(row.cells) == 2 else None  # noqa: PLR2004 - question, answer
            if question is None or question in filled:
                is_whole = False
            else:
                filled[question] = row.cells[1]
        return filled, is_whole and len(filled) == len(FormQuestion)

    def _filled_rows(self) -> Iterator[ReturnedRow]:
        """Yield the rows in which somebody may have typed something."""
        for row in self._boxes:
            is_asked = question_of(row.cells[0] if row.cells else "") is not None
            if any(cell and not is_hint(cell) for cell in row.cells[is_asked:]):
                yield row
