"""The chips above the minute box: what a line is taken for, each with the key that turns it."""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import shorten
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from lfjb_desk.domain.formatting import listed, long_date, weekday_date
from lfjb_desk.ui.look.theme import StatusTone
from lfjb_desk.ui.pages.meetings.minuting.reading.kinds import ChipKind, Doubt, EntryKind
from lfjb_desk.ui.widgets.boxes import clear, row
from lfjb_desk.ui.widgets.flow import Flow
from lfjb_desk.ui.widgets.menus import shortcut_words
from lfjb_desk.ui.widgets.text import button, chip, key_hint, words
from lfjb_desk.ui.widgets.tips import set_tip

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from lfjb_desk.ui.look.icons import Icons
    from lfjb_desk.ui.pages.meetings.minuting.reading.entry_parser import MinuteEntry

CHIP_KEYS = {
    ChipKind.OWNER: "Ctrl+O",
    ChipKind.BODY: "Ctrl+B",
    ChipKind.DATE: "Ctrl+D",
    ChipKind.LINES: "Ctrl+L",
}
ICONS = {
    ChipKind.OWNER: "user",
    ChipKind.BODY: "buildings",
    ChipKind.DATE: "calendar-blank",
    ChipKind.LINES: "list-numbers",
}
LONGEST_REST = 40
"""How many letters of the line that comes next are shown."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Chips", text)


@dataclass(frozen=True)
class ChipWords:
    """One part of what a line is taken for, in words.

    With a `kind` it can be turned; with a `choice` pressing it takes that owner, body or day.
    """

    text: str
    tone: StatusTone = StatusTone.PLAIN
    kind: ChipKind | None = None
    choice: UUID | date | None = None
    has_key: bool = True
    is_chip: bool = True


def chip_words(entry: MinuteEntry) -> list[ChipWords]:
    """Return what a line is taken for: its kind, then owner, body and date."""
    kinds = {
        EntryKind.NOTE: _tr("Note"),
        EntryKind.ACTION: _tr("Action"),
        EntryKind.DECISION: _tr("Decision"),
    }
    chips = [ChipWords(kinds[entry.kind], StatusTone.GOOD)]
    if Doubt.SEVERAL in entry.doubts:
        return [ChipWords(_tr("More than one line?"), StatusTone.LATE, ChipKind.LINES)]
    if entry.unknown:
        question = _tr("Who is {0}?").format(entry.unknown)
        turned = None if entry.kind is EntryKind.NOTE else ChipKind.OWNER
        chips.append(ChipWords(question, StatusTone.LATE, turned))
    if entry.kind is EntryKind.ACTION:
        chips += [*_owner_words(entry), *_body_words(entry)]
    if entry.kind is not EntryKind.NOTE:
        chips += _date_words(entry)
    if entry.rest:
        rest = shorten(entry.rest, LONGEST_REST, placeholder="…")
        chips.append(ChipWords(_tr("then {0}").format(rest), kind=ChipKind.LINES))
    return chips


def doubt_words(entry: MinuteEntry) -> str:
    """Return in one sentence why a line is not recorded yet, and what to do; or nothing."""
    if not entry.doubts:
        return ""
    names = {
        Doubt.OWNER: listed([person.name for person in entry.owners]),
        Doubt.BODY: listed([body.name for body in entry.bodies]),
        Doubt.DATE: listed([long_date(day) for day in entry.days]),
        Doubt.UNKNOWN: entry.unknown,
    }
    doubt = entry.doubts[0]
    return (_sentences() | _day_sentences())[doubt].format(
        names.get(doubt, entry.doubtful), shortcut_words(CHIP_KEYS[doubt.chip])
    )


def _sentences() -> dict[Doubt, str]:
    return {
        Doubt.UNKNOWN: _tr(
            "{0} is nobody's name, or more than one's. Choose from the list, or press {1} to "
            "leave it as words; your words are kept."
        ),
        Doubt.OWNER: _tr("{0} are named, and one owns it. Press {1} to choose; words are kept."),
        Doubt.BODY: _tr("{0} are named, and one answers. Press {1} to choose; words are kept."),
        Doubt.DATE: _tr("{0} are given, and one is due. Press {1} to choose; words are kept."),
        Doubt.SEVERAL: _tr(
            "Another line begins inside this one. Press {1} to record them one by one, and once "
            "more to leave all as words; your words are kept."
        ),
    }


def _day_sentences() -> dict[Doubt, str]:
    return {
        Doubt.IMPOSSIBLE: _tr(
            "“{0}” is no day of the calendar. Mend it, or press {1} to leave it as words; "
            "your words are kept."
        ),
        Doubt.PAST: _tr(
            "“{0}” is before the meeting. Mend it, or press {1} to leave it as words; "
            "your words are kept."
        ),
        Doubt.VAGUE: _tr(
            "“{0}” names no day. Write such as 21 Jan or end of Jan, or press {1} to leave it as "
            "words; your words are kept."
        ),
        Doubt.YEAR: _tr(
            "“{0}” was shortly before the meeting. Write its year too, or press {1} to leave it as "
            "words; your words are kept."
        ),
        Doubt.UNDATED: _tr(
            "When is it due? “{0}” names no day. Write such as by 21 Jan, or press {1} to leave it "
            "as words; your words are kept."
        ),
        Doubt.UNSURE: _tr(
            "When is it due? “{0}” may say so, or only tell of something. Write due and the day, "
            "or press {1} to leave it as words; your words are kept."
        ),
        Doubt.FAR: _tr(
            "“{0}” is more than 50 years away. Mend its year, or press {1} to leave it as words; "
            "your words are kept."
        ),
    }


def _owner_words(entry: MinuteEntry) -> list[ChipWords]:
    owner = ChipKind.OWNER
    if Doubt.OWNER in entry.doubts:
        return _choice_words(
            _tr("Who owns it?"), owner, [(person.id, person.name) for person in entry.owners]
        )
    if entry.owner is not None:
        return [ChipWords(entry.owner.name, kind=owner)]
    if entry.unknown:
        return []
    if entry.owners:
        named = [(person.id, person.name) for person in entry.owners]
        return _choice_words(_tr("Owner?"), owner, named)
    return [ChipWords(_tr("Owner?"), StatusTone.SOON)]


def _body_words(entry: MinuteEntry) -> list[ChipWords]:
    body = ChipKind.BODY
    if Doubt.BODY in entry.doubts:
        named = [(named.id, named.name) for named in entry.bodies]
        return _choice_words(_tr("Which body answers for it?"), body, named)
    if entry.body is not None:
        return [ChipWords(entry.body.name, kind=body)]
    if entry.owner is not None and entry.owner.under:
        return [ChipWords(entry.owner.under)]
    return []


def _date_words(entry: MinuteEntry) -> list[ChipWords]:
    doubt = next((doubt for doubt in entry.doubts if doubt.chip is ChipKind.DATE), None)
    if doubt is Doubt.DATE:
        days = [(day, weekday_date(day)) for day in entry.days]
        return _choice_words(_tr("When is it due?"), ChipKind.DATE, days)
    if doubt is not None:
        reasons = {
            Doubt.IMPOSSIBLE: _tr("“{0}” is no day"),
            Doubt.PAST: _tr("“{0}” is before the meeting"),
            Doubt.VAGUE: _tr("“{0}”: which day?"),
            Doubt.YEAR: _tr("“{0}”: which year?"),
            Doubt.FAR: _tr("“{0}” is very far away"),
            Doubt.UNDATED: _tr("“{0}”: which day?"),
            Doubt.UNSURE: _tr("Due “{0}”?"),
        }
        text = reasons[doubt].format(entry.doubtful)
        return [ChipWords(text, StatusTone.LATE, ChipKind.DATE)]
    is_action = entry.kind is EntryKind.ACTION
    if entry.due is None:
        return [ChipWords(_tr("Due when?"), StatusTone.SOON)] if is_action else []
    lead = _tr("due {0}") if is_action else _tr("review by {0}")
    text = lead.format(weekday_date(entry.due))
    if entry.is_due_by_desk:
        note = _tr("the next meeting, put in by the desk")
        return [ChipWords(text), ChipWords(note, is_chip=False)]
    chips = [ChipWords(text, kind=ChipKind.DATE)]
    if entry.at_next_meeting:
        chips.append(ChipWords(_tr("the next meeting"), is_chip=False))
    return chips


def _choice_words(
    question: str, kind: ChipKind, choices: Sequence[tuple[UUID | date, str]]
) -> list[ChipWords]:
    chips = [
        ChipWords(text, kind=kind, choice=choice, has_key=number == 0)
        for number, (choice, text) in enumerate(choices)
    ]
    return [ChipWords(question, StatusTone.SOON), *chips]


class ChipLine(QWidget):
    """Shows chips side by side, in as many lines as they need; the focus stays in the box."""

    turned = Signal(object)
    """The `ChipKind` of a chip that is to be turned."""
    picked = Signal(object)
    """The `ChipWords` of one of several that was chosen."""

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._icons = icons
        self._flow = Flow(gap=6)
        self.setLayout(self._flow)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)  # two lines of chips where one has no room for all
        self.setSizePolicy(policy)
        self.chips: tuple[ChipWords, ...] = ()

    def show_chips(self, chips: Sequence[ChipWords]) -> None:
        """Show chips; nothing is drawn again while they stay the same."""
        if tuple(chips) == self.chips:
            return
        self.chips = tuple(chips)
        clear(self._flow)
        for part in chips:
            self._flow.addWidget(self._view(part))
        self._flow.activate()
        self.updateGeometry()

    def _view(self, part: ChipWords) -> QWidget:
        if part.kind is None:
            label = chip(part.text, part.tone) if part.is_chip else words(part.text, "small")
            label.setMinimumHeight(button("", "chip", name=part.text).sizeHint().height())
            return label
        kind, key = part.kind, shortcut_words(CHIP_KEYS[part.kind])
        text = part.text if part.choice is not None else f"{part.text}  ✕"
        made = button(text, "chip", name=self._name(part, key))
        made.setProperty("tone", part.tone.value)
        set_tip(made, made.accessibleName())
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        if part.tone is StatusTone.PLAIN:
            self._icons.set_icon(made, ICONS[kind])
        if part.choice is not None:
            made.clicked.connect(lambda: self.picked.emit(part))
        else:
            made.clicked.connect(lambda: self.turned.emit(kind))
        parts = (made, key_hint(key)) if part.has_key else (made,)
        view = QWidget()
        view.setLayout(row(*parts, gap=4))
        return view

    def _name(self, part: ChipWords, key: str) -> str:
        if part.choice is not None:
            return self.tr("Choose {0}").format(part.text)
        return self.tr("Turn “{0}” back into words ({1})").format(part.text, key)
