"""Which records of a board are restricted, and what stands in their place for other readers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lfjb_desk.domain.formatting import long_date
from lfjb_desk.domain.meetings.meetings import ItemTopic

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from lfjb_desk.domain.meetings.meetings import AgendaItem
    from lfjb_desk.domain.read_models.actions import ActionRow
    from lfjb_desk.domain.read_models.meetings.minutes import DecisionRow, MinutedItem, MinutesView

WITHHELD_ITEM = {
    "title": "Restricted item",
    "why": "",
    "presenter_id": None,
    "topic": ItemTopic.NONE,
    "ask": "",
    "reason": None,
    "reason_id": None,
    "restricted_why": "",
    "restricted_audience": "",
    "restricted_until": None,
}
"""What an agenda item says to a reader who may not see it; its number, time and purpose stay."""


def restricted_words(item: AgendaItem) -> str:
    """Return who may read a restricted item, until when and why; empty for an open one.

    `Restricted to the judiciary and HMCTS, until 3 March 2027: it names a witness.`
    """
    if not item.restricted:
        return ""
    audience = f" to {item.restricted_audience}" if item.restricted_audience else ""
    until = f", until {long_date(item.restricted_until)}" if item.restricted_until else ""
    why = f": {item.restricted_why.rstrip('.')}" if item.restricted_why else ""
    return f"Restricted{audience}{until}{why}."


@dataclass(frozen=True)
class Restriction:
    """The restricted records: those that are so themselves, and those that hang on one."""

    items: frozenset[UUID] = frozenset()
    decisions: frozenset[UUID] = frozenset()
    """Marked themselves, or made under a restricted item."""
    actions: frozenset[UUID] = frozenset()
    """Marked themselves, or raised under a restricted item or by a restricted decision."""
    corrections: frozenset[UUID] = frozenset()
    """Corrections of minutes: marked themselves, or to a restricted item."""
    refs: frozenset[str] = frozenset()
    """The references of those decisions and actions, for what names them."""

    def covers(self, other: Restriction) -> bool:
        """Tell whether all that another restriction names is restricted here too."""
        return (
            other.items <= self.items
            and other.decisions <= self.decisions
            and other.actions <= self.actions
            and other.corrections <= self.corrections
        )

    def minutes(self, view: MinutesView) -> MinutesView:
        """Return minutes without what is restricted, however they were kept."""
        arising = view.arising
        return replace(
            view,
            items=tuple(self._minuted(item) for item in view.items),
            loose_decisions=self._decisions(view.loose_decisions),
            loose_actions=self._actions(view.loose_actions),
            arising=replace(
                arising,
                decisions=self._decisions(arising.decisions),
                actions=self._actions(arising.actions),
            ),
        )

    def _minuted(self, item: MinutedItem) -> MinutedItem:
        if item.withheld:
            return item
        if item.item.id in self.items:
            closed = self.item(item.item)
            return replace(
                item, item=closed, presenter="", notes=(), decisions=(), actions=(), withheld=True
            )
        return replace(
            item,
            decisions=self._decisions(item.decisions),
            actions=self._actions(item.actions),
        )

    def said_in(self, view: MinutesView) -> MinutesView:
        """Return minutes in which every record says whether it is restricted today."""

        def decided(rows: tuple[DecisionRow, ...]) -> tuple[DecisionRow, ...]:
            return tuple(replace(r, restricted=r.decision.id in self.decisions) for r in rows)

        def raised(rows: tuple[ActionRow, ...]) -> tuple[ActionRow, ...]:
            return tuple(replace(r, restricted=r.action.id in self.actions) for r in rows)

        items = (
            replace(
                each,
                item=each.item.model_copy(update={"restricted": each.item.id in self.items}),
                decisions=decided(each.decisions),
                actions=raised(each.actions),
            )
            for each in view.items
        )
        return replace(
            view,
            items=tuple(items),
            loose_decisions=decided(view.loose_decisions),
            loose_actions=raised(view.loose_actions),
        )

    def item(self, item: AgendaItem) -> AgendaItem:
        """Return an item as a reader sees it who may not see what it is about."""
        return item.model_copy(update=WITHHELD_ITEM) if item.id in self.items else item

    def _decisions(self, rows: Iterable[DecisionRow]) -> tuple[DecisionRow, ...]:
        return tuple(
            replace(
                row,
                actions=tuple(ref for ref in row.actions if ref not in self.refs),
                superseded_by="" if row.superseded_by in self.refs else row.superseded_by,
            )
            for row in rows
            if row.decision.id not in self.decisions
        )

    def _actions(self, rows: Iterable[ActionRow]) -> tuple[ActionRow, ...]:
        return tuple(row for row in rows if row.action.id not in self.actions)


NOTHING_RESTRICTED = Restriction()
