"""What an upgrade changed in the rows, as a record of the audit: replaying it still holds."""

from collections.abc import Iterator

from lfjb_desk.domain.changes import Change, Edit, RuleError
from lfjb_desk.domain.rows import Row
from lfjb_desk.domain.serialisation import checked
from lfjb_desk.domain.tables import TABLES
from lfjb_desk.store.replaying.replay import StoredRow, StoredTables, as_read


def upgrade_change(
    schema: int, before: StoredTables, after: StoredTables, known: StoredTables
) -> Change | None:
    """Return what the migrations did to the rows and the audit does not know; None for nothing.

    Columns that no record names so far are written down with it. What differed from the audit
    before the upgrade is left out, so that it still differs afterwards. An edit says nothing of
    what was before: an upgrade is never taken back.
    """
    edits = tuple(edit for table in TABLES for edit in _edits(table, (before, after, known)))
    return Change(f"Bring the database up to schema {schema}", edits) if edits else None


def _edits(
    table: type[Row], sides: tuple[StoredTables, StoredTables, StoredTables]
) -> Iterator[Edit]:
    before, after, known = (side.get(table, {}) for side in sides)
    for key, row in after.items():
        if key not in before:
            new = row
        elif key in known:
            new = _new(before[key], row, known[key])
        else:
            continue
        if new and (edit := _edit(table, row, new, whole=key not in before)) is not None:
            yield edit
    for key in before.keys() - after.keys():
        if key in known and (edit := _edit(table, before[key], None)) is not None:
            yield edit


def _new(before: StoredRow, row: StoredRow, known: StoredRow) -> StoredRow:
    return {
        name: value
        for name, value in row.items()
        if name not in known or name not in before or before[name] != value
    }


def _edit(
    table: type[Row], row: StoredRow, new: StoredRow | None, *, whole: bool = False
) -> Edit | None:
    """Return the edit of a row; None for values that no record can hold, which the check names."""
    try:
        key = as_read(table, {"id": row["id"]})["id"]
        if new is None:
            return Edit(table, key, {}, None)
        (values,) = checked(table, [as_read(table, new)], whole=whole)
    except (RuleError, ValueError, LookupError, TypeError, ArithmeticError, AttributeError):
        return None
    return Edit(table, key, None if whole else {}, values)
