"""A journal written on a disk that loses its power: whatever `append` returned from must be there at the next start."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID, uuid4

import apsw

from kiosk.payment.events import CountsTaken, Event, NoteHeld, NoteStacked
from kiosk.payment.journal import DamagedJournalError, open_journal
from tests.crash.power_cut import Disk
from tests.kiosk.payment.facts import NOON, begun, quote_line

NOTES = 12
PAGES_TO_CHECKPOINT = 8
"""So that the write-ahead log is carried into the database again and again while the notes come."""


def events_of(payment: UUID) -> Iterator[Event]:
    yield begun(quote_line(120_000)).model_copy(update={"payment_id": payment})
    yield CountsTaken(counts={})
    for _ in range(NOTES):
        yield NoteHeld(value_minor=10_000, currency="CNY")
        yield NoteStacked(value_minor=10_000, at=NOON)


class LostPower:
    """Writes a payment's notes; `cuts` counts the instants at which the power was cut."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._payment = uuid4()
        self._written: list[Event] = []
        self._promised = 0
        self.cuts = 0
        self.faults: list[str] = []

    def run(self) -> None:
        disk = Disk(self._cut)

        def connect(file: Path) -> apsw.Connection:
            connection = disk.connect(file)
            connection.wal_autocheckpoint(PAGES_TO_CHECKPOINT)
            return connection

        journal = open_journal(self._folder / "alive", NOON, connect)
        try:
            for seq, event in enumerate(events_of(self._payment)):
                self._written.append(event)
                journal.append(self._payment, seq, event)
                self._promised += 1
                self._cut(disk)
        finally:
            journal.close()

    def _cut(self, disk: Disk) -> None:
        for torn in (False, True):
            self.cuts += 1
            fault = self._restarted(disk.images(torn=torn))
            if fault:
                self.faults.append(f"cut {self.cuts} after {self._promised} events: {fault}")

    def _restarted(self, files: dict[str, bytes]) -> str | None:
        folder = self._folder / f"after-{self.cuts}"
        folder.mkdir(parents=True)
        for name, content in files.items():
            (folder / name).write_bytes(content)
        head = self._folder / "alive" / "journal.head"
        if head.exists():  # unsynced as it is, it may have arrived all the same
            (folder / head.name).write_bytes(head.read_bytes())
        try:
            journal = open_journal(folder, NOON)
        except DamagedJournalError as error:
            return error.reason
        kept = dict(journal.payments()).get(self._payment, [])
        journal.close()
        return self._judge(kept)

    def _judge(self, kept: list[Event]) -> str | None:
        if kept != self._written[: len(kept)]:
            return "other events than were written"
        return f"only {len(kept)} are left" if len(kept) < self._promised else None


def power_cuts(folder: Path) -> LostPower:
    lost = LostPower(folder)
    lost.run()
    return lost
