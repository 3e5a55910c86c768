"""packets for the District's offices; files that go out with a mail"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "handoffs",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("submission_id", sa.Integer(), nullable=False),
        sa.Column("recipient", sa.Text(), nullable=False),
        sa.Column("verdict", sa.String(length=64), nullable=False),
        sa.Column("said", sa.Text(), nullable=False),
        sa.Column("file", sa.String(length=64), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("created", sa.DateTime(timezone=True), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("changed", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["submission_id"],
            ["submissions.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("submission_id", "recipient", "verdict", name="uq_handoffs_packet"),
    )
    op.create_index("ix_handoffs_changed", "handoffs", ["changed"], unique=False)
    op.create_index("ix_submissions_updated", "submissions", ["updated"], unique=False)
    # plain ADD COLUMN: a table that others refer to is not copied
    op.add_column("replies", sa.Column("files", sa.Text(), server_default=sa.text("''"), nullable=False))


def downgrade() -> None:
    op.drop_column("replies", "files")
    op.drop_index("ix_submissions_updated", "submissions")
    op.drop_index("ix_handoffs_changed", "handoffs")

    op.drop_table("handoffs")
