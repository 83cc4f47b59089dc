"""The doctor on its own: what it says of folders, journals and devices, and that it changes nothing."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kiosk.doctor import Finding, Level, _clock, _devices, _fonts, _journal, report
from kiosk.payment.journal import JOURNAL_FILE, open_journal
from kiosk.payment.view import CashState, DevicesView, PrinterState

NOW = datetime(2026, 11, 25, tzinfo=UTC)


@pytest.mark.parametrize("cash", CashState)
@pytest.mark.parametrize("printer", PrinterState)
def test_every_state_of_a_device_is_well_or_says_what_to_do(cash: CashState, printer: PrinterState) -> None:
    for finding in _devices(DevicesView(cash, printer), "ws://host"):
        assert finding.level is Level.OK or finding.to_do


def test_a_machine_without_payments_has_a_good_journal(tmp_path: Path) -> None:
    assert _journal(tmp_path).level is Level.OK
    assert list(tmp_path.iterdir()) == []


def test_a_journal_is_checked_on_a_copy(tmp_path: Path) -> None:
    journal = open_journal(tmp_path, NOW)
    before = {file.name: file.stat().st_size for file in tmp_path.iterdir()}
    assert _journal(tmp_path).level is Level.OK
    assert {file.name: file.stat().st_size for file in tmp_path.iterdir()} == before
    journal.close()


def test_a_journal_that_is_none_is_a_fault_and_stays_where_it_is(tmp_path: Path) -> None:
    (tmp_path / JOURNAL_FILE).write_bytes(b"no database at all" * 100)
    finding = _journal(tmp_path)
    assert finding.level is Level.FAULT
    assert finding.to_do
    assert [file.name for file in tmp_path.iterdir()] == [JOURNAL_FILE]


def test_a_journal_that_was_set_aside_closes_cash_until_somebody_has_looked(tmp_path: Path) -> None:
    (tmp_path / "damaged-20261125T000000").mkdir()
    assert _journal(tmp_path).level is Level.FAULT


def test_missing_typefaces_are_named(tmp_path: Path) -> None:
    assert "Barlow" in _fonts(tmp_path).says


@pytest.mark.parametrize(
    ("off", "level"),
    [(timedelta(), Level.OK), (timedelta(minutes=2), Level.HINT), (timedelta(minutes=10), Level.FAULT)],
)
def test_a_clock_that_is_off_is_told_before_signatures_fail(off: timedelta, level: Level) -> None:
    assert _clock(datetime.now(UTC) + off).level is level


def test_hints_alone_are_no_fault(capsys: pytest.CaptureFixture[str]) -> None:
    hint = Finding("printer", Level.HINT, "paper is low", "bring a roll")
    assert report([hint], as_json=False) == 0
    assert capsys.readouterr().out.splitlines() == ["hint   printer: paper is low", "       → bring a roll"]
    assert report([hint, Finding("hall", Level.FAULT, "silent")], as_json=False) == 1
