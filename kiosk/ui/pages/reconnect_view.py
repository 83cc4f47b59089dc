"""Power comes back: the order that paying the arrears has made, until when, and what to do at home."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from hall.contract import ReconnectOrder
from kiosk.payment.view import PaymentView, PrinterState, Slip
from kiosk.ui.pages.done_view import claim_words, proof_of
from kiosk.ui.pages.money_words import shares
from kiosk.ui.pages.slip_words import countdown_words, may_print_again, slip_words
from kiosk.ui.texts import NOTHING, Clock, DayTime, Money, Paper, Words, say


@dataclass(frozen=True, slots=True)
class ReconnectView:
    promised: Words = NOTHING
    ordered: Words = NOTHING
    late: Words = NOTHING
    """What to do where power is not back in time."""
    order_number: Words = NOTHING
    code: str = ""
    """The signed receipt."""
    paid: Words = NOTHING
    receipt: Words = NOTHING
    slip: Words = NOTHING
    slip_printed: bool = False
    slip_failed: bool = False
    may_print_again: bool = False
    claim: Words = NOTHING
    countdown: Words = NOTHING


def reconnect_view(
    payment: PaymentView, printer: PrinterState, hotline: str, now: datetime, seconds_left: int
) -> ReconnectView:
    """`now` is in the utility's zone; the payment is booked and has an order."""
    order = order_of(payment)
    zone = now.tzinfo
    assert order is not None
    assert isinstance(zone, ZoneInfo)
    proof = proof_of(payment, hotline, zone)
    return ReconnectView(
        promised=_promised(order.promised_by.astimezone(zone), now.date()),
        ordered=say("{time} 派的送电单。", time=DayTime(order.ordered_at.astimezone(zone))),
        late=say("过了时间还没有电，打 {hotline}，报送电单号。", hotline=hotline),
        order_number=Paper(order.number),
        code=proof.code,
        paid=_paid(payment),
        receipt=say("收据号 {number} · {time}", number=proof.number, time=proof.when),
        slip=slip_words(payment.slip, printer),
        slip_printed=payment.slip is Slip.PRINTED,
        slip_failed=payment.slip in (Slip.FAILED, Slip.NONE),
        may_print_again=may_print_again(payment.slip, printer),
        claim=claim_words(payment, hotline),
        countdown=countdown_words(payment.slip, seconds_left),
    )


def order_of(payment: PaymentView) -> ReconnectOrder | None:
    orders = payment.posted.reconnect_orders if payment.posted else ()
    return orders[0] if orders else None


def _paid(payment: PaymentView) -> Words:
    _, over = shares(payment.lines, payment.paid_minor)
    if not over:
        return say("缴了 {sum}", sum=Money(payment.paid_minor))
    return say(
        "缴了 {sum}，多的 {over} 存进户里", sum=Money(payment.paid_minor), over=Money(over, exact=True)
    )


def _promised(by: datetime, today: date) -> Words:
    if by.date() == today:
        return say("今天 {time}", time=Clock(by))
    if by.date() == today + timedelta(days=1):
        return say("明天 {time}", time=Clock(by))
    return DayTime(by)
