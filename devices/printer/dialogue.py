"""What is said to a printer and heard from it, step by step: pure; time comes in.

A script is a generator: it yields the instant until which it waits and is sent the next byte, or None when
something else happened (the instant passed, a job came). It looks at `line.now` to see which.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Generator, Iterable
from dataclasses import dataclass, field
from itertools import cycle
from typing import TypeAlias, TypeVar

from devices.printer.fault import Fault, fault_in_print
from devices.printer.status import (
    Answer,
    PrinterStatus,
    Unknown,
    is_queued,
    is_real_time,
    paper_end_of_queued,
    read_answer,
)

T = TypeVar("T")
Script: TypeAlias = Generator[float, int | None, T]

ANSWER_S = 1.0  # a question not answered by then has no answer
REPEAT_S = 0.5  # asked once more in that time: one lost byte is no fault
QUIET_S = 0.02  # after an answer, for the second byte of a printer that gives two
LATE_S = 4.0  # nothing else is asked so long after a missed answer: it could be taken for the wrong one
CONSUMED_S = 20.0  # 4 KiB at 9600 baud and their half metre of paper
PRINTING_ASK_S = 1.0

CLEAR = bytes.fromhex("10 14 08 01 03 14 01 06 02 08")  # DLE DC4 (fn 8)
RECOVER = bytes.fromhex("10 05 02")  # DLE ENQ 2: out of an error of the cutter, with the buffers cleared
CLEARED = bytes.fromhex("37 25 00")
QUEUED_STATUS = bytes.fromhex("1D 72 01")  # GS r 1
NO_UNASKED_STATUS = bytes.fromhex("1D 61 00")  # GS a 0
_FLOW = (0x11, 0x13)  # XON, XOFF


@dataclass(slots=True)
class Line:
    """The wire as a script sees it."""

    now: float
    out: bytearray = field(default_factory=bytearray)
    owed: int = 0
    """Real-time answers that were asked for and have not come."""
    stop: bool = False
    """The job is not wanted any more."""

    def ask(self, n: int) -> None:
        """DLE EOT n."""
        self.out += bytes([0x10, 0x04, n])
        self.owed += 1


def ask_all(line: Line, queries: Iterable[int]) -> Script[PrinterStatus]:
    """One round of status; it ends early at a missed answer, for what follows could not be trusted."""
    answers: dict[int, Answer] = {}
    for n in queries:
        answers[n] = Unknown.NOT_ASKED if line.owed else (yield from _ask(line, n))
    return PrinterStatus(answers)


def _ask(line: Line, n: int) -> Script[Answer]:
    heard = b""
    for _ in range(round(ANSWER_S / REPEAT_S)):
        line.ask(n)
        heard += yield from _listen(line, REPEAT_S, is_real_time)
        if any(map(is_real_time, heard)):
            break
    heard += yield from _listen(line, QUIET_S)
    asked, line.owed = line.owed, max(0, line.owed - len(heard))
    if heard and line.owed:
        yield from wait_for_late(line)
    return read_answer(heard, asked)


def _listen(line: Line, seconds: float, enough: Callable[[int], bool] = lambda _: False) -> Script[bytes]:
    """What comes in the next `seconds`, up to the first byte that is `enough`."""
    until, heard = line.now + seconds, b""
    while line.now < until:
        byte = yield until
        if byte is None or byte in _FLOW:
            continue
        heard += bytes([byte])
        if enough(byte):
            break
    return heard


def wait_for_late(line: Line) -> Script[bool]:
    """Let what is still owed come in; tell whether any of it did."""
    until, late = line.now + LATE_S, False
    while line.owed and line.now < until:
        byte = yield until
        if byte is not None and is_real_time(byte):
            line.owed, late = line.owed - 1, True
    line.owed = 0
    return late


def wait_for_strays(line: Line) -> Script[None]:
    """Let the proofs of an earlier job come in, that a later one could take for its own."""
    yield from _listen(line, LATE_S)


def clear(line: Line) -> Script[bool]:
    """Empty the printer's buffers, even while it is stopped; tell whether it said that it has.

    Nothing may be sent before its answer (reference: DLE DC4 (fn 8), notes).
    """
    line.out += CLEAR
    until, heard = line.now + ANSWER_S, b""
    while line.now < until and not heard.endswith(CLEARED):
        byte = yield until
        heard += bytes([byte]) if byte is not None else b""
    return heard.endswith(CLEARED)


def consume(line: Line, piece: bytes, queries: Collection[int]) -> Script[Fault | None]:
    """Send a piece and wait until the printer has worked through it.

    The proof is the answer to GS r 1 at its end. Unlike DLE EOT, which is answered from outside the queue, GS r
    waits in the receive buffer for its turn, and a printer that has stopped for want of paper does not get to it.
    Meanwhile DLE EOT 2 and 3 are asked, one at a time; a printer too busy to answer them is not at fault.
    """
    line.out += piece + QUEUED_STATUS
    give_up, ask_at = line.now + CONSUMED_S, line.now + PRINTING_ASK_S
    answers: dict[int, Answer] = {}
    questions = cycle([n for n in (2, 3) if n in queries] or [1])
    asked = next(questions)
    while line.now < give_up and not line.stop:
        if line.now >= ask_at and not line.owed:
            asked = next(questions)
            line.ask(asked)
        byte = yield give_up if line.owed else min(give_up, ask_at)
        if byte is not None and is_queued(byte):
            return Fault.PAPER_OUT if paper_end_of_queued(byte) else None
        if byte is not None and is_real_time(byte) and line.owed:
            line.owed, ask_at, answers[asked] = 0, line.now + PRINTING_ASK_S, byte
            stopped = fault_in_print(PrinterStatus(answers))
            if stopped is not None:
                return stopped
    return Fault.DROPPED if line.stop else Fault.NO_PROOF
