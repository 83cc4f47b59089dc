"""A validator with escrow behind its device host, as the kiosk's edge shows it: physics goes on whoever listens."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

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
from kiosk.payment.view import Refusal
from tests.kiosk.payment.facts import NOON


class Goes(Enum):
    """Where a note in escrow goes when the wire is lost."""

    OUT = "out"
    IN = "in"
    STAYS = "stays"


def ignore(_: object) -> None:
    """Nobody listens."""


@dataclass(slots=True)
class Acceptor:
    """One command at a time; `work` does it. An `eager` one works at once."""

    eager: bool = True
    tell: Callable[[Event], None] = ignore
    heard: Callable[[str], None] = ignore
    now: datetime = NOON
    box: Counter[int] = field(default_factory=Counter)
    held: int | None = None
    open: bool = False
    stuck: int | None = None
    """A jammed note."""
    reachable: bool = True
    pending: str | None = None
    asked: bool = False
    """Counts are wanted as soon as it can be reached."""

    # --- the edge ---

    def count_box(self) -> None:
        self._take("CountBox")

    def await_note(self) -> None:
        self._take("AwaitNote")

    def stack_note(self) -> None:
        self._take("StackNote")

    def return_note(self) -> None:
        self._take("ReturnNote")

    def close_slot(self) -> None:
        """Takes the place of a pending `await_note`."""
        if self.pending == "AwaitNote":
            self.pending = None
        self._take("CloseSlot")

    def ask_counts(self) -> None:
        self.heard("AskCounts")
        self.asked = True
        self._answer_counts()

    def _take(self, command: str) -> None:
        assert self.pending is None, "a payment asks for one thing at a time"
        self.heard(command)
        self.pending, self.asked = command, False
        if self.eager or command == "AwaitNote":
            self.work()

    # --- physics ---

    @property
    def jammed(self) -> bool:
        return self.stuck is not None

    def box_minor(self) -> int:
        return sum(value * count for value, count in self.box.items())

    def counts(self) -> dict[int, int]:
        return {value: count for value, count in self.box.items() if count}

    def work(self) -> None:
        """Do the pending command, and answer."""
        if self.pending is None:
            return
        if not self.reachable or self.jammed:
            self._answer(self._failure())
            return
        event = self._done(self.pending)
        if event is not None:
            self._answer(event)

    def _done(self, command: str) -> Event | None:
        match command:
            case "CountBox":
                self._stack()  # what an earlier payment left in escrow
                return CountsTaken(counts=self.counts())
            case "AwaitNote":
                self.open = True
                return None
            case "StackNote":
                value = self._stack()
                return NoteStacked(value_minor=value, at=self.now) if value else self._failure()
            case "ReturnNote":
                self.held = None
                return NoteReturned()
            case _:
                self.open = False
                return SlotClosed()

    def _stack(self) -> int | None:
        value, self.held = self.held, None
        if value is not None:
            self.box[value] += 1
        return value

    def _answer(self, event: Event) -> None:
        self.pending, self.open = None, False
        self.tell(event)

    def _answer_counts(self) -> None:
        if not self.asked or not self.reachable:
            return
        self.asked = False
        state = CashInState.HELD if self.held is not None else CashInState.ENDED
        state = CashInState.UNKNOWN if self.jammed else state
        self.tell(CountsTold(state=state, held_minor=self.held, counts=self.counts(), at=self.now))

    def _failure(self) -> DeviceFailed:
        kind = FailureKind.JAMMED if self.jammed else FailureKind.GONE
        return DeviceFailed(failure=kind, detail="")

    # --- what a hand or fate does ---

    def insert(self, value_minor: int) -> None:
        """Put a genuine note in; a closed slot takes nothing."""
        if self.open:
            self.held = value_minor
            self._answer(NoteHeld(value_minor=value_minor, currency="CNY"))

    def insert_unreadable(self) -> None:
        if self.open:
            self._answer(NoteRefused(reason=Refusal.NOT_READ))

    def lose_wire(self, goes: Goes = Goes.OUT, *, after_work: bool = False) -> None:
        """The cable is pulled, before or after the pending command was done; its answer is lost either way."""
        if not self.reachable:
            return
        if after_work and self.pending is not None and not self.jammed:
            self._done(self.pending)
        self.reachable = self.open = False
        if goes is Goes.IN:
            self._stack()
        if goes is Goes.OUT:
            self.held = None
        if self.pending is not None:
            self._answer(self._failure())

    def regain_wire(self) -> None:
        self.reachable = True
        self._answer_counts()

    def jam(self, value_minor: int = 10_000) -> None:
        """A note sticks on its way in."""
        if self.pending is not None and (self.open or self.held is not None):
            self.stuck, self.held = self.held or value_minor, None
            self._answer(self._failure())

    def clear_jam(self, *, into_box: bool = False) -> None:
        if self.stuck is not None and into_box:
            self.box[self.stuck] += 1
        self.stuck = None

    def lose_kiosk(self, *, after_work: bool = False) -> None:
        """The kiosk's process is gone, before or after the pending command was done. The slot closes."""
        if after_work and self.pending is not None and self.reachable and not self.jammed:
            self._done(self.pending)
        self.tell, self.pending = ignore, None
        self.open = self.asked = False
