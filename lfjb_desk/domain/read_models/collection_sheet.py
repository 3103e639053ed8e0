"""What a sheet of the quarterly collection is: its parts, its rows, and how it names itself.

Counts of 1 to 4 are kept back where they arise: the authority writes `[c]`, so that no sheet and
no database holds a number by which a child might be recognised. A true nought is written as 0.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lfjb_desk.domain.formatting import KEPT_BACK, MISSING, NOT_APPLICABLE

if TYPE_CHECKING:
    from decimal import Decimal

TEMPLATE_VERSION = 1
"""Raised when a row, a code or a heading changes; a sheet of another version is not read."""
HEADINGS = ("What to count", "Row", "Code", "What it means", "Unit", "Rule", "Figure")
SMALLEST_SHOWN = 5
"""Counts below it and above nought are kept back."""
AVERAGED = ("weeks", "days")
"""The units of averages; every other unit is counted in whole numbers."""
OWN_CODE = "coll_"
"""How the code of a measure starts that the collection alone has."""
SHORTHAND = {
    KEPT_BACK: "a count of 1 to 4, or another that would give one away, kept back so that nobody "
    "can be recognised",
    MISSING: "not available: the authority does not record it",
    NOT_APPLICABLE: "not applicable, such as an average over no child",
}
"""What may stand in place of a figure."""

_IDENTITY = re.compile(
    r"This sheet belongs to (?P<authority>.+) \((?P<gss>[EW]\d{8})\) in the collection of "
    r"(?P<area>.+) \((?P<code>[A-Z]{3,12})\) for (?P<quarter>.+), "
    r"template version (?P<version>\d{1,4})\."
)


@dataclass(frozen=True)
class PartOfSheet:
    """One of the parts of the collection, each a sheet of its own."""

    number: int
    short: str
    """Two words at most, to stand over a column."""
    title: str
    about: str

    @property
    def sheet(self) -> str:
        """Return the name of its sheet."""
        return f"Part_{self.number}"


PARTS = (
    PartOfSheet(1, "Demand", "Demand", "How many cases and children came in, are open and ended."),
    PartOfSheet(
        2,
        "Pre-proc.",
        "Pre-proceedings",
        "How many children are in pre-proceedings, for how long, and how they leave.",
    ),
    PartOfSheet(
        3,
        "Pathway",
        "Application pathway",
        "Whether applications came after pre-proceedings or without them.",
    ),
    PartOfSheet(
        4,
        "Assess.",
        "Assessments",
        "How many assessments were completed in pre-proceedings, and of which kind.",
    ),
    PartOfSheet(
        5,
        "Children",
        "Characteristics of children",
        "Who the children in care proceedings are, as counts only.",
    ),
    PartOfSheet(6, "Duration", "Duration", "How long cases take, and how old the open ones are."),
    PartOfSheet(7, "Outcomes", "Outcomes", "With which order the children of each case came out."),
    PartOfSheet(
        8,
        "Beyond 26",
        "Reasons beyond 26 weeks",
        "Why the cases that ran beyond 26 weeks did so, by driver of delay.",
    ),
    PartOfSheet(
        9,
        "Codes",
        "Reason codes for hearings",
        "Why hearings were vacated or adjourned, by the reason codes of HMCTS.",
    ),
)
"""The eight parts of the collection, and the reason codes."""


@dataclass(frozen=True)
class SheetRule:
    """What a figure must keep to: `sum`, `at most`, `at least` or `over` other rows."""

    kind: str
    measures: tuple[str, ...]


@dataclass(frozen=True)
class SheetItem:
    """One row of the sheet."""

    part: int
    number: str
    """Part and place, such as `2.4`."""
    measure: str
    """Code of the measure that its figure is kept under."""
    label: str
    definition: str
    unit: str
    is_count: bool
    """Whether it is a whole number of something; else an average, with one decimal at most."""
    rules: tuple[SheetRule, ...]
    source: str


@dataclass(frozen=True)
class Identity:
    """Whose sheet it is, for which area and quarter; each part says it of itself."""

    authority: str
    gss_code: str
    area: str
    area_code: str
    quarter: str
    """In words: `July to September 2026`."""
    version: int = TEMPLATE_VERSION

    def sentence(self) -> str:
        """Return the line by which a sheet knows itself, whatever its file is called."""
        return (
            f"This sheet belongs to {self.authority} ({self.gss_code}) in the collection of "
            f"{self.area} ({self.area_code}) for {self.quarter}, "
            f"template version {self.version}."
        )

    def hint(self) -> str:
        """Return what a figure carries of it besides the name of the authority."""
        return f"{self.area_code} {self.gss_code} version {self.version}"

    @property
    def publisher(self) -> str:
        """Return the name under which the figures are kept."""
        return collector(self.area)


def read_identity(text: str) -> Identity | None:
    """Return whose sheet it is from its line; None when the line says something else."""
    match = _IDENTITY.fullmatch(text)
    if match is None:
        return None
    return Identity(
        match["authority"],
        match["gss"],
        match["area"],
        match["code"],
        match["quarter"],
        int(match["version"]),
    )


def count_fault(value: Decimal, unit: str) -> str:
    """Return why a figure is not taken for what is counted; the small number is not repeated."""
    if unit in AVERAGED:
        return ""
    if value != value.to_integral_value():
        return "holds no whole number, and part of a child or a case cannot be counted."
    if 0 < value < SMALLEST_SHOWN:
        return (
            f"holds a count of 1 to {SMALLEST_SHOWN - 1}, which may let somebody be recognised: "
            f"write {KEPT_BACK} instead. The number was not kept."
        )
    return ""


def collector(area: str) -> str:
    """Return the name under which an area's collection is kept beside other publishers."""
    return f"{area} collection"


def read_rules(text: str) -> tuple[bool, tuple[SheetRule, ...]]:
    """Return whether a row is a count, and its rules: `count; at most s31_children`.

    Raises:
        ValueError: when a rule is not one of those known.
    """
    first, *others = [part.strip() for part in text.split(";")]
    if first not in {"count", "weeks", "days"}:
        raise ValueError(first)
    rules = []
    for other in others:
        kind = next((k for k in ("sum", "at most", "at least", "over") if other.startswith(k)), "")
        measures = tuple(other.removeprefix(kind).split())
        if not kind or not measures:
            raise ValueError(other)
        rules.append(SheetRule(kind, measures))
    return first == "count", tuple(rules)
