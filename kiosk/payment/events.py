"""What has happened to a payment: past tense, frozen, and each of them on disk before anything follows from it.

Sums are minor units, moments are aware. Names of types are what the journal keeps: they are never reused.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal, TypeAlias
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, TypeAdapter

from hall.contract import AccountSummary, ClaimKind, PaymentEnd, PostedPayment, QuoteLine
from kiosk.payment.view import Refusal

SCHEMA_VERSION = 1

Counts: TypeAlias = dict[int, int]
"""How many notes of each value (minor units) lie in the box, as the device host knows."""


class Fact(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Begun(Fact):
    """A customer wants to pay in cash; nothing has been asked of the device yet."""

    kind: Literal["begun"] = "begun"
    payment_id: UUID
    tender_id: UUID
    account: AccountSummary
    billing_months: tuple[str, ...] | None
    lines: tuple[QuoteLine, ...]
    currency: str
    notes_accepted_minor: tuple[int, ...]
    cash_limit_minor: int
    language: str
    utility_name: str
    utility_name_en: str
    hotline: str
    timezone: str
    at: AwareDatetime


class CountsTaken(Fact):
    """What lay in the box before the first note of this payment."""

    kind: Literal["counts-taken"] = "counts-taken"
    counts: Counts


class NoteHeld(Fact):
    """A note is in escrow. It is no money yet."""

    kind: Literal["note-held"] = "note-held"
    value_minor: int
    currency: str


class NoteStacked(Fact):
    """The device itself says that the note it held is in the box."""

    kind: Literal["note-stacked"] = "note-stacked"
    value_minor: int
    at: AwareDatetime


class NoteReturned(Fact):
    """The note that was held has gone back to the customer."""

    kind: Literal["note-returned"] = "note-returned"


class NoteRefused(Fact):
    """A note came back by the acceptor's own judgement."""

    kind: Literal["note-refused"] = "note-refused"
    reason: Refusal


class SlotClosed(Fact):
    """The acceptor takes nothing more, and holds nothing."""

    kind: Literal["slot-closed"] = "slot-closed"


class FailureKind(StrEnum):
    GONE = "gone"
    """The device or its host does not answer."""
    JAMMED = "jammed"
    BROKEN = "broken"


class DeviceFailed(Fact):
    """The last command's outcome is not known."""

    kind: Literal["device-failed"] = "device-failed"
    failure: FailureKind
    detail: str


class CashInState(StrEnum):
    """GetCashInStatus, as far as it settles anything."""

    HELD = "held"
    ENDED = "ended"
    UNKNOWN = "unknown"


class CountsTold(Fact):
    """The device host was asked what became of the last note."""

    kind: Literal["counts-told"] = "counts-told"
    state: CashInState
    held_minor: int | None
    counts: Counts
    at: AwareDatetime


class GaveUp(Fact):
    """The device did not answer in time; what is not known now becomes a claim."""

    kind: Literal["gave-up"] = "gave-up"
    at: AwareDatetime


class StopAsked(Fact):
    """Nothing more shall be taken: the customer has had enough, or has gone."""

    kind: Literal["stop-asked"] = "stop-asked"
    why: PaymentEnd


class Restarted(Fact):
    """The kiosk came up and found this payment unfinished: its visit is over."""

    kind: Literal["restarted"] = "restarted"
    at: AwareDatetime


class ClaimOpened(Fact):
    """What could not be settled has a number."""

    kind: Literal["claim-opened"] = "claim-opened"
    claim_id: UUID
    number: str
    claim: ClaimKind
    amount_minor: int | None
    evidence: dict[str, str]
    difference: Counts
    """What it explains in the box, by value; empty where nobody knows whether the note is in there."""
    at: AwareDatetime


class ReceiptIssued(Fact):
    """The payment has its number and its signed receipt."""

    kind: Literal["receipt-issued"] = "receipt-issued"
    number: str
    token: str


class HallAwaited(Fact):
    """The hall could not be told yet; a repeat is under way."""

    kind: Literal["hall-awaited"] = "hall-awaited"


class Posted(Fact):
    """The hall has booked the payment."""

    kind: Literal["posted"] = "posted"
    answer: PostedPayment


class PostRefused(Fact):
    """The hall said no. It stays in the outbox, with an alarm: the money is in the box."""

    kind: Literal["post-refused"] = "post-refused"
    status: int
    title: str


class ClaimFiled(Fact):
    """The hall knows of the claim, and has said when there will be an answer."""

    kind: Literal["claim-filed"] = "claim-filed"
    claim_id: UUID
    answer_due: AwareDatetime


class SlipPrinted(Fact):
    kind: Literal["slip-printed"] = "slip-printed"


class SlipFailed(Fact):
    kind: Literal["slip-failed"] = "slip-failed"
    reason: str


class SlipAsked(Fact):
    """The customer wants the slip once more."""

    kind: Literal["slip-asked"] = "slip-asked"


class Dismissed(Fact):
    """The visit that made the payment is over; the screen has forgotten it."""

    kind: Literal["dismissed"] = "dismissed"


Event: TypeAlias = Annotated[
    Begun
    | CountsTaken
    | NoteHeld
    | NoteStacked
    | NoteReturned
    | NoteRefused
    | SlotClosed
    | DeviceFailed
    | CountsTold
    | GaveUp
    | StopAsked
    | Restarted
    | ClaimOpened
    | ReceiptIssued
    | HallAwaited
    | Posted
    | PostRefused
    | ClaimFiled
    | SlipPrinted
    | SlipFailed
    | SlipAsked
    | Dismissed,
    Field(discriminator="kind"),
]

EVENTS: TypeAdapter[Event] = TypeAdapter(Event)
