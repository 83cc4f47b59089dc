"""The printer's side of the common driver loop: polls, prints, and proves. Pure; time comes in as `now` seconds."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from devices.printer import escpos
from devices.printer.dialogue import (
    NO_UNASKED_STATUS,
    RECOVER,
    Line,
    Script,
    ask_all,
    clear,
    consume,
    wait_for_late,
    wait_for_strays,
)
from devices.printer.fault import Fault, fault_in_print, fault_of
from devices.printer.profile import Profile
from devices.printer.status import PrinterStatus

POLL_S = 1.0
SILENT_ROUNDS_MAX = 2
REOPEN_S = 5.0  # so long a job waits for a wire that is being opened again
PIECE_BYTES = 4096  # on their way at most: what a stopped printer may hold, and a wire takes at once


@dataclass(frozen=True, slots=True)
class StateChanged:
    """The printer as it was last heard; `fault` is None when a slip would be printed now."""

    status: PrinterStatus
    fault: Fault | None


@dataclass(frozen=True, slots=True)
class JobEnded:
    """The job is paper (None), or never will be."""

    fault: Fault | None


@dataclass(frozen=True, slots=True)
class HangUp:
    """It answered on this wire and does not any more: open the wire anew, it may be dead without a word."""


@dataclass(frozen=True, slots=True)
class SlipHangs:
    """Whether a part of a slip may be hanging in the slot: told before its first byte is sent."""

    hangs: bool


Event: TypeAlias = StateChanged | JobEnded | SlipHangs | HangUp


class PrinterLink:
    """One printer: polled while idle, one job at a time, and a job that failed is never printed later.

    Before a job the printer has to say that all is well; after it, that it has worked through every byte. What a
    failed job, or an earlier life of this program, may have left in its buffers is cleared before anything else.
    """

    def __init__(self, profile: Profile, *, hangs: bool = False) -> None:
        """`hangs`: the last SlipHangs of an earlier life of this program."""
        self._profile = profile
        self._queries = profile.status_queries
        self._line = Line(0.0)
        self._script: Script[None] | None = None
        self._until = 0.0
        self._events: deque[Event] = deque()
        self._state: StateChanged | None = None
        self._job: list[bytes] | None = None
        self._job_until = 0.0
        self._printing = False
        self._settling = False
        self._silent_rounds: int | None = None
        self._stale, self._cleared = True, False
        self._hangs = hangs

    def opened(self, now: float) -> None:
        """The wire is there: begin anew."""
        self._line = Line(now)
        self._stale = True
        self._settling, self._silent_rounds = False, None
        self._script = self._life()
        self._resume(None, now)

    def lost(self, now: float) -> None:
        """The wire is gone; a job that had not begun waits a little for it."""
        self._script = None
        if self._printing:
            self._end(Fault.GONE)
        self._job_until = now + REOPEN_S
        self._tell(PrinterStatus(), Fault.GONE)

    def submit(self, job: Sequence[bytes], now: float) -> None:
        """Print these pieces, each of whole commands; JobEnded tells how it went."""
        assert self._job is None, "one job at a time"
        self._job = _pack(job)
        self._job_until = now + REOPEN_S
        if self._settling:
            self._end(self._fault or Fault.UNCLEAR)
        self._resume(None, now)

    def drop(self, now: float) -> None:
        """Forget the job, printed or not."""
        if self._printing:
            self._line.stop = True
            self._resume(None, now)
        elif self._job is not None:
            self._end(Fault.DROPPED)

    def bytes_to_send(self) -> bytes:
        out, self._line.out = bytes(self._line.out), bytearray()
        return out if self._script else b""

    def next_deadline(self) -> float | None:
        if self._script is not None:
            return self._until
        if self._state is None:
            return 0.0  # no wire at the very start is told at once
        return self._job_until if self._job is not None else None

    def receive(self, data: bytes, now: float) -> None:
        for byte in data:
            self._resume(byte, now)

    def expire(self, now: float) -> None:
        if self._script is None:
            self._tell(PrinterStatus(), Fault.GONE)
            if self._job is not None and now >= self._job_until:
                self._end(Fault.GONE)
        self._resume(None, now)

    def next_event(self) -> Event | None:
        return self._events.popleft() if self._events else None

    def _resume(self, byte: int | None, now: float) -> None:
        if self._script is not None:
            self._line.now = now
            self._until = self._script.send(byte)

    def _life(self) -> Script[None]:
        """From the opening of the wire to its loss."""
        self._cleared = yield from clear(self._line)
        while True:
            status = yield from ask_all(self._line, self._queries)
            fault = fault_of(status, self._queries)
            if fault is None and self._stale:
                fault = yield from self._recover()
            self._tell(status, fault)
            if self._job is not None:
                yield from self._serve(self._job, fault)
                if self._stale:
                    continue  # something has just gone wrong: look at once what it is
            yield from self._settle(status)
            self._notice_silence(status)
            until = self._line.now + POLL_S
            while self._line.now < until and self._job is None:
                yield until

    def _recover(self) -> Script[Fault | None]:
        """Cut off what a dead job left hanging, put the printer back to its start, and have it prove so."""
        cut = escpos.finish(self._profile) if self._hangs else b""
        start = cut + escpos.INITIALISE + NO_UNASKED_STATUS
        fault = yield from consume(self._line, start, self._queries)
        if fault is None:
            if not self._cleared:
                yield from wait_for_strays(self._line)
            self._stale = False
            self._set_hangs(hangs=False)
        return fault

    def _serve(self, job: list[bytes], fault: Fault | None) -> Script[None]:
        if fault is not None:
            self._end(fault)
            return
        fault = yield from self._print(job)
        self._end(fault)
        if fault is not None:
            self._stale = True
            self._cleared = yield from clear(self._line)
        if fault is Fault.HARDWARE:
            self._line.out += RECOVER

    def _print(self, job: list[bytes]) -> Script[Fault | None]:
        self._printing = True
        self._set_hangs(hangs=True)
        for piece in job:
            fault = yield from consume(self._line, piece, self._queries)
            if fault is not None:
                return fault
        self._set_hangs(hangs=False)
        yield from wait_for_late(self._line)
        status = yield from ask_all(self._line, self._queries)
        self._tell(status, fault_of(status, self._queries))
        return fault_in_print(status)

    def _settle(self, status: PrinterStatus) -> Script[None]:
        """After a missed answer nothing is asked for a while; a job that comes then is refused, not kept waiting."""
        self._settling = True
        if (yield from wait_for_late(self._line)):
            self._tell(status.with_late_answer(), self._fault)
        self._settling = False

    def _notice_silence(self, status: PrinterStatus) -> None:
        """Counted from the first answer on: a printer that is off is no reason to open its wire over and over."""
        if any(isinstance(answer, int) for answer in status.answers.values()):
            self._silent_rounds = 0
        elif status.silent and self._silent_rounds is not None:
            self._silent_rounds += 1
            if self._silent_rounds == SILENT_ROUNDS_MAX:
                self._events.append(HangUp())

    @property
    def _fault(self) -> Fault | None:
        return self._state.fault if self._state else Fault.GONE

    def _tell(self, status: PrinterStatus, fault: Fault | None) -> None:
        told = StateChanged(status, fault)
        if told != self._state:
            self._state = told
            self._events.append(told)

    def _set_hangs(self, *, hangs: bool) -> None:
        if hangs != self._hangs:
            self._hangs = hangs
            self._events.append(SlipHangs(hangs))

    def _end(self, fault: Fault | None) -> None:
        self._job, self._printing, self._line.stop = None, False, False
        self._events.append(JobEnded(fault))


def _pack(job: Sequence[bytes]) -> list[bytes]:
    """The job in as few pieces as PIECE_BYTES allows."""
    packed = [b""]
    for piece in job:
        if len(packed[-1]) + len(piece) > PIECE_BYTES:
            packed.append(b"")
        packed[-1] += piece
    return packed
