"""The local figures of the sample board, all invented: quarters of the area and its authorities.

They are made so that each thing a chart can say is there: a signal for better and one for worse, a
step with its reason, a target that is missed, a gap and a marker; and a collection of which one
return is missing.
"""

import csv
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from uuid import UUID

from lfjb_desk.domain.common.months import month_end, months_later, quarter_start
from lfjb_desk.domain.common.publishers import INVENTED
from lfjb_desk.domain.figures.charts import ChartStep
from lfjb_desk.domain.figures.collections import Collection, CollectionReturn, Respondent
from lfjb_desk.domain.figures.figures import Measure, Observation, Snapshot, Target
from lfjb_desk.domain.formatting import months
from lfjb_desk.domain.places import PlaceKind
from lfjb_desk.domain.read_models.collection_sheet import SheetItem
from lfjb_desk.domain.rows import Row
from lfjb_desk.services.collection.items import hint
from lfjb_desk.services.imports.matching import measure_of
from lfjb_desk.services.sample.book import Page, SampleBook, beginning_of
from lfjb_desk.services.sample.figures import SampleFile, imported, slot_of
from lfjb_desk.store.queries.reference import Slot

FIGURES = "invented_figures.csv"
RETURNS = "invented_returns.csv"
LAYOUT = "Invented figures of the sample board"
SHEET = "Invented figures"
QUARTERS = 16
SETTLED = timedelta(days=45)
"""How long after its end a quarter's collection is over."""
DUE_AFTER = timedelta(days=30)
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True)
class InventedFigures:
    """Makes the invented rows, fitted round what the database holds.

    `measures` are the ids of its measures by code; a slot that is `filled` already is left alone.
    """

    book: SampleBook
    page: Page
    measures: Mapping[str, UUID]
    items: Sequence[SheetItem]
    filled: set[Slot]

    def rows(self) -> Iterator[Row]:
        """Yield all rows, parents before their children."""
        yield from self._new_measures
        yield from self._series()
        yield from self._judged()
        yield from self._collection()

    @cached_property
    def quarters(self) -> tuple[tuple[date, date], ...]:
        """The first and last day of each quarter, the last one that whose collection is over."""
        settled = self.book.today - SETTLED
        starts = [months_later(quarter_start(settled), 3 * n) for n in range(-QUARTERS, 0)]
        return tuple((start, month_end(months_later(start, 2))) for start in starts)

    @cached_property
    def places(self) -> dict[str, tuple[PlaceKind, str, str]]:
        """Kind, code and name of the area and of as many authorities as the sample speaks of."""
        area = self.book.area
        named = {f"la{n}": each for n, each in enumerate(area.authorities, start=1)}
        return {"area": (PlaceKind.AREA, area.code, area.name)} | {
            short: (PlaceKind.AUTHORITY, each.gss_code, each.name) for short, each in named.items()
        }

    @cached_property
    def _new_measures(self) -> tuple[Measure, ...]:
        """What the collection counts and the database does not hold yet."""
        new = [item for item in self.items if item.measure not in self.measures]
        return tuple(measure_of(hint(item)) for item in new)

    @cached_property
    def _ids(self) -> dict[str, UUID]:
        return {**self.measures, **{measure.code: measure.id for measure in self._new_measures}}

    def _series(self) -> Iterator[Row]:
        """Yield the quarters of the area and the authorities, and what they were read from."""
        path, (_, *rows) = self._file(FIGURES)
        key, columns = self.book.key("snapshot", INVENTED), _LETTERS[2 : 2 + QUARTERS]
        figures = [
            self._observation(key, place, measure, text, quarter, f"{letter}{line}")
            for line, (measure, place, *texts) in enumerate(rows, start=2)
            if place in self.places
            for letter, quarter, text in zip(columns, self.quarters, texts, strict=True)
            if text
        ]
        yield from self._imported(key, path, self.book.today, figures)

    def _imported(
        self, key: UUID, path: Path, day: date, figures: Sequence[Observation], file_name: str = ""
    ) -> Iterator[Snapshot | Observation]:
        """Yield the import of a file and its figures; nothing where the database has them all."""
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        source = SampleFile(file_name or path.name, digest, LAYOUT, INVENTED, day)
        if any(slot_of(figure) not in self.filled for figure in figures):
            yield from imported(key, source, figures, self.filled)

    def _judged(self) -> Iterator[Row]:
        """Yield the target that is missed, and the step with its reason."""
        target, step = self.page["target"], self.page["step"]
        yield Target(
            id=self.book.key("target"),
            measure_id=self._ids[target["measure"]],
            area_id=self.book.area.id,
            low=Decimal(target["low"]),
            starts=self.quarters[0][0],
            source=INVENTED,
        )
        yield ChartStep(
            id=self.book.key("step"),
            measure_id=self._ids[step["measure"]],
            place_kind=PlaceKind.AREA,
            place_code=self.book.area.code,
            starts=self.quarters[step["quarter"] - 1][0],
            reason=step["reason"],
        )

    def _collection(self) -> Iterator[Row]:
        """Yield the last quarter's collection, whom it asks, and the returns that came back."""
        starts, ends = self.quarters[-1]
        collection = self.book.key("collection")
        yield Collection(
            id=collection,
            area_id=self.book.area.id,
            starts=starts,
            ends=ends,
            due=ends + DUE_AFTER,
            note=self.page["collection"]["note"],
        )
        authorities = {each.gss_code: each for each in self.book.area.authorities}
        names = self.page["collection"]["respondents"]
        for gss_code, name in zip(authorities, names, strict=False):
            yield Respondent(
                id=self.book.key("respondent", gss_code),
                area_id=self.book.area.id,
                authority_id=authorities[gss_code].id,
                name=name,
                email=f"{name.split()[-1].lower()}@example.org",
            )
        path, (heading, *rows) = self._file(RETURNS)
        back = [short for short in heading[1:] if short in self.places]
        for column, short in enumerate(back, start=1):
            yield from self._return(collection, path, short, column, rows)

    def _return(
        self,
        collection: UUID,
        path: Path,
        short: str,
        column: int,
        rows: Sequence[Sequence[str]],
    ) -> Iterator[Row]:
        """Yield one return with its figures; it came a few days before it was due."""
        _, gss_code, name = self.places[short]
        key, last = self.book.key("snapshot", INVENTED, short), self.quarters[-1]
        came = last[1] + DUE_AFTER - timedelta(days=2 * column)
        file_name = f"Invented return of {name}.csv"
        figures = [
            self._observation(key, short, row[0], row[column], last, f"{_LETTERS[column]}{line}")
            for line, row in enumerate(rows, start=2)
        ]
        came_in = list(self._imported(key, path, came, figures, file_name))
        yield from came_in
        yield CollectionReturn(
            id=self.book.key("return", short),
            collection_id=collection,
            authority_id=next(
                each.id for each in self.book.area.authorities if each.gss_code == gss_code
            ),
            received_at=beginning_of(came),
            file_name=file_name,
            sha256=hashlib.sha256(f"{path.name} {short}".encode()).hexdigest(),
            snapshot_id=key if came_in else None,
            complete=True,
        )

    def _observation(
        self,
        snapshot: UUID,
        place: str,
        measure: str,
        text: str,
        quarter: tuple[date, date],
        cell: str,
    ) -> Observation:
        kind, code, name = self.places[place]
        is_marker = text.startswith("[")
        return Observation(
            id=self.book.key("invented", place, measure, quarter[0].isoformat()),
            snapshot_id=snapshot,
            measure_id=self._ids[measure],
            place_kind=kind,
            place_code=code,
            place_label=name,
            period_start=quarter[0],
            period_end=quarter[1],
            period_label=months(*quarter),
            value=None if is_marker else Decimal(text),
            marker=text if is_marker else None,
            publisher=INVENTED,
            sheet=SHEET,
            cell=cell,
        )

    def _file(self, name: str) -> tuple[Path, list[list[str]]]:
        """Return a file and its lines, the heading first."""
        path = self.book.folder / name
        with path.open(encoding="utf-8", newline="") as file:
            return path, list(csv.reader(file))
