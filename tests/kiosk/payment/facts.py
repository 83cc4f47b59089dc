"""Events to begin with, for tests of pure rules."""

from __future__ import annotations

from datetime import UTC, date, datetime
from uuid import UUID

from hall.contract import (
    AccountSummary,
    Allocation,
    AllocationPart,
    PostedPayment,
    Quote,
    QuoteLine,
    QuotePart,
    ReconnectOrder,
)
from kiosk.payment.events import (
    Begun,
    CashInState,
    CountsTaken,
    CountsTold,
    DeviceFailed,
    Event,
    FailureKind,
    NoteHeld,
    NoteStacked,
)
from kiosk.payment.machine import Step, begin, step
from kiosk.payment.states import State

NOON = datetime(2026, 11, 25, 4, 0, tzinfo=UTC)
PAYMENT, TENDER, CLAIM = UUID(int=1), UUID(int=2), UUID(int=3)
ACCOUNT = AccountSummary(number="3304127786", masked_name="陈*芳", town="武原街道", currency="CNY", due=())
TOKEN = "BH1.receipt.signature"


def quote_line(
    minor: int, month: str = "2026-10", part: QuotePart = QuotePart.PRINCIPAL, credit: int = 0
) -> QuoteLine:
    return QuoteLine(
        account_number=ACCOUNT.number,
        billing_month=month,
        part=part,
        owed_minor=minor,
        credit_minor=credit,
    )


def quote_of(*lines: QuoteLine) -> Quote:
    return Quote(as_of=date(2026, 11, 25), currency="CNY", lines=lines)


def begun(*lines: QuoteLine, limit: int = 500_000, language: str = "zh_CN") -> Begun:
    return Begun(
        payment_id=PAYMENT,
        tender_id=TENDER,
        account=ACCOUNT,
        billing_months=None,
        lines=lines or (quote_line(10_000),),
        currency="CNY",
        notes_accepted_minor=(10_000, 5_000, 2_000, 1_000),
        cash_limit_minor=limit,
        language=language,
        utility_name="海盐县供电公司",
        utility_name_en="Haiyan Power",
        hotline="95598",
        timezone="Asia/Shanghai",
        at=NOON,
    )


def held(minor: int, currency: str = "CNY") -> NoteHeld:
    return NoteHeld(value_minor=minor, currency=currency)


def stacked(minor: int) -> NoteStacked:
    return NoteStacked(value_minor=minor, at=NOON)


def failed(kind: FailureKind = FailureKind.GONE) -> DeviceFailed:
    return DeviceFailed(failure=kind, detail="")


def counts(
    box: dict[int, int] | None = None,
    state: CashInState = CashInState.ENDED,
    held_minor: int | None = None,
) -> CountsTold:
    return CountsTold(state=state, held_minor=held_minor, counts=box or {}, at=NOON)


def after(*events: Event, first: Begun | None = None, box: dict[int, int] | None = None) -> Step:
    """The state after an opened slot and these events, with the last one's commands."""
    state, commands = begin(first or begun())
    for event in (CountsTaken(counts=box or {}), *events):
        state, commands = step(state, event)
    return state, commands


def state_after(*events: Event, first: Begun | None = None, box: dict[int, int] | None = None) -> State:
    return after(*events, first=first, box=box)[0]


def posted(minor: int = 10_000, orders: tuple[ReconnectOrder, ...] = ()) -> PostedPayment:
    return PostedPayment(
        payment_id=PAYMENT,
        receipt_number="001-20261125-001",
        posted_at=NOON,
        currency="CNY",
        amount_minor=minor,
        allocations=(
            Allocation(
                account_number=ACCOUNT.number,
                billing_month="2026-10",
                part=AllocationPart.PRINCIPAL,
                amount_minor=minor,
            ),
        ),
        credit_used_minor=0,
        reconnect_orders=orders,
        claim_number=None,
    )
