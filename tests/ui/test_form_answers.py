"""No field that a form asks for is lost on its way to the service."""

from __future__ import annotations

from dataclasses import fields

import pytest

from lfjb_desk.services.actions.fields import ActionFields
from lfjb_desk.services.drivers.projects import ProjectPlan
from lfjb_desk.ui.forms.action_form import OwnedActionAnswer
from lfjb_desk.ui.forms.answers import fields_of
from lfjb_desk.ui.forms.project_form import ProjectAnswer


def test_a_project_answer_has_all_that_the_service_can_plan() -> None:
    assert {field.name for field in fields(ProjectAnswer)} == set(ProjectPlan.__annotations__)


@pytest.mark.parametrize("title", ["Agree dates", ""])
def test_an_answer_gives_what_the_service_takes_and_no_more(title: str) -> None:
    answer = OwnedActionAnswer(title=title, owner_id=None, accountable_id=None)
    assert fields_of(answer, {"title"}) == {"title": title}
    assert set(answer.fields()) <= set(ActionFields.__annotations__)
