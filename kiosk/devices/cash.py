"""The acceptor as a payment drives it: one thing at a time, each answered by one event."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from devices.contract import Status, StorageUnit
from kiosk.devices import till as scripts
from kiosk.devices.alarm import Alarm, alarm_of
from kiosk.devices.cash_state import cash_state
from kiosk.devices.dialogue import MisreadError, Told
from kiosk.devices.notes import Wanted
from kiosk.devices.performer import Performer
from kiosk.devices.script import CommandFailedError, LinkLostError, Script
from kiosk.devices.service import ServiceLink
from kiosk.devices.till import CASH_IN, Till
from kiosk.devices.watch import Watch
from kiosk.payment.events import CountsTold, Event
from kiosk.payment.view import CashState

log = logging.getLogger(__name__)

ASK_AGAIN_S = 0.5


class Cash(QObject):
    """Nothing but `ask_counts` waits for a device that is away: all else then fails as gone."""

    happened = Signal(object)
    """One `Event` for each call."""
    stateChanged = Signal(object)  # noqa: N815 (Qt's way)
    alarmed = Signal(object)
    """An `Alarm`, whether or not a payment is under way."""

    def __init__(
        self, service: ServiceLink, clock: Callable[[], datetime], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._service = service
        self._performer = Performer(service)
        self._till = Till(clock, self.alarmed.emit)
        self._state = CashState.STARTING
        self._watch = Watch(service, scripts.look, self._seen)
        self._is_answering = False
        self._next: Script[Event] | None = None
        self._is_asking = False
        self._ask_again = QTimer(self, singleShot=True)
        self._ask_again.timeout.connect(self._go_on)
        service.found.connect(self._on_found)
        service.lost.connect(self._on_lost)
        service.told.connect(self._on_told)

    @property
    def state(self) -> CashState:
        return self._state

    def configure(self, notes_accepted_minor: Collection[int], currency: str) -> None:
        """What the utility takes; the device is told as soon as it is met outside a transaction, each time."""
        wanted = Wanted(frozenset(notes_accepted_minor), currency)
        if wanted != self._till.wanted:
            self._till.wanted, self._till.is_configured = wanted, False
            self._prepare()

    # --- what a payment asks for ---

    def count_box(self) -> None:
        """CountsTaken or DeviceFailed."""
        self._answer(scripts.count_box(self._till))

    def await_note(self) -> None:
        """NoteHeld, NoteRefused or DeviceFailed, as long as the customer takes."""
        self._till.to_close = False
        self._answer(scripts.await_note(self._till))

    def stack_note(self) -> None:
        """NoteStacked, NoteReturned, or DeviceFailed: nobody knows which."""
        self._answer(scripts.stack_note(self._till))

    def return_note(self) -> None:
        """NoteReturned, NoteStacked, or DeviceFailed: nobody knows which."""
        self._answer(scripts.return_note(self._till))

    def close_slot(self) -> None:
        """SlotClosed, DeviceFailed, or NoteHeld: a note came first. It takes the place of `await_note`'s answer."""
        self._till.to_close = True
        if not self._is_answering:
            self._answer(scripts.close_slot(self._till))
            return
        pending = self._performer.pending()
        if pending is not None and pending.name == CASH_IN:
            self._performer.cancel()

    def ask_counts(self) -> None:
        """CountsTold, as soon as the device can be reached; the next call of another kind ends the wait."""
        self._is_asking = True
        self._go_on()

    # --- one thing at a time ---

    def _answer(self, script: Script[Event]) -> None:
        assert not self._is_answering, "a payment asks for one thing at a time"
        self._is_answering, self._is_asking = True, False
        self._next = scripts.answered(script)
        self._go_on()

    def _go_on(self) -> None:
        if self._performer.is_busy:
            return
        if self._next is not None:
            script, self._next = self._next, None
            self._performer.perform(script, self._answered)
        elif self._is_asking and self._service.is_up and not self._ask_again.isActive():
            self._performer.perform(scripts.ask_counts(self._till), self._counted)

    def _answered(self, event: Event) -> None:
        self._is_answering = False
        log.info("cash: %s", event.kind)
        self.happened.emit(event)
        self._go_on()

    def _counted(self, told: CountsTold | None) -> None:
        if self._is_asking and told is not None:
            self._is_asking = False
            self.happened.emit(told)
        elif self._is_asking:
            self._ask_again.start(round(ASK_AGAIN_S * 1000))
        self._go_on()

    def _prepare(self) -> None:
        """While nothing else goes on; `count_box` makes up for it otherwise."""
        if self._service.is_up and not self._performer.is_busy and not self._till.in_transaction:
            self._performer.perform(_prepared(self._till), lambda _: self._go_on())

    # --- what the service tells ---

    @Slot()
    def _on_found(self) -> None:
        self._till.met()
        self._watch.look_again()
        self._go_on()
        self._prepare()

    @Slot()
    def _on_lost(self) -> None:
        self._become(CashState.GONE)

    @Slot(object)
    def _on_told(self, told: Told) -> None:
        alarm = alarm_of(told, self._till.table)
        if alarm is not None:
            self._sound(alarm)
        self._watch.told(told)

    def _sound(self, alarm: Alarm) -> None:
        log.warning("cash: %s", alarm)
        self.alarmed.emit(alarm)

    def _seen(self, seen: tuple[Status, Collection[StorageUnit]]) -> None:
        self._become(cash_state(*seen))
        if self._state is CashState.READY and not self._till.is_configured:
            self._prepare()

    def _become(self, state: CashState) -> None:
        if state is not self._state:
            log.info("cash: %s", state)
            self._state = state
            self.stateChanged.emit(state)


def _prepared(till: Till) -> Script[None]:
    """A device in a transaction, or not ready yet, is told later."""
    try:
        yield from scripts.look_up(till)
        yield from scripts.configure(till)
    except (CommandFailedError, LinkLostError, MisreadError) as error:
        log.info("cash: the note types are set later: %s", error)
