"""What an agenda item is about, stored once from what titles led to until now; a rename."""

import sqlalchemy as sa
from alembic import op

revision = "0003_0.3.0"
down_revision = "0002_0.2.0"

NONE, ESCALATION = "none", "escalation"

TITLE_WORDS = (
    ("minutes", ("minutes", "matters arising")),
    ("position", ("position", "at a glance")),
    ("actions", ("action",)),
    ("performance", ("performance", "figures", "data")),
    ("drivers", ("driver", "delay")),
    ("sub-groups", ("group",)),
    ("membership", ("membership", "vacanc", "seat")),
    ("dates", ("dates", "other business")),
)
"""What schema 2 took a title to be about: the first topic of which it has a word in it."""

ITEMS = sa.text(
    "SELECT item.id, item.title, item.why, board_group.kind FROM agenda_item AS item "
    "JOIN meeting ON meeting.id = item.meeting_id "
    "JOIN board_group ON board_group.id = meeting.group_id"
)
FILL = sa.text("UPDATE agenda_item SET topic = :topic WHERE id = :id")


def topic(title: str, why: str, kind: str) -> str:
    """Return what schema 2 took an item to be about; only a group below the board escalates."""
    if kind != "board" and "escalate" in why.casefold():
        return ESCALATION
    folded = title.casefold()
    return next(
        (name for name, words in TITLE_WORDS if any(part in folded for part in words)), NONE
    )


def upgrade() -> None:
    op.add_column(
        "agenda_item", sa.Column("topic", sa.String(40), nullable=False, server_default=NONE)
    )
    connection = op.get_bind()
    for key, *words in connection.execute(ITEMS).all():
        connection.execute(FILL, {"id": key, "topic": topic(*words)})
    op.alter_column("narrative", "rhythm", new_column_name="frequency")


def downgrade() -> None:
    raise NotImplementedError("A file is never taken back; restore the backup made before.")
