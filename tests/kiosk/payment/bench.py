"""A world for the runner: an acceptor that obeys physics, a printer, a hall, a clock that is turned by hand."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from hall.contract import FileClaim, KioskIdentity, PostedPayment, RecordPayment, UtilityInfo
from kiosk.identity import Identity
from kiosk.payment.events import ClaimFiled, Event, Posted, SlipFailed, SlipPrinted
from kiosk.payment.journal import open_journal
from kiosk.payment.outbox import LetterKind, letters
from kiosk.payment.runner import Runner
from kiosk.payment.view import PaymentView
from kiosk.payment.world import JournalEdge, World
from tests.kiosk.payment.acceptor import Acceptor, ignore
from tests.kiosk.payment.facts import ACCOUNT, NOON, quote_line, quote_of

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


@dataclass(slots=True)
class Printer:
    tell: Callable[[SlipPrinted | SlipFailed], None] = ignore
    slips: list[dict[str, list[str]]] = field(default_factory=list)
    waits: bool = False
    """It prints when `end` says so."""
    _printing: deque[dict[str, list[str]]] = field(default_factory=deque)

    def print_slip(self, fields: dict[str, list[str]]) -> None:
        self._printing.append(fields)
        if not self.waits:
            self.end()

    def end(self, event: SlipPrinted | SlipFailed | None = None) -> None:
        fields = self._printing.popleft()
        event = event or SlipPrinted()
        if isinstance(event, SlipPrinted):
            self.slips.append(fields)
        self.tell(event)

    def lose_kiosk(self) -> None:
        self.tell = ignore
        self._printing.clear()


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

    def book(self, kind: LetterKind, payment_id: UUID, body: bytes) -> Event:
        """A repeat must be the same to the last byte."""
        self.posts += 1
        if kind is LetterKind.PAYMENT:
            assert self.payments.setdefault(payment_id, body) == body
            return Posted(answer=posted(body))
        claim = FileClaim.model_validate_json(body)
        assert self.claims.setdefault(claim.claim_id, claim) == claim
        return ClaimFiled(claim_id=claim.claim_id, answer_due=NOON)


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


@dataclass(slots=True)
class Bench:
    """One kiosk: what is on its disk and in its box outlives `restart`, nothing else does."""

    folder: Path
    acceptor: Acceptor = field(default_factory=Acceptor)
    printer: Printer = field(default_factory=Printer)
    hall: Hall = field(default_factory=Hall)
    wrap: Callable[[JournalEdge], JournalEdge] = lambda journal: journal
    utility: UtilityInfo | None = UTILITY
    view: PaymentView = field(default_factory=PaymentView)
    alarms: list[str] = field(default_factory=list)
    timers: list[Callable[[], None]] = field(default_factory=list)
    now: datetime = NOON
    journal: JournalEdge = field(init=False)
    runner: Runner = field(init=False)

    def __post_init__(self) -> None:
        self.start()

    def start(self) -> None:
        self.journal = self.wrap(open_journal(self.folder, self.now))
        self.timers, self.alarms, self.view = [], [], PaymentView()
        self.runner = Runner(
            World(
                journal=self.journal,
                cash=self.acceptor,
                printer=self.printer,
                hall=self,
                identity=IDENTITY,
                utility=lambda: self.utility,
                clock=lambda: self.now,
                later=lambda _seconds, call: self.timers.append(call),
                show=self._show,
                journal_failed=self.alarms.append,
            )
        )
        self.acceptor.tell = self.runner.happened
        self.printer.tell = self.runner.slip_ended
        self.runner.recover()

    def restart(self, *, after_work: bool = False) -> None:
        """The kiosk's power goes and comes back, before or after the acceptor has done what it was told."""
        self.journal.close()
        self.acceptor.lose_kiosk(after_work=after_work)
        self.printer.lose_kiosk()
        self.now += timedelta(minutes=1)
        self.acceptor.now = self.now
        self.start()

    def begin(self, minor: int = 10_000) -> None:
        self.runner.begin(ACCOUNT, quote_of(quote_line(minor)), None, "zh_CN")

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
            answer = self.hall.book(letter.kind, letter.payment_id, letter.body)
            if self.hall.loses_answers:
                self.runner.hall_is_silent()
                return
            self.runner.happened_to(letter.payment_id, answer)

    def _show(self, view: PaymentView) -> None:
        self.view = view


@contextmanager
def bench_in(folder: Path) -> Iterator[Bench]:
    bench = Bench(folder)
    try:
        yield bench
    finally:
        bench.journal.close()
