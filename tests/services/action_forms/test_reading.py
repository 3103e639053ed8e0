"""Reading what came back in Word: what is taken, what is asked, what is refused, and why."""

from __future__ import annotations

import re
import shutil
import subprocess
from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from lxml import etree

from lfjb_desk.domain.actions import ActionStatus
from lfjb_desk.domain.changes import RuleError
from lfjb_desk.domain.read_models.action_forms import FormState
from lfjb_desk.services.action_forms.matching import AnswerDoubt
from tests.services.action_forms.conftest import TITLES, Sending
from tests.services.action_forms.filling import Filler, put, rows, w
from tests.services.conftest import TODAY

if TYPE_CHECKING:
    from pathlib import Path

FIRST, SECOND, THIRD = "ESST-A-001", "ESST-A-002", "ESST-A-003"
ODT, DOCX = "odt", "docx"


def test_what_is_filled_in_is_proposed_and_the_form_is_returned(sending: Sending) -> None:
    path = sending.returned(
        sending.made(),
        (FIRST, "Reasons are in for 11 of 19", "In progress", "12 January 2027"),
        (SECOND, "", "Done", ""),
    )
    preview = sending.reader.read(path)
    assert (preview.name, preview.doubtful) == ("Helen Marsh", ())
    assert [action.title for action in preview.unanswered] == [TITLES[2]]
    change = sending.reader.take(preview, TODAY)
    assert change.label == "Take in the answer of “Helen Marsh”"
    sending.board.round_trip(change)
    first, second = sending.forms.waiting(sending.board.group, TODAY)
    assert first.answer.progress == "Reasons are in for 11 of 19"
    assert first.answer.proposed_due == date(2027, 1, 12)
    assert first.answer.proposed_status is ActionStatus.IN_PROGRESS
    assert second.answer.proposed_status is ActionStatus.DONE
    assert sending.action_of(FIRST).due != date(2027, 1, 12)
    (form,) = sending.forms.rows(sending.board.group, TODAY)
    assert form.state is FormState.TO_DECIDE


def test_a_form_sent_back_empty_counts_as_returned(sending: Sending) -> None:
    path = sending.returned(sending.made())
    preview = sending.reader.read(path)
    assert preview.entries == ()
    assert len(preview.unanswered) == 3
    sending.board.write(sending.reader.take(preview, TODAY))
    (form,) = sending.forms.rows(sending.board.group, TODAY)
    assert form.state is FormState.SETTLED


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("12/01/2027", date(2027, 1, 12)),
        ("Tuesday 12th January 2027", date(2027, 1, 12)),
        ("12 Jan 2027", date(2027, 1, 12)),
        ("2027-01-12", date(2027, 1, 12)),
        ("Monday 12 January 2027", None),
        ("12/01/27", None),
        ("01/13/2027", None),
        ("12 January", None),
        ("end of term", None),
        ("12 Ionawr 2027", None),
        ("before 12 January 2027", None),
    ],
)
def test_a_date_is_read_day_first_or_kept_in_its_words(
    sending: Sending, written: str, day: date | None
) -> None:
    path = sending.returned(sending.made(), (FIRST, "Going on", "", written))
    preview = sending.reader.read(path)
    (entry,) = preview.entries
    assert entry.answer.due == day
    assert bool(preview.unclear) == (day is None)
    if day is None:
        sending.board.write(sending.reader.take(preview, TODAY))
        (row,) = sending.forms.waiting(sending.board.group, TODAY)
        assert row.answer.progress == f"Going on\nNew date, as written: {written}"


def test_a_person_says_which_day_was_meant(sending: Sending) -> None:
    path = sending.returned(sending.made(), (FIRST, "", "Nearly", "end of term"))
    preview = sending.reader.read(path)
    (entry,) = preview.unclear
    clear = preview.made_clear(entry, date(2027, 3, 26), ActionStatus.IN_PROGRESS)
    assert clear.unclear == ()
    assert clear.entries[0].answer.due == date(2027, 3, 26)


def test_what_was_written_outside_the_boxes_waits_for_a_person(sending: Sending) -> None:
    form = Filler(sending.made().document[1])
    table = form.table(SECOND)
    paragraph = etree.SubElement(form.root, w("p"))
    etree.SubElement(etree.SubElement(paragraph, w("r")), w("t")).text = "We are all trained"
    table.addnext(paragraph)
    path = sending.folder / "beside.docx"
    path.write_bytes(form.bytes())
    preview = sending.reader.read(path)
    (doubtful,) = preview.doubtful
    assert (doubtful.words, doubtful.why) == ("We are all trained", AnswerDoubt.LOOSE_WORDS)
    with pytest.raises(RuleError, match="must be placed or left out first"):
        sending.reader.take(preview, TODAY)
    placed = preview.placed(doubtful, sending.action_of(SECOND).id)
    sending.board.write(sending.reader.take(placed, TODAY))
    (row,) = sending.forms.waiting(sending.board.group, TODAY)
    assert (row.action.ref, row.answer.progress) == (SECOND, "We are all trained")


def test_swapped_references_wait_and_may_be_left_out(sending: Sending) -> None:
    form = Filler(sending.made().document[1])
    form.fill(FIRST, "About the first")
    heads = [rows(form.table(ref))[0].findall(w("tc"))[0] for ref in (FIRST, SECOND)]
    for head, text in zip(heads, ("ESST-A-002-Q", "ESST-A-001-G"), strict=True):
        put(head, text)
    path = sending.folder / "swapped.docx"
    path.write_bytes(form.bytes())
    preview = sending.reader.read(path)
    assert [each.why for each in preview.doubtful] == [AnswerDoubt.DISAGREES] * 2
    assert preview.entries == ()
    for doubtful in preview.doubtful:
        preview = preview.placed(doubtful, None)
    assert sending.reader.take(preview, TODAY).tables


def test_two_answers_to_one_action_are_refused(sending: Sending) -> None:
    form = Filler(sending.made().document[1])
    form.fill(FIRST, "About the first")
    form.table(FIRST).addnext(etree.fromstring(etree.tostring(form.table(FIRST))))
    path = sending.folder / "twice.docx"
    path.write_bytes(form.bytes())
    preview = sending.reader.read(path)
    assert [each.why for each in preview.doubtful] == [AnswerDoubt.CLAIMED_TWICE] * 2
    for doubtful in preview.doubtful:
        preview = preview.placed(doubtful, sending.action_of(FIRST).id)
    with pytest.raises(RuleError, match="more than one answer"):
        sending.reader.take(preview, TODAY)


def test_tracked_changes_are_read_as_accepted_and_told(sending: Sending) -> None:
    form = Filler(sending.made().document[1])
    box = form.box(FIRST, "progress")
    put(box, "Half ")
    run = next(box.iter(w("r")))
    for kind, text in (("ins", "done"), ("del", "undone"), ("moveFrom", "elsewhere")):
        change = etree.Element(w(kind), {w("author"): "Helen Marsh"})
        name = w("delText") if kind == "del" else w("t")
        etree.SubElement(etree.SubElement(change, w("r")), name).text = text
        run.addnext(change)
    properties = rows(form.table(THIRD))[2].find(w("trPr"))
    assert properties is not None
    etree.SubElement(properties, w("del"))
    path = sending.folder / "tracked.docx"
    path.write_bytes(form.bytes())
    preview = sending.reader.read(path)
    assert [entry.answer.progress for entry in preview.entries] == ["Half done"]
    assert "1 tracked insertion was read as accepted." in preview.notices
    assert "2 tracked deletions or moves were left out." in preview.notices
    assert "1 row tracked as deleted was left out." in preview.notices
    assert [each.why for each in preview.doubtful] == [AnswerDoubt.BOXES]


def test_comments_in_the_margin_are_told(sending: Sending) -> None:
    form = Filler(sending.made().document[1])
    form.parts["word/comments.xml"] = (
        f'<w:comments xmlns:w="{w("x")[1:-2]}"><w:comment w:id="1" w:author="Helen Marsh">'
        "<w:p><w:r><w:t>Ask Tom</w:t></w:r></w:p></w:comment></w:comments>"
    ).encode()
    path = sending.folder / "comment.docx"
    path.write_bytes(form.bytes())
    assert "Comment by Helen Marsh: Ask Tom" in sending.reader.read(path).notices


def test_an_older_form_of_the_same_owner_is_read_and_said(sending: Sending) -> None:
    path = sending.returned(sending.made(), (FIRST, "Late news", "", ""))
    sending.made(today=TODAY + timedelta(days=7))
    preview = sending.reader.read(path)
    assert preview.entries[0].answer.progress == "Late news"
    assert any("was sent a later one on 30 November 2026" in line for line in preview.notices)


def test_a_form_of_another_board_is_refused(sending: Sending) -> None:
    form = Filler(sending.made().document[1])
    core = form.parts["docProps/core.xml"].decode()
    other = re.sub(r"lfjb-action-form:[0-9a-f-]+", f"lfjb-action-form:{UUID(int=7)}", core)
    form.parts["docProps/core.xml"] = other.encode()
    path = sending.folder / "other.docx"
    path.write_bytes(form.bytes())
    with pytest.raises(RuleError, match="none that was sent from here"):
        sending.reader.read(path)


def test_a_file_without_the_id_of_a_form_is_refused(sending: Sending) -> None:
    form = Filler(sending.made().document[1])
    core = form.parts["docProps/core.xml"]
    form.parts["docProps/core.xml"] = core.replace(b"lfjb-action-form:", b"something else ")
    path = sending.folder / "no-id.docx"
    path.write_bytes(form.bytes())
    with pytest.raises(RuleError, match="does not say which action form it is"):
        sending.reader.read(path)


def test_the_same_file_is_not_taken_in_twice(sending: Sending) -> None:
    path = sending.returned(sending.made(), (FIRST, "Once", "", ""))
    sending.taken(path)
    with pytest.raises(RuleError, match="was taken in before, on 23 November 2026"):
        sending.reader.read(path)


def test_a_later_answer_takes_the_place_of_one_that_still_waits(sending: Sending) -> None:
    form = sending.made()
    sending.taken(sending.returned(form, (FIRST, "Half", "", "")))
    waiting = sending.taken(sending.returned(form, (FIRST, "All", "", "")))
    assert [row.answer.progress for row in waiting] == ["All"]


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1old", "an old Word file or has a password"),
        (
            "locked.docx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1new",
            "an old Word file or has a password",
        ),
        ("text.docx", b"only words", "is not a Word document"),
        ("mail.msg", b"\xd0\xcf\x11\xe0", "which the desk does not read"),
    ],
)
def test_a_file_that_is_no_form_gets_one_plain_sentence(
    sending: Sending, name: str, data: bytes, sentence: str
) -> None:
    path = sending.folder / name
    path.write_bytes(data)
    with pytest.raises(RuleError, match=sentence):
        sending.reader.read(path)


def test_a_file_that_is_gone_is_refused(sending: Sending) -> None:
    with pytest.raises(RuleError, match="There is no file"):
        sending.reader.read(sending.folder / "gone.docx")


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("way", [(DOCX,), (DOCX, DOCX), (ODT, DOCX)])
def test_a_form_saved_by_libreoffice_is_matched_as_it_was(
    sending: Sending, tmp_path: Path, way: tuple[str, ...]
) -> None:
    """A round trip through LibreOffice, which drops tags and titles and keeps bookmarks."""
    path = sending.returned(
        sending.made(),
        (FIRST, "Reasons are in", "In progress", "12 January 2027"),
        (THIRD, "The list is out", "Done", ""),
    )
    for number, kind in enumerate(way):
        out = tmp_path / str(number)
        profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
        command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(out)]
        subprocess.run([*command, str(path)], check=True, capture_output=True, timeout=120)
        path = out / f"returned.{kind}"
    preview = sending.reader.read(path)
    assert preview.doubtful == ()
    answers = [(entry.action.ref, entry.answer.progress) for entry in preview.entries]
    assert answers == [(FIRST, "Reasons are in"), (THIRD, "The list is out")]
    assert preview.entries[0].answer.due == date(2027, 1, 12)
    assert preview.entries[1].answer.status is ActionStatus.DONE
    assert [action.ref for action in preview.unanswered] == [SECOND]
