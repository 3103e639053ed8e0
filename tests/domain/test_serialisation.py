import json
from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal
from enum import StrEnum
from typing import Any, get_args
from uuid import UUID, uuid4

import annotated_types
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lfjb_desk.domain.actions import Action, ActionUpdate
from lfjb_desk.domain.changes import Change, Edit, RuleError, added, change, edited, removed
from lfjb_desk.domain.drivers import AreaDriver
from lfjb_desk.domain.figures.charts import Narrative
from lfjb_desk.domain.figures.figures import Target
from lfjb_desk.domain.governance.people import Person
from lfjb_desk.domain.places import DfjArea
from lfjb_desk.domain.rows import Row
from lfjb_desk.domain.serialisation import checked, column_words, decode, encode, table_words
from lfjb_desk.domain.tables import TABLES

PLAIN: dict[type, st.SearchStrategy[Any]] = {
    UUID: st.uuids(),
    bool: st.booleans(),
    date: st.dates(),
    datetime: st.datetimes(timezones=st.just(UTC)),
    time: st.times(),
    Decimal: st.decimals(allow_nan=False, allow_infinity=False),
}


def values_of(table: type[Row], name: str) -> st.SearchStrategy[Any]:
    field = table.model_fields[name]
    kinds = [kind for kind in get_args(field.annotation) if kind is not type(None)]
    kind = kinds[0] if kinds else field.annotation
    low = next((int(str(m.ge)) for m in field.metadata if isinstance(m, annotated_types.Ge)), -5)
    longest = next(
        (m.max_length for m in field.metadata if isinstance(m, annotated_types.MaxLen)), 40
    )
    assert isinstance(kind, type)
    if issubclass(kind, StrEnum):
        found: st.SearchStrategy[Any] = st.sampled_from(kind)
    elif kind is str:
        found = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=longest)
    elif kind is int:
        found = st.integers(low, 5)
    else:
        found = PLAIN[kind]
    return st.none() | found if kinds else found


@st.composite
def edits(draw: st.DrawFn, table: type[Row]) -> Edit:
    whole = draw(st.booleans())
    names = (
        list(table.model_fields)
        if whole
        else draw(st.lists(st.sampled_from(list(table.model_fields)), min_size=1, unique=True))
    )
    row = st.fixed_dictionaries({name: values_of(table, name) for name in names})
    if not whole:
        return Edit(table, draw(st.uuids()), draw(row), draw(row))
    edit = Edit(table, draw(st.uuids()), None, draw(row))
    return draw(st.sampled_from([edit, edit.inverse()]))


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.__name__)
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_a_change_comes_back_from_json_as_it_was(table: type[Row], data: st.DataObject) -> None:
    written = Change(
        data.draw(st.text(st.characters(exclude_categories=["Cs"]))),
        tuple(data.draw(st.lists(edits(table), max_size=4))),
    )

    read = decode(encode(written))

    assert read == written
    assert encode(read) == encode(written)


def test_several_tables_keep_the_order_of_their_edits() -> None:
    action_id = uuid4()
    person = Person(name="Avery Sample", organisation_id=uuid4())
    update = ActionUpdate(action_id=action_id, noted_at=datetime(2026, 11, 21, 9, tzinfo=UTC))
    written = change(
        "Tell", None, [added(person), added(update), edited(person, post="x"), removed(person)]
    )

    assert decode(encode(written)) == written


def test_a_change_of_an_older_schema_is_read_with_the_names_of_today() -> None:
    key = uuid4()
    edit = Edit(Narrative, key, {"frequency": "month"}, {"frequency": "quarter"})
    today = encode(Change("Change the words", (edit,)))
    assert b'"frequency"' in today

    (read,) = decode(today.replace(b'"frequency"', b'"rhythm"')).edits

    assert read == edit


def test_moments_are_kept_in_utc() -> None:
    summer = datetime(2026, 7, 1, 10, tzinfo=timezone(timedelta(hours=1)))

    (row,) = checked(ActionUpdate, [{"noted_at": summer}], whole=False)

    assert row["noted_at"].isoformat() == "2026-07-01T09:00:00+00:00"


def test_a_figure_keeps_its_digits() -> None:
    edit = Edit(Target, uuid4(), {"low": None}, {"low": Decimal("0.10")})

    (read,) = decode(encode(Change("Set", (edit,)))).edits

    assert str((read.after or {})["low"]) == "0.10"


@pytest.mark.parametrize(
    ("table", "values", "sentence"),
    [
        (Action, {"title": ""}, "The title of the action must not be empty."),
        (Action, {"ref": "X" * 21}, "The ref of the action must not be longer than 20 characters."),
        (AreaDriver, {"severity": 9}, "The severity of the area driver must be at most 5."),
        (AreaDriver, {"severity": -1}, "The severity of the area driver must be at least 0."),
        (Action, {"due": "soon"}, "The due of the action is not understood"),
        (Action, {"owner_id": 5}, "The owner of the action is not understood"),
        (Action, {"colour": "red"}, "The colour of the action is not understood"),
        (ActionUpdate, {"noted_at": datetime(2026, 1, 1)}, "The noted at of the action update"),  # noqa: DTZ001 - the fault under test
    ],
)
def test_a_value_that_its_column_refuses_is_named_in_a_sentence(
    table: type[Row], values: dict[str, Any], sentence: str
) -> None:
    with pytest.raises(RuleError) as refusal:
        checked(table, [values], whole=False)

    assert str(refusal.value).startswith(sentence)
    assert str(refusal.value).endswith("Nothing was written.")


def test_a_new_row_names_every_column() -> None:
    with pytest.raises(RuleError, match="of the person is missing"):
        checked(Person, [{"id": uuid4(), "name": "Avery Sample"}], whole=True)


@pytest.mark.parametrize(
    "text",
    [b"", b"{}", b"[]", b"\xff", b'{"label":"x","runs":[{"table":"sqlite_master"}]}'],
)
def test_what_is_no_change_is_refused(text: bytes) -> None:
    with pytest.raises(RuleError, match="not a change that LFJB Desk wrote"):
        decode(text)


def test_tables_and_columns_have_names_that_people_use() -> None:
    assert table_words(ActionUpdate) == "action update"
    assert table_words(DfjArea) == "DFJ area"
    assert column_words("organisation_id") == "organisation"
    assert column_words("original_due") == "original due"


def test_a_change_comes_back_with_its_subject_and_one_of_an_older_desk_without() -> None:
    area = DfjArea(
        code="X", name="Sample", nation="England", region="East", courts="Sample", source="x"
    )
    made = change("Add Sample", area, [added(area)])
    assert decode(encode(made)).key_of(DfjArea) == area.id
    older = json.loads(encode(made))
    del older["subject"]
    assert decode(json.dumps(older).encode()).subject is None
