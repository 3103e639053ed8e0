"""What a file that came back proposes: each change and comment, by paragraph and person."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lfjb_desk.domain.meetings.amendments import AmendmentKind
from lfjb_desk.domain.read_models.meetings.amendments import ProposedAmendment
from lfjb_desk.services.amendments.alignment import aligned
from lfjb_desk.services.amendments.passages import END, passages, plain
from lfjb_desk.services.amendments.wording import around, opening
from lfjb_desk.word.reading.reviewed import MarkKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lfjb_desk.services.amendments.alignment import Alignment
    from lfjb_desk.services.amendments.passages import Passage
    from lfjb_desk.word.reading.reviewed import (
        MarkedRun,
        PaperComment,
        ReviewedPaper,
        TrackedMark,
    )

CELLS = " | "
"""Stands between the cells of a row."""
PARTED = " \N{PILCROW SIGN} "
"""Stands for the end of a paragraph that is put in or taken out."""
_MOVES = {MarkKind.MOVED_AWAY, MarkKind.MOVED_HERE}


@dataclass(frozen=True)
class _Stretch:
    """Marked words of one author that stand together in a passage."""

    mark: TrackedMark
    removed: str
    put_in: str
    ahead: str
    """The words before them as they stood, and behind them."""
    behind: str


def proposals(paper: ReviewedPaper, circulated: ReviewedPaper) -> tuple[ProposedAmendment, ...]:
    """Return what a file proposes to circulated minutes, in the order of the file."""
    file, base = passages(paper.paragraphs), passages(circulated.paragraphs)
    where = aligned(file, base)
    moves = _moves(file)
    comments = {comment.key: comment for comment in paper.comments}
    found: list[ProposedAmendment] = []
    seen: set[str] = set()
    rows: set[int] = set()
    for place, passage in enumerate(file):
        number = where.number(place)
        found += _unmarked(where, place)
        if passage.row_mark is not None:
            if passage.row not in rows:
                rows.add(passage.row)
                found.append(_row(file, passage, number))
        else:
            for stretch in _stretches(passage):
                found += _changes(stretch, number, moves)
        found += _comments_in(passage, number, comments, seen)
    found += [_comment(each, comments, "", 1) for key, each in comments.items() if key not in seen]
    return tuple(found)


def _unmarked(where: Alignment, place: int) -> Iterator[ProposedAmendment]:
    for each in where.unmarked:
        if each.place == place:
            before, after = around(each.before, each.after)
            kind = AmendmentKind.UNTRACKED
            yield ProposedAmendment(kind, each.paragraph, "", None, before, after)


def _row(file: Sequence[Passage], first: Passage, number: int) -> ProposedAmendment:
    """Return the proposal that puts a row of a table in, or takes one out."""
    cells = [passage for passage in file if passage.row == first.row]
    mark = first.row_mark
    assert mark is not None  # noqa: S101 - it is asked for marked rows alone
    if mark.kind.is_new:
        words = CELLS.join(filter(None, (cell.after for cell in cells)))
        return ProposedAmendment(
            AmendmentKind.INSERTION, number, mark.author, mark.made_at, "", words
        )
    words = CELLS.join(filter(None, (cell.before for cell in cells)))
    return ProposedAmendment(AmendmentKind.DELETION, number, mark.author, mark.made_at, words, "")


def _stretches(passage: Passage) -> Iterator[_Stretch]:
    """Yield the marked stretches of a passage; words of one author side by side are one."""
    runs = passage.runs
    start = 0
    while start < len(runs):
        end = start + 1
        while end < len(runs) and _belongs(runs[start], runs[end]):
            end += 1
        if runs[start].marks:
            yield from _stretch(runs, start, end)
        start = end


def _belongs(first: MarkedRun, other: MarkedRun) -> bool:
    """Tell whether a run carries on the stretch that another began."""
    if not first.marks or not other.marks:
        return False
    return _key(first) == _key(other)


def _key(run: MarkedRun) -> tuple[object, ...]:
    mark = run.marks[-1]
    moved = (mark.kind, mark.move) if mark.kind in _MOVES else ()
    return len(run.marks), mark.author, moved


def _stretch(runs: Sequence[MarkedRun], start: int, end: int) -> Iterator[_Stretch]:
    own = runs[start:end]
    ahead = "".join(run.text for run in runs[:start] if run.was_there)
    behind = "".join(run.text for run in runs[end:] if run.was_there)
    new = "".join(run.text for run in own if any(mark.kind.is_new for mark in run.marks))
    gone = "".join(run.text for run in own if not run.stays)
    if len(own[0].marks) == 1:
        yield _Stretch(own[0].marks[0], gone, new, ahead, behind)
        return
    # Put in by somebody and taken out again by somebody: each proposed something.
    yield _Stretch(own[0].marks[0], "", new, ahead, behind)
    yield _Stretch(own[0].marks[-1], new, "", ahead, behind)


def _changes(
    stretch: _Stretch, number: int, moves: Mapping[tuple[str, str], str]
) -> Iterator[ProposedAmendment]:
    mark = stretch.mark
    if not (stretch.removed + stretch.put_in).replace(END, "x").strip():
        return  # blanks alone
    if mark.kind in _MOVES:
        words = plain(stretch.removed or stretch.put_in)
        key = _move_key(mark, words)
        if key in moves and mark.kind is MarkKind.MOVED_HERE:
            return  # told where the words came from
        if key in moves:
            kind, after = AmendmentKind.MOVE, moves[key]
            yield ProposedAmendment(kind, number, mark.author, mark.made_at, words, after)
            return
    kind = AmendmentKind.REPLACEMENT
    if not stretch.removed:
        kind = AmendmentKind.INSERTION
    elif not stretch.put_in:
        kind = AmendmentKind.DELETION
    before, after = _wording(stretch)
    yield ProposedAmendment(kind, number, mark.author, mark.made_at, before, after)


def _wording(stretch: _Stretch) -> tuple[str, str]:
    """Return the words before and after a change, with a few around it."""
    ahead, behind = stretch.ahead, stretch.behind
    removed, put_in = stretch.removed, stretch.put_in
    is_whole = not removed and (
        (put_in.startswith(END) and not behind.strip())
        or (put_in.endswith(END) and not ahead.strip())
        or not (ahead + behind).strip()
    )
    if is_whole:
        return "", put_in.strip().replace(END, PARTED) or PARTED.strip()
    if not put_in and not (ahead + behind).strip():
        return removed.strip(), ""
    before, after = (f"{ahead}{words}{behind}" for words in (removed, put_in))
    return around(*(text.replace(END, PARTED) for text in (before, after)))


def _move_key(mark: TrackedMark, words: str) -> tuple[str, str]:
    """Return what both ends of a move share: its name, or else its words."""
    return (mark.move, "") if mark.move else ("", words)


def _moves(file: Sequence[Passage]) -> dict[tuple[str, str], str]:
    """Return, of each move whose both ends are there, the words that it now stands behind."""
    ends: dict[MarkKind, dict[tuple[str, str], str]] = defaultdict(dict)
    behind = ""
    for passage in file:
        for stretch in _stretches(passage):
            if stretch.mark.kind in _MOVES:
                words = plain(stretch.removed or stretch.put_in)
                place = plain(stretch.ahead) or behind
                ends[stretch.mark.kind].setdefault(_move_key(stretch.mark, words), opening(place))
        behind = plain(passage.after.rsplit(END, 1)[-1]) or behind
    here = ends[MarkKind.MOVED_HERE]
    return {key: here[key] for key in ends[MarkKind.MOVED_AWAY] if key in here}


def _comments_in(
    passage: Passage, number: int, comments: Mapping[str, PaperComment], seen: set[str]
) -> Iterator[ProposedAmendment]:
    keys = dict.fromkeys(key for run in passage.runs for key in run.comments)
    for key in keys:
        if key in comments and key not in seen:
            seen.add(key)
            about = "".join(run.text for run in passage.runs if key in run.comments)
            words = plain(about) or plain(passage.before) or plain(passage.after)
            yield _comment(comments[key], comments, words, number)


def _comment(
    comment: PaperComment, comments: Mapping[str, PaperComment], about: str, number: int
) -> ProposedAmendment:
    answered = comments.get(comment.replies_to)
    text = comment.text
    if answered is not None:
        text = f"In answer to {answered.author or 'another comment'}: {text}"
    kind = AmendmentKind.COMMENT
    return ProposedAmendment(kind, number, comment.author, comment.made_at, about, text)
