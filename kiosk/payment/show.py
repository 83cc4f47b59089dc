"""A payment's state as the screen is told of it. Pure."""

from __future__ import annotations

from dataclasses import replace
from math import gcd

from kiosk.payment.events import Begun
from kiosk.payment.states import (
    Claiming,
    Closing,
    Counted,
    NotOpened,
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
    if wanted >= max(notes) ** 2:
        return unit * wanted  # from there on notes without a common unit make every sum (Frobenius)
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
        case NotOpened(begun=begun, failed=failed):
            return basis(begun, Stage.UNAVAILABLE) if failed else PaymentView()
        case Waiting(tray=tray):
            return replace(collected(tray, Stage.READY), may_stop=True)
        case Stacking(tray=tray) | Returning(tray=tray):
            return collected(tray, Stage.MOVING)
        case Closing(tray=tray) | Settling(tray=tray) | Claiming(tray=tray):
            return collected(tray, Stage.CLOSING)
        case Counted(tray=tray):
            return collected(tray, Stage.POSTING)
        case Receipted():
            return receipted(state)
        case Unpaid(tray=tray, slip=slip):
            # Nothing was taken: no payment, unless there is a claim to show.
            shown = replace(collected(tray, Stage.DONE), slip=slip)
            return shown if shown.claim else PaymentView()


def basis(begun: Begun, stage: Stage) -> PaymentView:
    to_pay = sum(line.to_pay_minor for line in begun.lines)
    return PaymentView(
        stage=stage,
        account=begun.account,
        lines=begun.lines,
        to_pay_minor=to_pay,
        least_notes_minor=least_notes_minor(to_pay, begun.notes_accepted_minor),
        counts=tuple((note, 0) for note in sorted(begun.notes_accepted_minor, reverse=True)),
    )


def collected(tray: Tray, stage: Stage) -> PaymentView:
    doubt = tray.doubt
    taken = [note.value_minor for note in tray.notes]
    kinds = sorted({*tray.begun.notes_accepted_minor, *taken}, reverse=True)
    return replace(
        basis(tray.begun, stage),
        paid_minor=tray.paid_minor,
        counts=tuple((kind, taken.count(kind)) for kind in kinds),
        refusal=tray.refusal,
        jammed=tray.jammed,
        claim=ClaimView(doubt.opened.number, doubt.answer_due) if doubt else None,
        taken_at=tray.notes[-1].at if tray.notes else None,
        recovered=tray.recovered,
    )


def receipted(state: Receipted) -> PaymentView:
    is_told = state.posted is not None or state.awaited
    return replace(
        collected(state.tray, Stage.DONE if is_told else Stage.POSTING),
        receipt_number=state.number,
        receipt_token=state.token,
        posted=state.posted,
        hall_awaited=state.posted is None and state.awaited,
        slip=state.slip,
    )


def broken_off(view: PaymentView) -> PaymentView:
    """The journal takes nothing more: what was counted stands in it, but no receipt can be made now."""
    if not view.paid_minor:
        return replace(view, stage=Stage.UNAVAILABLE, may_stop=False)
    return replace(view, stage=Stage.DONE, may_stop=False, hall_awaited=True)
