"""What the hall and its kiosks say to each other: the JSON of `/v1`.

Only the standard library and pydantic are imported here, so the kiosk can read it without the hall.
Sums are integers of the currency's minor unit (`_minor`, fen for CNY); instants are UTC and aware;
days are days of the utility's zone. A billing month is written `2026-10`.

Requests of an enrolled kiosk are signed as RFC 9421 says (Ed25519, key id = kiosk id, tag `brighthall`)
over `SIGNED_COMPONENTS`, with the body's digest of RFC 9530. Refusals are problem details (RFC 9457).
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, model_validator

SIGNATURE_TAG = "brighthall"
SIGNED_COMPONENTS = ("@method", "@path", "content-digest")
SIGNATURE_AGE_MAX_S = 300

AccountNumber = Annotated[str, Field(pattern=r"^[0-9]{1,16}$")]
BillingMonth = Annotated[str, Field(pattern=r"^[0-9]{4}-(0[1-9]|1[0-2])$")]
Currency = Annotated[str, Field(pattern=r"^[A-Z]{3}$")]
SumMinor = Annotated[int, Field(ge=0, le=10**12, strict=True)]
# Within what every zone and database can reckon with; a clock that lost its battery says 1970.
Moment = Annotated[
    AwareDatetime, Field(ge=datetime(1970, 1, 1, tzinfo=UTC), lt=datetime(9000, 1, 1, tzinfo=UTC))
]
# Kiosk, day and sequence: made without the hall. A customer is shown kiosk and sequence, beside the date.
DocumentNumber = Annotated[str, Field(pattern=r"^[0-9]{3,6}-[0-9]{8}-[0-9]{3,6}$")]


class Wire(BaseModel):
    """A value on the wire: frozen, and strangers' fields are an error, not a surprise."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def document_number(kiosk: int, day: date, sequence: int) -> str:
    return f"{kiosk:03d}-{day:%Y%m%d}-{sequence:03d}"


def shown_number(number: str) -> str:
    """The two groups a customer reads and writes down: `001-20261125-042` is 「001 042」."""
    parts = number.split("-")
    return f"{parts[0]} {parts[2]}" if len(parts) == 3 else f"{number[:-3]} {number[-3:]}"


# --- the utility and the kiosk -------------------------------------------------------------------


class UtilityInfo(Wire):
    """The utility's own settings that a kiosk shows or keeps to: dated data, never code."""

    name: str
    name_en: str
    hotline: str
    timezone: str
    currency: Currency
    account_number_lengths: tuple[int, ...]
    notes_accepted_minor: tuple[SumMinor, ...]
    cash_limit_minor: SumMinor
    """The most cash that one payment takes; a note that would pass it is returned."""
    now: AwareDatetime


class EnrolKiosk(Wire):
    """A one-time code for a public key (raw Ed25519, base64): afterwards the key is the kiosk."""

    code: str = Field(min_length=6, max_length=64)
    public_key: str = Field(min_length=44, max_length=44)


class KioskIdentity(Wire):
    kiosk_id: str
    ordinal: int = Field(ge=1)
    """The number that its documents begin with."""
    site_name: str
    site_name_en: str
    town: str


# --- accounts, what is due, quotes -----------------------------------------------------------------


class LookUpAccount(Wire):
    number: AccountNumber


class DueMonth(Wire):
    """One month's bill as far as it is unpaid, seen by a stranger: no energy, no lines."""

    billing_month: BillingMonth
    due_date: date
    principal_minor: SumMinor
    late_fee_minor: SumMinor
    days_late: int = Field(ge=0)

    @property
    def owed_minor(self) -> int:
        return self.principal_minor + self.late_fee_minor


class AccountSummary(Wire):
    """What a typed number shows (a typed number proves nothing)."""

    number: AccountNumber
    masked_name: str
    town: str
    currency: Currency
    due: tuple[DueMonth, ...]
    """Oldest first."""


class RequestQuote(Wire):
    """Which account, and which of its months; None: everything that is due."""

    account_number: AccountNumber
    billing_months: tuple[BillingMonth, ...] | None = None


class QuotePart(StrEnum):
    LATE_FEE = "late-fee"
    PRINCIPAL = "principal"


class QuoteLine(Wire):
    account_number: AccountNumber
    billing_month: BillingMonth
    part: QuotePart
    owed_minor: SumMinor
    credit_minor: SumMinor = 0
    """How much of it existing credit covers."""
    days_late: int = Field(default=0, ge=0)

    @property
    def to_pay_minor(self) -> int:
        return self.owed_minor - self.credit_minor


class Quote(Wire):
    """What is owed on a day, in the order in which money will be set against it."""

    as_of: date
    currency: Currency
    lines: tuple[QuoteLine, ...]

    @property
    def to_pay_minor(self) -> int:
        return sum(line.to_pay_minor for line in self.lines)


def allocate(lines: Iterable[QuoteLine], amount_minor: int) -> tuple[tuple[tuple[QuoteLine, int], ...], int]:
    """Set a sum against quoted lines in their order: each touched line with its share, and what is over.

    The one fold of both sides: the kiosk previews with it, the hall books with it.
    """
    shares: list[tuple[QuoteLine, int]] = []
    for line in lines:
        share = min(line.to_pay_minor, amount_minor)
        if share:
            shares.append((line, share))
            amount_minor -= share
    return tuple(shares), amount_minor


# --- payments -----------------------------------------------------------------------------------------


class StackedNote(Wire):
    """One note that the device itself says is in the box."""

    note_id: str = Field(min_length=1, max_length=64)
    """Unique within the payment."""
    value_minor: SumMinor
    stacked_at: Moment


class CashTender(Wire):
    kind: Literal["cash"] = "cash"
    tender_id: UUID
    notes: tuple[StackedNote, ...] = Field(max_length=500)

    @property
    def amount_minor(self) -> int:
        return sum(note.value_minor for note in self.notes)


class AccountLine(Wire):
    """An account to pay, and the months the customer ticked; None: all that is due."""

    account_number: AccountNumber
    billing_months: tuple[BillingMonth, ...] | None = None


class PaymentEnd(StrEnum):
    PAID = "paid"
    STOPPED = "stopped"
    SILENCE = "silence"
    FAULT = "fault"
    RESTART = "restart"


class RecordPayment(Wire):
    """Money that a kiosk has taken. The hall never refuses it; the same id with other content is a conflict."""

    payment_id: UUID
    receipt_number: DocumentNumber
    currency: Currency
    accounts: tuple[AccountLine, ...] = Field(min_length=1, max_length=20)
    tenders: tuple[CashTender, ...] = Field(min_length=1, max_length=10)
    taken_at: Moment
    """The last moment of stacking: late fees are reckoned as of this, not of arrival."""
    ended_by: PaymentEnd
    receipt: str = Field(max_length=4000)
    """The kiosk's signed receipt, as on the slip's code (`Receipt.token`)."""

    @property
    def amount_minor(self) -> int:
        return sum(tender.amount_minor for tender in self.tenders)

    @model_validator(mode="after")
    def _each_note_once(self) -> Self:
        notes = [note.note_id for tender in self.tenders for note in tender.notes]
        if len(notes) != len(set(notes)):
            raise ValueError("a note stands in the payment twice")
        if not self.amount_minor:
            raise ValueError("a payment without money")
        return self


class AllocationPart(StrEnum):
    LATE_FEE = "late-fee"
    PRINCIPAL = "principal"
    CREDIT = "credit"
    SUSPENSE = "suspense"


class Allocation(Wire):
    account_number: AccountNumber
    billing_month: BillingMonth | None
    """None for credit and suspense."""
    part: AllocationPart
    amount_minor: SumMinor


class ReconnectOrder(Wire):
    number: str
    account_number: AccountNumber
    ordered_at: AwareDatetime
    promised_by: AwareDatetime


class PostedPayment(Wire):
    """How the hall booked a payment; asked again it is word for word the same."""

    payment_id: UUID
    receipt_number: DocumentNumber
    posted_at: AwareDatetime
    currency: Currency
    amount_minor: SumMinor
    allocations: tuple[Allocation, ...]
    """Where the money went; together the amount."""
    credit_used_minor: SumMinor
    """Credit that was there before and was set against the same bills."""
    reconnect_orders: tuple[ReconnectOrder, ...]
    claim_number: DocumentNumber | None
    """Set where something could not be applied and lies in suspense."""


# --- receipts ------------------------------------------------------------------------------------------


class Receipt(Wire):
    """What the kiosk witnesses with its own key; short keys, since it has to fit a printed code."""

    n: DocumentNumber
    p: UUID
    k: str
    """Kiosk id, by which the public key is found."""
    a: tuple[AccountNumber, ...]
    s: SumMinor
    c: Currency
    t: Moment

    def signed_bytes(self) -> bytes:
        return json.dumps(self.model_dump(mode="json"), separators=(",", ":"), sort_keys=True).encode()

    def token(self, signature: bytes) -> str:
        return ".".join(("BH1", _base64url(self.signed_bytes()), _base64url(signature)))


def read_receipt(token: str) -> tuple[Receipt, bytes, bytes]:
    """Take a receipt's code apart: the receipt, the bytes that were signed, the signature (raises ValueError)."""
    version, _, rest = token.partition(".")
    body, _, signature = rest.partition(".")
    if version != "BH1" or not body or not signature:
        raise ValueError("not a Brighthall receipt")
    signed = _from_base64url(body)
    return Receipt.model_validate_json(signed), signed, _from_base64url(signature)


def _base64url(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def _from_base64url(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


# --- claims ----------------------------------------------------------------------------------------------


class ClaimKind(StrEnum):
    NOTE_IN_DOUBT = "note-in-doubt"
    UNCLAIMED_CASH = "unclaimed-cash"
    COUNTERS_DIFFER = "counters-differ"
    SUSPENSE = "suspense"


class FileClaim(Wire):
    """Money that could not be settled: a number, the evidence, and somebody who has to answer."""

    claim_id: UUID
    number: DocumentNumber
    kind: ClaimKind
    currency: Currency
    amount_minor: SumMinor | None
    """None where not even the denomination is known."""
    payment_id: UUID | None
    account_number: AccountNumber | None
    occurred_at: Moment
    evidence: dict[str, str] = Field(default_factory=dict, max_length=40)


class ClaimStatus(StrEnum):
    OPEN = "open"
    SETTLED = "settled"


class FiledClaim(Wire):
    claim_id: UUID
    number: DocumentNumber
    kind: ClaimKind
    status: ClaimStatus
    currency: Currency
    amount_minor: SumMinor | None
    payment_id: UUID | None
    account_number: AccountNumber | None
    owner: str
    answer_due: AwareDatetime
    occurred_at: AwareDatetime
    evidence: dict[str, str]


# --- outages -----------------------------------------------------------------------------------------------


class OutageKind(StrEnum):
    PLANNED = "planned"
    TEMPORARY = "temporary"
    FAULT = "fault"
    CURTAILMENT = "curtailment"


class OutageStatus(StrEnum):
    ANNOUNCED = "announced"
    OUT = "out"
    RESTORED = "restored"
    CANCELLED = "cancelled"


class OutageNotice(Wire):
    """A public outage: private ones (arrears, breach) never leave the hall by this."""

    id: int
    kind: OutageKind
    status: OutageStatus
    area: str
    area_en: str
    town: str
    line_name: str
    reason: str
    reason_en: str
    starts_at: AwareDatetime
    estimated_restoration: AwareDatetime | None


class Problem(BaseModel):
    """RFC 9457 problem details, with the field at fault where one is."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str | None = None
    field: str | None = None
