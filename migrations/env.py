"""Alembic's entry: runs on the connection that `soppa_mailbot.store.migrate` hands over."""

from alembic import context

from soppa_mailbot.store.tables import Base

connection = context.config.attributes.get("connection")
if connection is None:  # `alembic revision --autogenerate` in a checkout
    from soppa_mailbot.store.database import open_engine

    connection = open_engine(context.config.get_main_option("sqlalchemy.url", "sqlite://")).connect()

# batch: SQLite cannot alter a column in place
context.configure(connection=connection, target_metadata=Base.metadata, render_as_batch=True)
with context.begin_transaction():
    context.run_migrations()
