"""One packet out, one reply in: sequence bit, retry and silence (GA138, transport layer). Pure.

A unit that sees the same sequence bit again repeats its last reply without doing anything. So a retry is byte for byte
the packet that was not answered, and whatever a lost reply said is said again, once.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

from devices.cash_acceptor.itl_ssp.codes import Command
from devices.cash_acceptor.itl_ssp.frame import BadBytes, Decoder, Frame

ADDRESS = 0x00  # a note validator
REPLY_S = 1.0
TRIES = 5  # longer than a note may wait in escrow for a packet (10 s) makes no sense


@dataclass(frozen=True, slots=True)
class Reply:
    """The first byte of the reply (`codes.Answer`), and what follows it."""

    code: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Silence:
    """The packet was sent as often as it may be, and never answered."""


class Exchange:
    """One request in flight; what comes without having been asked for is dropped."""

    def __init__(self) -> None:
        self.bad: deque[BadBytes] = deque(maxlen=32)
        """The last bytes that were no answer, for the technician."""
        self.bad_count = 0
        self.reset()

    def reset(self) -> None:
        """The wire is new: nothing is in flight and nothing half read."""
        self._decoder = Decoder()
        self._sequence = True
        self._packet = b""
        self._tries = 0
        self._out = b""
        self.deadline: float | None = None

    def ask(self, data: bytes, now: float) -> None:
        """Send a new packet. SYNC carries bit 1 and makes the unit expect bit 0 next."""
        assert self.deadline is None, "one request at a time"
        self._sequence = True if data == bytes([Command.SYNC]) else not self._sequence
        self._packet = Frame(self._sequence, ADDRESS, data).to_bytes()
        self._syncing = data == bytes([Command.SYNC])
        self._tries = 0
        self._send(now)

    def bytes_to_send(self) -> bytes:
        out, self._out = self._out, b""
        return out

    def receive(self, data: bytes) -> Reply | None:
        """The reply to what is in flight, if it is whole now."""
        self._decoder.feed(data)
        while (item := self._decoder.next_item()) is not None:
            if isinstance(item, BadBytes):
                self._count(item)
            elif self._is_reply(item):
                self.deadline = None
                return Reply(item.data[0], item.data[1:])
            else:
                self._count(BadBytes(item.to_bytes(), "not the reply to what was asked"))
        return None

    def expire(self, now: float) -> Silence | None:
        """The reply is overdue: the same packet again, or no more."""
        assert self.deadline is not None, "something is in flight"
        if self._tries < TRIES:
            self._send(now)
            return None
        self.deadline = None
        return Silence()

    def _send(self, now: float) -> None:
        self._out = self._packet
        self._tries += 1
        self.deadline = now + REPLY_S

    def _is_reply(self, frame: Frame) -> bool:
        if self.deadline is None or not frame.data:
            return False
        if self._syncing and len(frame.data) > 1:
            return False  # a late answer to what was asked before the line was synchronised
        return frame.address == ADDRESS and frame.sequence == self._sequence

    def _count(self, bad: BadBytes) -> None:
        self.bad_count += 1
        self.bad.append(bad)
