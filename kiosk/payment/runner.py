"""Carries payments between the machine and the world: journal first, then judge, then do.

All that is outside is given: tests and the crash harness put their own in its place. It belongs to one thread.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, tzinfo
from typing import Protocol
from uuid import UUID, uuid4

from hall.contract import AccountSummary, PaymentEnd, Quote, Receipt, UtilityInfo
from kiosk.identity import Identity
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
    ClaimOpened,
    Dismissed,
    Event,
    GaveUp,
    ReceiptIssued,
    Restarted,
    SlipAsked,
    StopAsked,
)
from kiosk.payment.journal import JournalError
from kiosk.payment.machine import begin, step
from kiosk.payment.show import view_of
from kiosk.payment.slip import slip_fields
from kiosk.payment.states import Counted, Receipted, Settling, State, Unpaid
from kiosk.payment.view import PaymentView

log = logging.getLogger(__name__)

SETTLE_S = 90.0
"""So long a lost device is waited for; then what is not known becomes a claim."""


class CashEdge(Protocol):
    """The acceptor. Each call is answered by one event; `ask_counts` as soon as the device can be reached."""

    def count_box(self) -> None: ...
    def await_note(self) -> None: ...
    def stack_note(self) -> None: ...
    def return_note(self) -> None: ...
    def close_slot(self) -> None: ...
    def ask_counts(self) -> None: ...


class PrinterEdge(Protocol):
    def print_slip(self, fields: dict[str, list[str]]) -> None: ...


class HallEdge(Protocol):
    def tell(self) -> None:
        """Look into the outbox now."""


class JournalEdge(Protocol):
    def append(self, payment: UUID, seq: int, event: Event, document: str | None = None) -> None: ...
    def next_document(self, kiosk: int, day: date) -> str: ...


@dataclass(frozen=True, slots=True)
class World:
    """Everything outside that a payment needs."""

    journal: JournalEdge
    cash: CashEdge
    printer: PrinterEdge
    hall: HallEdge
    identity: Identity
    utility: Callable[[], UtilityInfo | None]
    zone: tzinfo
    clock: Callable[[], datetime]
    later: Callable[[float, Callable[[], None]], None]
    show: Callable[[PaymentView], None]
    alarm: Callable[[str], None]


@dataclass(slots=True)
class Runner:
    world: World
    payments: dict[UUID, State] = field(default_factory=dict)
    _seqs: dict[UUID, int] = field(default_factory=dict)
    _settling: dict[UUID, int] = field(default_factory=dict)
    _current: UUID | None = None
    _broken: bool = False

    # --- what the screen asks for ---

    def begin(
        self, account: AccountSummary, quote: Quote, months: tuple[str, ...] | None, language: str
    ) -> None:
        """Start a cash payment; while one is under way, or without the utility's settings, nothing happens."""
        utility = self.world.utility()
        if self._broken or self._current is not None or utility is None or not quote.to_pay_minor:
            return
        begun = Begun(
            payment_id=uuid4(),
            tender_id=uuid4(),
            account=account,
            billing_months=months,
            lines=quote.lines,
            currency=utility.currency,
            notes_accepted_minor=utility.notes_accepted_minor,
            cash_limit_minor=utility.cash_limit_minor,
            language=language,
            utility_name=utility.name,
            utility_name_en=utility.name_en,
            hotline=utility.hotline,
            at=self.world.clock(),
        )
        self._current = begun.payment_id
        self._take(begun.payment_id, begun)

    def stop(self, why: PaymentEnd) -> None:
        self.happened(StopAsked(why=why))

    def print_again(self) -> None:
        self.happened(SlipAsked())

    def dismiss(self) -> None:
        """The visit is over: the screen forgets the payment, the journal does not."""
        state = self.payments.get(self._current) if self._current else None
        if isinstance(state, Receipted | Unpaid):
            self.happened(Dismissed())
            self._current = None
            self._show()

    # --- what the world answers ---

    def happened(self, event: Event) -> None:
        """Something happened to the payment under way."""
        if self._current is not None:
            self._take(self._current, event)

    def happened_to(self, payment_id: UUID, event: Event) -> None:
        """The hall's answer may be about an older payment."""
        if payment_id in self.payments:
            self._take(payment_id, event)

    def recover(self, journaled: dict[UUID, list[Event]]) -> None:
        """Take up what an earlier life left: nothing goes on collecting, nothing is forgotten."""
        for payment_id, events in journaled.items():
            state = replay(events)
            if state is not None:
                self.payments[payment_id] = state
                self._seqs[payment_id] = len(events)
        unfinished = [payment_id for payment_id, state in self.payments.items() if not is_over(state)]
        for payment_id in unfinished:
            self._current = payment_id
            self._take(payment_id, Restarted(at=self.world.clock()))
        self.world.hall.tell()

    # --- journal, judge, do ---

    def _take(self, payment_id: UUID, event: Event) -> None:
        if self._broken or not self._write(payment_id, event):
            return
        if isinstance(event, Begun):
            state, commands = begin(event)
        else:
            state, commands = step(self.payments[payment_id], event)
        self.payments[payment_id] = state
        self._bound_settling(payment_id, state)
        self._show()
        for command in commands:
            self._perform(payment_id, command)

    def _bound_settling(self, payment_id: UUID, state: State) -> None:
        """A device that is not heard of again must not hold a payment for ever."""
        if not isinstance(state, Settling):
            self._settling.pop(payment_id, None)
        elif payment_id not in self._settling:
            since = self._settling[payment_id] = self._seqs[payment_id]

            def give_up() -> None:
                if self._settling.get(payment_id) == since:
                    self._take(payment_id, GaveUp(at=self.world.clock()))

            self.world.later(SETTLE_S, give_up)

    def _write(self, payment_id: UUID, event: Event) -> bool:
        """On disk before it is judged. Where that fails, nothing follows, and no more cash is taken."""
        seq = self._seqs.get(payment_id, 0)
        document = event.number if isinstance(event, ReceiptIssued | ClaimOpened) else None
        try:
            self.world.journal.append(payment_id, seq, event, document)
        except JournalError as error:
            log.exception("the journal takes nothing more")
            self._broken = True
            self.world.alarm(str(error))
            return False
        self._seqs[payment_id] = seq + 1
        return True

    def _perform(self, payment_id: UUID, command: Command) -> None:
        cash = self.world.cash
        match command:
            case CountBox():
                cash.count_box()
            case AwaitNote():
                cash.await_note()
            case StackNote():
                cash.stack_note()
            case ReturnNote():
                cash.return_note()
            case CloseSlot():
                cash.close_slot()
            case AskCounts():
                cash.ask_counts()
            case OpenClaim():
                self._take(payment_id, self._claim(command))
            case IssueReceipt():
                self._take(payment_id, self._receipt(payment_id))
            case TellHall():
                self.world.hall.tell()
            case PrintSlip():
                self._print(payment_id)

    def _claim(self, command: OpenClaim) -> ClaimOpened:
        now = self.world.clock()
        return ClaimOpened(
            claim_id=uuid4(),
            number=self._number(now),
            claim=command.claim,
            amount_minor=command.amount_minor,
            evidence=dict(command.evidence),
            at=now,
        )

    def _receipt(self, payment_id: UUID) -> ReceiptIssued:
        state = self.payments[payment_id]
        assert isinstance(state, Counted), "a receipt is for what was counted"
        begun, taken_at = state.tray.begun, state.tray.notes[-1].at
        receipt = Receipt(
            n=self._number(taken_at),
            p=begun.payment_id,
            k=self.world.identity.kiosk.kiosk_id,
            a=(begun.account.number,),
            s=state.tray.paid_minor,
            c=begun.currency,
            t=taken_at,
        )
        return ReceiptIssued(number=receipt.n, token=self.world.identity.receipt_token(receipt))

    def _number(self, moment: datetime) -> str:
        day = moment.astimezone(self.world.zone)
        return self.world.journal.next_document(self.world.identity.kiosk.ordinal, day)

    def _print(self, payment_id: UUID) -> None:
        state = self.payments[payment_id]
        assert isinstance(state, Receipted | Unpaid), "a slip is for what has ended"
        self.world.printer.print_slip(slip_fields(state, self.world.identity.kiosk, self.world.zone))

    def _show(self) -> None:
        state = self.payments.get(self._current) if self._current else None
        view = view_of(state) if state is not None else PaymentView()
        self.world.show(view)


def replay(events: list[Event]) -> State | None:
    """The fold of a payment's events; None where the first isn't there."""
    first, *rest = events
    if not isinstance(first, Begun):
        return None
    state, _ = begin(first)
    for event in rest:
        state, _ = step(state, event)
    return state


def is_over(state: State) -> bool:
    """Nothing is left to do at the kiosk but, perhaps, telling the hall."""
    match state:
        case Receipted(dismissed=dismissed):
            return dismissed
        case Unpaid(dismissed=dismissed, claim=claim):
            return dismissed or claim is None
        case _:
            return False
