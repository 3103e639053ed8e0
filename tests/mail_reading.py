"""The head of an e-mail as RFC 2047 has it read; the newer reader of Python 3.11 adds blanks."""

from __future__ import annotations

from email import message_from_bytes
from email.header import decode_header, make_header
from email.utils import getaddresses


def subject_of(data: bytes) -> str:
    """Return the subject of an e-mail."""
    return _words("".join(message_from_bytes(data)["Subject"].splitlines()))


def addresses_of(data: bytes) -> list[tuple[str, str]]:
    """Return the names and the addresses that an e-mail goes to; none where it has no `To`."""
    boxes = message_from_bytes(data)["To"]
    return [(_words(name), email) for name, email in getaddresses([boxes] if boxes else [])]


def _words(encoded: str) -> str:
    return str(make_header(decode_header(encoded)))
