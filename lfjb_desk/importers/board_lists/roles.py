"""What the columns of an action log hold, by the words that secretariats put over them."""

from __future__ import annotations

import re
from enum import StrEnum

from lfjb_desk.importers.cells import words


class LogRole(StrEnum):
    """What a column of an action log holds."""

    REFERENCE = "reference"
    ACTION = "action"
    OWNER = "owner"
    BODY = "body"
    DUE = "due"
    REVISED_DUE = "revised due"
    ORIGINAL_DUE = "original due"
    RAISED = "raised"
    STATUS = "status"
    RAG = "rag"
    UPDATE = "update"
    CLOSED_ON = "closed on"
    DRIVER = "driver"
    MEETING = "meeting"
    ITEM = "item"
    IGNORED = "ignored"


REPEATABLE = frozenset({LogRole.UPDATE, LogRole.IGNORED})
"""Roles that more than one column may have."""
KEY_ROLES = frozenset({LogRole.OWNER, LogRole.DUE, LogRole.STATUS, LogRole.BODY})
"""Of these a table with actions has at least one."""

_DATE = r"(?: date| deadline| timescale| by)?"
_PATTERNS: tuple[tuple[LogRole, str], ...] = (
    (LogRole.REFERENCE, r"(?:action )?(?:ref|reference|no|number|id)(?: no| number| id)?|nr|s n"),
    (
        LogRole.ACTION,
        (
            r"(?:agreed |key |proposed |outstanding )?actions?"
            r"(?: points?| required| agreed| descriptions?| details?| to be taken| needed| title)?"
            r"|(?:description|details?)(?: of(?: the)? actions?)?|tasks?(?: description)?|what"
            r"|what is to be done|to do|gweithredu|cam gweithredu"
        ),
    ),
    (
        LogRole.OWNER,
        (
            r"(?:action )?(?:owner|lead)(?: s)?(?: name| officer| person)?|named lead|lead officer"
            r"|(?:person |officer )?(?:responsible|accountable)(?: person| officer| name)?"
            r"|responsibility|(?:assigned|allocated)(?: to)?|who|by whom|perchennog"
            r"|responsible name|owner name"
        ),
    ),
    (
        LogRole.BODY,
        (
            r"(?:(?:lead|responsible|accountable|partner|owner s|owner|responsible) )?"
            r"(?:organi[sz]ations?|agency|agencies|body)|lead partner|partner"
        ),
    ),
    (
        LogRole.DUE,
        (
            rf"(?:due|target|target completion|due completion){_DATE}|dates? due|deadline(?: date)?"
            r"|by when|when|timescales?|timeframe|complete by|to be completed by"
            r"|date for completion|dates due|dyddiad cau"
        ),
    ),
    (
        LogRole.REVISED_DUE,
        (
            rf"(?:revised|new|extended|updated|current|amended) (?:due|target|deadline|timescale|"
            rf"completion){_DATE}|revised date"
        ),
    ),
    (LogRole.ORIGINAL_DUE, rf"(?:original|initial|first) (?:due|target|deadline){_DATE}"),
    (
        LogRole.RAISED,
        (
            r"(?:date |dates )?(?:raised|set|agreed|added|opened|created|logged|assigned)"
            r"(?: on| date)?|date of action|dates raised"
        ),
    ),
    (LogRole.RAG, r"(?:b)?rag(?: status| rating)?"),
    (
        LogRole.STATUS,
        r"(?:action |current |progress |rag )?(?:status|state)|open (?:or )?closed|statws",
    ),
    (
        LogRole.CLOSED_ON,
        (
            r"(?:date )(?:closed|completed)|(?:closed|completed) (?:on|date)|closure date"
            r"|date of (?:completion|closure)"
        ),
    ),
    (
        LogRole.UPDATE,
        (
            r"(?:latest |progress |action )?(?:updates?|comments?|notes?|progress|commentary)"
            r"(?: comments?| notes?| updates?)?|latest position|remarks|outcomes?"
        ),
    ),
    (LogRole.DRIVER, r"driver(?: of delay)?"),
    (
        LogRole.MEETING,
        r"(?:raised at |date of )?meeting(?: date)?|raised at|date of meeting(?: raised)?",
    ),
    (LogRole.ITEM, r"(?:agenda )?item(?: no| number)?|minute(?: ref| number| no)?"),
)
_ROLES = tuple((role, re.compile(pattern)) for role, pattern in _PATTERNS)


def log_role(heading: str) -> LogRole | None:
    """Return what a column holds by its heading; None where the words are not known for it."""
    if heading.strip() in {"#", "#:"}:
        return LogRole.REFERENCE
    plain = words(heading)
    return next((role for role, pattern in _ROLES if pattern.fullmatch(plain)), None)
