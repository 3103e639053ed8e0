"""Whether a group keeps what its governing document promises, clause by clause."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING

from lfjb_desk.domain.common.months import months_later
from lfjb_desk.domain.formatting import count, days_late, listed, long_date
from lfjb_desk.domain.governance.governing_documents import ClauseRule
from lfjb_desk.domain.governance.groups import SeatStanding

if TYPE_CHECKING:
    from uuid import UUID

    from lfjb_desk.domain.governance.governing_documents import Clause
    from lfjb_desk.domain.read_models.governance.governing_documents import VersionView
    from lfjb_desk.domain.read_models.governance.groups import SeatRow
    from lfjb_desk.domain.read_models.meetings.minutes import Quorum

YEAR = 12
"""Months that are looked back over."""


class Verdict(Enum):
    """Whether what a clause promises was done."""

    KEPT = "kept"
    NOT_KEPT = "not kept"
    UNKNOWN = "cannot be told"


@dataclass(frozen=True)
class PastMeeting:
    """A meeting whose day has gone: its name, whether it was closed, and its quorum."""

    id: UUID
    label: str
    held_on: date
    is_held: bool
    """Whether it was closed; of one that never was, nobody knows whether it took place."""
    quorum: Quorum

    @property
    def name(self) -> str:
        """What people call it, with its day: `Board meeting 23, 7 September 2026`."""
        return f"{self.label}, {long_date(self.held_on)}"


@dataclass(frozen=True)
class Conduct:
    """What a group did, as far as it is held."""

    today: date
    meetings: tuple[PastMeeting, ...]
    """Every one whose day has gone, the latest first."""
    seats: tuple[SeatRow, ...]
    """As they are filled today."""

    @property
    def since(self) -> date:
        """The day from which the twelve months are counted; it is not one of them."""
        return months_later(self.today, -YEAR)

    @property
    def lately(self) -> tuple[PastMeeting, ...]:
        """The meetings of the last twelve months, the latest first."""
        return tuple(row for row in self.meetings if self.since < row.held_on <= self.today)


@dataclass(frozen=True)
class CheckedClause:
    """A clause that states a rule in a number, with what was done about it."""

    clause: Clause
    promised: str
    done: str
    verdict: Verdict
    meetings: tuple[tuple[PastMeeting, str], ...] = ()
    """The meetings that it rests on, the latest first, each with what was found."""


@dataclass(frozen=True)
class Compliance:
    """A governing document in force, with its clauses checked as of a day."""

    version: VersionView
    since: date
    today: date
    clauses: tuple[CheckedClause, ...]

    @property
    def words(self) -> str:
        """How many are kept: `2 of 4 kept, 1 not kept, 1 cannot be told`."""
        numbers = {
            verdict: sum(line.verdict is verdict for line in self.clauses) for verdict in Verdict
        }
        rest = [f"{numbers[each]} {each.value}" for each in (Verdict.NOT_KEPT, Verdict.UNKNOWN)
                if numbers[each]]  # fmt: skip
        return ", ".join([f"{numbers[Verdict.KEPT]} of {len(self.clauses)} kept", *rest])

    @property
    def period(self) -> str:
        """Of which day it is, and over what it looks back."""
        return (
            f"As things stood on {long_date(self.today)}; the last twelve months are those "
            f"after {long_date(self.since)}."
        )


def checked(version: VersionView, conduct: Conduct) -> Compliance:
    """Return the clauses of a version that state a rule in a number, each with its verdict."""
    return Compliance(
        version,
        conduct.since,
        conduct.today,
        tuple(
            _CHECKS[clause.rule](clause, clause.rule_value, version, conduct)
            if clause.rule_value is not None
            else CheckedClause(clause, clause.rule.value.capitalize(), "It states no number.",
                               Verdict.UNKNOWN)
            for clause in version.clauses
            if clause.rule is not None
        ),
    )  # fmt: skip


def _meetings(
    clause: Clause, promised: int, version: VersionView, conduct: Conduct
) -> CheckedClause:
    lately = conduct.lately
    closed = sum(row.is_held for row in lately)
    open_ones = len(lately) - closed
    done = f"{count(closed, 'meeting').capitalize()} held in the last twelve months."
    if open_ones:
        done += f" {count(open_ones, 'more').capitalize()} was planned and never closed."
    verdict = Verdict.KEPT if closed >= promised else Verdict.NOT_KEPT
    if closed < promised <= closed + open_ones:
        verdict = Verdict.UNKNOWN
    elif closed < promised and _is_young(conduct):
        verdict = Verdict.UNKNOWN
        done += " The desk holds no earlier meeting, so it cannot tell of a whole year."
    elif closed < promised and _began(version) > conduct.since:
        verdict = Verdict.UNKNOWN
        done += f" In force only since {long_date(_began(version))}, so not yet for a year."
    found = tuple((row, "held" if row.is_held else "never closed") for row in lately)
    return CheckedClause(clause, f"{count(promised, 'meeting')} a year", done, verdict, found)


def _is_young(conduct: Conduct) -> bool:
    """Tell whether nothing is known of the group from before the twelve months."""
    return not any(row.held_on <= conduct.since for row in conduct.meetings)


def _began(version: VersionView) -> date:
    """Return since when a version is in force; one that says no day was so all along."""
    return version.version.agreed_on or date.min


def _quorum(
    clause: Clause, promised: int, _version: VersionView, conduct: Conduct
) -> CheckedClause:
    closed = [row for row in conduct.lately if row.is_held]
    met = sum(row.quorum.met is True for row in closed)
    unknown = sum(row.quorum.met is None for row in closed)
    words = f"{count(promised, 'seat')} that count at every meeting"
    if not closed:
        return CheckedClause(
            clause, words, "No meeting was held in the last twelve months.", Verdict.UNKNOWN
        )
    done = f"Met at {met} of {count(len(closed), 'meeting')}."
    if unknown:
        done += f" Not known of {unknown}: attendance is not recorded."
    verdict = Verdict.UNKNOWN if unknown else Verdict.KEPT
    if met + unknown < len(closed):
        verdict = Verdict.NOT_KEPT
    found = tuple((row, row.quorum.words) for row in closed)
    return CheckedClause(clause, words, done, verdict, found)


def _seats(clause: Clause, promised: int, _version: VersionView, conduct: Conduct) -> CheckedClause:
    members = [row for row in conduct.seats if row.seat.standing is SeatStanding.MEMBER]
    filled = sum(not row.vacant for row in members)
    words = count(promised, "seat")
    if not members:
        return CheckedClause(clause, words, "No seat of a member is set up.", Verdict.UNKNOWN)
    done = f"{filled} of {count(len(members), 'seat')} of members filled."
    vacant = sorted({row.organisation.name for row in members if row.vacant})
    if vacant:
        done += f" Vacant: {listed(vacant)}."
    verdict = Verdict.KEPT if filled >= promised else Verdict.NOT_KEPT
    return CheckedClause(clause, words, done, verdict)


def _review(clause: Clause, promised: int, version: VersionView, conduct: Conduct) -> CheckedClause:
    words = f"A review every {count(promised, 'month')}"
    agreed, set_for = version.version.agreed_on, version.version.review_by
    days = [months_later(agreed, promised)] if agreed else []
    days += [set_for] if set_for else []
    if not days:
        done = "No day is held on which this version was agreed."
        return CheckedClause(clause, words, done, Verdict.UNKNOWN)
    due = min(days)
    done = f"Agreed on {long_date(agreed)}. " if agreed else ""
    if due >= conduct.today:
        return CheckedClause(clause, words, f"{done}Review due on {long_date(due)}.", Verdict.KEPT)
    late = days_late((conduct.today - due).days)
    done += f"Review was due on {long_date(due)}, {late}."
    return CheckedClause(clause, words, done, Verdict.NOT_KEPT)


_CHECKS = {
    ClauseRule.QUORUM: _quorum,
    ClauseRule.MEETINGS_A_YEAR: _meetings,
    ClauseRule.SEATS: _seats,
    ClauseRule.REVIEW_MONTHS: _review,
}
