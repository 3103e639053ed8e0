"""Write db/migrations/versions/0001_start.py anew from the tables. Only before the first release.

After that a migration is never edited; a change of the tables is a new file beside it.
Run from the top of the repository: python packaging/write_start.py
"""

from importlib.metadata import version
from pathlib import Path
from textwrap import TextWrapper

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    DateTime,
    Enum,
    Integer,
    LargeBinary,
    Table,
    Time,
    Uuid,
)
from sqlmodel import SQLModel

from lfjb_desk.domain import audit, tables
from lfjb_desk.store.audit import GUARDS

TARGET = Path(__file__).parents[1] / "db/migrations/versions/0001_start.py"
KINDS = {
    Boolean: "BOOLEAN",
    Date: "DATE",
    Integer: "INTEGER",
    LargeBinary: "BYTES",
    Time: "TIME",
    Uuid: "UUID",
}
HEAD = '''"""The tables of the first release."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001_{version}"
down_revision = None

BOOLEAN, BYTES, DATE, INTEGER = sa.Boolean(), sa.LargeBinary(), sa.Date(), sa.Integer()
MOMENT, TEXT, TIME, UUID = sa.DateTime(timezone=True), sa.String(), sa.Time(), sa.Uuid()


def key(name: str, kind: Any) -> Any:
    return sa.Column(name, kind, primary_key=True)


def need(name: str, kind: Any, leads_to: str = "", **more: Any) -> Any:
    links = [sa.ForeignKey(leads_to)] if leads_to else []
    return sa.Column(name, kind, *links, nullable=False, **more)


def may(name: str, kind: Any, leads_to: str = "", **more: Any) -> Any:
    links = [sa.ForeignKey(leads_to)] if leads_to else []
    return sa.Column(name, kind, *links, nullable=True, **more)


def text(length: int) -> Any:
    return sa.String(length)


# fmt: off
TABLES: tuple[tuple[Any, ...], ...] = (
'''
FOOT = """    for name, *columns in TABLES:
        op.create_table(name, *columns)
    if op.get_bind().dialect.name == "sqlite":
        for guard in GUARDS:
            op.execute(sa.text(guard))


def downgrade() -> None:
    raise NotImplementedError("A file is never taken back; restore the backup made before.")
"""


def kind_of(column: Column[object]) -> str:
    """Return how the migration writes the type of a column."""
    kind = getattr(column.type, "impl", column.type)
    kind = kind() if isinstance(kind, type) else kind
    if isinstance(kind, DateTime):
        return "MOMENT"
    length = getattr(kind, "length", None)
    if isinstance(kind, Enum) or length:
        return f"text({length})" if not isinstance(kind, LargeBinary) else "BYTES"
    found = [name for sort, name in KINDS.items() if isinstance(kind, sort)]
    return found[0] if found else "TEXT"


def column_line(column: Column[object]) -> str:
    """Return the call that makes a column."""
    parts = [f'"{column.name}"', kind_of(column)]
    if column.primary_key:
        return f"key({', '.join(parts)})"
    parts += [f'"{link.target_fullname}"' for link in column.foreign_keys]
    parts += [f"{word}=True" for word in ("unique", "index") if getattr(column, word)]
    return f"{'may' if column.nullable else 'need'}({', '.join(parts)})"


def table_lines(table: Table) -> str:
    """Return the entry of a table: its name, then its columns, filling the lines."""
    fill = TextWrapper(width=99, initial_indent=" " * 5, subsequent_indent=" " * 5)
    fill.break_long_words = fill.break_on_hyphens = False
    columns = ", ".join(column_line(column).replace(" ", "~") for column in table.columns)
    body = fill.fill(columns).replace("~", " ")
    return f'    ("{table.name}",\n{body}),\n'


def main() -> None:
    """Write the file."""
    used = {*tables.BY_NAME, str(audit.ChangeRecord.__tablename__)}
    ordered = [table for table in SQLModel.metadata.sorted_tables if table.name in used]
    guards = "".join(f'    """{guard}""",\n' for guard in GUARDS)
    TARGET.write_text(
        HEAD.format(version=version("lfjb-desk"))
        + "".join(table_lines(table) for table in ordered)
        + f")\n# fmt: on\n\nGUARDS = (\n{guards})\n\n\ndef upgrade() -> None:\n"
        + FOOT,
        encoding="utf-8",
    )
    print(f"{TARGET.name}: {len(ordered)} tables")


if __name__ == "__main__":
    main()
