"""no query grows with the archive: packets that are due, submissions that were merged, states by their age"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

HANDING = sa.text("NOT handed")
MERGED = sa.text("merged_into IS NOT NULL")


def upgrade() -> None:
    # plain ADD COLUMN: a table that others refer to is not copied
    op.add_column("submissions", sa.Column("handed", sa.Boolean(), server_default=sa.false(), nullable=False))
    submissions = sa.table("submissions", sa.column("id", sa.Integer), sa.column("handed", sa.Boolean))
    handoffs = sa.table("handoffs", sa.column("submission_id", sa.Integer))
    op.execute(
        sa.update(submissions).where(submissions.c.id.in_(sa.select(handoffs.c.submission_id))).values(handed=sa.true())
    )
    op.create_index(
        "ix_submissions_handing",
        "submissions",
        ["state", "disposition", "since"],
        unique=False,
        sqlite_where=HANDING,
        postgresql_where=HANDING,
    )
    op.create_index(
        "ix_submissions_merged",
        "submissions",
        ["merged_into"],
        unique=False,
        sqlite_where=MERGED,
        postgresql_where=MERGED,
    )
    op.drop_index("ix_submissions_state", "submissions")
    op.create_index("ix_submissions_state", "submissions", ["state", "since"], unique=False)
    # nothing looks a mail up by it, and SQLite took it to find what is no duplicate, which is nearly all
    op.drop_index("ix_messages_duplicate_of", "messages")


def downgrade() -> None:
    op.create_index("ix_messages_duplicate_of", "messages", ["duplicate_of"], unique=False)
    op.drop_index("ix_submissions_state", "submissions")
    op.create_index("ix_submissions_state", "submissions", ["state", "updated"], unique=False)
    op.drop_index("ix_submissions_merged", "submissions")
    op.drop_index("ix_submissions_handing", "submissions")
    op.drop_column("submissions", "handed")
