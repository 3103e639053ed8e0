"""The page of action forms at the sample board, and forms that came back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from lfjb_desk.services.action_forms.deciding import FormService
from lfjb_desk.services.action_forms.reading import AnswerReadingService
from lfjb_desk.services.action_forms.sending import FormSendingService
from lfjb_desk.services.actions.actions import ActionService
from lfjb_desk.ui.pages.action_forms.page import ActionFormsPage
from lfjb_desk.ui.pages.action_forms.services import FormsServices

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from lfjb_desk.store.engine.database import Database
    from lfjb_desk.ui.shell.contract import Desk

TEMPLATE = Path(__file__).parents[4] / "templates/house.docx"


@pytest.fixture
def page(qtbot: QtBot, sample_desk: Desk, database: Database) -> ActionFormsPage:
    services = FormsServices(
        FormService(database),
        FormSendingService(database, TEMPLATE),
        AnswerReadingService(database),
    )
    made = ActionFormsPage(sample_desk, services)
    qtbot.addWidget(made)
    made.resize(1166, 712)
    made.show()
    return made


@pytest.fixture
def actions(database: Database) -> ActionService:
    return ActionService(database)
