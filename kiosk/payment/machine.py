"""Where every payment changes, and nowhere else: `(state, event) -> (state, commands)`. Pure and total.

An event that fits nowhere changes nothing here: it is in the journal all the same, and what it says about
notes comes out when the box's counts are compared, which each payment answers for until the next begins.
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
    Claim,
    Claiming,
    Closing,
    Counted,
    Note,
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
from kiosk.payment.view import Refusal, Slip

Step: TypeAlias = tuple[State, tuple[Command, ...]]


def begin(event: Begun) -> Step:
    return Opening(event), (CountBox(),)


def step(state: State, event: Event) -> Step:
    """Same input, same answer; it never raises."""
    match state:
        case Opening() | NotOpened():
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


# --- taking notes ---


def opening(state: Opening | NotOpened, event: Event) -> Step:
    match state, event:
        case Opening(begun=begun, stop=None), CountsTaken(counts=counts):
            return Waiting(Tray(begun, counts)), (AwaitNote(),)
        case Opening(begun=begun), CountsTaken() | Restarted():
            return NotOpened(begun), ()
        case Opening(begun=begun), DeviceFailed():
            return NotOpened(begun, failed=True), ()
        case Opening(), StopAsked(why=why):
            return replace(state, stop=why), ()
        case NotOpened(), Dismissed():
            return replace(state, dismissed=True), ()
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
    if tray.is_enough:
        return counted(tray, stop or PaymentEnd.PAID)
    if stop is not None or tray.jammed:
        return counted(tray, stop or PaymentEnd.FAULT)
    return Waiting(tray), (AwaitNote(),)


# --- finding out what became of a note ---


def unsettled(tray: Tray, value: int | None, failure: FailureKind, stop: PaymentEnd | None) -> Step:
    tray = replace(tray, jammed=tray.jammed or failure is FailureKind.JAMMED)
    return Settling(tray, value, stop), (AskCounts(),)


def restarted(tray: Tray, value: int | None, stop: PaymentEnd | None) -> Step:
    tray = replace(tray, recovered=True, refusal=None)
    return Settling(tray, value, stop or PaymentEnd.RESTART), (AskCounts(),)


def settling(state: Settling, event: Event) -> Step:
    match event:
        case CountsTold():
            return settled(state, event)
        case StopAsked(why=why) if state.stop is None:
            return replace(state, stop=why), ()
        case DeviceFailed(failure=failure):
            return unsettled(state.tray, state.in_flight_minor, failure, state.stop)
        case Restarted():
            return restarted(state.tray, state.in_flight_minor, state.stop)
        case GaveUp():
            return in_doubt(state, {})
        case _:
            return state, ()


def settled(state: Settling, event: CountsTold) -> Step:
    """The box's counts against what this payment knows: the one place where a lost note is found."""
    tray, more = state.tray, state.tray.unexplained(event.counts)
    match list(more.items()), event.state:
        case [(value, 1)], _ if state.in_flight_minor in (None, value):
            return onward(replace(tray, notes=(*tray.notes, Note(value, event.at))), state.stop)
        case [], CashInState.HELD if event.held_minor is not None:
            return still_held(state, event.held_minor)
        case [], CashInState.ENDED if not tray.jammed:
            refusal = None if state.in_flight_minor is None or tray.recovered else Refusal.NOT_READ
            return onward(replace(tray, refusal=refusal), state.stop)
        case _:
            return in_doubt(state, more)


def still_held(state: Settling, value: int) -> Step:
    """The note lies in escrow still. It goes back while its owner stands there, else to its open payment."""
    if state.tray.recovered:
        return Stacking(state.tray, value, state.stop), (StackNote(),)
    return Returning(state.tray, value, Refusal.NOT_READ, state.stop), (ReturnNote(),)


def in_doubt(state: Settling, more: dict[int, int]) -> Step:
    """Nobody can say where a note is: a claim, unless none was heard of and none is in the box too many."""
    tray, why = state.tray, state.stop or PaymentEnd.FAULT
    if state.in_flight_minor is None and not more and not tray.jammed:
        return counted(tray, why)
    amount = state.in_flight_minor if not more else worth_of(more)
    return claiming(Claiming(tray, why, amount, tuple(more.items())))


def worth_of(more: dict[int, int]) -> int | None:
    """What these notes come to; nobody can say where some are missing."""
    if any(count < 0 for count in more.values()):
        return None
    return sum(value * count for value, count in more.items())


def claiming(state: Claiming) -> Step:
    claim = OpenClaim(ClaimKind.NOTE_IN_DOUBT, state.amount_minor, evidence_of(state.tray), state.difference)
    return state, (claim,)


def evidence_of(tray: Tray) -> tuple[tuple[str, str], ...]:
    return (
        ("payment", str(tray.begun.payment_id)),
        ("notes counted", str(len(tray.notes))),
        ("sum counted", str(tray.paid_minor)),
        ("box before", " ".join(f"{value}x{count}" for value, count in sorted(tray.before.items()))),
    )


# --- the end of collecting ---


def counted(tray: Tray, why: PaymentEnd) -> Step:
    """Collecting is over."""
    if tray.notes:
        return Counted(tray, why), (IssueReceipt(),)
    if tray.doubt:
        return Unpaid(tray, why, Slip.PRINTING), (TellHall(), PrintSlip())
    return Unpaid(tray, why), ()


def finishing(state: Claiming | Counted, event: Event) -> Step:
    match state, event:
        case Claiming(), ClaimOpened():
            return counted(with_claim(state.tray, event), state.why)
        case Claiming(), Restarted():
            return claiming(replace(state, tray=replace(state.tray, recovered=True)))
        case Counted(), ReceiptIssued(number=number, token=token):
            return Receipted(state.tray, state.why, number, token), (TellHall(),)
        case Counted(), Restarted():
            return replace(state, tray=replace(state.tray, recovered=True)), (IssueReceipt(),)
        case _:
            return state, ()


def ended(state: Receipted | Unpaid, event: Event) -> Step:
    match event:
        case Posted() | HallAwaited() | PostRefused() if isinstance(state, Receipted):
            return told(state, event)
        case CountsTold():
            return state, surplus(state.tray, event)
        case ClaimOpened():
            return replace(state, tray=with_claim(state.tray, event)), (TellHall(),)
        case ClaimFiled():
            return replace(state, tray=with_answer(state.tray, event)), ()
        case SlipPrinted():
            return replace(state, slip=Slip.PRINTED), ()
        case SlipFailed():
            return replace(state, slip=Slip.FAILED), ()
        case SlipAsked() if state.slip is not Slip.PRINTING and has_slip(state):
            return replace(state, slip=Slip.PRINTING), (PrintSlip(),)
        case Dismissed():
            return replace(state, dismissed=True), ()
        case Restarted() if not state.dismissed:
            return again_after_restart(state)
        case _:
            return state, ()


def told(state: Receipted, event: Posted | HallAwaited | PostRefused) -> Step:
    """The hall has booked it, or can't yet, or will not. The slip goes out once it is known which."""
    match event:
        case Posted(answer=answer) if state.posted is None:
            state = replace(state, posted=answer, awaited=False, refused=False)
        case HallAwaited() if state.posted is None:
            state = replace(state, awaited=True)
        case PostRefused() if state.posted is None:
            state = replace(state, awaited=True, refused=True)
    if state.slip is not Slip.NONE:
        return state, ()
    return replace(state, slip=Slip.PRINTING), (PrintSlip(),)


def is_news(state: State, event: Event) -> bool:
    """Answers that come again and again (a hall that stays silent, a box that is as it was) are no news."""
    repeats = isinstance(event, CountsTold | HallAwaited | PostRefused)
    return not repeats or step(state, event) != (state, ())


def surplus(tray: Tray, event: CountsTold) -> tuple[Command, ...]:
    """What nobody has accounted for in the box becomes a claim of its own."""
    more = tray.unexplained(event.counts)
    if not more:
        return ()
    amount = worth_of(more)
    kind = ClaimKind.COUNTERS_DIFFER if amount is None else ClaimKind.UNCLAIMED_CASH
    found = tuple((f"unexplained {value}", f"{count:+d}") for value, count in more.items())
    return (OpenClaim(kind, amount, (*evidence_of(tray), *found), tuple(more.items())),)


def with_claim(tray: Tray, event: ClaimOpened) -> Tray:
    return replace(tray, claims=(*tray.claims, Claim(event)))


def with_answer(tray: Tray, event: ClaimFiled) -> Tray:
    claims = (
        replace(claim, answer_due=event.answer_due) if claim.opened.claim_id == event.claim_id else claim
        for claim in tray.claims
    )
    return replace(tray, claims=tuple(claims))


def has_slip(state: Receipted | Unpaid) -> bool:
    return isinstance(state, Receipted) or state.tray.doubt is not None


def again_after_restart(state: Receipted | Unpaid) -> Step:
    """Whether a slip that was being printed is on paper nobody knows: another copy does no harm."""
    state = replace(state, tray=replace(state.tray, recovered=True))
    if state.slip is Slip.PRINTING:
        return state, (TellHall(), PrintSlip())
    return state, (TellHall(),)
