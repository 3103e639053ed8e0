"""The national view: in every area, which measures have a signal, which way and since when."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from lfjb_desk.analysis.measure_status import measure_status, past_words
from lfjb_desk.analysis.trends import is_count, period_words
from lfjb_desk.domain.places import PlaceKind
from lfjb_desk.domain.read_models.figures.national import AreaSignals, NationalView, SignalLine
from lfjb_desk.services.figures.control import DIRECTIONS, rules_of, step_points
from lfjb_desk.services.figures.national_series import Lines, NationalLine
from lfjb_desk.store.queries.figures import control as charts
from lfjb_desk.store.queries.figures import figures
from lfjb_desk.store.queries.figures import national as store

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from uuid import UUID

    from lfjb_desk.analysis.spc.signals import NewestSignal, Watched
    from lfjb_desk.domain.figures.charts import ChartPlan
    from lfjb_desk.domain.figures.figures import Measure
    from lfjb_desk.domain.places import DfjArea
    from lfjb_desk.domain.read_models.figures.control import Signal
    from lfjb_desk.domain.read_models.figures.status import MeasureStatus
    from lfjb_desk.store.engine.database import Database

    SeriesPlace = tuple[UUID, str]
    """A measure and the code of an area."""


class NationalService:
    """Answers which areas have a signal in which of their measures."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def view(self, today: date) -> NationalView:
        """Return every area with its signals, judged by its own plan and steps up to a day.

        Of several publishers and frequencies of a measure the one is judged that its page shows.
        """
        with self._database.session() as session:
            measures = figures.measures(session)
            areas = store.areas(session)
            texts = store.series_texts(session, PlaceKind.AREA)
            plans = {
                (plan.measure_id, plan.place_code): plan
                for plan in charts.plans(session)
                if plan.place_kind is PlaceKind.AREA
            }
            steps: defaultdict[SeriesPlace, list[date]] = defaultdict(list)
            for step in charts.steps(session):
                if step.place_kind is PlaceKind.AREA and step.starts <= today:
                    steps[step.measure_id, step.place_code].append(step.starts)
        by_id = {measure.id: measure for measure in measures}
        lines = Lines(measures).best(texts, today)
        judged = _judged(lines, by_id, plans, steps, today)
        parts: defaultdict[str, list[_JudgedLine]] = defaultdict(list)
        for entry in judged:
            parts[entry.line.place_code].append(entry)
        chances = [(entry.line.measure_id, entry.chance) for entry in judged if entry.chance]
        with_figures = {line.measure_id for line in lines}
        return NationalView(
            areas=tuple(_area_signals(area, parts[area.code], by_id, plans) for area in areas),
            measures=tuple(measure for measure in measures if measure.id in with_figures),
            chances=tuple(chances),
        )


class _JudgedLine(NamedTuple):
    """One measure in one area, judged."""

    line: NationalLine
    status: MeasureStatus
    confirmed: bool
    chance: float
    """How likely a stable series like it shows a signal at its newest figure; 0 without limits
    and for figures too old to tell of now, whose signals do not count."""


def _judged(
    lines: Sequence[NationalLine],
    measures: Mapping[UUID, Measure],
    plans: Mapping[SeriesPlace, ChartPlan],
    steps: Mapping[SeriesPlace, Sequence[date]],
    today: date,
) -> list[_JudgedLine]:
    # Late: the arithmetic is heavy to load, and only this view needs it for all areas at once.
    from lfjb_desk.analysis.spc.chance import chance_of_signal  # noqa: PLC0415
    from lfjb_desk.analysis.spc.signals import Watched, latest  # noqa: PLC0415

    def watched(line: NationalLine) -> Watched:
        measured = (line.measure_id, line.place_code)
        measure = measures[line.measure_id]
        plan, days = plans.get(measured), steps.get(measured, ())
        return Watched(
            values=line.charted(),
            direction=DIRECTIONS[measure.polarity],
            rebase_index=step_points(line.track.starts, days) if days else None,
            fix_after_n_points=plan.fix_after if plan else None,
            screen_outliers=plan.screen_outliers if plan else True,
            rules=rules_of(plan),
            is_count=is_count(measure),
        )

    def judged(line: NationalLine, series: Watched, newest: NewestSignal) -> _JudgedLine:
        measure, chance = measures[line.measure_id], 0.0
        past = past_words(line.track.frequency, *line.newest_period(), today)
        if newest.limits.drawn and not past:
            spread = newest.spread * 10**measure.decimals
            chance = chance_of_signal(
                series.rules, newest.figures, spread, is_small_count=newest.is_small_count
            )
        status = measure_status(measure.polarity, newest.limits, newest.signal, past=past)
        return _JudgedLine(line, status, newest.confirmed, chance)

    series = [watched(line) for line in lines]
    return [judged(*each) for each in zip(lines, series, latest(series), strict=True)]


def _area_signals(
    area: DfjArea,
    parts: Sequence[_JudgedLine],
    measures: Mapping[UUID, Measure],
    plans: Mapping[SeriesPlace, ChartPlan],
) -> AreaSignals:
    return AreaSignals(
        area=area,
        lines=_signal_lines([each for each in parts if each.status.signal], measures, plans),
        past=_signal_lines([each for each in parts if each.status.past_signal], measures, plans),
        held=frozenset(entry.line.measure_id for entry in parts),
        judged=frozenset(entry.line.measure_id for entry in parts if entry.status.is_judged),
        old=frozenset(entry.line.measure_id for entry in parts if entry.status.as_of),
    )


def _signal_lines(
    parts: Sequence[_JudgedLine],
    measures: Mapping[UUID, Measure],
    plans: Mapping[SeriesPlace, ChartPlan],
) -> tuple[SignalLine, ...]:
    lines = [
        _signal_line(
            entry,
            entry.status.found_signal,
            measures[entry.line.measure_id],
            rules_of(plans.get((entry.line.measure_id, entry.line.place_code))),
        )
        for entry in parts
        if entry.status.found_signal is not None
    ]
    return tuple(sorted(lines, key=lambda line: line.measure.name.casefold()))


def _signal_line(entry: _JudgedLine, signal: Signal, measure: Measure, rules: str) -> SignalLine:
    line = entry.line
    track, newest = line.track, line.newest()

    def words(index: int) -> str:
        return period_words(track.frequency, track.starts[index], track.ends[index])

    return SignalLine(
        measure=measure,
        series_key=line.series_key,
        signal=signal,
        status=entry.status,
        confirmed=entry.confirmed,
        since=track.starts[signal.since],
        since_words=words(signal.since),
        at_words=words(signal.at),
        rules=rules,
        value=newest.value,
        marker=newest.marker,
        period_words=words(-1),
    )
