"""An answer by e-mail: its own words under each reference, without what it quotes or is signed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from email import message_from_bytes
from email.errors import MessageError
from email.policy import default
from email.utils import parseaddr
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from typing_extensions import override

from lfjb_desk.domain.changes import RuleError
from lfjb_desk.domain.common.references import plain_dashes, references_in
from lfjb_desk.domain.formatting import count
from lfjb_desk.domain.read_models.action_answers import FormQuestion

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from email.message import EmailMessage

BROKEN = (
    *(MessageError, LookupError, ValueError, AttributeError, TypeError, AssertionError),
    RecursionError,
)
"""What the reader of e-mails raises for one that is broken."""
_WORD = (".docx", ".doc", ".docm")
_QUOTED = re.compile(
    r"\s*(?:>.*|-{2,}\s*(?:original|forwarded) message\s*-{2,}.*|_{10,}\s*|on .{4,120} wrote:\s*)",
    re.IGNORECASE,
)
_HEAD_OF_QUOTED = re.compile(r"\s*\*?from:\*?\s.*", re.IGNORECASE)
_AFTER_FROM = re.compile(r"\s*\*?(?:sent|date|to|subject):\*?\s", re.IGNORECASE)
_SIGNATURE = re.compile(
    r"--\s?|\s*(?:kind|best|warm|many)? ?(?:regards|wishes|thanks),?\s*", re.IGNORECASE
)
_BOX = re.compile(r"\s*(?P<name>status|(?:new |proposed )?date)\s*:\s*(?P<words>.*)", re.IGNORECASE)
_SKIPPED = {"style", "script", "head", "title"}
_BREAKING = {"p", "div", "br", "tr", "li", "h1", "h2", "h3", "table", "ul", "ol"}


@dataclass(frozen=True)
class MailAnswer:
    """What an e-mail says under one reference."""

    ref: str
    is_checked: bool
    """Whether the reference has its check letter."""
    words: str
    boxes: dict[FormQuestion, str]


@dataclass(frozen=True)
class ReadMail:
    """An e-mail that answers a form."""

    sender: str
    """The address that it came from."""
    answers: tuple[MailAnswer, ...]
    documents: tuple[tuple[str, bytes], ...]
    """The names and the bytes of the Word files attached."""
    notices: tuple[str, ...] = field(default=())


def read_mail(data: bytes, name: str) -> ReadMail:
    """Return what an e-mail answers.

    Raises:
        RuleError: when it is no e-mail.
    """
    try:
        letter: EmailMessage = message_from_bytes(data, policy=default)
        sender = parseaddr(str(letter["From"] or ""))[1]
        text, documents, others = _text(letter), tuple(_documents(letter)), tuple(_others(letter))
    except BROKEN as error:
        raise RuleError(
            f"“{name}” cannot be read as an e-mail. Nothing was changed; save it again as .eml."
        ) from error
    if not letter.keys():
        raise RuleError(f"“{name}” is no e-mail. Nothing was changed.")
    own, quoted, signed = own_words(text)
    notices = []
    if quoted:
        notices.append(f"Left out: {count(quoted, 'line')} of earlier e-mails quoted in it.")
    if signed:
        notices.append("The signature was left out.")
    if others:
        notices.append(f"Attached and not read: {', '.join(others)}.")
    before, answers = _answers(own)
    if before and answers:
        notices.append(f"Before the first reference it says: {before}")
    return ReadMail(sender, answers, documents, tuple(notices))


def own_words(text: str) -> tuple[list[str], int, int]:
    """Return the lines that the sender wrote, and how many were quoted and how many signed."""
    lines = text.splitlines()
    end = len(lines)
    for at, line in enumerate(lines):
        following = " ".join(lines[at + 1 : at + 3])
        wrapped = " ".join(lines[at : at + 2])
        if _QUOTED.fullmatch(line) and not line.lstrip().startswith(">"):
            end = at
            break
        if line.lower().startswith("on ") and _QUOTED.fullmatch(wrapped):
            end = at
            break
        if _HEAD_OF_QUOTED.fullmatch(line) and _AFTER_FROM.search(following):
            end = at
            break
    kept = [line for line in lines[:end] if not line.lstrip().startswith(">")]
    quoted = len(lines[:end]) - len(kept) + sum(bool(line.strip()) for line in lines[end:])
    for at, line in enumerate(kept):
        if _SIGNATURE.fullmatch(line) and line.strip():
            return kept[:at], quoted, len(kept) - at
    return kept, quoted, 0


def _answers(lines: Sequence[str]) -> tuple[str, tuple[MailAnswer, ...]]:
    """Return what stands before the first reference, and what stands under each."""
    before: list[str] = []
    found: list[tuple[str, bool, list[str]]] = []
    for line in lines:
        plain = plain_dashes(line)
        references = list(references_in(plain))
        if not references:
            (found[-1][2] if found else before).append(plain)
            continue
        if references[0].start and (lead := plain[: references[0].start].strip(" \t:;,.-*")):
            (found[-1][2] if found else before).append(lead)
        for at, reference in enumerate(references):
            end = references[at + 1].start if at + 1 < len(references) else len(plain)
            rest = plain[reference.end : end].strip(" \t:;,-")
            found.append((reference.ref, reference.is_checked, [rest]))
    answers = tuple(_answer(*part) for part in found)
    return " ".join(" ".join(before).split()), answers


def _answer(ref: str, is_checked: bool, lines: Sequence[str]) -> MailAnswer:  # noqa: FBT001 - a fact
    boxes: dict[FormQuestion, str] = {}
    words = []
    for line in lines:
        match = _BOX.fullmatch(line)
        question = None
        if match:
            is_status = match["name"].lower() == "status"
            question = FormQuestion.STATUS if is_status else FormQuestion.DUE
        if match and question and question not in boxes:
            boxes[question] = match["words"].strip()
        else:
            words.append(line.strip())
    boxes[FormQuestion.PROGRESS] = "\n".join(filter(None, words))
    return MailAnswer(ref, is_checked, "\n".join(filter(None, (ref, *lines))), boxes)


def _text(letter: EmailMessage) -> str:
    body = letter.get_body(("plain", "html"))
    if body is None:
        return ""
    content = str(body.get_content())
    return _plain(content) if body.get_content_subtype() == "html" else content


def _documents(letter: EmailMessage) -> Iterator[tuple[str, bytes]]:
    for part in letter.iter_attachments():
        name = part.get_filename() or ""
        content = part.get_payload(decode=True)
        if name.lower().endswith(_WORD) and isinstance(content, bytes):
            yield name, content


def _others(letter: EmailMessage) -> Iterator[str]:
    for part in letter.iter_attachments():
        name = part.get_filename() or ""
        if name and not name.lower().endswith(_WORD):
            yield name


class _Words(HTMLParser):
    """Gathers the words of a page; nothing in it is followed, run or shown as it asks."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._skipped = 0

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._skipped += tag in _SKIPPED
        if tag in _BREAKING:
            self.pieces.append("\n")
        if tag == "blockquote":
            self.pieces.append("\n> \n")

    @override
    def handle_endtag(self, tag: str) -> None:
        self._skipped -= tag in _SKIPPED and self._skipped > 0
        if tag in _BREAKING:
            self.pieces.append("\n")

    @override
    def handle_data(self, data: str) -> None:
        if not self._skipped:
            self.pieces.append(" ".join(data.split("\n")))


def _plain(html: str) -> str:
    """Return the words of HTML, line by line."""
    words = _Words()
    words.feed(html)
    words.close()
    return "\n".join(line.strip() for line in "".join(words.pieces).split("\n"))
