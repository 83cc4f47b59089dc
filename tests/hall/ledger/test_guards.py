"""The database itself keeps the book; these tests go past the program, with plain SQL."""

from __future__ import annotations

from datetime import UTC, date, datetime
from uuid import UUID, uuid4

import pytest
from sqlalchemy import Engine, insert, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from hall.database import read_session, write_session
from hall.ledger.service import Leg, Movement, balance_minor, book
from hall.ledger.tables import Book, EntryKind, EntryLine

NOW = datetime(2026, 11, 25, 4, 0, tzinfo=UTC)


def movement(*amounts_minor: int) -> Movement:
    legs = tuple(
        Leg(kind, "x", minor) for kind, minor in zip((Book.CASH, Book.CREDIT), amounts_minor, strict=False)
    )
    return Movement(uuid4(), EntryKind.PAYMENT, date(2026, 11, 25), NOW, "CNY", legs)


def posted(engine: Engine) -> UUID:
    entry = movement(500, -500)
    with write_session(engine) as session:
        book(session, [entry])
    return entry.id


def test_a_balanced_entry_is_booked(engine: Engine) -> None:
    posted(engine)
    with read_session(engine) as session:
        assert balance_minor(session, Book.CASH) == 500
        assert balance_minor(session, Book.CREDIT, "x") == -500
        assert balance_minor(session, Book.CREDIT, "y") == 0


@pytest.mark.parametrize("amounts", [(500, -499), (500,), (500, 500)])
def test_an_entry_that_does_not_balance_is_refused(engine: Engine, amounts: tuple[int, ...]) -> None:
    with pytest.raises(DBAPIError, match="balances"), write_session(engine) as session:
        book(session, [movement(*amounts)])
    with read_session(engine) as session:
        assert balance_minor(session, Book.CASH) == 0


def test_lines_without_an_entry_are_refused(engine: Engine) -> None:
    line = text(
        "INSERT INTO entry_line (entry_id, position, book, reference, amount_minor, currency) "
        "VALUES (:id, 0, 'cash', 'x', 5, 'CNY')"
    )
    with pytest.raises(DBAPIError), write_session(engine) as session:
        session.execute(line, {"id": uuid4().hex})


def test_a_closed_entry_takes_no_further_line(engine: Engine) -> None:
    entry = posted(engine)
    line = text(
        "INSERT INTO entry_line (entry_id, position, book, reference, amount_minor, currency) "
        "VALUES (:id, 7, 'cash', 'x', 5, 'CNY')"
    )
    with pytest.raises(DBAPIError, match="closed"), write_session(engine) as session:
        session.execute(line, {"id": entry.hex if engine.dialect.name == "sqlite" else entry})


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE entry_line SET amount_minor = amount_minor * 2",
        "DELETE FROM entry_line",
        "UPDATE entry SET booked_on = '2026-01-01'",
        "DELETE FROM entry",
    ],
)
def test_what_is_booked_stays(engine: Engine, sql: str) -> None:
    posted(engine)
    with pytest.raises(DBAPIError, match="append-only"), write_session(engine) as session:
        session.execute(text(sql))


def test_an_entry_is_not_replaced_by_another_of_its_id(engine: Engine) -> None:
    entry = posted(engine)
    verb = "INSERT OR REPLACE" if engine.dialect.name == "sqlite" else "INSERT"
    again = text(
        f"{verb} INTO entry (id, kind, booked_on, posted_at) VALUES (:id, 'opening', '2020-01-01', '2020-01-01')"
    )
    with pytest.raises(DBAPIError, match="closed"), write_session(engine) as session:
        session.execute(again, {"id": entry.hex if engine.dialect.name == "sqlite" else entry})


@pytest.mark.parametrize("dialect", ["postgresql"], indirect=True)
@pytest.mark.parametrize("table", ["entry_line", "entry", "payment"])
def test_no_table_of_the_book_is_emptied(engine: Engine, table: str) -> None:
    posted(engine)
    with pytest.raises(DBAPIError, match="append-only"), write_session(engine) as session:
        session.execute(text(f"TRUNCATE {table} CASCADE"))


@pytest.mark.parametrize("dialect", ["postgresql"], indirect=True)
def test_a_line_that_slips_in_while_its_entry_is_being_closed_is_refused_at_the_commit(
    engine: Engine,
) -> None:
    """Neither transaction sees the other's rows when it writes; SQLite lets no two write at once."""
    entry = movement(500, -500)
    line = insert(EntryLine).values(
        entry_id=entry.id, position=7, book=Book.CASH, reference="x", amount_minor=5, currency="CNY"
    )
    with Session(engine) as closing, Session(engine) as slipping:
        book(closing, [entry])
        slipping.execute(line)
        closing.commit()
        with pytest.raises(DBAPIError, match="balances"):
            slipping.commit()
    with read_session(engine) as session:
        assert balance_minor(session, Book.CASH) == 500
