"""The targets of a measure, shown and changed wherever a measure is described."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from lfjb_desk.domain.figures.targets import NATION, TargetPlace, target_words
from lfjb_desk.domain.formatting import long_date
from lfjb_desk.domain.places import PlaceKind
from lfjb_desk.ui.commands import Command, CommandGroup, page_command, page_group
from lfjb_desk.ui.pages.performance.measures.commands import MeasureCommands
from lfjb_desk.ui.widgets.boxes import row
from lfjb_desk.ui.widgets.menus import command_button
from lfjb_desk.ui.widgets.text import words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtWidgets import QVBoxLayout

    from lfjb_desk.domain.figures.figures import Measure, Target
    from lfjb_desk.services.places import AreaLine
    from lfjb_desk.ui.commands import AnyGroup
    from lfjb_desk.ui.pages.performance.services import PerformanceServices
    from lfjb_desk.ui.shell.contract import Desk


@dataclass(frozen=True)
class TargetLine:
    """A target of a measure, and the sentence that says it."""

    measure: Measure
    target: Target
    sentence: str


@dataclass(frozen=True)
class ShownSeries:
    """The series that targets are shown with: where it is, what periods and aims it has."""

    place: TargetPlace
    first: date
    """The last day of its first period."""
    newest: date
    """The first day of its newest period."""
    last: date
    """The last day of that period."""
    aims: tuple[Target | None, ...]
    """The target in force in each period."""


def places_of(area: AreaLine) -> tuple[TargetPlace, ...]:
    """Return where targets of an area may hold: the area, then its authorities."""
    bodies = dict.fromkeys((each.id, each.name) for each in area.authorities)
    return (
        TargetPlace(area.name, area_id=area.id),
        *(TargetPlace(name, authority_id=key) for key, name in bodies),
    )


class Targets(QObject):
    """Writes the targets of a measure into a box, each with what can be done to it."""

    def __init__(self, desk: Desk, services: PerformanceServices, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._ask = desk, services
        self.record_commands = MeasureCommands(desk, services.figures, self)
        self._lines: tuple[TargetLine, ...] = ()
        self._measure: Measure | None = None
        self._shown_series: ShownSeries | None = None
        self._places: Sequence[TargetPlace] = ()
        self._area_code = ""
        self._new = page_command(
            self.tr("Set a target"),
            self._set,
            "target",
            offered=lambda: self._measure is not None,
        )
        self._of_target: CommandGroup[TargetLine] = CommandGroup(
            self.tr("A target of the measure"),
            (
                Command(self.tr("Change…"), self._change, "pencil-simple"),
                Command(self.tr("Remove"), self._remove, "trash"),
            ),
            lambda: self._lines,
            lambda line: self.tr("the target {0}").format(line.sentence),
        )

    def command_groups(self) -> Sequence[AnyGroup]:
        """Return all that can be done with the targets on_page."""
        return (page_group(self.tr("Targets of the measure"), self._new), self._of_target)

    def fill(
        self,
        box: QVBoxLayout,
        measure: Measure,
        targets: Sequence[Target],
        on_page: ShownSeries | None = None,
    ) -> None:
        """Write the targets that may hold for the series shown with them, or all without one."""
        self._measure, self._shown_series = measure, on_page
        areas = self._ask.places.areas()
        names = {place.id: place.name for area in areas for place in places_of(area)}
        here = next((area for area in areas if area.id == self._desk.context.area_id), None)
        self._places = () if here is None else places_of(here)
        self._area_code = "" if here is None else here.code
        new = command_button(self._new.bind(None), "quiet")
        box.addLayout(row(words(self.tr("Targets"), "strong"), None, new))
        place_id = None if on_page is None else on_page.place.id
        seen = [
            target for target in targets if on_page is None or target.place_id in {None, place_id}
        ]
        self._lines = tuple(
            TargetLine(measure, target, target_words(target, measure)) for target in seen
        )
        for line in self._lines:
            where = self.tr("nationally")
            if line.target.place_id is not None:
                where = names.get(line.target.place_id, self.tr("elsewhere"))
            self._add(box, line, where)
        if not seen:
            box.addWidget(words(self.tr("No target is set."), "soft"))

    def _add(self, box: QVBoxLayout, target_line: TargetLine, where: str) -> None:
        target = target_line.target
        buttons = [
            command_button(command, "quiet") for command in self._of_target.offered(target_line)
        ]
        line = row(words(f"{target_line.sentence}, {where}", wrap=True), *buttons, gap=4)
        line.setStretch(0, 1)
        box.addLayout(line)
        days = self.tr("From {0}").format(long_date(target.starts))
        if target.ends is not None:
            days = self.tr("{0} to {1}").format(days, long_date(target.ends))
        box.addWidget(words(f"{days}. {target.source}", "small", wrap=True))
        why = self._why_not_drawn(target)
        if why:
            box.addWidget(words(why, "small", wrap=True))

    def _why_not_drawn(self, target: Target) -> str:
        """Return why the chart beside it does not show a target; empty where it does."""
        on_page = self._shown_series
        if on_page is None or target in on_page.aims:
            return ""
        if target.starts > on_page.last:
            return self.tr("It begins after the newest figure, so the chart does not show it yet.")
        if target.ends is not None and target.ends < on_page.first:
            return self.tr("It ended before the first figure, so the chart does not show it.")
        return self.tr("Another target goes before it here, so the chart does not show it.")

    def _set(self) -> None:
        measure, on_page = self._measure, self._shown_series
        if measure is None:
            return
        # What the page shows comes first, so that a target holds where it was set from.
        places = (*self._places, NATION)
        if on_page is not None:
            here = on_page.place
            places = (here, *(place for place in places if place.id != here.id))
        newest = on_page.newest if on_page is not None else self._newest(measure)
        self.record_commands.set_target(measure, places, newest)

    def _newest(self, measure: Measure) -> date | None:
        """Return the first day of the newest period that the area has of a measure, if any."""
        series = self._ask.figures.series(
            measure.id, PlaceKind.AREA, self._area_code, self._desk.context.today
        )
        return None if series is None else series.latest.start

    def _change(self, line: TargetLine) -> None:
        self.record_commands.change_target(line.measure, line.target)

    def _remove(self, line: TargetLine) -> None:
        self.record_commands.remove_target(line.target)
