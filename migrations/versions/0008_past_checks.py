"""which boxes operators had checked in forms that came before the program ran"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for name in ("several", "checked"):
        op.add_column("past_copies", sa.Column(name, sa.Text(), server_default=sa.text("'[]'"), nullable=False))


def downgrade() -> None:
    with op.batch_alter_table("past_copies") as table:
        table.drop_column("checked")
        table.drop_column("several")
