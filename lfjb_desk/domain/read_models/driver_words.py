"""What happened to a driver of delay, in words: for pages an event each, for papers together."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from lfjb_desk.domain.drivers import severity_word
from lfjb_desk.domain.formatting import listed, long_date
from lfjb_desk.domain.read_models.drivers import EventKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lfjb_desk.domain.read_models.drivers import DriverEvent


def event_words(event: DriverEvent) -> str:
    """Return one event: `Done: ESST-A-003`, `ESST-A-004 moved to 8 December 2026`."""
    if event.kind is EventKind.JUDGED:
        return f"Judged on {long_date(event.day)}: {severity_word(event.severity)}"
    if event.kind is EventKind.MOVED:
        return f"{event.ref} moved to {long_date(event.day)}"
    return f"{event.kind.capitalize()}: {event.ref}"


def events_words(events: Iterable[DriverEvent]) -> tuple[str, ...]:
    """Return events as sentences; what happened to many records alike is told in one."""
    sentences: list[str] = []
    for kind, same in groupby(events, lambda event: event.kind):
        if kind in {EventKind.JUDGED, EventKind.MOVED}:
            sentences += [f"{event_words(event)}." for event in same]
        else:
            refs = listed([event.ref for event in same])
            sentences.append(f"{kind.capitalize()}: {refs}.")
    return tuple(sentences)
