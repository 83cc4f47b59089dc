"""One household's visit, as all sample pages show it. For pictures and audits only."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from hall.contract import (
    AccountSummary,
    Allocation,
    AllocationPart,
    DueMonth,
    PostedPayment,
    Quote,
    QuoteLine,
    QuotePart,
    ReconnectOrder,
    allocate,
)
from kiosk.payment.view import ClaimView, PaymentView, Slip, Stage
from kiosk.ui.pages.account_view import CashTerms
from kiosk.ui.samples import NOW

NOTES = (10_000, 5_000, 2_000, 1_000)
LIMIT = 500_000
SEPTEMBER = DueMonth(
    billing_month="2026-09",
    due_date=date(2026, 10, 31),
    principal_minor=24_102,
    late_fee_minor=603,
    days_late=25,
)
OCTOBER = DueMonth(
    billing_month="2026-10",
    due_date=date(2026, 11, 30),
    principal_minor=18_640,
    late_fee_minor=0,
    days_late=0,
)
CHEN = AccountSummary(
    number="3304127786", masked_name="陈*芳", town="武原街道", currency="CNY", due=(SEPTEMBER, OCTOBER)
)
RECEIPT_CODE = (
    "BH1.eyJhIjpbIjMzMDQxMjc3ODYiXSwiYyI6IkNOWSIsImsiOiJoeS13dXl1YW4tMDEiLCJuIjoiMDAxLTIwMjYxMTI1LTA0MiIsInAiOiI5"
    "ZjQ0YTdiZS0xYzVlLTRkMGEtOWM0YS0wYjdmM2QyZTVhNjEiLCJzIjo0NDAwMCwidCI6IjIwMjYtMTEtMjVUMDE6NDY6MDBaIn0."
    "c2lnbmF0dXJlLW9mLXNpeHR5LWZvdXItYnl0ZXMtd2hpY2gtaXMtbm90LWEtcmVhbC1vbmUtYnV0LWFzLWxvbmc"
)


def terms(least_minor: int = 44_000) -> CashTerms:
    return CashTerms(NOTES, LIMIT, least_minor)


def owing(months: int) -> AccountSummary:
    """A household that has not paid for long."""
    due = tuple(
        DueMonth(
            billing_month=f"2026-{month:02d}",
            due_date=date(2026, month + 1, 28),
            principal_minor=15_000 + 731 * month,
            late_fee_minor=(10 - month) * 211,
            days_late=(10 - month) * 30 + 28 if month < 10 else 0,
        )
        for month in range(11 - months, 11)
    )
    return CHEN.model_copy(update={"due": due})


def quote_of(account: AccountSummary, months: Iterable[str] | None = None) -> Quote:
    chosen = {month.billing_month for month in account.due} if months is None else set(months)
    lines = [
        QuoteLine(
            account_number=account.number,
            billing_month=month.billing_month,
            part=part,
            owed_minor=owed,
            days_late=month.days_late,
        )
        for month in account.due
        if month.billing_month in chosen
        for part, owed in (
            (QuotePart.LATE_FEE, month.late_fee_minor),
            (QuotePart.PRINCIPAL, month.principal_minor),
        )
        if owed
    ]
    return Quote(as_of=NOW.date(), currency="CNY", lines=tuple(lines))


def cash_in(*counts: int, stage: Stage = Stage.READY) -> PaymentView:
    """A payment with so many notes of 100, 50, 20, 10 yuan in."""
    lines = quote_of(CHEN).lines
    noted = tuple(zip(NOTES, (*counts, 0, 0, 0, 0), strict=False))
    return PaymentView(
        stage=stage,
        account=CHEN,
        lines=lines,
        to_pay_minor=43_345,
        least_notes_minor=44_000,
        paid_minor=sum(value * count for value, count in noted),
        counts=noted,
        may_stop=stage is Stage.READY,
    )


def paid(*counts: int, slip: Slip = Slip.PRINTED) -> PaymentView:
    """The payment above, closed and booked."""
    payment = cash_in(*counts, stage=Stage.DONE)
    return replace(
        payment,
        receipt_number="001-20261125-042",
        receipt_token=RECEIPT_CODE,
        taken_at=NOW + timedelta(minutes=5),
        posted=_posted(payment),
        slip=slip,
    )


def _posted(payment: PaymentView) -> PostedPayment:
    shares, over = allocate(payment.lines, payment.paid_minor)
    allocations = [
        Allocation(
            account_number=CHEN.number,
            billing_month=line.billing_month,
            part=AllocationPart(line.part.value),
            amount_minor=share,
        )
        for line, share in shares
    ]
    if over:
        allocations.append(
            Allocation(
                account_number=CHEN.number, billing_month=None, part=AllocationPart.CREDIT, amount_minor=over
            )
        )
    return PostedPayment(
        payment_id=UUID("9f44a7be-1c5e-4d0a-9c4a-0b7f3d2e5a61"),
        receipt_number="001-20261125-042",
        posted_at=NOW + timedelta(minutes=5),
        currency="CNY",
        amount_minor=payment.paid_minor,
        credit_used_minor=0,
        allocations=tuple(allocations),
        reconnect_orders=(),
        claim_number=None,
    )


def reconnecting() -> PaymentView:
    payment = paid(4, 0, 2)
    assert payment.posted is not None
    order = ReconnectOrder(
        number="430517",
        account_number=CHEN.number,
        ordered_at=NOW + timedelta(minutes=5),
        promised_by=NOW + timedelta(days=1, minutes=5),
    )
    return replace(payment, posted=payment.posted.model_copy(update={"reconnect_orders": (order,)}))


def jammed(*counts: int, stage: Stage = Stage.CLOSING) -> PaymentView:
    return replace(
        cash_in(*counts, stage=stage),
        jammed=True,
    )


def in_doubt(*counts: int) -> PaymentView:
    """Closed after a jam: the note in between has its claim."""
    due = (NOW + timedelta(days=2)).replace(hour=18, minute=0)
    payment = paid(*counts) if counts else replace(cash_in(stage=Stage.DONE), slip=Slip.PRINTED)
    return replace(payment, jammed=True, claim=ClaimView("001-20261125-043", due))
