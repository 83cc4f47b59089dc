"""Events are on disk in order, chained, and never changed."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path
from uuid import UUID, uuid4

import apsw
import pytest

from kiosk.payment.events import Event, ReceiptIssued
from kiosk.payment.journal import (
    HEAD_FILE,
    JOURNAL_FILE,
    Connection,
    DamagedJournalError,
    Journal,
    JournalError,
    connect,
    open_journal,
)
from tests.kiosk.payment.facts import NOON, PAYMENT, begun, held, stacked

EVENTS: tuple[Event, ...] = (begun(), held(5_000), stacked(5_000))
DAY = date(2026, 11, 25)


def written(folder: Path, *events: Event) -> None:
    with closing(open_journal(folder, NOON)) as journal:
        for seq, event in enumerate(events or EVENTS):
            journal.append(PAYMENT, seq, event)


def read(folder: Path) -> dict[UUID, list[Event]]:
    with closing(open_journal(folder, NOON)) as journal:
        return dict(journal.payments())


def test_what_was_appended_is_there_after_a_restart(tmp_path: Path) -> None:
    written(tmp_path)
    assert read(tmp_path) == {PAYMENT: list(EVENTS)}


def test_payments_come_in_the_order_in_which_they_began(tmp_path: Path) -> None:
    first, second = uuid4(), uuid4()
    with closing(open_journal(tmp_path, NOON)) as journal:
        journal.append(first, 0, begun())
        journal.append(second, 0, begun())
        journal.append(first, 1, held(5_000))
    assert list(read(tmp_path)) == [first, second]


def test_it_is_kept_as_the_money_rule_says(tmp_path: Path) -> None:
    with closing(open_journal(tmp_path, NOON)) as journal:
        [(mode,)] = journal._connection.execute("PRAGMA journal_mode")
        [(synchronous,)] = journal._connection.execute("PRAGMA synchronous")
        [(strict,)] = journal._connection.execute("SELECT strict FROM pragma_table_list WHERE name = 'event'")
    assert (mode, synchronous, strict) == ("wal", 2, 1)


@pytest.mark.parametrize("change", ["UPDATE event SET body = '{}'", "DELETE FROM event"])
def test_a_row_can_be_neither_changed_nor_taken_out(tmp_path: Path, change: str) -> None:
    written(tmp_path)
    with (
        closing(sqlite3.connect(tmp_path / JOURNAL_FILE)) as other,
        pytest.raises(sqlite3.IntegrityError, match="append-only"),
    ):
        other.execute(change)


def test_an_event_of_a_payment_has_its_place_once(tmp_path: Path) -> None:
    with closing(open_journal(tmp_path, NOON)) as journal:
        journal.append(PAYMENT, 0, begun())
        with pytest.raises(JournalError):
            journal.append(PAYMENT, 0, held(5_000))
        journal.append(PAYMENT, 1, held(5_000))
    assert len(read(tmp_path)[PAYMENT]) == 2


def test_two_processes_never_both_write_the_next_event(tmp_path: Path) -> None:
    with closing(open_journal(tmp_path, NOON)) as ours, closing(open_journal(tmp_path, NOON)) as theirs:
        ours.append(PAYMENT, 0, begun())
        with pytest.raises(JournalError):
            theirs.append(uuid4(), 0, begun())


def test_any_connection_of_sqlite_will_do(tmp_path: Path) -> None:
    def through_apsw(file: Path) -> Connection:
        return apsw.Connection(str(file))

    with closing(open_journal(tmp_path, NOON, through_apsw)) as journal:
        journal.append(PAYMENT, 0, begun())
    assert read(tmp_path) == {PAYMENT: [begun()]}


# --- numbers ---


def test_numbers_count_up_by_kiosk_and_day(tmp_path: Path) -> None:
    with closing(open_journal(tmp_path, NOON)) as journal:
        assert journal.next_document(1, DAY) == "001-20261125-001"
        issue(journal, "001-20261125-001")
        assert journal.next_document(1, DAY) == "001-20261125-002"
        assert journal.next_document(2, DAY) == "002-20261125-001"
        assert journal.next_document(1, date(2026, 11, 26)) == "001-20261126-001"


def test_numbers_go_on_after_a_restart_and_past_a_thousand(tmp_path: Path) -> None:
    with closing(open_journal(tmp_path, NOON)) as journal:
        issue(journal, "001-20261125-999")
        issue(journal, "001-20261125-1000")
    with closing(open_journal(tmp_path, NOON)) as journal:
        assert journal.next_document(1, DAY) == "001-20261125-1001"


def test_a_number_is_never_given_twice(tmp_path: Path) -> None:
    with closing(open_journal(tmp_path, NOON)) as journal:
        issue(journal, "001-20261125-001")
        with pytest.raises(JournalError):
            issue(journal, "001-20261125-001")


def issue(journal: Journal, number: str) -> None:
    payment = uuid4()
    journal.append(payment, 0, begun())
    journal.append(payment, 1, ReceiptIssued(number=number, token=""), number)


# --- writes that fail ---


class Failing:
    """A connection whose nth insert fails, as on a full disk."""

    def __init__(self, file: Path, nth: int) -> None:
        self._real = connect(file)
        self._left = nth

    def execute(self, statement: str, bindings: tuple[object, ...] = ()) -> sqlite3.Cursor:
        if statement.startswith("INSERT"):
            self._left -= 1
            if not self._left:
                raise sqlite3.OperationalError("database or disk is full")
        return self._real.execute(statement, bindings)

    def close(self) -> None:
        self._real.close()


@pytest.mark.parametrize("nth", [1, 2, 3])
def test_a_write_that_fails_is_told_and_leaves_a_journal_that_holds(tmp_path: Path, nth: int) -> None:
    with closing(open_journal(tmp_path, NOON, lambda file: Failing(file, nth))) as journal:
        for seq, event in enumerate(EVENTS[: nth - 1]):
            journal.append(PAYMENT, seq, event)
        with pytest.raises(JournalError, match="full"):
            journal.append(PAYMENT, nth - 1, EVENTS[nth - 1])
        journal.append(PAYMENT, nth - 1, EVENTS[nth - 1])
    assert read(tmp_path)[PAYMENT] == list(EVENTS[:nth])


def test_a_journal_that_can_not_be_opened_is_no_damage_and_stays_in_its_place(tmp_path: Path) -> None:
    written(tmp_path)

    def locked(file: Path) -> Connection:
        raise sqlite3.OperationalError("unable to open database file")

    with pytest.raises(DamagedJournalError) as caught:
        open_journal(tmp_path, NOON, locked)
    assert caught.value.aside is None
    assert read(tmp_path) == {PAYMENT: list(EVENTS)}


def test_the_note_of_how_far_it_had_come_can_not_be_written(tmp_path: Path) -> None:
    with closing(open_journal(tmp_path, NOON)) as journal:
        (tmp_path / HEAD_FILE).mkdir()
        with pytest.raises(JournalError):
            journal.append(PAYMENT, 0, begun())
