"""Faults of a wire as data: what is armed by hand, and what happens by chance with a seed."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from random import Random

NOISE_BYTES_MAX = 8
LATE_S = 1.5  # past the time-outs of a second that hosts use


class Kind(StrEnum):
    DROP_REPLY = "drop-reply"
    """The device acts, its reply is lost."""
    DROP_COMMAND = "drop-command"
    """The device never hears what was sent."""
    GARBLE = "garble"
    """One bit of the reply is flipped."""
    DUPLICATE = "duplicate"
    HALF = "half"
    """Only the beginning of the reply arrives."""
    SPLIT = "split"
    """The reply arrives in two pieces with a pause between."""
    JOINED = "joined"
    """The reply arrives together with the next one."""
    NOISE = "noise"
    """Stray bytes before the reply."""
    DELAY = "delay"
    REPLACE = "replace"
    """Other bytes arrive in the reply's place."""


_BY_CHANCE = [kind.value for kind in Kind if kind is not Kind.REPLACE]


@dataclass(frozen=True, slots=True)
class Fault:
    kind: Kind
    data: bytes = b""
    """For `replace`."""
    seconds: float = LATE_S
    """For `delay` and `split`."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Bytes that arrive so many seconds late."""

    data: bytes
    late_s: float = 0.0


@dataclass(slots=True)
class FaultyWire:
    """Stands between a device and the wire; with nothing armed and no rates it changes nothing."""

    random: Random
    rates: Mapping[Kind, float] = field(default_factory=dict)
    """By chance: the part of all replies that each fault strikes."""
    _armed: deque[Fault] = field(default_factory=deque)
    _deaf: int = 0
    _held_back: bytes = b""

    def arm(self, fault: Fault, count: int) -> None:
        """Strike the next `count` replies, or commands, one after another."""
        if fault.kind is Kind.DROP_COMMAND:
            self._deaf += count
        else:
            self._armed.extend([fault] * count)

    def hears(self) -> bool:
        """Whether the next thing that is sent reaches the device."""
        if self._deaf:
            self._deaf -= 1
            return False
        return not self._by_chance(Kind.DROP_COMMAND)

    def carry(self, reply: bytes) -> list[Piece]:
        """What becomes of a reply on its way."""
        reply, self._held_back = self._held_back + reply, b""
        fault = self._armed.popleft() if self._armed else self._chance()
        return [Piece(reply)] if fault is None else self._strike(fault, reply)

    def _chance(self) -> Fault | None:
        kinds = (kind for kind in self.rates if kind is not Kind.DROP_COMMAND)
        return next((Fault(kind) for kind in kinds if self._by_chance(kind)), None)

    def _by_chance(self, kind: Kind) -> bool:
        return kind in self.rates and self.random.random() < self.rates[kind]

    def _strike(self, fault: Fault, reply: bytes) -> list[Piece]:
        middle = self.random.randrange(1, len(reply)) if len(reply) > 1 else 0
        match fault.kind:
            case Kind.DUPLICATE:
                return [Piece(reply), Piece(reply)]
            case Kind.HALF:
                return [Piece(reply[:middle])]
            case Kind.SPLIT:
                return [Piece(reply[:middle]), Piece(reply[middle:], fault.seconds)]
            case Kind.JOINED:
                self._held_back = reply
                return []
            case Kind.GARBLE:
                return [Piece(self._flip(reply))]
            case Kind.NOISE:
                return [Piece(self.random.randbytes(self.random.randint(1, NOISE_BYTES_MAX)) + reply)]
            case Kind.DELAY:
                return [Piece(reply, fault.seconds)]
            case Kind.REPLACE:
                return [Piece(fault.data)]
            case Kind.DROP_REPLY | Kind.DROP_COMMAND:
                return []

    def _flip(self, reply: bytes) -> bytes:
        flipped = bytearray(reply)
        flipped[self.random.randrange(len(reply))] ^= 1 << self.random.randrange(8)
        return bytes(flipped)


def parse_rates(text: str) -> dict[Kind, float]:
    """`drop-reply=0.05,garble=0.02` as rates; raises ValueError with what is wrong."""
    rates = {}
    for item in filter(None, text.split(",")):
        name, _, part = (word.strip() for word in item.partition("="))
        if name not in _BY_CHANCE:
            raise ValueError(f"{name!r} is none of {', '.join(_BY_CHANCE)}")
        try:
            rates[Kind(name)] = float(part)
        except ValueError as error:
            raise ValueError(f"{item!r}: a part of all replies, as in garble=0.02") from error
        if not 0 <= rates[Kind(name)] <= 1:
            raise ValueError(f"{item!r}: the part is between 0 and 1")
    return rates
