"""A database of any shipped revision comes up to today's, with its rows."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError

from hall.database import connect
from hall.migrations import config, upgrade
from hall.migrations.tables import metadata

CUSTOMER = text("INSERT INTO customer (id, name) VALUES (1, '陈秀芳')")
UNBALANCED = text(
    "INSERT INTO entry (id, kind, booked_on, posted_at) VALUES (:id, 'payment', '2026-11-25', '2026-11-25')"
)


@pytest.fixture
def bare(database_url: str) -> Iterator[Engine]:
    engine = connect(database_url)
    yield engine
    engine.dispose()


def test_the_newest_revision_is_what_the_program_expects(bare: Engine) -> None:
    upgrade(bare)
    with bare.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []


def test_rows_of_the_first_revision_come_up_with_it(bare: Engine) -> None:
    upgrade(bare, "0001")
    with bare.begin() as connection:
        connection.execute(CUSTOMER)
    upgrade(bare)
    with bare.connect() as connection:
        assert connection.execute(text("SELECT name FROM customer")).scalar_one() == "陈秀芳"


def test_a_second_upgrade_changes_nothing(bare: Engine) -> None:
    upgrade(bare)
    with bare.begin() as connection:
        connection.execute(CUSTOMER)
    upgrade(bare)
    with bare.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM customer")).scalar_one() == 1


def test_the_books_guards_come_with_the_migration(bare: Engine) -> None:
    upgrade(bare)
    with pytest.raises(DBAPIError, match="balances"), bare.begin() as connection:
        connection.execute(UNBALANCED, {"id": "0" * 32})


def test_a_revision_goes_down_and_up_again(bare: Engine) -> None:
    upgrade(bare)
    command.downgrade(config(bare), "0001")
    with bare.begin() as connection:
        connection.execute(CUSTOMER)
    upgrade(bare)
    with bare.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM payment")).scalar_one() == 0
