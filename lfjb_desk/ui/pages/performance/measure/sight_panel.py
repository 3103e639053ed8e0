"""What a measure is watched for here: its drivers of delay, and the actions meant to move it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lfjb_desk.domain.drivers import severity_word
from lfjb_desk.ui.widgets.boxes import clear, column, row
from lfjb_desk.ui.widgets.reference import reference_to
from lfjb_desk.ui.widgets.scrolling import Scrolled, from_top
from lfjb_desk.ui.widgets.text import words

if TYPE_CHECKING:
    from uuid import UUID

    from lfjb_desk.domain.read_models.actions import ActionRow
    from lfjb_desk.domain.read_models.drivers import MeasureDriver
    from lfjb_desk.ui.pages.performance.services import PerformanceServices
    from lfjb_desk.ui.shell.contract import Desk

INDENT = 20
"""How far the actions of a driver stand in from its name."""


class SightPanel(Scrolled):
    """Lists the drivers that a measure shows in the area, each with its actions; all open."""

    def __init__(self, desk: Desk, services: PerformanceServices) -> None:
        self._body = column(gap=6)
        self._body.setContentsMargins(0, 0, 8, 0)
        super().__init__(self._body)
        self._desk, self._ask = desk, services
        self.setAccessibleName(self.tr("Line of sight"))

    def show_measure(self, measure_id: UUID) -> None:
        """Show what hangs on a measure in the area where the user stands."""
        clear(self._body)
        from_top(self, measure_id)
        area_id, today = self._desk.context.area_id, self._desk.context.today
        found = () if area_id is None else self._ask.drivers.of_measure(area_id, measure_id, today)
        for line in found:
            self._add_driver(line)
        if not found:
            none = self.tr("No driver of delay is linked to this measure; link it on its driver.")
            self._body.addWidget(words(none, "soft", wrap=True))
        self._body.addStretch(1)

    def _add_driver(self, line: MeasureDriver) -> None:
        driver = line.driver
        name = self.tr("{0}, {1}").format(driver.name, severity_word(line.severity))
        go = self._desk.context.go
        self._body.addWidget(words(self.tr("Driver"), "small"))
        self._body.addWidget(reference_to(name, go, "drivers", "driver", driver.id))
        for action in line.actions:
            self._add_action(action)
        if not line.actions:
            self._body.addWidget(words(self.tr("No action is meant to move it."), "soft"))
        self._body.addSpacing(8)

    def _add_action(self, action: ActionRow) -> None:
        text = f"{action.action.ref} {action.action.title}"
        go = self._desk.context.go
        name = reference_to(text, go, "actions", "action", action.action.id)
        line = row(INDENT, name, words(action.status_words, "small"))
        line.setStretch(1, 1)
        self._body.addLayout(line)
