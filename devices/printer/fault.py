"""What keeps a printer from printing, judged from its answers alone."""

from __future__ import annotations

from collections.abc import Collection
from enum import Enum, auto

from devices.printer.status import PrinterStatus


class Fault(Enum):
    """Why a slip can't be printed, or was not."""

    GONE = auto()
    """The wire can't be opened, or broke."""
    NO_ANSWER = auto()
    UNCLEAR = auto()
    """It answers, but not what was asked."""
    PAPER_OUT = auto()
    COVER_OPEN = auto()
    OFFLINE = auto()
    HARDWARE = auto()
    """The cutter, or what only a technician can mend."""
    RECOVERING = auto()
    """Too hot, for instance: it goes on by itself."""
    NO_PROOF = auto()
    """The bytes went out, and nothing says that they became paper."""
    DROPPED = auto()
    """The one who asked for it does not want it any more."""


def fault_of(status: PrinterStatus, queries: Collection[int]) -> Fault | None:
    """Why this printer should not be sent a slip now; None only if it said itself that all is well.

    `queries` are those the model answers: any of them without an answer is a fault.
    """
    if status.silent:
        return Fault.NO_ANSWER
    stopped = fault_in_print(status)
    if stopped is not None:
        return stopped
    if status.waits_to_recover:
        return Fault.RECOVERING
    if status.error:
        return Fault.HARDWARE
    if status.offline:
        return Fault.OFFLINE
    unclear = any(n in status.unanswered for n in queries) or (4 in queries and status.paper_end is None)
    return Fault.UNCLEAR if unclear else None


def fault_in_print(status: PrinterStatus) -> Fault | None:
    """What has stopped a slip half way for good; being busy, offline or hot has not, and silence says nothing."""
    if status.cover_open:
        return Fault.COVER_OPEN
    if status.paper_end:
        return Fault.PAPER_OUT
    if status.cutter_error or status.unrecoverable:
        return Fault.HARDWARE
    return None
