"""Sending action forms: what they hold, whom they go to, and what stays out of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from email import message_from_bytes
from email.policy import default
from typing import TYPE_CHECKING
from unittest.mock import patch
from uuid import UUID

import pytest

from lfjb_desk.domain.action_forms import ActionForm
from lfjb_desk.domain.changes import RuleError
from lfjb_desk.domain.read_models.action_forms import FormState
from lfjb_desk.services.actions.actions import ActionService
from lfjb_desk.word.checking.check import check
from lfjb_desk.word.reading.form import read_form
from tests.mail_reading import addresses_of, subject_of
from tests.services.action_forms.conftest import BACK_BY, TITLES, Sending
from tests.services.conftest import NOW, TODAY

if TYPE_CHECKING:
    from pathlib import Path


def test_a_form_names_its_owner_its_actions_and_the_day_and_passes_the_check(
    sending: Sending,
) -> None:
    form = sending.made()
    read = read_form(form.document[1])
    assert "Helen Marsh, Suffolk Council" in " ".join(read.lines)
    assert any("Monday 7 December 2026" in line for line in read.lines)
    heads = [row.cells[0] for row in read.rows[::4]]
    assert heads == ["ESST-A-001-G", "ESST-A-002-Q", "ESST-A-003-Y"]
    assert set(TITLES) <= set(read.lines)
    assert form.findings == ()
    assert check(form.document[1], "OFFICIAL-SENSITIVE") == ()


def test_each_box_says_in_four_ways_which_action_it_is_about(sending: Sending) -> None:
    xml = sending.made().document[1]
    row = read_form(xml).rows[1]
    assert row.references == ("ESST-A-001-G",)
    assert row.caption == "ESST-A-001-G"
    assert row.cells == ("Progress since then", "Up to 60 words")


def test_the_same_form_has_the_same_bytes(sending: Sending) -> None:
    fixed = UUID(int=7)
    with patch("lfjb_desk.services.action_forms.making.uuid4", return_value=fixed):
        (helen,) = sending.sender.owners(sending.board.group, TODAY)
        made = [sending.sender.make(sending.order(), [helen])[0].document for _ in range(2)]
    assert made[0] == made[1]


def test_an_owner_gets_all_of_theirs_and_nothing_of_others(sending: Sending) -> None:
    sending.action("Book the rooms", sending.board.tom)
    owners = sending.sender.owners(sending.board.group, TODAY)
    assert [(owner.name, owner.actions) for owner in owners] == [
        ("Helen Marsh", 3),
        ("Tom Aldous", 1),
    ]
    assert "Book the rooms" not in read_form(sending.made().document[1]).lines
    assert "Book the rooms" in read_form(sending.made("Tom Aldous").document[1]).lines


def test_a_restricted_action_stands_in_the_form_of_its_owner_alone_and_not_in_the_e_mail(
    sending: Sending,
) -> None:
    sending.action("Ask about the complaint", sending.board.tom, restricted=True)
    own = sending.made("Tom Aldous")
    lines = read_form(own.document[1]).lines
    assert "Ask about the complaint" in lines
    assert any("Restricted: for you alone" in line for line in lines)
    assert any("for Tom Aldous, HMCTS and the secretariat alone" in line for line in lines)
    assert own.document[0].startswith("OFFICIAL-SENSITIVE_")
    assert b"complaint" not in own.letter[1]
    other = read_form(sending.made("Helen Marsh").document[1])
    assert "complaint" not in " ".join((*other.lines, *(c for r in other.rows for c in r.cells)))


def test_a_body_gets_the_actions_that_it_answers_for(sending: Sending) -> None:
    bodies = sending.sender.bodies(sending.board.group, TODAY)
    assert [(body.name, body.actions) for body in bodies] == [("Suffolk Council", 3)]
    (form,) = sending.sender.make(sending.order(), bodies)
    assert "Suffolk Council" in read_form(form.document[1]).lines[3]
    assert addresses_of(form.letter[1]) == []


def test_what_is_closed_or_on_hold_is_not_asked_about(sending: Sending) -> None:
    actions = ActionService(sending.board.database)
    first, second, _ = sending.actions()
    sending.board.write(actions.close(first.id, "All done", TODAY, NOW))
    sending.board.write(actions.put_on_hold(second.id, date(2027, 3, 1), "the chair", NOW))
    (helen,) = sending.sender.owners(sending.board.group, TODAY)
    assert helen.actions == 1


def test_the_e_mail_is_a_draft_with_the_form_attached(sending: Sending) -> None:
    sending.address("helen@example.org")
    form = sending.made()
    letter = message_from_bytes(form.letter[1], policy=default)
    assert letter["X-Unsent"] == "1"
    assert letter["From"] is None
    assert addresses_of(form.letter[1]) == [("Helen Marsh", "helen@example.org")]
    assert subject_of(form.letter[1]).endswith("Your actions for Essex, back by 7 December 2026")
    (attached,) = letter.iter_attachments()
    assert attached.get_filename() == form.document[0]
    assert attached.get_payload(decode=True) == form.document[1]
    body = letter.get_body()
    assert body is not None
    assert "ESST-A-001-G Give the reason for each late change of plan" in body.get_content()


def test_sending_is_one_change_and_undo_takes_it_back(sending: Sending) -> None:
    (helen,) = sending.sender.owners(sending.board.group, TODAY)
    made = sending.sender.make(sending.order(), [helen])
    change = sending.sender.record(made)
    assert change.label == "Send 1 action form to Helen Marsh"
    sending.board.round_trip(change)
    (row,) = sending.forms.rows(sending.board.group, TODAY)
    assert (row.name, row.state) == ("Helen Marsh", FormState.SENT)
    assert sending.sender.owners(sending.board.group, TODAY)[0].awaited_since == TODAY


def test_files_are_written_all_or_none(sending: Sending, tmp_path: Path) -> None:
    form = sending.made()
    out = tmp_path / "out"
    out.mkdir()
    assert len(sending.sender.write([form], out)) == 2
    with pytest.raises(RuleError, match="Nothing was written"):
        sending.sender.write([form], out)


def test_two_people_of_one_name_get_two_files(sending: Sending) -> None:
    (helen,) = sending.sender.owners(sending.board.group, TODAY)
    made = sending.sender.make(sending.order(), [helen, helen])
    assert made[0].document[0] != made[1].document[0]


def test_a_form_not_back_is_overdue_and_can_be_withdrawn(sending: Sending) -> None:
    form = sending.made()
    later = BACK_BY + timedelta(days=3)
    (row,) = sending.forms.awaited(sending.board.group, later)
    assert (row.state, row.days_late) == (FormState.OVERDUE, 3)
    sending.board.round_trip(sending.sender.withdraw(form.form.id, later))
    assert sending.forms.awaited(sending.board.group, later) == ()
    with pytest.raises(RuleError, match="withdrawn already"):
        sending.sender.withdraw(form.form.id, later)


def test_a_later_form_replaces_the_one_before(sending: Sending) -> None:
    sending.made()
    later = TODAY + timedelta(days=7)
    sending.made(today=later)
    states = [row.state for row in sending.forms.rows(sending.board.group, later)]
    assert states == [FormState.SENT, FormState.REPLACED]


@pytest.mark.parametrize(
    ("nobody", "day", "sentence"),
    [(True, BACK_BY, "Nobody is chosen"), (False, date(2026, 11, 1), "1 November 2026 is past")],
)
def test_a_form_for_nobody_or_for_yesterday_is_refused(
    sending: Sending, *, nobody: bool, day: date, sentence: str
) -> None:
    recipients = () if nobody else sending.sender.owners(sending.board.group, TODAY)
    with pytest.raises(RuleError, match=sentence):
        sending.sender.make(sending.order(back_by=day), recipients)


def test_somebody_without_open_actions_any_more_is_refused(sending: Sending) -> None:
    (helen,) = sending.sender.owners(sending.board.group, TODAY)
    gone = replace(helen, person_id=sending.board.tom)
    with pytest.raises(RuleError, match="has no open action any more"):
        sending.sender.make(sending.order(), [gone])


def test_the_form_is_remembered_with_what_it_showed(sending: Sending) -> None:
    form = sending.made()
    with sending.board.database.session() as session:
        row = session.get(ActionForm, form.form.id)
    assert row is not None
    assert all(title in row.content for title in TITLES)


def test_a_reminder_goes_to_those_with_late_actions_or_such_that_are_due_soon(
    sending: Sending,
) -> None:
    soon = date(2026, 12, 15)
    sending.action("Book the rooms", sending.board.tom)
    action = sending.actions()[-1]
    actions = ActionService(sending.board.database)
    assert sending.sender.to_remind(sending.board.group, TODAY) == ()
    sending.board.write(actions.move_due(action.id, date(2026, 12, 1), "the chair", NOW))
    (tom,) = sending.sender.to_remind(sending.board.group, TODAY)
    assert (tom.name, tom.late, tom.soon) == ("Tom Aldous", 0, 1)
    (tom,) = sending.sender.to_remind(sending.board.group, soon)[:1]
    assert (tom.name, tom.late, tom.soon) == ("Tom Aldous", 1, 0)
    order = replace(sending.order(soon, date(2026, 12, 20)), is_reminder=True)
    (form,) = sending.sender.make(order, [tom])
    assert "Reminder of your actions" in subject_of(form.letter[1])
    body = message_from_bytes(form.letter[1], policy=default).get_body()
    assert body is not None
    text = body.get_content().replace("\r\n", "\n")
    assert "Late:\n- ESST-A-004-H Book the rooms: due 1 December 2026, moved once" in text
    assert "Due later" not in text


@pytest.mark.parametrize(
    ("today", "day"),
    [
        (date(2026, 11, 10), date(2026, 11, 24)),
        (date(2026, 11, 23), date(2026, 11, 30)),
        (date(2026, 12, 2), date(2026, 12, 2)),
        (date(2026, 12, 4), date(2026, 12, 18)),
    ],
)
def test_answers_are_wanted_in_a_fortnight_or_in_time_for_the_meeting_of_3_december(
    sending: Sending, today: date, day: date
) -> None:
    assert sending.sender.usual_day(sending.board.group, today) == day
