"""What the columns of a membership list hold, by the words that secretariats put over them."""

from __future__ import annotations

import re
from enum import StrEnum

from lfjb_desk.importers.cells import words


class MemberRole(StrEnum):
    """What a column of a membership list holds."""

    NAME = "name"
    FIRST_NAME = "first name"
    SURNAME = "surname"
    TITLE = "title"
    BODY = "organisation"
    POST = "post"
    EMAIL = "e-mail"
    SEAT = "seat"
    OFFICE = "office"
    SINCE = "since"
    IGNORED = "ignored"


MEMBER_KEYS = frozenset({MemberRole.BODY, MemberRole.POST, MemberRole.EMAIL, MemberRole.OFFICE})
"""Of these a table of members has at least one."""

_PATTERNS = (
    (MemberRole.FIRST_NAME, r"(?:first|given) names?|forenames?|enw cyntaf"),
    (MemberRole.SURNAME, r"surname|last name|family name|cyfenw"),
    (
        MemberRole.NAME,
        r"(?:full |member s |members )?name|names|member|members|representative|person|enw",
    ),
    (MemberRole.TITLE, r"(?:name )?(?:title|prefix)|salutation"),
    (
        MemberRole.BODY,
        (
            r"organi[sz]ations?|agency|body|partner agency|employer|company|authority"
            r"|organi[sz]ation represented|representing|sefydliad"
        ),
    ),
    (MemberRole.POST, r"post|job title|job|position held|designation"),
    (MemberRole.EMAIL, r"e ?mail(?: address)?|contact e ?mail|e bost"),
    (MemberRole.SEAT, r"seat|seat on (?:the )?board|place on (?:the )?board"),
    (
        MemberRole.OFFICE,
        (
            r"office|board role|role on (?:the )?board|membership(?: type)?|member type"
            r"|capacity|role on lfjb|lfjb role"
        ),
    ),
    (
        MemberRole.SINCE,
        r"since|member since|(?:date )?(?:appointed|joined)(?: on| date)?|start date|from",
    ),
)
_ROLES = tuple((role, re.compile(pattern)) for role, pattern in _PATTERNS)


def member_role(heading: str) -> MemberRole | None:
    """Return what a column holds by its heading; None where the words are not known for it.

    `Role` alone may be a post or an office, so it is not known.
    """
    plain = words(heading)
    return next((role for role, pattern in _ROLES if pattern.fullmatch(plain)), None)
