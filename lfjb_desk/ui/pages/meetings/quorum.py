"""The strip that says how the quorum stands, and who is in the room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from lfjb_desk.domain.meetings import Presence
from lfjb_desk.domain.people import OrganisationKind
from lfjb_desk.ui.theme import Tone
from lfjb_desk.ui.widgets.boxes import Card, clear, row
from lfjb_desk.ui.widgets.text import Status, chip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QPushButton

    from lfjb_desk.domain.views.minutes import AttendanceRow, Quorum
    from lfjb_desk.ui.icons import Icons
    from lfjb_desk.ui.theme import Theme


HIGH = 46


def _tr(text: str) -> str:
    return QCoreApplication.translate("Quorum", text)


class QuorumStrip(Card):
    """One line: the quorum in words, then how many came from each kind of body."""

    def __init__(self, theme: Theme, icons: Icons, *buttons: QPushButton) -> None:
        super().__init__(flush=True)
        self.status = Status(theme, icons, Tone.OPEN, "", strong=True)
        self._room = QWidget()
        # The chips give way first: the words at the left say what counts.
        self._room.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._chips = QHBoxLayout(self._room)
        self._chips.setContentsMargins(0, 0, 0, 0)
        self._chips.setSpacing(8)
        line = row(self.status, self._room, *buttons, gap=16)
        line.setStretch(1, 1)
        line.setContentsMargins(20, 2, 8, 2)
        self.setMinimumHeight(theme.px(HIGH))
        self.body.addLayout(line)

    def show_quorum(self, quorum: Quorum, rows: Sequence[AttendanceRow]) -> None:
        """Show how the quorum stands with the marks made so far."""
        tones = {None: Tone.OPEN, True: Tone.GOOD, False: Tone.SOON}
        self.status.say(tones[quorum.met], quorum.words)
        clear(self._chips)
        for text, tone in chips(rows):
            self._chips.addWidget(chip(text, tone))
        self._chips.addStretch(1)
        self._room.setToolTip(", ".join(text for text, _ in chips(rows)))


def chips(rows: Sequence[AttendanceRow]) -> list[tuple[str, Tone]]:
    """Return who is here by kind of body, then apologies, absences and those still expected."""
    names = _kinds()
    here = [one for one in rows if one.here]
    found = [
        (f"{name}  {many}", Tone.GOOD)
        for kind, name in names.items()
        if (many := sum(one.organisation.kind is kind for one in here))
    ]
    for name, many, tone in (
        (_tr("Apologies"), _marked(rows, Presence.APOLOGIES), Tone.PLAIN),
        (_tr("Absent"), _marked(rows, Presence.ABSENT), Tone.PLAIN),
        (_tr("Expected"), sum(one.expected for one in rows), Tone.SOON),
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
