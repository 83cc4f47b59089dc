"""Alembic's entry: migrations run on the engine they are given, in one transaction."""

from __future__ import annotations

from alembic import context
from sqlalchemy import Engine, text

from hall.migrations.tables import metadata

LOCK = 0x6272696768746861
"""Two programs that start at once bring the database up one after the other."""

engine: Engine = context.config.attributes["engine"]
with engine.connect() as connection:
    if connection.dialect.name == "postgresql":  # SQLite takes its one lock anyhow
        connection.execute(text("SELECT pg_advisory_xact_lock(:one_at_a_time)"), {"one_at_a_time": LOCK})
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
