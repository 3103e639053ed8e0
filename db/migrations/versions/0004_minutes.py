"""Minutes as they were circulated, how they were agreed, and the corrections noted to them."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004_0.3.0"
down_revision = "0003_0.3.0"

BOOLEAN, DATE, INTEGER, TEXT, UUID = (
    sa.Boolean(),
    sa.Date(),
    sa.Integer(),
    sa.String(),
    sa.Uuid(),
)


def key(name: str, kind: Any) -> Any:
    return sa.Column(name, kind, primary_key=True)


def need(name: str, kind: Any, leads_to: str = "", **more: Any) -> Any:
    links = [sa.ForeignKey(leads_to)] if leads_to else []
    return sa.Column(name, kind, *links, nullable=False, **more)


def may(name: str, kind: Any, leads_to: str = "", **more: Any) -> Any:
    links = [sa.ForeignKey(leads_to)] if leads_to else []
    return sa.Column(name, kind, *links, nullable=True, **more)


# fmt: off
TABLES: tuple[tuple[Any, ...], ...] = (
    ("circulated_minutes",
     key("id", UUID), need("meeting_id", UUID, "meeting.id", index=True), need("version", INTEGER),
     need("circulated_on", DATE), need("kept_later", BOOLEAN), need("content", TEXT),
     need("sha256", sa.String(64))),
    ("minutes_agreement",
     key("id", UUID), need("meeting_id", UUID, "meeting.id", unique=True),
     may("at_meeting_id", UUID, "meeting.id"), need("agreed_at", TEXT), may("agreed_on", DATE),
     need("proposed_by", TEXT), need("seconded_by", TEXT), need("signed_by", TEXT),
     may("signed_on", DATE)),
    ("minutes_correction",
     key("id", UUID), need("meeting_id", UUID, "meeting.id", index=True),
     may("item_id", UUID, "agenda_item.id"), need("number", INTEGER), need("text", TEXT),
     may("at_meeting_id", UUID, "meeting.id"), need("noted_at", TEXT), need("noted_on", DATE),
     need("noted_by", TEXT)),
)
# fmt: on


def upgrade() -> None:
    for name, *columns in TABLES:
        op.create_table(name, *columns)


def downgrade() -> None:
    raise NotImplementedError("A file is never taken back; restore the backup made before.")
