"""The table of keys in the user guide, and what a test of it asks the database."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lfjb_desk.app.environment import shipped
from lfjb_desk.store.queries.lookup import everything

if TYPE_CHECKING:
    from lfjb_desk.domain.rows import Row
    from lfjb_desk.store.engine.database import Database

LINE = re.compile(r"^\| ([^|]+?) +\| (\d+) +\|", re.MULTILINE)


def in_the_guide() -> dict[str, int]:
    """Return the keys of each act as the table of the guide has them."""
    text = shipped().guide.read_text("utf-8").partition("\n## Keys\n")[2]
    return {act: int(keys) for act, keys in LINE.findall(text)}


def newest(database: Database, table: type[Row], before: set[object]) -> list[Row]:
    with database.session() as session:
        return [row for row in everything(session, table) if row.id not in before]


def ids(database: Database, table: type[Row]) -> set[object]:
    with database.session() as session:
        return {row.id for row in everything(session, table)}
