"""Returned sheets of the collection: understood, checked, and taken in as one change."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from lfjb_desk.domain.changes import Change, Edit, RuleError, added, change, removed
from lfjb_desk.domain.figures.collections import Collection, CollectionReturn
from lfjb_desk.domain.figures.figures import Snapshot
from lfjb_desk.domain.formatting import count, months
from lfjb_desk.domain.places import DfjArea, LocalAuthority, PlaceKind
from lfjb_desk.domain.read_models.collection import ReturnFinding, ReturnLine
from lfjb_desk.importers.figures import ImportCancelledError
from lfjb_desk.importers.layouts.collection import LAYOUT
from lfjb_desk.importers.process import read_file
from lfjb_desk.importers.reading.front_door import SAFE
from lfjb_desk.services.collection.checks import Checked, checked
from lfjb_desk.services.imports.imports import ImportService, NothingNewError
from lfjb_desk.services.imports.preview import Meaning
from lfjb_desk.store.queries import collection as store
from lfjb_desk.store.queries.figures.figures import authorities_of
from lfjb_desk.store.queries.lookup import found

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime
    from pathlib import Path
    from uuid import UUID

    from lfjb_desk.domain.read_models.collection_sheet import SheetItem
    from lfjb_desk.importers.figures import Reading
    from lfjb_desk.services.imports.preview import Preview
    from lfjb_desk.store.engine.database import Database
    from lfjb_desk.store.queries.lookup import Reading as Session

_HINT = re.compile(r"(?P<area>[A-Z]+) (?P<gss>[EW]\d{8}) version \d+")


@dataclass(frozen=True)
class ReturnPreview:
    """A returned sheet as it was understood; nothing is written yet."""

    collection: Collection
    authority: LocalAuthority
    findings: tuple[ReturnFinding, ...]
    is_complete: bool
    preview: Preview
    """What its import would do."""
    again: CollectionReturn | None
    """The return of the very same file, if it was taken in before."""

    @property
    def whose(self) -> tuple[UUID, UUID]:
        """Return which collection and which authority it is of."""
        return self.collection.id, self.authority.id

    @property
    def line(self) -> ReturnLine:
        """Return what taking it in comes to, in short."""
        return ReturnLine(
            self.preview.reading.file_name,
            self.authority.name,
            len(self.preview.taken),
            self.findings,
            collection_id=self.collection.id,
        )


class ReturnService:
    """Takes in what the authorities send back."""

    def __init__(self, database: Database, items: Callable[[], Sequence[SheetItem]]) -> None:
        self._database = database
        self._items = items
        self._imports = ImportService(database)

    def preview(
        self,
        path: Path,
        cancelled: Callable[[], bool] = lambda: False,
        progress: Callable[[str], None] = lambda _: None,
    ) -> ReturnPreview:
        """Return what a returned sheet holds, and what is wrong with it; nothing is written.

        Raises:
            RuleError: when it is no sheet of a collection that is held here.
        """
        reading = read_file(path, cancelled, progress)
        if reading.layout != LAYOUT.name:
            raise RuleError(
                f"{reading.file_name} is no sheet of the collection, but {reading.layout.lower()}. "
                f"{SAFE} Import it as figures instead."
            )
        area_code, gss_code = _whose(reading)
        with self._database.session() as session:
            collection = _collection(session, reading, area_code)
            authority = _authority(session, reading, collection, gss_code)
            returns = store.returns(session, collection.id)
        result = checked(reading, self._items())
        return ReturnPreview(
            collection=collection,
            authority=authority,
            findings=result.findings,
            is_complete=result.is_complete,
            preview=self._understood(result, authority),
            again=next(
                (returned for returned in returns if returned.sha256 == reading.sha256), None
            ),
        )

    def take(self, preview: ReturnPreview, now: datetime) -> Change:
        """Return the one change that brings the figures in and says that the sheet came back.

        Raises:
            RuleError: when the very same file was taken in before.
        """
        name = preview.authority.name
        if preview.again is not None:
            raise RuleError(
                f"{preview.preview.reading.file_name} from {name} was taken in before. "
                "Nothing was written."
            )
        try:
            brought = self._imports.commit(preview.preview, now).edits
        except NothingNewError:
            brought = ()  # the sheet came back all the same
        snapshot = next((edit.key for edit in brought if edit.table is Snapshot), None)
        returned = CollectionReturn(
            collection_id=preview.collection.id,
            authority_id=preview.authority.id,
            received_at=now,
            file_name=preview.preview.reading.file_name,
            sha256=preview.preview.reading.sha256,
            snapshot_id=snapshot,
            complete=preview.is_complete,
            report=json.dumps(
                [asdict(finding) for finding in preview.findings], ensure_ascii=False
            ),
        )
        return change(f"Take in the return of {name}", returned, [*brought, added(returned)])

    def take_all(
        self,
        paths: Sequence[Path],
        now: datetime,
        cancelled: Callable[[], bool] = lambda: False,
        progress: Callable[[str], None] = lambda _: None,
    ) -> tuple[Change | None, tuple[ReturnLine, ...]]:
        """Return the one change that takes in all files that can be, and what came of each.

        The change is None where every file was refused.

        Raises:
            ImportCancelledError: when `cancelled` said so.
        """
        lines: list[ReturnLine] = []
        edits: dict[tuple[str, UUID], Edit] = {}
        taken: dict[tuple[UUID, UUID], str] = {}
        for path in paths:
            progress(f"Reading {path.name}")
            try:
                preview = self.preview(path, cancelled)
                _refuse_second(preview, taken)
                brought = self.take(preview, now).edits
            except ImportCancelledError:
                raise
            except RuleError as refusal:
                lines.append(ReturnLine(path.name, "", 0, (), str(refusal)))
                continue
            taken[preview.whose] = path.name
            # A measure that two sheets bring is added once.
            edits |= {(str(edit.table.__tablename__), edit.key): edit for edit in brought}
            lines.append(preview.line)
        number = count(len(taken), "returned sheet")
        return change(f"Take in {number}", None, edits.values()) if edits else None, tuple(lines)

    def take_back(self, return_id: UUID) -> Change:
        """Return the change that takes a return and its figures out again.

        Raises:
            RuleError: when a later import has revised some of its figures.
        """
        with self._database.session() as session:
            returned = found(session, CollectionReturn, return_id)
            authority = found(session, LocalAuthority, returned.authority_id)
        label = f"Take back the return of {authority.name}"
        if returned.snapshot_id is None:
            return change(label, returned, [removed(returned)])
        return change(label, returned, self._imports.undo(returned.snapshot_id).edits)

    def _understood(self, result: Checked, authority: LocalAuthority) -> Preview:
        """Return what an import of the checked figures would do: all are about one authority."""
        choice = Meaning(authority.gss_code, authority.name, PlaceKind.AUTHORITY)
        labels = {figure.place_label for figure in result.reading.figures}
        preview = self._imports.understand(result.reading, dict.fromkeys(labels, choice))
        if preview.questions or {taken.code for taken in preview.taken} - {authority.gss_code}:
            raise RuleError(
                f"{result.reading.file_name} names its authority in a way that means another one "
                f"here. {SAFE} Send {authority.name} a new sheet."
            )
        return preview


def _refuse_second(preview: ReturnPreview, taken: Mapping[tuple[UUID, UUID], str]) -> None:
    if preview.whose in taken:
        raise RuleError(
            f"{preview.preview.reading.file_name} is from {preview.authority.name}, as "
            f"{taken[preview.whose]} is. Only the first was taken; take the other in by itself, "
            "if it is the newer."
        )


def read_report(report: str) -> tuple[ReturnFinding, ...]:
    """Return what was found in a return, as it was written down with it."""
    return tuple(
        ReturnFinding(**{**finding, "missing": tuple(finding["missing"])})
        for finding in json.loads(report)
    )


def _whose(reading: Reading) -> tuple[str, str]:
    """Return the codes of the area and the authority that a sheet belongs to.

    Raises:
        RuleError: when it is empty, or its parts belong to different authorities or quarters.
    """
    name = reading.file_name
    if not reading.figures:
        raise RuleError(
            f"{name} is a sheet of the collection in which nothing is filled in. {SAFE}"
        )
    whose = {(f.place_label, f.place_hint, f.period_start) for f in reading.figures}
    match = _HINT.fullmatch(reading.figures[0].place_hint)
    if len(whose) > 1 or match is None:
        parts = sorted({f"{f.sheet}: {f.place_label}, {f.period_label}" for f in reading.figures})
        raise RuleError(
            f"{name} holds parts of more than one authority or quarter ({'; '.join(parts)}). "
            f"{SAFE} Ask for one workbook from each."
        )
    return match["area"], match["gss"]


def _collection(session: Session, reading: Reading, area_code: str) -> Collection:
    first = reading.figures[0]
    collection = store.collection_of(session, area_code, first.period_start, first.period_end)
    if collection is None:
        quarter = months(first.period_start, first.period_end)
        raise RuleError(
            f"{reading.file_name} belongs to the {reading.publisher} for {quarter}, "
            f"and none is open for that quarter. {SAFE} Open it first, if it is wanted."
        )
    return collection


def _authority(
    session: Session, reading: Reading, collection: Collection, gss_code: str
) -> LocalAuthority:
    authorities = {
        authority.gss_code: authority for authority in authorities_of(session, collection.area_id)
    }
    if gss_code not in authorities:
        area = found(session, DfjArea, collection.area_id)
        raise RuleError(
            f"{reading.file_name} is from {reading.figures[0].place_label}, which is no authority "
            f"of {area.name}. {SAFE}"
        )
    return authorities[gss_code]
