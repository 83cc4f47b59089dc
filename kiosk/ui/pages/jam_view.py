"""A note that could not be counted: what was counted is safe, the note in between has a number and an answer's day."""

from __future__ import annotations

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from kiosk.payment.view import PaymentView, PrinterState, Slip, Stage
from kiosk.ui.pages.cash_view import NoteCount
from kiosk.ui.pages.done_view import EMPTY_PROOF, Proof, proof_of
from kiosk.ui.pages.slip_words import claim_slip_words, countdown_words, may_print_again, slip_words
from kiosk.ui.texts import NOTHING, DayTime, Money, Paper, Sum, Words, say


@dataclass(frozen=True, slots=True)
class JamView:
    title: Words = NOTHING
    text: Words = NOTHING
    safe: Words = NOTHING
    safe_more: Words = NOTHING
    counts: tuple[NoteCount, ...] = ()
    counted: bool = False
    claim_number: Words = NOTHING
    answer_due: Words = NOTHING
    finished: bool = False
    """Until then the machine still finds out what became of the note."""
    waiting: Words = NOTHING
    proof: Proof = EMPTY_PROOF
    slip: Words = NOTHING
    slip_more: Words = NOTHING
    slip_printed: bool = False
    slip_failed: bool = False
    may_print_again: bool = False
    countdown: Words = NOTHING


def jam_view(
    payment: PaymentView, printer: PrinterState, hotline: str, zone: ZoneInfo, seconds_left: int
) -> JamView:
    """While it is jammed, and as the last page where a note stayed in doubt."""
    finished = payment.stage is Stage.DONE
    return JamView(
        title=say("入钞口卡住了") if payment.jammed else say("有一张没能数清"),
        text=say("不是您的错。请别用手或东西去掏。")
        if payment.jammed
        else say("不是您的错，入钞口断了一下。"),
        safe=_safe(payment),
        safe_more=_safe_more(payment),
        counts=tuple(NoteCount(str(value), Sum(value), count) for value, count in payment.counts if count),
        counted=payment.paid_minor > 0,
        claim_number=Paper(payment.claim.number) if payment.claim else NOTHING,
        answer_due=_due(payment, zone),
        finished=finished,
        waiting=NOTHING if finished else say("机器在核对，请等一下，别走开"),
        proof=proof_of(payment, hotline, zone),
        slip=_slip(payment, printer) if finished else NOTHING,
        slip_more=say("这是缴费凭据，不是发票") if payment.paid_minor else NOTHING,
        slip_printed=payment.slip is Slip.PRINTED,
        slip_failed=payment.slip in (Slip.FAILED, Slip.NONE),
        may_print_again=may_print_again(payment.slip, printer),
        countdown=countdown_words(payment.slip, seconds_left),
    )


def _safe(payment: PaymentView) -> Words:
    if payment.paid_minor:
        return say("数过的 {sum} 记好了", sum=Money(payment.paid_minor))
    return say("别的钱没有收")


def _safe_more(payment: PaymentView) -> Words:
    if payment.paid_minor and payment.posted is None and payment.stage is Stage.DONE:
        return say("停电、关机都不会丢，连上中心就入账。")
    if payment.paid_minor:
        return say("停电、关机都不会丢，给您收据。")
    return say("没数清的那一张替您登记，开箱就知道。")


def _slip(payment: PaymentView, printer: PrinterState) -> Words:
    return slip_words(payment.slip, printer) if payment.paid_minor else claim_slip_words(payment.slip)


def _due(payment: PaymentView, zone: ZoneInfo) -> Words:
    if payment.claim is None or payment.claim.answer_due is None:
        return say("打电话可以问")
    return DayTime(payment.claim.answer_due.astimezone(zone))
