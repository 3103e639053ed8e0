"""A change: what it does to the rows, what it is about, and how it is taken back."""

import pytest

from lfjb_desk.domain.changes import (
    Change,
    Edit,
    RuleError,
    added,
    change,
    edited,
    removed,
    subject,
)
from lfjb_desk.domain.governance.people import Organisation, OrganisationKind, Person

COUNCIL = Organisation(name="Samplefolk Council", kind=OrganisationKind.LOCAL_AUTHORITY)
AVERY = Person(name="Avery Sample", organisation_id=COUNCIL.id, post="Clerk")


def test_an_added_row_holds_every_column_and_a_removed_one_too() -> None:
    whole = AVERY.model_dump()
    assert added(AVERY) == Edit(Person, AVERY.id, None, whole)
    assert removed(AVERY) == Edit(Person, AVERY.id, whole, None)
    assert added(AVERY).inverse() == removed(AVERY)
    assert whole["post"] == "Clerk"


def test_an_edit_holds_the_columns_that_differ_and_only_those() -> None:
    edit = edited(AVERY, name="Avery Specimen", post="Clerk")
    assert edit == Edit(Person, AVERY.id, {"name": "Avery Sample"}, {"name": "Avery Specimen"})
    assert edit.inverse() == Edit(
        Person, AVERY.id, {"name": "Avery Specimen"}, {"name": "Avery Sample"}
    )
    assert edited(AVERY, post="Clerk") == Edit(Person, AVERY.id, {}, {})
    with pytest.raises(KeyError):
        edited(AVERY, height=2)


def test_a_change_leaves_out_what_does_nothing_and_refuses_to_do_nothing() -> None:
    rename = edited(AVERY, name="X")
    idle = edited(AVERY, post="Clerk")
    made = change("Rename", AVERY, [idle, rename, idle])
    assert made == Change("Rename", (rename,), subject(AVERY))
    assert change("Facts", None, [added(COUNCIL)]).subject is None
    with pytest.raises(RuleError, match=r"^Rename: nothing would change\.$"):
        change("Rename", AVERY, [idle])
    with pytest.raises(RuleError, match="nothing would change"):
        change("Rename", AVERY, [])


def test_a_change_is_taken_back_last_edit_first_and_stays_about_its_record() -> None:
    made = change("Set up", AVERY, [added(COUNCIL), added(AVERY)])
    back = made.inverse()
    assert back.edits == (removed(AVERY), removed(COUNCIL))
    assert (back.label, back.subject) == ("Set up", subject(AVERY))
    assert back.inverse() == made


def test_a_change_names_its_tables_and_the_record_that_it_is_about() -> None:
    made = change("Set up", AVERY, [added(COUNCIL), added(AVERY)])
    assert made.tables == {Organisation, Person}
    assert made.key_of(Person) == AVERY.id
    assert (subject(AVERY).table, subject(AVERY).key) == (Person, AVERY.id)
    with pytest.raises(LookupError, match=r"^“Set up” is not about one Organisation\.$"):
        made.key_of(Organisation)
    with pytest.raises(LookupError, match="is not about one Person"):
        change("Facts", None, [added(AVERY)]).key_of(Person)
