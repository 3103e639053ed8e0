"""What is asked of a forum outside the board, and of how a group is tied to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from lfjb_desk.domain.common import lengths
from lfjb_desk.domain.governance.forums import Informs
from lfjb_desk.ui.forms import choices
from lfjb_desk.ui.widgets.form.fields import Choice, Field, FieldKind
from lfjb_desk.ui.widgets.form.form import Form

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from lfjb_desk.domain.governance.forums import Forum
    from lfjb_desk.domain.governance.groups import Group
    from lfjb_desk.domain.read_models.governance.forums import ForumRow
    from lfjb_desk.domain.read_models.governance.people import PersonRow


def _tr(text: str) -> str:
    return QCoreApplication.translate("ForumForms", text)


@dataclass(frozen=True)
class ForumAnswer:
    """What a forum is called, and what it is for."""

    name: str
    purpose: str


@dataclass(frozen=True)
class ForumTieAnswer:
    """Which group is tied to a forum, who informs whom, how often, and who carries it."""

    group_id: UUID
    informs: Informs
    how_often: str
    person_id: UUID | None


def informs_words(informs: Informs) -> str:
    """Return which way news goes: `The group informs the forum`."""
    return {
        Informs.GROUP_INFORMS: _tr("The group informs the forum"),
        Informs.FORUM_INFORMS: _tr("The forum informs the group"),
        Informs.BOTH: _tr("Each informs the other"),
    }[informs]


def forum_form(forum: Forum | None = None) -> Form[ForumAnswer]:
    """Return the form of a new forum, or of one that is there."""
    fields = (
        Field(
            "name",
            _tr("Name"),
            value=forum.name if forum else "",
            required=True,
            longest=lengths.NAME,
        ),
        Field(
            "purpose", _tr("What it is for"), FieldKind.LONG, value=forum.purpose if forum else ""
        ),
    )
    if forum is None:
        return Form(_tr("New forum"), fields, ForumAnswer, save=_tr("Add forum"))
    return Form(_tr("Change “{0}”").format(forum.name), fields, ForumAnswer)


def tie_form(
    row: ForumRow, groups: Sequence[Group], people: Sequence[PersonRow]
) -> Form[ForumTieAnswer]:
    """Return the form that says how a group and a forum inform one another."""
    link = row.tie.link if row.tie else None
    return Form(
        _tr("Who informs whom: {0}").format(row.forum.name),
        (
            Field(
                "group_id",
                _tr("Group"),
                FieldKind.CHOICE,
                value=link.group_id if link else None,
                choices=tuple(Choice(group.id, group.name) for group in groups),
                required=True,
                help=_tr("A group that is tied to it already is changed"),
            ),
            Field(
                "informs",
                _tr("Who informs whom"),
                FieldKind.CHOICE,
                value=link.informs if link else Informs.GROUP_INFORMS,
                choices=tuple(Choice(each, informs_words(each)) for each in Informs),
                required=True,
            ),
            Field(
                "how_often",
                _tr("How often"),
                value=link.how_often if link else "",
                help=_tr("In words, such as “after every meeting”"),
            ),
            Field(
                "person_id",
                _tr("Who carries it"),
                FieldKind.CHOICE,
                value=link.person_id if link else None,
                choices=choices.people(people),
            ),
        ),
        ForumTieAnswer,
    )
