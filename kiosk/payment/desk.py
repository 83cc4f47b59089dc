"""Puts a kiosk's payments together: journal, devices, hall and runner, all in the thread in which `open` is called."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from hall.contract import AccountSummary, PaymentEnd, Quote, UtilityInfo
from kiosk.devices import Alarm, Devices, open_devices
from kiosk.hall import HallClient
from kiosk.identity import Identity
from kiosk.payment.journal import DamagedJournalError, open_journal
from kiosk.payment.outbox import letters
from kiosk.payment.postman import Postman
from kiosk.payment.runner import Runner
from kiosk.payment.view import CashState, DevicesView, PaymentView, PrinterState, Stage
from kiosk.payment.world import JournalEdge, World

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a kiosk's payments live, and whom they talk to."""

    identity: Identity
    hall_url: str
    devices_url: str
    state_dir: Path


class OpenDevices(Protocol):
    def __call__(self, url: str, clock: Callable[[], datetime], parent: QObject | None) -> Devices: ...


def utc_now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Edges:
    """How each thing outside is opened."""

    journal: Callable[[Path, datetime], JournalEdge] = open_journal
    devices: OpenDevices = open_devices
    hall: Callable[[str, Identity], HallClient] = HallClient
    clock: Callable[[], datetime] = utc_now


EDGES = Edges()


class Desk(QObject):
    viewChanged = Signal(object)  # noqa: N815 (Qt's way)
    """A `PaymentView`."""
    devicesChanged = Signal(object)  # noqa: N815
    """A `DevicesView`."""

    def __init__(self, place: Place, edges: Edges) -> None:
        super().__init__()
        self._place = place
        self._edges = edges
        self._utility: UtilityInfo | None = None
        self._seen = DevicesView()
        self._journal: JournalEdge | None = None
        self._devices: Devices | None = None
        self._postman: Postman | None = None
        self._runner: Runner | None = None

    @Slot()
    def open(self) -> None:
        """Come up; what an earlier life left is taken up at once. Without a journal there is no cash."""
        self._devices = self._edges.devices(self._place.devices_url, self._edges.clock, self)
        self._devices.cash.stateChanged.connect(self._on_cash_state)
        self._devices.printer.stateChanged.connect(self._on_printer_state)
        try:
            self._journal = self._edges.journal(self._place.state_dir, self._edges.clock())
        except DamagedJournalError as error:
            log.error("no cash: %s", error)  # noqa: TRY400 (it says all)
            self._see(DevicesView(CashState.JOURNAL_DAMAGED, self._seen.printer))
            return
        client = self._edges.hall(self._place.hall_url, self._place.identity)
        self._postman = Postman(
            client,
            outbox=lambda: letters(runner.payments),
            answered=lambda payment_id, event: runner.happened_to(payment_id, event),
            silent=lambda: runner.hall_is_silent(),
            alarm=log.error,
            parent=self,
        )
        runner = self._runner = Runner(self._world(self._journal, self._devices, self._postman))
        self._devices.cash.happened.connect(runner.happened)
        self._devices.cash.alarmed.connect(self._on_alarm)
        self._devices.printer.happened.connect(runner.slip_ended)
        runner.recover()

    @Slot()
    def close(self) -> None:
        """Hang up. Nothing under way is ended by it: the next life takes it up."""
        for part in (self._postman, self._devices, self._journal):
            if part is not None:
                part.close()

    # --- what the screen asks for ---

    @Slot(object)
    def set_utility(self, utility: UtilityInfo) -> None:
        """What notes the utility takes, and up to which sum."""
        self._utility = utility
        if self._devices is not None:
            self._devices.cash.configure(utility.notes_accepted_minor, utility.currency)

    @Slot(object, object, object, str)
    def begin(
        self, account: AccountSummary, quote: Quote, months: tuple[str, ...] | None, language: str
    ) -> None:
        if self._runner is None:
            self.viewChanged.emit(PaymentView(stage=Stage.UNAVAILABLE))
        else:
            self._runner.begin(account, quote, months, language)

    @Slot(object)
    def stop(self, why: PaymentEnd) -> None:
        if self._runner is not None:
            self._runner.stop(why)

    @Slot()
    def print_again(self) -> None:
        if self._runner is not None:
            self._runner.print_again()

    @Slot()
    def dismiss(self) -> None:
        if self._runner is None:
            self.viewChanged.emit(PaymentView())
        else:
            self._runner.dismiss()

    # --- what happens ---

    def _on_cash_state(self, state: CashState) -> None:
        if self._seen.cash is CashState.JOURNAL_DAMAGED:
            return
        self._see(DevicesView(state, self._seen.printer))
        if state is CashState.READY and self._runner is not None:
            self._runner.cash_is_ready()

    def _on_printer_state(self, state: PrinterState) -> None:
        self._see(DevicesView(self._seen.cash, state))

    def _on_alarm(self, _: Alarm) -> None:
        """Cash that belongs to no payment, perhaps: what the box holds tells."""
        if self._runner is not None:
            self._runner.cash_is_ready()

    def _on_journal_failed(self, why: str) -> None:
        """Money could not be witnessed: the devices are left, and the acceptor gives a held note back by itself."""
        log.error("no more cash: %s", why)
        self._see(DevicesView(CashState.JOURNAL_DAMAGED, self._seen.printer))
        if self._devices is not None:
            self._devices.close()

    def _see(self, view: DevicesView) -> None:
        if view != self._seen:
            self._seen = view
            self.devicesChanged.emit(view)

    def _world(self, journal: JournalEdge, devices: Devices, postman: Postman) -> World:
        return World(
            journal=journal,
            cash=devices.cash,
            printer=devices.printer,
            hall=postman,
            identity=self._place.identity,
            clock=self._edges.clock,
            later=lambda seconds, call: QTimer.singleShot(round(seconds * 1000), self, call),
            show=self.viewChanged.emit,
            journal_failed=self._on_journal_failed,
            utility=lambda: self._utility,
        )
