"""Poll events: what has happened since the last poll, and what must be acknowledged (GA138: event tables)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

SLAVE_RESET = 0xF1
READ = 0xEF
CREDIT = 0xEE
REJECTING = 0xED
REJECTED = 0xEC
STACKING = 0xCC
STACKED = 0xEB
SAFE_JAM = 0xEA
UNSAFE_JAM = 0xE9
DISABLED = 0xE8
FULL = 0xE7
FRAUD = 0xE6
BOX_REPLACED = 0xE4
BOX_REMOVED = 0xE3
CLEARED_IN = 0xE2
CLEARED_OUT = 0xE1
CHANNELS_OFF = 0xB5
INITIALISING = 0xB6

_SINCE_VERSION = {CLEARED_OUT: 5, CLEARED_IN: 5, CHANNELS_OFF: 7, INITIALISING: 7}
_ACKNOWLEDGED = frozenset({CREDIT, CLEARED_IN, FRAUD})


@dataclass(frozen=True, slots=True)
class Event:
    code: int
    data: bytes = b""

    def to_wire(self) -> bytes:
        return bytes([self.code]) + self.data


@dataclass(slots=True)
class EventQueue:
    """Events wait here for the next poll. It forgets them with the power."""

    _waiting: list[Event] = field(default_factory=list)
    _unacknowledged: bytes | None = None
    """The reply to POLL WITH ACK that is repeated until EVENT ACK."""

    def add(self, code: int, data: bytes = b"") -> None:
        self._waiting.append(Event(code, data))

    @property
    def unacknowledged(self) -> bytes | None:
        return self._unacknowledged

    def acknowledge(self) -> bool:
        """EVENT ACK, or a plain POLL, which takes every event for told."""
        waited = self._unacknowledged is not None
        self._unacknowledged = None
        return waited

    def tell(self, before: Iterable[Event], after: Iterable[Event], version: int, *, with_ack: bool) -> bytes:
        """The events of one poll, in their order, as far as this protocol version has them."""
        happened, self._waiting = self._waiting, []
        events = [
            event for event in (*before, *happened, *after) if _SINCE_VERSION.get(event.code, 0) <= version
        ]
        told = b"".join(event.to_wire() for event in events)
        if with_ack and any(event.code in _ACKNOWLEDGED for event in events):
            self._unacknowledged = told
        return told
