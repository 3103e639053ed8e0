"""The authority that a target is set for, and whether a correction of minutes is restricted."""

import sqlalchemy as sa
from alembic import op

revision = "0006_0.3.0"
down_revision = "0005_0.3.0"


def upgrade() -> None:
    op.add_column(
        "target",
        sa.Column("authority_id", sa.Uuid(), sa.ForeignKey("local_authority.id"), nullable=True),
        inline_references=True,
    )
    op.add_column(
        "minutes_correction",
        sa.Column("restricted", sa.Boolean(), nullable=False, server_default=sa.false()),
    )


def downgrade() -> None:
    raise NotImplementedError("A file is never taken back; restore the backup made before.")
