"""The till on disk: one SQLite file, written before anything follows from a change."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from devices.cash_acceptor.till import Alarm, Line, Till, Transaction
from devices.contract import CashInState

log = logging.getLogger(__name__)

_TILL = TypeAdapter(Till)
_SCHEMA = """
CREATE TABLE IF NOT EXISTS till (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    content TEXT NOT NULL CHECK (json_valid(content))
) STRICT;
CREATE TABLE IF NOT EXISTS line (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    alarm TEXT NOT NULL,
    detail TEXT NOT NULL
) STRICT;
"""


class Memory:
    """Survives a power cut at any instant: what `save` returned from is there at the next start."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database

    def save(self, till: Till, lines: Iterable[Line]) -> None:
        """Both or neither."""
        now = datetime.now(UTC).isoformat(timespec="milliseconds")
        with self._database:
            self._database.execute("BEGIN IMMEDIATE")
            self._database.execute(
                "INSERT INTO till (id, content) VALUES (1, ?)"
                " ON CONFLICT (id) DO UPDATE SET content = excluded.content",
                (_TILL.dump_json(till).decode(),),
            )
            self._database.executemany(
                "INSERT INTO line (at, alarm, detail) VALUES (?, ?, ?)",
                [(now, line.alarm, line.detail) for line in lines],
            )

    def lines(self) -> list[tuple[str, str, str]]:
        """Every alarm so far: when, which, detail."""
        return self._database.execute("SELECT at, alarm, detail FROM line ORDER BY id").fetchall()

    def close(self) -> None:
        self._database.close()


def open_memory(path: Path) -> tuple[Memory, Till]:
    """The till as last saved; a new one the first time.

    A damaged file is put aside, not used: the till is then empty, its last transaction unknown, its counts not accurate.
    Raises OSError where the file can't be opened, or is not ours alone: that is no damage.
    """
    try:
        return _read(path)
    except sqlite3.OperationalError as error:
        raise OSError(f"{path}: {error}") from error
    except (sqlite3.DatabaseError, ValidationError) as error:
        aside = f"{path.name}.damaged-{datetime.now(UTC):%Y%m%dT%H%M%S}"
        for part in ("", "-wal", "-shm"):
            if (file := path.with_name(path.name + part)).exists():
                file.rename(path.with_name(aside + part))
        log.warning("%s is damaged (%s) and kept as %s", path, error, aside)
        memory, till = _read(path)
        till = replace(till, accurate=False, transaction=Transaction(CashInState.UNKNOWN))
        memory.save(till, (Line(Alarm.IN_DOUBT, f"the host's memory was damaged: {aside}"),))
        return memory, till


def _read(path: Path) -> tuple[Memory, Till]:
    database = sqlite3.connect(path, isolation_level=None, timeout=1.0)
    try:
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA synchronous = FULL")
        _check(database)
        database.executescript(_SCHEMA)
        row = database.execute("SELECT content FROM till").fetchone()
        return Memory(database), _TILL.validate_json(row[0]) if row else Till()
    except BaseException:
        database.close()
        raise


def _check(database: sqlite3.Connection) -> None:
    [verdict] = database.execute("PRAGMA quick_check").fetchone()
    if verdict != "ok":
        raise sqlite3.DatabaseError(verdict)
