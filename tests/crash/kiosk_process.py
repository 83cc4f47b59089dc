"""A kiosk without a screen: the real desk, with a crash point before and after each append and each command."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterable
from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier
from PySide6.QtWebSockets import QWebSocket

from hall.contract import AccountSummary, FiledClaim, PaymentEnd, PostedPayment, Quote, UtilityInfo
from kiosk.devices.cash import Cash
from kiosk.devices.dialogue import Reply
from kiosk.devices.opening import Devices
from kiosk.devices.printer import Printer
from kiosk.devices.script import Ask
from kiosk.devices.service import ServiceLink
from kiosk.hall import HallClient
from kiosk.identity import Identity, load_identity
from kiosk.payment import postman
from kiosk.payment.desk import Desk, Edges, Place
from kiosk.payment.events import Event
from kiosk.payment.journal import Journal, open_journal
from kiosk.payment.outbox import repeat_after_s
from kiosk.payment.view import PaymentView
from tests.crash.announcer import Announcer
from tests.crash.visits import DEVICE_COMMANDS

HURRY = 8
"""How much sooner the hall is tried again than in the field."""


class AnnouncedJournal:
    def __init__(self, journal: Journal, announcer: Announcer) -> None:
        self._journal = journal
        self._announcer = announcer

    def append(self, payment: UUID, seq: int, event: Event, document: str | None = None) -> None:
        self._announcer.reached(f"before append {event.kind}")
        self._journal.append(payment, seq, event, document)
        self._announcer.reached(f"after append {event.kind}")

    def payments(self) -> Iterable[tuple[UUID, list[Event]]]:
        return self._journal.payments()

    def next_document(self, kiosk: int, day: date) -> str:
        return self._journal.next_document(kiosk, day)

    def close(self) -> None:
        self._journal.close()


class AnnouncedLink(ServiceLink):
    announcer: Announcer

    def ask(self, command: Ask, then: Callable[[Reply | None], None]) -> int:
        if command.name not in DEVICE_COMMANDS:
            return super().ask(command, then)
        self.announcer.reached(f"before {command.name}")
        number = super().ask(command, then)
        for wire in self.findChildren(QWebSocket):
            wire.flush()  # so that it has left, whatever becomes of this process
        self.announcer.reached(f"after {command.name}")
        return number


class AnnouncedHall(HallClient):
    announcer: Announcer

    def record_payment(self, body: bytes) -> PostedPayment:
        self.announcer.reached("before POST payments")
        posted = super().record_payment(body)
        self.announcer.reached("after POST payments")
        return posted

    def file_claim(self, body: bytes) -> FiledClaim:
        self.announcer.reached("before POST claims")
        filed = super().file_claim(body)
        self.announcer.reached("after POST claims")
        return filed


def edges(announcer: Announcer) -> Edges:
    def journal(folder: Path, now: datetime) -> Any:
        return AnnouncedJournal(open_journal(folder, now), announcer)

    def devices(url: str, clock: Callable[[], datetime], parent: QObject | None) -> Devices:
        cash, printer = AnnouncedLink(url, "CashAcceptor", parent), AnnouncedLink(url, "Printer", parent)
        opened = Devices(Cash(cash, clock, parent), Printer(printer, parent), (cash, printer))
        for link in (cash, printer):
            link.announcer = announcer
            link.start()
        return opened

    def hall(url: str, identity: Identity) -> HallClient:
        client = AnnouncedHall(url, identity)
        client.announcer = announcer
        return client

    return Edges(journal=journal, devices=devices, hall=hall)


def obey(desk: Desk, order: dict[str, Any]) -> None:
    match order["do"]:
        case "begin":
            account = AccountSummary.model_validate(order["account"])
            desk.begin(account, Quote.model_validate(order["quote"]), None, "zh_CN")
        case "stop":
            desk.stop(PaymentEnd.STOPPED)
        case "dismiss":
            desk.dismiss()
        case "print-again":
            desk.print_again()


def shown(view: PaymentView) -> dict[str, Any]:
    return {"stage": view.stage, "paid_minor": view.paid_minor, "slip": view.slip, "jammed": view.jammed}


def main() -> int:
    parser = argparse.ArgumentParser()
    for name in ("--state", "--hall", "--devices", "--utility", "--announce"):
        parser.add_argument(name, required=True)
    given = parser.parse_args()
    application = QCoreApplication([])
    vars(postman).update(repeat_after_s=lambda tries: repeat_after_s(tries) / HURRY)
    announcer = Announcer("kiosk", given.announce)
    state = Path(given.state)
    desk = Desk(Place(load_identity(state), given.hall, given.devices, state), edges(announcer))
    desk.viewChanged.connect(lambda view: announcer.say(view=shown(view)))
    desk.devicesChanged.connect(lambda view: announcer.say(devices=asdict(view)))
    orders = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)

    def on_orders() -> None:
        lines = os.read(sys.stdin.fileno(), 1 << 16)
        if not lines:
            application.quit()
        for line in lines.splitlines():
            obey(desk, json.loads(line))

    orders.activated.connect(on_orders)
    desk.open()
    desk.set_utility(UtilityInfo.model_validate_json(Path(given.utility).read_bytes()))
    announcer.say(open=True)
    code = application.exec()
    desk.close()
    return code


if __name__ == "__main__":
    sys.exit(main())
