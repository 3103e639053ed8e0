"""Mappings: files that a user said how to read, used again and watched for what has drifted."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from lfjb_desk.domain.changes import Change, Edit, added, change, edited, removed
from lfjb_desk.domain.figures.mappings import FileMapping
from lfjb_desk.domain.places import PlaceKind
from lfjb_desk.importers.cells import words
from lfjb_desk.importers.figures import NotRecognisedError, Reading, SheetUse
from lfjb_desk.importers.language.markers import asks_about
from lfjb_desk.importers.mapping import migrate
from lfjb_desk.importers.mapping.apply import Applied, Known, apply
from lfjb_desk.importers.mapping.propose import propose, renamed
from lfjb_desk.importers.mapping.rules import Rules, as_text, from_text
from lfjb_desk.importers.process import view_file
from lfjb_desk.services.imports import changes_since
from lfjb_desk.services.imports.preview import MappingUse, Preview
from lfjb_desk.store.queries import places
from lfjb_desk.store.queries.figures import figures
from lfjb_desk.store.queries.imports import glossary as glossary_queries
from lfjb_desk.store.queries.imports import mappings
from lfjb_desk.store.queries.lookup import found

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime
    from pathlib import Path
    from uuid import UUID

    from lfjb_desk.importers.mapping.sheets import FileView, SheetView
    from lfjb_desk.store.engine.database import Database
    from lfjb_desk.store.queries.lookup import Reading as Session

_ALIKE = 0.5  # of the headings, for a file to be taken as a changed release of a known one
_MOST_SEEN = 20_000  # figures kept to compare the next release with


@dataclass(frozen=True)
class MappingDraft:
    """How one sheet may be read: by a saved mapping that fits it, or as proposed."""

    rules: Rules
    reasons: tuple[str, ...]
    """Why it is proposed so, or what has changed since the mapping was saved."""
    headings: migrate.SheetHeadings
    saved: FileMapping | None = None
    stops: bool = False
    """Whether what has changed must be looked at before anything is read."""


class MappingService:
    """Shows unknown files, proposes how they are read, and remembers what the user said."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def look(
        self,
        path: Path,
        cancelled: Callable[[], bool] = lambda: False,
        progress: Callable[[str], None] = lambda _: None,
    ) -> FileView:
        """Return the sheets of a file as they are.

        Raises:
            RuleError: when the file may not be opened, in one plain sentence.
        """
        return view_file(path, cancelled, progress)

    def known(self) -> Known:
        """Return the names that help to read an unknown sheet."""
        with self._database.session() as session:
            names = places.all_names(session)
            measures = {measure.id: measure for measure in figures.measures(session)}
            glossary = glossary_queries.terms(session)
        units = {
            words(name): measure.unit
            for measure in measures.values()
            for name in (measure.code, measure.name)
        }
        units |= {words(term.words): measures[term.measure_id].unit for term in glossary}
        by_kind = {
            kind: {words(name_row.name) for name_row in names if name_row.place_kind is kind}
            for kind in PlaceKind
        }
        both = by_kind[PlaceKind.AREA] & by_kind[PlaceKind.AUTHORITY]
        return Known(frozenset().union(*by_kind.values()), units, frozenset(both))

    def draft(self, file: FileView, at: int, known: Known | None = None) -> MappingDraft | None:
        """Return how a sheet may be read; None where no table was found in it."""
        sheet = file.sheets[at]
        proposal = propose(sheet, file.file_name, known or self.known())
        if proposal is None:
            return None
        named = migrate.headings(proposal.rules, proposal.title)
        fresh = MappingDraft(proposal.rules, proposal.reasons, named)
        row = self._nearest(named)
        if row is None or (saved := from_text(row.rules)) is None:
            return fresh
        seen = json.loads(row.seen)
        before = migrate.SheetHeadings(
            seen.get("first", 0), tuple(seen.get("headings", ())), seen.get("title", "")
        )
        moved = migrate.moved(saved, before, proposal.rules, named)
        rules = migrate.carried(saved, before, proposal.rules, sheet.grid)
        return MappingDraft(rules, moved.sentences, named, row, moved.stops)

    def headed(self, file: FileView, at: int, rules: Rules) -> Rules:
        """Return rules whose columns are called what their heading rows say."""
        return renamed(file.sheets[at].grid, rules)

    def read(self, file: FileView, at: int, rules: Rules, known: Known | None = None) -> Applied:
        """Return what a sheet gives by rules, or what must be asked first."""
        return apply(file.sheets[at], rules, known or self.known())

    def reading(
        self, file: FileView, at: int, draft: MappingDraft, applied: Applied, name: str
    ) -> tuple[Reading, MappingUse]:
        """Return a sheet as any file is understood, and the mapping that is kept with it."""
        row = draft.saved
        drift: tuple[str, ...] = ()
        if row:
            changes = changes_since.since(json.loads(row.seen), applied.figures)
            drift = (*draft.reasons, *changes_since.sentences_of(changes))
        use = MappingUse(
            name=name,
            shape=migrate.shape(draft.headings),
            rules=as_text(draft.rules),
            seen=_seen(draft, applied),
            held=row.id if row else None,
            drift=drift,
        )
        return _reading(file, at, draft.rules, applied, name), use

    def by_saved_mapping(
        self,
        path: Path,
        unknown: NotRecognisedError,
        cancelled: Callable[[], bool] = lambda: False,
        progress: Callable[[str], None] = lambda _: None,
    ) -> tuple[Reading, MappingUse]:
        """Return an unknown file as a saved mapping reads it.

        Raises:
            NotRecognisedError: `unknown` when none fits, or what must be looked at first.
        """
        if not self.mappings():
            raise unknown
        file, known = self.look(path, cancelled, progress), self.known()
        fitting = [
            (at, draft)
            for at, sheet in enumerate(file.sheets)
            if not sheet.grid.hidden
            and (draft := self.draft(file, at, known)) is not None
            and draft.saved is not None
        ]
        if not fitting:
            raise unknown
        if len(fitting) > 1:
            titles = ", ".join(file.sheets[at].grid.title for at, _ in fitting)
            raise NotRecognisedError(
                f"{file.file_name} has more than one sheet that is read in a way you saved "
                f"({titles}). Choose one; nothing was imported."
            )
        at, draft = fitting[0]
        applied = self.read(file, at, draft.rules, known)
        open_still = [question.text for question in applied.questions]
        if (draft.stops or open_still) and draft.saved:
            reasons = " ".join([*(draft.reasons if draft.stops else ()), *open_still])
            raise NotRecognisedError(
                f"{file.file_name} has changed since “{draft.saved.name}” was last read. {reasons} "
                "Nothing was imported."
            )
        return self.reading(file, at, draft, applied, draft.saved.name if draft.saved else "")

    def mappings(self) -> tuple[FileMapping, ...]:
        """Return the saved mappings, the one used last first."""
        with self._database.session() as session:
            return tuple(mappings.mappings(session))

    def forget(self, mapping_id: UUID) -> Change:
        """Return the change that forgets a mapping; what was imported by it stays."""
        with self._database.session() as session:
            row = found(session, FileMapping, mapping_id)
        return change(f"Forget how “{row.name}” is read", row, [removed(row)])

    def _nearest(self, named: migrate.SheetHeadings) -> FileMapping | None:
        """Return the mapping for this very shape, else the one most like it; None for none."""
        rows, shape = self.mappings(), migrate.shape(named)
        exact = next((row for row in rows if row.shape == shape), None)
        ranked = sorted(rows, key=lambda row: -_likeness(row, named))
        near = ranked[0] if ranked and _likeness(ranked[0], named) >= _ALIKE else None
        return exact or near


def kept(session: Session, preview: Preview, now: datetime) -> list[Edit]:
    """Return the edits that keep the mapping of an import, with what the file held."""
    use = preview.mapping
    if use is None:
        return []
    values: dict[str, Any] = {
        "shape": use.shape,
        "name": use.name,
        "publisher": preview.reading.publisher,
        "file_name": preview.reading.file_name,
        "used_at": now,
        "rules": use.rules,
        "seen": use.seen,
    }
    row = session.get(FileMapping, use.held) if use.held else None
    return [edited(row, **values)] if row else [added(FileMapping(**values))]


def with_rules(draft: MappingDraft, rules: Rules) -> MappingDraft:
    """Return a draft as the user has corrected it."""
    return replace(draft, rules=rules, stops=False)


def _likeness(row: FileMapping, named: migrate.SheetHeadings) -> float:
    seen = json.loads(row.seen)
    return migrate.likeness(
        (*seen.get("headings", ()), seen.get("title", "")), (*named.named, named.title)
    )


def _seen(draft: MappingDraft, applied: Applied) -> str:
    """Return what a sheet held, as JSON, to tell at the next release what has drifted."""
    return json.dumps(
        {
            "first": draft.headings.first,
            "headings": draft.headings.named,
            "title": draft.headings.title,
            "labels": list(dict.fromkeys(figure.place_label for figure in applied.figures)),
            "figures": changes_since.figures(applied.figures[:_MOST_SEEN]),
        },
        ensure_ascii=False,
    )


def _reading(file: FileView, at: int, rules: Rules, applied: Applied, name: str) -> Reading:
    extract, codes = applied.extract, {figure.measure_code for figure in applied.figures}
    return Reading(
        file_name=file.file_name,
        sha256=file.sha256,
        layout=f"Read as you said: {name}",
        publisher=rules.publisher,
        read=extract.read,
        measures=tuple(hint for code, hint in extract.measures.items() if code in codes),
        figures=applied.figures,
        refused=tuple(extract.refused),
        repeats=tuple(extract.repeats),
        notes=(*file.notes, *extract.notes),
        sheets=_uses(file.sheets, at, applied, name),
        asks=asks_about(applied.figures),
    )


def _uses(
    sheets: Sequence[SheetView], at: int, applied: Applied, name: str
) -> tuple[SheetUse, ...]:
    return tuple(
        SheetUse(
            sheet=sheet.grid.title,
            layout=name if index == at else "",
            read=applied.extract.read if index == at else 0,
            taken=len(applied.figures) if index == at else 0,
            passed=0,
            reason="" if index == at else "hidden" if sheet.grid.hidden else "not chosen",
        )
        for index, sheet in enumerate(sheets)
    )
