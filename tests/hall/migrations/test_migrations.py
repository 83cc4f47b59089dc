"""A database of any shipped revision comes up to today's, with its rows."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, func, select, text
from sqlalchemy.exc import DBAPIError

from hall.database import connect, read_session, write_session
from hall.dependencies import Hall
from hall.ledger.service import balance_minor
from hall.ledger.tables import Book, Entry
from hall.migrations import config, upgrade
from hall.migrations.tables import metadata
from tests.hall.books import assert_books_agree
from tests.hall.conftest import NOON
from tests.hall.signed import TestKiosk
from tests.hall.utility_rows import NUMBER, add_account, add_bill

CUSTOMER = text("INSERT INTO customer (id, name) VALUES (1, '陈秀芳')")
WAITING = text("SELECT count(DISTINCT pid) FROM pg_locks WHERE NOT granted")
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


def test_the_ledger_opens_with_what_the_first_revisions_accounts_owe_and_own(bare: Engine) -> None:
    upgrade(bare, "0001")
    with write_session(bare) as session:
        owing = add_account(session)
        add_bill(session, owing, "2026-09", 24_102)
        add_bill(session, owing, "2026-10", 18_640).principal_received_minor = 640
        add_account(session, "3304100101", credit_minor=3_000)
        even = add_account(session, "3304100102", credit_minor=500)
        add_bill(session, even, "2026-10", 500)
        add_account(session, "3304100103")
    upgrade(bare)
    with read_session(bare) as session:
        assert_books_agree(session)
        assert balance_minor(session, Book.RECEIVABLE, NUMBER) == 24_102 + 18_000
        assert balance_minor(session, Book.OPENING) == 3_500 - 42_602
        assert session.scalar(select(func.count()).select_from(Entry)) == 3


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
        assert connection.execute(text("SELECT name FROM customer")).scalar_one() == "陈秀芳"


def test_going_down_forgets_no_payment(hall: Hall, kiosk: TestKiosk) -> None:
    assert kiosk.post("/v1/payments", kiosk.payment(NUMBER, 1_000, taken_at=NOON)).status_code == 201
    with pytest.raises(RuntimeError, match="forget"):
        command.downgrade(config(hall.engine), "0001")
    with read_session(hall.engine) as session:
        assert balance_minor(session, Book.CASH) == 1_000


@pytest.mark.parametrize("dialect", ["postgresql"], indirect=True)
def test_two_programs_that_start_at_once_come_up_one_after_the_other(bare: Engine, database_url: str) -> None:
    """Both are held before their first table until each has seen an empty database, or waits to look."""
    program = [sys.executable, "-m", "hall", "kiosk", "list", "--json", "--database", database_url]
    with bare.connect() as connection:
        connection.execute(text("CREATE TABLE alembic_version (version_num varchar(32))"))
        started = [
            subprocess.Popen(program, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
            for _ in range(2)
        ]
        deadline = time.monotonic() + 60
        while connection.execute(WAITING).scalar_one() < 2:
            assert time.monotonic() < deadline, "two programs wait"
            time.sleep(0.05)
        connection.rollback()
    assert [process.communicate(timeout=60) for process in started] == [("[]\n", "")] * 2
