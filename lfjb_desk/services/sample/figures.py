"""The published figures of the sample board, each with the page that states it."""

import csv
import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from lfjb_desk.domain.figures.figures import Observation, Snapshot
from lfjb_desk.domain.places import PlaceKind
from lfjb_desk.services.sample.book import SampleBook, beginning_of
from lfjb_desk.store.queries.reference import Slot

FILE = "published_figures.csv"
LAYOUT = "published figures"
VALUE_COLUMN = "H"
"""Where the value stands in the file; with the number of the row it names the cell."""


def figures(
    book: SampleBook, measures: Mapping[str, UUID], filled: set[Slot]
) -> Iterator[Snapshot | Observation]:
    """Yield one snapshot for each publisher, and its figures.

    A slot that is `filled` already is left alone. Where the file states a slot twice, the later
    row is the figure that stands, and the earlier one is kept as what it replaced.
    """
    path = book.folder / FILE
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    published: dict[str, list[Observation]] = defaultdict(list)
    with path.open(encoding="utf-8", newline="") as file:
        for number, line in enumerate(csv.DictReader(file), start=2):
            figure = _figure(book, number, line, measures)
            published[figure.publisher].append(figure)
    for publisher, rows in published.items():
        source = SampleFile(FILE, digest, LAYOUT, publisher, book.today)
        yield from imported(book.key("snapshot", publisher), source, rows, filled)


@dataclass(frozen=True)
class SampleFile:
    """A file of figures of the sample: its name, hash, layout and publisher, and when it came."""

    name: str
    sha256: str
    layout: str
    publisher: str
    day: date


def imported(
    key: UUID, file: SampleFile, rows: Sequence[Observation], filled: set[Slot]
) -> Iterator[Snapshot | Observation]:
    """Yield the import of a file, and those of its figures whose slot is not `filled`."""
    new = [row for row in rows if slot_of(row) not in filled]
    revised = _chained(new)
    yield Snapshot(
        id=key,
        file_name=file.name,
        sha256=file.sha256,
        layout=file.layout,
        publisher=file.publisher,
        imported_at=beginning_of(file.day),
        read=len(rows),
        new=len(new) - revised,
        unchanged=len(rows) - len(new),
        revised=revised,
        refused=0,
    )
    yield from new


def _figure(
    book: SampleBook, number: int, line: Mapping[str, str], measures: Mapping[str, UUID]
) -> Observation:
    """Return the figure that a line of the file states; its sheet is the page it comes from."""
    return Observation(
        id=book.key("figure", number),
        snapshot_id=book.key("snapshot", line["publisher"]),
        measure_id=measures[line["measure"]],
        place_kind=PlaceKind(line["place_kind"]),
        place_code=line["place_code"],
        place_label=line["place_label"],
        period_start=date.fromisoformat(line["period_start"]),
        period_end=date.fromisoformat(line["period_end"]),
        period_label=line["period_label"],
        value=Decimal(line["value"]),
        publisher=line["publisher"],
        sheet=line["source"],
        cell=f"{VALUE_COLUMN}{number}",
    )


def slot_of(row: Observation) -> Slot:
    """Return what a figure is of: no two current figures may share it."""
    return (
        row.measure_id,
        row.place_kind.value,
        row.place_code,
        row.period_start,
        row.period_end,
        row.publisher,
    )


def _chained(rows: Sequence[Observation]) -> int:
    """Let each later figure of a slot replace the one before; return how many do."""
    last: dict[Slot, Observation] = {}
    revised = 0
    for row in rows:
        before = last.get(slot_of(row))
        if before is not None:
            before.current = False
            row.replaces_id = before.id
            revised += 1
        last[slot_of(row)] = row
    return revised
