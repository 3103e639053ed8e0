"""What the user can ask of the quarterly collection, and do with it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from lfjb_desk.domain.changes import Change, RuleError, added, change, edited, removed
from lfjb_desk.domain.common import lengths
from lfjb_desk.domain.common.months import month_end, months_later
from lfjb_desk.domain.figures.collections import Collection, CollectionReturn, Respondent
from lfjb_desk.domain.formatting import long_date, months
from lfjb_desk.domain.places import DfjArea, LocalAuthority
from lfjb_desk.domain.read_models.collection import (
    CollectionRow,
    LetterDraft,
    ReturnMatrix,
    ReturnStanding,
    SheetRespondent,
)
from lfjb_desk.domain.read_models.collection_sheet import Identity
from lfjb_desk.services.atomic_files import file_name, save_new
from lfjb_desk.services.collection.checks import part_states
from lfjb_desk.services.collection.items import read_items
from lfjb_desk.services.collection.letters import reminder
from lfjb_desk.services.collection.returns import ReturnService, read_report
from lfjb_desk.services.collection.sheets import book
from lfjb_desk.services.rules import email_address, filled, refuse_while_used
from lfjb_desk.sheets.writer import to_bytes
from lfjb_desk.store.queries import collection as store
from lfjb_desk.store.queries.figures.figures import authorities_of
from lfjb_desk.store.queries.lookup import found

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime
    from pathlib import Path
    from uuid import UUID

    from lfjb_desk.domain.read_models.collection_sheet import SheetItem
    from lfjb_desk.store.engine.database import Database

QUARTER_STARTS = (1, 4, 7, 10)


class CollectService:
    """Opens collections, hands out their sheets and says who has returned what."""

    def __init__(self, database: Database, facts: Path) -> None:
        """`facts` is the folder of the reference data, which holds the rows of the sheet."""
        self._database = database
        self._facts = facts
        self.returns = ReturnService(database, self._rows)

    @cached_property
    def items(self) -> tuple[SheetItem, ...]:
        """Return the rows of the sheet."""
        return read_items(self._facts)

    def collections(self, area_id: UUID, today: date) -> tuple[CollectionRow, ...]:
        """Return the collections of an area, the latest quarter first."""
        with self._database.session() as session:
            rows = store.collections(session, area_id)
        return tuple(self.matrix(row.id, today).row for row in rows)

    def open(self, area_id: UUID, starts: date, due: date, note: str = "") -> Change:
        """Return the change that opens the collection of the quarter that starts on a day.

        Raises:
            RuleError: when no quarter starts then, it is open already, or the day is too early.
        """
        if starts.day != 1 or starts.month not in QUARTER_STARTS:
            raise RuleError(
                f"No quarter starts on {long_date(starts)}. Choose the first day of January, "
                "April, July or October; nothing was changed."
            )
        row = Collection(
            area_id=area_id,
            starts=starts,
            ends=month_end(months_later(starts, 2)),
            due=due,
            note=note.strip(),
        )
        _check_due(due, row.ends)
        quarter = months(row.starts, row.ends)
        with self._database.session() as session:
            found(session, DfjArea, area_id)
            if any(other.starts == starts for other in store.collections(session, area_id)):
                raise RuleError(f"The collection for {quarter} is open already.")
        return change(f"Open the collection for {quarter}", row, [added(row)])

    def change(self, collection_id: UUID, due: date, note: str) -> Change:
        """Return the change that gives a collection another day to be back, or another note."""
        with self._database.session() as session:
            row = found(session, Collection, collection_id)
        _check_due(due, row.ends)
        quarter = months(row.starts, row.ends)
        return change(
            f"Change the collection for {quarter}", row, [edited(row, due=due, note=note.strip())]
        )

    def remove(self, collection_id: UUID) -> Change:
        """Return the change that removes a collection for which nothing has come back."""
        with self._database.session() as session:
            row = found(session, Collection, collection_id)
            name = f"The collection for {months(row.starts, row.ends)}"
            refuse_while_used(session, row, name, instead="Take its returns back first.")
        return change(
            f"Remove the collection for {months(row.starts, row.ends)}", row, [removed(row)]
        )

    def authorities(self, area_id: UUID) -> tuple[LocalAuthority, ...]:
        """Return the authorities that an area asks, by name."""
        with self._database.session() as session:
            return tuple(authorities_of(session, area_id))

    def respondents(self, area_id: UUID) -> tuple[Respondent, ...]:
        """Return who fills in the sheets of an area, by name."""
        with self._database.session() as session:
            return tuple(store.respondents(session, area_id))

    def add_respondent(
        self, area_id: UUID, authority_id: UUID, name: str, email: str = ""
    ) -> Change:
        """Return the change that names someone who fills in the sheet of an authority."""
        row = Respondent(
            area_id=area_id,
            authority_id=authority_id,
            name=filled(name, "The name", lengths.NAME),
            email=email_address(email),
        )
        return change(f"Add {row.name} to the collection", row, [added(row)])

    def change_respondent(self, respondent_id: UUID, name: str, email: str) -> Change:
        """Return the change that gives a respondent another name or address."""
        with self._database.session() as session:
            row = found(session, Respondent, respondent_id)
        values = {"name": filled(name, "The name", lengths.NAME), "email": email_address(email)}
        return change(f"Change {row.name}", row, [edited(row, **values)])

    def remove_respondent(self, respondent_id: UUID) -> Change:
        """Return the change that takes a respondent off the list."""
        with self._database.session() as session:
            row = found(session, Respondent, respondent_id)
        return change(f"Remove {row.name} from the collection", row, [removed(row)])

    def matrix(self, collection_id: UUID, today: date) -> ReturnMatrix:
        """Return who has returned what, authority by authority and part by part."""
        with self._database.session() as session:
            row = found(session, Collection, collection_id)
            area = found(session, DfjArea, row.area_id)
            authorities = authorities_of(session, row.area_id)
            respondents = store.respondents(session, row.area_id)
            returns = {
                returned.authority_id: returned for returned in store.returns(session, row.id)
            }
        standings = tuple(
            _standing(authority, respondents, returns.get(authority.id), row.due, today, self.items)
            for authority in authorities
        )
        counted = CollectionRow(
            collection=row,
            quarter=months(row.starts, row.ends),
            authorities=len(standings),
            returned=sum(standing.returned is not None for standing in standings),
            late=sum(standing.is_late for standing in standings),
        )
        return ReturnMatrix(counted, area.name, standings)

    def write_sheets(self, collection_id: UUID, folder: Path, now: datetime) -> tuple[Path, ...]:
        """Write the sheet of each authority into a folder, and return where they are.

        Raises:
            RuleError: when the folder holds one of them already; none is written then.
        """
        matrix = self.matrix(collection_id, now.date())
        return save_new(
            folder, dict(self._sheet(matrix, standing, now) for standing in matrix.standings)
        )

    def write_reminders(
        self, collection_id: UUID, folder: Path, now: datetime
    ) -> tuple[LetterDraft, ...]:
        """Write a ready e-mail draft for each authority that is late; none is sent.

        Raises:
            RuleError: when nobody is late, or the folder holds one of the drafts already.
        """
        matrix = self.matrix(collection_id, now.date())
        late = [standing for standing in matrix.standings if standing.is_late]
        if not late:
            raise RuleError("Nobody is late with this collection, so there is nobody to remind.")
        row, drafts = matrix.row, {}
        for standing in late:
            name = file_name(*_words(row.quarter, standing), "reminder", suffix=".eml")
            sheet = self._sheet(matrix, standing, now)
            drafts[name] = reminder(standing, matrix.area, row.quarter, row.collection.due, sheet)
        written = save_new(folder, drafts)
        return tuple(
            LetterDraft(standing.authority, path.name, any(r.email for r in standing.respondents))
            for standing, path in zip(late, written, strict=True)
        )

    def _rows(self) -> Sequence[SheetItem]:
        return self.items

    def _sheet(
        self, matrix: ReturnMatrix, standing: ReturnStanding, now: datetime
    ) -> tuple[str, bytes]:
        """Return the name and the bytes of the workbook for one authority."""
        row = matrix.row
        with self._database.session() as session:
            area = found(session, DfjArea, row.collection.area_id)
        identity = Identity(
            standing.authority, standing.gss_code, area.name, area.code, row.quarter
        )
        made = book(identity, self.items, row.collection.due, row.collection.note, now)
        return file_name(*_words(row.quarter, standing), suffix=".xlsx"), to_bytes(made)


def _words(quarter: str, standing: ReturnStanding) -> tuple[str, str]:
    """Return the words of a file's name; the sheets of St. Helens have gone out without the dot."""
    return quarter, standing.authority.replace(".", "")


def _check_due(due: date, ends: date) -> None:
    if due <= ends:
        raise RuleError(
            f"The sheets cannot be due on {long_date(due)}: the quarter ends on "
            f"{long_date(ends)}. Choose a later day; nothing was changed."
        )


def _standing(
    authority: LocalAuthority,
    respondents: Sequence[Respondent],
    returned: CollectionReturn | None,
    due: date,
    today: date,
    items: Sequence[SheetItem],
) -> ReturnStanding:
    findings = read_report(returned.report) if returned else ()
    day = returned.received_at.date() if returned else today
    return ReturnStanding(
        authority_id=authority.id,
        gss_code=authority.gss_code,
        authority=authority.name,
        respondents=tuple(
            SheetRespondent(respondent.id, respondent.name, respondent.email)
            for respondent in respondents
            if respondent.authority_id == authority.id
        ),
        returned=returned,
        parts=part_states(findings, items, returned=returned is not None),
        days_late=max(0, (day - due).days),
        findings=findings,
    )
