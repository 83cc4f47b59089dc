"""Leaving a payment: asked first, with what happens to the money."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.payment.view import PaymentView
from kiosk.session.doors import may_leave
from kiosk.ui.pages.money_words import MonthShare, shares
from kiosk.ui.texts import NOTHING, Money, Month, Sum, Words, say

ROWS_SHOWN = 4


@dataclass(frozen=True, slots=True)
class ShareRow:
    key: str
    text: Words
    sub: Words
    amount: Words


@dataclass(frozen=True, slots=True)
class LeavingView:
    title: Words = NOTHING
    text: Words = NOTHING
    safe: Words = NOTHING
    safe_more: Words = NOTHING
    heading: Words = NOTHING
    rows: tuple[ShareRow, ...] = ()
    stay: Words = NOTHING
    leave: Words = NOTHING
    may_leave: bool = True


def leaving_view(payment: PaymentView) -> LeavingView:
    return _with_money(payment) if payment.paid_minor else _without_money(payment)


def _without_money(payment: PaymentView) -> LeavingView:
    return LeavingView(
        title=say("不付了吗？"),
        text=_text(payment, say("现在走，入钞口就关上。")),
        safe=say("还没有收您的钱"),
        safe_more=say("账单还在，什么时候来缴都可以。"),
        heading=say("还没有缴的"),
        rows=_owed(payment),
        stay=say("接着付"),
        leave=say("不付了"),
        may_leave=may_leave(payment),
    )


def _with_money(payment: PaymentView) -> LeavingView:
    return LeavingView(
        title=say("到此为止吗？"),
        text=_text(payment, say("已经放进去的不退钞，马上记账，给您收据。")),
        safe=say("放进去的 {sum} 都在", sum=Money(payment.paid_minor)),
        safe_more=say("停电、关机都不会丢。"),
        heading=say("现在停下，这样记"),
        rows=_shared(payment),
        stay=say("接着放钞票"),
        leave=say("到此为止"),
        may_leave=may_leave(payment),
    )


def _text(payment: PaymentView, otherwise: Words) -> Words:
    return otherwise if may_leave(payment) else say("有一张钞票还在里面，数完才能走。")


def _owed(payment: PaymentView) -> tuple[ShareRow, ...]:
    months, _ = shares(payment.lines, payment.to_pay_minor)
    return _few(
        [
            ShareRow(share.month, Month(share.month), NOTHING, Sum(share.paid_minor, exact=True))
            for share in months
        ],
        months,
    )


def _shared(payment: PaymentView) -> tuple[ShareRow, ...]:
    months, over = shares(payment.lines, payment.paid_minor)
    rows = [
        ShareRow(
            share.month,
            Month(share.month),
            say("还差 {sum}", sum=Money(share.left_minor, exact=True)) if share.left_minor else say("还清"),
            Sum(share.paid_minor, exact=True),
        )
        for share in months
    ]
    if not over:
        return _few(rows, months)
    credit = ShareRow("credit", say("多的存进户里"), say("下月抵扣"), Sum(over, exact=True))
    return (*_few(rows, months), credit)


def _few(rows: list[ShareRow], months: tuple[MonthShare, ...]) -> tuple[ShareRow, ...]:
    """The last rows as they are; those before them in one, where all would be too many."""
    if len(rows) <= ROWS_SHOWN:
        return tuple(rows)
    earlier = months[: 1 - ROWS_SHOWN]
    total = Sum(sum(share.paid_minor for share in earlier), exact=True)
    first = ShareRow("earlier", say("最早的 %n 个月", "", len(earlier)), rows[0].sub, total)
    return (first, *rows[1 - ROWS_SHOWN :])
