"""What a validator does and says between power-up and power-off (GA138: commands, reject codes).

Everything in here is volatile: power-up and RESET begin with a new one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from devices.simulators.acceptor import events
from devices.simulators.acceptor import model as described
from devices.simulators.acceptor.events import Event, EventQueue
from devices.simulators.acceptor.model import Model
from devices.simulators.acceptor.note import Kind, Note, Place
from devices.simulators.acceptor.path import Arrival, Landmark, NotePath

OK, UNKNOWN, WRONG_COUNT, OUT_OF_RANGE = b"\xf0", b"\xf2", b"\xf3", b"\xf4"
NOT_NOW, KEY_NOT_SET = b"\xf5", b"\xfa"
RESET = 0x01
ESCROW_S = 10.0  # poll time-out: a note in escrow goes back when the host has said nothing for so long
NOT_RECOGNISED, REJECTED_BY_HOST, INHIBITED_BY_HOST, ESCROW_TIME_OUT, CANNOT_STACK = (
    0x04,
    0x08,
    0x0C,
    0x13,
    0x1D,
)
_ENCRYPTED = 0x7E


class Validator:
    def __init__(self, model: Model, path: NotePath, *, now: float, ready_at: float) -> None:
        self.model = model
        self._path = path
        self._ready_at: float | None = ready_at
        """None: it takes notes."""
        self._heard_at = now
        self.version = model.protocol_first
        self._channels_on = 0
        self._enabled = False
        self._events = EventQueue()
        self._announced = False
        """EF n has been told: the next poll stacks the note."""
        self.last_reject = 0
        self._events.add(events.SLAVE_RESET)
        self._tell_if_full()

    # --- state ---

    @property
    def enabled(self) -> bool:
        """Enabled by the host, with at least one channel on."""
        return self._enabled and self._channels_on != 0

    @property
    def full(self) -> bool:
        return self._path.contents.notes_in_box >= self.model.box_capacity

    def why_not(self) -> str | None:
        """Why a note would not be taken in now; None: the slot is lit."""
        answers = (
            (self._ready_at is not None or self._path.clearing, "starting"),
            (not self._path.contents.box_in, "box-out"),
            (self.full, "box-full"),
            (not self._enabled, "disabled"),
            (self._channels_on == 0, "inhibited"),
            (not self._path.free, "path-in-use"),
            (self._events.unacknowledged is not None, "event-unacknowledged"),
        )
        return next((why for applies, why in answers if applies), None)

    # --- time ---

    def next_deadline(self) -> float | None:
        return min((due for due in (self._ready_at, self._note_due()) if due is not None), default=None)

    def _note_due(self) -> float | None:
        return self._heard_at + ESCROW_S if self.in_escrow() else self._path.next_due()

    def expire(self) -> None:
        """What `next_deadline` announced has come."""
        if self._ready_at is not None and self._ready_at == self.next_deadline():
            self._ready_at = None
        elif self.in_escrow():
            self._reject(ESCROW_TIME_OUT, self._heard_at + ESCROW_S)
        else:
            self._arrived(self._path.arrive())

    def hear(self, now: float) -> None:
        """A packet has come, new or repeated: the escrow time-out starts again."""
        self._heard_at = now

    def box_moved(self, *, inside: bool) -> None:
        self._events.add(events.BOX_REPLACED if inside else events.BOX_REMOVED)

    # --- the path ---

    def in_escrow(self) -> bool:
        return self._path.place is Place.ESCROW

    def _arrived(self, arrival: Arrival) -> None:
        held = arrival.held
        channel = bytes([self.model.channel_of(held.note.value) if held.value_known else 0])
        match arrival.landmark:
            case Landmark.READ:
                self._judge(held.note, arrival.at)
            case Landmark.CREDIT_POINT:
                self._events.add(events.CREDIT, channel)
            case Landmark.IN_BOX:
                self._events.add(events.STACKED)
                self._tell_if_full()
            case Landmark.OUT:
                self._events.add(events.REJECTED)
            case Landmark.PULLED_BACK:
                self._events.add(events.FRAUD, channel)
            case Landmark.CLEARED_OUT:
                self._events.add(events.CLEARED_OUT, channel)
            case Landmark.CLEARED_IN:
                if not held.credit_told:
                    self._events.add(events.CLEARED_IN, channel)
                self._tell_if_full()
            case Landmark.JAM:
                return  # told in every poll while it lasts

    def _judge(self, note: Note, at: float) -> None:
        channel = self.model.channel_of(note.value)
        if note.kind is Kind.FORGED or channel == 0:
            self._reject(NOT_RECOGNISED, at)
        elif not self._enabled or not self._channels_on >> (channel - 1) & 1:
            self._reject(INHIBITED_BY_HOST, at)
        else:
            self._path.hold()
            self._announced = False
            self._heard_at = max(self._heard_at, at)

    def _reject(self, reason: int, at: float) -> None:
        self.last_reject = reason
        self._path.reject(at)

    def _tell_if_full(self) -> None:
        if self.full:
            self._events.add(events.FULL)

    # --- the host ---

    def execute(self, command: bytes, now: float) -> bytes:
        """Do one command; the reply's data. RESET is only acknowledged: the unit carries it out."""
        if not command:
            return UNKNOWN
        if command[0] == _ENCRYPTED:
            return KEY_NOT_SET
        known = _COMMANDS.get(command[0])
        if known is None or (command[0] in _WITH_ACK and not self.model.acknowledges_events):
            return UNKNOWN
        counts, act = known
        return act(self, command[1:], now) if len(command) - 1 in counts else WRONG_COUNT

    def set_inhibits(self, data: bytes) -> bytes:
        """Bit 0 of the first byte is channel 1; what is left out is inhibited."""
        self._channels_on = int.from_bytes(data, "little") & ((1 << len(self.model.channels)) - 1)
        return OK

    def set_version(self, data: bytes) -> bytes:
        if not self.model.protocol_first <= data[0] <= self.model.protocol_max:
            return bytes([self.model.version_refusal])
        self.version = data[0]
        return OK

    def enable(self, *, on: bool) -> bytes:
        self._enabled = on
        return OK

    def reject_by_host(self, now: float) -> bytes:
        if not self.in_escrow():
            return NOT_NOW
        self._reject(REJECTED_BY_HOST, now)
        return OK

    def counters(self) -> bytes:
        contents = self._path.contents
        counted = (
            contents.stacked,
            0,
            0,
            0,
            contents.rejected,
        )  # stored, dispensed, transferred: payout units
        return OK + bytes([len(counted)]) + b"".join(n.to_bytes(4, "little") for n in counted)

    def reset_counters(self) -> bytes:
        self._path.reset_counters()
        return OK

    def poll(self, now: float) -> bytes:
        """POLL takes what it tells for heard."""
        self._events.acknowledge()
        told = self._tell(now, with_ack=False)
        self._path.credit_told()
        return OK + told

    def poll_with_ack(self, now: float) -> bytes:
        """POLL WITH ACK says the same again until EVENT ACK, and nothing else moves until then."""
        if self._events.unacknowledged is not None:
            return OK + self._events.unacknowledged
        return OK + self._tell(now, with_ack=True)

    def event_ack(self) -> bytes:
        if not self._events.acknowledge():
            return NOT_NOW
        self._path.credit_told()
        return OK

    def _tell(self, now: float, *, with_ack: bool) -> bytes:
        if self.in_escrow() and self._announced:
            self._path.stack(now)  # the poll after EF n accepts the note
        before = [Event(events.STACKING)] if self._stacking() else []
        after = self._resting() + self._standing(with_ack=with_ack)
        return self._events.tell(before, after, self.version, with_ack=with_ack)

    def _stacking(self) -> bool:
        return not self._path.clearing and self._path.place in {Place.STACKING, Place.CREDITED}

    def _resting(self) -> list[Event]:
        """What the note in the path is doing, unless it is being stacked."""
        match self._path.place:
            case Place.READING:
                return [Event(events.READ, b"\0")]
            case Place.ESCROW:
                self._announced = True
                assert self._path.contents.held is not None
                return [
                    Event(events.READ, bytes([self.model.channel_of(self._path.contents.held.note.value)]))
                ]
            case Place.REJECTING if not self._path.clearing:
                return [Event(events.REJECTING)]
            case Place.JAMMED_SAFE:
                return [Event(events.SAFE_JAM)]
            case Place.JAMMED_UNSAFE:
                return [Event(events.UNSAFE_JAM)]
            case _:
                return []

    def _standing(self, *, with_ack: bool) -> list[Event]:
        why = self.why_not()
        standing = (
            (with_ack and why == "starting", events.INITIALISING),
            (self._channels_on == 0, events.CHANNELS_OFF),
            (not self.enabled or why in {"starting", "box-full", "box-out"}, events.DISABLED),
        )
        return [Event(code) for applies, code in standing if applies]


_Act: TypeAlias = Callable[[Validator, bytes, float], bytes]
_NONE = range(1)
_COMMANDS: Mapping[int, tuple[range, _Act]] = {
    RESET: (_NONE, lambda *_: OK),
    0x02: (range(1, 4), lambda unit, data, _: unit.set_inhibits(data)),
    0x03: (_NONE, lambda *_: OK),  # display on
    0x04: (_NONE, lambda *_: OK),  # display off
    0x05: (_NONE, lambda unit, *_: OK + described.setup(unit.model, unit.version)),
    0x06: (range(1, 2), lambda unit, data, _: unit.set_version(data)),
    0x07: (_NONE, lambda unit, _, now: unit.poll(now)),
    0x08: (_NONE, lambda unit, _, now: unit.reject_by_host(now)),
    0x09: (_NONE, lambda unit, *_: unit.enable(on=False)),
    0x0A: (_NONE, lambda unit, *_: unit.enable(on=True)),
    0x0C: (range(2), lambda unit, *_: OK + unit.model.serial.to_bytes(4, "big")),
    0x0D: (_NONE, lambda unit, *_: OK + described.unit_data(unit.model, unit.version)),
    0x0E: (_NONE, lambda unit, *_: OK + described.channel_values(unit.model, unit.version)),
    0x0F: (_NONE, lambda unit, *_: OK + described.channel_securities(unit.model)),
    0x17: (_NONE, lambda unit, *_: OK + bytes([unit.last_reject])),
    0x18: (_NONE, lambda unit, *_: OK if unit.in_escrow() else NOT_NOW),  # hold
    0x20: (_NONE, lambda unit, *_: OK + unit.model.firmware.encode()),
    0x21: (_NONE, lambda unit, *_: OK + unit.model.dataset.encode()),
    0x4D: (
        range(2, 3),
        lambda _, data, __: OK if data[0] <= 2 and data[1] <= 1 else OUT_OF_RANGE,
    ),  # baud rate
    0x4F: (_NONE, lambda unit, *_: OK + b"\0" + unit.model.build_revision.to_bytes(2, "little")),
    0x54: (range(4, 6), lambda *_: OK),  # bezel colour
    0x56: (_NONE, lambda unit, _, now: unit.poll_with_ack(now)),
    0x57: (_NONE, lambda unit, *_: unit.event_ack()),
    0x58: (_NONE, lambda unit, *_: unit.counters()),
    0x59: (_NONE, lambda unit, *_: unit.reset_counters()),
}
"""Each command's numbers of parameter bytes, and what it does."""
_WITH_ACK = frozenset({0x56, 0x57})
