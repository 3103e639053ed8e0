"""Series of all areas from the texts that the store answers with, told apart and put in order."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from decimal import Decimal
from math import nan
from typing import TYPE_CHECKING, NamedTuple

from lfjb_desk.analysis import derived, trends
from lfjb_desk.analysis.derived import Given
from lfjb_desk.analysis.series_choice import series_rank
from lfjb_desk.domain.read_models.figures.series import Frequency, SeriesKey
from lfjb_desk.services.figures.derived import PUBLISHER
from lfjb_desk.store.queries.figures.national import SEPARATOR, SeriesTexts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from uuid import UUID

    from lfjb_desk.analysis.series_choice import Rank
    from lfjb_desk.domain.figures.figures import Measure

    Texts = dict[tuple[str, str], Given]

GAP = -1


class Track(NamedTuple):
    """The periods of one frequency in order, gaps among them."""

    frequency: Frequency
    starts: tuple[date, ...]
    ends: tuple[date, ...]
    places: tuple[int, ...]
    """Where each period stands among the texts; GAP for a gap."""
    newest: date
    """The last day that a figure is about."""


class NationalLine(NamedTuple):
    """One measure in one area: the strand that its page would show."""

    measure_id: UUID
    place_code: str
    series_key: SeriesKey
    track: Track
    values: list[str]
    markers: list[str]
    """As stored, in the order of the texts; see `Track.places`."""

    def charted(self) -> list[float]:
        """Return the figures in order; NaN, which a chart takes for a gap, where there is none."""
        figures = [float(text) if text else nan for text in self.values]
        figures.append(nan)  # what GAP points to
        return [figures[place] for place in self.track.places]

    def newest_period(self) -> tuple[date, date]:
        """Return first and last day of the newest period that has a figure, or of the last."""
        track = self.track
        places = range(len(track.places) - 1, -1, -1)
        known = (at for at in places if track.places[at] != GAP and self.values[track.places[at]])
        at = next(known, len(track.places) - 1)
        return track.starts[at], track.ends[at]

    def newest(self) -> Given:
        """Return what was published last."""
        place = self.track.places[-1]
        value = self.values[place]
        return Given(Decimal(value) if value else None, self.markers[place] or None)


class Lines:
    """Finds in the texts of all areas the strand of each measure that its page shows."""

    def __init__(self, measures: Iterable[Measure]) -> None:
        self._measures = {measure.code: measure for measure in measures}
        # Most series have the same periods, so each set of them is understood once.
        self._tracks: dict[tuple[str, str], tuple[Track, ...]] = {}

    def best(self, texts: Sequence[SeriesTexts], today: date) -> list[NationalLine]:
        """Return one line for each measure and area that has figures: the one shown first."""
        lines: defaultdict[tuple[UUID, str], list[NationalLine]] = defaultdict(list)
        for text in (*texts, *self._worked(texts)):
            key = (text.measure_id, text.place_code)
            for track in self._tracks_of(text):
                series_key = SeriesKey(text.publisher, track.frequency)
                values, markers = text.values.split(SEPARATOR), text.markers.split(SEPARATOR)
                lines[key].append(NationalLine(*key, series_key, track, values, markers))

        def rank(line: NationalLine) -> Rank:
            return series_rank(line.series_key, line.charted(), line.track.newest, today)

        return [max(same, key=rank) if same[1:] else same[0] for same in lines.values()]

    def _tracks_of(self, texts: SeriesTexts) -> tuple[Track, ...]:
        key = (texts.starts, texts.ends)
        if key not in self._tracks:
            self._tracks[key] = tuple(_tracks(texts.starts, texts.ends))
        return self._tracks[key]

    def _worked(self, texts: Sequence[SeriesTexts]) -> list[SeriesTexts]:
        """Return the series of derived measures, worked out as a page works them out."""
        formulas = derived.in_order(
            {code: measure.formula for code, measure in self._measures.items()}
        )
        used = {self._measures[code].id for formula in formulas.values() for code in formula.codes}
        texts_by_measure: defaultdict[UUID, dict[tuple[str, str], Texts]] = defaultdict(dict)
        for text in texts:
            if text.measure_id in used:
                texts_by_measure[text.measure_id][text.place_code, text.publisher] = _given(text)
        worked = []
        for code, formula in formulas.items():
            left, right = (texts_by_measure[self._measures[part].id] for part in formula.codes)
            key = self._measures[code].id
            for place, rows in left.items():
                found = {
                    slot: Given(*derived.work_out(formula, texts, right[place][slot]))
                    for slot, texts in rows.items()
                    if slot in right.get(place, {})
                }
                if found:
                    # A measure may rest on this one; its figures are the same publisher's.
                    texts_by_measure[key].setdefault(place, {}).update(found)
                    worked.append(_as_texts(key, *place, found))
        return worked


def _given(texts: SeriesTexts) -> Texts:
    columns = (text.split(SEPARATOR) for text in texts[3:])
    return {
        (start, end): Given(Decimal(value) if value else None, marker or None)
        for start, end, value, marker in zip(*columns, strict=True)
    }


def _as_texts(
    measure_id: UUID, place_code: str, publisher: str, rows: Mapping[tuple[str, str], Given]
) -> SeriesTexts:
    return SeriesTexts(
        measure_id,
        place_code,
        f"{PUBLISHER} ({publisher})",
        SEPARATOR.join(start for start, _ in rows),
        SEPARATOR.join(end for _, end in rows),
        SEPARATOR.join(
            "" if row.value is None else format(row.value, "f") for row in rows.values()
        ),
        SEPARATOR.join(row.marker or "" for row in rows.values()),
    )


def _tracks(starts: str, ends: str) -> Iterable[Track]:
    """Yield the periods told in two texts, parted by frequency."""
    parts: defaultdict[Frequency, list[tuple[date, date, int]]] = defaultdict(list)
    pairs = zip(starts.split(SEPARATOR), ends.split(SEPARATOR), strict=True)
    for index, (first, last) in enumerate(pairs):
        start, end = date.fromisoformat(first), date.fromisoformat(last)
        parts[trends.frequency_of(start, end)].append((start, end, index))
    for frequency, part in parts.items():
        gaps = [
            (day, trends.period_end(frequency, day), GAP)
            for day in trends.missing_starts(frequency, [start for start, _, _ in part])
        ]
        days, lasts, places = zip(*sorted([*part, *gaps]), strict=True)
        yield Track(frequency, days, lasts, places, max(lasts))
