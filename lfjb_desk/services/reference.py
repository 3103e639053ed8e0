"""The reference data: facts that ship with the program, loaded at first start."""

import csv
import hashlib
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID

from pydantic import ValidationError

from lfjb_desk.domain.changes import Change, Edit, RuleError, added, edited
from lfjb_desk.domain.drivers import (
    CancellationReason,
    Driver,
    Initiative,
    InitiativeDriver,
    Theme,
)
from lfjb_desk.domain.figures.figures import Measure, Target
from lfjb_desk.domain.places import (
    AreaAuthority,
    AreaName,
    AreaProfile,
    DfjArea,
    LocalAuthority,
    PlaceKind,
    fold,
)
from lfjb_desk.domain.rows import Row, fact_id
from lfjb_desk.store.engine.database import Database
from lfjb_desk.store.queries import reference as store
from lfjb_desk.store.queries.figures.figures import measures_by_code

LABEL = "Load the reference data"
MEASURES = "measures.csv"
COMPLETED = ("formula", "base")
"""Columns of a measure that are filled in where they are still empty."""


@dataclass(frozen=True)
class FactSheet:
    """One CSV file of facts: its table, the columns that name a row, and those that link."""

    file: str
    table: type[Row]
    key: tuple[str, ...]
    links: Mapping[str, type[Row]] = field(default_factory=dict)
    """Columns that hold the key of another table's row; the row gets `<column>_id`."""


SHEETS = (
    FactSheet("dfj_areas.csv", DfjArea, ("code",)),
    FactSheet("authorities.csv", LocalAuthority, ("gss_code",)),
    FactSheet(
        "area_authorities.csv",
        AreaAuthority,
        ("area", "authority"),
        {"area": DfjArea, "authority": LocalAuthority},
    ),
    FactSheet("area_names.csv", AreaName, ("place_kind", "place_code", "publisher", "name")),
    FactSheet("area_profiles.csv", AreaProfile, ("area", "position"), {"area": DfjArea}),
    FactSheet("themes.csv", Theme, ("number",)),
    FactSheet("drivers.csv", Driver, ("number",)),
    FactSheet("initiatives.csv", Initiative, ("number",), {"theme": Theme}),
    FactSheet(
        "initiative_drivers.csv",
        InitiativeDriver,
        ("initiative", "driver"),
        {"initiative": Initiative, "driver": Driver},
    ),
    FactSheet("cancellation_reasons.csv", CancellationReason, ("code",)),
    FactSheet(MEASURES, Measure, ("code",)),
    FactSheet(
        "targets.csv",
        Target,
        ("measure", "area", "starts", "source"),
        {"measure": Measure, "area": DfjArea},
    ),
)
"""The files of `db/reference`, parents before their children."""

NAMED: dict[PlaceKind, type[Row]] = {PlaceKind.AREA: DfjArea, PlaceKind.AUTHORITY: LocalAuthority}


class ReferenceService:
    """Brings the facts of a folder into the database."""

    def __init__(self, database: Database, folder: Path) -> None:
        self._database = database
        self._folder = folder

    def load(self) -> Change | None:
        """Return the change that adds the facts not held yet; None when all are held.

        Rows that are held stay as they are, whatever the files say; only where a measure has no
        formula or base yet is that of the file put in, for older boards never had the choice.

        Raises:
            RuleError: when a file is missing or a line of one is wrong; it names file and line.
        """
        label = f"{LABEL} {self._fingerprint()}"
        with self._database.session() as session:
            if store.was_recorded(session, label):
                return None  # without reading a line: this is asked at every start
        edits: list[Edit] = []
        keys = _Keys(self._database)
        for sheet in SHEETS:
            for line in _lines(self._folder / sheet.file):
                row = _row(sheet, line, keys)
                if row is not None:
                    edits.append(added(row))
        edits += self._completed()
        return Change(label, tuple(edits)) if edits else None

    def _completed(self) -> Iterator[Edit]:
        """Yield the edits that give measures held already the formula or base they lack."""
        lines = {line.values["code"]: line.values for line in _lines(self._folder / MEASURES)}
        with self._database.session() as session:
            measures = measures_by_code(session, lines)
        for code, measure in measures.items():
            lacking = {
                name: lines[code][name]
                for name in COMPLETED
                if name in lines[code] and not getattr(measure, name)
            }
            if lacking:
                yield edited(measure, **lacking)

    def _fingerprint(self) -> str:
        """Return twelve digits that tell these files from any others."""
        digest = hashlib.sha256()
        for sheet in SHEETS:
            with suppress(FileNotFoundError):  # reading its lines says so in words
                digest.update((self._folder / sheet.file).read_bytes())
        return digest.hexdigest()[:12]


@dataclass(frozen=True)
class _Line:
    """One line of a CSV file, with its blanks left out."""

    file: str
    number: int
    values: dict[str, str]

    def refusal(self, reason: str) -> RuleError:
        """Return the refusal that names the file and the line."""
        return RuleError(
            f"The reference file {self.file} is wrong in line {self.number}: {reason} "
            "Nothing was loaded; install the program again."
        )


class _Keys:
    """Which facts there are: held by the database, or met in the files."""

    def __init__(self, database: Database) -> None:
        self._ids: dict[tuple[type[Row], tuple[str, ...]], UUID] = {}
        self._stored_ids: dict[type[Row], set[UUID]] = {}
        self._met: set[UUID] = set()
        with database.session() as session:
            for sheet in SHEETS:
                self._stored_ids[sheet.table] = store.ids_held(session, sheet.table)
                if len(sheet.key) == 1:
                    ids = store.ids_by_column(session, sheet.table, sheet.key[0])
                    self._ids |= {(sheet.table, (key,)): row for key, row in ids.items()}

    def meet(self, sheet: FactSheet, line: _Line) -> UUID | None:
        """Return the id of a new fact, or None when the database holds it."""
        key = tuple(line.values.get(column, "") for column in sheet.key)
        known = self._ids.get((sheet.table, key))
        row = known or fact_id(str(sheet.table.__tablename__), *key)
        if row in self._met:
            raise line.refusal(f"{', '.join(key)} stands there twice.")
        self._met.add(row)
        self._ids[sheet.table, key] = row
        return None if row in self._stored_ids[sheet.table] else row

    def find(self, table: type[Row], key: str, line: _Line) -> UUID:
        """Return the id of a fact that another one names."""
        try:
            return self._ids[table, (key,)]
        except KeyError:
            raise line.refusal(f"nothing is known by the name of “{key}”.") from None


def _row(sheet: FactSheet, line: _Line, keys: _Keys) -> Row | None:
    """Return the row that a line stands for, or None when it is held already."""
    row_id = keys.meet(sheet, line)
    values: dict[str, Any] = {
        name: text for name, text in line.values.items() if name not in sheet.links
    }
    for column, table in sheet.links.items():
        if column in line.values:
            values[f"{column}_id"] = keys.find(table, line.values[column], line)
    if sheet.table is AreaName:
        values["folded"] = fold(values.get("name", ""))
    for column in values.keys() - sheet.table.model_fields.keys():
        raise line.refusal(f"there is no column “{column}”.")
    try:
        row = sheet.table.model_validate(values | ({"id": row_id} if row_id else {}))
    except ValidationError as error:
        first = error.errors()[0]
        column = ".".join(str(part) for part in first["loc"])
        raise line.refusal(f"{column}: {first['msg'].lower()}.") from None
    if isinstance(row, AreaName) and row.place_kind in NAMED:
        keys.find(NAMED[row.place_kind], row.place_code, line)
    return row if row_id else None


def _lines(path: Path) -> Iterator[_Line]:
    """Yield the lines of a CSV file of facts.

    Raises:
        RuleError: when the file cannot be read, or a line has too many or too few cells.
    """
    try:
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.reader(file, strict=True)
            columns = next(reader, [])
            for cells in reader:
                line = _Line(path.name, reader.line_num, {})
                if len(cells) != len(columns):
                    raise line.refusal(f"{len(cells)} cells, not {len(columns)}.")
                line.values.update((c, t) for c, t in zip(columns, cells, strict=True) if t)
                yield line
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise RuleError(
            f"The reference file {path.name} cannot be read ({error}). "
            "Nothing was loaded; install the program again."
        ) from error
