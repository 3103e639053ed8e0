"""The marking of a paper: the highest of what it holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from lfjb_desk.domain.actions import Action
from lfjb_desk.domain.drivers import AreaDriver, Project
from lfjb_desk.domain.governance.escalations import Escalation
from lfjb_desk.domain.governance.groups import Group, GroupKind, Marking
from lfjb_desk.domain.meetings.meetings import AgendaItem, Decision
from lfjb_desk.domain.meetings.minutes import MinutesCorrection
from lfjb_desk.domain.read_models.figures.comparison import Comparison
from lfjb_desk.domain.read_models.figures.narratives import ShownNarrative
from lfjb_desk.domain.read_models.figures.series import Series
from lfjb_desk.domain.read_models.meetings.minutes import DecisionRow
from lfjb_desk.domain.read_models.restriction import NOTHING_RESTRICTED
from lfjb_desk.domain.rows import Row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from uuid import UUID

    from lfjb_desk.domain.read_models.restriction import Restriction
    from lfjb_desk.papers.parts.report_data import BoardReportData

_OF_A_PLACE = (Series, Comparison, ShownNarrative)
"""Figures and what is said of them belong to a place and to no group."""


class ReportData(Protocol):
    """The data of any paper."""

    @property
    def board(self) -> BoardReportData:
        """The group that the paper is of, with the marking of the paper."""


Data = TypeVar("Data", bound=ReportData)


@dataclass(frozen=True)
class Markings:
    """How the groups of an area are marked."""

    by_group: Mapping[UUID, Marking]
    of_drivers: Marking
    """That of the board, which judges the drivers of the area and takes up its projects."""

    @classmethod
    def of(cls, groups: Iterable[Group], group: Group) -> Markings:
        """Return the markings in the area of a group, as far as they concern its papers.

        What is said of drivers is marked as the board above the group is.
        """
        known = {other.id: other for other in groups} | {group.id: group}
        board = group
        while board.parent_id is not None and board.kind is not GroupKind.BOARD:
            board = known[board.parent_id]
        return cls({key: other.marking for key, other in known.items()}, board.marking)

    def marked(self, data: Data, restriction: Restriction = NOTHING_RESTRICTED) -> Data:
        """Return the data of a paper with its marking: the highest of its parts.

        `restriction` names what is restricted, for a paper that may hold it.
        """
        parts = list(_parts(data))
        restricted = any(_is_restricted(part, restriction) for part in parts)
        least = Marking.OFFICIAL_SENSITIVE if restricted else Marking.OFFICIAL
        marking = Marking.highest((least, *filter(None, map(self._marking, parts))))
        changed: Any = data  # a protocol cannot say that it is a dataclass
        board = replace(data.board, marking=marking, restricted=restricted)
        made: Data = replace(changed, board=board)
        return made

    def _marking(self, part: object) -> Marking | None:
        """Return how one part of the data is marked; None for what is of no group."""
        if isinstance(part, Group):
            return part.marking
        if isinstance(part, AreaDriver | Project):
            return self.of_drivers
        group_id = getattr(part, "group_id", None)
        # A group that is unknown here is another area's: its marking is not known to be low.
        return self.by_group.get(group_id, Marking.OFFICIAL_SENSITIVE) if group_id else None


def _is_restricted(part: object, restriction: Restriction) -> bool:
    """Tell whether a part of a paper's data is restricted, or names what is."""
    if isinstance(part, Series):
        return any(mark.action_id in restriction.actions for mark in part.marks)
    if isinstance(part, Escalation):
        return part.action_id in restriction.actions or part.item_id in restriction.items
    if isinstance(part, DecisionRow):
        return not restriction.refs.isdisjoint((*part.actions, part.superseded_by))
    kinds = (
        (AgendaItem, restriction.items),
        (Decision, restriction.decisions),
        (Action, restriction.actions),
        (MinutesCorrection, restriction.corrections),
    )
    return any(isinstance(part, kind) and part.id in keys for kind, keys in kinds)


def _parts(value: object) -> Iterator[object]:
    """Yield every row and every dataclass that data holds, to the bottom."""
    if isinstance(value, (Row, *_OF_A_PLACE)):
        yield value
    elif is_dataclass(value) and not isinstance(value, type):
        yield value
        for field in fields(value):
            yield from _parts(getattr(value, field.name))
    elif isinstance(value, Mapping):
        yield from _parts(tuple(value.values()))
    elif isinstance(value, tuple | list | frozenset):
        for part in value:
            yield from _parts(part)
