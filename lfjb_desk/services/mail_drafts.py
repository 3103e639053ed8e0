"""E-mail drafts as files: a mail program opens one ready to send, and nothing is sent from here."""

from __future__ import annotations

from dataclasses import dataclass
from email.header import Header
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import formataddr
from typing import TYPE_CHECKING

from lfjb_desk.domain.common.visible import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

_LINE_END = "\r\n"
_OFFICE = "vnd.openxmlformats-officedocument"
_KINDS = {
    ".docx": f"{_OFFICE}.wordprocessingml.document",
    ".xlsx": f"{_OFFICE}.spreadsheetml.sheet",
}


@dataclass(frozen=True)
class Attachment:
    """A Word file or a workbook that goes with an e-mail."""

    name: str
    data: bytes


def mail_draft(
    to: Sequence[tuple[str, str]], subject: str, text: str, attachments: Sequence[Attachment]
) -> bytes:
    """Return a draft; `to` are names, which may be empty, and addresses.

    The draft has no sender: the mail program puts in whoever opens it. Without addresses it has no
    `To` either.
    """
    letter = EmailMessage(policy=SMTP)
    letter["X-Unsent"] = "1"
    letter.set_content(text)
    for attached in attachments:
        kind = _KINDS[attached.name[attached.name.rindex(".") :].lower()]
        letter.add_attachment(
            attached.data, maintype="application", subtype=kind, filename=attached.name
        )
    # Folded here: `EmailMessage` of Python 3.11 joins the words of long names with accents.
    head = [_head("Subject", subject)]
    if to:
        head.insert(0, f"To: {f',{_LINE_END} '.join(_box(*each) for each in to)}")
    return "".join(line + _LINE_END for line in head).encode() + letter.as_bytes()


def _head(name: str, words: str) -> str:
    return f"{name}: {_encoded(_plain(words), name)}"


def _box(name: str, address: str) -> str:
    """Return a name with its address, a name with accents in words of ASCII (RFC 2047)."""
    name, address = _plain(name), _plain(address)
    if name.isascii():
        return formataddr((name, address))
    return f"{_encoded(name, 'To')} <{address}>"


def _encoded(words: str, name: str) -> str:
    return Header(words, header_name=name).encode(linesep=_LINE_END)


def _plain(words: str) -> str:
    """Return words in one line, so that none of them begins another header."""
    return " ".join(visible(words).split())
