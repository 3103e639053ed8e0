"""People and organisations: two lists in which each row can be changed or removed."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from lfjb_desk.domain.actions import Action
from lfjb_desk.domain.formatting import count
from lfjb_desk.domain.governance.groups import Seat
from lfjb_desk.domain.governance.people import Organisation, Person
from lfjb_desk.domain.places import AreaAuthority, LocalAuthority
from lfjb_desk.domain.read_models.governance.people import surname_first
from lfjb_desk.ui.commands import Command, CommandGroup, page_command, page_group
from lfjb_desk.ui.pages.governance import forms
from lfjb_desk.ui.pages.governance.area_authorities import AreaAuthorities
from lfjb_desk.ui.pages.governance.merging import LikePeopleCard, merge_people
from lfjb_desk.ui.pages.governance.section import GovernanceSection
from lfjb_desk.ui.tables.row_table import RowTable, chosen_row
from lfjb_desk.ui.tables.tables import Cell, Column
from lfjb_desk.ui.widgets.boxes import Card, Empty
from lfjb_desk.ui.widgets.menus import command_button

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QPushButton

    from lfjb_desk.domain.changes import Change
    from lfjb_desk.domain.read_models.governance.likeness import LikePeople
    from lfjb_desk.domain.read_models.governance.people import OrganisationRow, PersonRow
    from lfjb_desk.ui.commands import AnyGroup
    from lfjb_desk.ui.pages.governance.services import GovernanceServices
    from lfjb_desk.ui.shell.contract import Desk


class PeopleSection(GovernanceSection):
    """Everybody who sits on a board or owns an action."""

    shows = frozenset({Action, Organisation, Person})

    def __init__(self, desk: Desk, services: GovernanceServices) -> None:
        super().__init__(desk, services)
        self._new = page_command(self.tr("New person"), self.add, "plus-bold")
        self._new_body = page_command(self.tr("New organisation"), self.add_body, "plus-bold")
        self._of_chosen = self._commands()
        self.table: RowTable[PersonRow] = RowTable(
            desk.theme,
            desk.icons,
            self.tr("People"),
            self._columns(),
            key=lambda line: line.person.id,
            commands_for=self._of_chosen.offered,
        )
        self.table.opened.connect(lambda _: self._change())
        self._alike = LikePeopleCard(desk, self._merge_pair)
        self._card = Card(flush=True)
        self._card.body.addWidget(self.table)
        first = command_button(self._new_body.bind(None), "primary")
        self._empty = Empty(
            desk.theme,
            desk.icons,
            "users",
            self.tr("Nobody is entered yet"),
            self.tr("Enter the organisations first, then their people."),
            first,
        )
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        box.addWidget(self._alike)
        box.addWidget(self._card, 1)
        box.addWidget(self._empty, 1)

    @override
    def tools(self) -> Sequence[QPushButton]:
        change, _, remove = self._of_chosen.commands
        return (
            command_button(self._of_chosen.on_current(remove)),
            command_button(self._of_chosen.on_current(change)),
            command_button(self._new.bind(None), "primary"),
        )

    @override
    def refresh(self) -> str:
        rows = self.ask.people.people()
        self.table.set_rows(rows)
        self._alike.show_pairs(self.ask.merging.like_people())
        self._card.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        if rows and self.table.current_row() is None:
            self.table.selectRow(0)
        return count(len(rows), self.tr("person"), self.tr("people")).capitalize()

    @override
    def command_groups(self) -> Sequence[AnyGroup]:
        return (page_group(self.tr("People"), self._new), self._of_chosen)

    @override
    def standing(self) -> UUID | None:
        key = self.table.current_key()
        return key if isinstance(key, UUID) else None

    @override
    def show_record(self, kind: str, key: UUID) -> None:
        self.table.choose(key)

    @override
    def add(self) -> None:
        """Ask for a new person."""
        self.keep(forms.person(self.ask.people.organisations()), self._added)

    def _added(self, answer: forms.PersonAnswer) -> Change:
        """Return what adds a person; one who is entered already is chosen behind the form."""
        people = self.ask.people
        double = people.double(answer.name, answer.organisation_id)
        if double is not None:
            self.table.choose(double.person.id)
        return people.add_person(
            answer.name,
            answer.organisation_id,
            answer.post,
            answer.email,
            is_namesake=answer.is_namesake,
        )

    def add_body(self) -> None:
        """Ask for a new organisation."""
        self.keep(
            forms.organisation(),
            lambda answer: self.ask.people.add_organisation(answer.name, answer.kind),
        )

    def _columns(self) -> tuple[Column[PersonRow], ...]:
        return (
            Column(
                self.tr("Person"),
                lambda line: Cell(line.person.name, line.person.post),
                sort=lambda line: surname_first(line.person.name),
            ),
            Column(self.tr("Organisation"), lambda line: line.organisation.name, stretch=True),
            Column(self.tr("Email"), lambda line: line.person.email),
            Column(
                self.tr("Open actions"),
                lambda line: str(line.open_actions),
                sort=lambda line: line.open_actions,
                right=True,
            ),
        )

    def _commands(self) -> CommandGroup[PersonRow]:
        return CommandGroup(
            self.tr("The chosen person"),
            (
                Command(self.tr("Change…"), lambda _: self._change(), "pencil-simple"),
                Command(
                    self.tr("Merge with another entry…"),
                    self._merge,
                    "git-merge",
                    other_names=self.tr("duplicate, the same person twice"),
                ),
                Command(self.tr("Remove"), lambda _: self._remove(), "trash"),
            ),
            chosen_row(lambda: self.table),
            lambda line: line.person.name,
        )

    def _change(self) -> None:
        line = self.table.current_row()
        if line is not None:
            form = forms.person(self.ask.people.organisations(), line.person)
            self.keep(
                form,
                lambda answer: self.ask.people.edit_person(
                    line.person.id,
                    answer.name,
                    organisation_id=answer.organisation_id,
                    post=answer.post,
                    email=answer.email,
                    is_namesake=answer.is_namesake,
                ),
            )

    def _merge(self, kept: PersonRow, gone: PersonRow | None = None) -> None:
        merging = self.ask.merging
        form = merge_people(kept, self.ask.people.people(), merging.hanging, gone)
        self.keep(form, lambda answer: merging.merge(answer.kept_id, answer.gone_id))

    def _merge_pair(self, pair: LikePeople) -> None:
        self._merge(pair.first, pair.second)

    def _remove(self) -> None:
        line = self.table.current_row()
        if line is not None:
            self.do(self.ask.people.remove_person, line.person.id)


class BodiesSection(GovernanceSection):
    """The organisations that hold seats and answer for actions."""

    shows = frozenset({Action, AreaAuthority, LocalAuthority, Organisation, Person, Seat})

    def __init__(self, desk: Desk, services: GovernanceServices) -> None:
        super().__init__(desk, services)
        self._new = page_command(self.tr("New organisation"), self.add, "plus-bold")
        self._of_chosen = self._commands()
        self.table: RowTable[OrganisationRow] = RowTable(
            desk.theme,
            desk.icons,
            self.tr("Organisations"),
            self._columns(),
            key=lambda line: line.organisation.id,
            commands_for=self._of_chosen.offered,
        )
        self.table.opened.connect(lambda _: self._change())
        self._card = Card(flush=True)
        self._card.body.addWidget(self.table)
        self._empty = Empty(
            desk.theme,
            desk.icons,
            "buildings",
            self.tr("No organisation is entered yet"),
            self.tr("Seats belong to organisations: enter the courts, Cafcass and authorities."),
            command_button(self._new.bind(None), "primary"),
        )
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        self.authorities = AreaAuthorities(desk, services.authorities)
        box.setSpacing(12)
        box.addWidget(self.authorities)
        box.addWidget(self._card, 1)
        box.addWidget(self._empty, 1)

    @override
    def tools(self) -> Sequence[QPushButton]:
        change, remove = self._of_chosen.commands
        return (
            command_button(self._of_chosen.on_current(remove)),
            command_button(self._of_chosen.on_current(change)),
            command_button(self._new.bind(None), "primary"),
        )

    @override
    def refresh(self) -> str:
        self.authorities.refresh()
        rows = self.ask.people.organisations()
        self.table.set_rows(rows)
        self._card.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        if rows and self.table.current_row() is None:
            self.table.selectRow(0)
        return count(len(rows), self.tr("organisation")).capitalize()

    @override
    def command_groups(self) -> Sequence[AnyGroup]:
        of_area = self.authorities.command_groups()
        return (page_group(self.tr("Organisations"), self._new), self._of_chosen, *of_area)

    @override
    def standing(self) -> UUID | None:
        key = self.table.current_key()
        return key if isinstance(key, UUID) else None

    @override
    def show_record(self, kind: str, key: UUID) -> None:
        self.table.choose(key)

    @override
    def add(self) -> None:
        """Ask for a new organisation."""
        self.keep(
            forms.organisation(),
            lambda answer: self.ask.people.add_organisation(answer.name, answer.kind),
        )

    def _columns(self) -> tuple[Column[OrganisationRow], ...]:
        def number(heading: str, value: str) -> Column[OrganisationRow]:
            return Column(
                heading,
                lambda line: str(getattr(line, value)),
                sort=lambda line: getattr(line, value),
                right=True,
            )

        return (
            Column(
                self.tr("Organisation"),
                lambda line: Cell(line.organisation.name, line.organisation.kind.value),
                sort=lambda line: line.organisation.name.casefold(),
                stretch=True,
            ),
            number(self.tr("People"), "people"),
            number(self.tr("Seats"), "seats"),
            number(self.tr("Open actions"), "open_actions"),
        )

    def _commands(self) -> CommandGroup[OrganisationRow]:
        return CommandGroup(
            self.tr("The chosen organisation"),
            (
                Command(self.tr("Change…"), lambda _: self._change(), "pencil-simple"),
                Command(self.tr("Remove"), lambda _: self._remove(), "trash"),
            ),
            chosen_row(lambda: self.table),
            lambda line: line.organisation.name,
        )

    def _change(self) -> None:
        line = self.table.current_row()
        if line is not None:
            form = forms.organisation(line.organisation)
            self.keep(
                form,
                lambda answer: self.ask.people.edit_organisation(
                    line.organisation.id, answer.name, kind=answer.kind
                ),
            )

    def _remove(self) -> None:
        line = self.table.current_row()
        if line is not None:
            self.do(self.ask.people.remove_organisation, line.organisation.id)
