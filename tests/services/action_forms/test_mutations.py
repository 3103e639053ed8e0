"""1,000 forms mangled at random: no answer reaches another action, and none is lost."""

from __future__ import annotations

import random
import re
from contextlib import suppress
from typing import TYPE_CHECKING

from lfjb_desk.domain.read_models.action_form_content import FormContent, read_content
from lfjb_desk.services.action_forms.matching import MatchedForm, matched
from lfjb_desk.word.reading.form import ReadForm, read_form
from tests.services.action_forms.filling import Filler
from tests.services.action_forms.mangling import MANGLES

if TYPE_CHECKING:
    from tests.services.action_forms.conftest import Sending

HOW_MANY = 1_000
MARCH = 3
"""Each date has the number of its action as its day; a mutation types another month."""
OWN = re.compile(r"of (ESST-A-\d{3})")
"""Each progress says whose it is, so that a wrong match shows itself."""


def filled(data: bytes, content: FormContent) -> bytes:
    form = Filler(data)
    for number, action in enumerate(content.actions):
        form.fill(action.ref, f"of {action.ref}", "In progress", f"{number + 1} March 2027")
    return form.bytes()


def wrong(result: MatchedForm) -> list[str]:
    """Return the answers that reached an action that they are not about."""
    out = []
    for each in result.matched:
        whose = OWN.findall(each.answer.progress)
        due = each.answer.due
        other_day = due and due.month == MARCH and due.day != int(each.action.ref[-3:])
        if any(ref != each.action.ref for ref in whose) or other_day:
            out.append(each.action.ref)
    return out


def all_words(form: ReadForm) -> set[str]:
    """Return the answers typed in, as they still stand in a mangled form."""
    cells = "\n".join(cell for row in form.rows for cell in row.cells)
    return set(OWN.findall(cells))


def kept_words(result: MatchedForm) -> set[str]:
    texts = [each.answer.progress for each in result.matched]
    texts += [each.words for each in result.doubtful]
    return set(OWN.findall("\n".join(texts)))


def test_of_1000_random_mutations_none_matches_wrongly_and_none_loses_words(
    sending: Sending,
) -> None:
    for number in range(4, 11):
        sending.action(f"Action number {number}", sending.board.helen)
    form = sending.made()
    content = read_content(form.form.content)
    data = filled(form.document[1], content)
    whole = matched(read_form(data), content)
    assert len(whole.matched) == 10
    assert not whole.doubtful
    taken = doubtful = 0
    chance = random.Random(2026)  # noqa: S311 - mutations, no secrets
    for number in range(HOW_MANY):
        broken = Filler(data)
        steps = [MANGLES[number % len(MANGLES)], *chance.choices(MANGLES, k=chance.randrange(3))]
        for mangle in steps:
            with suppress(IndexError, ValueError):  # nothing of that kind is left in it
                mangle(broken, chance)
        read = read_form(broken.bytes())
        result = matched(read, content)
        names = [mangle.__name__ for mangle in steps]
        assert wrong(result) == [], names
        assert all_words(read) <= kept_words(result), names
        taken += len(result.matched)
        doubtful += len(result.doubtful)
        refs = [each.action.ref for each in result.matched]
        assert len(refs) == len(set(refs)), names
    assert taken > 4 * HOW_MANY
    assert doubtful > HOW_MANY
