"""A printer of a few lines and a clock that is turned by hand, for the tests of the dialogue."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from devices.printer.fault import Fault
from devices.printer.link import HangUp, JobEnded, PrinterLink, SlipHangs, StateChanged
from devices.printer.profile import load_profile

WELL = {1: b"\x12", 2: b"\x12", 3: b"\x12", 4: b"\x12"}
NO_PAPER = {1: b"\x1a", 2: b"\x32", 3: b"\x12", 4: b"\x72"}
COVER_OPEN = {1: b"\x1a", 2: b"\x16", 3: b"\x12", 4: b"\x12"}
SILENT = dict.fromkeys(WELL, b"")

REAL_TIME = re.compile(
    rb"\x10\x04([\x01-\x04])|(\x10\x14\x08\x01\x03\x14\x01\x06\x02\x08)|\x10\x05\x02", re.DOTALL
)
QUEUED = re.compile(rb"(\x1dr\x01)|(\x1dV[AB].)|\n", re.DOTALL)


@dataclass
class FakePrinter:
    """Answers DLE EOT at once, works through the rest at `bytes_a_second`, stops while `stopped`."""

    answers: dict[int, bytes] = field(default_factory=lambda: dict(WELL))
    answer_after_s: float = 0.001
    bytes_a_second: int = 1000
    clears: bool = True
    proof: bytes = b"\x00"
    paper_for: int | None = None
    buffer: bytes = b""
    printed: bytes = b""
    slips: list[bytes] = field(default_factory=list)
    asked: list[int] = field(default_factory=list)
    replies: list[tuple[float, bytes]] = field(default_factory=list)
    busy_until: float = 0.0
    recoveries: int = 0

    def write(self, data: bytes, now: float) -> None:
        end = 0
        for match in REAL_TIME.finditer(data):
            self._queue(data[end : match.start()], now)
            end = match.end()
            if match[1]:
                self.asked.append(match[1][0])
                self._reply(self.answers[match[1][0]], now + self.answer_after_s)
            elif not match[2]:
                self.recoveries += 1
            elif self.clears:
                self.buffer, self.busy_until = b"", now
                self._reply(b"\x37\x25\x00", now + self.answer_after_s)
        self._queue(data[end:], now)

    def refill(self) -> None:
        self.paper_for, self.answers = None, dict(WELL)

    def work(self, now: float) -> None:
        """Print what is due by now."""
        while self.buffer and self.answers[2] == WELL[2]:
            match = QUEUED.search(self.buffer)
            size = match.end() if match else len(self.buffer)
            if self.paper_for is not None and self.paper_for < size:
                self.printed += self.buffer[: self.paper_for]
                self.buffer = self.buffer[self.paper_for :]
                self.answers = dict(NO_PAPER)
                return
            due = self.busy_until + size / self.bytes_a_second
            if due > now:
                return
            self._print(size, match, due)

    def next_work(self) -> float:
        if not self.buffer or self.answers[2] != WELL[2]:
            return float("inf")
        match = QUEUED.search(self.buffer)
        return self.busy_until + (match.end() if match else len(self.buffer)) / self.bytes_a_second

    def _print(self, size: int, match: re.Match[bytes] | None, due: float) -> None:
        self.busy_until = due
        piece, self.buffer = self.buffer[:size], self.buffer[size:]
        self.paper_for = None if self.paper_for is None else self.paper_for - size
        if match and match[1]:
            self.printed += piece[:-3]
            self._reply(self.proof, due)
        elif match and match[2]:
            self.slips.append(self.printed + piece[:-4])
            self.printed = b""
        else:
            self.printed += piece

    def _queue(self, data: bytes, now: float) -> None:
        if data and not self.buffer:
            self.busy_until = max(now, self.busy_until)
        self.buffer += data

    def _reply(self, data: bytes, at: float) -> None:
        if data:
            self.replies.append((at, data))


class Bench:
    """A link, a printer and the wire between them."""

    def __init__(self, profile: str = "gb18030-58") -> None:
        self.now = 1000.0
        self.printer = FakePrinter()
        self.link = PrinterLink(load_profile(profile))
        self.plugged = False
        self.hangs = False
        self.hung_up = 0
        self.states: list[StateChanged] = []
        self.ended: list[tuple[float, Fault | None]] = []

    def plug(self) -> None:
        self.plugged = True
        self.link.opened(self.now)

    def pull(self) -> None:
        self.plugged = False
        self.printer.replies.clear()
        self.link.lost(self.now)
        self._take()

    def submit(self, job: list[bytes]) -> None:
        self.link.submit(job, self.now)
        self._take()

    def print(self, job: list[bytes], seconds: float = 60.0) -> Fault | None:
        """How the job ended; AssertionError if it did not in time."""
        before = len(self.ended)
        self.submit(job)
        until = self.now + seconds
        while len(self.ended) == before:
            assert self.now < until, "the job never ended"
            self.run(0.01)
        return self.ended[-1][1]

    def run(self, seconds: float) -> None:
        until = self.now + seconds
        while True:
            self._take()
            self.printer.work(self.now)
            self.printer.replies.sort()
            due = [self.printer.next_work(), until, *(at for at, _ in self.printer.replies[:1])]
            deadline = self.link.next_deadline()
            self.now = max(self.now, min([*due, *([] if deadline is None else [deadline])]))
            self.printer.work(self.now)
            self._deliver()
            if deadline is not None and self.now >= deadline:
                self.link.expire(self.now)
            self._take()
            if self.now >= until:
                return

    def _deliver(self) -> None:
        self.printer.replies.sort()
        while self.printer.replies and self.printer.replies[0][0] <= self.now:
            _, data = self.printer.replies.pop(0)
            if self.plugged:
                self.link.receive(data, self.now)

    def _take(self) -> None:
        data = self.link.bytes_to_send()
        if data and self.plugged:
            self.printer.write(data, self.now)
        while (event := self.link.next_event()) is not None:
            match event:
                case StateChanged():
                    self.states.append(event)
                case JobEnded(fault):
                    self.ended.append((self.now, fault))
                case SlipHangs(hangs):
                    self.hangs = hangs
                case HangUp():
                    self.hung_up += 1

    @property
    def fault(self) -> Fault | None:
        return self.states[-1].fault
