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


@dataclass(frozen=True)
class FoundRecord:
    """A record that was found."""

    kind: str
    """action, meeting, decision, person, organisation, driver, measure or initiative."""
    id: UUID
    title: str
    detail: str


class SearchService:
    """Finds records by words in their title, ref or detail."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def find(self, text: str, area_id: UUID | None, limit: int = LIMIT) -> tuple[FoundRecord, ...]:
        """Return the records that hold all words of a text, the best match first.

        Case and accents do not matter. Actions, meetings and decisions are those of the area.
        """
        words = fold(text).split()
        if not words:
            return ()
        with self._database.session() as session:
            ranked = [
                (rank, at, record)
                for at, record in enumerate(records(session, area_id))
                if (rank := _rank(record, words)) is not None
            ]
        ranked.sort(key=lambda match: match[:2])
        return tuple(FoundRecord(*record) for _, _, record in ranked[:limit])


def _rank(record: SearchRecord, words: list[str]) -> int | None:
    """Return how well a record fits, 0 the best; None when a word is missing."""
    text = fold(f" {record.title} {record.detail}")
    for word in words:
        if word not in text:
            return None
    if text.startswith(words[0], 1):
        return 0
    for word in words:
        if f" {word}" not in text and f"-{word}" not in text:
            break
    else:
        return 1
    title = fold(record.title)
    return 2 if all(word in title for word in words) else 3
