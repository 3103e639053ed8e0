"""An action log is brought in: asked, answered, kept by one change, and taken back by one undo."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from lfjb_desk.domain.actions import Action, ActionStatus, ActionUpdate
from lfjb_desk.domain.changes import RuleError
from lfjb_desk.domain.governance.people import Organisation, Person
from lfjb_desk.services.bringing.action_logs import ActionLogService, LogPreview
from lfjb_desk.services.bringing.preview import BroughtQuestion, OutdatedBringingError, RowFate
from lfjb_desk.services.governance.people import PeopleService
from lfjb_desk.store.queries.lookup import everything
from tests.plain_word import document, line
from tests.services.bringing.habits.making import text
from tests.services.conftest import NOW, TODAY, Board

Opener = Callable[[str, bytes], LogPreview]
LOG = text(
    "Ref,Action,Owner,Agency,Due,Status,Date raised,Update",
    "A1,Send the list,Helen Marsh,,3/4/26,Open,12/3/26,Waits for the plan",
    "A2,Phone the court,Ann Other,Bar Council,next meeting,Open,12/3/26,",
    "A3,Write the note,JB/HMCTS,,3/4/26,Closed 1/5/26,12/3/26,",
)


def question(preview: LogPreview, words: str) -> BroughtQuestion:
    return next(each for each in preview.questions if words in each.text)


def choice(asked: BroughtQuestion, words: str) -> str:
    return next(each.key for each in asked.choices if words in f"{each.text} {each.under}")


def fates(preview: LogPreview) -> list[RowFate]:
    return [row.fate for row in preview.rows]


@pytest.fixture
def service(peopled: Board) -> ActionLogService:
    return ActionLogService(peopled.database)


def actions(board: Board) -> dict[str, Action]:
    with board.database.session() as session:
        return {action.title: action for action in everything(session, Action)}


def test_what_is_certain_is_kept_and_what_is_not_waits(
    peopled: Board, service: ActionLogService, open_log: Opener
) -> None:
    preview = open_log("log.csv", LOG)

    assert fates(preview) == [RowFate.NEW, RowFate.WAITS, RowFate.WAITS]
    assert preview.rows[1].reason == "asked about: owner, body and due date"
    change = service.commit(preview, NOW)
    assert change.label == "Bring in 1 action from log.csv"
    peopled.round_trip(change)
    kept = actions(peopled)["Send the list"]
    assert (kept.owner_id, kept.accountable_id) == (peopled.helen, peopled.council)
    assert (kept.due, kept.raised_on, kept.status) == (
        date(2026, 4, 3),
        date(2026, 3, 12),
        ActionStatus.OPEN,
    )
    assert kept.ref == "ESST-A-001"


def test_answers_make_a_person_a_body_and_a_day_in_the_same_change(
    peopled: Board, service: ActionLogService, open_log: Opener
) -> None:
    preview = open_log("log.csv", LOG)
    asked_body = question(preview, "Which body is “Bar Council”")
    answers = {asked_body.key: choice(asked_body, "legal profession")}
    preview = service.answered(preview, answers)
    asked_owner = question(preview, "“Ann Other”")
    assert (asked_owner.choices[0].text, asked_owner.choices[0].under) == (
        "Add Ann Other",
        "of Bar Council",
    )
    asked_day = question(preview, "“next meeting”")
    assert (asked_day.choices[0].text, asked_day.choices[0].under) == (
        "3 December 2026",
        "Board meeting 23",
    )
    first = {asked_owner.key: asked_owner.choices[0].key, asked_day.key: asked_day.choices[0].key}
    preview = service.answered(preview, answers | first)

    assert fates(preview)[1] is RowFate.NEW
    peopled.round_trip(service.commit(preview, NOW))
    kept = actions(peopled)["Phone the court"]
    with peopled.database.session() as session:
        owner = next(each for each in everything(session, Person) if each.name == "Ann Other")
        body = next(
            each for each in everything(session, Organisation) if each.name == "Bar Council"
        )
        history = [each for each in everything(session, ActionUpdate) if each.action_id == kept.id]
    assert (kept.owner_id, kept.accountable_id, owner.organisation_id) == (
        owner.id,
        body.id,
        body.id,
    )
    assert kept.due == date(2026, 12, 3)
    (first_line,) = history
    assert first_line.text == (
        "Brought in from log.csv, row 3. due there: next meeting. reference there: A2."
    )


def test_a_day_may_be_typed_and_one_that_names_none_is_no_answer(
    service: ActionLogService, open_log: Opener
) -> None:
    preview = open_log("log.csv", LOG)
    key = question(preview, "“next meeting”").key
    assert not question(service.answered(preview, {key: "soon"}), "“next meeting”").answered
    settled = service.answered(preview, {key: "4 December 2026"})
    assert settled.planned[1].due.day == date(2026, 12, 4)


def test_a_status_with_its_day_is_read_and_an_owner_may_stay_nobody(
    peopled: Board, service: ActionLogService, open_log: Opener
) -> None:
    preview = open_log("log.csv", LOG)
    asked_owner = question(preview, "“JB/HMCTS”")
    assert not any("Add JB" in each.text for each in asked_owner.choices)
    preview = service.answered(preview, {asked_owner.key: choice(asked_owner, "Nobody yet")})
    service_change = service.commit(preview, NOW)
    peopled.write(service_change)
    kept = actions(peopled)["Write the note"]
    assert (kept.owner_id, kept.status, kept.closed_on) == (
        None,
        ActionStatus.DONE,
        date(2026, 5, 1),
    )


def test_what_is_in_the_log_already_is_said_and_not_doubled(
    peopled: Board, service: ActionLogService, open_log: Opener
) -> None:
    peopled.write(service.commit(open_log("log.csv", LOG), NOW))
    again = open_log("log.csv", LOG)
    assert again.rows[0].fate is RowFate.PRESENT
    assert again.rows[0].reason == "it is ESST-A-001 already"
    with pytest.raises(RuleError, match="No action would be kept"):
        service.commit(again, NOW)


def test_a_row_that_stands_twice_is_kept_once(open_log: Opener) -> None:
    entry = "Send the list,Helen Marsh,3/4/26,Open,1/3/26"
    preview = open_log("log.csv", text("Action,Owner,Due,Status,Raised", entry, entry))
    assert fates(preview) == [RowFate.NEW, RowFate.LEFT_OUT]
    assert preview.rows[1].reason == "the same as in row 2"


def test_a_column_that_nobody_knows_is_asked_about_with_its_words(
    service: ActionLogService, open_log: Opener
) -> None:
    data = text(
        "Action,Owner,When it is wanted,Status,Raised", "Send it,Helen Marsh,3/4/26,Open,1/3/26"
    )
    preview = open_log("log.csv", data)
    asked_column = question(preview, "What is in “When it is wanted”?")
    assert "3/4/26" in asked_column.first
    due = choice(asked_column, "The day on which it is due")
    settled = service.answered(preview, {asked_column.key: due})
    assert settled.planned[0].due.day == date(2026, 4, 3)


def test_no_row_is_kept_while_a_column_may_say_something_of_it(
    service: ActionLogService, open_log: Opener
) -> None:
    head = "Action,Owner,Due,Extension,Status,Raised"
    preview = open_log("log.csv", text(head, "Send it,Helen Marsh,3/4/26,3/6/26,Open,1/3/26"))
    assert preview.rows[0].reason == "asked what is in “Extension”"
    asked_column = question(preview, "What is in “Extension”?")
    settled = service.answered(preview, {asked_column.key: "revised due"})
    assert (settled.rows[0].fate, settled.planned[0].due.day) == (RowFate.NEW, date(2026, 6, 3))


def test_a_column_can_be_given_another_role_by_hand(
    service: ActionLogService, open_log: Opener
) -> None:
    data = text("Action,Owner,Raised,Due,Status", "Send it,Helen Marsh,1/3/26,3/4/26,Open")
    preview = open_log("log.csv", data)
    owner = next(use for use in preview.columns if use.heading == "Owner")
    settled = service.answered(preview, {owner.key: "ignored"})
    assert question(settled, "no owner in the file").rows == 1


def test_a_due_day_before_the_action_was_raised_is_asked_about(
    service: ActionLogService, open_log: Opener
) -> None:
    data = text("Action,Owner,Raised,Due,Status", "Send it,Helen Marsh,1/5/26,3/4/26,Open")
    preview = open_log("log.csv", data)
    asked_day = question(preview, "is due on 3 April 2026 and raised on 1 May 2026")
    assert preview.rows[0].fate is RowFate.WAITS
    settled = service.answered(preview, {asked_day.key: "3 June 2026"})
    assert (settled.rows[0].fate, settled.planned[0].due.day) == (RowFate.NEW, date(2026, 6, 3))


def test_a_due_day_that_moved_keeps_both_days(
    peopled: Board, service: ActionLogService, open_log: Opener
) -> None:
    data = text(
        "Action,Owner,Raised,Due date,Revised due date,Status",
        "Send it,Helen Marsh,1/3/26,3/4/26,3/6/26,Open",
    )
    peopled.write(service.commit(open_log("log.csv", data), NOW))
    kept = actions(peopled)["Send it"]
    assert (kept.original_due, kept.due) == (date(2026, 4, 3), date(2026, 6, 3))


def test_a_preview_that_others_have_overtaken_is_not_kept(
    peopled: Board, service: ActionLogService, open_log: Opener
) -> None:
    preview = open_log("log.csv", LOG)
    people = PeopleService(peopled.database)
    peopled.write(people.add_person("Helen Marsh", peopled.court_service))
    before = peopled.state()
    with pytest.raises(OutdatedBringingError, match="Look at it"):
        service.commit(preview, NOW)
    assert peopled.state() == before


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("log.csv", text("Action,Owner,Child", "Send it,Jo,x"), "has a column “Child”"),
        (
            "log.csv",
            text("Action,Owner", "Chase ZC26C50123 today,Jo"),
            "holds a case number in row 2",
        ),
        ("log.docx", document(line("Nothing but words")), "holds no table"),
        ("log.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old Word file"),
        ("log.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "protected by a password"),
    ],
)
def test_a_file_that_may_not_come_in_is_refused_in_one_sentence(
    peopled: Board, tmp_path: Path, name: str, data: bytes, sentence: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    before = peopled.state()
    with pytest.raises(RuleError, match=sentence):
        ActionLogService(peopled.database).open(path, peopled.group, TODAY)
    assert peopled.state() == before
