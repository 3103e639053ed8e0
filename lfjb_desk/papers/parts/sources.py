"""Where figures were read, short enough for a line under a table and still to be followed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import takewhile
from typing import TYPE_CHECKING

from lfjb_desk.domain.common.months import ANY_MONTH_NAME
from lfjb_desk.domain.common.publishers import IN_FULL, OPEN_GOVERNMENT
from lfjb_desk.domain.formatting import listed, long_date
from lfjb_desk.domain.read_models.figures.provenance import CellSource
from lfjb_desk.papers.parts.series_chart import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from lfjb_desk.domain.read_models.figures.provenance import Provenance
    from lfjb_desk.domain.read_models.figures.series import Point, Series

MOST_DATED = 4
"""Of so many files each is given the day of its import; of more the first and the last day."""
_CELL = re.compile(r"(?P<column>[A-Z]+)(?P<row>\d+)")
_ADDRESS = re.compile(r"(?:https?://)?(?P<host>[\w-]+(?:\.[\w-]+)*\.[a-z]{2,})/(?P<path>\S+)")
_MONTH = re.compile(rf"\b(?:{ANY_MONTH_NAME.lower()})\b")


@dataclass
class _Place:
    """A sheet of a file, or all web pages of one host that a file names, with the cells read."""

    measure: str
    """The measure that its figures are of, where another was worked out from them; else empty."""
    file: str
    sheet: str = ""
    host: str = ""
    pages: list[str] = field(default_factory=list)
    """The pages by the last part of their addresses, in words."""
    cells: list[tuple[str, int]] = field(default_factory=list)
    unnumbered: list[str] = field(default_factory=list)
    """The cells that have another name than a column and a row."""

    def words(self, *, named: bool, quotes: bool, when: str = "") -> str:
        """Return the place in words, its cells last; a file that was `named` is not said again.

        `when` says on which day the file was imported, where others were on another.

        A list of text has no sheets: with `quotes` what stands for one is
        the writing in which others gave the figure of a known publisher.
        """
        where = [f"{self.file}{when}"] if self.file and not named else []
        where += [f"from {self.host} ({_pages(self.pages)})"] if self.host else []
        listing = quotes and self.file.lower().endswith(".csv")
        sheet = f"as given in “{self.sheet}”" if listing else f"sheet {self.sheet}"
        where += [sheet] if self.sheet else []
        where += [_cells(self.cells)] if self.cells else []
        where += [f"cell {name}" for name in self.unnumbered]
        of_measure = f"{self.measure}: " if self.measure else ""
        return f"{of_measure}{', '.join(where)}"


def source(series: Series, points: Sequence[Point]) -> str:
    """Return where figures were read: publisher, file, sheet or pages, and the cells.

    A sheet that is a web address is named by its host and its page; the figure keeps the address.
    """
    read = _read(series.series_key.publisher, series.imported, [point.source for point in points])
    return " ".join(part for part in (f"Source: {read}", peer_source(series, points)) if part)


def peer_source(series: Series, points: Sequence[Point]) -> str:
    """Return where the nation's figures beside these were read; empty where none stands there."""
    peer = series.peer
    if peer is None or not peer.sources:
        return ""
    starts = {point.start for point in points}
    figures = zip(series.points, peer.values, peer.markers, peer.sources, strict=True)
    beside = [
        source
        for point, value, marker, source in figures
        if point.start in starts and (value is not None or marker is not None)
    ]
    newest = next((source for source in reversed(beside) if source is not None), None)
    if newest is None:
        return ""
    imported = newest.imported if isinstance(newest, CellSource) else None
    return f"{peer.name}: {_read(series.series_key.publisher, imported, beside)}"


def source_of(sources: Iterable[Series]) -> str:
    """Return where the figures that papers show of several series were read."""
    by_import: dict[tuple[str, date | None], list[Point]] = {}
    for series in sources:
        points = by_import.setdefault((series.series_key.publisher, series.imported), [])
        points += [point for point in shown(series) if point not in points]
    parts = (
        _read(publisher, imported, [point.source for point in points])
        for (publisher, imported), points in by_import.items()
    )
    return f"Source: {' '.join(parts)}"


def source_read(publisher: str, sources: Sequence[Provenance | None]) -> str:
    """Return where figures of one publisher were read, whatever places and series they are of."""
    cells = [cell for source in sources if source for _, cell in source.cells()]
    imported = max((cell.imported for cell in cells if cell.imported), default=None)
    return f"Source: {_read(publisher, imported, sources)}"


def _read(publisher: str, imported: date | None, sources: Sequence[Provenance | None]) -> str:
    places: dict[tuple[str, ...], _Place] = {}
    for source in sources:
        for measure, cell in source.cells() if source else ():
            _note(places, measure, cell)
    days = _days(sources) if imported else {}
    apart = days if len({day for each in days.values() for day in each}) > 1 else {}
    is_each = len(apart) <= MOST_DATED
    phrases, files = [], set()
    for place in places.values():
        named = place.file in files and bool(place.sheet or place.host)
        when = f" ({_imported(apart[place.file])})" if is_each and place.file in apart else ""
        phrases.append(place.words(named=named, quotes=publisher in OPEN_GOVERNMENT, when=when))
        files.add(place.file)
    every = {day for each in days.values() for day in each} or ({imported} if imported else set())
    words = "" if apart and is_each else _imported(every)
    once = f" {words[:1].upper()}{words[1:]}." if words else ""
    return f"{IN_FULL.get(publisher, publisher)}. {'; '.join(phrases)}.{once}"


def _days(sources: Sequence[Provenance | None]) -> dict[str, set[date]]:
    """Return on which days each file was imported that these figures were read from."""
    days: dict[str, set[date]] = {}
    for source in sources:
        for _, cell in source.cells() if source else ():
            if cell.imported:
                days.setdefault(cell.file, set()).add(cell.imported)
    return days


def _imported(days: set[date]) -> str:
    """Return on which day imports were made, or from which day to which; empty without any."""
    if not days:
        return ""
    first, last = long_date(min(days)), long_date(max(days))
    return f"imported {first}" if first == last else f"imported from {first} to {last}"


def _note(places: dict[tuple[str, ...], _Place], measure: str, read: CellSource) -> None:
    """Add a cell to the place that it stands in."""
    if address := _ADDRESS.fullmatch(read.sheet):
        host = address["host"].removeprefix("www.")
        place = _Place(measure, read.file, host=host)
        place = places.setdefault((measure, read.file, "", host), place)
        page = _page(address["path"])
        place.pages += [] if page in place.pages else [page]
    else:
        place = _Place(measure, read.file, read.sheet)
        place = places.setdefault((measure, read.file, read.sheet), place)
    if cell := _CELL.fullmatch(read.cell):
        place.cells.append((cell["column"], int(cell["row"])))
    elif read.cell and read.cell not in place.unnumbered:
        place.unnumbered.append(read.cell)


def _page(path: str) -> str:
    """Return the last part of an address in words: `statistics january to March 2025`."""
    name = path.rstrip("/").rpartition("/")[2].partition("?")[0]
    words = re.sub(r"[-_]+", " ", name).strip()
    return _MONTH.sub(lambda month: month[0].capitalize(), words)


def _pages(pages: Sequence[str]) -> str:
    """Return the pages; what several have in common at their start is said once."""
    split = [page.split(" ") for page in pages]
    alike = takewhile(lambda words: len(set(words)) == 1, zip(*split, strict=False))
    common = [words[0] for words in alike] if pages[1:] else []
    rests = [" ".join(words[len(common) :]) for words in split]
    joined = (
        f"{' '.join(common)}: {', '.join(rests)}" if common and all(rests) else ", ".join(pages)
    )
    return f"{joined[:1].upper()}{joined[1:]}"


def _cells(cells: Sequence[tuple[str, int]]) -> str:
    """Return cells as ranges: `cells B4 to B17 and B20`, `cells C6 to R6 and C13 to R13`.

    They run down columns or along rows, whichever gives the fewer ranges.
    """
    places = {(_column_number(column), row): f"{column}{row}" for column, row in cells}
    down = _runs(sorted(places), (0, 1))
    along = _runs(sorted(places, key=lambda place: (place[1], place[0])), (1, 0))
    ranges = [
        places[run[0]] + (f" to {places[run[-1]]}" if run[1:] else "")
        for run in min(down, along, key=len)
    ]
    return f"cell{'s' if len(places) > 1 else ''} {listed(ranges)}"


def _runs(places: Iterable[tuple[int, int]], step: tuple[int, int]) -> list[list[tuple[int, int]]]:
    """Return places in their order, those that follow each other by a step together."""
    runs: list[list[tuple[int, int]]] = []
    for column, row in places:
        if runs and runs[-1][-1] == (column - step[0], row - step[1]):
            runs[-1].append((column, row))
        else:
            runs.append([(column, row)])
    return runs


def _column_number(letters: str) -> int:
    """Return the number of a column: 1 for A, 27 for AA."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
