"""Runs the migrations on the connection that the desk hands over, inside its transaction."""

from alembic import context

context.configure(
    connection=context.config.attributes["connection"],
    transactional_ddl=True,  # Alembic denies it for SQLite, wrongly
)
with context.begin_transaction():
    context.run_migrations()
