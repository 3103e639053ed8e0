"""Narratives: what the desk says of figures, and what a person wrote in its stead."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from lfjb_desk.analysis.narrative.measure_narrative import tell
from lfjb_desk.analysis.narrative.place_narrative import tell_place
from lfjb_desk.domain.changes import Change, RuleError, added, change, edited, removed
from lfjb_desk.domain.common import lengths
from lfjb_desk.domain.figures.charts import Narrative
from lfjb_desk.domain.read_models.figures.narratives import ShownNarrative
from lfjb_desk.services.figures.figures import FigureService
from lfjb_desk.store.queries.figures import figures
from lfjb_desk.store.queries.figures import narratives as store

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime
    from decimal import Decimal

    from lfjb_desk.domain.places import PlaceKind
    from lfjb_desk.domain.read_models.figures.comparison import Comparison
    from lfjb_desk.domain.read_models.figures.series import Series
    from lfjb_desk.store.engine.database import Database


class NarrativeService:
    """Tells figures in words, and keeps the words that a person puts in their place."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def for_series(
        self, series: Series, comparison: Comparison | None, today: date
    ) -> ShownNarrative:
        """Return the narrative of a measure in a place, compared with others where that is fair."""
        words = tell(series, comparison, today)
        return _shown_narrative(
            self._written(series), words.front, words.more, fingerprint([series])
        )

    def for_place(
        self, kind: PlaceKind, code: str, today: date, loaded: Iterable[Series] | None = None
    ) -> ShownNarrative:
        """Return the narrative of a place over all its measures, which may be at hand already."""
        if loaded is None:
            loaded = FigureService(self._database).for_place(kind, code, today)
        ordered = sorted(loaded, key=lambda series: series.measure.name.casefold())
        with self._database.session() as session:
            name = figures.place_name(session, kind, code)
            written = store.written(session, None, kind, code)
        return _shown_narrative(written, "", tell_place(name, ordered), fingerprint(ordered))

    def write(self, series: Series, text: str, now: datetime) -> Change:
        """Return the change that puts a person's words in place of the desk's own.

        Raises:
            RuleError: when there are no words, or too many.
        """
        row = Narrative(
            measure_id=series.measure.id,
            place_kind=series.place_kind,
            place_code=series.place_code,
            publisher=series.series_key.publisher,
            frequency=series.series_key.frequency.value,
            text=_checked(text),
            figures=fingerprint([series]),
            written_at=now,
        )
        label = f"Write about “{series.measure.name}” in {series.place}"
        return _put(label, self._written(series), row)

    def write_for_place(
        self, kind: PlaceKind, code: str, text: str, today: date, now: datetime
    ) -> Change:
        """Return the change that puts a person's words in place of the narrative of a place.

        Raises:
            RuleError: when there are no words, or too many.
        """
        series = FigureService(self._database).for_place(kind, code, today)
        row = Narrative(
            place_kind=kind,
            place_code=code,
            text=_checked(text),
            figures=fingerprint(series),
            written_at=now,
        )
        with self._database.session() as session:
            name = figures.place_name(session, kind, code)
            written = store.written(session, None, kind, code)
        return _put(f"Write about the figures of {name}", written, row)

    def withdraw(self, series: Series) -> Change:
        """Return the change that goes back to the desk's own words about a measure.

        Raises:
            RuleError: when nobody wrote any others.
        """
        return _gone(f"“{series.measure.name}” in {series.place}", self._written(series))

    def withdraw_for_place(self, kind: PlaceKind, code: str) -> Change:
        """Return the change that goes back to the desk's own words about a place.

        Raises:
            RuleError: when nobody wrote any others.
        """
        with self._database.session() as session:
            name = figures.place_name(session, kind, code)
            written = store.written(session, None, kind, code)
        return _gone(f"the figures of {name}", written)

    def _written(self, series: Series) -> Narrative | None:
        series_key = (series.series_key.publisher, series.series_key.frequency.value)
        with self._database.session() as session:
            return store.written(
                session, series.measure.id, series.place_kind, series.place_code, series_key
            )


def fingerprint(found: Iterable[Series]) -> str:
    """Return the SHA-256 of what some series are judged by, whatever their order.

    It covers measure, place, publisher, each period with its value and marker, the target, and the
    steps from which limits start anew; a figure written 40 or 40.0 counts as the same.
    """
    lines = sorted(json.dumps(_canonical(series), separators=(",", ":")) for series in found)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _canonical(series: Series) -> list[object]:
    points = [
        [point.start.isoformat(), point.end.isoformat(), _number(point.value), point.marker or ""]
        for point in series.points
    ]
    ends = (series.target.low, series.target.high) if series.target else ()
    place = [series.place_kind.value, series.place_code, series.series_key.publisher]
    judged_by = [points, [_number(end) for end in ends]]
    steps = [step.starts.isoformat() for step in series.steps]
    return [series.measure.code, *place, *judged_by, *([steps] if steps else [])]


def _number(value: Decimal | None) -> str:
    return "" if value is None else f"{value.normalize():f}"


def _shown_narrative(
    written: Narrative | None, front: str, more: tuple[str, ...], figures_now: str
) -> ShownNarrative:
    return ShownNarrative(
        text=written.text if written else " ".join([*([f"{front}."] if front else []), *more]),
        front=front,
        more=more,
        edited=written is not None,
        stale=written is not None and written.figures != figures_now,
        figures=figures_now,
        written_at=written.written_at if written else None,
    )


def _checked(text: str) -> str:
    words = text.strip()
    if not words:
        raise RuleError("Write at least a sentence, or go back to the desk's own words.")
    if len(words) > lengths.NARRATIVE:
        raise RuleError(
            f"This text has {len(words):,} characters; a narrative has at most "
            f"{lengths.NARRATIVE:,}. Shorten it; nothing was changed."
        )
    return words


def _put(label: str, written: Narrative | None, row: Narrative) -> Change:
    if written is None:
        return change(label, row, [added(row)])
    values = {"text": row.text, "figures": row.figures, "written_at": row.written_at}
    return change(label, written, [edited(written, **values)])


def _gone(what: str, written: Narrative | None) -> Change:
    if written is None:
        raise RuleError(f"Nobody has written about {what}; the words shown are the desk's own.")
    return change(f"Go back to the desk's own words about {what}", written, [removed(written)])
