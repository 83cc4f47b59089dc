"""F28: a journal that can't be trusted is set aside with its evidence, and no cash is taken."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from kiosk.payment.events import Event, HallAwaited
from kiosk.payment.journal import HEAD_FILE, JOURNAL_FILE, DamagedJournalError, open_journal
from tests.kiosk.payment.facts import NOON, PAYMENT, begun
from tests.kiosk.payment.test_journal import EVENTS, read, written

WAL_FILE = f"{JOURNAL_FILE}-wal"
CUTS = 64
"""How many places a file is cut at: every byte would take minutes."""


def refused(folder: Path) -> DamagedJournalError:
    with pytest.raises(DamagedJournalError) as caught:
        open_journal(folder, NOON)
    return caught.value


def crashed(folder: Path, *events: Event) -> None:
    """As a power cut leaves it: the last events in the -wal file, nothing closed."""
    live = folder / "live"
    journal = open_journal(live, NOON)
    for seq, event in enumerate(events or EVENTS):
        journal.append(PAYMENT, seq, event)
    for file in live.iterdir():
        shutil.copy(file, folder)
    journal.close()
    shutil.rmtree(live)


def tampered(folder: Path, statement: str) -> None:
    with closing(sqlite3.connect(folder / JOURNAL_FILE, isolation_level=None)) as database:
        for trigger in ("event_stays", "event_remains"):
            database.execute(f"DROP TRIGGER {trigger}")
        database.execute(statement)


def test_after_a_power_cut_all_is_there(tmp_path: Path) -> None:
    crashed(tmp_path)
    assert (tmp_path / WAL_FILE).stat().st_size > 0
    assert read(tmp_path) == {PAYMENT: list(EVENTS)}


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE event SET body = replace(body, '5000', '9000') WHERE seq = 1",
        "UPDATE event SET seq = 7 WHERE seq = 2",
        "UPDATE event SET version = 2 WHERE seq = 2",
        "DELETE FROM event WHERE seq = 1",
        "DELETE FROM event WHERE seq = 2",
        "DELETE FROM event",
    ],
)
def test_a_row_that_was_changed_or_taken_out_breaks_the_chain(tmp_path: Path, statement: str) -> None:
    written(tmp_path)
    tampered(tmp_path, statement)
    assert refused(tmp_path).aside is not None


def test_f28_a_page_overwritten_in_the_middle_is_found(tmp_path: Path) -> None:
    written(tmp_path, *EVENTS, *[HallAwaited()] * 100)
    file = tmp_path / JOURNAL_FILE
    with file.open("r+b") as stream:
        stream.seek(file.stat().st_size // 2 // 4096 * 4096)
        stream.write(os.urandom(4096))
    refused(tmp_path)


def test_f28_a_wal_that_was_cut_short_is_found(tmp_path: Path) -> None:
    crashed(tmp_path)
    os.truncate(tmp_path / WAL_FILE, (tmp_path / WAL_FILE).stat().st_size // 2)
    assert "missing at the end" in refused(tmp_path).reason


@pytest.mark.parametrize("name", [JOURNAL_FILE, WAL_FILE])
def test_f28_a_file_that_is_gone_is_found(tmp_path: Path, name: str) -> None:
    crashed(tmp_path)
    (tmp_path / name).unlink()
    refused(tmp_path)


def test_f28_the_evidence_is_kept_and_cash_stays_closed_until_somebody_has_looked(tmp_path: Path) -> None:
    written(tmp_path)
    tampered(tmp_path, "DELETE FROM event WHERE seq = 1")
    before = (tmp_path / JOURNAL_FILE).read_bytes()
    aside = refused(tmp_path).aside
    assert aside is not None
    assert (aside / JOURNAL_FILE).read_bytes() == before
    assert str(aside) in str(refused(tmp_path))
    shutil.rmtree(aside)
    assert read(tmp_path) == {}


@pytest.mark.parametrize("name", [JOURNAL_FILE, WAL_FILE])
def test_a_file_cut_anywhere_is_read_whole_or_refused_never_read_as_less(tmp_path: Path, name: str) -> None:
    crashed(tmp_path)
    whole = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    size = len(whole[name])
    for length in range(0, size, max(1, size // CUTS)):
        case = tmp_path / f"cut-{length}"
        case.mkdir()
        for file, content in whole.items():
            (case / file).write_bytes(content[:length] if file == name else content)
        try:
            assert read(case) == {PAYMENT: list(EVENTS)}
        except DamagedJournalError:
            continue


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"position": "x"}', os.urandom(128)])
def test_a_torn_note_of_how_far_it_had_come_is_no_damage(tmp_path: Path, content: bytes) -> None:
    written(tmp_path)
    (tmp_path / HEAD_FILE).write_bytes(content)
    assert read(tmp_path) == {PAYMENT: list(EVENTS)}


def test_a_note_that_lags_behind_is_no_damage(tmp_path: Path) -> None:
    """It is not synced: after a power cut it may be older than the journal, never newer."""
    written(tmp_path, EVENTS[0])
    before = (tmp_path / HEAD_FILE).read_bytes()
    with closing(open_journal(tmp_path, NOON)) as journal:
        journal.append(PAYMENT, 1, EVENTS[1])
    (tmp_path / HEAD_FILE).write_bytes(before)
    assert len(read(tmp_path)[PAYMENT]) == 2


@pytest.mark.parametrize("broken", [lambda text: "", lambda text: text[:-1], lambda text: "null"])
def test_an_event_that_can_not_be_read_is_damage_even_where_the_chain_holds(
    tmp_path: Path, broken: Callable[[str], str]
) -> None:
    class Odd:
        def model_dump_json(self) -> str:
            return broken(begun().model_dump_json())

    with closing(open_journal(tmp_path, NOON)) as journal:
        journal.append(PAYMENT, 0, Odd())  # type: ignore[arg-type]
    refused(tmp_path)


def test_a_payment_without_its_beginning_is_damage(tmp_path: Path) -> None:
    written(tmp_path, EVENTS[1])
    refused(tmp_path)
