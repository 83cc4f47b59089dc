"""Where a payment stands: each state holds only what is true in it. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from hall.contract import ClaimKind, PaymentEnd, PostedPayment
from kiosk.payment.events import Begun, ClaimOpened, Counts
from kiosk.payment.view import Refusal, Slip


@dataclass(frozen=True, slots=True)
class Note:
    """A note that is in the box and credited."""

    value_minor: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Claim:
    opened: ClaimOpened
    answer_due: datetime | None = None
    """None until the hall knows of it."""

    def explains(self, difference: Mapping[int, int]) -> int | None:
        """Which note of these may be the one in doubt; no other kind of claim leaves any open."""
        if self.opened.difference:
            return None
        amount = self.opened.amount_minor
        return next(
            (value for value, more in difference.items() if more > 0 and amount in (None, value)), None
        )


@dataclass(frozen=True, slots=True)
class Tray:
    """What this payment has taken, and what lay in the box before it.

    Until the next payment begins it answers for the box: what is found there later is explained here.
    """

    begun: Begun
    before: Counts
    notes: tuple[Note, ...] = ()
    claims: tuple[Claim, ...] = ()
    refusal: Refusal | None = None
    """Why the last note came back; gone with the next one."""
    jammed: bool = False
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

    @property
    def doubt(self) -> Claim | None:
        """The claim about the customer's own note; others are about what was found in the box later."""
        notes = (claim for claim in self.claims if claim.opened.claim is ClaimKind.NOTE_IN_DOUBT)
        return next(notes, None)

    def unexplained(self, counts: Counts) -> dict[int, int]:
        """Notes that the box has more (or fewer) of than credit and claims account for, by value."""
        known = Counter(self.before)
        known.update(note.value_minor for note in self.notes)
        for claim in self.claims:
            known.update(claim.opened.difference)
        more = {value: counts.get(value, 0) - known[value] for value in known.keys() | counts.keys()}
        for claim in self.claims:
            value = claim.explains(more)
            if value is not None:
                more[value] -= 1
        return {value: count for value, count in sorted(more.items()) if count}


@dataclass(frozen=True, slots=True)
class Opening:
    """The box is being counted, before anything is taken."""

    begun: Begun
    stop: PaymentEnd | None = None


@dataclass(frozen=True, slots=True)
class NotOpened:
    """It ended before the slot was open."""

    begun: Begun
    failed: bool = False
    """The device could not be used."""
    dismissed: bool = False


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
    stop: PaymentEnd | None


@dataclass(frozen=True, slots=True)
class Claiming:
    """What could not be settled is getting its number."""

    tray: Tray
    why: PaymentEnd
    amount_minor: int | None
    difference: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Counted:
    """Collecting is over, with money in the box; its receipt is being made."""

    tray: Tray
    why: PaymentEnd


@dataclass(frozen=True, slots=True)
class Receipted:
    """The payment is whole. It stays so until the hall has it, the slip is out and the visit is over."""

    tray: Tray
    why: PaymentEnd
    number: str
    token: str
    posted: PostedPayment | None = None
    awaited: bool = False
    refused: bool = False
    """The hall said no: for the office, with an alarm."""
    slip: Slip = Slip.NONE
    dismissed: bool = False


@dataclass(frozen=True, slots=True)
class Unpaid:
    """It ended with nothing credited; a claim may be left."""

    tray: Tray
    why: PaymentEnd
    slip: Slip = Slip.NONE
    dismissed: bool = False


State: TypeAlias = (
    Opening
    | NotOpened
    | Waiting
    | Closing
    | Stacking
    | Returning
    | Settling
    | Claiming
    | Counted
    | Receipted
    | Unpaid
)
