"""Done: what was paid of which month, where the rest went, and the receipt, with or without paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from hall.contract import Allocation, AllocationPart, PostedPayment
from kiosk.payment.view import PaymentView, PrinterState, Slip
from kiosk.ui.pages.money_words import MonthShare, shares
from kiosk.ui.pages.slip_words import countdown_words, may_print_again, slip_words
from kiosk.ui.texts import NOTHING, DayTime, Money, Month, Paper, Sum, Words, say

ROWS_SHOWN = 3


@dataclass(frozen=True, slots=True)
class DoneRow:
    key: str
    text: Words
    amount: Words
    strong: bool


@dataclass(frozen=True, slots=True)
class Proof:
    """What the payer takes along without paper: the signed receipt as a code, its number, and when."""

    number: Words = NOTHING
    code: str = ""
    when: Words = NOTHING
    use: Words = NOTHING


EMPTY_PROOF = Proof()


@dataclass(frozen=True, slots=True)
class DoneView:
    title: Words = NOTHING
    amount: Words = NOTHING
    rows: tuple[DoneRow, ...] = ()
    proof: Proof = EMPTY_PROOF
    slip: Words = NOTHING
    slip_printed: bool = False
    slip_failed: bool = False
    may_print_again: bool = False
    awaited: Words = NOTHING
    """Said where the hall has not been told yet."""
    claim: Words = NOTHING
    countdown: Words = NOTHING


def done_view(
    payment: PaymentView, printer: PrinterState, hotline: str, zone: ZoneInfo, seconds_left: int
) -> DoneView:
    return DoneView(
        title=_title(payment),
        amount=Sum(payment.paid_minor, exact=True),
        rows=_rows(payment),
        proof=proof_of(payment, hotline, zone),
        slip=slip_words(payment.slip, printer),
        slip_printed=payment.slip is Slip.PRINTED,
        slip_failed=payment.slip in (Slip.FAILED, Slip.NONE),
        may_print_again=may_print_again(payment.slip, printer),
        awaited=_awaited(payment, hotline),
        claim=claim_words(payment, hotline),
        countdown=countdown_words(payment.slip, seconds_left),
    )


def _title(payment: PaymentView) -> Words:
    left = payment.to_pay_minor - payment.paid_minor
    if payment.receipt_number is None:
        return say("钱收到了，收据没开出来")
    if payment.posted is None:
        return say("钱收好了，等中心入账")
    if left > 0:
        return say("记好了，还差 {sum}", sum=Money(left, exact=True))
    return say("缴好了，谢谢您")


def _awaited(payment: PaymentView, hotline: str) -> Words:
    if payment.posted is not None:
        return NOTHING
    if payment.receipt_number is None:
        return say(
            "这台机器记不下账了。钱在钞箱里，请现在打 {hotline}，报户号、时间和金额。", hotline=hotline
        )
    return say("现在连不上中心。连上就入账，按您放钞的时间算，不会多收违约金。")


def proof_of(payment: PaymentView, hotline: str, zone: ZoneInfo) -> Proof:
    taken = payment.taken_at.astimezone(zone) if payment.taken_at else None
    return Proof(
        number=Paper(payment.receipt_number) if payment.receipt_number else NOTHING,
        code=payment.receipt_token or "",
        when=say("现金 · {time}", time=DayTime(taken)) if taken else NOTHING,
        use=say("凭收据号打 {hotline}，随时能查这一笔", hotline=hotline),
    )


def claim_words(payment: PaymentView, hotline: str) -> Words:
    """A note still in doubt, or money that fits no account, has a number of its own."""
    if payment.claim is not None:
        return say(
            "卡住的那一张另有登记编号 {number}，查问打 {hotline}。",
            number=Paper(payment.claim.number),
            hotline=hotline,
        )
    if payment.posted is not None and payment.posted.claim_number is not None:
        return say(
            "有一笔还没对上户，登记编号 {number}，查问打 {hotline}。",
            number=Paper(payment.posted.claim_number),
            hotline=hotline,
        )
    return NOTHING


def _rows(payment: PaymentView) -> tuple[DoneRow, ...]:
    expected, over_expected = shares(payment.lines, payment.paid_minor)
    if payment.posted is None:
        return _month_rows(expected, room=ROWS_SHOWN - bool(over_expected)) + _over_rows(over_expected, 0)
    booked = _booked(payment.posted)
    over = _sum(payment.posted, AllocationPart.CREDIT)
    suspense = _sum(payment.posted, AllocationPart.SUSPENSE)
    paid_elsewhere = over - over_expected
    room = ROWS_SHOWN - bool(over) - bool(suspense)
    return _month_rows(booked, room) + _over_rows(over, paid_elsewhere) + _suspense_rows(suspense)


def _booked(posted: PostedPayment) -> tuple[MonthShare, ...]:
    months: dict[str, list[Allocation]] = {}
    for allocation in posted.allocations:
        if allocation.billing_month is not None:
            months.setdefault(allocation.billing_month, []).append(allocation)
    return tuple(
        MonthShare(
            month,
            sum(part.amount_minor for part in parts),
            sum(part.amount_minor for part in parts if part.part is AllocationPart.LATE_FEE),
            0,
        )
        for month, parts in months.items()
    )


def _sum(posted: PostedPayment, part: AllocationPart) -> int:
    return sum(allocation.amount_minor for allocation in posted.allocations if allocation.part is part)


def _month_rows(months: Sequence[MonthShare], room: int) -> tuple[DoneRow, ...]:
    """A row a month; where they would not fit, all of them in one."""
    if len(months) <= room:
        return tuple(_month_row(share) for share in months)
    total = sum(share.paid_minor for share in months)
    late = any(share.late_fee_minor for share in months)
    text = say("%n 个月的电费和违约金", "", len(months)) if late else say("%n 个月的电费", "", len(months))
    return (DoneRow("months", text, Sum(total, exact=True), strong=False),)


def _month_row(share: MonthShare) -> DoneRow:
    month = Month(share.month, year=False)
    text = (
        say("{month}电费和违约金", month=month) if share.late_fee_minor else say("{month}电费", month=month)
    )
    return DoneRow(share.month, text, Sum(share.paid_minor, exact=True), strong=False)


def _over_rows(over: int, paid_elsewhere: int) -> tuple[DoneRow, ...]:
    if not over:
        return ()
    text = (
        say("有的已在别处缴过，存进户里，下月抵扣") if paid_elsewhere > 0 else say("多的存进户里，下月抵扣")
    )
    return (DoneRow("credit", text, Sum(over, exact=True), strong=True),)


def _suspense_rows(suspense: int) -> tuple[DoneRow, ...]:
    if not suspense:
        return ()
    return (DoneRow("suspense", say("还没对上户的"), Sum(suspense, exact=True), strong=True),)
