"""Cash: what is in, what is missing in notes, what stopping now would pay; and a note that came back."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kiosk.payment.view import PaymentView, Refusal, Stage
from kiosk.session.doors import may_leave
from kiosk.ui.pages.money_words import notes_listed, paid_so_far
from kiosk.ui.texts import NOTHING, Money, Sum, Words, say


@dataclass(frozen=True, slots=True)
class NoteCount:
    key: str
    value: Words
    count: int


@dataclass(frozen=True, slots=True)
class CashView:
    title: Words = NOTHING
    rule_more: Words = NOTHING
    """Which notes are taken; under the rule that no change is given."""
    paid: Words = NOTHING
    missing: Words = NOTHING
    """In whole notes, a number only; empty once it is enough."""
    share: float = 0.0
    due: Words = NOTHING
    over: Words = NOTHING
    counts: tuple[NoteCount, ...] = ()
    enough: Words = NOTHING
    stopping: Words = NOTHING
    stop: Words = NOTHING
    may_stop: bool = False
    may_go_back: bool = False
    next_step: Words = NOTHING
    waits_for_note: bool = False
    closing: bool = False
    """The slot closes or has closed: nothing more is to be put in."""
    reason: Words = NOTHING
    """Why the last note came back, and `safe`: what is counted all the same."""
    remedy: Words = NOTHING
    remedy_other: Words = NOTHING
    safe: Words = NOTHING


def cash_view(payment: PaymentView, limit_minor: int) -> CashView:
    notes = tuple(value for value, _ in payment.counts)
    missing = max(0, payment.least_notes_minor - payment.paid_minor)
    over = payment.least_notes_minor - payment.to_pay_minor
    closing = payment.stage in (Stage.CLOSING, Stage.POSTING, Stage.DONE)
    view = CashView(
        title=_title(payment),
        rule_more=say(
            "收 {notes} 元；一次最多 {limit}。", notes=notes_listed(notes), limit=Money(limit_minor)
        )
        if notes
        else NOTHING,
        paid=Sum(payment.paid_minor),
        missing=Sum(missing) if missing else NOTHING,
        share=min(1.0, payment.paid_minor / payment.to_pay_minor) if payment.to_pay_minor else 0.0,
        due=say("应缴 {sum}", sum=Money(payment.to_pay_minor, exact=True)),
        over=say("多的 {sum} 存进户里", sum=Money(over, exact=True)) if over > 0 else say("正好，没有多的"),
        counts=tuple(NoteCount(str(value), Sum(value), count) for value, count in payment.counts),
        enough=_closing(payment) if closing else say("够了，入钞口自己关上，不会多收。"),
        stopping=NOTHING if closing else _stopping(payment),
        stop=say("到此为止，记 {sum}", sum=Money(payment.paid_minor)),
        may_stop=payment.may_stop and payment.paid_minor > 0,
        may_go_back=may_leave(payment) and payment.paid_minor == 0,
        next_step=_next_step(payment),
        waits_for_note=payment.stage is Stage.READY,
        closing=closing,
        safe=_kept_safe(payment) if closing else NOTHING,
    )
    return (
        view
        if payment.refusal is None or closing
        else _with_reason(view, payment.refusal, payment, limit_minor)
    )


def _title(payment: PaymentView) -> Words:
    if payment.refusal is not None and payment.stage is Stage.READY:
        return say("这张钞票退回来了")
    match payment.stage:
        case Stage.MOVING:
            return say("正在认这一张")
        case Stage.CLOSING:
            return say("请等一下，别走开")
        case Stage.POSTING | Stage.DONE:
            return say("收好了，正在记账")
        case Stage.IDLE | Stage.OPENING | Stage.UNAVAILABLE:
            return say("正在打开入钞口")
        case Stage.READY:
            return say("请放入钞票")


def _closing(payment: PaymentView) -> Words:
    if payment.stage is not Stage.CLOSING:
        return say("入钞口关上了，别再放钞票。")
    return say("入钞口正在关上，机器在核对。")


def _kept_safe(payment: PaymentView) -> Words:
    if payment.paid_minor:
        return say("放进去的 {sum} 都在", sum=Money(payment.paid_minor))
    return say("还没有收您的钱")


def _next_step(payment: PaymentView) -> Words:
    if payment.refusal is not None and payment.stage is Stage.READY:
        return say("先取走右下方退出的钞票")
    match payment.stage:
        case Stage.READY:
            return say("钞票放进右下方的入钞口")
        case Stage.MOVING:
            return say("机器在认，请等一下")
        case _:
            return say("请等一下")


def _stopping(payment: PaymentView) -> Words:
    if not payment.paid_minor:
        return say("放第一张之前，随时可以返回，不收钱。")
    return say("现在停下不退钞：{months}。", months=paid_so_far(payment.lines, payment.paid_minor))


def _with_reason(view: CashView, refusal: Refusal, payment: PaymentView, limit_minor: int) -> CashView:
    """Never a word about forgery: a likely reason, what is safe, what to try."""
    reason, remedy, other = _reason(refusal, payment, limit_minor)
    return replace(view, reason=reason, remedy=remedy, remedy_other=other, safe=_safe(payment))


def _reason(refusal: Refusal, payment: PaymentView, limit_minor: int) -> tuple[Words, Words, Words]:
    another = say("换一张；银行柜台可以换旧钞")
    notes = notes_listed([value for value, _ in payment.counts])
    match refusal:
        case Refusal.NOT_READ:
            return (
                say("机器没认出来，退给您。常见原因：折了角、贴了胶带、太旧或湿了。"),
                say("展平四个角，换一面再放"),
                another,
            )
        case Refusal.NOT_ACCEPTED:
            return (
                say("这里不收这一种，退给您。"),
                say("换成 {notes} 元的再放", notes=notes),
                say("一张一张放，展平"),
            )
        case Refusal.OVER_LIMIT:
            return (
                say("再收就超过一次最多的 {limit}，退给您。", limit=Money(limit_minor)),
                say("换面额小的一张再放"),
                say("或者到此为止，差的下一次再缴"),
            )
        case Refusal.CLOSED:
            return (
                say("放的时候入钞口正在关，退给您。"),
                say("入钞口的绿灯亮了再放"),
                say("一张一张放，展平"),
            )


def _safe(payment: PaymentView) -> Words:
    if not payment.paid_minor:
        return say("这张没有记，还没有收您的钱。")
    return say("前面放的 {sum} 都记好了，这张没有记。", sum=Money(payment.paid_minor))
