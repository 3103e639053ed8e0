"""Whether an action or a decision is restricted of itself, under no restricted item."""

import sqlalchemy as sa
from alembic import op

revision = "0005_0.3.0"
down_revision = "0004_0.3.0"


def upgrade() -> None:
    for table in ("action", "decision"):
        op.add_column(
            table,
            sa.Column("restricted", sa.Boolean(), nullable=False, server_default=sa.false()),
        )


def downgrade() -> None:
    raise NotImplementedError("A file is never taken back; restore the backup made before.")
