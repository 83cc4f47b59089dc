"""Carries payments between the machine and the world: journal first, then judge, then do. It belongs to one thread."""

from __future__ import annotations

import logging
from collections import deque
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from hall.contract import AccountSummary, PaymentEnd, Quote, UtilityInfo
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
    ClaimOpened,
    CountsTaken,
    CountsTold,
    Dismissed,
    Event,
    GaveUp,
    HallAwaited,
    ReceiptIssued,
    Restarted,
    SlipAsked,
    SlipFailed,
    SlipPrinted,
    StopAsked,
)
from kiosk.payment.journal import JournalError
from kiosk.payment.machine import begin, is_news, step
from kiosk.payment.papers import claim_opened, receipt_issued
from kiosk.payment.show import broken_off, view_of
from kiosk.payment.slip import slip_fields
from kiosk.payment.states import Claiming, Counted, NotOpened, Receipted, Settling, State, Unpaid
from kiosk.payment.view import PaymentView, Stage
from kiosk.payment.world import World

log = logging.getLogger(__name__)

SETTLE_S = 90.0
"""So long a lost device is waited for; then what is not known becomes a claim."""


@dataclass(slots=True, weakref_slot=True)  # Qt holds the receivers of its signals weakly
class Runner:
    world: World
    payments: dict[UUID, State] = field(default_factory=dict)
    """Every payment of the journal, in the order in which they began."""
    _seqs: dict[UUID, int] = field(default_factory=dict)
    _settling: dict[UUID, int] = field(default_factory=dict)
    _slips: deque[UUID] = field(default_factory=deque)
    _current: UUID | None = None
    _is_broken: bool = False

    # --- what the screen asks for ---

    def begin(
        self, account: AccountSummary, quote: Quote, months: tuple[str, ...] | None, language: str
    ) -> None:
        """Start a cash payment, unless one is under way; without the utility's settings there is no cash."""
        current = self._state()
        if current is not None and not is_over(current):
            return
        utility = self.world.utility()
        if self._is_broken or utility is None or quote.currency != utility.currency or not quote.to_pay_minor:
            self._current = None
            self.world.show(PaymentView(stage=Stage.UNAVAILABLE))
            return
        begun = self._begun(account, quote, months, language, utility)
        self._current = begun.payment_id
        self._take(begun.payment_id, begun)

    def stop(self, why: PaymentEnd) -> None:
        self._take_current(StopAsked(why=why))

    def print_again(self) -> None:
        self._take_current(SlipAsked())

    def dismiss(self) -> None:
        """The visit is over: the screen forgets the payment, the journal does not."""
        if isinstance(self._state(), NotOpened | Receipted | Unpaid):
            self._take_current(Dismissed())
            self._current = None
        elif self._is_broken:
            self._current = None
        self._show()

    # --- what the world answers ---

    def happened(self, event: Event) -> None:
        """The acceptor has answered."""
        match event:
            case CountsTaken(counts=counts):
                self._compare(
                    CountsTold(state=CashInState.ENDED, held_minor=None, counts=counts, at=self._now())
                )
                self._take_current(event)
            case CountsTold() if not isinstance(self._state(), Settling):
                self._compare(event)
            case _:
                self._take_current(event)

    def slip_ended(self, event: SlipPrinted | SlipFailed) -> None:
        """The printer has answered; slips end in the order in which they were asked for."""
        self._take(self._slips.popleft(), event)

    def happened_to(self, payment_id: UUID, event: Event) -> None:
        """The hall's answer may be about an older payment."""
        self._take(payment_id, event)

    def hall_is_silent(self) -> None:
        """It did not answer: whatever has not been told yet waits."""
        for payment_id, state in tuple(self.payments.items()):
            if isinstance(state, Receipted) and state.posted is None:
                self._take(payment_id, HallAwaited())

    def cash_is_ready(self) -> None:
        """The acceptor can be used (again): is all in its box accounted for?"""
        if self._current is None or isinstance(self._state(), NotOpened | Receipted | Unpaid):
            self.world.cash.ask_counts()

    def recover(self) -> None:
        """Take up what an earlier life left: nothing goes on collecting, nothing is forgotten."""
        for payment_id, events in self.world.journal.payments():
            self.payments[payment_id] = replay(events)
            self._seqs[payment_id] = len(events)
        for payment_id, state in tuple(self.payments.items()):
            if not is_over(state):
                self._current = payment_id
                self._take(payment_id, Restarted(at=self._now()))
        if isinstance(self._state(), NotOpened):
            self._current = None
        self.world.hall.tell()

    # --- journal, judge, do ---

    def _take(self, payment_id: UUID, event: Event) -> None:
        state = self.payments.get(payment_id)
        if self._is_broken or (state is not None and not is_news(state, event)):
            return
        if not self._write(payment_id, event):
            return
        if state is not None:
            state, commands = step(state, event)
        else:
            assert isinstance(event, Begun), "nothing happens to a payment before it has begun"
            state, commands = begin(event)
        self.payments[payment_id] = state
        for command in commands:
            self._perform(payment_id, command)
        self._bound_settling(payment_id)
        self._show()

    def _take_current(self, event: Event) -> None:
        if self._current is not None:
            self._take(self._current, event)

    def _compare(self, event: CountsTold) -> None:
        """The last payment that took counts answers for the box."""
        for payment_id, state in reversed(tuple(self.payments.items())):
            if isinstance(state, Receipted | Unpaid):
                self._take(payment_id, event)
                return

    def _bound_settling(self, payment_id: UUID) -> None:
        """A device that is not heard of again must not hold a payment for ever."""
        if not isinstance(self.payments[payment_id], Settling):
            self._settling.pop(payment_id, None)
        elif payment_id not in self._settling:
            since = self._settling[payment_id] = self._seqs[payment_id]

            def give_up() -> None:
                if self._settling.get(payment_id) == since:
                    self._take(payment_id, GaveUp(at=self._now()))

            self.world.later(SETTLE_S, give_up)

    def _write(self, payment_id: UUID, event: Event) -> bool:
        """On disk before it is judged. Where that fails, nothing follows, and no more cash is taken."""
        seq = self._seqs.get(payment_id, 0)
        document = event.number if isinstance(event, ReceiptIssued | ClaimOpened) else None
        try:
            self.world.journal.append(payment_id, seq, event, document)
        except JournalError as error:
            log.exception("the journal takes nothing more")
            self._is_broken = True
            self.world.journal_failed(str(error))
            self._show()
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
                self._take(payment_id, self._claim(payment_id, command))
            case IssueReceipt():
                self._take(payment_id, self._receipt(payment_id))
            case TellHall():
                self.world.hall.tell()
            case PrintSlip():
                self._print(payment_id)

    def _claim(self, payment_id: UUID, command: OpenClaim) -> ClaimOpened:
        state = self.payments[payment_id]
        assert isinstance(state, Claiming | Receipted | Unpaid), "a claim is about what has been counted"
        return claim_opened(command, state.tray.begun, self._now(), self.world.journal, self.world.identity)

    def _receipt(self, payment_id: UUID) -> ReceiptIssued:
        state = self.payments[payment_id]
        assert isinstance(state, Counted), "a receipt is for what was counted"
        return receipt_issued(state.tray, self.world.journal, self.world.identity)

    def _print(self, payment_id: UUID) -> None:
        state = self.payments[payment_id]
        assert isinstance(state, Receipted | Unpaid), "a slip is for what has ended"
        zone = ZoneInfo(state.tray.begun.timezone)
        self._slips.append(payment_id)
        self.world.printer.print_slip(slip_fields(state, self.world.identity.kiosk, zone))

    def _begun(
        self,
        account: AccountSummary,
        quote: Quote,
        months: tuple[str, ...] | None,
        language: str,
        utility: UtilityInfo,
    ) -> Begun:
        return Begun(
            payment_id=uuid4(),
            tender_id=uuid4(),
            account=account.model_copy(update={"due": ()}),  # the lines say what is needed of it
            billing_months=months,
            lines=quote.lines,
            currency=utility.currency,
            notes_accepted_minor=utility.notes_accepted_minor,
            cash_limit_minor=utility.cash_limit_minor,
            language=language,
            utility_name=utility.name,
            utility_name_en=utility.name_en,
            hotline=utility.hotline,
            timezone=utility.timezone,
            at=self._now(),
        )

    def _state(self) -> State | None:
        return self.payments.get(self._current) if self._current else None

    def _now(self) -> datetime:
        return self.world.clock()

    def _show(self) -> None:
        state = self._state()
        view = view_of(state) if state is not None else PaymentView()
        self.world.show(broken_off(view) if self._is_broken and self._current is not None else view)


def replay(events: list[Event]) -> State:
    """The fold of a payment's events."""
    first, *rest = events
    assert isinstance(first, Begun), "the journal's chain holds: a payment begins with its beginning"
    state, _ = begin(first)
    for event in rest:
        state, _ = step(state, event)
    return state


def is_over(state: State) -> bool:
    """Nothing is left to do at the kiosk but, perhaps, telling the hall."""
    match state:
        case NotOpened():
            return True
        case Receipted(dismissed=dismissed):
            return dismissed
        case Unpaid(dismissed=dismissed, tray=tray):
            return dismissed or tray.doubt is None
        case _:
            return False
