"""A world for the runner: an acceptor that obeys physics, a printer, a hall, a clock that is turned by hand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from hall.contract import (
    AccountSummary,
    FileClaim,
    KioskIdentity,
    PostedPayment,
    Quote,
    QuoteLine,
    QuotePart,
    RecordPayment,
    UtilityInfo,
)
from kiosk.identity import Identity
from kiosk.payment.events import (
    CashInState,
    ClaimFiled,
    CountsTaken,
    CountsTold,
    DeviceFailed,
    Event,
    FailureKind,
    NoteHeld,
    NoteRefused,
    NoteReturned,
    NoteStacked,
    Posted,
    SlipFailed,
    SlipPrinted,
    SlotClosed,
)
from kiosk.payment.journal import Journal, connect, open_journal
from kiosk.payment.outbox import LetterKind, letters
from kiosk.payment.runner import Runner, World
from kiosk.payment.view import PaymentView, Refusal

NOON = datetime(2026, 11, 25, 4, 0, tzinfo=UTC)
ACCOUNT = AccountSummary(number="3304127786", masked_name="陈*芳", town="武原街道", currency="CNY", due=())
UTILITY = UtilityInfo(
    name="海盐县供电公司",
    name_en="Haiyan County Power Supply",
    hotline="95598",
    timezone="Asia/Shanghai",
    currency="CNY",
    account_number_lengths=(10,),
    notes_accepted_minor=(10_000, 5_000, 2_000, 1_000),
    cash_limit_minor=500_000,
    now=NOON,
)
IDENTITY = Identity(
    KioskIdentity(kiosk_id="k-1", ordinal=1, site_name="网点", site_name_en="Site", town="武原街道"),
    Ed25519PrivateKey.from_private_bytes(bytes(32)),
)


def quote_of(minor: int) -> Quote:
    line = QuoteLine(
        account_number=ACCOUNT.number, billing_month="2026-10", part=QuotePart.PRINCIPAL, owed_minor=minor
    )
    return Quote(as_of=date(2026, 11, 25), currency="CNY", lines=(line,))


@dataclass(slots=True)
class Acceptor:
    """A validator with escrow, as the device host shows it. Physics goes on whether or not anybody listens."""

    tell: Callable[[Event], None] = lambda _: None
    now: datetime = NOON
    box: Counter[int] = field(default_factory=Counter)
    held: int | None = None
    open: bool = False
    jammed: bool = False
    reachable: bool = True
    asked: bool = False
    """Counts are wanted as soon as it can be reached."""
    loses: str | None = None
    """The kind of answer that gets lost, once."""

    def count_box(self) -> None:
        self._answer(CountsTaken(counts=dict(self.box)))

    def await_note(self) -> None:
        if self.jammed or not self.reachable:
            self._answer(self._failure())
        else:
            self.open = True

    def stack_note(self) -> None:
        if self.held is None or self.jammed or not self.reachable:
            self._answer(self._failure())
            return
        value, self.held = self.held, None
        self.box[value] += 1
        self._answer(NoteStacked(value_minor=value, at=self.now))

    def return_note(self) -> None:
        if self.jammed or not self.reachable:
            self._answer(self._failure())
            return
        self.held = None
        self._answer(NoteReturned())

    def close_slot(self) -> None:
        self.open = False
        if self.held is None:
            self._answer(SlotClosed() if self.reachable else self._failure())

    def ask_counts(self) -> None:
        self.asked = True
        self.answer_counts()

    def answer_counts(self) -> None:
        if self.asked and self.reachable:
            self.asked = False
            state = CashInState.ENDED
            if self.jammed:
                state = CashInState.UNKNOWN
            elif self.held is not None:
                state = CashInState.HELD
            counts = {value: count for value, count in self.box.items() if count}
            self.tell(CountsTold(state=state, held_minor=self.held, counts=counts, at=self.now))

    # --- what a hand or fate does ---

    def insert(self, value_minor: int) -> None:
        """Put a genuine note in; a closed slot pushes it back."""
        if self.open and self.reachable and not self.jammed:
            self.open, self.held = False, value_minor
            self._answer(NoteHeld(value_minor=value_minor, currency="CNY"))

    def insert_unreadable(self) -> None:
        if self.open and self.reachable and not self.jammed:
            self.open = False
            self._answer(NoteRefused(reason=Refusal.NOT_READ))

    def lose_wire(self) -> None:
        """The cable is pulled; a note in escrow goes back after a while by the acceptor's own doing."""
        was_open, self.reachable, self.open = self.open, False, False
        self.held = None
        if was_open:
            self.tell(DeviceFailed(failure=FailureKind.GONE, detail="cable"))

    def regain_wire(self) -> None:
        self.reachable = True
        self.answer_counts()

    def jam(self, *, into_box: bool) -> None:
        """A note sticks on its way; later, by hand, it lies in the box or goes back to its owner."""
        if self.open or self.held is not None:
            value = self.held or 10_000
            self.held, self.open, self.jammed = None, False, True
            if into_box:
                self.box[value] += 1
            self.tell(DeviceFailed(failure=FailureKind.JAMMED, detail="jam"))

    def clear_jam(self) -> None:
        self.jammed = False

    def _failure(self) -> DeviceFailed:
        kind = FailureKind.JAMMED if self.jammed else FailureKind.GONE
        return DeviceFailed(failure=kind, detail="")

    def _answer(self, event: Event) -> None:
        if event.kind == self.loses:
            self.loses = None
            self.tell(DeviceFailed(failure=FailureKind.GONE, detail="answer lost"))
        else:
            self.tell(event)


@dataclass(slots=True)
class Printer:
    slips: list[dict[str, list[str]]] = field(default_factory=list)
    tell: Callable[[SlipPrinted | SlipFailed], None] = lambda _: None

    def print_slip(self, fields: dict[str, list[str]]) -> None:
        self.slips.append(fields)
        self.tell(SlipPrinted())


@dataclass(slots=True)
class Hall:
    """Books by id and answers; it can be down, or lose its answer after it has booked."""

    down: bool = False
    loses_answers: bool = False
    payments: dict[UUID, bytes] = field(default_factory=dict)
    claims: dict[UUID, FileClaim] = field(default_factory=dict)
    posts: int = 0

    def booked_minor(self) -> int:
        return sum(RecordPayment.model_validate_json(body).amount_minor for body in self.payments.values())


@dataclass(slots=True)
class Bench:
    """One kiosk: what is on its disk and in its box outlives `restart`, nothing else does."""

    folder: Path
    acceptor: Acceptor = field(default_factory=Acceptor)
    printer: Printer = field(default_factory=Printer)
    hall: Hall = field(default_factory=Hall)
    view: PaymentView = field(default_factory=PaymentView)
    alarms: list[str] = field(default_factory=list)
    timers: list[Callable[[], None]] = field(default_factory=list)
    now: datetime = NOON
    journal: Journal = field(init=False)
    runner: Runner = field(init=False)

    def __post_init__(self) -> None:
        self.start()

    def start(self, wrap: Callable[[Journal], Any] = lambda journal: journal) -> None:
        self.journal = open_journal(self.folder, self.now, connect)
        self.timers, self.view = [], PaymentView()
        self.runner = Runner(
            World(
                journal=wrap(self.journal),
                cash=self.acceptor,
                printer=self.printer,
                hall=self,
                identity=IDENTITY,
                utility=lambda: UTILITY,
                clock=lambda: self.now,
                later=lambda _seconds, call: self.timers.append(call),
                show=self._show,
                journal_failed=self.alarms.append,
            )
        )
        runner = self.runner
        self.acceptor.tell = runner.happened
        self.printer.tell = runner.slip_ended
        self.runner.recover()

    def restart(self) -> None:
        """The power goes and comes back: commands under way are gone, the acceptor keeps a held note."""
        self.journal.close()
        self.acceptor.tell = lambda _: None
        self.acceptor.open, self.acceptor.asked, self.acceptor.loses = False, False, None
        self.now += timedelta(minutes=1)
        self.acceptor.now = self.now
        self.start()

    def begin(self, minor: int = 10_000) -> None:
        self.runner.begin(ACCOUNT, quote_of(minor), None, "zh_CN")

    def time_passes(self) -> None:
        """Every timer that is set goes off."""
        timers, self.timers = self.timers, []
        for timer in timers:
            timer()

    def tell(self) -> None:
        """The postman, at once: one look into the outbox."""
        for letter in list(letters(self.runner.payments)):
            if self.hall.down:
                self.runner.hall_is_silent()
                return
            self.hall.posts += 1
            if letter.kind is LetterKind.PAYMENT:
                assert self.hall.payments.setdefault(letter.payment_id, letter.body) == letter.body
                answer: Event = Posted(answer=posted(letter.body))
            else:
                claim = FileClaim.model_validate_json(letter.body)
                assert self.hall.claims.setdefault(claim.claim_id, claim) == claim
                answer = ClaimFiled(claim_id=claim.claim_id, answer_due=self.now)
            if self.hall.loses_answers:
                self.runner.hall_is_silent()
                return
            self.runner.happened_to(letter.payment_id, answer)

    def _show(self, view: PaymentView) -> None:
        self.view = view


def posted(body: bytes) -> PostedPayment:
    payment = RecordPayment.model_validate_json(body)
    return PostedPayment(
        payment_id=payment.payment_id,
        receipt_number=payment.receipt_number,
        posted_at=NOON,
        currency=payment.currency,
        amount_minor=payment.amount_minor,
        allocations=(),
        credit_used_minor=0,
        reconnect_orders=(),
        claim_number=None,
    )
