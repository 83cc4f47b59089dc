"""The whole payment desk drives the real acceptor and printer: from the first note to the slip."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

import pytest
import shiboken6
from pytestqt.qtbot import QtBot

from hall.contract import FiledClaim, PaymentEnd, PostedPayment
from kiosk.hall import HallClient, HallSilentError
from kiosk.identity import Identity
from kiosk.payment.desk import Desk, Edges, Place
from kiosk.payment.view import CashState, DevicesView, PaymentView, Refusal, Slip, Stage
from tests.kiosk.devices.site import Wires, wires
from tests.kiosk.payment.bench import IDENTITY, UTILITY
from tests.kiosk.payment.facts import ACCOUNT, quote_line, quote_of


class SilentHall:
    """It never answers: what is taken waits in the outbox."""

    def record_payment(self, _: bytes) -> PostedPayment:
        raise HallSilentError("no line")

    def file_claim(self, _: bytes) -> FiledClaim:
        raise HallSilentError("no line")

    def close(self) -> None: ...


def silent_hall(_url: str, _identity: Identity) -> HallClient:
    return cast(HallClient, SilentHall())


@dataclass(slots=True, weakref_slot=True, eq=False)  # Qt holds the receivers of its signals weakly
class Kiosk:
    wires: Wires
    desk: Desk
    view: PaymentView = field(default_factory=PaymentView)
    devices: DevicesView = field(default_factory=DevicesView)

    def open(self) -> None:
        self.desk.viewChanged.connect(self.show)
        self.desk.devicesChanged.connect(self.show_devices)
        self.desk.open()
        self.desk.set_utility(UTILITY)
        self.cash_is(CashState.READY)

    def show(self, view: PaymentView) -> None:
        self.view = view

    def show_devices(self, view: DevicesView) -> None:
        self.devices = view

    def pay(self, minor: int) -> None:
        self.desk.begin(ACCOUNT, quote_of(quote_line(minor)), None, "zh_CN")

    def until(self, is_so: Callable[[], bool]) -> None:
        self.wires.until(is_so)

    def cash_is(self, state: CashState) -> None:
        self.until(lambda: self.devices.cash is state)

    def is_lit(self) -> bool:
        """Whether the acceptor's slot shows that it takes notes."""
        return bool(self.wires.acceptor()["enabled"])

    def insert(self, value: int, kind: str = "genuine") -> None:
        self.until(self.is_lit)
        self.wires.control.insert(value, kind)

    def done(self) -> PaymentView:
        self.until(lambda: self.view.stage is Stage.DONE)
        return self.view


@pytest.fixture
def kiosk(tmp_path: Path, qtbot: QtBot) -> Iterator[Kiosk]:
    (tmp_path / "kiosk").mkdir()
    with wires(tmp_path, qtbot) as wired:
        built = Kiosk(
            wired, Desk(Place(IDENTITY, "", wired.url, tmp_path / "kiosk"), Edges(hall=silent_hall))
        )
        try:
            built.open()
            yield built
        finally:
            built.desk.close()
            shiboken6.delete(built.desk)  # here, not in the thread that the collector runs in


def test_a_bill_is_paid_with_two_notes_a_forged_one_comes_back_and_the_slip_is_printed(kiosk: Kiosk) -> None:
    kiosk.pay(15_000)
    kiosk.insert(50)
    kiosk.until(lambda: kiosk.view.paid_minor == 5_000)
    kiosk.insert(100, "forged")
    kiosk.until(lambda: kiosk.view.refusal is Refusal.NOT_READ)
    kiosk.wires.control.ask("take-note")
    kiosk.insert(100)
    assert kiosk.done().paid_minor == 15_000
    kiosk.until(lambda: kiosk.view.slip is Slip.PRINTED)
    assert kiosk.wires.acceptor()["box"] == {"50": 1, "100": 1}
    kiosk.until(lambda: not kiosk.is_lit())


def test_stopping_half_way_closes_the_slot_and_keeps_what_was_stacked(kiosk: Kiosk) -> None:
    kiosk.pay(15_000)
    kiosk.insert(10)
    kiosk.until(lambda: kiosk.view.paid_minor == 1_000)
    kiosk.desk.stop(PaymentEnd.STOPPED)
    assert kiosk.done().paid_minor == 1_000
    kiosk.until(lambda: not kiosk.is_lit())


def test_a_jammed_note_becomes_a_claim(kiosk: Kiosk) -> None:
    kiosk.pay(10_000)
    kiosk.insert(100, "jams")
    kiosk.until(lambda: kiosk.view.claim is not None)
    assert kiosk.view.jammed


def test_a_cable_pulled_with_the_slot_open_does_not_end_the_payment(kiosk: Kiosk) -> None:
    kiosk.pay(10_000)
    kiosk.until(kiosk.is_lit)
    kiosk.wires.control.ask("pull", device="acceptor")
    kiosk.cash_is(CashState.GONE)
    kiosk.wires.control.ask("plug", device="acceptor")
    kiosk.cash_is(CashState.READY)
    kiosk.insert(100)
    assert kiosk.done().paid_minor == 10_000
