"""The book of the sample board: its pages with names filled in, its days and its ids."""

import tomllib
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from pathlib import Path
from typing import Any
from uuid import UUID

from lfjb_desk.domain.formatting import long_date
from lfjb_desk.domain.rows import fact_id
from lfjb_desk.services.governance.organisations import cafcass
from lfjb_desk.services.places import AreaLine

SATURDAY = 5
AUTHORITIES = 4
"""How many authorities the sample speaks of; an area with fewer lends one of them twice."""

Page = dict[str, Any]


@dataclass(frozen=True)
class SampleBook:
    """What the sample says, for one area and counted from one day."""

    area: AreaLine
    today: date
    folder: Path

    @cached_property
    def words(self) -> dict[str, str]:
        """The names that stand for the marks in curly brackets."""
        names = [each.name for each in self.area.authorities] or [self.area.name]
        lent = {f"la{n + 1}": names[n % len(names)] for n in range(AUTHORITIES)}
        court = self.area.courts[0] if self.area.courts else self.area.name
        return lent | {"area": self.area.name, "court": court, "cafcass": cafcass(self.area)}

    def page(self, name: str) -> Page:
        """Return a page of the book with its names filled in."""
        with (self.folder / f"{name}.toml").open("rb") as file:
            filled: Page = self._filled(tomllib.load(file))
        return filled

    def key(self, *parts: str | int) -> UUID:
        """Return the id of a row of the sample: the same parts, the same id on every machine."""
        return fact_id("sample", self.area.code, *(str(part) for part in parts))

    def person(self, name: str) -> UUID | None:
        """Return the id of a person by their short name; None for an empty one."""
        return self.key("person", name) if name else None

    def day(self, offset: int) -> date:
        """Return the weekday that lies so many days from today, or the one just beyond it."""
        day = self.today + timedelta(days=offset)
        beyond = timedelta(days=1 if offset > 0 else -1)
        while day.weekday() >= SATURDAY:
            day += beyond
        return day

    @cached_property
    def meeting_days(self) -> dict[str, tuple[str, date]]:
        """What each meeting is called, and its day, by its short name."""
        return {
            each["key"]: (f"{_called(each)} {each['number']}", self.day(each["day"]))
            for each in self.page("meetings")["meetings"]
        }

    def agreed(self, where: str | int) -> tuple[str, date]:
        """Return who agreed something and when: a meeting, or the chair on a day."""
        if isinstance(where, int):
            day = self.day(where)
            return f"Chair, {long_date(day)}", day
        name, day = self.meeting_days[where]
        return f"{name}, {long_date(day)}", day

    def _filled(self, value: Any) -> Any:
        """Return a value with every mark in its texts replaced, however deep they lie."""
        if isinstance(value, dict):
            return {name: self._filled(each) for name, each in value.items()}
        if isinstance(value, list):
            return [self._filled(each) for each in value]
        return value.format_map(self.words) if isinstance(value, str) else value


def beginning_of(day: date) -> datetime:
    """Return the first moment of a day, as the sample knows no hours.

    A later one might not have come yet, and would stand before what the user does that day.
    """
    return datetime.combine(day, time.min, UTC)


def _called(meeting: Page) -> str:
    names = {"board": "Board meeting", "law": "Public law group meeting"}
    return names.get(meeting["group"], "Data and tracking group meeting")
