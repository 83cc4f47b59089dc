"""What has to be said to the acceptor for each thing that the payment wants. Pure: each script ends in one event.

One transaction a note: CashInStart, CashIn (again after each refusal), and CashInEnd or CashInRollback. Both end
it even when they fail, so where such a note is gets asked (GetCashInStatus), never guessed.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime

from devices.contract import (
    BankNoteTypes,
    CashInCompletion,
    CashInStart,
    CashInStatus,
    CompletionCode,
    InputRefuse,
    RefuseReason,
    Status,
    Storage,
    StorageUnit,
    StoredCash,
)
from devices.contract import (
    CashInState as WireState,
)
from kiosk.devices.alarm import Alarm
from kiosk.devices.cash_state import cash_state, failure_kind
from kiosk.devices.dialogue import MisreadError, Reply
from kiosk.devices.notes import NoteTable, Wanted, Worth, is_empty
from kiosk.devices.script import Ask, CommandFailedError, LinkLostError, Script
from kiosk.payment.events import (
    CashInState,
    CountsTaken,
    CountsTold,
    DeviceFailed,
    Event,
    FailureKind,
    NoteHeld,
    NoteRefused,
    NoteReturned,
    NoteStacked,
    SlotClosed,
)
from kiosk.payment.view import CashState, Refusal

MOVE_S = 30.0
"""For a note to reach the box, or its owner's hand."""
MOVE_GRACE_S = 35.0
"""A service that has been told to stop waiting still sees a moving note to its end."""
CASH_IN = "CashAcceptor.CashIn"
END, ROLLBACK = "CashAcceptor.CashInEnd", "CashAcceptor.CashInRollback"


@dataclass(slots=True)
class Till:
    """What this end knows of the transaction; the device host has the last word."""

    clock: Callable[[], datetime]
    alarm: Callable[[Alarm], None]
    wanted: Wanted | None = None
    is_configured: bool = False
    """The device has been told what is wanted, since it was last met."""
    in_transaction: bool = False
    to_close: bool = False
    """Nothing more shall be let in: a pending CashIn has been cancelled."""
    table: NoteTable = field(default_factory=NoteTable)

    def met(self) -> None:
        """The service has been found, perhaps another one than before."""
        self.is_configured = self.in_transaction = False
        self.table = NoteTable()

    def closes(self) -> bool:
        """Whether the slot is to close: that may change while a command is pending."""
        return self.to_close


# --- asked by the payment ---


def count_box(till: Till) -> Script[Event]:
    """Before the first note: whatever an earlier payment left is put in order, then the box is counted."""
    status, units = yield from look()
    state = cash_state(status, units)
    if state is not CashState.READY:
        return DeviceFailed(failure=failure_kind(state), detail=f"the acceptor is {state}")
    yield from look_up(till)
    yield from _put_in_order(till)
    yield from _configure_if_possible(till)
    return CountsTaken(counts=(yield from _counts(till)))


def await_note(till: Till) -> Script[Event]:
    """Until a note is held or has gone back; while closing, until it is sure that nothing was let in."""
    if not till.in_transaction:
        if not till.is_configured:
            yield from look_up(till)
            yield from _configure_if_possible(till)
        yield Ask("CashAcceptor.CashInStart", CashInStart(total_items_limit=0))
        till.in_transaction = True
    if till.closes():
        return (yield from close_slot(till))
    try:
        reply = yield Ask(CASH_IN, timeout_s=None)
    except CommandFailedError as error:
        if till.closes() and error.reply.code is CompletionCode.CANCELED:
            return (yield from close_slot(till))
        raise
    items = reply.read(CashInCompletion).items
    if not is_empty(items):
        worth = till.table.only(items)
        return _held(worth) if worth else (yield from _give_back_unknown(till))
    if till.closes():
        return (yield from close_slot(till))
    return NoteRefused(reason=refusal_of(reply))


def stack_note(till: Till) -> Script[Event]:
    return (yield from _moved(till, END))


def return_note(till: Till) -> Script[Event]:
    return (yield from _moved(till, ROLLBACK))


def close_slot(till: Till) -> Script[Event]:
    """End a transaction that holds nothing."""
    if till.in_transaction:
        yield from _end_empty(till)
    return SlotClosed()


def ask_counts(till: Till) -> Script[CountsTold | None]:
    """What became of the last note; None while the device can't be reached, so nobody can say."""
    try:
        status, units = yield from look()
        state = cash_state(status, units)
        if state in {CashState.GONE, CashState.STARTING}:
            return None
        yield from look_up(till)
        last = (yield Ask("CashAcceptor.GetCashInStatus")).read(CashInStatus)
        ended, held = _judged(till, last, is_jammed=state is CashState.JAMMED)
        if last.status is WireState.ACTIVE and ended is CashInState.ENDED:
            yield from _end_empty(till)
        counts = yield from _counts(till)
        return CountsTold(state=ended, held_minor=held, counts=counts, at=till.clock())
    except (CommandFailedError, LinkLostError, MisreadError):
        return None


# --- whenever the device is met ---


def look() -> Script[tuple[Status, Collection[StorageUnit]]]:
    """How the acceptor and its boxes are."""
    status = (yield Ask("Common.Status")).read(Status)
    storage = (yield Ask("Storage.GetStorage")).read(Storage)
    return status, tuple((storage.storage or {}).values())


def look_up(till: Till) -> Script[None]:
    reply = yield Ask("CashManagement.GetBankNoteTypes")
    till.table = NoteTable.of(reply.read(BankNoteTypes))


def configure(till: Till) -> Script[None]:
    """Let in only what the utility takes. Legal outside a transaction only; what comes in all the same goes back."""
    if till.wanted is None or till.is_configured or not till.table.types:
        return
    yield Ask("CashAcceptor.ConfigureNoteTypes", till.table.switches(till.wanted))
    till.is_configured = True


def answered(script: Script[Event]) -> Script[Event]:
    """Whatever goes wrong is an event as well."""
    try:
        return (yield from script)
    except LinkLostError as error:
        return DeviceFailed(failure=FailureKind.GONE, detail=f"lost in {error}")
    except (CommandFailedError, MisreadError) as error:
        return DeviceFailed(failure=(yield from _why()), detail=str(error))


# --- parts ---


def _why() -> Script[FailureKind]:
    try:
        status, units = yield from look()
    except (CommandFailedError, LinkLostError, MisreadError):
        return FailureKind.GONE
    return failure_kind(cash_state(status, units))


def _configure_if_possible(till: Till) -> Script[None]:
    """An acceptor that will not switch its types lets in too much: the payment itself gives that back."""
    with suppress(CommandFailedError):
        yield from configure(till)


def _held(worth: Worth) -> Event:
    return NoteHeld(value_minor=worth.value_minor, currency=worth.currency)


def _give_back_unknown(till: Till) -> Script[Event]:
    """Something is in escrow whose worth nobody can say."""
    yield from _end_with(till, ROLLBACK)
    return SlotClosed() if till.closes() else NoteRefused(reason=Refusal.NOT_ACCEPTED)


def refusal_of(reply: Reply) -> Refusal:
    """Of the last refusal that the CashIn told of."""
    told = [event for event in reply.events if event.name == "CashAcceptor.InputRefuseEvent"]
    if not told:
        return Refusal.NOT_READ
    try:
        reason = told[-1].read(InputRefuse).reason
    except MisreadError:
        return Refusal.NOT_READ
    match reason:
        case RefuseReason.LIMIT_OVER_AMOUNT:
            return Refusal.OVER_LIMIT
        case RefuseReason.FOREIGN_ITEMS_DETECTED | RefuseReason.LIMIT_OVER_TOTAL_ITEMS:
            return Refusal.NOT_ACCEPTED
        case RefuseReason.INVALID_BUNCH:
            return Refusal.CLOSED
        case _:
            return Refusal.NOT_READ


def _put_in_order(till: Till) -> Script[None]:
    """End a transaction that nobody stands behind any more. Its note belongs to no payment, and is told of."""
    last = (yield Ask("CashAcceptor.GetCashInStatus")).read(CashInStatus)
    if last.status is not WireState.ACTIVE:
        till.in_transaction = False
    elif is_empty(last.note_number_list):
        yield from _end_empty(till)
    else:
        reply = yield from _end_with(till, END)
        stored = _stored(till, reply)
        evidence = {"note": "held from an earlier payment, stacked before the next one"}
        till.alarm(Alarm(stored.value_minor if stored else None, evidence))


def _moved(till: Till, command: str) -> Script[Event]:
    """Which way the held note has gone, by the service's own word, be it the way that was asked for or not."""
    if not till.table.types:  # else nothing stands between a held note and its way
        yield from look_up(till)
    try:
        reply, failure = (yield from _end_with(till, command)), None
    except CommandFailedError as error:
        reply, failure = error.reply, error
    stored = _stored(till, reply)
    if stored is not None:
        return NoteStacked(value_minor=stored.value_minor, at=till.clock())
    if failure is None and command == ROLLBACK:
        return NoteReturned()
    last = (yield Ask("CashAcceptor.GetCashInStatus")).read(CashInStatus)
    if last.status is WireState.ROLLBACK:
        return NoteReturned()
    raise failure or MisreadError(f"{command}: it does not say which note was stored")


def _end_with(till: Till, command: str) -> Script[Reply]:
    till.in_transaction = False
    return (yield Ask(command, timeout_s=MOVE_S, grace_s=MOVE_GRACE_S))


def _end_empty(till: Till) -> Script[None]:
    """Some services call it an error to roll nothing back; the transaction is over either way."""
    try:
        yield from _end_with(till, ROLLBACK)
    except CommandFailedError as error:
        if error.reply.error_code not in {"noItems", "noCashInActive"}:
            raise


def _stored(till: Till, reply: Reply) -> Worth | None:
    """The one note that the service says it has put into a box."""
    units = (reply.read(StoredCash).storage or {}).values()
    found = [unit.deposited for unit in units if not is_empty(unit.deposited)]
    return till.table.only(found[0]) if len(found) == 1 else None


def _judged(till: Till, last: CashInStatus, *, is_jammed: bool) -> tuple[CashInState, int | None]:
    """A note that sticks is not held: nothing can be done with it."""
    match last.status:
        case WireState.ACTIVE if not is_jammed:
            if is_empty(last.note_number_list):
                return CashInState.ENDED, None
            worth = till.table.only(last.note_number_list)
            return (CashInState.HELD, worth.value_minor) if worth else (CashInState.UNKNOWN, None)
        case WireState.ACTIVE | WireState.UNKNOWN:
            return CashInState.UNKNOWN, None
        case _:
            return CashInState.ENDED, None


def _counts(till: Till) -> Script[dict[int, int]]:
    storage = (yield Ask("Storage.GetStorage")).read(Storage)
    currency = till.wanted.currency if till.wanted else None
    return till.table.in_boxes((storage.storage or {}).values(), currency)
