"""a mail whose files a person parted belongs to several submissions"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

# the primary key grows: SQLite can only copy the table, and nothing refers to this one


def upgrade() -> None:
    op.create_table(
        "submission_messages_new",
        sa.Column("message_pk", sa.Integer(), nullable=False),
        sa.Column("submission_id", sa.Integer(), nullable=False),
        sa.Column("how", sa.String(length=16), nullable=False),
        sa.Column("selection", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("findings", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["message_pk"], ["messages.id"]),
        sa.ForeignKeyConstraint(["submission_id"], ["submissions.id"]),
        sa.PrimaryKeyConstraint("message_pk", "submission_id", name="pk_submission_messages"),
    )
    op.execute(
        "INSERT INTO submission_messages_new (message_pk, submission_id, how) "
        "SELECT message_pk, submission_id, how FROM submission_messages"
    )
    _take_its_place()


def downgrade() -> None:
    op.create_table(
        "submission_messages_new",
        sa.Column("message_pk", sa.Integer(), nullable=False),
        sa.Column("submission_id", sa.Integer(), nullable=False),
        sa.Column("how", sa.String(length=16), nullable=False),
        sa.ForeignKeyConstraint(["message_pk"], ["messages.id"]),
        sa.ForeignKeyConstraint(["submission_id"], ["submissions.id"]),
        sa.PrimaryKeyConstraint("message_pk"),
    )
    op.execute(
        "INSERT INTO submission_messages_new (message_pk, submission_id, how) "
        "SELECT message_pk, submission_id, how FROM submission_messages AS link WHERE submission_id = "
        "(SELECT MIN(submission_id) FROM submission_messages AS other WHERE other.message_pk = link.message_pk)"
    )
    _take_its_place()


def _take_its_place() -> None:
    op.drop_index("ix_submission_messages_submission", "submission_messages")
    op.drop_table("submission_messages")
    op.rename_table("submission_messages_new", "submission_messages")
    op.create_index("ix_submission_messages_submission", "submission_messages", ["submission_id"], unique=False)
