"""The link on a wire to a far end, with the clock turned by hand: nothing here sleeps."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from devices.cash_acceptor.events import Event, NoteCredited
from devices.cash_acceptor.itl_ssp.link import SspLink
from devices.cash_acceptor.notes import Note
from devices.simulators.acceptor.model import Model, Times
from devices.simulators.acceptor.note import Contents, Kind
from devices.simulators.acceptor.note import Note as PaperNote
from devices.simulators.acceptor.packet import Packet, PacketReader
from devices.simulators.acceptor.unit import AcceptorUnit

T = TypeVar("T")
WIRE_S = 0.002

YUAN = {value: Note("CNY", value * 100) for value in (1, 5, 10, 20, 50, 100)}
ALL = tuple(YUAN.values())


class FarEnd(Protocol):
    def receive(self, received: bytes, now: float) -> list[bytes]: ...

    def next_deadline(self) -> float | None: ...

    def advance(self, now: float) -> None: ...


@dataclass
class SspBench:
    far: FarEnd
    link: SspLink = field(default_factory=SspLink)
    now: float = 1000.0
    sent: list[bytes] = field(default_factory=list)
    """Each packet of the host."""
    told: list[Event] = field(default_factory=list)
    spoil: Callable[[bytes], Iterable[bytes]] = lambda reply: (reply,)
    """What becomes of a reply on the wire: nothing, or one or more pieces."""
    heard: Callable[[Event], None] | None = None
    """Stands in for the driver's host, which then has to take credits down itself."""
    connected: bool = False

    def plug(self) -> None:
        self.connected = True
        self.link.opened(self.now)
        self._drain()

    def pull(self) -> None:
        self.connected = False
        self.link.lost(self.now)
        self._drain()

    def run(self, seconds: float) -> None:
        until = self.now + seconds
        while self.now < until:
            if self.connected and (packet := self.link.bytes_to_send()):
                self.sent.append(packet)
                self._carry(packet)
                continue
            deadlines = [self.link.next_deadline(), self.far.next_deadline(), until]
            self.now = max(self.now, min(at for at in deadlines if at is not None)) + 1e-6
            self.far.advance(self.now)
            if (due := self.link.next_deadline()) is not None and due <= self.now:
                self.link.expire(self.now)
                self._drain()

    def run_until(self, is_so: Callable[[], bool], limit_s: float = 60.0) -> None:
        until = self.now + limit_s
        while not is_so():
            assert self.now < until, f"it never came; told: {self.told}"
            self.run(0.05)

    def _carry(self, packet: bytes) -> None:
        self.now += WIRE_S
        replies = self.far.receive(packet, self.now)
        for piece in [piece for reply in replies for piece in self.spoil(reply)]:
            self.now += WIRE_S
            self.link.receive(piece, self.now)
            self._drain()

    def _drain(self) -> None:
        while (event := self.link.next_event()) is not None:
            self.told.append(event)
            if self.heard is not None:
                self.heard(event)
            elif isinstance(event, NoteCredited):
                self.link.taken_down(self.now)

    def of(self, kind: type[T]) -> list[T]:
        return [event for event in self.told if isinstance(event, kind)]


@dataclass
class UnitBench(SspBench):
    """With a whole simulated validator at the far end."""

    @property
    def unit(self) -> AcceptorUnit:
        assert isinstance(self.far, AcceptorUnit)
        return self.far

    def insert(self, yuan: int, kind: Kind = Kind.GENUINE) -> None:
        self.unit.insert(PaperNote(yuan, kind), self.now)

    def power(self, *, on: bool) -> None:
        self.unit.switch(self.now, on=on)


def unit_bench(model: Model | None = None, contents: Contents | None = None) -> UnitBench:
    far = AcceptorUnit(model or Model(), contents or Contents(), Times(), 1000.0)
    return UnitBench(far)


@dataclass
class CannedUnit:
    """Answers each command with what it was given; bit by bit as the manual's transport layer wants."""

    polls: list[bytes] = field(default_factory=list)
    """What the next polls are answered, after OK; then nothing happens any more."""
    replies: dict[int, bytes] = field(default_factory=dict)
    """By command code, the whole data of the reply."""
    commands: list[bytes] = field(default_factory=list)
    """Each command that was carried out."""
    version_max: int = 8
    _reader: PacketReader = field(default_factory=PacketReader)
    _sequence: int | None = None
    _last: bytes = b""

    def receive(self, received: bytes, now: float) -> list[bytes]:
        return [self._answer(packet) for packet in self._reader.feed(received)]

    def next_deadline(self) -> float | None:
        return None

    def advance(self, now: float) -> None:
        """Nothing in it moves by itself."""

    def _answer(self, packet: Packet) -> bytes:
        if packet.data == b"\x11":
            self._sequence = 0x80
            return Packet(packet.header, b"\xf0").to_wire()
        if packet.sequence != self._sequence:
            self._sequence = packet.sequence
            self.commands.append(packet.data)
            self._last = Packet(packet.header, self._execute(packet.data)).to_wire()
        return self._last

    def _execute(self, command: bytes) -> bytes:
        code = command[0]
        if code in self.replies:
            return self.replies[code]
        if code == 0x06:
            return b"\xf0" if command[1] <= self.version_max else b"\xf4"
        if code == 0x05:
            return b"\xf0\x000100CNY" + bytes.fromhex("000001 04 01 05 0A 64 02 02 02 02 000064 05")
        if code == 0x0C:
            return bytes.fromhex("F0 004A78B4")
        if code == 0x07:
            return b"\xf0" + (self.polls.pop(0) if self.polls else b"")
        if code == 0x58:
            return b"\xf0\x05" + bytes(20)
        if code == 0x17:
            return b"\xf0\x04"
        if code in {0x08, 0x18}:
            return b"\xf5"
        return b"\xf2" if code in {0x56, 0x57} else b"\xf0"
