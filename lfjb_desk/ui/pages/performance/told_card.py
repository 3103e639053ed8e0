"""What the figures say, in the desk's words or in those of a person."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from lfjb_desk.domain.words import long_date
from lfjb_desk.ui.pages.performance.told import aim_status
from lfjb_desk.ui.signals import signal_words, tone
from lfjb_desk.ui.theme import Tone
from lfjb_desk.ui.widgets.boxes import Card, column, row
from lfjb_desk.ui.widgets.fields import Field, Kind
from lfjb_desk.ui.widgets.form import Form
from lfjb_desk.ui.widgets.text import Status, button, words

if TYPE_CHECKING:
    from lfjb_desk.domain.views.series import Series
    from lfjb_desk.domain.views.told import Told
    from lfjb_desk.services.narratives import NarrativeService
    from lfjb_desk.ui.shell.contract import Desk

LONGEST = 4000


class ToldCard(Card):
    """Shows the signal, the target and the narrative; the chair may put other words there."""

    def __init__(self, desk: Desk, narratives: NarrativeService) -> None:
        self.change = button("", "quiet")
        super().__init__(" ", self.change)
        self.heading.setText(self.tr("What it says"))
        self._desk, self._ask = desk, narratives
        self._series: Series | None = None
        self._told: Told | None = None
        self.change.setText(self.tr("Edit"))
        self.change.setAccessibleName(self.tr("Edit these words"))
        self.change.clicked.connect(self.edit)
        self.signal = Status(desk.theme, desk.icons, Tone.SAME, "", strong=True)
        self.aim = Status(desk.theme, desk.icons, Tone.SAME, "")
        self.stale = Status(desk.theme, desk.icons, Tone.SOON, self.tr("Figures have changed"))
        self.text = words("", "body", wrap=True)
        self.by = words("", "small", wrap=True)
        self.back = button(self.tr("Back to the desk's words"), "quiet")
        self.back.clicked.connect(self._withdraw)
        self._lay_out()

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setProperty("role", "scrolled")
        box = column(self.signal, self.aim, self.stale, self.text, self.by, gap=6)
        box.addLayout(row(self.back, None))
        box.addStretch(1)
        inside.setLayout(box)
        room = QScrollArea()
        room.setWidget(inside)
        room.setWidgetResizable(True)
        room.setFrameShape(QFrame.Shape.NoFrame)
        room.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        room.setAccessibleName(self.tr("What it says"))
        self.body.addWidget(room, 1)

    def show_told(self, series: Series, told: Told) -> None:
        """Show what is said of a series."""
        self._series, self._told = series, told
        self.signal.say(tone(series), signal_words(series))
        aim, said = aim_status(series)
        self.aim.say(aim, said)
        self.aim.setVisible(bool(said))
        self.text.setText(told.text)
        self.stale.setVisible(told.stale)
        self.back.setVisible(told.edited)
        written = long_date(told.written_at.date()) if told.written_at else ""
        by = self.tr("Written by a person on {0}.").format(written)
        if told.stale:
            by = self.tr(
                "Written by a person on {0}, from other figures. Read it again, edit it or go "
                "back to the desk's words."
            ).format(written)
        self.by.setText(by)
        self.by.setVisible(told.edited)

    def edit(self) -> None:
        """Ask for other words and keep them."""
        series, told = self._series, self._told
        if series is None or told is None:
            return
        form = Form(
            self.tr("What it says: {0}").format(series.measure.name),
            (
                Field(
                    "text",
                    self.tr("In your own words"),
                    Kind.LONG,
                    value=told.text,
                    required=True,
                    longest=LONGEST,
                    help=self.tr("Say the order of events; figures alone show no cause."),
                ),
            ),
        )
        now = self._desk.context.clock()
        self._desk.keep(form, lambda answers: self._ask.write(series, answers["text"], now))

    def _withdraw(self) -> None:
        if self._series is not None:
            self._desk.history.do(partial(self._ask.withdraw, self._series))
