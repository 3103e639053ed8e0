"""The national view: in every area, which measures have a signal, which way and since when."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from lfjb_desk.analysis.measure_status import measure_status
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

    from lfjb_desk.analysis.spc.signals import Watched
    from lfjb_desk.domain.figures.charts import ChartPlan
    from lfjb_desk.domain.figures.figures import Measure
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
        lines = Lines(measures).best(texts)
        statuses = _statuses(lines, by_id, plans, steps)
        parts: defaultdict[str, list[tuple[NationalLine, MeasureStatus]]] = defaultdict(list)
        for line, status in zip(lines, statuses, strict=True):
            parts[line.place_code].append((line, status))
        with_figures = {line.measure_id for line in lines}
        return NationalView(
            areas=tuple(
                AreaSignals(
                    area=area,
                    lines=_signal_lines(parts[area.code], by_id, plans),
                    held=frozenset(line.measure_id for line, _ in parts[area.code]),
                    judged=frozenset(
                        line.measure_id for line, status in parts[area.code] if status.is_judged
                    ),
                )
                for area in areas
            ),
            measures=tuple(measure for measure in measures if measure.id in with_figures),
        )


def _statuses(
    lines: Sequence[NationalLine],
    measures: Mapping[UUID, Measure],
    plans: Mapping[SeriesPlace, ChartPlan],
    steps: Mapping[SeriesPlace, Sequence[date]],
) -> list[MeasureStatus]:
    # Late: the arithmetic is heavy to load, and only this view needs it for all areas at once.
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

    newest = latest([watched(line) for line in lines])
    return [
        measure_status(measures[line.measure_id].polarity, standing.limits, standing.signal)
        for line, standing in zip(lines, newest, strict=True)
    ]


def _signal_lines(
    parts: Sequence[tuple[NationalLine, MeasureStatus]],
    measures: Mapping[UUID, Measure],
    plans: Mapping[SeriesPlace, ChartPlan],
) -> tuple[SignalLine, ...]:
    lines = [
        _signal_line(
            line,
            (status, status.signal),
            measures[line.measure_id],
            rules_of(plans.get((line.measure_id, line.place_code))),
        )
        for line, status in parts
        if status.signal is not None
    ]
    return tuple(sorted(lines, key=lambda line: line.measure.name.casefold()))


def _signal_line(
    line: NationalLine, judged: tuple[MeasureStatus, Signal], measure: Measure, rules: str
) -> SignalLine:
    status, signal = judged
    track, newest = line.track, line.newest()

    def words(index: int) -> str:
        return period_words(track.frequency, track.starts[index], track.ends[index])

    return SignalLine(
        measure=measure,
        series_key=line.series_key,
        signal=signal,
        status=status,
        since=track.starts[signal.since],
        since_words=words(signal.since),
        at_words=words(signal.at),
        rules=rules,
        value=newest.value,
        marker=newest.marker,
        period_words=words(-1),
    )
