"""E-mail drafts, as a mail program reads what is hard to carry in their heads."""

from __future__ import annotations

from email import message_from_bytes
from email.policy import default

import pytest

from lfjb_desk.services.mail_drafts import Attachment, mail_draft
from tests.mail_reading import addresses_of, subject_of

NAMES = (
    "Ann Lee",
    'Lee, Ann "Annie"',
    "Änne Größenwahn, KC",
    "Professor Dr. Änne-Sophie Größenwahn-Łukaszewicz de la Fontaine y Muñoz-O'Hara, KC",
    "A very long name of a person whose name is longer than any line of an e-mail may well be",
)
SUBJECTS = (
    "Short",
    "OFFICIAL: Papers for board meeting 23, Essex, Thursday 3 December 2026",
    "OFFICIAL-SENSITIVE: Papers for Gogledd Cymru ac Ynys Môn, " + "a very long name, " * 8 + "end",
)


@pytest.mark.parametrize("subject", SUBJECTS)
def test_names_and_subjects_come_back_whole(subject: str) -> None:
    to = [(name, f"{number}@example.org") for number, name in enumerate(NAMES)]
    data = mail_draft(to, subject, "Größe\n", [])
    head = data.split(b"\r\n\r\n")[0]
    assert head.isascii()
    assert max(map(len, head.split(b"\r\n"))) <= 120
    message = message_from_bytes(data, policy=default)
    assert subject_of(data) == subject
    assert addresses_of(data) == to
    assert message["From"] is None
    assert message["X-Unsent"] == "1"


def test_no_words_begin_another_header() -> None:
    data = mail_draft([("Ann\r\nBcc: x@example.org", "ann@example.org")], "A\r\nBcc: y", "B", [])
    message = message_from_bytes(data, policy=default)
    assert message["Bcc"] is None
    assert message["Subject"] == "A Bcc: y"


def test_an_attachment_keeps_its_name_kind_and_bytes() -> None:
    data = mail_draft(
        [], "A", "B", [Attachment("Größe.docx", b"PK\x00\xff"), Attachment("b.xlsx", b"b")]
    )
    message = message_from_bytes(data, policy=default)
    word, sheet = message.iter_attachments()
    assert message["To"] is None
    assert (word.get_filename(), word.get_content()) == ("Größe.docx", b"PK\x00\xff")
    assert word.get_content_type().endswith("wordprocessingml.document")
    assert sheet.get_content_type().endswith("spreadsheetml.sheet")
