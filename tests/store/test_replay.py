"""Replaying the audit from empty gives the live tables, whatever was done, undone and redone."""

from datetime import UTC, date, datetime, time
from decimal import Decimal
from enum import StrEnum
from random import Random
from typing import Any, get_args
from uuid import UUID, uuid4

import annotated_types
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlmodel import SQLModel, select

from lfjb_desk.domain.changes import Change, Edit, RuleError
from lfjb_desk.domain.rows import Row
from lfjb_desk.domain.tables import BY_NAME, TABLES
from lfjb_desk.store.engine.audit import change_of
from lfjb_desk.store.engine.database import Database
from lfjb_desk.store.engine.sqlite import memory_engine

WALKS, LENGTH = 20, 100
Values = dict[str, Any]
Tables = dict[type[Row], dict[UUID, Values]]


class Walk:
    """Random changes to a database, and what its tables should hold after them."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.database = new_database()
        self.rows: Tables = {table: {} for table in TABLES}
        self.done: list[Change] = []
        self.undone: list[Change] = []
        self.counts = {"done": 0, "undone": 0, "redone": 0, "refused": 0}

    def step(self) -> None:
        """Apply one more change; those that the rules refuse do not count."""
        kind = self.random.choices(("new", "undo", "redo"), (6, 2, 2))[0]
        if kind == "undo" and self.done:
            self.apply(self.done[-1].inverse(), "undone")
            self.undone.append(self.done.pop())
        elif kind == "redo" and self.undone:
            self.apply(self.undone[-1], "redone")
            self.done.append(self.undone.pop())
        else:
            change = Change(f"Step {self.applied}", tuple(self.edits()))
            if change.edits and self.apply(change, "done"):
                self.done.append(change)
                self.undone.clear()

    @property
    def applied(self) -> int:
        return self.counts["done"] + self.counts["undone"] + self.counts["redone"]

    def apply(self, change: Change, kind: str) -> bool:
        try:
            self.database.apply(change)
        except RuleError:
            assert kind == "done", "what was done can always be undone and redone in turn"
            self.counts["refused"] += 1
            return False
        for edit in change.edits:
            if edit.after is None:
                del self.rows[edit.table][edit.key]
            else:
                self.rows[edit.table].setdefault(edit.key, {}).update(edit.after)
        self.counts[kind] += 1
        return True

    def edits(self) -> list[Edit]:
        """Return edits of one to three rows, with the parents that new rows need."""
        edits: list[Edit] = []
        touched: set[UUID] = set()
        for _ in range(self.random.randint(1, 3)):
            table = self.random.choice(TABLES)
            held = [key for key in self.rows[table] if key not in touched]
            kind = self.random.choice(("add", "edit", "remove"))
            if kind == "add" or not held:
                self.add(table, edits)
                continue
            key = self.random.choice(held)
            touched.add(key)
            row = self.rows[table][key]
            if kind == "remove":
                edits.append(Edit(table, key, dict(row), None))
                continue
            names = self.random.sample([name for name in row if name != "id"], 2)
            after = {name: self.value(table, name, edits) for name in names}
            edits.append(Edit(table, key, {name: row[name] for name in names}, after))
        return edits

    def add(self, table: type[Row], edits: list[Edit]) -> UUID:
        """Add a new row of a table to the edits, children sometimes before their parents."""
        place = len(edits) if self.random.random() < 0.5 else 0
        row = {name: self.value(table, name, edits) for name in table.model_fields}
        edits.insert(place, Edit(table, row["id"], None, row))
        return UUID(str(row["id"]))

    def value(self, table: type[Row], name: str, edits: list[Edit]) -> Any:
        field = table.model_fields[name]
        kinds = [kind for kind in get_args(field.annotation) if kind is not type(None)]
        if kinds and self.random.random() < 0.4:
            return None
        links = table.metadata.tables[str(table.__tablename__)].c[name].foreign_keys
        for link in links:
            parent = BY_NAME[link.column.table.name]
            held = list(self.rows[parent])
            return self.random.choice(held) if held else self.add(parent, edits)
        low = next((m.ge for m in field.metadata if isinstance(m, annotated_types.Ge)), 0)
        return self.plain(kinds[0] if kinds else field.annotation, int(str(low)))

    def plain(self, kind: Any, low: int) -> Any:
        random = self.random
        if issubclass(kind, StrEnum):
            return random.choice(list(kind))
        made: dict[type, Any] = {
            UUID: uuid4(),
            bool: random.random() < 0.5,
            date: date.fromordinal(random.randint(700_000, 740_000)),
            datetime: datetime.fromtimestamp(random.randint(0, 2 * 10**9) + 0.25, UTC),
            time: time(random.randrange(24), random.randrange(60)),
            Decimal: Decimal(random.randint(-(10**6), 10**6)).scaleb(-random.randrange(5)),
            int: random.randint(low, 5),
            str: "".join(random.choices("aŵŷé '\"\n😀", k=random.randint(1, 8))),
        }
        return made[kind]


def new_database() -> Database:
    engine = memory_engine()
    SQLModel.metadata.create_all(engine)
    return Database(engine)


def held(database: Database) -> Tables:
    with database.session() as session:
        return {
            table: {row.id: row.model_dump() for row in session.exec(select(table))}
            for table in TABLES
        }


def replayed(database: Database) -> Tables:
    fresh = new_database()
    for record in reversed(database.history(limit=10_000)):
        fresh.apply(change_of(record))
    found = held(fresh)
    fresh.close()
    return found


def test_replaying_the_audit_gives_the_live_tables() -> None:
    counts = {"done": 0, "undone": 0, "redone": 0, "refused": 0}
    touched: set[type[Row]] = set()

    @settings(
        max_examples=WALKS,
        deadline=None,
        database=None,
        derandomize=True,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(seed=st.integers(0, 2**64))
    def walk_and_replay(seed: int) -> None:
        walk = Walk(Random(seed))  # noqa: S311 - chance, not secrecy
        while walk.applied < LENGTH:
            walk.step()
        live = held(walk.database)
        assert live == walk.rows
        assert replayed(walk.database) == live
        assert walk.database.verify_audit() is None
        for kind, count in walk.counts.items():
            counts[kind] += count
        touched.update(table for table, rows in live.items() if rows)
        walk.database.close()

    walk_and_replay()

    applied = counts["done"] + counts["undone"] + counts["redone"]
    print(f"\n{applied} changes replayed, over {len(touched)} tables: {counts}")  # noqa: T201 - the count is the evidence
    assert applied >= WALKS * LENGTH
    assert min(counts.values()) > 0
    assert touched == set(TABLES)
