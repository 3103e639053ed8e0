"""The open database: sessions to read with, one door to write through."""

from sqlalchemy import Engine
from sqlmodel import Session

from lfjb_desk.domain.changes import Change, RuleError


class Database:
    """One database, opened."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def session(self) -> Session:
        """Open a session to read with; its rows stay usable after it closes."""
        return Session(self._engine, expire_on_commit=False)

    def apply(self, change: Change) -> None:
        """Write every edit of the change, or none."""
        with self.session() as session, session.begin():
            for edit in change.edits:
                row = session.get(edit.table, edit.key)
                if (row is None) != (edit.before is None):
                    raise RuleError(f"{change.label}: someone changed this row meanwhile.")
                if row is not None and edit.after is not None:
                    row.sqlmodel_update(dict(edit.after))
                elif edit.after is not None:
                    session.add(edit.table.model_validate(edit.after))
                else:
                    session.delete(row)
                session.flush()
