"""The strip that says how the quorum stands, and who is in the room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget
from typing_extensions import override

from lfjb_desk.domain.meetings import Presence
from lfjb_desk.domain.people import OrganisationKind
from lfjb_desk.ui.theme import StatusTone
from lfjb_desk.ui.widgets.boxes import Card, row
from lfjb_desk.ui.widgets.text import StatusLabel, chip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QPushButton

    from lfjb_desk.domain.read_models.minutes import AttendanceRow, Quorum
    from lfjb_desk.ui.icons import Icons
    from lfjb_desk.ui.theme import ActiveTheme


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
        line.setContentsMargins(20, 2, 8, 2)
        self.setMinimumHeight(theme.px(HIGH))
        self.body.addLayout(line)

    def show_quorum(self, quorum: Quorum, rows: Sequence[AttendanceRow]) -> None:
        """Show how the quorum stands with the marks made so far."""
        tones = {None: StatusTone.OPEN, True: StatusTone.GOOD, False: StatusTone.SOON}
        self.status.say(tones[quorum.met], quorum.words)
        self.chips.show_chips(chips(rows))


class ChipRow(QWidget):
    """Chips side by side; those without room are left out, and stand in the tooltip."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._chips: list[QLabel] = []

    def show_chips(self, shown: Sequence[tuple[str, StatusTone]]) -> None:
        """Show other chips."""
        for one in self._chips:
            one.hide()
            one.deleteLater()
        self._chips = [chip(text, tone) for text, tone in shown]
        for one in self._chips:
            one.setParent(self)
            one.ensurePolished()
        sentence = ", ".join(text for text, _ in shown)
        self.setToolTip(sentence)
        self.setAccessibleName(sentence)
        self.setMinimumHeight(max((one.sizeHint().height() for one in self._chips), default=0))
        self._place()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        left = 0
        for one in self._chips:
            size = one.sizeHint()
            top = (self.height() - size.height()) // 2
            one.setGeometry(left, top, size.width(), size.height())
            left += size.width() + GAP
            one.setVisible(left - GAP <= self.width())


def chips(rows: Sequence[AttendanceRow]) -> list[tuple[str, StatusTone]]:
    """Return who is here by kind of body, then apologies, absences and those still expected."""
    names = _kinds()
    here = [one for one in rows if one.here]
    found = [
        (f"{name}  {many}", StatusTone.GOOD)
        for kind, name in names.items()
        if (many := sum(one.organisation.kind is kind for one in here))
    ]
    for name, many, tone in (
        (_tr("Apologies"), _marked(rows, Presence.APOLOGIES), StatusTone.PLAIN),
        (_tr("Absent"), _marked(rows, Presence.ABSENT), StatusTone.PLAIN),
        (_tr("Expected"), sum(one.expected for one in rows), StatusTone.SOON),
    ):
        if many:
            found.append((f"{name}  {many}", tone))
    return found


def _marked(rows: Sequence[AttendanceRow], presence: Presence) -> int:
    return sum(one.presence is presence for one in rows)


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
