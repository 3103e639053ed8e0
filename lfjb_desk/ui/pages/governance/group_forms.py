"""What is asked about groups."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from lfjb_desk.domain.common import lengths
from lfjb_desk.domain.governance.groups import GroupKind, Marking, Office
from lfjb_desk.ui.forms.choices import named
from lfjb_desk.ui.widgets.form.dates import Looking
from lfjb_desk.ui.widgets.form.fields import Choice, Field, FieldKind
from lfjb_desk.ui.widgets.form.form import Form

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from lfjb_desk.domain.governance.groups import Group
    from lfjb_desk.domain.read_models.governance.groups import Approver


def _tr(text: str) -> str:
    return QCoreApplication.translate("GovernanceForms", text)


@dataclass(frozen=True, kw_only=True)
class GroupAnswer:
    """What a group is called, what it is for, and how it works."""

    name: str
    parent_id: UUID | None
    purpose: str
    carried_by: Office | None
    quorum: int | None
    marking: Marking


@dataclass(frozen=True, kw_only=True)
class ChangedGroupAnswer(GroupAnswer):
    """The same with the reason for a lower marking, and who agreed to it."""

    lowered_because: str
    lowered_by: UUID | None


@dataclass(frozen=True, kw_only=True)
class NewGroupAnswer(GroupAnswer):
    """The same with its kind, which stays."""

    kind: GroupKind


@dataclass(frozen=True)
class ClosedGroupAnswer:
    """The day on which a group closed."""

    on: date


def new_group(groups: Sequence[Group], under: Group | None) -> Form[NewGroupAnswer]:
    """Return the form of a new group, under the chosen one."""
    kind = GroupKind.SUB_GROUP if under else GroupKind.BOARD
    kinds = Field(
        "kind", _tr("Kind"), FieldKind.CHOICE, value=kind, choices=named(GroupKind), required=True
    )
    name = Field("name", _tr("Name"), required=True, longest=lengths.NAME)
    fields = _group_fields(groups, {"parent_id": under.id if under else None})
    return Form(
        _tr("New group"), (name, kinds, *fields), answer=NewGroupAnswer, save=_tr("Add group")
    )


def change_group(
    group: Group, groups: Sequence[Group], approvers: Sequence[Approver]
) -> Form[ChangedGroupAnswer]:
    """Return the form that changes a group; `approvers` may agree to a lower marking."""
    name = Field("name", _tr("Name"), value=group.name, required=True, longest=lengths.NAME)
    others = [other for other in groups if other.id != group.id]
    fields = (*_group_fields(others, group.model_dump()), *_lowering(approvers))
    title = _tr("Change “{0}”").format(group.name)
    if group.kind is not GroupKind.BOARD:
        return Form(title, (name, *fields), ChangedGroupAnswer)
    # A board reports to no other group: neither is asked, and both stay as they are.
    offered = tuple(field for field in fields if field.key not in {"parent_id", "carried_by"})
    answer = partial(ChangedGroupAnswer, parent_id=group.parent_id, carried_by=group.carried_by)
    return Form(title, (name, *offered), answer)


def _lowering(approvers: Sequence[Approver]) -> tuple[Field, Field]:
    """Return what is asked of a lower marking: why, and which chair or vice-chair agreed."""
    because = Field(
        "lowered_because",
        _tr("Why the marking is lowered"),
        help=_tr("Only where it is lower than before; kept with the change"),
    )
    agreed = Field(
        "lowered_by",
        _tr("Who agreed that it is lowered"),
        FieldKind.CHOICE,
        choices=tuple(Choice(each.person_id, each.words) for each in approvers),
        help=_tr("A chair or vice-chair of the group or of one above it"),
    )
    return because, agreed


def _group_fields(groups: Sequence[Group], start: dict[str, Any]) -> tuple[Field, ...]:
    return (
        Field(
            "parent_id",
            _tr("Reports to"),
            FieldKind.CHOICE,
            value=start.get("parent_id"),
            choices=tuple(Choice(group.id, group.name) for group in groups),
        ),
        Field("purpose", _tr("Purpose"), FieldKind.LONG, value=start.get("purpose")),
        Field(
            "carried_by",
            _tr("Who carries its business up"),
            FieldKind.CHOICE,
            value=start.get("carried_by"),
            choices=named(Office),
            help=_tr("The office in this group that reports to the one above"),
        ),
        Field(
            "quorum",
            _tr("Quorum"),
            FieldKind.WHOLE,
            value=start.get("quorum"),
            help=_tr("How many seats that count must be filled in the room"),
            low=Decimal(1),
        ),
        Field(
            "marking",
            _tr("Marking of its papers"),
            FieldKind.CHOICE,
            value=start.get("marking", Marking.OFFICIAL_SENSITIVE),
            choices=tuple(Choice(marking, marking.value) for marking in Marking),
            required=True,
        ),
    )


def close_group(group: Group, today: date) -> Form[ClosedGroupAnswer]:
    """Return the form that closes a group."""
    day = Field(
        "on",
        _tr("Closed on"),
        FieldKind.DATE,
        looking=Looking.BACK,
        value=today,
        required=True,
    )
    return Form(
        _tr("Close “{0}”").format(group.name), (day,), ClosedGroupAnswer, save=_tr("Close group")
    )
