"""The sample board: a whole board to look around in, that one undo takes away."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from uuid import UUID

from lfjb_desk.domain.actions import Action
from lfjb_desk.domain.changes import Change, ChangeSubject, Edit, RuleError, added
from lfjb_desk.domain.drivers import AreaDriver, Driver, Initiative
from lfjb_desk.domain.figures.figures import Measure, Observation, Snapshot
from lfjb_desk.domain.governance.groups import Group
from lfjb_desk.domain.governance.people import Organisation
from lfjb_desk.domain.meetings.meetings import Decision
from lfjb_desk.domain.read_models.collection_sheet import SheetItem
from lfjb_desk.domain.rows import Row
from lfjb_desk.services.collection.items import read_items
from lfjb_desk.services.governance.organisations import Bodies
from lfjb_desk.services.places import PlaceService
from lfjb_desk.services.sample import board
from lfjb_desk.services.sample.actions import actions
from lfjb_desk.services.sample.book import SampleBook
from lfjb_desk.services.sample.circulation import agreements, circulated
from lfjb_desk.services.sample.escalations import escalations, forums
from lfjb_desk.services.sample.figures import figures
from lfjb_desk.services.sample.invented import InventedFigures
from lfjb_desk.services.sample.meetings import decisions, meetings
from lfjb_desk.store.engine.database import Database
from lfjb_desk.store.queries.lookup import everything
from lfjb_desk.store.queries.reference import Slot, slots_filled

DEFAULT_AREA = "ESST"
FIGURES = frozenset({Snapshot, Observation})
"""What no minutes tell."""


@dataclass(frozen=True)
class _Existing:
    """What the database holds already and the sample must fit to."""

    drivers: dict[str, UUID]
    unjudged: dict[str, UUID]
    """The drivers that the area has not judged; the sample judges no other."""
    measures: dict[str, UUID]
    initiatives: dict[str, UUID]
    organisations: list[Organisation]
    slots: set[Slot]
    action_refs: list[str]
    decision_refs: list[str]


class SampleService:
    """Makes the sample board from the pages in a folder."""

    def __init__(self, database: Database, folder: Path, facts: Path) -> None:
        """`facts` is the folder of the reference data, which holds the rows of the collection."""
        self._database = database
        self._folder, self._facts = folder, facts

    def build(self, today: date, area_code: str = DEFAULT_AREA) -> Change:
        """Return the change that adds the sample board of an area, its days counted from today.

        Ids come from the area and the place in the book: the same day gives the same rows. All
        people, actions and local figures are invented; the others are published and say where.

        Raises:
            RuleError: when the area is unknown, or a sample board is there already.
        """
        area = PlaceService(self._database).area(area_code)
        existing = self._existing(area.id)
        book = SampleBook(area, today, self._folder)
        board = ChangeSubject(Group, book.key("group", "board"))
        edits = tuple(_edits(book, existing, read_items(self._facts)))
        made = Change(f"Add the sample board of {area.name}", edits, board)
        recorded = replace(made, edits=tuple(e for e in edits if e.table not in FIGURES))
        kept = circulated(self._database, recorded, book, book.page("meetings"))
        return replace(made, edits=(*edits, *(added(row) for row in kept)))

    def _existing(self, area_id: UUID) -> _Existing:
        with self._database.session() as session:
            if any(group.sample for group in everything(session, Group)):
                raise RuleError(
                    "A sample board is there already. Choose it at the top of the window; "
                    "nothing was changed."
                )
            drivers = {each.code: each.id for each in everything(session, Driver)}
            judged = {
                each.driver_id
                for each in everything(session, AreaDriver)
                if each.area_id == area_id
            }
            return _Existing(
                drivers=drivers,
                unjudged={code: key for code, key in drivers.items() if key not in judged},
                measures={each.code: each.id for each in everything(session, Measure)},
                initiatives={str(each.number): each.id for each in everything(session, Initiative)},
                organisations=list(everything(session, Organisation)),
                slots=slots_filled(session),
                action_refs=[each.ref for each in everything(session, Action)],
                decision_refs=[each.ref for each in everything(session, Decision)],
            )


def _edits(book: SampleBook, existing: _Existing, items: Sequence[SheetItem]) -> Iterator[Edit]:
    """Yield the edits that add the sample, parents before their children."""
    first = book.page("board")
    bodies = Bodies(existing.organisations)
    by_name = board.organisations(book, first, bodies)
    yield from bodies.edits
    for row in _rows(book, existing, by_name):
        yield added(row)
    page = book.page("figures")
    invented = InventedFigures(book, page, existing.measures, items, existing.slots)
    for row in invented.rows():
        yield added(row)


def _rows(book: SampleBook, existing: _Existing, bodies: dict[str, UUID]) -> Iterator[Row]:
    first, met = book.page("board"), book.page("meetings")
    standing = book.page("drivers")
    yield from board.people(book, first, bodies)
    yield from board.groups(book, first, bodies)
    yield from board.drivers(book, standing, existing.unjudged, existing.measures)
    yield from board.projects(book, standing, existing.drivers, existing.initiatives)
    yield from meetings(book, met, first)
    yield from agreements(book, met, first["people"])
    yield from decisions(book, met, existing.drivers, existing.decision_refs)
    yield from board.terms(book, first)
    owners = {short: bodies[body] for short, (_, body, _) in first["people"].items()}
    yield from escalations(book, first)
    yield from forums(book, first)
    yield from actions(book, book.page("actions"), owners, existing.drivers, existing.action_refs)
    yield from figures(book, existing.measures, existing.slots)
