"""The four counts that must agree: hardware, device host, the kiosk's journal, the hall's ledger."""

from __future__ import annotations

import asyncio
import sqlite3
from collections import Counter
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from hall.contract import RecordPayment
from kiosk.payment.events import EVENTS, Event
from kiosk.payment.outbox import letters
from kiosk.payment.runner import replay
from kiosk.payment.states import NotOpened, Receipted, State, Tray, Unpaid
from kiosk.payment.view import Slip
from tests.crash.house import KIOSK, House
from tests.devices.wire_client import client_of

FEN_IN_YUAN = 100


@dataclass(frozen=True, slots=True)
class Books:
    """Notes by value in minor units; `ledger_minor` is the kiosk's cash in the ledger."""

    box: Counter[int]
    host: Counter[int]
    credited: Counter[int]
    claimed: Counter[int]
    """Notes in the box that claims explain; a claim that leaves it open counts for the note that is missing."""
    posted: Counter[int]
    ledger_minor: int
    claims: frozenset[str]
    filed: frozenset[str]

    def faults(self) -> list[str]:
        found = []
        if self.box != self.host:
            found.append(f"the box holds {dict(self.box)}, the host says {dict(self.host)}")
        if self.box != self.credited + self.claimed:
            found.append(
                f"the box holds {dict(self.box)}, "
                f"credited are {dict(self.credited)}, claimed {dict(self.claimed)}"
            )
        if self.credited != self.posted:
            found.append(f"credited are {dict(self.credited)}, posted {dict(self.posted)}")
        if self.ledger_minor != sum(self.credited.elements()):
            found.append(f"the ledger has {self.ledger_minor}, credited are {dict(self.credited)}")
        if self.claims != self.filed:
            found.append(f"claims {sorted(self.claims)}, filed {sorted(self.filed)}")
        return found


def read_journal(folder: Path) -> dict[UUID, State]:
    """Every payment as the journal on disk tells it, read without the kiosk."""
    events: dict[UUID, list[Event]] = {}
    with closing(sqlite3.connect(f"file:{folder / 'journal.sqlite'}?mode=ro", uri=True)) as database:
        for payment, body in database.execute("SELECT payment, body FROM event ORDER BY position"):
            events.setdefault(UUID(payment), []).append(EVENTS.validate_json(body))
    return {payment: replay(told) for payment, told in events.items()}


def is_quiet(payments: dict[UUID, State]) -> bool:
    """Nothing is under way, and the hall knows all."""
    if list(letters(payments)):
        return False
    return all(
        isinstance(state, NotOpened)
        or (isinstance(state, Receipted | Unpaid) and state.slip is not Slip.PRINTING)
        for state in payments.values()
    )


def read_books(house: House) -> Books:
    box = notes(house.control.state()["acceptor"]["box"])
    trays = [tray for state in read_journal(house.kiosk_folder).values() if (tray := tray_of(state))]
    credited = Counter(note.value_minor for tray in trays for note in tray.notes)
    posted, ledger_minor, filed = read_hall(house.database)
    return Books(
        box=box,
        host=asyncio.run(ask_host(house.devices_url)),
        credited=credited,
        claimed=claimed(trays, box - credited),
        posted=posted,
        ledger_minor=ledger_minor,
        claims=frozenset(claim.opened.number for tray in trays for claim in tray.claims),
        filed=filed,
    )


def tray_of(state: State) -> Tray | None:
    return getattr(state, "tray", None)


def claimed(trays: list[Tray], missing: Counter[int]) -> Counter[int]:
    """What claims explain. One without a difference may be about a note that is there, or about none."""
    explained: Counter[int] = Counter()
    for tray in trays:
        for claim in tray.claims:
            explained.update(claim.opened.difference)
            if not claim.opened.difference:
                left = sorted((missing - explained).elements())
                fits = [value for value in left if claim.opened.amount_minor in (None, value)]
                explained.update(fits[:1])
    return explained


def notes(yuan: dict[str, int]) -> Counter[int]:
    return Counter({int(value) * FEN_IN_YUAN: count for value, count in yuan.items() if count})


def read_hall(database: Path) -> tuple[Counter[int], int, frozenset[str]]:
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as hall:
        taken = [row[0] for row in hall.execute("SELECT taken FROM payment WHERE source = 'kiosk'")]
        [ledger_minor] = hall.execute(
            "SELECT coalesce(sum(amount_minor), 0) FROM entry_line WHERE book = 'cash' AND reference = ?",
            (KIOSK,),
        ).fetchone()
        filed = frozenset(row[0] for row in hall.execute("SELECT number FROM claim"))
    payments = [RecordPayment.model_validate_json(body) for body in taken]
    posted = Counter(
        note.value_minor for payment in payments for tender in payment.tenders for note in tender.notes
    )
    return posted, ledger_minor, filed


async def ask_host(url: str) -> Counter[int]:
    """The host's counts by GetStorage, asked by a client that shares nothing with the kiosk's."""
    async with client_of(url + "/cashacceptor") as client:
        types = (await client.ask("CashManagement.GetBankNoteTypes"))["payload"]["items"]
        storage = (await client.ask("Storage.GetStorage"))["payload"]["storage"]
    counts: Counter[int] = Counter()
    for unit in storage.values():
        for key, count in unit["cash"]["status"]["in"]["deposited"].items():
            number = count if isinstance(count, int) else sum(count.values())
            value = 0 if key == "unrecognized" else round(types[key]["cashItem"]["value"] * FEN_IN_YUAN)
            if number:
                counts[value] += number
    return counts


def account_number(database: Path) -> str:
    """Any of the seeded ones."""
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as hall:
        number: str = hall.execute("SELECT number FROM customer_account ORDER BY number").fetchone()[0]
    return number
