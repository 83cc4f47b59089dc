"""A payment's state as the screen is told of it. Pure."""

from __future__ import annotations

from datetime import datetime
from math import gcd

from kiosk.payment.events import Begun, ClaimOpened
from kiosk.payment.states import (
    Claiming,
    Closing,
    Counted,
    Opening,
    Receipted,
    Returning,
    Settling,
    Stacking,
    State,
    Tray,
    Unpaid,
    Waiting,
)
from kiosk.payment.view import ClaimView, PaymentView, Stage


def least_notes_minor(to_pay_minor: int, notes_minor: tuple[int, ...]) -> int:
    """The least sum that such notes can make and that covers what is to pay (0 without notes)."""
    if not notes_minor or to_pay_minor <= 0:
        return 0
    unit = gcd(*notes_minor)
    notes = [note // unit for note in notes_minor]
    wanted = -(-to_pay_minor // unit)
    # Adding the smallest note to any reachable sum below reaches one in this span.
    reachable = [True] + [False] * (wanted + min(notes))
    for total in range(1, len(reachable)):
        reachable[total] = any(note <= total and reachable[total - note] for note in notes)
    return unit * next(total for total in range(wanted, len(reachable)) if reachable[total])


def view_of(state: State) -> PaymentView:
    match state:
        case Opening(begun=begun, stop=None):
            return basis(begun, Stage.OPENING)
        case Opening(begun=begun):
            return basis(begun, Stage.CLOSING)
        case Waiting(tray=tray):
            return collected(tray, Stage.READY, may_stop=True)
        case Stacking(tray=tray) | Returning(tray=tray):
            return collected(tray, Stage.MOVING)
        case Closing(tray=tray):
            return collected(tray, Stage.CLOSING)
        case Settling(tray=tray, jammed=jammed) | Claiming(tray=tray, jammed=jammed):
            return collected(tray, Stage.CLOSING, jammed=jammed)
        case Counted(tray=tray, jammed=jammed, claim=claim):
            return collected(tray, Stage.POSTING, jammed=jammed, claim=claim)
        case Receipted():
            return receipted(state)
        case Unpaid():
            return unpaid(state)


def basis(begun: Begun, stage: Stage, **more: object) -> PaymentView:
    to_pay = sum(line.to_pay_minor for line in begun.lines)
    values = {
        "account": begun.account,
        "lines": begun.lines,
        "to_pay_minor": to_pay,
        "least_notes_minor": least_notes_minor(to_pay, begun.notes_accepted_minor),
        "counts": tuple((note, 0) for note in sorted(begun.notes_accepted_minor, reverse=True)),
    }
    return PaymentView(stage=stage, **(values | more))  # type: ignore[arg-type]


def collected(
    tray: Tray,
    stage: Stage,
    *,
    may_stop: bool = False,
    jammed: bool = False,
    claim: ClaimOpened | None = None,
    answer_due: datetime | None = None,
    **more: object,
) -> PaymentView:
    taken = [note.value_minor for note in tray.notes]
    kinds = sorted({*tray.begun.notes_accepted_minor, *taken}, reverse=True)
    return basis(
        tray.begun,
        stage,
        paid_minor=tray.paid_minor,
        counts=tuple((kind, taken.count(kind)) for kind in kinds),
        refusal=tray.refusal,
        may_stop=may_stop,
        jammed=jammed,
        claim=ClaimView(claim.number, answer_due) if claim else None,
        taken_at=tray.notes[-1].at if tray.notes else None,
        recovered=tray.recovered,
        **more,
    )


def receipted(state: Receipted) -> PaymentView:
    told = state.posted is not None or state.awaited
    return collected(
        state.tray,
        Stage.DONE if told else Stage.POSTING,
        jammed=state.jammed,
        claim=state.claim,
        answer_due=state.answer_due,
        receipt_number=state.number,
        receipt_token=state.token,
        posted=state.posted,
        hall_awaited=state.posted is None and state.awaited,
        slip=state.slip,
    )


def unpaid(state: Unpaid) -> PaymentView:
    """Nothing was taken: no payment, unless there is a claim to show or cash could not start at all."""
    if state.failed_to_open:
        return basis(state.begun, Stage.UNAVAILABLE)
    if state.claim is None:
        return PaymentView()
    return basis(
        state.begun,
        Stage.DONE,
        claim=ClaimView(state.claim.number, state.answer_due),
        jammed=state.jammed,
        recovered=state.recovered,
        slip=state.slip,
    )
