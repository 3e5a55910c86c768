"""what people decide: overrides, reclassified files, merged submissions, edited answers"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "decisions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("submission_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("message_pk", sa.Integer(), nullable=True),
        sa.Column("decision", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["message_pk"],
            ["messages.id"],
        ),
        sa.ForeignKeyConstraint(
            ["submission_id"],
            ["submissions.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_decisions_submission", "decisions", ["submission_id"], unique=False)
    # plain ADD COLUMN: a table that others refer to is not copied
    op.add_column("submissions", sa.Column("doubt", sa.Text(), server_default=sa.text("''"), nullable=False))
    op.add_column("submissions", sa.Column("merged_into", sa.Integer(), nullable=True))
    op.add_column("replies", sa.Column("edited", sa.Boolean(), server_default=sa.false(), nullable=False))
    op.execute("UPDATE replies SET state = 'discarded' WHERE state = 'failed' AND last_error LIKE 'discarded by %'")


def downgrade() -> None:
    op.execute("UPDATE replies SET state = 'failed' WHERE state = 'discarded'")
    op.drop_column("replies", "edited")
    op.drop_column("submissions", "merged_into")
    op.drop_column("submissions", "doubt")
    op.drop_index("ix_decisions_submission", "decisions")

    op.drop_table("decisions")
