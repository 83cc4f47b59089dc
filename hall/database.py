"""The hall's database: SQLite by default, PostgreSQL by URL; one session a request, committed at its edge."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from enum import StrEnum
from typing import TypeVar

from sqlalchemy import DateTime, Dialect, Engine, Enum, MetaData, create_engine, event
from sqlalchemy.engine import Connection
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import DeclarativeBase, Session
from sqlalchemy.types import TypeDecorator

SQLITE_BUSY_MS = 15_000

Result = TypeVar("Result")


class Base(DeclarativeBase):
    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class Instant(TypeDecorator[datetime]):
    """An aware moment, kept as UTC; SQLite has no zone of its own, so it is put back when read."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        assert value.tzinfo is not None, "instants are aware"
        utc = value.astimezone(UTC)
        return utc.replace(tzinfo=None) if dialect.name == "sqlite" else utc

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if dialect.name == "sqlite" else value.astimezone(UTC)


def text_enum(kind: type[StrEnum]) -> Enum:
    """An enum kept as its value, checked by the database."""
    return Enum(
        kind,
        native_enum=False,
        create_constraint=True,
        name=kind.__name__.lower(),
        length=32,
        values_callable=lambda members: [member.value for member in members],
    )


def connect(url: str) -> Engine:
    """Open the engine for a URL, with what each database needs to keep money safe."""
    engine = create_engine(url, pool_pre_ping=not url.startswith("sqlite"), pool_size=20, max_overflow=20)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", prepare_sqlite)
        event.listen(engine, "begin", begin_sqlite)
    return engine


def prepare_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None  # transactions begin where `begin_sqlite` says, not at the first write
    for pragma in (
        f"busy_timeout = {SQLITE_BUSY_MS}",
        "journal_mode = WAL",
        "synchronous = FULL",
        "foreign_keys = ON",
    ):
        connection.execute(f"PRAGMA {pragma}")


def begin_sqlite(connection: Connection) -> None:
    """A transaction that will write takes the lock at once: an upgrade from read to write can't wait."""
    writes = connection.get_execution_options().get("writes", True)
    driver = connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)
    driver.execute("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def read_session(engine: Engine) -> Iterator[Session]:
    """A session that only looks; nothing it does is kept."""
    with Session(engine.execution_options(writes=False)) as session:
        yield session


@contextmanager
def write_session(engine: Engine) -> Iterator[Session]:
    """A session whose work is kept if the block ends well, and leaves nothing behind if it does not."""
    with Session(engine, expire_on_commit=False) as session, session.begin():
        yield session


def write_once(engine: Engine, work: Callable[[Session], Result]) -> Result:
    """Do and commit work that finds what was done before instead of doing it again.

    Where two such met, the database refused one of them: whoever lost finds the other's work now.
    """
    try:
        with write_session(engine) as session:
            return work(session)
    except IntegrityError:
        with write_session(engine) as session:
            return work(session)
