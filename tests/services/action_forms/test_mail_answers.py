"""Answers by e-mail: matched by reference, proposed, without what is quoted or signed."""

from __future__ import annotations

from collections import Counter
from datetime import date
from email.message import EmailMessage
from random import Random
from typing import TYPE_CHECKING

import pytest

from lfjb_desk.domain.actions import ActionStatus
from lfjb_desk.domain.changes import RuleError
from lfjb_desk.services.action_forms import reading
from lfjb_desk.services.action_forms.mail import read_mail
from lfjb_desk.services.action_forms.matching import AnswerDoubt
from tests.services.conftest import TODAY

if TYPE_CHECKING:
    from pathlib import Path

    from tests.services.action_forms.conftest import Sending

FIRST, SECOND, THIRD = "ESST-A-001", "ESST-A-002", "ESST-A-003"
WORD = "vnd.openxmlformats-officedocument.wordprocessingml.document"
ANSWER = """Dear Priya,

ESST-A-001-G: reasons are in for 11 of 19.
Two authorities are missing.
New date: 12 January 2027
Status: In progress

ESST\u2011A\u2011003\u2011Y is done

Kind regards
Helen
Director

On Mon, 23 Nov 2026 at 09:14, The board <board@example.org> wrote:
> ESST-A-002-Q Train social workers
"""


def letter(text: str = ANSWER, sender: str = "helen@example.org") -> EmailMessage:
    made = EmailMessage()
    made["From"] = f"Helen Marsh <{sender}>"
    made["To"] = "board@example.org"
    made["Subject"] = "Re: Your actions"
    made.set_content(text)
    return made


def saved(sending: Sending, made: EmailMessage) -> Path:
    path = sending.folder / "answer.eml"
    path.write_bytes(made.as_bytes())
    return path


def test_each_reference_takes_the_words_under_it(sending: Sending) -> None:
    sending.made()
    preview = sending.reader.read(saved(sending, letter()))
    first, third = preview.entries
    assert first.action.ref == FIRST
    assert first.answer.progress == "reasons are in for 11 of 19.\nTwo authorities are missing."
    assert first.answer.due == date(2027, 1, 12)
    assert first.answer.status is ActionStatus.IN_PROGRESS
    assert (third.action.ref, third.answer.progress) == (THIRD, "is done")
    assert third.answer.status is None
    assert preview.doubtful == ()
    assert preview.name == "Helen Marsh"


def test_what_is_quoted_and_signed_is_left_out_and_said(sending: Sending) -> None:
    sending.made()
    notices = sending.reader.read(saved(sending, letter())).notices
    assert "Left out: 2 lines of earlier e-mails quoted in it." in notices
    assert "The signature was left out." in notices
    assert "Before the first reference it says: Dear Priya," in notices


@pytest.mark.parametrize(
    "head",
    [
        "-----Original Message-----",
        "From: The board\nSent: 23 November 2026\nTo: Helen",
        "________________________________",
        "On Mon, 23 Nov 2026 at 09:14, The board\n<board@example.org> wrote:",
        "> quoted",
    ],
)
def test_earlier_text_is_known_by_what_stands_over_it(sending: Sending, head: str) -> None:
    sending.made()
    text = f"ESST-A-001-G all is well\n\n{head}\n> ESST-A-002-Q not an answer\n"
    preview = sending.reader.read(saved(sending, letter(text)))
    assert [entry.action.ref for entry in preview.entries] == [FIRST]
    assert preview.entries[0].answer.progress == "all is well"


def test_an_e_mail_is_proposed_and_changes_no_action(sending: Sending) -> None:
    sending.made()
    before = sending.actions()
    sending.board.round_trip(
        sending.reader.take(sending.reader.read(saved(sending, letter())), TODAY)
    )
    assert len(sending.forms.waiting(sending.board.group, TODAY)) == 2
    assert [row.due for row in sending.actions()] == [row.due for row in before]


def test_a_reference_without_its_letter_or_of_no_form_is_asked_about(sending: Sending) -> None:
    sending.made()
    sending.action("Book the rooms", sending.board.tom)
    text = "ESST-A-001 is going on\nESST-A-002-X too\nESST-A-004-R as well"
    preview = sending.reader.read(saved(sending, letter(text)))
    assert preview.entries == ()
    whys = [each.why for each in preview.doubtful]
    assert whys == [AnswerDoubt.NO_LETTER, AnswerDoubt.NO_LETTER, AnswerDoubt.NO_FORM]
    assert preview.doubtful[0].likely is not None
    assert len(preview.choices) == 3


def test_html_is_read_as_its_words_and_nothing_in_it_is_run(sending: Sending) -> None:
    sending.made()
    made = EmailMessage()
    made["From"] = "helen@example.org"
    made.set_content(
        "<html><head><style>p {}</style></head><body><script>ESST-A-002-Q no</script>"
        "<p>ESST-A-001-G &amp; all is <b>well</b></p><div>Status: Done</div>"
        "<img src='https://example.org/x'></body></html>",
        subtype="html",
    )
    preview = sending.reader.read(saved(sending, made))
    (entry,) = preview.entries
    assert entry.answer.progress == "& all is well"
    assert entry.answer.status is ActionStatus.DONE


def test_an_attached_form_goes_the_way_of_a_form(sending: Sending) -> None:
    form = sending.made()
    returned = sending.returned(form, (FIRST, "In the form", "", ""))
    made = letter("Here it is.\nESST-A-001-G see the form\nESST-A-002-Q by e-mail")
    made.add_attachment(
        returned.read_bytes(), maintype="application", subtype=WORD, filename="form.docx"
    )
    made.add_attachment(b"x", maintype="image", subtype="png", filename="logo.png")
    preview = sending.reader.read(saved(sending, made))
    answers = [(entry.action.ref, entry.answer.progress) for entry in preview.entries]
    assert answers == [(FIRST, "In the form"), (SECOND, "by e-mail")]
    assert [each.why for each in preview.doubtful] == [AnswerDoubt.CLAIMED_TWICE]
    assert "Attached and not read: logo.png." in preview.notices


def test_a_bad_attachment_is_refused_in_a_sentence(sending: Sending) -> None:
    made = letter()
    made.add_attachment(b"PK", maintype="application", subtype=WORD, filename="form.docx")
    with pytest.raises(RuleError, match="is not a Word document"):
        sending.reader.read(saved(sending, made))


def test_an_e_mail_about_no_action_is_refused(sending: Sending) -> None:
    with pytest.raises(RuleError, match="names no action and has no form attached"):
        sending.reader.read(saved(sending, letter("Thank you")))


def test_the_form_of_the_sender_comes_before_a_later_one_of_the_body(sending: Sending) -> None:
    sending.address("helen@example.org")
    own = sending.made()
    (body,) = sending.sender.bodies(sending.board.group, TODAY)
    (other,) = sending.sender.make(sending.order(), [body])
    sending.board.write(sending.sender.record([other]))
    preview = sending.reader.read(saved(sending, letter()))
    assert {entry.form.id for entry in preview.entries} == {own.form.id}


@pytest.mark.parametrize("data", [b"", b"\x00\xff\xfe", b"no head at all", b"\r\n\r\nbody"])
def test_what_is_no_e_mail_gets_one_plain_sentence(data: bytes) -> None:
    with pytest.raises(RuleError, match="e-mail"):
        read_mail(data, "answer.eml")


def test_a_broken_e_mail_is_read_or_refused_and_never_ends_in_a_traceback() -> None:
    """Bytes are changed, cut out, doubled and moved."""
    random = Random(12)  # noqa: S311 - chance, not secrecy
    made = letter()
    made.add_attachment(b"PK", maintype="application", subtype=WORD, filename="form.docx")
    whole = made.as_bytes()
    outcomes = Counter[str]()
    for _ in range(400):
        data = bytearray(whole)
        for _ in range(random.randrange(1, 6)):
            at, length = random.randrange(len(data)), random.randrange(1, 40)
            piece = bytes(data[at : at + length])
            data[at : at + length] = random.choice(
                (b"", piece * 2, random.randbytes(length), b"=?x?q?=ff?=", b"\r\n\r\n", b"<")
            )
        try:
            outcomes[type(read_mail(bytes(data), "answer.eml")).__name__] += 1
        except RuleError:
            outcomes["refused"] += 1
    assert outcomes["ReadMail"] > 100


def test_a_file_too_large_to_be_an_answer_is_refused(
    sending: Sending, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "LARGEST", 10)
    with pytest.raises(RuleError, match="larger than an answer can be"):
        sending.reader.read(saved(sending, letter()))
