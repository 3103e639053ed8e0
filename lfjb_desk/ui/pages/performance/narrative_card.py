"""What the figures say, in the desk's words or in those of a person."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from lfjb_desk.domain.changes import RuleError
from lfjb_desk.domain.common import lengths
from lfjb_desk.domain.formatting import long_date
from lfjb_desk.ui.commands import page_command, page_group
from lfjb_desk.ui.look.theme import StatusTone
from lfjb_desk.ui.pages.performance.series_words import aim_status
from lfjb_desk.ui.signals import signal_words, tone
from lfjb_desk.ui.widgets.boxes import Card, More, bullet, clear, column, row
from lfjb_desk.ui.widgets.form.fields import Field, FieldKind
from lfjb_desk.ui.widgets.form.form import Form
from lfjb_desk.ui.widgets.menus import command_button
from lfjb_desk.ui.widgets.scrolling import from_top
from lfjb_desk.ui.widgets.text import StatusLabel, words

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from lfjb_desk.domain.changes import Change
    from lfjb_desk.domain.read_models.figures.narratives import ShownNarrative
    from lfjb_desk.domain.read_models.figures.series import Series
    from lfjb_desk.services.figures.narratives import NarrativeService
    from lfjb_desk.ui.shell.contract import Desk


def _tr(text: str) -> str:
    return QCoreApplication.translate("NarrativeCard", text)


@dataclass(frozen=True)
class Subject:
    """What words are about, and how other words are kept and given up."""

    name: str
    write: Callable[[str, datetime], Change]
    withdraw: Callable[[], Change]


@dataclass(frozen=True)
class NarrativeAnswer:
    """What the board says of figures in its own words."""

    text: str


class NarrativeCard(Card):
    """Shows a narrative: its message, and the rest behind it; the chair may put other words there.

    What has no message, such as a place as a whole, is shown a sentence a line.
    """

    def __init__(self, desk: Desk, heading: str, edit: str) -> None:
        """Make the card; `edit` is what the command is called that asks for other words."""
        change = page_command(edit, self.edit, "note-pencil")
        self.change = command_button(change.bind(None), "quiet", text=_tr("Edit"))
        super().__init__(heading, self.change)
        self._desk = desk
        self._subject: Subject | None = None
        self._narrative: ShownNarrative | None = None
        self.stale = StatusLabel(
            desk.theme, desk.icons, StatusTone.SOON, self.tr("Changed since these words")
        )
        self.by = words("", "small", wrap=True)
        back = page_command(
            self.tr("Back to the desk's words"),
            self._withdraw,
            "arrow-counter-clockwise",
            offered=lambda: self._narrative is not None and self._narrative.edited,
        )
        self.back = command_button(back.bind(None), "quiet")
        self.group = page_group(heading, change, back)
        """What can be done with the words."""
        self.over = column(gap=6)
        """Lines above the narrative."""
        self._lines = column(gap=6)
        self.more = More()
        self._lay_out()

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setProperty("role", "scrolled")
        box = QVBoxLayout(inside)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        for part in (
            self.over,
            self.stale,
            self._lines,
            self.more,
            self.by,
            row(self.back, None),
        ):
            if isinstance(part, QWidget):
                box.addWidget(part)
            else:
                box.addLayout(part)
        box.addStretch(1)
        self._room = room = QScrollArea()
        room.setWidget(inside)
        room.setWidgetResizable(True)
        room.setFrameShape(QFrame.Shape.NoFrame)
        room.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        room.setAccessibleName(self.heading.text())
        self.body.addWidget(room, 1)

    def show_narrative(self, subject: Subject, narrative: ShownNarrative) -> None:
        """Show what is said of a subject."""
        self._subject, self._narrative = subject, narrative
        clear(self._lines)
        if narrative.edited:
            self._lines.addWidget(words(narrative.text, wrap=True))
        elif narrative.front:
            self._lines.addWidget(words(f"{narrative.front}.", wrap=True))
        else:
            for sentence in narrative.more:
                self._lines.addLayout(bullet(sentence))
        is_behind = bool(narrative.front) and not narrative.edited
        self.more.show_sentences(subject.name, narrative.more if is_behind else ())
        from_top(self._room, subject.name)
        self.stale.setVisible(narrative.stale)
        self.back.setVisible(narrative.edited)
        written = long_date(narrative.written_at.date()) if narrative.written_at else ""
        by = self.tr("Written by a person on {0}.").format(written)
        if narrative.stale:
            by = self.tr(
                "Written by a person on {0}, from other figures, or with another target or other "
                "steps. Read it again, edit it or go back to the desk's words."
            ).format(written)
        self.by.setText(by)
        self.by.setVisible(narrative.edited)

    def edit(self) -> None:
        """Ask for other words and keep them."""
        subject, narrative = self._subject, self._narrative
        if subject is None or narrative is None:
            return
        text = Field(
            "text",
            self.tr("In your own words"),
            FieldKind.LONG,
            value=narrative.text,
            required=True,
            longest=lengths.NARRATIVE,
            help=self.tr("Say the order of events; figures alone show no cause."),
        )
        form = Form(f"{self.heading.text()}: {subject.name}", (text,), NarrativeAnswer)
        now = self._desk.context.clock()
        former = None if narrative.edited else narrative.text
        self._desk.keep(form, lambda answer: subject.write(_other(answer.text, former), now))

    def _withdraw(self) -> None:
        if self._subject is not None:
            self._desk.history.do(self._subject.withdraw)


def _other(text: str, former: str | None) -> str:
    """Return a person's words.

    Raises:
        RuleError: when they are still the desk's, which go along with the figures by themselves.
    """
    if former is not None and text.split() == former.split():
        raise RuleError(
            _tr(
                "These are still the desk's own words, which change with the figures by "
                "themselves. Change them, or cancel; nothing was kept."
            )
        )
    return text


class SeriesNarrativeCard(NarrativeCard):
    """Shows the signal of a series and how it stands against its target, then its narrative."""

    def __init__(self, desk: Desk, heading: str, edit: str, narratives: NarrativeService) -> None:
        super().__init__(desk, heading, edit)
        self._ask = narratives
        self.signal = StatusLabel(desk.theme, desk.icons, StatusTone.SAME, "", strong=True)
        self.aim = StatusLabel(desk.theme, desk.icons, StatusTone.SAME, "")
        self.over.addWidget(self.signal)
        self.over.addWidget(self.aim)

    def show_series(self, series: Series, narrative: ShownNarrative) -> None:
        """Show what is said of a series."""
        self.signal.say(tone(series.status), signal_words(series.status))
        aim, words = aim_status(series)
        self.aim.say(aim, words)
        self.aim.setVisible(bool(words))
        write = partial(self._ask.write, series)
        withdraw = partial(self._ask.withdraw, series)
        self.show_narrative(Subject(series.measure.name, write, withdraw), narrative)
