"""How often the database is asked for what a paper or the Today page puts together."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event
from sqlmodel import SQLModel

from lfjb_desk.domain.actions import Action
from lfjb_desk.domain.changes import Change, RuleError, change, edited
from lfjb_desk.domain.governance.groups import Group, GroupKind
from lfjb_desk.services.papers import registry
from lfjb_desk.services.papers.definition import PaperDefinition, PaperRequest
from lfjb_desk.services.papers.papers import PaperService
from lfjb_desk.services.reference import ReferenceService
from lfjb_desk.services.sample.sample import SampleService
from lfjb_desk.services.today import TodayService
from lfjb_desk.store.engine.database import Database
from lfjb_desk.store.engine.sqlite import memory_engine
from lfjb_desk.store.queries.lookup import everything, found
from tests.published import published_only

ROOT = Path(__file__).parents[3]
TODAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    engine = memory_engine()
    SQLModel.metadata.create_all(engine)
    database = Database(engine)
    reference = ReferenceService(database, ROOT / "db" / "reference").load()
    assert reference is not None
    database.apply(reference)
    sample = SampleService(database, ROOT / "resources" / "sample", ROOT / "db" / "reference")
    database.apply(published_only(sample.build(TODAY)))
    yield engine
    engine.dispose()


@pytest.fixture
def sample(engine: Engine) -> Database:
    return Database(engine)


@pytest.fixture
def group(sample: Database) -> Group:
    with sample.session() as session:
        groups = everything(session, Group)
    return next(group for group in groups if group.kind is GroupKind.BOARD)


@pytest.fixture
def asked(engine: Engine) -> Iterator[list[str]]:
    """Return the statements that the database is asked from now on."""
    statements: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_more: Any) -> None:
        statements.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    yield statements
    event.remove(engine, "before_cursor_execute", note)


# Every paper asks what is restricted, of decisions, actions and items, before it is gathered and
# where it hands restriction down, and then which groups of the area are marked how; one that looks
# back asks besides what is kept of its meetings. None of it grows with the rows.
@pytest.mark.parametrize(
    ("kind", "most"),
    [
        (registry.BOARD_PAPER, 63),
        (registry.CHAIRS_BRIEF, 67),
        (registry.DRIVERS, 47),
        (registry.PERFORMANCE, 55),
        (registry.ACTION_LOG, 16),
        (registry.AGENDA, 25),
        (registry.MINUTES, 15),
        (registry.TERMS_OF_REFERENCE, 15),
        (registry.TERMS_COMPARISON, 13),
    ],
)
def test_a_paper_is_gathered_with_few_statements(
    sample: Database, group: Group, asked: list[str], kind: PaperDefinition, most: int
) -> None:
    asked.clear()
    PaperService(sample, ROOT / "templates" / "house.docx").paper(
        PaperRequest(kind, group.id, TODAY)
    )
    assert 0 < len(asked) <= most


def test_the_today_page_is_gathered_with_few_statements(
    sample: Database, group: Group, asked: list[str]
) -> None:
    asked.clear()
    TodayService(sample).view(group.area_id, group.id, TODAY)
    # Three of them ask which of the actions are restricted, by themselves or by what they are of.
    assert 0 < len(asked) <= 29


def test_each_gathering_asks_anew_and_sees_what_was_written(sample: Database, group: Group) -> None:
    today = TodayService(sample)
    late = today.view(group.area_id, group.id, TODAY).late[0].action
    write = change("Other words", None, [edited(late, title="Other words")])
    sample.apply(write)
    assert "Other words" in [
        row.action.title for row in today.view(group.area_id, group.id, TODAY).late
    ]
    sample.apply(write.inverse())


def test_within_a_gathering_no_question_is_asked_twice(
    sample: Database, group: Group, asked: list[str]
) -> None:
    with sample.gathering() as database, database.gathering() as same:
        asked.clear()
        for _ in range(2):
            with database.session() as session:
                assert found(session, Group, group.id).name == group.name
            with same.session() as session:
                assert everything(session, Action)
    assert len([one for one in asked if one.startswith("SELECT")]) == 2


def test_nothing_is_written_through_a_gathering(sample: Database) -> None:
    with sample.gathering() as database, pytest.raises(RuleError, match="Nothing is written"):
        database.apply(Change("Nothing", ()))
