"""Where a payment stands: each state holds only what is true in it. Pure."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from hall.contract import PaymentEnd, PostedPayment
from kiosk.payment.events import Begun, ClaimOpened, Counts
from kiosk.payment.view import Refusal, Slip


@dataclass(frozen=True, slots=True)
class Note:
    """A note that is in the box and credited."""

    value_minor: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Tray:
    """What this payment has taken, and what lay in the box before it."""

    begun: Begun
    before: Counts
    notes: tuple[Note, ...] = ()
    refusal: Refusal | None = None
    """Why the last note came back; gone with the next one."""
    recovered: bool = False
    """The visit that put the notes in is over."""

    @property
    def paid_minor(self) -> int:
        return sum(note.value_minor for note in self.notes)

    @property
    def to_pay_minor(self) -> int:
        return sum(line.to_pay_minor for line in self.begun.lines)

    @property
    def is_enough(self) -> bool:
        return self.paid_minor >= self.to_pay_minor

    def unexplained(self, counts: Counts) -> dict[int, int]:
        """Notes that the box has more (or fewer) of than this payment knows of, by value."""
        known = Counter(self.before)
        known.update(note.value_minor for note in self.notes)
        return {
            value: more
            for value in known.keys() | counts.keys()
            if (more := counts.get(value, 0) - known[value])
        }


@dataclass(frozen=True, slots=True)
class Opening:
    """The box is being counted, before anything is taken."""

    begun: Begun
    stop: PaymentEnd | None = None


@dataclass(frozen=True, slots=True)
class Waiting:
    """The slot is open."""

    tray: Tray


@dataclass(frozen=True, slots=True)
class Closing:
    """The slot was told to close; a note may still have got in."""

    tray: Tray
    why: PaymentEnd


@dataclass(frozen=True, slots=True)
class Stacking:
    tray: Tray
    value_minor: int
    stop: PaymentEnd | None = None


@dataclass(frozen=True, slots=True)
class Returning:
    tray: Tray
    value_minor: int
    refusal: Refusal
    stop: PaymentEnd | None = None


@dataclass(frozen=True, slots=True)
class Settling:
    """Something got lost: the device is asked what became of the last note."""

    tray: Tray
    in_flight_minor: int | None
    """The value of the note that was held, where it was heard."""
    jammed: bool
    stop: PaymentEnd | None


@dataclass(frozen=True, slots=True)
class Claiming:
    """What could not be settled is getting its number."""

    tray: Tray
    why: PaymentEnd
    jammed: bool


@dataclass(frozen=True, slots=True)
class Counted:
    """Collecting is over, with money in the box; its receipt is being made."""

    tray: Tray
    why: PaymentEnd
    claim: ClaimOpened | None
    jammed: bool


@dataclass(frozen=True, slots=True)
class Receipted:
    """The payment is whole. It stays so until the hall has it, the slip is out and the visit is over."""

    tray: Tray
    why: PaymentEnd
    claim: ClaimOpened | None
    jammed: bool
    number: str
    token: str
    posted: PostedPayment | None = None
    awaited: bool = False
    refused: bool = False
    """The hall said no: for the office, with an alarm."""
    slip: Slip = Slip.NONE
    answer_due: datetime | None = None
    dismissed: bool = False


@dataclass(frozen=True, slots=True)
class Unpaid:
    """It ended with nothing taken; a claim may be left."""

    begun: Begun
    why: PaymentEnd
    claim: ClaimOpened | None = None
    jammed: bool = False
    recovered: bool = False
    failed_to_open: bool = False
    slip: Slip = Slip.NONE
    answer_due: datetime | None = None
    dismissed: bool = False


State: TypeAlias = (
    Opening | Waiting | Closing | Stacking | Returning | Settling | Claiming | Counted | Receipted | Unpaid
)
