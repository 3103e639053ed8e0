"""The glossary: what each body calls a measure, in words that an import is matched by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypedDict

from lfjb_desk.domain.changes import Change, Edit, RuleError, added, change, edited, removed
from lfjb_desk.domain.figures.figures import Measure, Term
from lfjb_desk.domain.places import fold
from lfjb_desk.store.queries.figures import figures
from lfjb_desk.store.queries.imports import glossary
from lfjb_desk.store.queries.lookup import found

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from uuid import UUID

    from typing_extensions import Unpack

    from lfjb_desk.store.engine.database import Database
    from lfjb_desk.store.queries.lookup import Reading

BOARD = "Settled by the board"


@dataclass(frozen=True)
class TermLine:
    """One line of the glossary as a board reads it."""

    id: UUID
    words: str
    measure_id: UUID
    measure: str
    unit: str
    body: str
    """GSS code of an authority or name of a publisher; empty for everyone."""
    body_name: str
    """The same in words; empty for everyone."""
    note: str
    source: str
    shared: bool
    """Whether every area has it, rather than this board alone."""


class Glossary:
    """Finds what a term means: the body's own words first, then the board's, then everyone's."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self._terms: dict[str, list[Term]] = {}
        for term in terms:
            self._terms.setdefault(term.folded, []).append(term)

    def measures(self, words: str, bodies: Sequence[str]) -> tuple[UUID, ...]:
        """Return the measures that the nearest level of the glossary gives; empty for none.

        `bodies` are those who speak, the nearest first: an authority, then the publisher.
        """
        same_words = self._terms.get(fold(words), ())
        levels = [[term for term in same_words if term.body == body] for body in bodies if body]
        everyone = [term for term in same_words if not term.body]
        levels.append([term for term in everyone if term.area_id is not None])
        levels.append([term for term in everyone if term.area_id is None])
        nearest = next(filter(None, levels), [])
        return tuple(dict.fromkeys(term.measure_id for term in nearest))


class MeaningFields(TypedDict, total=False):
    """Which words mean which measure, and who says so; what is left out stays as it is."""

    words: str
    measure_id: UUID
    body: str
    note: str


class TermService:
    """Answers questions about the glossary, and turns commands into changes."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def terms(self, area_id: UUID) -> tuple[TermLine, ...]:
        """Return the glossary of an area's board, those terms that every area has included."""
        with self._database.session() as session:
            terms = glossary.terms_of(session, area_id)
            measures = {measure.id: measure for measure in figures.measures(session)}
            names = {
                authority.gss_code: authority.name
                for authority in figures.authorities_of(session, area_id)
            }
        return tuple(_line(term, measures[term.measure_id], names) for term in terms)

    def glossary(self) -> Glossary:
        """Return the whole glossary, for matching a file."""
        with self._database.session() as session:
            return Glossary(glossary.terms(session))

    def add(
        self, area_id: UUID | None, measure_id: UUID, words: str, body: str = "", note: str = ""
    ) -> Change:
        """Return the change by which words mean a measure, for a body or (with "") everyone.

        Raises:
            RuleError: when there are no words, or they mean something already.
        """
        term = Term(
            area_id=area_id,
            measure_id=measure_id,
            body=body,
            words=words.strip(),
            folded=fold(words),
            note=note.strip(),
            source=BOARD,
        )
        with self._database.session() as session:
            measure = found(session, Measure, measure_id)
            _check(session, term)
        return change(f"Let “{term.words}” mean “{measure.name}”", term, [added(term)])

    def change(self, term_id: UUID, **fields: Unpack[MeaningFields]) -> Change:
        """Return the change that gives a term other words, body, measure or note."""
        values: dict[str, Any] = {**fields}
        if "words" in fields:
            values |= {"words": fields["words"].strip(), "folded": fold(fields["words"])}
        with self._database.session() as session:
            term = found(session, Term, term_id)
            _check(session, Term(**{**term.model_dump(), **values}))
        return change(f"Change the term “{term.words}”", term, [edited(term, **values)])

    def remove(self, term_id: UUID) -> Change:
        """Return the change that takes a term out of the glossary; figures stay as they are."""
        with self._database.session() as session:
            term = found(session, Term, term_id)
        return change(f"Remove the term “{term.words}”", term, [removed(term)])


def remembered(
    terms: Iterable[Term], settled: Iterable[tuple[str, UUID]], body: str, source: str
) -> list[Edit]:
    """Return the edits by which a publisher's words mean the measures that the user settled."""
    own = [term for term in terms if term.body == body]
    edits: list[Edit] = []
    for words, measure_id in settled:
        rows = [term for term in own if term.folded == fold(words)]
        edits += [edit for term in rows if (edit := edited(term, measure_id=measure_id)).after]
        if not rows:
            row = Term(
                measure_id=measure_id, body=body, words=words, folded=fold(words), source=source
            )
            edits.append(added(row))
    return edits


def _check(session: Reading, term: Term) -> None:
    if not term.folded:
        raise RuleError("A term needs words.")
    for other in glossary.same_words(session, term.area_id, term.body, term.folded):
        if other.id != term.id:
            measure = found(session, Measure, other.measure_id)
            raise RuleError(
                f"“{other.words}” means “{measure.name}” already. Change that term instead."
            )


def _line(term: Term, measure: Measure, names: dict[str, str]) -> TermLine:
    return TermLine(
        id=term.id,
        words=term.words,
        measure_id=measure.id,
        measure=measure.name,
        unit=measure.unit,
        body=term.body,
        body_name=names.get(term.body, term.body),
        note=term.note,
        source=term.source,
        shared=term.area_id is None,
    )
