"""After a restart in a payment: what was counted, shown once and masked; whoever reads it may be somebody else."""

from __future__ import annotations

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from kiosk.payment.view import PaymentView, PrinterState
from kiosk.ui.pages.done_view import claim_words
from kiosk.ui.pages.slip_words import slip_words
from kiosk.ui.texts import NOTHING, DayTime, Paper, Sum, Words, say

LONG = 9
"""Of so many digits six may be shown."""


@dataclass(frozen=True, slots=True)
class RestartedView:
    amount: Words = NOTHING
    account: Words = NOTHING
    booked: Words = NOTHING
    receipt_number: Words = NOTHING
    when: Words = NOTHING
    slip: Words = NOTHING
    claim: Words = NOTHING
    hotline: Words = NOTHING
    countdown: Words = NOTHING


def restarted_view(
    payment: PaymentView, printer: PrinterState, hotline: str, zone: ZoneInfo, seconds_left: int
) -> RestartedView:
    return RestartedView(
        amount=Sum(payment.paid_minor, exact=True),
        account=masked_number(payment.account.number) if payment.account else NOTHING,
        booked=(say("已经记到户里。") if payment.posted else say("已经存好，连上中心就入账。")),
        receipt_number=Paper(payment.receipt_number) if payment.receipt_number else NOTHING,
        when=DayTime(payment.taken_at.astimezone(zone)) if payment.taken_at else NOTHING,
        slip=slip_words(payment.slip, printer),
        claim=claim_words(payment, hotline),
        hotline=hotline,
        countdown=say("%n 秒后回到首页。", "", seconds_left),
    )


def masked_number(number: str) -> str:
    """An account number that only its owner recognises: 3304 **** 86; of a short one only the end is shown."""
    return f"{number[:4]} **** {number[-2:]}" if len(number) >= LONG else f"**** {number[-2:]}"
