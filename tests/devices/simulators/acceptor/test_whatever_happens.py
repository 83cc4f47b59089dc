"""Any order of notes, commands, repeats, power cuts and hands: physics loses nothing, and no frame acts twice."""

from __future__ import annotations

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from devices.simulators.acceptor.model import Model
from devices.simulators.acceptor.note import Kind, Place
from devices.simulators.refusal import RefusedError
from tests.devices.simulators.acceptor.ssp_host import ALL_CHANNELS, ENABLE, Bench, events, frame, unframe

COMMANDS = st.sampled_from(
    [b"\x07"] * 4
    + [b"\x56"] * 3
    + [
        b"\x57",
        b"\x18",
        b"\x08",
        b"\x09",
        b"\x0a",
        b"\x02\xff\xff",
        b"\x02\x30",
        b"\x01",
        b"\x58",
        b"\x17",
        b"\x06\x08",
    ]
)
PLACES = st.sampled_from(["reading", "escrow", "stacking", "credited", "stacked", "rejecting"])
CREDITS = {0xEE, 0xE2}


class WhateverHappens(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.bench = Bench(Model(box_capacity=6))
        self.inserted = 0
        self.credited = 0
        self.to_acknowledge = 0

    @rule(
        value=st.sampled_from([1, 5, 10, 20, 50, 100]), kind=st.sampled_from([Kind.GENUINE] * 5 + list(Kind))
    )
    def put_in(self, value: int, kind: Kind) -> None:
        lit = self.bench.unit.why_not() is None
        try:
            self.bench.insert(value, kind)
        except RefusedError:
            return
        assert lit
        self.inserted += 1

    @rule(command=COMMANDS, twice=st.booleans())
    def command(self, command: bytes, twice: bool) -> None:
        sent = frame(self.bench.bit, command)
        replies = self.bench.send(sent)
        self.bench.bit ^= 0x80
        if not replies:
            return
        self.hear(command, replies[0])
        if twice and command != b"\x01":
            before = self.bench.unit.contents
            assert self.bench.send(sent) == replies
            assert self.bench.unit.contents == before

    def hear(self, command: bytes, reply: bytes) -> None:
        """Count credits as a careful host does: one told by POLL WITH ACK counts once it is acknowledged.

        If the unit starts again before, that credit is open: the unit tells of the note anew.
        """
        _, data = unframe(reply)
        if data[:1] != b"\xf0":
            return
        if command in {b"\x07", b"\x56"} and (0xF1, None) in events(data):
            self.to_acknowledge = 0
        if command in {b"\x07", b"\x57"}:
            self.credited += self.to_acknowledge
            self.to_acknowledge = 0
        if command in {b"\x07", b"\x56"}:
            found = sum(code in CREDITS for code, _ in events(data))
            if command == b"\x07":
                self.credited += found
            else:
                self.to_acknowledge = found

    @rule()
    def synchronise(self) -> None:
        if self.bench.send(frame(0x80, b"\x11")):
            self.bench.bit = 0

    @rule(seconds=st.sampled_from([0.05, 0.3, 0.9, 1.5, 4.0, 11.0]))
    def wait(self, seconds: float) -> None:
        self.bench.wait(seconds)

    @rule()
    def light_the_slot(self) -> None:
        self.bench.unit.switch(self.bench.now, on=True)
        if self.bench.unit.contents.slot is not None:
            self.bench.unit.take_note()
        self.bench.wait(3)
        self.synchronise()
        for command in (b"\x06\x07", ALL_CHANNELS, ENABLE):
            self.command(command, twice=False)

    @rule(poll=st.sampled_from([b"\x07", b"\x56"]), polls=st.integers(1, 8), cut=st.booleans())
    def pay_with_a_note(self, poll: bytes, polls: int, cut: bool) -> None:
        """The common walk, broken off anywhere."""
        self.light_the_slot()
        self.put_in(100, Kind.GENUINE)
        self.wait(0.9)
        for _ in range(polls):
            self.command(poll, twice=True)
            self.wait(0.3)
        if cut:
            self.switch(on=False)
            self.light_the_slot()
            self.command(poll, twice=True)

    @rule(on=st.booleans())
    def switch(self, on: bool) -> None:
        self.bench.unit.switch(self.bench.now, on=on)

    @rule(place=PLACES)
    def arm_power_cut(self, place: str) -> None:
        self.bench.unit.cut_power_at(place)

    @precondition(lambda self: self.bench.unit.jammed)
    @rule(take_out=st.booleans())
    def clear_jam(self, take_out: bool) -> None:
        self.bench.unit.clear_jam(self.bench.now, take_out=take_out)

    @rule()
    def change_box(self) -> None:
        try:
            self.bench.unit.move_box(self.bench.now, inside=not self.bench.unit.contents.box_in)
            self.bench.unit.empty_box()
        except RefusedError:
            return

    @invariant()
    def every_note_is_somewhere(self) -> None:
        contents = self.bench.unit.contents
        kept = sum(contents.box.values()) + sum(contents.collected.values())
        assert self.inserted == kept + contents.returned + contents.taken_out + (contents.held is not None)

    @invariant()
    def no_note_is_credited_twice(self) -> None:
        contents = self.bench.unit.contents
        past_credit = contents.held is not None and contents.held.place is Place.CREDITED
        kept = sum(contents.box.values()) + sum(contents.collected.values())
        assert self.credited <= kept + past_credit


TestWhateverHappens = WhateverHappens.TestCase
TestWhateverHappens.settings = settings(max_examples=80, stateful_step_count=60, deadline=None)
