"""The strip that says how the quorum stands, and who is in the room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget
from typing_extensions import override

from lfjb_desk.domain.governance.people import OrganisationKind
from lfjb_desk.domain.meetings.meetings import Presence
from lfjb_desk.ui.look.theme import StatusTone
from lfjb_desk.ui.widgets.boxes import Card, row
from lfjb_desk.ui.widgets.text import StatusLabel, chip
from lfjb_desk.ui.widgets.tips import set_tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QPushButton

    from lfjb_desk.domain.read_models.meetings.minutes import AttendanceRow, Quorum
    from lfjb_desk.ui.look.icons import Icons
    from lfjb_desk.ui.look.theme import ActiveTheme


HIGH = 46
GAP = 8


def _tr(text: str) -> str:
    return QCoreApplication.translate("Quorum", text)


class QuorumStrip(Card):
    """One line: the quorum in words, then how many came from each kind of body."""

    def __init__(self, theme: ActiveTheme, icons: Icons, *buttons: QPushButton) -> None:
        super().__init__(flush=True)
        self.status = StatusLabel(theme, icons, StatusTone.OPEN, "", strong=True)
        self.chips = ChipRow()
        line = row(self.status, self.chips, *buttons, gap=16)
        line.setStretch(1, 1)
        line.setContentsMargins(20, 0, 8, 0)
        line.addStrut(theme.px(HIGH))  # larger text and its button still may ask for more
        self.body.addLayout(line)

    def show_quorum(self, quorum: Quorum, rows: Sequence[AttendanceRow]) -> None:
        """Show how the quorum stands with the marks made so far."""
        tones = {None: StatusTone.OPEN, True: StatusTone.GOOD, False: StatusTone.SOON}
        self.status.say(tones[quorum.met], quorum.words)
        self.chips.show_chips(kind_chips(rows), mark_chips(rows))


class ChipRow(QWidget):
    """Chips side by side; those without room are left out, and stand in the tooltip.

    Where there is too little room, marks such as `Apologies  2` go before the kinds of bodies.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._chips: list[QLabel] = []
        self._marks = 0
        """How many of the chips, the last, are marks."""

    def show_chips(
        self, kinds: Sequence[tuple[str, StatusTone]], marks: Sequence[tuple[str, StatusTone]]
    ) -> None:
        """Show other chips: the kinds of bodies, then marks."""
        chips, self._marks = [*kinds, *marks], len(marks)
        for label in self._chips:
            label.hide()
            label.deleteLater()
        self._chips = [chip(text, tone) for text, tone in chips]
        for label in self._chips:
            label.setParent(self)
            label.ensurePolished()
        sentence = ", ".join(text for text, _ in chips)
        set_tip(self, sentence)
        self.setAccessibleName(sentence)
        self.setMinimumHeight(max((label.sizeHint().height() for label in self._chips), default=0))
        self._place()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        fitting = self._fitting()
        left = 0
        for label in self._chips:
            size = label.sizeHint()
            top = (self.height() - size.height()) // 2
            label.setVisible(label in fitting)
            if label in fitting:
                label.setGeometry(left, top, size.width(), size.height())
                left += size.width() + GAP

    def _fitting(self) -> list[QLabel]:
        """Return the chips that have room: who is away first, then the kinds of bodies."""
        marks = self._chips[len(self._chips) - self._marks :]
        fitting, room = [], self.width()
        for label in (*marks, *self._chips[: len(self._chips) - self._marks]):
            if label.sizeHint().width() <= room:
                fitting.append(label)
                room -= label.sizeHint().width() + GAP
        return fitting


def kind_chips(rows: Sequence[AttendanceRow]) -> list[tuple[str, StatusTone]]:
    """Return who is here by kind of body."""
    here = [attendee for attendee in rows if attendee.here]
    return [
        (f"{name}  {present}", StatusTone.GOOD)
        for kind, name in _kinds().items()
        if (present := sum(attendee.organisation.kind is kind for attendee in here))
    ]


def mark_chips(rows: Sequence[AttendanceRow]) -> list[tuple[str, StatusTone]]:
    """Return how many sent apologies, are absent, and are still expected."""
    marks = (
        (_tr("Apologies"), _marked(rows, Presence.APOLOGIES), StatusTone.PLAIN),
        (_tr("Absent"), _marked(rows, Presence.ABSENT), StatusTone.PLAIN),
        (_tr("Expected"), sum(attendee.expected for attendee in rows), StatusTone.SOON),
    )
    return [(f"{name}  {number}", tone) for name, number, tone in marks if number]


def _marked(rows: Sequence[AttendanceRow], presence: Presence) -> int:
    return sum(attendee.presence is presence for attendee in rows)


def _kinds() -> dict[OrganisationKind, str]:
    return {
        OrganisationKind.JUDICIARY: _tr("Judiciary"),
        OrganisationKind.COURT_SERVICE: _tr("HMCTS"),
        OrganisationKind.CAFCASS: _tr("Cafcass"),
        OrganisationKind.LOCAL_AUTHORITY: _tr("Authorities"),
        OrganisationKind.LEGAL: _tr("Legal"),
        OrganisationKind.HEALTH: _tr("Health"),
        OrganisationKind.POLICE: _tr("Police"),
        OrganisationKind.VOLUNTARY: _tr("Voluntary"),
        OrganisationKind.OTHER: _tr("Others"),
    }
