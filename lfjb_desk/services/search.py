"""Finding any record by a few letters of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lfjb_desk.domain.formatting import fold
from lfjb_desk.store.queries.search import records

if TYPE_CHECKING:
    from uuid import UUID

    from lfjb_desk.store.engine.database import Database
    from lfjb_desk.store.queries.search import SearchRecord

LIMIT = 20
NAMED = frozenset({"person", "organisation"})
"""Whoever types a name wants whoever bears it, before all that names them."""


@dataclass(frozen=True)
class FoundRecord:
    """A record that was found."""

    kind: str
    """action, meeting, decision, escalation, note, person, organisation, driver, measure,
    initiative."""
    id: UUID
    """Of the record; of a note that of the item under which it was minuted."""
    title: str
    detail: str


class SearchService:
    """Finds records by words in their title, ref or detail."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._area_id: UUID | None = None
        self._records: tuple[tuple[SearchRecord, str], ...] | None = None
        """What can be found in the area that was asked last, each with its words folded."""

    def forget(self) -> None:
        """Read all afresh when next asked: something has changed."""
        self._records = None

    def find(self, text: str, area_id: UUID | None, limit: int = LIMIT) -> tuple[FoundRecord, ...]:
        """Return the records that hold all words of a text, the best match first.

        Case and accents do not matter. Actions, meetings, notes and decisions are those of the
        area. Every key asks, so the records are kept until `forget`.
        """
        words = fold(text).split()
        if not words:
            return ()
        ranked = [
            (rank, at, record)
            for at, (record, folded) in enumerate(self._of_area(area_id))
            if (rank := _rank(record, folded, words)) is not None
        ]
        ranked.sort(key=lambda match: match[:2])
        return tuple(FoundRecord(*record) for _, _, record in ranked[:limit])

    def _of_area(self, area_id: UUID | None) -> tuple[tuple[SearchRecord, str], ...]:
        if self._records is None or area_id != self._area_id:
            with self._database.session() as session:
                self._records = tuple(
                    (record, fold(f" {record.title} {record.detail}"))
                    for record in records(session, area_id)
                )
            self._area_id = area_id
        return self._records


def _rank(record: SearchRecord, text: str, words: list[str]) -> int | None:
    """Return how well a record with its folded text fits, 0 the best; None for a missing word."""
    for word in words:
        if word not in text:
            return None
    if record.kind in NAMED and _begin(words, fold(f" {record.title}")):
        return 0
    if text.startswith(words[0], 1):
        return 1
    if _begin(words, text):
        return 2
    title = fold(record.title)
    return 3 if all(word in title for word in words) else 4


def _begin(words: list[str], text: str) -> bool:
    """Tell whether each word that is typed begins a word of a text."""
    return all(f" {word}" in text or f"-{word}" in text for word in words)
