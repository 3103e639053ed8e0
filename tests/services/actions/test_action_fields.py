"""What can be set of an action: each a column, each text checked, each asked field handed over."""

from __future__ import annotations

import dataclasses
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from lfjb_desk.domain.actions import Action
from lfjb_desk.domain.changes import RuleError
from lfjb_desk.services.actions.actions import ActionService
from lfjb_desk.services.actions.fields import ActionFields
from lfjb_desk.ui.forms.action_form import ActionAnswer, OwnedActionAnswer
from lfjb_desk.ui.pages.actions.forms import NewActionAnswer

if TYPE_CHECKING:
    from tests.services.conftest import Board

DAY = date(2026, 11, 2)
BY_NAME = {"title", "due"}
"""What the service asks for by its own name."""
SETTABLE = ActionFields.__annotations__.keys()


def longest(name: str) -> int | None:
    """Return how many letters a field of an action takes; None where it has no such end."""
    rules = Action.model_fields[name].metadata
    return next((rule.max_length for rule in rules if hasattr(rule, "max_length")), None)


def test_what_can_be_set_is_a_column_of_an_action() -> None:
    assert Action.model_fields.keys() >= SETTABLE


@pytest.mark.parametrize("answer", [OwnedActionAnswer, ActionAnswer, NewActionAnswer])
def test_no_field_that_a_form_asks_is_lost(answer: type[OwnedActionAnswer]) -> None:
    given: dict[str, Any] = {field.name: field.name for field in dataclasses.fields(answer)}
    handed_over = dict(answer(**given).fields())
    assert handed_over == {name: name for name in given if name not in BY_NAME}


def test_each_text_of_an_action_is_refused_where_it_is_too_long(board: Board) -> None:
    actions = ActionService(board.database)
    names = {"title", *SETTABLE}
    texts = {name for name in names if Action.model_fields[name].annotation in {str, str | None}}
    assert "title" in texts
    for name in texts:
        most = longest(name)
        assert most is not None, f"{name} has no length in domain/common/lengths"
        given: dict[str, Any] = {"title": "Ask", name: "x" * (most + 1)}
        with pytest.raises(RuleError, match=f"can have {most}"):
            actions.add(board.group, due=DAY, raised_on=DAY, **given)
