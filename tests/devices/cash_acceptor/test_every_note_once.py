"""Whatever happens, in whatever order: what lies in the box is credited or unclaimed, each note once."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test

from devices.cash_acceptor.till import Alarm, Phase
from devices.simulators.acceptor.note import Kind
from tests.devices.cash_acceptor.world import World, with_acks

NEVER = {
    Alarm.DIFFERENCE,
    Alarm.OTHER_NOTE,
    Alarm.OTHER_UNIT,
    Alarm.UNASKED,
    Alarm.UNCLAIMED,
    Alarm.VALUE_UNKNOWN,
    Alarm.IN_DOUBT,
}
"""None of these can come about while host and unit keep to their rules: no note goes in that was not told to."""


class EveryNoteOnce(RuleBasedStateMachine):
    @initialize(acknowledges=st.booleans())
    def switch_on(self, acknowledges: bool) -> None:
        self.world = World(with_acks(acknowledges=acknowledges))
        self.world.cable(plugged=True)
        self.world.run(4)

    @rule()
    def begin(self) -> None:
        self.world.begin()
        self.world.run(1)

    @rule(
        yuan=st.sampled_from([1, 5, 100]),
        kind=st.sampled_from(
            [Kind.GENUINE, Kind.GENUINE, Kind.FORGED, Kind.JAMS, Kind.JAMS_UNSAFE, Kind.PULLED_BACK]
        ),
    )
    def insert(self, yuan: int, kind: Kind) -> None:
        self.world.insert(yuan, kind)
        self.world.run(0.2)

    @rule(phase=st.sampled_from([Phase.STACKING, Phase.STACKING, Phase.RETURNING]))
    def decide(self, phase: Phase) -> None:
        self.world.decide(phase)

    @rule(
        harm=st.sampled_from(["none", "kill", "cable", "power", "silence"]),
        at=st.sampled_from([0.0, 0.1, 0.5, 0.9, 1.3]),
        saves=st.integers(0, 2),
        before=st.booleans(),
    )
    def a_note_in_trouble(self, harm: str, at: float, saves: int, before: bool) -> None:
        """Something happens at an instant of a note's way into the box, or at one of the saves on it."""
        world = self.world
        world.mend()
        world.run(4)
        world.begin()
        world.run(1)
        world.insert(100, Kind.GENUINE)
        world.run(2)
        if harm == "kill":
            world.memory.kill_in, world.memory.kill_before = saves, before
        world.decide(Phase.STACKING)
        world.run(at)
        match harm:
            case "cable":
                world.cable(plugged=False)
            case "power":
                world.power(on=False)
            case "silence":
                world.lost_replies = 12
            case _:
                world.run(0.5)

    @rule()
    def end(self) -> None:
        self.world.end()

    @rule(seconds=st.sampled_from([0.01, 0.1, 0.3, 1.0, 3.0, 12.0]))
    def time_goes_on(self, seconds: float) -> None:
        self.world.run(seconds)

    @rule(count=st.integers(1, 7))
    def replies_are_lost(self, count: int) -> None:
        self.world.lost_replies = count

    @rule()
    def a_reply_is_garbled(self) -> None:
        self.world.garbled_replies = 1

    @rule(plugged=st.booleans())
    def cable(self, plugged: bool) -> None:
        self.world.cable(plugged=plugged)

    @rule(on=st.booleans())
    def power(self, on: bool) -> None:
        self.world.power(on=on)

    @rule()
    def host_is_killed(self) -> None:
        self.world.kill_host()

    @rule(saves=st.integers(0, 3), before=st.booleans())
    def host_will_be_killed_at_a_save(self, saves: int, before: bool) -> None:
        self.world.memory.kill_in, self.world.memory.kill_before = saves, before

    @rule(take_out=st.booleans())
    def jam_is_cleared(self, take_out: bool) -> None:
        self.world.clear_jam(take_out=take_out)

    @rule()
    def take_from_slot(self) -> None:
        self.world.take_from_slot()

    def teardown(self) -> None:
        if not hasattr(self, "world"):
            return
        self.world.settle()
        till = self.world.till
        assert dict(till.box) == self.world.stacked()
        assert self.world.accounted() == self.world.stacked()
        assert till.accurate
        assert till.settled
        assert not NEVER & {line.alarm for line in self.world.memory.lines}


def test_whatever_happens_every_stacked_note_is_credited_or_unclaimed_once() -> None:
    run_state_machine_as_test(
        EveryNoteOnce,
        settings=settings(
            max_examples=50,
            stateful_step_count=20,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


def cable_and_power(world: World) -> None:
    world.cable(plugged=False)
    world.power(on=False)


HARMS: dict[str, Callable[[World], None]] = {
    "cable": lambda world: world.cable(plugged=False),
    "power": lambda world: world.power(on=False),
    "cable and power": cable_and_power,
    "silence": lambda world: setattr(world, "lost_replies", 12),
    "one reply": lambda world: setattr(world, "lost_replies", 1),
    "kill": lambda world: world.kill_host(),
}
WAY = (0.1, 0.8, 1.0, 1.4, 1.55, 1.8, 2.1, 2.4, 2.8, 3.2, 3.9)
"""Instants of a note's way: read until 0.9 s, then in escrow, told to be stacked at 1.5 s, in the box by 3 s."""


def one_note(acknowledges: bool, harm: Callable[[World], None], at: float, away_s: float) -> World:
    """A note is put in, something happens `at` an instant of its way, is mended after `away_s`, and another note comes."""
    world = World(with_acks(acknowledges=acknowledges))
    world.cable(plugged=True)
    world.run(4)
    world.begin()
    world.run(1)
    world.insert(100, Kind.GENUINE)
    world.run(min(at, 1.5))
    if at > 1.5:
        world.decide(Phase.STACKING)
        world.run(at - 1.5)
    harm(world)
    world.run(away_s)
    world.settle()
    if world.till.is_open:
        world.end()
    world.begin()
    world.run(1)
    world.insert(5, Kind.GENUINE)
    world.run(2)
    world.decide(Phase.STACKING)
    world.settle()
    return world


def check(world: World) -> None:
    assert world.accounted() == world.stacked() == dict(world.till.box)
    assert world.stacked().get("type5CNY") == 1, "the next note is taken as if nothing had happened"
    assert world.till.accurate
    assert not NEVER & {line.alarm for line in world.memory.lines}


@pytest.mark.parametrize("acknowledges", [True, False])
@pytest.mark.parametrize("harm", HARMS)
@pytest.mark.parametrize("away_s", [0.5, 12.0])
def test_at_whatever_instant_it_goes_wrong_the_note_is_credited_once_or_back(
    acknowledges: bool, harm: str, away_s: float
) -> None:
    for at in WAY:
        world = one_note(acknowledges, HARMS[harm], at, away_s)
        check(world)
        if at < 1.5 and harm != "one reply":
            assert "type100CNY" not in world.stacked(), "nobody told it to go in"


@pytest.mark.parametrize("acknowledges", [True, False])
@pytest.mark.parametrize("before", [True, False])
@pytest.mark.parametrize("saves", range(4))
@pytest.mark.parametrize("power", [True, False])
def test_a_host_killed_at_any_save_of_a_notes_way_counts_it_once(
    acknowledges: bool, before: bool, saves: int, power: bool
) -> None:
    """With the unit's power gone at the same instant, and without."""
    world = World(with_acks(acknowledges=acknowledges))
    world.cable(plugged=True)
    world.run(4)
    world.begin()
    world.run(1)
    world.memory.kill_in, world.memory.kill_before = saves, before
    if power:
        world.memory.dying = lambda: world.power(on=False)
    world.insert(100, Kind.GENUINE)
    world.run(2)
    world.decide(Phase.STACKING)
    world.run(4)
    world.settle()
    assert world.memory.kill_in is None or saves > 2, "the save was reached"
    assert world.accounted() == world.stacked() == dict(world.till.box)
    assert world.till.accurate
    assert not NEVER & {line.alarm for line in world.memory.lines}


@pytest.mark.parametrize("acknowledges", [True, False])
def test_an_undisturbed_note_is_credited_once(acknowledges: bool) -> None:
    world = World(with_acks(acknowledges=acknowledges))
    world.cable(plugged=True)
    world.run(4)
    for _ in range(3):
        world.begin()
        world.run(1)
        world.insert(100, Kind.GENUINE)
        world.run(2)
        world.decide(Phase.STACKING)
        world.run(5)
        world.take_from_slot()
    assert world.accounted() == world.stacked() == {"type100CNY": 3}
