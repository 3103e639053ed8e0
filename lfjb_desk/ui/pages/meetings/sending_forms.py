"""What is asked before the papers of a meeting go out: which of them, and for whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from lfjb_desk.domain.blocks import Entitled
from lfjb_desk.ui.widgets.form.fields import Choice, Field, FieldKind
from lfjb_desk.ui.widgets.form.form import Form

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lfjb_desk.services.papers.definition import PaperDefinition
    from lfjb_desk.services.papers.meeting_letters import OfferedPaper

READERS = "readers"
EVERY_MEMBER = "everybody"
"""The choice of readers that leaves restricted matter out."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("SendingForms", text)


@dataclass(frozen=True)
class LetterAnswer:
    """Which papers go out, and who alone may read them where they hold restricted matter."""

    papers: tuple[PaperDefinition, ...]
    entitled: Entitled | None


def letter(label: str, offered: Sequence[OfferedPaper]) -> Form[LetterAnswer]:
    """Return the form that asks what goes with an e-mail; the usual papers are ticked."""
    everybody = Choice(EVERY_MEMBER, _tr("Every member: restricted matter is left out"))
    some = _tr("{0} alone: with restricted matter")
    named = (
        Choice(each, some.format(each.value[:1].upper() + each.value[1:])) for each in Entitled
    )
    ticks = (
        Field(each.paper.key, each.paper.title, FieldKind.TICK, value=each.usual)
        for each in offered
    )
    readers = Field(
        READERS,
        _tr("For"),
        FieldKind.CHOICE,
        value=EVERY_MEMBER,
        choices=(everybody, *named),
        required=True,
        help=_tr("The e-mail is addressed to them"),
    )

    def answer(**given: object) -> LetterAnswer:
        chosen = tuple(each.paper for each in offered if given[each.paper.key])
        entitled = given[READERS]
        return LetterAnswer(chosen, entitled if isinstance(entitled, Entitled) else None)

    return Form(
        _tr("E-mail with the papers of {0}").format(label),
        (*ticks, readers),
        answer,
        save=_tr("Draft the e-mail…"),
        intro=_tr(
            "Each paper is made afresh. The draft is a file that your mail program opens; "
            "nothing is sent from here."
        ),
    )
