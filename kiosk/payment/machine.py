"""Where every payment changes, and nowhere else: `(state, event) -> (state, commands)`. Pure and total.

An event that fits nowhere changes nothing here: it is in the journal all the same, and what it says about
notes comes out when the box's counts are compared.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TypeAlias

from hall.contract import ClaimKind, PaymentEnd
from kiosk.payment.commands import (
    AskCounts,
    AwaitNote,
    CloseSlot,
    Command,
    CountBox,
    IssueReceipt,
    OpenClaim,
    PrintSlip,
    ReturnNote,
    StackNote,
    TellHall,
)
from kiosk.payment.events import (
    Begun,
    CashInState,
    ClaimFiled,
    ClaimOpened,
    CountsTaken,
    CountsTold,
    DeviceFailed,
    Dismissed,
    Event,
    FailureKind,
    GaveUp,
    HallAwaited,
    NoteHeld,
    NoteRefused,
    NoteReturned,
    NoteStacked,
    Posted,
    PostRefused,
    ReceiptIssued,
    Restarted,
    SlipAsked,
    SlipFailed,
    SlipPrinted,
    SlotClosed,
    StopAsked,
)
from kiosk.payment.states import (
    Claiming,
    Closing,
    Counted,
    Note,
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
from kiosk.payment.view import Refusal, Slip

Step: TypeAlias = tuple[State, tuple[Command, ...]]


def begin(event: Begun) -> Step:
    return Opening(event), (CountBox(),)


def step(state: State, event: Event) -> Step:
    """Same input, same answer; it never raises."""
    match state:
        case Opening():
            return opening(state, event)
        case Waiting() | Closing():
            return slot(state, event)
        case Stacking() | Returning():
            return moving(state, event)
        case Settling():
            return settling(state, event)
        case Claiming() | Counted():
            return finishing(state, event)
        case Receipted() | Unpaid():
            return ended(state, event)


def opening(state: Opening, event: Event) -> Step:
    match event:
        case CountsTaken(counts=counts) if state.stop is None:
            return Waiting(Tray(state.begun, counts)), (AwaitNote(),)
        case CountsTaken():
            return Unpaid(state.begun, state.stop or PaymentEnd.STOPPED), ()
        case StopAsked(why=why):
            return replace(state, stop=why), ()
        case DeviceFailed() | GaveUp():
            return Unpaid(state.begun, PaymentEnd.FAULT, failed_to_open=True), ()
        case Restarted():
            return Unpaid(state.begun, PaymentEnd.RESTART, recovered=True), ()
        case _:
            return state, ()


def slot(state: Waiting | Closing, event: Event) -> Step:
    tray, why = state.tray, state.why if isinstance(state, Closing) else None
    match event:
        case NoteHeld():
            return held(tray, event, why)
        case NoteRefused(reason=reason) if why is None:
            return Waiting(replace(tray, refusal=reason)), (AwaitNote(),)
        case NoteRefused(reason=reason):
            return Closing(replace(tray, refusal=reason), why or PaymentEnd.STOPPED), (CloseSlot(),)
        case StopAsked(why=asked) if why is None:
            return Closing(tray, asked), (CloseSlot(),)
        case SlotClosed():
            return counted(tray, why or PaymentEnd.FAULT)
        case DeviceFailed(failure=failure):
            return unsettled(tray, None, failure, why)
        case Restarted():
            return restarted(tray, None, why)
        case _:
            return state, ()


def held(tray: Tray, event: NoteHeld, stop: PaymentEnd | None) -> Step:
    """A note in escrow: take it, or give it back before it is taken."""
    begun = tray.begun
    tray = replace(tray, refusal=None)
    value = event.value_minor
    if stop is not None:
        return Returning(tray, value, Refusal.CLOSED, stop), (ReturnNote(),)
    if event.currency != begun.currency or value not in begun.notes_accepted_minor:
        return Returning(tray, value, Refusal.NOT_ACCEPTED), (ReturnNote(),)
    if tray.paid_minor + value > begun.cash_limit_minor:
        return Returning(tray, value, Refusal.OVER_LIMIT), (ReturnNote(),)
    return Stacking(tray, value), (StackNote(),)


def moving(state: Stacking | Returning, event: Event) -> Step:
    match event:
        case NoteStacked():
            return stacked(state.tray, event, state.stop)
        case NoteReturned():
            refusal = state.refusal if isinstance(state, Returning) else Refusal.NOT_READ
            return onward(replace(state.tray, refusal=refusal), state.stop)
        case StopAsked(why=why) if state.stop is None:
            return replace(state, stop=why), ()
        case DeviceFailed(failure=failure):
            return unsettled(state.tray, state.value_minor, failure, state.stop)
        case Restarted():
            return restarted(state.tray, state.value_minor, state.stop)
        case _:
            return state, ()


def stacked(tray: Tray, event: NoteStacked, stop: PaymentEnd | None) -> Step:
    note = Note(event.value_minor, event.at)
    return onward(replace(tray, notes=(*tray.notes, note), refusal=None), stop)


def onward(tray: Tray, stop: PaymentEnd | None) -> Step:
    """After a note has found its place: the next one, or the end."""
    if stop is not None or tray.is_enough:
        return counted(tray, stop or PaymentEnd.PAID)
    return Waiting(tray), (AwaitNote(),)


def unsettled(tray: Tray, value: int | None, failure: FailureKind, stop: PaymentEnd | None) -> Step:
    return Settling(tray, value, failure is FailureKind.JAMMED, stop), (AskCounts(),)


def restarted(tray: Tray, value: int | None, stop: PaymentEnd | None) -> Step:
    tray = replace(tray, recovered=True, refusal=None)
    return Settling(tray, value, jammed=False, stop=stop or PaymentEnd.RESTART), (AskCounts(),)


def settling(state: Settling, event: Event) -> Step:
    match event:
        case CountsTold():
            return settled(state, event)
        case NoteStacked() if state.in_flight_minor == event.value_minor:
            return stacked(state.tray, event, state.stop or PaymentEnd.FAULT)
        case StopAsked(why=why) if state.stop is None:
            return replace(state, stop=why), ()
        case DeviceFailed(failure=failure):
            jammed = state.jammed or failure is FailureKind.JAMMED
            return replace(state, jammed=jammed), (AskCounts(),)
        case Restarted():
            return restarted(state.tray, state.in_flight_minor, state.stop)
        case GaveUp():
            return doubt(state, {"device": "did not answer"})
        case _:
            return state, ()


def settled(state: Settling, event: CountsTold) -> Step:
    """The box's counts against what this payment knows: the one place where a lost note is found."""
    tray, more = state.tray, state.tray.unexplained(event.counts)
    match list(more.items()), event.state:
        case [(value, 1)], _ if state.in_flight_minor in (None, value):
            found = replace(tray, notes=(*tray.notes, Note(value, event.at)))
            if state.jammed:
                return counted(found, state.stop or PaymentEnd.FAULT, jammed=True)
            return onward(found, state.stop)
        case [], CashInState.HELD if event.held_minor is not None:
            return still_held(state, event.held_minor)
        case [], CashInState.ENDED if not state.jammed:
            return onward(tray, state.stop)
        case _:
            counts = {str(value): f"{count:+d}" for value, count in sorted(more.items())}
            return doubt(
                state, {"cash-in": event.state, **{f"unexplained {v}": n for v, n in counts.items()}}
            )


def still_held(state: Settling, value: int) -> Step:
    """The note lies in escrow still. It goes back while its owner stands there, else to its open payment."""
    tray = state.tray
    if tray.recovered:
        return Stacking(tray, value, state.stop or PaymentEnd.RESTART), (StackNote(),)
    return Returning(tray, value, Refusal.CLOSED, state.stop or PaymentEnd.FAULT), (ReturnNote(),)


def doubt(state: Settling, facts: dict[str, str]) -> Step:
    """Nobody can say where a note is: it becomes a claim, if there may have been one."""
    tray, why = state.tray, state.stop or PaymentEnd.FAULT
    evidence = tuple(sorted({"payment": str(tray.begun.payment_id), **facts}.items()))
    if state.in_flight_minor is None and not state.jammed and "device" in facts and not tray.recovered:
        # The wire went while the slot stood open and empty: no note was heard of, none is claimed for.
        return counted(tray, why)
    claim = OpenClaim(ClaimKind.NOTE_IN_DOUBT, state.in_flight_minor, evidence)
    return Claiming(tray, why, state.jammed), (claim,)


def finishing(state: Claiming | Counted, event: Event) -> Step:
    match state, event:
        case Claiming(), ClaimOpened():
            return counted(state.tray, state.why, event, jammed=state.jammed)
        case Claiming(), Restarted():
            tray = replace(state.tray, recovered=True)
            evidence = (("payment", str(tray.begun.payment_id)), ("restart", "while the claim was made"))
            return replace(state, tray=tray), (OpenClaim(ClaimKind.NOTE_IN_DOUBT, None, evidence),)
        case Counted(), ReceiptIssued(number=number, token=token):
            receipted = Receipted(state.tray, state.why, state.claim, state.jammed, number, token)
            return receipted, (TellHall(),)
        case Counted(), Restarted():
            return replace(state, tray=replace(state.tray, recovered=True)), (IssueReceipt(),)
        case _:
            return state, ()


def counted(tray: Tray, why: PaymentEnd, claim: ClaimOpened | None = None, *, jammed: bool = False) -> Step:
    """Collecting is over."""
    if tray.notes:
        return Counted(tray, why, claim, jammed), (IssueReceipt(),)
    unpaid = Unpaid(tray.begun, why, claim, jammed, tray.recovered)
    if claim is None:
        return unpaid, ()
    return replace(unpaid, slip=Slip.PRINTING), (TellHall(), PrintSlip())


def ended(state: Receipted | Unpaid, event: Event) -> Step:
    match state, event:
        case Receipted(posted=None), Posted(answer=answer):
            return with_slip(replace(state, posted=answer, awaited=False))
        case Receipted(posted=None, awaited=False), HallAwaited():
            return with_slip(replace(state, awaited=True))
        case Receipted(posted=None), PostRefused():
            return with_slip(replace(state, refused=True, awaited=True))
        case _, ClaimFiled(answer_due=due):
            return replace(state, answer_due=due), ()
        case _, SlipPrinted():
            return replace(state, slip=Slip.PRINTED), ()
        case _, SlipFailed():
            return replace(state, slip=Slip.FAILED), ()
        case _, Dismissed():
            return replace(state, dismissed=True), ()
        case _, SlipAsked():
            return replace(state, slip=Slip.PRINTING), (PrintSlip(),)
        case Receipted(), Restarted() if not state.dismissed:
            again = replace(state, tray=replace(state.tray, recovered=True))
            return slip_after_restart(again, told=state.posted is not None or state.awaited)
        case Unpaid(), Restarted() if state.claim is not None and not state.dismissed:
            return slip_after_restart(replace(state, recovered=True), told=True)
        case _:
            return state, ()


def with_slip(state: Receipted) -> Step:
    """The slip goes out once, when it is known whether the hall has been told."""
    if state.slip is not Slip.NONE:
        return state, ()
    return replace(state, slip=Slip.PRINTING), (PrintSlip(),)


def slip_after_restart(state: Receipted | Unpaid, *, told: bool) -> Step:
    """Whether a slip that was being printed is paper nobody knows: another copy does no harm."""
    if not told or state.slip is Slip.PRINTED:
        return state, (TellHall(),)
    return replace(state, slip=Slip.PRINTING), (TellHall(), PrintSlip())
