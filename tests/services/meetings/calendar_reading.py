"""A strict reading of calendar files, by RFC 5545 alone: it takes nothing that breaks the rules."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

LINE = re.compile(r'([A-Z-]+)((?:;[A-Z-]+=(?:"[^"]*"|[^";:,]*))*):(.*)', re.DOTALL)
PARAMETER = re.compile(r';([A-Z-]+)=("[^"]*"|[^";:,]*)')
ESCAPED = re.compile(r"\\(.)", re.DOTALL)
UNESCAPED = re.compile(r"(?<!\\)(?:\\\\)*[,;]")


@dataclass
class Property:
    """One property: its value as it stands, and its parameters without quotation marks."""

    name: str
    parameters: dict[str, str]
    value: str

    @property
    def text(self) -> str:
        """The value as text, which holds no bare comma, semicolon or foreign escape."""
        assert not UNESCAPED.search(self.value), self.value
        signs = {"n": "\n", "N": "\n", "\\": "\\", ";": ";", ",": ","}
        return ESCAPED.sub(lambda found: signs[found[1]], self.value)


@dataclass
class Component:
    """What stands between a BEGIN and its END."""

    name: str
    properties: list[Property] = field(default_factory=list)
    parts: list[Component] = field(default_factory=list)

    def all(self, name: str) -> list[Property]:
        return [each for each in self.properties if each.name == name]

    def one(self, name: str) -> Property:
        (found,) = self.all(name)
        return found

    def part(self, name: str) -> Component:
        (found,) = [each for each in self.parts if each.name == name]
        return found


def read_calendar(data: bytes) -> Component:
    """Return the calendar of a file."""
    assert data.endswith(b"\r\n")
    assert data.count(b"\n") == data.count(b"\r") == data.count(b"\r\n")
    for physical in data.split(b"\r\n"):
        assert len(physical) <= 75, physical
        physical.decode()  # no letter is cut in two
    assert not re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", data)
    lines = data.decode().replace("\r\n ", "").removesuffix("\r\n").split("\r\n")
    outer = Component("")
    open_parts = [outer]
    for line in lines:
        found = LINE.fullmatch(line)
        assert found, line
        name, parameters, value = found.groups()
        if name == "BEGIN":
            part = Component(value)
            open_parts[-1].parts.append(part)
            open_parts.append(part)
        elif name == "END":
            assert open_parts.pop().name == value
        else:
            pairs = {key: said.strip('"') for key, said in PARAMETER.findall(parameters)}
            open_parts[-1].properties.append(Property(name, pairs, value))
    assert open_parts == [outer]
    return outer.part("VCALENDAR")
