"""Runs the migrations on the connection that ``mentorapp.storage.schema`` hands over.

The transaction is the caller's: a migration that is interrupted leaves nothing behind.
"""

from alembic import context

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=context.config.attributes.get("metadata"),
    render_as_batch=True,
    transactional_ddl=True,
)
context.run_migrations()
