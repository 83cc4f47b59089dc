"""The acceptor is jammed: what was counted is safe, the note in between has a number and a day for its answer."""

from __future__ import annotations

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from kiosk.payment.view import PaymentView
from kiosk.ui.pages.cash_view import NoteCount
from kiosk.ui.texts import NOTHING, DayTime, Money, Paper, Sum, Words, say


@dataclass(frozen=True, slots=True)
class JamView:
    safe: Words = NOTHING
    safe_more: Words = NOTHING
    counts: tuple[NoteCount, ...] = ()
    counted: bool = False
    claim_number: Words = NOTHING
    answer_due: Words = NOTHING
    hotline: Words = NOTHING
    stop: Words = NOTHING
    may_stop: bool = False
    next_step: Words = NOTHING


def jam_view(payment: PaymentView, hotline: str, zone: ZoneInfo) -> JamView:
    claim = payment.claim
    return JamView(
        safe=_safe(payment),
        safe_more=(
            say("停电、关机都不会丢，马上给您收据。") if payment.paid_minor else say("之前没有收过您的钱。")
        ),
        counts=tuple(NoteCount(str(value), Sum(value), count) for value, count in payment.counts if count),
        counted=payment.paid_minor > 0,
        claim_number=Paper(claim.number) if claim else NOTHING,
        answer_due=_due(payment, zone),
        hotline=hotline,
        stop=(
            say("到此为止，记 {sum}", sum=Money(payment.paid_minor))
            if payment.paid_minor
            else say("好了，结束")
        ),
        may_stop=payment.may_stop,
        next_step=say("正在登记，请等一下"),
    )


def _safe(payment: PaymentView) -> Words:
    if payment.paid_minor:
        return say("数过的 {sum} 记好了", sum=Money(payment.paid_minor))
    return say("卡住的那一张，替您登记")


def _due(payment: PaymentView, zone: ZoneInfo) -> Words:
    if payment.claim is None or payment.claim.answer_due is None:
        return say("连上中心就定，打电话可以问")
    return DayTime(payment.claim.answer_due.astimezone(zone))
