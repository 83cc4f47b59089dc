"""The kiosk's memory of money: every event of every payment, on disk before anything follows from it.

SQLite in WAL with `synchronous = FULL`; rows are only ever added, and each is chained to the one before by
its checksum. Beside it a small file remembers how far the journal had come: a journal that is shorter than
that, or broken anywhere, is set aside with all that belongs to it, and no cash is taken until somebody has looked.
"""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, Protocol, TypeAlias
from uuid import UUID

from pydantic import ValidationError

from hall.contract import document_number
from kiosk.payment.events import EVENTS, SCHEMA_VERSION, Begun, Event

JOURNAL_FILE, HEAD_FILE = "journal.sqlite", "journal.head"
DAMAGE_CODES = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
SCHEMA = (
    "BEGIN IMMEDIATE",
    """CREATE TABLE event (
        position INTEGER PRIMARY KEY,
        payment TEXT NOT NULL,
        seq INTEGER NOT NULL,
        version INTEGER NOT NULL,
        body TEXT NOT NULL,
        document TEXT UNIQUE,
        checksum TEXT NOT NULL,
        UNIQUE (payment, seq)
    ) STRICT""",
    """CREATE TRIGGER event_stays BEFORE UPDATE ON event
        BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END""",
    """CREATE TRIGGER event_remains BEFORE DELETE ON event
        BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END""",
    "COMMIT",
)
PRAGMAS = ("journal_mode = WAL", "synchronous = FULL", "trusted_schema = OFF")
INSERT = "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?)"
ORIGIN = "0" * 64


class Connection(Protocol):
    """As much of a database connection as the journal needs; both sqlite3's and apsw's fit."""

    def execute(self, statement: str, bindings: tuple[Any, ...] = ..., /) -> Iterable[tuple[Any, ...]]: ...

    def close(self) -> None: ...


Connect: TypeAlias = Callable[[Path], Connection]


class JournalError(Exception):
    """An event could not be put on disk. Nothing may follow from it, and no more cash is taken."""


class DamagedJournalError(Exception):
    """The journal can't be used. `aside` is where it was put, for whoever looks into it; None: it stays where it is."""

    def __init__(self, aside: Path | None, reason: str) -> None:
        super().__init__(f"{reason}; {f'it lies in {aside}' if aside else 'it was left in its place'}")
        self.aside = aside
        self.reason = reason


class BrokenChainError(Exception):
    """A row is missing, changed or unreadable."""


@dataclass(frozen=True, slots=True)
class Head:
    position: int
    checksum: str


def connect(file: Path) -> sqlite3.Connection:
    return sqlite3.connect(file, isolation_level=None)


class Journal:
    """An open journal. It belongs to one thread; whoever opens it closes it."""

    def __init__(self, connection: Connection, head_file: Path) -> None:
        self._connection = connection
        self._head_file = head_file
        self._head = Head(0, ORIGIN)

    def prepare(self) -> None:
        """Check all that is there, or begin; raises BrokenChainError or a database error."""
        for pragma in PRAGMAS:
            list(self._connection.execute(f"PRAGMA {pragma}"))
        check = [row[0] for row in self._connection.execute("PRAGMA quick_check")]
        if check != ["ok"]:
            raise BrokenChainError(str(check[0]))
        if not list(self._connection.execute("SELECT 1 FROM sqlite_schema LIMIT 1")):
            for statement in SCHEMA:
                list(self._connection.execute(statement))
        for position, payment, seq, version, body, checksum in self._rows():
            expected = checksum_of(self._head, payment, seq, version, body)
            if position != self._head.position + 1 or checksum != expected:
                raise BrokenChainError(f"row {position} does not follow from the one before")
            self._head = Head(position, checksum)
        remembered = read_head(self._head_file)
        if remembered.position > self._head.position:
            raise BrokenChainError(f"{remembered.position - self._head.position} rows are missing at the end")

    def append(self, payment: UUID, seq: int, event: Event, document: str | None = None) -> None:
        """Put an event on disk, and only then return; raises JournalError."""
        body = event.model_dump_json()
        position = self._head.position + 1
        checksum = checksum_of(self._head, str(payment), seq, SCHEMA_VERSION, body)
        row = (position, str(payment), seq, SCHEMA_VERSION, body, document, checksum)
        try:
            self._connection.execute(INSERT, row)
        except Exception as error:
            raise JournalError(str(error)) from error
        self._head = Head(position, checksum)
        try:
            write_head(self._head_file, self._head)
        except OSError as error:
            raise JournalError(str(error)) from error

    def payments(self) -> Iterator[tuple[UUID, list[Event]]]:
        """Every payment with its events, in the order in which payments began."""
        payments: dict[UUID, list[Event]] = {}
        for _, payment, _, version, body, _ in self._rows():
            payments.setdefault(UUID(payment), []).append(read_event(version, body))
        yield from payments.items()

    def next_document(self, kiosk: int, day: date) -> str:
        """The next number of a receipt or claim: one sequence a kiosk and day."""
        prefix = document_number(kiosk, day, 0).rpartition("-")[0] + "-"
        used = self._connection.execute(
            "SELECT document FROM event WHERE document >= ? AND document < ?", (prefix, prefix[:-1] + ".")
        )
        last = max((int(number.rpartition("-")[2]) for (number,) in used), default=0)
        return document_number(kiosk, day, last + 1)

    def close(self) -> None:
        self._connection.close()

    def _rows(self) -> Iterable[tuple[Any, ...]]:
        return self._connection.execute(
            "SELECT position, payment, seq, version, body, checksum FROM event ORDER BY position"
        )


def checksum_of(before: Head, payment: str, seq: int, version: int, body: str) -> str:
    text = "\n".join((before.checksum, str(before.position + 1), payment, str(seq), str(version), body))
    return hashlib.sha256(text.encode()).hexdigest()


def read_event(version: int, body: str) -> Event:
    """An event of any schema version ever shipped; so far there is one."""
    if version != SCHEMA_VERSION:
        raise BrokenChainError(f"schema version {version} is from a later program")
    try:
        return EVENTS.validate_json(body)
    except ValidationError as error:
        raise BrokenChainError("an event can't be read") from error


def open_journal(folder: Path, now: datetime, connect: Connect = connect) -> Journal:
    """Open the journal of a state folder, checked from end to end; raises DamagedJournalError.

    A journal that was set aside earlier keeps the kiosk's cash closed until it has been taken away. One that
    can't be reached (a full disk, a lock) is no damage and stays where it is.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if earlier := next(iter(sorted(folder.glob("damaged-*"))), None):
        raise DamagedJournalError(earlier, "the journal was damaged at an earlier start")
    connection: Connection | None = None
    try:
        connection = connect(folder / JOURNAL_FILE)
        journal = Journal(connection, folder / HEAD_FILE)
        journal.prepare()
        read_all(journal)
    except Exception as error:
        if connection is not None:
            connection.close()
        if is_damage(error):
            raise DamagedJournalError(set_aside(folder, now), f"the journal is damaged: {error}") from error
        raise DamagedJournalError(None, f"the journal can't be opened: {error}") from error
    return journal


def read_all(journal: Journal) -> None:
    """Every event must be one that this program can fold."""
    for payment, events in journal.payments():
        if not isinstance(events[0], Begun):
            raise BrokenChainError(f"payment {payment} has no beginning")


def is_damage(error: Exception) -> bool:
    """What is on disk is wrong, and not only out of reach: SQLITE_CORRUPT, SQLITE_NOTADB, or our own chain."""
    code = getattr(error, "sqlite_errorcode", None)
    return isinstance(error, BrokenChainError) or (code is not None and code & 0xFF in DAMAGE_CODES)


def set_aside(folder: Path, now: datetime) -> Path:
    """Move the journal and its companions away whole, so that the evidence is kept."""
    aside = folder / f"damaged-{now:%Y%m%dT%H%M%S}"
    aside.mkdir()
    for file in folder.glob("journal.*"):
        file.rename(aside / file.name)
    return aside


def read_head(file: Path) -> Head:
    """How far the journal had come. A torn or missing note says nothing, which is no damage."""
    try:
        content = json.loads(file.read_text())
        return Head(int(content["position"]), str(content["checksum"]))
    except (OSError, ValueError, KeyError, TypeError):
        return Head(0, ORIGIN)


def write_head(file: Path, head: Head) -> None:
    """Not synced: it follows the journal, so after a power cut it can only be behind, never ahead."""
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT, 0o600)
    try:
        content = json.dumps({"position": head.position, "checksum": head.checksum})
        os.pwrite(descriptor, content.ljust(128).encode(), 0)
    finally:
        os.close(descriptor)
