"""A board with owners whose actions are asked about, and forms filled in as people do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from lfjb_desk.domain.actions import Action
from lfjb_desk.domain.read_models.actions import ActionQuery, Which
from lfjb_desk.services.action_forms.deciding import FormService
from lfjb_desk.services.action_forms.making import FormOrder, MadeForm
from lfjb_desk.services.action_forms.reading import AnswerReadingService
from lfjb_desk.services.action_forms.sending import FormSendingService
from lfjb_desk.services.actions.actions import ActionService
from lfjb_desk.services.governance.people import PeopleService
from tests.services.action_forms.filling import Filler
from tests.services.conftest import TODAY, Board

if TYPE_CHECKING:
    from uuid import UUID

    from lfjb_desk.domain.read_models.action_forms import AnswerRow

TEMPLATE = Path(__file__).parents[3] / "templates/house.docx"
BACK_BY = date(2026, 12, 7)
"""The day by which the forms are to be back."""
TITLES = ("Give the reason for each late change of plan", "Train social workers", "List who chairs")


@dataclass(frozen=True)
class Sending:
    """A board whose actions are asked about, and short ways to send and take in."""

    board: Board
    folder: Path
    sender: FormSendingService
    reader: AnswerReadingService
    forms: FormService

    def action(self, title: str, owner: UUID, *, restricted: bool = False) -> Action:
        change = self.board.write(
            ActionService(self.board.database).add(
                self.board.group,
                title,
                TODAY + timedelta(days=30),
                TODAY - timedelta(days=60),
                owner_id=owner,
                restricted=restricted,
            )
        )
        return self.now(change.key_of(Action))

    def actions(self) -> list[Action]:
        """Return all actions by reference, as they are now."""
        query = ActionQuery(self.board.area, which=Which.ALL)
        rows = ActionService(self.board.database).rows(query, TODAY)
        return sorted((row.action for row in rows), key=lambda action: action.ref)

    def address(self, email: str) -> None:
        """Give Helen an address."""
        people = PeopleService(self.board.database)
        self.board.write(people.edit_person(self.board.helen, email=email))

    def history(self, ref: str) -> list[tuple[str, str]]:
        """Return what the history of an action says, and on whose word, the oldest first."""
        (action,) = [action for action in self.actions() if action.ref == ref]
        detail = ActionService(self.board.database).detail(action.id, TODAY)
        return [(update.text, update.agreed_by) for update in detail.history]

    def action_of(self, ref: str) -> Action:
        return next(action for action in self.actions() if action.ref == ref)

    def now(self, action_id: UUID) -> Action:
        return ActionService(self.board.database).row(action_id, TODAY).action

    def order(self, today: date = TODAY, back_by: date = BACK_BY) -> FormOrder:
        return FormOrder(self.board.group, back_by, today)

    def made(self, name: str = "Helen Marsh", today: date = TODAY) -> MadeForm:
        """Make the form of an owner, and record it as sent."""
        owners = self.sender.owners(self.board.group, today)
        (recipient,) = [owner for owner in owners if owner.name == name]
        (form,) = self.sender.make(self.order(today), [recipient])
        self.board.write(self.sender.record([form]))
        return form

    def returned(self, form: MadeForm, *answers: tuple[str, str, str, str]) -> Path:
        """Return the form filled in: reference, progress, status and date of each answer."""
        filler = Filler(form.document[1])
        for ref, progress, status, day in answers:
            filler.fill(ref, progress, status, day)
        path = self.folder / "returned.docx"
        path.write_bytes(filler.bytes())
        return path

    def taken(self, path: Path, today: date = TODAY) -> tuple[AnswerRow, ...]:
        self.board.write(self.reader.take(self.reader.read(path), today))
        return self.forms.waiting(self.board.group, today)


@pytest.fixture
def sending(board: Board, tmp_path: Path) -> Sending:
    database = board.database
    made = Sending(
        board,
        tmp_path,
        FormSendingService(database, TEMPLATE),
        AnswerReadingService(database),
        FormService(database),
    )
    for title in TITLES:
        made.action(title, board.helen)
    return made
