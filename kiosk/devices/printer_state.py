"""What the printer's status and failures say in the kiosk's words. Pure."""

from __future__ import annotations

from devices.contract import CompletionCode, DeviceState, PaperState, PrintError, Status
from kiosk.devices.dialogue import Reply
from kiosk.payment.view import PrinterState


def printer_state(status: Status) -> PrinterState:
    """The worst that is known decides."""
    device = status.common.device if status.common else None
    supply = status.printer.paper if status.printer else None
    match device, supply.upper if supply else None:
        case DeviceState.STARTING, _:
            return PrinterState.STARTING
        case DeviceState.OFFLINE | DeviceState.POWER_OFF | DeviceState.NO_DEVICE | None, _:
            return PrinterState.GONE
        case DeviceState.USER_ERROR, _:
            return PrinterState.COVER_OPEN
        case DeviceState.ONLINE | DeviceState.DEVICE_BUSY, PaperState.OUT:
            return PrinterState.PAPER_OUT
        case DeviceState.ONLINE | DeviceState.DEVICE_BUSY, PaperState.LOW:
            return PrinterState.PAPER_LOW
        case DeviceState.ONLINE | DeviceState.DEVICE_BUSY, PaperState.FULL | PaperState.UNKNOWN | None:
            return PrinterState.READY
        case _:
            return PrinterState.OUT_OF_ORDER


def failure_reason(reply: Reply) -> str:
    """Why there is no slip, as a message id: faults come as an error code or as a completion code alone."""
    match reply.code, reply.error_code:
        case _, PrintError.PAPER_OUT:
            return "paper-out"
        case _, PrintError.PAPER_JAMMED | PrintError.MEDIA_JAMMED:
            return "jammed"
        case CompletionCode.USER_ERROR, _:
            return "cover-open"
        case CompletionCode.DEVICE_NOT_READY, _:
            return "gone"
        case CompletionCode.HARDWARE_ERROR, _:
            return "out-of-order"
        case _:
            return "unknown"
