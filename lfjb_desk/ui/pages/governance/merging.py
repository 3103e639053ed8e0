"""Two entries that may be of one person: offered above the list of people, merged by a form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from lfjb_desk.domain.read_models.governance.likeness import Likeness, likeness_of
from lfjb_desk.ui.forms import choices
from lfjb_desk.ui.widgets.boxes import Card, row
from lfjb_desk.ui.widgets.form.fields import Field, FieldKind
from lfjb_desk.ui.widgets.form.form import Form
from lfjb_desk.ui.widgets.text import IconMark, button, words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from lfjb_desk.domain.read_models.governance.likeness import LikePeople
    from lfjb_desk.domain.read_models.governance.people import PersonRow
    from lfjb_desk.ui.shell.contract import Desk


def _tr(text: str) -> str:
    return QCoreApplication.translate("MergingForms", text)


@dataclass(frozen=True)
class MergingAnswer:
    """The entry that is kept, and the one that goes."""

    kept_id: UUID
    gone_id: UUID


def merge_people(
    kept: PersonRow,
    people: Sequence[PersonRow],
    hanging: Callable[[UUID], str],
    gone: PersonRow | None = None,
) -> Form[MergingAnswer]:
    """Return the form that merges two entries; `hanging` says what hangs on each.

    Entries that are like the one that is kept are offered first.
    """
    others = [each for each in people if each.person.id != kept.person.id]
    others.sort(key=lambda each: likeness_of(kept, each) is None)

    def tell(key: UUID) -> str:
        return _tr("With {0}").format(hanging(key))

    return Form(
        _tr("Merge two entries of one person"),
        (
            Field(
                "kept_id",
                _tr("Entry that is kept"),
                FieldKind.CHOICE,
                value=kept.person.id,
                choices=choices.people(people),
                required=True,
                tell=tell,
            ),
            Field(
                "gone_id",
                _tr("Entry that goes"),
                FieldKind.CHOICE,
                value=gone.person.id if gone else None,
                choices=choices.people(others if gone is None else people),
                required=True,
                help=_tr("All that hangs on it goes to the entry that is kept"),
                tell=tell,
            ),
        ),
        MergingAnswer,
        save=_tr("Merge"),
        intro=_tr("One undo brings both back. Circulated minutes stay as they went out."),
    )


def likeness_words(likeness: Likeness) -> str:
    """Return why two entries may be of one person."""
    return {
        Likeness.EMAIL: _tr("the same e-mail address"),
        Likeness.NAME: _tr("the same name"),
        Likeness.INITIALS: _tr("the same surname, and initials that fit"),
        Likeness.SURNAME: _tr("the same surname and organisation, one without a first name"),
    }[likeness]


class LikePeopleCard(Card):
    """Says which two entries may be of one person, and offers to merge them."""

    def __init__(self, desk: Desk, merge: Callable[[LikePeople], None]) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Entries that may be of one person"))
        self._merge = merge
        self._pairs: Sequence[LikePeople] = ()
        self._at = 0
        self._sentence = words("", wrap=True)
        self._merge_button = button(self.tr("Merge…"))
        self._merge_button.clicked.connect(lambda: self._merge(self._pairs[self._at]))
        self._next = button(self.tr("Next pair"))
        self._next.clicked.connect(self._turn)
        mark = IconMark(desk.theme, desk.icons, "users", "soft", 20)
        across = row(mark, self._sentence, self._next, self._merge_button, gap=10)
        across.setStretch(1, 1)
        self.body.addLayout(across)
        self.hide()

    def show_pairs(self, pairs: Sequence[LikePeople]) -> None:
        """Show the surest of some pairs, or nothing where there is none."""
        self._pairs = pairs
        self._at = min(self._at, max(0, len(pairs) - 1))
        self.setVisible(bool(pairs))
        self._next.setVisible(len(pairs) > 1)
        if pairs:
            self._say(pairs[self._at])

    def _say(self, pair: LikePeople) -> None:
        names = [f"{each.person.name} ({each.organisation.name})" for each in _both(pair)]
        sentence = self.tr("{0} and {1} may be one person: {2}.")
        self._sentence.setText(sentence.format(*names, likeness_words(pair.likeness)))
        merge = self.tr("Merge {0} and {1}…")
        self._merge_button.setAccessibleName(merge.format(*(e.person.name for e in _both(pair))))

    def _turn(self) -> None:
        self._at = (self._at + 1) % len(self._pairs)
        self._say(self._pairs[self._at])


def _both(pair: LikePeople) -> tuple[PersonRow, PersonRow]:
    return pair.first, pair.second
