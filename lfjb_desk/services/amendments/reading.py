"""Reading in a copy of circulated minutes that came back."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from lfjb_desk.domain.changes import RuleError
from lfjb_desk.domain.meetings.meetings import Meeting
from lfjb_desk.domain.read_models.meetings.amendments import ReturnedMinutes
from lfjb_desk.domain.read_models.meetings.minutes_key import minutes_key
from lfjb_desk.services.meetings.amendments import SAFE, circulated_minutes, refuse_twice
from lfjb_desk.services.meetings.meetings import label_of
from lfjb_desk.store.queries import amendments as store
from lfjb_desk.store.queries.lookup import by_key

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path
    from uuid import UUID

    from lfjb_desk.store.engine.database import Database
    from lfjb_desk.store.queries.lookup import Reading


def _never() -> bool:
    return False


class AmendmentReader:
    """Reads answers to circulated minutes; `template` is the house template of their paper."""

    def __init__(self, database: Database, template: Path) -> None:
        self._database, self._template = database, template

    def read(
        self, meeting_id: UUID, source: Path, today: date, cancelled: Callable[[], bool] = _never
    ) -> ReturnedMinutes:
        """Return what a file that came back holds, compared with the minutes as circulated.

        Raises:
            RuleError: when it cannot be read, holds other minutes, or was read in before.
        """
        # Late: a window in which no answer is read needs nothing of papers and Word.
        from lfjb_desk.services.amendments import circulated_paper as papers  # noqa: PLC0415
        from lfjb_desk.services.amendments.proposals import proposals  # noqa: PLC0415
        from lfjb_desk.word.process import read_reviewed_file  # noqa: PLC0415

        paper = read_reviewed_file(source, cancelled)
        digest = sha256(source.read_bytes()).hexdigest()
        key = minutes_key(paper.identifier)
        with self._database.session() as session:
            meeting, label, versions = circulated_minutes(session, meeting_id)
            if key is not None and key.meeting_id != meeting_id:
                raise _other_meeting(session, source.name, key.meeting_id, label)
            refuse_twice(store.reviews_of(session, meeting_id), source.name, digest)
        named = [each for each in versions if key is not None and each.version == key.version]
        kept = named[0] if named else versions[-1]
        restricted = key is not None and key.restricted
        base = papers.circulated_paper(
            self._database, self._template, meeting, kept, today, restricted=restricted
        )
        if key is None and paper.title != base.paper.title:
            raise _no_minutes(source.name, label)
        proposed = proposals(paper, base.paper)
        return ReturnedMinutes(
            meeting_id=meeting_id,
            label=label,
            file_name=source.name,
            sha256=digest,
            version=kept.version,
            newest=versions[-1].version,
            says_version=bool(named),
            proposals=proposed,
            items=tuple(base.item_at(each.paragraph) for each in proposed),
            formatting=paper.formatting,
        )


def _no_minutes(name: str, label: str) -> RuleError:
    return RuleError(
        f"“{name}” does not say that it holds the minutes of {label}. {SAFE} "
        "Choose a copy of the minutes that were circulated."
    )


def _other_meeting(session: Reading, name: str, key: UUID, label: str) -> RuleError:
    other = by_key(session, Meeting, [key]).get(key)
    whose = label_of(session, other) if other is not None else "a meeting of another board"
    return RuleError(f"“{name}” holds the minutes of {whose}, not those of {label}. {SAFE}")
