"""Faults that are put into the payment's code on purpose: the check that exists for each must see it."""

from __future__ import annotations

import inspect
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import ModuleType
from uuid import UUID

import pytest

from hall.contract import RecordPayment
from kiosk.payment import journal, machine, outbox, runner
from kiosk.payment.events import Event, Posted
from kiosk.payment.outbox import letters
from tests.crash.books import Books, claimed, tray_of
from tests.crash.lost_power import power_cuts
from tests.crash.order import unjustified
from tests.crash.visits import END, IN
from tests.kiosk.payment import bench
from tests.kiosk.payment.bench import Acceptor, Bench, posted

HUNDRED = 10_000


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


@dataclass(slots=True)
class PointedAcceptor(Acceptor):
    """Tells its commands as the real kiosk's points are told."""

    passed: list[str] = field(default_factory=list)

    def await_note(self) -> None:
        self.passed.append(f"before {IN}")
        Acceptor.await_note(self)

    def stack_note(self) -> None:
        self.passed.append(f"before {END}")
        Acceptor.stack_note(self)


@dataclass(slots=True)
class PointedJournal:
    journal: journal.Journal
    passed: list[str]

    def append(self, payment: UUID, seq: int, event: Event, document: str | None = None) -> None:
        self.journal.append(payment, seq, event, document)
        self.passed.append(f"after append {event.kind}")

    def payments(self) -> Iterable[tuple[UUID, list[Event]]]:
        return self.journal.payments()

    def next_document(self, kiosk: int, day: date) -> str:
        return self.journal.next_document(kiosk, day)


@dataclass(slots=True)
class Hall:
    """Books by the id in the letter; its first answer gets lost."""

    booked: dict[UUID, RecordPayment] = field(default_factory=dict)

    def hear(self, kiosk: Bench) -> None:
        for is_lost in (True, False):
            for letter in list(letters(kiosk.runner.payments)):
                body = letter.body
                payment = RecordPayment.model_validate_json(body)
                self.booked.setdefault(payment.payment_id, payment)
                if is_lost:
                    kiosk.runner.hall_is_silent()
                else:
                    kiosk.runner.happened_to(letter.payment_id, Posted(answer=posted(body)))

    @property
    def notes(self) -> Counter[int]:
        tenders = [tender for payment in self.booked.values() for tender in payment.tenders]
        return Counter(note.value_minor for tender in tenders for note in tender.notes)


@dataclass(slots=True)
class Payment:
    """One note of a hundred, put in and posted, on the bench."""

    folder: Path
    hall: Hall = field(default_factory=Hall)
    acceptor: PointedAcceptor = field(default_factory=PointedAcceptor)

    def run(self) -> Books:
        kiosk = Bench(self.folder, acceptor=self.acceptor, hall=bench.Hall(down=True))
        kiosk.journal.close()
        kiosk.start(lambda opened: PointedJournal(opened, self.acceptor.passed))
        kiosk.begin(HUNDRED)
        self.acceptor.insert(HUNDRED)
        self.hall.hear(kiosk)
        kiosk.journal.close()
        trays = [tray for state in kiosk.runner.payments.values() if (tray := tray_of(state))]
        credited = Counter(note.value_minor for tray in trays for note in tray.notes)
        return Books(
            box=self.acceptor.box,
            host=self.acceptor.box,
            credited=credited,
            claimed=claimed(trays, self.acceptor.box - credited),
            posted=self.hall.notes,
            ledger_minor=sum(self.hall.notes.elements()),
            claims=frozenset(),
            filed=frozenset(),
        )


def test_code_without_a_fault_passes_every_check(tmp_path: Path) -> None:
    payment = Payment(tmp_path)
    assert payment.run().faults() == []
    assert unjustified(payment.acceptor.passed) == []
    assert f"before {END}" in payment.acceptor.passed


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
            "            self._perform(payment_id, command)\n\n",
            "            self._perform(payment_id, command)\n        self._write(payment_id, event)\n\n",
        ),
    )
    monkeypatch.setattr(bench, "Runner", mutant.Runner)
    payment = Payment(tmp_path)
    payment.run()
    assert unjustified(payment.acceptor.passed) == [IN, END]


def test_a_stacked_note_that_is_forgotten_is_seen_in_the_books(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    mutant = mutant_of(
        monkeypatch,
        machine,
        ("replace(tray, notes=(*tray.notes, note), refusal=None)", "replace(tray, refusal=None)"),
    )
    monkeypatch.setattr(runner, "step", mutant.step)
    assert Payment(tmp_path).run().faults() == [
        "the box holds {10000: 1}, credited are {}, claimed {}",
    ]


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
    monkeypatch.setattr("tests.crash.test_mutants.letters", mutant.letters)
    assert Payment(tmp_path).run().faults() == [
        "credited are {10000: 1}, posted {10000: 2}",
        "the ledger has 20000, credited are {10000: 1}",
    ]
