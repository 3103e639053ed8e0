"""The card of the figures: a small line each, its signal and whether that is welcome."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from lfjb_desk.analysis.target_status import verdict_words
from lfjb_desk.ui.charts.series import recent_line
from lfjb_desk.ui.charts.small_chart import SmallChart
from lfjb_desk.ui.look.theme import StatusTone
from lfjb_desk.ui.signals import tone
from lfjb_desk.ui.widgets.boxes import Card, More, clear, column, hairline, row
from lfjb_desk.ui.widgets.text import StatusLabel, button, words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from PySide6.QtWidgets import QHBoxLayout

    from lfjb_desk.domain.read_models.figures.series import Series
    from lfjb_desk.ui.charts.data import LineData
    from lfjb_desk.ui.shell.contract import Desk

SHOWN = 4
"""How many figures there is room for; the rest are a page away."""
RECENT = 12
"""How many periods the small line holds."""


class SignalsCard(Card):
    """Shows the signals in the figures of the area, the unwelcome first."""

    def __init__(self, desk: Desk) -> None:
        self.everything = button("", "quiet")
        super().__init__(" ", self.everything)
        self._desk = desk
        self.everything.clicked.connect(self._open_all)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        self.left_out = button("", "quiet")
        self.left_out.clicked.connect(self._open_all)
        self.body.addLayout(self._lines)
        self.body.addLayout(row(self.left_out, None))
        self.body.addStretch(1)

    def show_figures(self, series: Sequence[Series], moved: Sequence[Series]) -> None:
        """Show what of all figures asks for a look; where nothing does, what `moved` lately.

        A signal or a missed target asks for a look, whether or not the last import moved it.
        """
        clear(self._lines)
        telling = [measured for measured in series if measured.status.asks_for_a_look]
        if telling:
            self.heading.setText(self._telling_heading(telling))
        else:
            self.heading.setText(
                self.tr("What the last import moved") if moved else self.tr("Latest figures")
            )
        ranked = sorted(telling or moved or series, key=_rank)
        for index, measured in enumerate(ranked[:SHOWN]):
            if index:
                self._lines.addWidget(hairline())
            self._lines.addLayout(self._line(measured))
        left_out = len(ranked) - SHOWN
        self.left_out.setText(self.tr("{0} more").format(left_out))
        self.left_out.setAccessibleName(self.left_out.text())
        self.left_out.setVisible(left_out > 0)
        more = len(series) > SHOWN
        self._say(self.tr("All {0} measures").format(len(series)) if more else self._all())
        if not ranked:
            missing = self.tr("No figures are held for this area yet. Import a published file.")
            self._lines.addWidget(words(missing, "soft", wrap=True))
            self._say(self.tr("Import figures"))

    def _telling_heading(self, telling: Sequence[Series]) -> str:
        """Return what the figures that ask for a look are."""
        if all(measured.status.signal is None for measured in telling):
            return self.tr("Targets missed")
        if any(measured.status.is_missed for measured in telling):
            return self.tr("Signals and targets missed")
        return self.tr("Signals in the figures")

    def _all(self) -> str:
        return self.tr("All measures")

    def _say(self, text: str) -> None:
        self.everything.setText(text)
        self.everything.setAccessibleName(text)

    def _line(self, series: Series) -> QHBoxLayout:
        theme, icons, narrative = self._desk.theme, self._desk.icons, series.narrative
        sign = tone(series.status) if series.status.is_judged else StatusTone.PLAIN
        front = StatusLabel(theme, icons, sign, narrative.front, wrap=True)
        is_told = narrative.message is not None and narrative.message.is_old
        when = words("" if is_told else series.latest.label, "small")
        labels = column(words(series.name, "soft", wrap=True), front, gap=2)
        if series.status.is_missed:
            labels.addWidget(StatusLabel(theme, icons, StatusTone.MISSED, verdict_words(series)))
        more = More()
        more.show_sentences(series.name, narrative.more)
        when.setContentsMargins(0, 10, 0, 0)  # on the line of the words of the button
        foot = row(more, when)
        foot.setStretch(0, 1)
        foot.setAlignment(when, Qt.AlignmentFlag.AlignTop)
        labels.addLayout(foot)
        show = button("", "icon", name=self.tr("Show {0}").format(series.name))
        self._desk.icons.set_icon(show, "caret-right")
        show.clicked.connect(partial(self._open, series.measure.id))
        across = row(labels)
        across.setStretch(0, 1)
        line = recent_line(series, RECENT)
        if sum(value is not None for value in line.values) > 1:
            name = self.tr("{0}: {1}").format(series.name, narrative.front)
            across.addWidget(self._chart(line, name))
        across.addWidget(show)
        return across

    def _chart(self, line: LineData, name: str) -> SmallChart:
        theme = self._desk.theme
        chart = SmallChart(theme, line, name)
        chart.setFixedSize(theme.px(104), theme.px(36))
        return chart

    def _open(self, key: UUID) -> None:
        self._desk.context.go("performance", "measure", key)

    def _open_all(self) -> None:
        self._desk.context.go("performance")


def _rank(series: Series) -> tuple[int, bool]:
    """Order as every list of measures is; among equals what moved comes first."""
    return series.status.urgency, not series.direction.is_move
