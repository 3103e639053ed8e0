"""The record of one agenda item: its notes, decisions and actions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from lfjb_desk.domain.actions import ActionStatus
from lfjb_desk.domain.formatting import weekday_date
from lfjb_desk.domain.meetings.meetings import MinuteNote
from lfjb_desk.domain.read_models.meetings.minutes import DecisionRow, LaterAction, LaterDecision
from lfjb_desk.ui.pages.meetings.minuting.reading.kinds import EntryKind
from lfjb_desk.ui.widgets.boxes import clear, column, hairline, row
from lfjb_desk.ui.widgets.menus import command_button
from lfjb_desk.ui.widgets.reference import reference_to
from lfjb_desk.ui.widgets.scrolling import Scrolled
from lfjb_desk.ui.widgets.text import IconMark, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lfjb_desk.domain.meetings.meetings import DecisionState
    from lfjb_desk.domain.read_models.actions import ActionRow
    from lfjb_desk.domain.read_models.meetings.minutes import LaterEvents, MinutedItem
    from lfjb_desk.ui.commands import CommandGroup
    from lfjb_desk.ui.shell.contract import Desk

ICONS = {
    EntryKind.NOTE: ("note-pencil", "soft"),
    EntryKind.DECISION: ("flag-fill", "accent"),
    EntryKind.ACTION: ("check-square-fill", "accent"),
}

LEAST_HIGH = 72


def _tr(text: str) -> str:
    return QCoreApplication.translate("ItemRecord", text)


@dataclass(frozen=True)
class NamedRecord:
    """A record that a line names: what it is called, and where it opens."""

    text: str
    page: str
    kind: str
    key: UUID


@dataclass(frozen=True)
class Recorded:
    """One thing under an item: its ref where it has one, its words, and a softer line."""

    kind: EntryKind
    key: UUID
    ref: str
    text: str
    under: str = ""
    state: DecisionState | None = None
    """Whether it stands; None for what is no decision."""
    home: NamedRecord | None = None
    """Where the whole of it opens; None for what is whole here."""
    named: tuple[NamedRecord, ...] = ()
    """What it is tied to, such as its driver; each opens."""


def recorded(minuted: MinutedItem, later: LaterEvents) -> tuple[Recorded, ...]:
    """Return what was recorded under an item, in the order of the discussion.

    What happened later to a decision or an action stands behind it, as later.
    """
    return tuple(_recorded(record, later) for record in minuted.discussed)


def _recorded(record: MinuteNote | DecisionRow | ActionRow, later: LaterEvents) -> Recorded:
    if isinstance(record, MinuteNote):
        return Recorded(EntryKind.NOTE, record.id, "", record.text)
    if isinstance(record, DecisionRow):
        return _decided(record, later.decisions.get(record.decision.id, LaterDecision()))
    return _raised(record, later.actions.get(record.action.id, LaterAction()))


def _decided(row: DecisionRow, later: LaterDecision) -> Recorded:
    decision = row.decision
    parts = [*_restricted(row), decision.state.value.capitalize()]
    if decision.review_by is not None:
        parts.append(_tr("review by {0}").format(weekday_date(decision.review_by)))
    return Recorded(
        EntryKind.DECISION,
        decision.id,
        decision.ref,
        decision.text,
        _with_later(parts, _later_decision_words(later)),
        later.state or decision.state,
        home=NamedRecord(
            _tr("Decision  {0}").format(decision.ref), "governance", "decision", decision.id
        ),
        named=tuple(_tied_to(row, later)),
    )


def _tied_to(row: DecisionRow, later: LaterDecision) -> Iterator[NamedRecord]:
    if later.superseded_by and later.superseded_by_id is not None:
        yield NamedRecord(later.superseded_by, "governance", "decision", later.superseded_by_id)
    yield from _driver(row.driver, row.decision.driver_id)


def _driver(name: str, driver_id: UUID | None) -> Iterator[NamedRecord]:
    if name and driver_id is not None:
        yield NamedRecord(_tr("Driver: {0}").format(name), "drivers", "driver", driver_id)


def _raised(row: ActionRow, later: LaterAction) -> Recorded:
    action = row.action
    whose = [part for part in (row.owner or _tr("No owner yet"), row.body) if part]
    parts = [*_restricted(row), *whose, _tr("due {0}").format(weekday_date(action.due))]
    under = _with_later(parts, _later_action_words(later))
    return Recorded(
        EntryKind.ACTION,
        *(action.id, action.ref, action.title, under),
        home=NamedRecord(_tr("Action  {0}").format(action.ref), "actions", "action", action.id),
        named=tuple(_driver(row.driver, action.driver_id)),
    )


def _restricted(row: DecisionRow | ActionRow) -> tuple[str, ...]:
    """Return the word for what open papers leave out."""
    return (_tr("Restricted"),) if row.restricted else ()


def _with_later(parts: Sequence[str], later: Iterable[str]) -> str:
    """Return what was so at the meeting, and in brackets what came later."""
    since = ", ".join(later)
    then = ", ".join(parts)
    return _tr("{0} (since then: {1})").format(then, since) if since else then


def _later_decision_words(later: LaterDecision) -> Iterator[str]:
    if later.superseded_by:
        yield _tr("replaced by {0}").format(later.superseded_by)
    elif later.state is not None:
        yield later.state.value
    if later.review_by is not None:
        yield _tr("review moved to {0}").format(weekday_date(later.review_by))


def _later_action_words(later: LaterAction) -> Iterator[str]:
    if later.title:
        yield _tr("now worded “{0}”").format(later.title)
    if later.owner:
        yield _tr("owned by {0}").format(later.owner)
    if later.body:
        yield _tr("answered for by {0}").format(later.body)
    if later.due is not None:
        yield _tr("moved to {0}").format(weekday_date(later.due))
    if later.status is not None and later.closed_on is not None:
        dropped = later.status is ActionStatus.DROPPED
        words_of = _tr("dropped on {0}") if dropped else _tr("closed on {0}")
        yield words_of.format(weekday_date(later.closed_on))


class ItemRecord(Scrolled):
    """Shows what was recorded; each entry can be changed and removed while it may.

    What is new or was mended comes into sight; else the record stays where it was scrolled to.
    """

    def __init__(
        self, desk: Desk, of_decision: CommandGroup[Recorded], of_words: CommandGroup[Recorded]
    ) -> None:
        """Make the list; the first commands stand as words, the others as icons."""
        self._box = QVBoxLayout()
        self._box.setContentsMargins(0, 0, 8, 0)
        self._box.setSpacing(10)
        super().__init__(self._box, LEAST_HIGH)
        self._desk, self._of_decision, self._of_words = desk, of_decision, of_words
        self.entries: tuple[Recorded, ...] = ()
        self._item_id: UUID | None = None
        self._lines: dict[UUID, QWidget] = {}
        self._in_sight: UUID | int = 0
        """The entry that is to be seen, or how far down the record is to stay."""
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().actionTriggered.connect(self._let_go)

    def show_entries(self, entries: Sequence[Recorded], item_id: UUID | None) -> None:
        """Show what is recorded under an item, each with what can be done to it."""
        former = self.entries if item_id == self._item_id else ()
        fresh = [entry.key for entry in entries if entry not in former]
        if item_id != self._item_id:
            self._in_sight = entries[-1].key if entries else 0
        elif fresh:
            self._in_sight = fresh[-1]
        elif isinstance(self._in_sight, UUID) and self._in_sight not in {e.key for e in entries}:
            self._in_sight = self.verticalScrollBar().value()
        self.entries, self._item_id = tuple(entries), item_id
        clear(self._box)
        self._lines = {}
        for entry in entries:
            line = QWidget()
            line.setLayout(self._line(entry))
            self._lines[entry.key] = line
            self._box.addWidget(line)
            self._box.addWidget(hairline())
        if not entries:
            self._box.addWidget(words(self.tr("Nothing is recorded under this item."), "soft"))
        self._box.addStretch(1)

    def show_entry(self, key: UUID) -> None:
        """Bring an entry into sight."""
        self._in_sight = key
        self._scroll()

    @override
    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()  # it has what the box below leaves it

    @override
    def _fit(self) -> None:
        super()._fit()
        self._scroll()

    def _scroll(self) -> None:
        line = self._lines.get(self._in_sight) if isinstance(self._in_sight, UUID) else None
        if line is not None:
            self.ensureWidgetVisible(line, 0, 0)
        elif isinstance(self._in_sight, int):
            self.verticalScrollBar().setValue(self._in_sight)

    def _let_go(self) -> None:
        """Stay where the user scrolls to."""
        self._in_sight = self.verticalScrollBar().sliderPosition()

    def _line(self, entry: Recorded) -> QVBoxLayout:
        icon, colour = ICONS[entry.kind]
        head = words(self.tr("Note"), "small")
        if entry.home is not None:
            head = self._reference(entry.home)
        text = column(head, words(entry.text, "prose", wrap=True), gap=2)
        if entry.under:
            text.addWidget(words(entry.under, "small", wrap=True))
        for named in entry.named:
            text.addWidget(self._reference(named))
        mark = column(IconMark(self._desk.theme, self._desk.icons, icon, colour, 18), None)
        across = row(mark, text, gap=16)
        across.setStretch(1, 1)
        icons = self._desk.icons
        tools = [
            *(command_button(command, "quiet") for command in self._of_decision.offered(entry)),
            *(
                command_button(command, "icon", icons=icons)
                for command in self._of_words.offered(entry)
            ),
        ]
        across.addLayout(column(row(*tools, gap=0), None))
        whole = column(across)
        whole.setContentsMargins(0, 2, 0, 0)
        return whole

    def _reference(self, named: NamedRecord) -> QLabel:
        go = self._desk.context.go
        return reference_to(named.text, go, named.page, named.kind, named.key)
