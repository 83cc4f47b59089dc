"""The smallest whole payment, in this process: one note of a hundred is put in, stacked and posted, and the books are read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import ModuleType
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from hall.contract import KioskIdentity, PostedPayment, RecordPayment, UtilityInfo
from kiosk.identity import Identity
from kiosk.payment.events import CountsTaken, Event, NoteHeld, NoteStacked, Posted, SlipPrinted
from kiosk.payment.journal import Journal, open_journal
from kiosk.payment.world import World
from tests.crash.books import Books, claimed, tray_of
from tests.crash.visits import END, IN
from tests.kiosk.payment.facts import ACCOUNT, NOON, quote_line, quote_of

HUNDRED = 10_000
UTILITY = UtilityInfo(
    name="海盐县供电公司",
    name_en="Haiyan County Power Supply",
    hotline="95598",
    timezone="Asia/Shanghai",
    currency="CNY",
    account_number_lengths=(10,),
    notes_accepted_minor=(HUNDRED,),
    cash_limit_minor=500_000,
    now=NOON,
)
IDENTITY = Identity(
    KioskIdentity(kiosk_id="k-1", ordinal=1, site_name="网点", site_name_en="Site", town="武原街道"),
    Ed25519PrivateKey.from_private_bytes(bytes(32)),
)


@dataclass(slots=True)
class PointedJournal:
    """Tells its points as the real kiosk's are told."""

    journal: Journal
    passed: list[str]

    def append(self, payment: UUID, seq: int, event: Event, document: str | None = None) -> None:
        self.journal.append(payment, seq, event, document)
        self.passed.append(f"after append {event.kind}")

    def payments(self) -> Iterable[tuple[UUID, list[Event]]]:
        return self.journal.payments()

    def next_document(self, kiosk: int, day: date) -> str:
        return self.journal.next_document(kiosk, day)

    def close(self) -> None:
        self.journal.close()


@dataclass(slots=True)
class Devices:
    """An acceptor with one customer's note before it, which answers at once; a printer; a hall that is told later."""

    passed: list[str]
    tell: Callable[[Event], None] = lambda _: None
    slip_ended: Callable[[SlipPrinted], None] = lambda _: None
    in_hand: int = 1
    box: Counter[int] = field(default_factory=Counter)

    def count_box(self) -> None:
        self.tell(CountsTaken(counts=dict(self.box)))

    def await_note(self) -> None:
        self.passed.append(f"before {IN}")
        if self.in_hand:
            self.in_hand -= 1
            self.tell(NoteHeld(value_minor=HUNDRED, currency="CNY"))

    def stack_note(self) -> None:
        self.passed.append(f"before {END}")
        self.box[HUNDRED] += 1
        self.tell(NoteStacked(value_minor=HUNDRED, at=NOON))

    def return_note(self) -> None:
        raise AssertionError("nothing is given back here")

    def close_slot(self) -> None:
        raise AssertionError("the slot closes by itself here")

    def ask_counts(self) -> None:
        raise AssertionError("nothing gets lost here")

    def print_slip(self, fields: dict[str, list[str]]) -> None:
        self.slip_ended(SlipPrinted())


@dataclass(slots=True)
class Hall:
    """Books by the id in the letter. Each letter is sent twice, since its first answer gets lost."""

    booked: dict[UUID, RecordPayment] = field(default_factory=dict)

    def tell(self) -> None:
        """The letter goes when the note is in."""

    def book(self, body: bytes) -> PostedPayment:
        payment = RecordPayment.model_validate_json(body)
        self.booked.setdefault(payment.payment_id, payment)
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

    @property
    def notes(self) -> Counter[int]:
        tenders = [tender for payment in self.booked.values() for tender in payment.tenders]
        return Counter(note.value_minor for tender in tenders for note in tender.notes)


def pay(folder: Path, runner: ModuleType, outbox: ModuleType) -> tuple[Books, list[str]]:
    """Run it with these modules: the books, and the points in their order."""
    passed: list[str] = []
    hall, devices = Hall(), Devices(passed)
    journal = PointedJournal(open_journal(folder, NOON), passed)
    world = World(
        journal=journal,
        cash=devices,
        printer=devices,
        hall=hall,
        identity=IDENTITY,
        clock=lambda: NOON,
        later=lambda _seconds, _call: None,
        show=lambda _view: None,
        journal_failed=lambda why: passed.append(why),
        utility=lambda: UTILITY,
    )
    kiosk = runner.Runner(world)
    devices.tell, devices.slip_ended = kiosk.happened, kiosk.slip_ended
    kiosk.recover()
    kiosk.begin(ACCOUNT, quote_of(quote_line(HUNDRED)), None, "zh_CN")
    for letter in list(outbox.letters(kiosk.payments)):
        hall.book(letter.body)
    kiosk.hall_is_silent()
    for letter in list(outbox.letters(kiosk.payments)):
        kiosk.happened_to(letter.payment_id, Posted(answer=hall.book(letter.body)))
    journal.close()
    trays = [tray for state in kiosk.payments.values() if (tray := tray_of(state))]
    credited = Counter(note.value_minor for tray in trays for note in tray.notes)
    books = Books(
        box=devices.box,
        host=devices.box,
        credited=credited,
        claimed=claimed(trays, devices.box - credited),
        posted=hall.notes,
        ledger_minor=sum(hall.notes.elements()),
        claims=frozenset(),
        filed=frozenset(),
    )
    return books, passed
