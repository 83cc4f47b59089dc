"""What the screen is told about a payment and the devices: frozen values, no texts. Sums in minor units."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from hall.contract import AccountSummary, PostedPayment, QuoteLine


class Stage(StrEnum):
    IDLE = "idle"
    OPENING = "opening"
    """The slot is being opened; no note yet."""
    READY = "ready"
    """The slot waits for a note."""
    MOVING = "moving"
    """A note is inside: read, held, being stacked or returned. Nobody may be sent away now."""
    CLOSING = "closing"
    """Enough, stopped or broken: the slot closes, what was counted stands."""
    POSTING = "posting"
    """The hall is being told."""
    DONE = "done"
    UNAVAILABLE = "unavailable"
    """Cash could not be started; nothing was taken. `DevicesView.cash` has the reason."""


class Refusal(StrEnum):
    """Why the last note came back; never a word about forgery to the customer."""

    NOT_READ = "not-read"
    NOT_ACCEPTED = "not-accepted"
    """A denomination or currency that this hall does not take."""
    OVER_LIMIT = "over-limit"
    CLOSED = "closed"
    """It was put in while the slot was closing."""


class Slip(StrEnum):
    NONE = "none"
    PRINTING = "printing"
    PRINTED = "printed"
    FAILED = "failed"


class CashState(StrEnum):
    READY = "ready"
    STARTING = "starting"
    GONE = "gone"
    """The device host or the acceptor does not answer."""
    JAMMED = "jammed"
    BOX_FULL = "box-full"
    BOX_REMOVED = "box-removed"
    OUT_OF_ORDER = "out-of-order"
    JOURNAL_DAMAGED = "journal-damaged"


class PrinterState(StrEnum):
    READY = "ready"
    PAPER_LOW = "paper-low"
    PAPER_OUT = "paper-out"
    COVER_OPEN = "cover-open"
    STARTING = "starting"
    GONE = "gone"
    OUT_OF_ORDER = "out-of-order"


@dataclass(frozen=True, slots=True)
class DevicesView:
    cash: CashState = CashState.STARTING
    printer: PrinterState = PrinterState.STARTING


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A note that could not be settled: its number is good at any kiosk."""

    number: str
    answer_due: datetime | None
    """None until the hall has said when."""


@dataclass(frozen=True, slots=True)
class PaymentView:
    """One payment as the screen shows it; the empty one stands for "no payment"."""

    stage: Stage = Stage.IDLE
    account: AccountSummary | None = None
    lines: tuple[QuoteLine, ...] = ()
    to_pay_minor: int = 0
    least_notes_minor: int = 0
    """The least sum that accepted notes can make and that covers what is to pay."""
    paid_minor: int = 0
    counts: tuple[tuple[int, int], ...] = ()
    """Note value and how many are in, for every accepted note, the greatest first."""
    refusal: Refusal | None = None
    claim: ClaimView | None = None
    jammed: bool = False
    may_stop: bool = False
    receipt_number: str | None = None
    receipt_token: str | None = None
    """The signed receipt as its code's text."""
    taken_at: datetime | None = None
    posted: PostedPayment | None = None
    hall_awaited: bool = False
    """The hall could not be told yet; it will be, as of the moment of stacking."""
    slip: Slip = Slip.NONE
    recovered: bool = False
    """The payment of a visit that a restart ended: shown once, masked."""
