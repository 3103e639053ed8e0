"""The card of the figures: a small line each, its direction and whether that is welcome."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from lfjb_desk.domain.views.series import Direction, Series, Welcome
from lfjb_desk.domain.words import figure
from lfjb_desk.ui.theme import Tone
from lfjb_desk.ui.widgets.boxes import Card, clear, column, hairline, row
from lfjb_desk.ui.widgets.text import Status, Trend, button, words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from PySide6.QtWidgets import QHBoxLayout, QWidget

    from lfjb_desk.ui.shell.contract import Desk

SHOWN = 4
"""How many figures there is room for; the rest are a page away."""
RECENT = 12
"""How many periods the small line holds."""
TONES = {
    (Direction.UP, Welcome.BETTER): Tone.RISING_WELL,
    (Direction.UP, Welcome.WORSE): Tone.RISING_BADLY,
    (Direction.UP, Welcome.NEITHER): Tone.RISING,
    (Direction.DOWN, Welcome.BETTER): Tone.FALLING_WELL,
    (Direction.DOWN, Welcome.WORSE): Tone.FALLING_BADLY,
    (Direction.DOWN, Welcome.NEITHER): Tone.FALLING,
}
"""The symbol and colour of a movement; all others stand still."""
ORDER = (Welcome.WORSE, Welcome.BETTER, Welcome.NEITHER)


class SignalsCard(Card):
    """Shows what the figures of the area did last, the unwelcome first."""

    def __init__(self, desk: Desk) -> None:
        self.everything = button("", "quiet")
        super().__init__(" ", self.everything)
        self._desk = desk
        self.everything.clicked.connect(self._open_all)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        self.body.addLayout(self._lines)
        self.body.addStretch(1)

    def show_figures(self, series: Sequence[Series], *, moved: bool) -> None:
        """Show the first few series; `moved` tells that the last import moved them."""
        clear(self._lines)
        self.heading.setText(
            self.tr("Signals in the figures") if moved else self.tr("Latest figures")
        )
        ranked = sorted(series, key=lambda one: (_still(one), ORDER.index(one.welcome)))
        for place, one in enumerate(ranked[:SHOWN]):
            if place:
                self._lines.addWidget(hairline())
            self._lines.addLayout(self._line(one))
        more = len(ranked) > SHOWN
        self._say(self.tr("All {0} measures").format(len(ranked)) if more else self._all())
        if not ranked:
            missing = self.tr("No figures are held for this area yet. Import a published file.")
            self._lines.addWidget(words(missing, "soft", wrap=True))
            self._say(self.tr("Import figures"))

    def _all(self) -> str:
        return self.tr("All measures")

    def _say(self, text: str) -> None:
        self.everything.setText(text)
        self.everything.setAccessibleName(text)

    def _line(self, one: Series) -> QHBoxLayout:
        measure, latest = one.measure, one.latest
        shown = figure(latest.value, measure.unit, measure.decimals, latest.marker)
        about = row(words(shown, "strong"), words(latest.label, "small"), None)
        said = column(words(measure.name, "soft", wrap=True), about, self._told(one), gap=2)
        show = button("", "icon", name=self.tr("Show {0}").format(measure.name))
        self._desk.icons.dress(show, "caret-right")
        show.clicked.connect(partial(self._open, measure.id))
        recent = [None if value is None else float(value) for value in one.values[-RECENT:]]
        across = row(said)
        across.setStretch(0, 1)
        if sum(value is not None for value in recent) > 1:
            name = self.tr("{0}, {1}: {2}").format(measure.name, shown, self._movement(one))
            across.addWidget(Trend(self._desk.theme, recent, _tone(one), name))
        across.addWidget(show)
        return across

    def _told(self, one: Series) -> QWidget:
        """Return the movement with its symbol; without one, what else the figures say."""
        if one.direction is Direction.UNKNOWN and one.sentences[1:]:
            return words(" ".join(one.sentences[1:3]), "small", wrap=True)
        return Status(self._desk.theme, self._desk.icons, _tone(one), self._movement(one))

    def _movement(self, one: Series) -> str:
        """Return which way the figure went, and whether that is welcome, in words."""
        ways = {
            Direction.UP: self.tr("Rising"),
            Direction.DOWN: self.tr("Falling"),
            Direction.SAME: self.tr("No change"),
            Direction.UNKNOWN: self.tr("Nothing to compare it with"),
        }
        judged = {
            Welcome.BETTER: self.tr("{0}, which is welcome"),
            Welcome.WORSE: self.tr("{0}, which is not welcome"),
            Welcome.NEITHER: "{0}",
        }
        if _still(one):
            return ways[one.direction]
        return judged[one.welcome].format(ways[one.direction])

    def _open(self, key: UUID) -> None:
        self._desk.context.go("performance", "measure", key)

    def _open_all(self) -> None:
        self._desk.context.go("performance")


def _still(one: Series) -> bool:
    return one.direction in {Direction.SAME, Direction.UNKNOWN}


def _tone(one: Series) -> Tone:
    return TONES.get((one.direction, one.welcome), Tone.SAME)
