"""Alembic's entry: migrations run on the engine they are given, in one transaction."""

from __future__ import annotations

from alembic import context
from sqlalchemy import Engine

from hall.migrations.tables import metadata

engine: Engine = context.config.attributes["engine"]
with engine.connect() as connection:
    # Columns of SQLite can't be altered in place; batch mode copies the table.
    context.configure(
        connection=connection,
        target_metadata=metadata,
        render_as_batch=connection.dialect.name == "sqlite",
        compare_type=True,
        user_module_prefix="",
    )
    with context.begin_transaction():
        context.run_migrations()
    connection.commit()
