"""What the words of HMCTS management information measure: which law, and what of its cases.

A heading is understood whole or not at all: one word left over, and the column is not used.
"""

from __future__ import annotations

import re
from typing import Literal

from lfjb_desk.domain.common.publishers import HMCTS
from lfjb_desk.importers.figures import MeasureHint

Law = Literal["care", "public", "private"]

_LAWS: tuple[tuple[Law, re.Pattern[str]], ...] = (
    ("care", re.compile(r"\b(?:s ?31|section 31|care(?: and supervision)?)\b")),
    ("public", re.compile(r"\bpublic(?: law)?\b")),
    ("private", re.compile(r"\bprivate(?: law)?\b|\bsection 8\b|\bs ?8\b")),
)
_AGE = r"(?:over|older than|more than|longer than|above|beyond|exceeding)"
_THINGS = {
    "over_26": re.compile(rf"\b{_AGE} 26 (?:weeks|wks)(?: old)?\b"),
    "over_52": re.compile(rf"\b{_AGE} 52 (?:weeks|wks)(?: old)?\b"),
    "over_100": re.compile(rf"\b{_AGE} 100 (?:weeks|wks)(?: old)?\b"),
    "within": re.compile(r"\bwithin 26 (?:weeks|wks)\b"),
    "age": re.compile(r"\b(?:average|mean) age\b"),
    "median": re.compile(r"\bmedian\b"),
    "mean": re.compile(
        r"\btimeliness\b|\b(?:average|mean) (?:duration|time|length|(?:number of )?weeks)\b"
    ),
    "applications": re.compile(r"\bapplications?\b"),
    "receipts": re.compile(r"\breceipts?\b|\breceived\b|\bstart(?:s|ed)\b|\bissued\b"),
    "disposals": re.compile(r"\bdispos(?:als?|ed)\b|\bclosed\b|\bconcluded\b|\bcompleted\b"),
    "open": re.compile(r"\boutstanding\b|\bopen\b"),
}
_TOGETHER = {
    **{frozenset((thing, "open")): thing for thing in ("over_26", "over_52", "over_100", "age")},
    **{frozenset((thing, "disposals")): thing for thing in ("within", "median", "mean")},
    frozenset(("applications", "receipts")): "applications",
    frozenset(("mean", "receipts", "disposals")): "mean",
}
_CALLED = re.compile(r"\bchildren act\b|\bmanagement information\b")
_COUNTED = {
    *("case", "cases", "of", "the", "at", "in", "on", "and", "end", "month", "period", "number"),
    *("no", "total", "law", "work", "volume", "volumes", "count", "family", "old", "hmcts", "mi"),
}
_SHARED = {"%", "percentage", "percent", "per", "cent", "share", "proportion"}
_TIMED = {
    *("weeks", "week", "wks", "to", "from", "first", "final", "disposal", "order", "orders"),
    *("time", "age"),
}
_FIGURES: dict[tuple[str, str], tuple[str, str, str]] = {
    ("public", "receipts"): ("pl_case_starts", "Public law cases started", "cases"),
    ("public", "disposals"): ("pl_disposals", "Public law cases closed", "cases"),
    ("public", "open"): ("open_public", "Public law cases outstanding", "cases"),
    ("public", "over_26"): ("open_over_26", "Open public law cases older than 26 weeks", "cases"),
    ("public", "over_52"): ("open_over_52", "Open public law cases older than 52 weeks", "cases"),
    ("public", "over_100"): (
        *("open_over_100", "Open public law cases older than 100 weeks", "cases"),
    ),
    ("public", "mean"): ("hmcts_public_mean_weeks", "Average length of public law cases", "weeks"),
    ("private", "receipts"): ("hmcts_private_receipts", "Private law cases started", "cases"),
    ("private", "disposals"): ("hmcts_private_disposals", "Private law cases closed", "cases"),
    ("private", "open"): ("open_private", "Private law cases outstanding", "cases"),
    ("private", "over_100"): (
        *("open_priv_over_100", "Open private law cases older than 100 weeks", "cases"),
    ),
    ("private", "mean"): (
        *("hmcts_private_mean_weeks", "Average length of private law cases", "weeks"),
    ),
    ("care", "applications"): ("s31_apps", "Care applications received", "applications"),
    ("care", "receipts"): ("hmcts_care_receipts", "Care cases started", "cases"),
    ("care", "disposals"): ("hmcts_care_disposals", "Care cases closed", "cases"),
    ("care", "open"): ("hmcts_care_open", "Care cases outstanding", "cases"),
    ("care", "age"): ("open_avg_age", "Average age of open care cases", "weeks"),
    ("care", "mean"): (
        *("s31_mean_weeks", "Average length of care and supervision cases", "weeks"),
    ),
    ("care", "median"): (
        *("s31_median_weeks", "Median length of care and supervision cases", "weeks"),
    ),
    ("care", "within"): (
        *("s31_within_26_pct", "Care and supervision cases finished within 26 weeks", "%"),
    ),
}
_DECIMALS = {"weeks": 1}


def laws_in(phrase: str) -> list[Law]:
    """Return each law that some plain words name."""
    return [law for law, pattern in _LAWS if pattern.search(phrase)]


def law_of(phrase: str) -> Law | None:
    """Return which law a heading or a cell names; None where it names none, or two."""
    named = laws_in(phrase)
    if named == ["care", "public"]:
        return "care"  # care is a part of public law
    return named[0] if len(named) == 1 else None


def thing_of(heading: str) -> str:
    """Return what of its cases a heading counts or times; empty where it is not understood."""
    left = _CALLED.sub(" ", heading)
    for _, pattern in _LAWS:
        left = pattern.sub(" ", left)
    things = set()
    for thing, pattern in _THINGS.items():
        if pattern.search(left):
            things.add(thing)
            left = pattern.sub(" ", left)
    thing = next(iter(things)) if len(things) == 1 else _TOGETHER.get(frozenset(things), "")
    spare = set(left.split()) - _COUNTED
    if thing == "within":
        return thing if spare and spare <= _SHARED else ""
    if thing in {"mean", "median", "age"}:
        spare -= _TIMED
    return thing if not spare else ""


def measure_of(law: Law, thing: str) -> MeasureHint | None:
    """Return the measure of one law and thing; None where the desk has no such measure."""
    if (law, thing) not in _FIGURES:
        return None
    code, name, unit = _FIGURES[law, thing]
    return MeasureHint(code, name, name, unit, _DECIMALS.get(unit, 0), HMCTS)
