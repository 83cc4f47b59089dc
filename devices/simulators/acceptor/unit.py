"""A whole validator: bytes and time in, bytes out. Pure; whoever owns it keeps `contents` on disk."""

from __future__ import annotations

from devices.simulators.acceptor.model import Model, Times
from devices.simulators.acceptor.note import JAMMED, Contents, Note
from devices.simulators.acceptor.packet import SEQUENCE, Packet, PacketReader
from devices.simulators.acceptor.path import NotePath
from devices.simulators.acceptor.validator import OK, RESET, Validator
from devices.simulators.refusal import RefusedError

ADDRESS = 0x00
_SYNC = b"\x11"


class AcceptorUnit:
    def __init__(self, model: Model, contents: Contents, times: Times, now: float) -> None:
        """Switched on: with a note in the path it begins as after a power cut."""
        self._model = model
        self._times = times
        self._path = NotePath(contents, times)
        self._cut_at: str | None = None
        self.power = True
        self._validator: Validator | None = None
        self._last_sequence: int | None = None
        self._boot(now)

    # --- state ---

    @property
    def contents(self) -> Contents:
        return self._path.contents

    @property
    def enabled(self) -> bool:
        return self._validator is not None and self._validator.enabled

    @property
    def jammed(self) -> bool:
        return self._path.place in JAMMED

    def why_not(self) -> str | None:
        """Why a note would not be taken in now; None: the slot is lit."""
        if not self.power:
            return "no-power"
        return "starting" if self._validator is None else self._validator.why_not()

    # --- the wire ---

    def receive(self, received: bytes, now: float) -> list[bytes]:
        """The replies, one for each whole packet for this unit; what is sent while it is off or boots is lost."""
        self.advance(now)
        if self._validator is None:
            return []
        mine = (packet for packet in self._reader.feed(received) if packet.address == ADDRESS)
        return [reply for packet in mine if (reply := self._answer(packet, now)) is not None]

    def _answer(self, packet: Packet, now: float) -> bytes | None:
        if self._validator is None:
            return None  # an earlier packet of the same burst was RESET, or cut the power
        self._validator.hear(now)
        if packet.data == _SYNC:
            self._last_sequence = SEQUENCE  # so the next packet, with bit 0, is a new one
            self._last_reply = Packet(packet.header, OK).to_wire()
        elif packet.sequence != self._last_sequence:
            self._last_sequence = packet.sequence
            self._last_reply = Packet(packet.header, self._validator.execute(packet.data, now)).to_wire()
            return self._after(packet.data, self._last_reply, now)
        return self._last_reply

    def _after(self, command: bytes, reply: bytes, now: float) -> bytes | None:
        if command == bytes([RESET]):
            self._boot(now)
        self._cut_if_due(self._path.place)
        return reply if self.power else None

    # --- time ---

    def next_deadline(self) -> float | None:
        if not self.power:
            return None
        return self._booted_at if self._validator is None else self._validator.next_deadline()

    def advance(self, now: float) -> None:
        """Let everything happen that is due by now, in its order."""
        while (due := self.next_deadline()) is not None and due <= now:
            if self._validator is None:
                self._start(due)
                continue
            before = self.contents.notes_in_box
            self._validator.expire()
            self._cut_if_due("stacked" if self.contents.notes_in_box > before else self._path.place)

    def _start(self, at: float) -> None:
        self._path.clear(at)
        self._validator = Validator(self._model, self._path, now=at, ready_at=at + self._times.initialise)

    # --- hands ---

    def insert(self, note: Note, now: float) -> None:
        self.advance(now)
        if why := self.why_not():
            raise RefusedError("the slot does not take the note", why)
        self._path.take_in(note, now)
        self._cut_if_due(self._path.place)

    def take_note(self) -> None:
        if self.contents.slot is None:
            raise RefusedError("there is no note in the slot", "nothing-there")
        self._path.take_from_slot()

    def clear_jam(self, now: float, *, take_out: bool = False) -> None:
        """A technician opens the path and pulls the note straight, or takes it out; the unit starts again."""
        self.advance(now)
        if not self.jammed:
            raise RefusedError("nothing is jammed", "nothing-there")
        if take_out:
            self._path.take_out()
        else:
            self._path.free_jam()
        if self.power:
            self._boot(now)

    def move_box(self, now: float, *, inside: bool) -> None:
        self.advance(now)
        if inside == self.contents.box_in:
            raise RefusedError(f"the cash box is {'in' if inside else 'out'} already", "as-it-is")
        if self.contents.held is not None:
            raise RefusedError("there is a note in the path", "path-in-use")
        self._path.move_box(inside=inside)
        if self._validator is not None:
            self._validator.box_moved(inside=inside)

    def empty_box(self) -> None:
        if self.contents.box_in:
            raise RefusedError("the cash box has to be taken out first", "box-in")
        self._path.empty_box()

    def switch(self, now: float, *, on: bool) -> None:
        """Power on or off; a note in the path stays where it is."""
        self.advance(now)
        if on != self.power:
            self.power = on
            self._boot(now)

    def cut_power_at(self, place: str) -> None:
        """Arm a power cut for the instant when a note reaches a place, or is `stacked`."""
        self._cut_at = place

    def _cut_if_due(self, reached: str | None) -> None:
        if self._cut_at is not None and reached == self._cut_at:
            self._cut_at = None
            self.power = False
            self._boot(now=0.0)

    def _boot(self, now: float) -> None:
        """Everything volatile is gone."""
        self._path.stop()
        self._validator = None
        self._reader = PacketReader()
        self._last_sequence = None
        self._last_reply = b""
        self._booted_at = now + self._times.boot
