"""The Governance page: who belongs to the board, and by which rules it works."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from typing_extensions import override

from lfjb_desk.ui.commands import page_command, page_group
from lfjb_desk.ui.pages.governance.attendance import AttendanceSection
from lfjb_desk.ui.pages.governance.commitments.section import CommitmentsSection
from lfjb_desk.ui.pages.governance.compliance import ComplianceSection
from lfjb_desk.ui.pages.governance.decisions.section import DecisionsSection
from lfjb_desk.ui.pages.governance.escalations.section import EscalationsSection
from lfjb_desk.ui.pages.governance.forums.section import ForumsSection
from lfjb_desk.ui.pages.governance.groups import GroupsSection
from lfjb_desk.ui.pages.governance.people import BodiesSection, PeopleSection
from lfjb_desk.ui.pages.governance.standing_items.section import StandingItemsSection
from lfjb_desk.ui.pages.governance.terms import TermsSection
from lfjb_desk.ui.shell.page import Page
from lfjb_desk.ui.widgets.boxes import Pills
from lfjb_desk.ui.widgets.scrolling import Stack

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from lfjb_desk.ui.commands import AnyGroup
    from lfjb_desk.ui.pages.governance.section import GovernanceSection
    from lfjb_desk.ui.pages.governance.services import GovernanceServices
    from lfjb_desk.ui.shell.contract import Desk

HOMES = {
    "decision": "decisions",
    "escalation": "escalations",
    "person": "people",
    "organisation": "bodies",
    "document": "terms",
}
"""The part in which each kind of record is shown; any other is a group."""


class GovernancePage(Page):
    """Shows groups, seats, terms and how they are kept, decisions, escalations, people and more."""

    def __init__(self, desk: Desk, services: GovernanceServices) -> None:
        super().__init__(desk)
        self.call(self.tr("Governance"))
        self.groups = GroupsSection(desk, services)
        self.attendance = AttendanceSection(desk, services)
        self.standing_items = StandingItemsSection(desk, services)
        self.forums = ForumsSection(desk, services)
        self.people = PeopleSection(desk, services)
        self.bodies = BodiesSection(desk, services)
        self.terms = TermsSection(desk, services)
        self.compliance = ComplianceSection(desk, services)
        self.commitments = CommitmentsSection(desk, services)
        self.decisions = DecisionsSection(desk, services)
        self.escalations = EscalationsSection(desk, services)
        self._sections: dict[str, GovernanceSection] = {
            "groups": self.groups,
            "attendance": self.attendance,
            "standing-items": self.standing_items,
            "terms": self.terms,
            "compliance": self.compliance,
            "commitments": self.commitments,
            "decisions": self.decisions,
            "escalations": self.escalations,
            "forums": self.forums,
            "people": self.people,
            "bodies": self.bodies,
        }
        self._names = self._part_names()
        self.pills = Pills(self.turn)
        self.pills.offer(list(self._names.items()), "groups")
        self._stack = Stack()
        for section in self._sections.values():
            self._stack.addWidget(section)
        self.body.addWidget(self.pills)
        self.body.addWidget(self._stack, 1)
        self.shows = self.groups.shows
        for section in self._sections.values():
            section.retooled.connect(self._offer)
        self._offer()

    def _part_names(self) -> dict[str, str]:
        """Return what each part is called, by its key, in their order."""
        return {
            "groups": self.tr("Groups and seats"),
            "attendance": self.tr("Attendance"),
            "standing-items": self.tr("Standing items"),
            "terms": self.tr("Terms of reference"),
            "compliance": self.tr("Compliance"),
            "commitments": self.tr("Commitments"),
            "decisions": self.tr("Decisions"),
            "escalations": self.tr("Escalations"),
            "forums": self.tr("Forums"),
            "people": self.tr("People"),
            "bodies": self.tr("Organisations"),
        }

    @override
    def refresh(self) -> None:
        self.head(self.tr("Governance"), self._section().refresh())

    @override
    def command_groups(self) -> Sequence[AnyGroup]:
        new = page_command(
            self.tr("Add to what is shown here"),
            self._add,
            "plus-bold",
            "Ctrl+N",
            offered=lambda: self._section().can_add,
        )
        bring = page_command(
            self.tr("Bring in a membership list"),
            lambda: self.desk.context.ask("bringing", "members"),
            "folder-open",
            offered=lambda: self.desk.context.group_id is not None,
            other_names=self.tr("import people, contacts, vCard, Excel"),
        )
        turns = [page_command(name, partial(self.turn, key)) for key, name in self._names.items()]
        return (
            *(
                group.only_while(partial(self._is_shown, section))
                for section in self._sections.values()
                for group in section.command_groups()
            ),
            page_group(self.tr("Governance"), new, bring, *turns),
        )

    @override
    def show_record(self, kind: str, key: UUID) -> None:
        self.turn(HOMES.get(kind, "groups"))
        self._section().show_record(kind, key)

    @override
    def standing(self) -> tuple[str, UUID | None]:
        return self.pills.current, self._section().standing()

    @override
    def stand_at(self, kind: str, key: UUID | None) -> None:
        self.turn(kind)
        if key is not None:
            self._section().show_record(kind, key)

    @override
    def place(self) -> object:
        return self.pills.current, super().place()

    @override
    def return_to(self, place: Any) -> None:
        part, chosen = place
        self.turn(part)
        super().return_to(chosen)

    def turn(self, part: str) -> None:
        """Turn to a part of the page."""
        self.turning.emit()
        self.pills.offer(list(self._names.items()), part)
        self._stack.setCurrentWidget(self._section())
        self.shows = self._section().shows
        self.refresh()
        self._offer()

    def _section(self) -> GovernanceSection:
        return self._sections[self.pills.current]

    def _is_shown(self, section: GovernanceSection) -> bool:
        return self._section() is section

    def _add(self) -> None:
        self._section().add()  # asked when pressed: the shortcut outlives a turn to another part

    def _offer(self) -> None:
        self.offer(*self._section().tools())
