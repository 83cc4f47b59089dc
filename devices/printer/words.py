"""The printer's states and failures in the words of XFS4IoT (Common.Status, Printer.Status, completions)."""

from __future__ import annotations

from devices.contract import CompletionCode, DeviceState, PaperState, PrintError
from devices.printer.fault import Fault
from devices.printer.status import PrinterStatus


def paper_state(status: PrinterStatus) -> PaperState:
    """`printer.paper.upper`: unknown unless the printer said it."""
    if status.paper_end:
        return PaperState.OUT
    if status.paper_end is None or status.paper_near_end is None:
        return PaperState.UNKNOWN
    return PaperState.LOW if status.paper_near_end else PaperState.FULL


def device_state(fault: Fault | None) -> DeviceState:
    """`common.device`. An open cover is `userError`: a person has to close it. Want of paper is told by the paper."""
    match fault:
        case None | Fault.PAPER_OUT | Fault.DROPPED:
            return DeviceState.ONLINE
        case Fault.COVER_OPEN:
            return DeviceState.USER_ERROR
        case Fault.GONE | Fault.NO_ANSWER:
            return DeviceState.POWER_OFF  # a wire alone can't tell a printer that is off from none
        case Fault.OFFLINE:
            return DeviceState.OFFLINE
        case Fault.RECOVERING:
            return DeviceState.DEVICE_BUSY
        case Fault.HARDWARE | Fault.UNCLEAR | Fault.NO_PROOF:
            return DeviceState.HARDWARE_ERROR


def completion_code(fault: Fault) -> tuple[CompletionCode, PrintError | None]:
    """How a PrintForm ends that this kept from paper, with its error code if it has one."""
    match fault:
        case Fault.PAPER_OUT:
            return CompletionCode.COMMAND_ERROR_CODE, PrintError.PAPER_OUT
        case Fault.COVER_OPEN:
            return CompletionCode.USER_ERROR, None
        case Fault.HARDWARE | Fault.NO_PROOF:
            return CompletionCode.HARDWARE_ERROR, None
        case Fault.GONE | Fault.NO_ANSWER | Fault.UNCLEAR | Fault.OFFLINE | Fault.RECOVERING:
            return CompletionCode.DEVICE_NOT_READY, None
        case Fault.DROPPED:
            return CompletionCode.CANCELED, None


def description(fault: Fault) -> str:
    """What a technician should read."""
    return {
        Fault.GONE: "the wire to the printer is gone",
        Fault.NO_ANSWER: "the printer does not answer",
        Fault.UNCLEAR: "the printer's status can't be read",
        Fault.PAPER_OUT: "no paper",
        Fault.COVER_OPEN: "the cover is open",
        Fault.OFFLINE: "the printer is offline",
        Fault.HARDWARE: "the printer reports an error of its cutter or mechanism",
        Fault.RECOVERING: "the printer recovers from an error by itself",
        Fault.NO_PROOF: "the printer does not say that it has printed",
        Fault.DROPPED: "the slip was dropped",
    }[fault]
