"""Faults that are put into the payment's code on purpose: the check that exists for each must see it."""

from __future__ import annotations

import inspect
import sys
from pathlib import Path
from types import ModuleType

import pytest

from kiosk.payment import journal, machine, outbox, runner
from tests.crash.lost_power import power_cuts
from tests.crash.one_note import pay
from tests.crash.order import unjustified
from tests.crash.visits import END, IN


def mutant_of(monkeypatch: pytest.MonkeyPatch, module: ModuleType, *changes: tuple[str, str]) -> ModuleType:
    """The module with pieces of its source replaced, each of which must be there once."""
    source = inspect.getsource(module)
    for right, wrong in changes:
        assert source.count(right) == 1, f"{module.__name__} reads otherwise now: renew this mutant"
        source = source.replace(right, wrong)
    mutant = ModuleType(f"{module.__name__}_mutant")
    monkeypatch.setitem(sys.modules, mutant.__name__, mutant)
    exec(compile(source, mutant.__name__, "exec"), mutant.__dict__)
    return mutant


def test_code_without_a_fault_passes_every_check(tmp_path: Path) -> None:
    books, points = pay(tmp_path, runner, outbox)
    assert books.faults() == []
    assert unjustified(points) == []
    assert {f"before {IN}", f"before {END}", "after append posted"} <= set(points)


@pytest.mark.parametrize("level", ["NORMAL", "OFF"])
def test_a_journal_that_syncs_less_is_seen_when_the_power_is_cut(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, level: str
) -> None:
    mutant = mutant_of(monkeypatch, journal, ('"synchronous = FULL"', f'"synchronous = {level}"'))
    monkeypatch.setattr("tests.crash.lost_power.open_journal", mutant.open_journal)
    monkeypatch.setattr("tests.crash.lost_power.DamagedJournalError", mutant.DamagedJournalError)
    assert power_cuts(tmp_path).faults


def test_a_command_before_its_reason_is_on_disk_is_seen_in_the_order_of_points(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    mutant = mutant_of(
        monkeypatch,
        runner,
        ("        if not self._write(payment_id, event):\n            return\n", ""),
        (
            "            self._perform(payment_id, command)\n        self._bound_settling",
            "            self._perform(payment_id, command)\n        self._write(payment_id, event)\n        self._bound_settling",
        ),
    )
    _, points = pay(tmp_path, mutant, outbox)
    assert unjustified(points) == [IN, END]


def test_a_stacked_note_that_is_forgotten_is_seen_in_the_books(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    mutant = mutant_of(
        monkeypatch,
        machine,
        ("replace(tray, notes=(*tray.notes, note), refusal=None)", "replace(tray, refusal=None)"),
    )
    monkeypatch.setattr(runner, "step", mutant.step)
    books, _ = pay(tmp_path, runner, outbox)
    assert books.faults() == ["the box holds {10000: 1}, credited are {}, claimed {}"]


def test_a_payment_that_is_posted_again_under_another_id_is_seen_in_the_books(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    mutant = mutant_of(
        monkeypatch,
        outbox,
        ("from uuid import UUID", "from uuid import UUID, uuid4"),
        (
            "payment_id=begun.payment_id,\n            receipt_number",
            "payment_id=uuid4(),\n            receipt_number",
        ),
    )
    books, _ = pay(tmp_path, runner, mutant)
    assert books.faults() == [
        "credited are {10000: 1}, posted {10000: 2}",
        "the ledger has 20000, credited are {10000: 1}",
    ]
