"""Bringing figures in from a published file: understand, ask, show, then one change."""

from __future__ import annotations

import json
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from lfjb_desk.domain.changes import Change, Edit, RuleError, added, change, edited, removed
from lfjb_desk.domain.common.publishers import NOT_STATED
from lfjb_desk.domain.figures.figures import Observation, Snapshot
from lfjb_desk.domain.formatting import count, long_date
from lfjb_desk.domain.places import AreaName, fold
from lfjb_desk.importers.figures import NotRecognisedError, Refusal, SheetUse, refusal_of
from lfjb_desk.importers.process import read_file
from lfjb_desk.services.imports.glossary import Glossary, remembered
from lfjb_desk.services.imports.mappings import MappingService, kept
from lfjb_desk.services.imports.matching import (
    Markers,
    Matcher,
    Measures,
    PlaceMatcher,
    still_holds,
)
from lfjb_desk.services.imports.preview import FigureStatus, Preview, as_json
from lfjb_desk.services.places import PlaceService
from lfjb_desk.store.queries import collection
from lfjb_desk.store.queries.figures import figures
from lfjb_desk.store.queries.imports import glossary as glossary_queries
from lfjb_desk.store.queries.imports import imports
from lfjb_desk.store.queries.lookup import found

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date, datetime
    from pathlib import Path
    from uuid import UUID

    from lfjb_desk.importers.figures import Reading
    from lfjb_desk.services.imports.preview import Answers, MappingUse, Meaning, Taken
    from lfjb_desk.store.engine.database import Database


class NothingNewError(RuleError):
    """A file that brings nothing new; what is held stays as it is."""


class OutdatedPreviewError(RuleError):
    """A preview that was compared with figures which are no longer those that are held."""


@dataclass(frozen=True)
class ImportLine:
    """One import as the history lists it."""

    snapshot: Snapshot
    refused: tuple[Refusal, ...]
    questions: tuple[str, ...]
    """What was asked and not answered at the time."""
    sheets: tuple[SheetUse, ...] = ()
    """What came of each sheet of the file."""
    drift: tuple[str, ...] = ()
    """What had changed in a file that is read as a user said."""
    repeats: tuple[Refusal, ...] = ()
    """Figures and rows that stood twice in the file and were taken once."""


@dataclass(frozen=True)
class ChangedFigure:
    """A figure that an import changed: what it is about, what it was, what it became."""

    measure: str
    now: Observation
    before: Observation


class ImportService:
    """Previews files of figures, and turns a preview into the change that brings them in."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._places = PlaceService(database)
        self._mappings = MappingService(database)

    def preview(
        self,
        path: Path,
        cancelled: Callable[[], bool] = lambda: False,
        progress: Callable[[str], None] = lambda _: None,
        *,
        today: date | None = None,
    ) -> Preview:
        """Return what a file holds and what an import of it would do; nothing is written.

        With `today` figures of periods that have not begun are refused, save forecasts.

        Raises:
            RuleError: when the file is refused, in one plain sentence.
        """
        mapping: MappingUse | None = None
        try:
            reading = read_file(path, cancelled, progress)
        except NotRecognisedError as unknown:
            reading, mapping = self._mappings.by_saved_mapping(path, unknown, cancelled, progress)
        progress("Comparing with the figures held")
        return self.understand(reading, mapping=mapping, today=today)

    def understand(
        self,
        reading: Reading,
        answers: Answers | None = None,
        mapping: MappingUse | None = None,
        today: date | None = None,
    ) -> Preview:
        """Return what an import of a reading would do, given what the user has answered."""
        answers = MappingProxyType(dict(answers or {}))
        compared_at = self._database.audit_head()
        publisher = reading.publisher or NOT_STATED
        with self._database.session() as session:
            measures = Measures(
                figures.measures(session),
                reading.measures,
                answers,
                Glossary(glossary_queries.terms(session)),
                reading.publisher,
            )
            before = imports.by_hash(session, reading.sha256)
        places = PlaceMatcher(
            self._places.resolver(), self._places.titles(), reading.publisher, answers
        )
        matcher = Matcher(places, measures, Markers(reading.asks, answers), today)
        matcher.match(reading)
        with self._database.session() as session:
            wanted = {slot.measure_id for slot in matcher.found}
            taken = matcher.compare(imports.held(session, publisher, wanted))
        used = {figure.measure_id for figure in taken}
        return Preview(
            reading=reading,
            publisher=publisher,
            answers=answers,
            compared_at=compared_at,
            taken=taken,
            refused=(*reading.refused, *matcher.refused),
            repeats=(*reading.repeats, *matcher.repeats),
            questions=matcher.questions,
            new_measures=tuple(row for row in measures.new.values() if row.id in used),
            settled=tuple(places.settled.items()),
            imported_before=before,
            named=tuple((name, measure.id) for name, measure in measures.settled.items()),
            mapping=mapping,
            today=today,
        )

    def answered(self, preview: Preview, answers: Answers) -> Preview:
        """Return the preview as it is once questions are answered; no file is read for it.

        `answers` are all that were given, by `Question.key`: one that is not among them is open.
        """
        return self.understand(preview.reading, answers, preview.mapping, preview.today)

    def commit(self, preview: Preview, now: datetime) -> Change:
        """Return the one change that brings in what the preview shows; open questions stay out.

        Neither the file nor its figures are looked at again: what was shown is what is kept,
        whatever became of the file since.

        Raises:
            NothingNewError: when every figure that was understood is held already.
            OutdatedPreviewError: when other figures are held by now than it was compared with.
        """
        name = preview.reading.file_name
        if not preview.writes:
            raise NothingNewError(
                f"{name} brings nothing new: {_nothing(preview)} Nothing was written."
            )
        self._refuse_outdated(preview)
        snapshot = _snapshot(preview, now)
        with self._database.session() as session:
            folded = {fold(label) for label, _ in preview.settled}
            own = imports.spellings(session, preview.reading.publisher, folded)
            glossary = glossary_queries.terms(session)
            mapping = kept(session, preview, now)
        source = f"Settled on {long_date(now.date())} for {name}"
        edits = [
            added(snapshot),
            *(added(measure) for measure in preview.new_measures),
            *_remembered(preview, own, source),
            *remembered(glossary, preview.named, preview.reading.publisher, source),
            *mapping,
            *_observations(preview, snapshot.id),
        ]
        return change(f"Import {name}", snapshot, edits)

    def _refuse_outdated(self, preview: Preview) -> None:
        """Refuse a preview since which the figures that it is about have changed."""
        if self._database.audit_head() == preview.compared_at:
            return  # nothing at all was written since
        with self._database.session() as session:
            measures = {figure.measure_id for figure in preview.taken}
            existing = imports.held(session, preview.publisher, measures)
        if not still_holds(preview.taken, existing):
            raise OutdatedPreviewError(
                f"The figures held have changed since {preview.reading.file_name} was compared "
                "with them. Nothing was written; look at what it brings once more."
            )

    def to_json(self, preview: Preview, *, figures: bool = False) -> dict[str, Any]:
        """Return a preview as plain data, with each figure when `figures` is set."""
        return as_json(preview, figures=figures)

    def imports(self) -> tuple[ImportLine, ...]:
        """Return every import with what it added, changed and refused, the latest first."""
        with self._database.session() as session:
            rows = figures.snapshots(session)
        return tuple(_line(row) for row in rows)

    def changes(self, snapshot_id: UUID) -> tuple[ChangedFigure, ...]:
        """Return each figure that an import changed, by measure, place and period."""
        with self._database.session() as session:
            pairs = imports.revisions_of(session, snapshot_id)
            names = {measure.id: measure.name for measure in figures.measures(session)}
        lines = [ChangedFigure(names[now.measure_id], now, before) for now, before in pairs]
        return tuple(
            sorted(
                lines, key=lambda line: (line.measure, line.now.place_label, line.now.period_start)
            )
        )

    def undo(self, snapshot_id: UUID) -> Change:
        """Return the change that takes a whole import back and restores what it had revised.

        Raises:
            RuleError: when a later import has revised some of its figures.
        """
        with self._database.session() as session:
            snapshot = found(session, Snapshot, snapshot_id)
            later = imports.revised_later(session, snapshot_id)
            if later:
                raise RuleError(
                    f"A later import has revised {count(later, 'figure')} of "
                    f"{snapshot.file_name}. Take that import back first; nothing was changed."
                )
            brought = imports.brought(session, snapshot_id)
            older = imports.replaced_by(session, snapshot_id)
            returns = collection.returns_of(session, snapshot_id)
        edits = [
            *(removed(row) for row in returns),
            *(removed(row) for row in _newest_first(brought)),
            *(edited(row, current=True) for row in older),
            removed(snapshot),
        ]
        return change(f"Take back the import of {snapshot.file_name}", snapshot, edits)


def _newest_first(rows: Sequence[Observation]) -> list[Observation]:
    """Return figures with each before the one it replaced, so that none is left pointing."""
    by_id = {row.id: row for row in rows}

    def depth(row: Observation) -> int:
        older, steps = row.replaces_id, 0
        while older is not None and older in by_id:
            older, steps = by_id[older].replaces_id, steps + 1
        return steps

    return sorted(rows, key=depth, reverse=True)


def _nothing(preview: Preview) -> str:
    parts = [
        f"{count(number, 'figure')} {words}"
        for number, words in (
            (preview.counts.unchanged, "held already"),
            (preview.counts.asked, "waiting for an answer"),
            (preview.counts.refused, "refused"),
            (preview.counts.repeated, "standing twice in the file"),
        )
        if number
    ]
    return f"{', '.join(parts)}." if parts else "it holds no figure."


def _snapshot(preview: Preview, now: datetime) -> Snapshot:
    counts = preview.counts
    return Snapshot(
        file_name=preview.reading.file_name,
        sha256=preview.reading.sha256,
        layout=preview.reading.layout,
        publisher=preview.publisher,
        imported_at=now,
        read=counts.read,
        new=counts.new,
        unchanged=counts.unchanged,
        revised=counts.revised,
        refused=counts.refused,
        report=json.dumps(preview.report(), ensure_ascii=False),
    )


def _remembered(preview: Preview, own: Sequence[AreaName], source: str) -> list[Edit]:
    """Return the edits by which the publisher's spelling means the place the user settled."""
    edits: list[Edit] = []
    for label, choice in preview.settled:
        rows = [row for row in own if row.folded == fold(label)]
        meaning = {"place_kind": choice.kind, "place_code": choice.code, "doubtful": False}
        edits += [edit for row in rows if (edit := edited(row, **meaning)).after]
        if not rows:
            edits.append(added(_spelling(preview, label, choice, source)))
    return edits


def _spelling(preview: Preview, label: str, choice: Meaning, source: str) -> AreaName:
    return AreaName.model_validate(
        {
            "place_kind": choice.kind,
            "place_code": choice.code,
            "publisher": preview.reading.publisher,
            "name": label,
            "folded": fold(label),
            "source": source,
        }
    )


def _observations(preview: Preview, snapshot_id: UUID) -> Iterator[Edit]:
    """Yield the edits that retire what is revised, then those that add what is new."""
    for figure in preview.revised:
        if figure.replaces is not None:
            yield Edit(Observation, figure.replaces, {"current": True}, {"current": False})
    for figure in preview.taken:
        if figure.status is not FigureStatus.UNCHANGED:
            row = _observation(figure, preview.publisher, snapshot_id)
            yield Edit(Observation, row["id"], None, row)


def _observation(taken: Taken, publisher: str, snapshot_id: UUID) -> dict[str, Any]:
    """Return the columns of a new observation; plain, since an import may bring thousands."""
    figure = taken.figure
    return {
        "id": uuid4(),
        "snapshot_id": snapshot_id,
        "measure_id": taken.measure_id,
        "place_kind": taken.kind,
        "place_code": taken.code,
        "place_label": figure.place_label,
        "period_start": figure.period_start,
        "period_end": figure.period_end,
        "period_label": figure.period_label,
        "value": figure.value,
        "marker": figure.marker,
        "publisher": publisher,
        "sheet": figure.sheet,
        "cell": figure.cell,
        "current": True,
        "replaces_id": taken.replaces,
    }


def _line(snapshot: Snapshot) -> ImportLine:
    report = json.loads(snapshot.report)
    return ImportLine(
        snapshot=snapshot,
        refused=tuple(map(refusal_of, report.get("refused", ()))),
        repeats=tuple(map(refusal_of, report.get("repeats", ()))),
        questions=tuple(question["text"] for question in report.get("questions", ())),
        sheets=tuple(SheetUse(**sheet) for sheet in report.get("sheets", ())),
        drift=tuple(report.get("drift", ())),
    )
