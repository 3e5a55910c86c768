"""reminders and closings, never two alike; answers that wait for a person, and those of the last hour"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "follow_ups",
        sa.Column("reply_id", sa.Integer(), nullable=False),
        sa.Column("submission_id", sa.Integer(), nullable=False),
        sa.Column("answer_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["answer_id"],
            ["replies.id"],
        ),
        sa.ForeignKeyConstraint(
            ["reply_id"],
            ["replies.id"],
        ),
        sa.ForeignKeyConstraint(
            ["submission_id"],
            ["submissions.id"],
        ),
        sa.PrimaryKeyConstraint("reply_id"),
        sa.UniqueConstraint("submission_id", "answer_id", "kind", "step", name="uq_follow_ups_step"),
    )
    op.create_index("ix_replies_created", "replies", ["created"], unique=False)
    op.create_index(
        "ix_replies_held",
        "replies",
        ["id"],
        unique=False,
        sqlite_where=sa.text("state = 'held'"),
        postgresql_where=sa.text("state = 'held'"),
    )


def downgrade() -> None:
    op.drop_index("ix_replies_held", "replies")
    op.drop_index("ix_replies_created", "replies")

    op.drop_table("follow_ups")
