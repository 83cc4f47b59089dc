"""The till on disk: all of it or none, and never a damaged one."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from devices.cash_acceptor.memory import open_memory
from devices.cash_acceptor.till import Alarm, Line, Phase, Till, Transaction
from devices.contract import CashInState

TILL = Till(
    box={"type100CNY": 2, "type5CNY": 1},
    unrecognised=1,
    unclaimed={"type5CNY": 1},
    astray=("type1CNY",),
    serial="4880564",
    counter=17,
    accurate=False,
    box_out=True,
    transaction=Transaction(CashInState.ACTIVE, "type100CNY", Phase.STACKING, refused=2),
)


def test_what_was_saved_is_there_at_the_next_start(tmp_path: Path) -> None:
    memory, till = open_memory(tmp_path / "till.sqlite")
    assert till == Till()
    memory.save(TILL, [Line(Alarm.UNCLAIMED, "type5CNY")])
    again, loaded = open_memory(tmp_path / "till.sqlite")
    assert loaded == TILL
    assert [line[1:] for line in again.lines()] == [(Alarm.UNCLAIMED, "type5CNY")]


def test_a_save_waits_for_the_disk(tmp_path: Path) -> None:
    memory, _ = open_memory(tmp_path / "till.sqlite")
    database = memory._database
    assert database.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert database.execute("PRAGMA synchronous").fetchone() == (2,)


def test_till_and_lines_are_saved_together_or_not_at_all(tmp_path: Path) -> None:
    memory, _ = open_memory(tmp_path / "till.sqlite")
    memory.save(TILL, [])
    memory._database.execute("DROP TABLE line")
    with pytest.raises(sqlite3.OperationalError):
        memory.save(Till(), [Line(Alarm.FRAUD, "")])
    memory.close()
    assert open_memory(tmp_path / "till.sqlite")[1] == TILL


@pytest.mark.parametrize("harm", ["garbage", "overwritten", "nonsense"])
def test_a_damaged_file_is_put_aside_and_the_last_transaction_is_unknown(tmp_path: Path, harm: str) -> None:
    path = tmp_path / "till.sqlite"
    memory, _ = open_memory(path)
    for _ in range(200):
        memory.save(TILL, [Line(Alarm.UNCLAIMED, "x" * 200)])
    if harm == "nonsense":
        memory._database.execute("UPDATE till SET content = '[]'")
    memory.close()
    if harm == "garbage":
        path.write_bytes(b"no database at all" * 500)
    if harm == "overwritten":
        content = bytearray(path.read_bytes())
        content[4096:8192] = bytes(4096)
        path.write_bytes(content)
    _, till = open_memory(path)
    assert (till.box, till.accurate, till.transaction.status) == ({}, False, CashInState.UNKNOWN)
    assert [file.name for file in tmp_path.glob("till.sqlite.damaged-*")]
    assert open_memory(path)[1] == till


def test_a_file_that_can_not_be_opened_is_not_taken_for_damaged(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="unable to open"):
        open_memory(tmp_path / "no such folder" / "till.sqlite")
    path = tmp_path / "till.sqlite"
    memory, _ = open_memory(path)
    memory.save(TILL, [])
    memory.close()
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(OSError, match="locked"):
        open_memory(path)
    other.close()
    assert open_memory(path)[1] == TILL
