from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from lfjb_desk.domain.governance.groups import GroupKind, Office
from lfjb_desk.domain.governance.people import OrganisationKind
from lfjb_desk.domain.read_models.governance.people import surname_first
from lfjb_desk.services.places import PlaceService
from tests.ui.pages.hands import carry_out, menu_of_row, pick, press, undo, words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from lfjb_desk.domain.governance.groups import Group
    from lfjb_desk.domain.read_models.governance.groups import SeatRow
    from lfjb_desk.store.engine.database import Database
    from lfjb_desk.ui.pages.governance.page import GovernancePage
    from tests.ui.conftest import Scripted


@pytest.fixture
def page(governance_page: GovernancePage) -> GovernancePage:
    return governance_page


def group_names(page: GovernancePage) -> list[str]:
    return [branch.group.name for branch in page.groups.tree.rows_model.rows()]


def chosen_group(page: GovernancePage) -> Group:
    group = page.groups.chosen_group()
    assert group is not None
    return group


def seats(page: GovernancePage) -> Sequence[SeatRow]:
    return page.groups.seats.table.rows_model.rows()


def seat(page: GovernancePage) -> SeatRow:
    line = page.groups.seats.table.current_row()
    assert line is not None
    return line


def test_the_tree_shows_who_carries_the_business_and_the_rules(page: GovernancePage) -> None:
    board, *below = page.groups.tree.rows_model.rows()
    assert board.group.kind is GroupKind.BOARD
    assert all(branch.depth == 1 for branch in below)
    assert f"Quorum: {board.group.quorum} of the seats that count." in words(page)
    assert "Terms of reference: review by" in words(page)
    carried = next(branch for branch in below if branch.group.carried_by)
    page.groups.tree.choose(carried.group.id)
    assert carried.node.carrier in words(page)
    assert "carried up by the" in words(page)


def test_every_control_of_every_part_has_a_name(
    page: GovernancePage, unnamed: Callable[[QWidget], list[str]]
) -> None:
    for part in ("groups", "terms", "compliance", "decisions", "people", "bodies"):
        page.turn(part)
        assert unnamed(page) == []


def test_a_group_is_added_changed_closed_reopened_and_removed(
    qtbot: QtBot, page: GovernancePage, dialogs: Scripted
) -> None:
    before = group_names(page)
    dialogs.forms += [
        {"name": "Young people's voice group", "quorum": Decimal(3)},
        {"carried_by": Office.CHAIR},
        {},
    ]
    press(qtbot, page, "New group")
    new = next(
        branch.group
        for branch in page.groups.tree.rows_model.rows()
        if branch.group.name == "Young people's voice group"
    )
    assert (new.kind, new.quorum) == (GroupKind.SUB_GROUP, 3)
    page.groups.tree.choose(new.id)
    pick(page.groups._more, "Change")
    assert "carried up by the chair, nobody yet" in words(page)
    pick(page.groups._more, "Close")
    assert "Closed on 23 November 2026" in page.groups.tree.currentIndex().data()
    pick(page.groups._more, "Reopen")
    assert chosen_group(page).closed_on is None
    pick(page.groups._more, "Remove")
    assert group_names(page) == before
    undo(page)
    assert "Young people's voice group" in group_names(page)


def test_a_vacancy_says_since_when_and_is_filled_by_an_appointment(
    qtbot: QtBot, page: GovernancePage, dialogs: Scripted
) -> None:
    empty = next(line for line in seats(page) if line.vacant)
    page.groups.seats.table.choose(empty.seat.id)
    at = page.groups.seats.table.currentIndex().siblingAtColumn(1)
    assert at.data().startswith("Vacant, since")
    person = page.groups.ask.people.people()[0].person
    dialogs.forms.append({"person": person.id})
    press(qtbot, page, "Appoint…")
    assert seat(page).name == person.name
    undo(page)
    assert seat(page).vacant


def test_a_seat_that_is_empty_for_long_says_how_many_meetings_it_missed(
    page: GovernancePage,
) -> None:
    empty = next(line for line in seats(page) if line.vacant)
    page.groups.seats.table.choose(empty.seat.id)
    at = page.groups.seats.table.currentIndex().siblingAtColumn(1)
    assert at.data() == "Vacant, since 4 June 2026, 1 meeting missed"
    assert f"Vacant: {empty.seat.title} since 4 June 2026" in words(page)


def test_an_appointment_is_ended_and_the_seat_remembers_who_sat(
    qtbot: QtBot, page: GovernancePage, dialogs: Scripted
) -> None:
    name = seat(page).name
    dialogs.forms.append({"last_day": date(2026, 11, 20)})
    press(qtbot, page, "End…")
    assert seat(page).vacant
    assert f"Before: {name} to 20 November 2026." in words(page)
    undo(page)
    assert seat(page).name == name


def test_an_appointment_is_changed_and_taken_back(page: GovernancePage, dialogs: Scripted) -> None:
    line = next(one for one in seats(page) if one.office is Office.MEMBER)
    page.groups.seats.table.choose(line.seat.id)
    dialogs.forms.append({"office": Office.VICE_CHAIR})
    pick(page.groups.seats._more, f"Correct the appointment of {line.name}")
    assert seat(page).office is Office.VICE_CHAIR
    pick(page.groups.seats._more, f"Remove the appointment of {line.name}")
    assert seat(page).vacant
    undo(page)
    undo(page)
    assert seat(page).office is Office.MEMBER


def test_the_office_of_who_sits_is_changed_from_a_day_and_undone_in_one_step(
    page: GovernancePage, dialogs: Scripted
) -> None:
    line = next(one for one in seats(page) if one.office is Office.MEMBER)
    page.groups.seats.table.choose(line.seat.id)
    dialogs.forms.append({"office": Office.VICE_CHAIR})
    pick(page.groups.seats._more, f"Change the office of {line.name}")
    at = page.groups.seats.table.currentIndex().siblingAtColumn(1)
    assert at.data() == f"{line.name}, Vice-chair, since 23 November 2026"
    assert f"Before: {line.name} as member to 22 November 2026." in words(page)
    undo(page)
    assert seat(page) == line


def test_who_left_today_is_appointed_again_from_today_as_vice_chair(
    qtbot: QtBot, page: GovernancePage, dialogs: Scripted
) -> None:
    line = next(one for one in seats(page) if one.office is Office.MEMBER and one.holder)
    assert line.holder is not None
    page.groups.seats.table.choose(line.seat.id)
    dialogs.forms += [
        {"last_day": date(2026, 11, 23)},
        {"person": line.holder.person.id, "office": Office.VICE_CHAIR},
    ]
    press(qtbot, page, "End…")
    press(qtbot, page, "Appoint…")
    assert not dialogs.refusals
    assert (seat(page).name, seat(page).office) == (line.name, Office.VICE_CHAIR)


def test_an_appointment_that_overlaps_another_is_refused_in_the_form(
    page: GovernancePage, dialogs: Scripted
) -> None:
    person = page.groups.ask.people.people()[-1].person
    dialogs.forms.append({"person": person.id})
    pick(page.groups.seats._more, "Appoint")
    assert dialogs.refusals[0]
    assert seat(page).name != person.name


def test_a_deputy_stands_beside_the_one_who_sits(page: GovernancePage, dialogs: Scripted) -> None:
    name = seat(page).name
    person = page.groups.ask.people.people()[-1].person
    dialogs.forms.append({"person": person.id, "office": Office.DEPUTY})
    pick(page.groups.seats._more, "Appoint")
    at = page.groups.seats.table.currentIndex().siblingAtColumn(1)
    assert at.data().startswith(name)
    assert at.data().endswith(f"deputy {person.name}")
    pick(page.groups.seats._more, f"Remove the appointment of {person.name}")
    assert not seat(page).deputies


def test_a_seat_is_added_changed_moved_and_removed(
    qtbot: QtBot, page: GovernancePage, dialogs: Scripted
) -> None:
    many = len(seats(page))
    body = page.groups.ask.people.organisations()[0].organisation
    dialogs.forms += [
        {"title": "Family mediation", "organisation_id": body.id},
        {"title": "Mediation", "counts_for_quorum": False},
    ]
    press(qtbot, page, "New seat")
    assert seats(page)[-1].seat.title == "Family mediation"
    page.groups.seats.table.choose(seats(page)[-1].seat.id)
    page.groups.seats.table.setFocus()
    qtbot.keyClick(page.groups.seats.table, Qt.Key.Key_Return)
    assert (seat(page).seat.title, seat(page).seat.counts_for_quorum) == ("Mediation", False)
    pick(page.groups.seats._more, "Move up")
    assert seats(page)[-2].seat.title == "Mediation"
    pick(page.groups.seats._more, "Move down")
    pick(page.groups.seats._more, "Remove the seat")
    assert len(seats(page)) == many
    undo(page)
    assert len(seats(page)) == many + 1


def test_people_are_added_changed_and_removed(
    qtbot: QtBot, page: GovernancePage, dialogs: Scripted
) -> None:
    press(qtbot, page, "People")
    table = page.people.table
    many = len(table.rows_model.rows())
    body = page.people.ask.people.organisations()[0].organisation
    dialogs.forms += [
        {"name": "Nora Goldcrest", "organisation_id": body.id, "email": "not an address"},
        {"name": "Nora Goldcrest", "organisation_id": body.id},
        {"post": "Mediator"},
    ]
    press(qtbot, page, "New person")
    assert "is not an email address" in dialogs.refusals[0]
    press(qtbot, page, "New person")
    new = next(one for one in table.rows_model.rows() if one.person.name == "Nora Goldcrest")
    page.show_record("person", new.person.id)
    press(qtbot, page, "Change…")
    assert "Nora Goldcrest, Mediator" in table.currentIndex().siblingAtColumn(0).data()
    press(qtbot, page, "Remove")
    assert len(table.rows_model.rows()) == many
    undo(page)
    assert len(table.rows_model.rows()) == many + 1


def test_a_person_who_is_entered_is_offered_instead_of_a_double(
    qtbot: QtBot, page: GovernancePage, dialogs: Scripted
) -> None:
    press(qtbot, page, "People")
    table = page.people.table
    there = table.rows_model.rows()[-1]
    table.selectRow(0)
    same = {"name": there.person.name, "organisation_id": there.organisation.id}
    dialogs.forms += [same, {**same, "is_namesake": True}]
    press(qtbot, page, "New person")
    assert f"There is a {there.person.name}" in dialogs.refusals[0]
    assert table.current_key() == there.person.id
    press(qtbot, page, "New person")
    names = [line.person.name for line in table.rows_model.rows()]
    assert names.count(there.person.name) == 2


def test_the_people_are_sorted_by_surname_when_their_heading_is_clicked(
    page: GovernancePage,
) -> None:
    page.turn("people")
    page.people.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    table = page.people.table.rows_model
    names = [line.person.name for line in table.rows()]
    assert [surname_first(name) for name in names] == sorted(map(surname_first, names))
    assert names != sorted(names)


def test_a_person_who_sits_cannot_be_removed(qtbot: QtBot, page: GovernancePage) -> None:
    refused: list[str] = []
    page.desk.history.refused.connect(refused.append)
    page.turn("people")
    page.people.table.selectRow(0)
    menu_of_row(page.people.table)["Remove"].run()
    assert "End their appointment instead" in refused[0]


def test_organisations_are_added_changed_and_removed(
    qtbot: QtBot, page: GovernancePage, dialogs: Scripted
) -> None:
    press(qtbot, page, "Organisations")
    table = page.bodies.table
    many = len(table.rows_model.rows())
    dialogs.forms += [
        {"name": "Estuary mediation", "kind": OrganisationKind.OTHER},
        {"kind": OrganisationKind.VOLUNTARY},
    ]
    press(qtbot, page, "New organisation")
    new = next(
        one for one in table.rows_model.rows() if one.organisation.name == "Estuary mediation"
    )
    page.show_record("organisation", new.organisation.id)
    press(qtbot, page, "Change…")
    assert "voluntary sector" in table.currentIndex().siblingAtColumn(0).data()
    menu_of_row(table)["Remove"].run()
    assert len(table.rows_model.rows()) == many
    undo(page)
    assert len(table.rows_model.rows()) == many + 1


def test_without_an_area_the_page_says_what_to_do_first(
    page: GovernancePage, dialogs: Scripted
) -> None:
    refused: list[str] = []
    page.desk.notices.refused.connect(refused.append)
    page.desk.context.choose(None, None)
    assert "No area is chosen" in words(page)
    assert "Choose an area at the top." in words(page)
    assert not {"New group", "New seat"} & {command.label for command in page.commands()}
    carry_out(page, "Add to what is shown here")
    assert "Add a group first" in refused[0]
    assert not dialogs.asked


def test_a_second_area_starts_with_a_board(
    qtbot: QtBot, page: GovernancePage, dialogs: Scripted, database: Database
) -> None:
    here = page.desk.context.area_id
    other = next(one for one in PlaceService(database).areas() if one.id != here)
    page.desk.context.choose(other.id, None)
    assert "No board is set up yet" in words(page)
    dialogs.forms.append({"name": "Neighbouring board"})
    press(qtbot, page, "New group")
    assert group_names(page) == ["Neighbouring board"]


def test_a_commanded_record_is_shown_in_its_part(page: GovernancePage) -> None:
    below = page.groups.tree.rows_model.rows()[1].group
    page.turn("people")
    page.show_record("group", below.id)
    assert chosen_group(page).id == below.id
    assert page.groups.isVisible()


def test_one_shortcut_adds_to_the_part_that_is_shown(
    page: GovernancePage, dialogs: Scripted
) -> None:
    new = next(command for command in page.commands() if command.shortcut == "Ctrl+N")
    dialogs.forms += [{}] * 5
    for part in ("groups", "terms", "decisions", "people", "bodies"):
        page.turn(part)
        new.run()
    page.turn("terms")
    page.terms.table.selectRow(1)
    new.run()
    asked = ["New seat", "New clause", "New person", "New organisation", "New document"]
    assert dialogs.asked == asked


def test_each_part_offers_its_commands(page: GovernancePage) -> None:
    turns = {command.label: command for command in page.commands()}
    for name in ("People", "Organisations", "Terms of reference", "Groups and seats"):
        turns[name].run()
        QApplication.processEvents()
        assert any(command.label == name for command in page.commands())
