"""The authority that a target is set for, where it is set for one alone."""

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


def downgrade() -> None:
    raise NotImplementedError("A file is never taken back; restore the backup made before.")
