"""In which order notes, decisions and actions were recorded under their item."""

import sqlalchemy as sa
from alembic import op

revision = "0007_0.3.0"
down_revision = "0006_0.3.0"


def upgrade() -> None:
    for table in ("minute_note", "decision", "action"):
        op.add_column(table, sa.Column("sequence", sa.Integer(), nullable=True))


def downgrade() -> None:
    raise NotImplementedError("A file is never taken back; restore the backup made before.")
