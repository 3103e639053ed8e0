"""How the forms of groups stand: read with their answers in one sweep."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lfjb_desk.domain.actions import Action
from lfjb_desk.domain.governance.people import Organisation, Person
from lfjb_desk.domain.read_models.action_form_content import read_content
from lfjb_desk.domain.read_models.action_forms import UNDECIDED, AnswerRow, FormRow, FormState
from lfjb_desk.store.queries import action_forms as store
from lfjb_desk.store.queries.lookup import by_key

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from datetime import date
    from uuid import UUID

    from lfjb_desk.domain.action_forms import ActionForm, FormAnswer
    from lfjb_desk.store.queries.lookup import Reading


class RecipientName(NamedTuple):
    """Whom a form asked."""

    name: str
    email: str


def names_of(session: Reading, forms: Iterable[ActionForm]) -> dict[UUID, RecipientName]:
    """Return whom each form asked, by the form."""
    forms = list(forms)
    people = by_key(session, Person, (form.person_id for form in forms))
    bodies = by_key(session, Organisation, (form.organisation_id for form in forms))
    out = {}
    for form in forms:
        person, body = people.get(form.person_id), bodies.get(form.organisation_id)
        if person is not None:
            out[form.id] = RecipientName(person.name, person.email)
        else:
            out[form.id] = RecipientName("" if body is None else body.name, "")
    return out


def form_rows(session: Reading, group_ids: Collection[UUID], today: date) -> tuple[FormRow, ...]:
    """Return the forms of groups with their answers, the latest first."""
    forms = store.forms_of(session, group_ids)
    answers = store.answers_of(session, [form.id for form in forms])
    actions = by_key(session, Action, (answer.action_id for answer in answers))
    names = names_of(session, forms)
    newest: dict[tuple[UUID, UUID | None], UUID] = {}
    rows = []
    for form in forms:
        newest.setdefault((form.group_id, form.person_id or form.organisation_id), form.id)
        content = read_content(form.content)
        name = names[form.id]
        own = sorted(
            (
                AnswerRow(answer, action, content.of_action(answer.action_id), name.name)
                for answer in answers
                if answer.form_id == form.id
                and (action := actions.get(answer.action_id)) is not None
            ),
            key=lambda row: (row.action.ref, row.answer.read_on),
        )
        key = (form.group_id, form.person_id or form.organisation_id)
        state = _state(form, [row.answer for row in own], today, is_newest=newest[key] == form.id)
        late = (today - form.back_by).days if state is FormState.OVERDUE else 0
        rows.append(FormRow(form, name.name, name.email, content, state, late, tuple(own)))
    return tuple(rows)


def _state(
    form: ActionForm, answers: Sequence[FormAnswer], today: date, *, is_newest: bool
) -> FormState:
    if any(answer.state in UNDECIDED for answer in answers):
        return FormState.TO_DECIDE
    if form.withdrawn_on is not None:
        return FormState.WITHDRAWN
    if form.returned_on is not None:
        return FormState.SETTLED
    if not is_newest:
        return FormState.REPLACED
    return FormState.OVERDUE if form.back_by < today else FormState.SENT
