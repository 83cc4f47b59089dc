"""A host for the tests, written on its own: frames by hand, and a turned clock."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from devices.simulators.acceptor.model import Model, Times
from devices.simulators.acceptor.note import Contents, Kind, Note
from devices.simulators.acceptor.unit import AcceptorUnit

OK = b"\xf0"
POLL, POLL_WITH_ACK, EVENT_ACK, HOLD, REJECT = b"\x07", b"\x56", b"\x57", b"\x18", b"\x08"
ALL_CHANNELS = b"\x02\xff\xff"
ENABLE, DISABLE = b"\x0a", b"\x09"

EVENT_DATA: Mapping[int, int] = {0xEF: 1, 0xEE: 1, 0xE6: 1, 0xE2: 1, 0xE1: 1}
"""Bytes of data of the events that have any."""


def crc16(body: bytes) -> bytes:
    """By polynomial long division over the bits, unlike the unit's shift register."""
    bits = int.from_bytes(body, "big") << 16
    length = 8 * len(body) + 16
    bits ^= 0xFFFF << (length - 16)
    for shift in range(length - 17, -1, -1):
        if bits >> (shift + 16) & 1:
            bits ^= 0x18005 << shift
    return (bits & 0xFFFF).to_bytes(2, "little")


def frame(header: int, data: bytes) -> bytes:
    body = bytes([header, len(data)]) + data
    out = bytearray([0x7F])
    for byte in body + crc16(body):
        out += b"\x7f\x7f" if byte == 0x7F else bytes([byte])
    return bytes(out)


def unframe(wire: bytes) -> tuple[int, bytes]:
    assert wire[:1] == b"\x7f"
    body = wire[1:].replace(b"\x7f\x7f", b"\x7f")
    assert crc16(body[:-2]) == body[-2:]
    assert body[1] == len(body) - 4
    return body[0], body[2:-2]


def events(reply: bytes) -> list[tuple[int, int | None]]:
    """The events of a poll reply with their data byte."""
    assert reply[:1] == OK
    found: list[tuple[int, int | None]] = []
    rest = list(reply[1:])
    while rest:
        code = rest.pop(0)
        found.append((code, rest.pop(0) if EVENT_DATA.get(code) else None))
    return found


@dataclass
class Bench:
    """One unit, its clock and a host with its sequence bit."""

    model: Model = field(default_factory=Model)
    contents: Contents = field(default_factory=Contents)
    times: Times = field(default_factory=Times)
    now: float = 100.0
    bit: int = 0
    last: bytes = b""

    def __post_init__(self) -> None:
        self.unit = AcceptorUnit(self.model, self.contents, self.times, self.now)

    def wait(self, seconds: float) -> None:
        self.now += seconds + 1e-6  # so that rounding leaves nothing just undone
        self.unit.advance(self.now)

    def send(self, wire: bytes) -> list[bytes]:
        return self.unit.receive(wire, self.now)

    def sync(self) -> None:
        assert self.send(frame(0x80, b"\x11")) == [frame(0x80, OK)]
        self.bit = 0

    def ask(self, command: bytes) -> bytes:
        """A new packet; the reply's data."""
        self.last = frame(self.bit, command)
        header, self.bit = self.bit, self.bit ^ 0x80
        (reply,) = self.send(self.last)
        got, data = unframe(reply)
        assert got == header
        return data

    def poll(self, command: bytes = POLL) -> list[tuple[int, int | None]]:
        return events(self.ask(command))

    def start(self, version: int = 7) -> None:
        """Through the start-up until the slot is lit."""
        self.wait(self.times.boot)
        self.sync()
        assert self.ask(bytes([0x06, version])) == OK
        self.wait(self.times.initialise)
        self.poll()
        assert self.ask(ALL_CHANNELS) == OK
        assert self.ask(ENABLE) == OK

    def insert(self, value: int = 100, kind: Kind = Kind.GENUINE) -> None:
        self.unit.insert(Note(value, kind), self.now)

    def to_escrow(self, value: int = 100, kind: Kind = Kind.GENUINE) -> None:
        self.insert(value, kind)
        self.wait(self.times.read)

    def restart_power(self) -> None:
        self.unit.switch(self.now, on=False)
        self.wait(5)
        self.unit.switch(self.now, on=True)


def lit_bench(version: int = 7, model: Model | None = None) -> Bench:
    bench = Bench(model or Model())
    bench.start(version)
    return bench
