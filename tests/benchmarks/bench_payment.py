"""What the journal costs a note: from "held" heard to "stack" said, beside a bare synced SQLite insert.

Both in the same thread and run, turn by turn on the same disk: the peer writes a row of the same size and
does nothing else. Between the two lie the event's JSON, its checksum, the machine, the view and a row.
"""

from __future__ import annotations

import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.payment.events import CountsTaken, NoteHeld, NoteStacked
from kiosk.payment.journal import open_journal
from kiosk.payment.runner import Runner
from kiosk.payment.world import World
from tests.kiosk.payment.bench import IDENTITY, UTILITY
from tests.kiosk.payment.facts import ACCOUNT, NOON, quote_line, quote_of

NOTES = 500
WARM_UP = 20
NOTE_MINOR = 1_000


@dataclass(slots=True)
class Slot:
    """Takes the runner's commands and remembers when it was told to stack."""

    told_at: float = 0.0
    asked: list[str] = field(default_factory=list)

    def count_box(self) -> None:
        self.asked.append("count")

    def await_note(self) -> None:
        self.asked.append("await")

    def stack_note(self) -> None:
        self.told_at = time.perf_counter()

    def return_note(self) -> None:
        self.asked.append("return")

    def close_slot(self) -> None:
        self.asked.append("close")

    def ask_counts(self) -> None:
        self.asked.append("counts")


class Silent:
    """A printer and a hall that are not needed here."""

    def print_slip(self, fields: dict[str, list[str]]) -> None:
        """Nothing is printed while notes go in."""

    def tell(self) -> None:
        """Nothing is posted while notes go in."""


def payment(folder: Path, slot: Slot) -> Runner:
    runner = Runner(
        World(
            journal=open_journal(folder, NOON),
            cash=slot,
            printer=Silent(),
            hall=Silent(),
            identity=IDENTITY,
            clock=lambda: NOON,
            later=lambda _seconds, _call: None,
            show=lambda _view: None,
            journal_failed=lambda reason: sys.exit(reason),
            utility=lambda: UTILITY.model_copy(update={"cash_limit_minor": 10**9}),
        )
    )
    runner.begin(ACCOUNT, quote_of(quote_line(10**6)), None, "zh_CN")
    runner.happened(CountsTaken(counts={}))
    return runner


def bare(folder: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(folder / "bare.sqlite", isolation_level=None)
    for pragma in ("journal_mode = WAL", "synchronous = FULL"):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("CREATE TABLE event (position INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT")
    return connection


def measure(folder: Path) -> tuple[list[float], list[float]]:
    """Seconds a note for the journaled runner, and for the bare insert."""
    slot = Slot()
    runner, peer = payment(folder, slot), bare(folder)
    held = NoteHeld(value_minor=NOTE_MINOR, currency="CNY")
    body = held.model_dump_json().ljust(260)  # with checksum, payment and version a row is about so long
    ours: list[float] = []
    theirs: list[float] = []
    for _ in range(WARM_UP + NOTES):
        began = time.perf_counter()
        runner.happened(held)
        ours.append(slot.told_at - began)
        runner.happened(NoteStacked(value_minor=NOTE_MINOR, at=NOON))
        began = time.perf_counter()
        peer.execute("INSERT INTO event (body) VALUES (?)", (body,))
        theirs.append(time.perf_counter() - began)
    return ours[WARM_UP:], theirs[WARM_UP:]


def main(_arguments: Sequence[str]) -> int:
    disk = Path("bench-out")  # the system's own folder for such things may be memory
    disk.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=disk) as folder:
        ours, theirs = measure(Path(folder))
    for name, of in (("median", 0.5), ("p99", 0.99)):
        mine, peer = quantile(ours, of), quantile(theirs, of)
        print(
            f"held to stack, {name} of {len(ours)}: {mine * 1e6:.0f} µs, a bare synced insert {peer * 1e6:.0f} µs: {mine / peer:.2f}x"
        )
    return 0


def quantile(values: list[float], of: float) -> float:
    return statistics.quantiles(values, n=100, method="inclusive")[round(of * 100) - 1]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
