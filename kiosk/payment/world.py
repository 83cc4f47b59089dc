"""All that is outside of a payment, as the runner needs it. Whoever composes gives the real things, or others."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol
from uuid import UUID

from hall.contract import UtilityInfo
from kiosk.identity import Identity
from kiosk.payment.events import Event
from kiosk.payment.view import PaymentView


class JournalEdge(Protocol):
    def append(self, payment: UUID, seq: int, event: Event, document: str | None = None) -> None:
        """Put an event on disk, and only then return; raises JournalError."""

    def payments(self) -> Iterable[tuple[UUID, list[Event]]]:
        """Every payment with its events, in the order in which payments began."""

    def next_document(self, kiosk: int, day: date) -> str:
        """The next number of a receipt or claim: one sequence a kiosk and day."""

    def close(self) -> None: ...


class CashEdge(Protocol):
    """The acceptor. One thing at a time, each answered by one event; only `ask_counts` waits for a device that is away."""

    def count_box(self) -> None:
        """CountsTaken, or DeviceFailed: it can't be used."""

    def await_note(self) -> None:
        """NoteHeld, NoteRefused or DeviceFailed."""

    def stack_note(self) -> None:
        """NoteStacked, NoteReturned, or DeviceFailed: nobody knows which."""

    def return_note(self) -> None:
        """NoteReturned, NoteStacked, or DeviceFailed: nobody knows which."""

    def close_slot(self) -> None:
        """In place of `await_note`'s answer: SlotClosed, NoteHeld (it came first) or DeviceFailed."""

    def ask_counts(self) -> None:
        """CountsTold, as soon as the device can be reached."""


class PrinterEdge(Protocol):
    def print_slip(self, fields: dict[str, list[str]]) -> None:
        """SlipPrinted or SlipFailed."""


class HallEdge(Protocol):
    def tell(self) -> None:
        """Look into the outbox now."""


@dataclass(frozen=True, slots=True)
class World:
    journal: JournalEdge
    cash: CashEdge
    printer: PrinterEdge
    hall: HallEdge
    identity: Identity
    clock: Callable[[], datetime]
    """Aware."""
    later: Callable[[float, Callable[[], None]], None]
    """Call after so many seconds."""
    show: Callable[[PaymentView], None]
    journal_failed: Callable[[str], None]
    """Money can't be witnessed any more: whoever composes closes the slot."""
    utility: Callable[[], UtilityInfo | None]
    """None until the hall has told."""
