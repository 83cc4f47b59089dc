"""The slip printer as a payment drives it: each slip is answered by one event."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from devices.contract import MediaControl, MediaMove, PrintForm, Status
from kiosk.devices.dialogue import Told
from kiosk.devices.performer import Performer
from kiosk.devices.printer_state import failure_reason, printer_state
from kiosk.devices.script import Ask, CommandFailedError, LinkLostError, Script
from kiosk.devices.service import ServiceLink
from kiosk.devices.watch import Watch
from kiosk.payment.events import SlipFailed, SlipPrinted
from kiosk.payment.view import PrinterState

log = logging.getLogger(__name__)

FORM, MEDIA = "Slip", "Roll"
PRINT_S = 30.0
MEET_S = 10.0
"""So long a slip waits for a printer that is still being looked for."""

SlipEvent: TypeAlias = SlipPrinted | SlipFailed


class Printer(QObject):
    happened = Signal(object)
    """SlipPrinted or SlipFailed, one for each slip, in order."""
    stateChanged = Signal(object)  # noqa: N815 (Qt's way)

    def __init__(self, service: ServiceLink, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._service = service
        self._performer = Performer(service)
        self._state = PrinterState.STARTING
        self._watch = Watch(service, look, self._seen)
        self._slips: deque[PrintForm] = deque()
        self._patience = QTimer(self, singleShot=True)
        self._patience.timeout.connect(self._go_on)
        service.found.connect(self._on_found)
        service.lost.connect(self._on_lost)
        service.told.connect(self._on_told)

    @property
    def state(self) -> PrinterState:
        return self._state

    def print_slip(self, fields: Mapping[str, Sequence[str]]) -> None:
        """Printed only when the printer itself has said so; whatever failed is never printed later."""
        if not self._slips and not self._performer.is_busy:
            self._patience.start(round(MEET_S * 1000))
        self._slips.append(slip_form(fields))
        self._go_on()

    def _go_on(self) -> None:
        if not self._slips or self._performer.is_busy:
            return
        is_met = self._service.is_up and self._state is not PrinterState.STARTING
        if not is_met and self._patience.isActive():
            return
        slip = self._slips.popleft()
        if self._service.is_up:
            self._performer.perform(printed(slip), self._answered)
        else:
            self._answered(SlipFailed(reason="gone"))

    def _answered(self, event: SlipEvent) -> None:
        log.info("printer: %s", event)
        self.happened.emit(event)
        self._go_on()

    @Slot()
    def _on_found(self) -> None:
        self._watch.look_again()

    @Slot()
    def _on_lost(self) -> None:
        self._become(PrinterState.GONE)

    @Slot(object)
    def _on_told(self, told: Told) -> None:
        self._watch.told(told)

    def _seen(self, state: PrinterState) -> None:
        self._become(state)
        self._go_on()

    def _become(self, state: PrinterState) -> None:
        if state is not self._state:
            log.info("printer: %s", state)
            self._state = state
            self.stateChanged.emit(state)


def look() -> Script[PrinterState]:
    return printer_state((yield Ask("Common.Status")).read(Status))


def slip_form(fields: Mapping[str, Sequence[str]]) -> PrintForm:
    return PrintForm(
        form_name=FORM,
        media_name=MEDIA,
        media_control=MediaControl(move=MediaMove.EJECT, cut=True),
        fields={name: tuple(texts) for name, texts in fields.items() if texts},
    )


def printed(form: PrintForm) -> Script[SlipEvent]:
    try:
        yield Ask("Printer.PrintForm", form, timeout_s=PRINT_S)
    except LinkLostError:
        return SlipFailed(reason="unknown")  # it may be paper: nobody was told
    except CommandFailedError as error:
        return SlipFailed(reason=failure_reason(error.reply))
    return SlipPrinted()
