"""What becomes of a note."""

from __future__ import annotations

import pytest

from devices.simulators.acceptor.model import Model
from devices.simulators.acceptor.note import Kind
from devices.simulators.acceptor.validator import ESCROW_S
from devices.simulators.refusal import RefusedError
from tests.devices.simulators.acceptor.ssp_host import (
    DISABLE,
    ENABLE,
    EVENT_ACK,
    HOLD,
    OK,
    POLL_WITH_ACK,
    REJECT,
    Bench,
    frame,
    lit_bench,
)

JAM_SAFE, JAM_UNSAFE, STACKING = (0xEA, None), (0xE9, None), (0xCC, None)


def stack(bench: Bench, value: int = 100) -> None:
    bench.to_escrow(value)
    bench.poll()
    bench.poll()
    bench.wait(bench.times.stack)
    assert (0xEB, None) in bench.poll()


def test_a_note_is_read_held_and_stacked_by_the_next_poll_and_credited_once() -> None:
    bench = lit_bench()
    bench.insert(50)
    assert bench.poll() == [(0xEF, 0)]
    bench.wait(bench.times.read)
    assert bench.poll() == [(0xEF, 5)]
    assert bench.poll() == [STACKING]
    bench.wait(bench.times.stack * 0.7)
    assert bench.poll() == [STACKING, (0xEE, 5)]
    bench.wait(bench.times.stack)
    assert bench.poll() == [(0xEB, None)]
    assert bench.poll() == []
    assert bench.unit.contents.box == {50: 1}


def test_hold_keeps_the_note_as_long_as_it_is_repeated() -> None:
    bench = lit_bench()
    bench.to_escrow(20)
    bench.poll()
    for _ in range(12):
        bench.wait(ESCROW_S - 1)
        assert bench.ask(HOLD) == OK
    assert bench.ask(REJECT) == OK
    assert bench.poll() == [(0xED, None)]
    bench.wait(bench.times.reject)
    assert bench.poll() == [(0xEC, None)]
    assert bench.ask(b"\x17") == b"\xf0\x08"
    assert bench.unit.contents.slot is not None


def test_ten_seconds_without_a_command_give_the_note_back() -> None:
    bench = lit_bench()
    bench.to_escrow(20)
    bench.poll()
    bench.wait(ESCROW_S + bench.times.reject)
    assert bench.poll() == [(0xEC, None)]
    assert bench.ask(b"\x17") == b"\xf0\x13"


def test_any_repeated_packet_holds_the_note_too_and_does_not_stack_it() -> None:
    bench = lit_bench()
    bench.to_escrow(20)
    assert bench.poll() == [(0xEF, 4)]
    for _ in range(4):
        bench.wait(ESCROW_S - 1)
        assert bench.send(bench.last) == [frame(bench.bit ^ 0x80, b"\xf0\xef\x04")]
    assert bench.unit.contents.held is not None
    assert bench.poll() == [STACKING]


def test_a_repeated_poll_brings_the_lost_credit_again_without_a_second_one() -> None:
    bench = lit_bench()
    bench.to_escrow(100)
    bench.poll()
    bench.poll()
    bench.wait(bench.times.stack)
    first = bench.ask(b"\x07")
    assert first == b"\xf0\xee\x06\xeb"
    assert bench.send(bench.last) == bench.send(bench.last) == [frame(bench.bit ^ 0x80, first)]
    assert bench.poll() == []


def test_a_retry_with_the_other_bit_loses_the_credit_reply() -> None:
    bench = lit_bench()
    bench.to_escrow(100)
    bench.poll()
    bench.poll()
    bench.wait(bench.times.stack)
    bench.ask(b"\x07")  # and its reply is lost
    assert bench.send(frame(bench.bit, b"\x07")) == [frame(bench.bit, b"\xf0")]


def test_poll_with_ack_repeats_the_credit_and_blocks_the_next_note_until_event_ack() -> None:
    bench = lit_bench()
    bench.to_escrow(100)
    bench.poll(POLL_WITH_ACK)
    bench.poll(POLL_WITH_ACK)
    bench.wait(bench.times.stack * 0.7)
    credit = bench.ask(POLL_WITH_ACK)
    assert credit == b"\xf0\xcc\xee\x06"
    bench.wait(bench.times.stack)
    assert bench.ask(POLL_WITH_ACK) == credit
    with pytest.raises(RefusedError, match="event-unacknowledged"):
        bench.insert(5)
    assert bench.ask(EVENT_ACK) == OK
    assert bench.ask(EVENT_ACK) == b"\xf5"
    assert bench.poll(POLL_WITH_ACK) == [(0xEB, None)]
    bench.insert(5)


def test_a_forged_note_comes_back_with_a_validation_code() -> None:
    bench = lit_bench()
    bench.insert(100, Kind.FORGED)
    assert bench.poll() == [(0xEF, 0)]
    bench.wait(bench.times.read)
    assert bench.poll() == [(0xED, None)]
    bench.wait(bench.times.reject)
    assert bench.poll() == [(0xEC, None)]
    assert bench.ask(b"\x17")[1] in range(1, 6)
    assert bench.unit.contents.slot is not None
    assert bench.ask(b"\x58")[-4:] == b"\1\0\0\0"


def test_a_note_on_an_inhibited_channel_comes_back_as_inhibited_by_the_host() -> None:
    bench = lit_bench()
    bench.ask(b"\x02\x3c\x00")  # channels 3 to 6
    bench.to_escrow(5)
    bench.wait(bench.times.reject)
    assert bench.poll() == [(0xEC, None)]
    assert bench.ask(b"\x17") == b"\xf0\x0c"


def test_a_note_read_while_the_host_disables_comes_back() -> None:
    bench = lit_bench()
    bench.insert(10)
    bench.ask(DISABLE)
    bench.wait(bench.times.read + bench.times.reject)
    assert bench.poll() == [(0xEC, None), (0xE8, None)]


def test_disabling_leaves_a_note_in_escrow_and_the_next_poll_takes_it() -> None:
    bench = lit_bench()
    bench.to_escrow(10)
    bench.poll()
    bench.ask(DISABLE)
    assert bench.unit.contents.held is not None
    assert STACKING in bench.poll()


def test_no_second_note_goes_in_while_one_is_inside_or_sticks_out() -> None:
    bench = lit_bench()
    bench.to_escrow(10, Kind.FORGED)
    with pytest.raises(RefusedError, match="path-in-use"):
        bench.insert(5)
    bench.wait(bench.times.reject)
    with pytest.raises(RefusedError, match="path-in-use"):
        bench.insert(5)
    bench.unit.take_note()
    bench.insert(5)
    assert bench.unit.contents.returned == 1


def test_a_dark_slot_takes_nothing_and_nothing_changes() -> None:
    bench = Bench()
    before = bench.unit.contents
    for state in ("starting", "no-power"):
        with pytest.raises(RefusedError, match=state):
            bench.insert(100)
        bench.unit.switch(bench.now, on=False)
    assert bench.unit.contents == before


@pytest.mark.parametrize(
    ("kind", "event"),
    [(Kind.JAMS, JAM_SAFE), (Kind.JAMS_UNSAFE, JAM_UNSAFE), (Kind.JAMS_UNREAD, JAM_SAFE)],
)
def test_a_jam_is_told_in_every_poll_and_outlives_a_power_cycle(kind: Kind, event: tuple[int, None]) -> None:
    bench = lit_bench()
    bench.to_escrow(100, kind)
    for _ in range(2):
        bench.poll()
    bench.wait(bench.times.stack)
    assert event in bench.poll()
    assert event in bench.poll()
    assert bench.unit.jammed
    bench.restart_power()
    bench.start()
    assert event in bench.poll()


@pytest.mark.parametrize(
    ("kind", "event"),
    [(Kind.JAMS, (0xE2, 6)), (Kind.JAMS_UNSAFE, (0xE1, 0)), (Kind.JAMS_UNREAD, (0xE2, 0))],
)
def test_a_cleared_jam_ends_in_box_or_slot_with_one_event(kind: Kind, event: tuple[int, int]) -> None:
    bench = lit_bench()
    bench.to_escrow(100, kind)
    bench.poll()
    bench.poll()
    bench.wait(bench.times.stack)
    assert (0xEE, 6) not in bench.poll()
    bench.unit.clear_jam(bench.now)
    bench.wait(bench.times.boot)
    bench.sync()
    bench.ask(b"\x06\x07")
    assert bench.poll()[0] == (0xF1, None)
    bench.wait(bench.times.stack)
    assert event in bench.poll()
    assert event not in bench.poll()
    assert bench.unit.contents.notes_in_box == (event[0] == 0xE2)


def test_a_technician_may_take_the_jammed_note_out() -> None:
    bench = lit_bench()
    bench.to_escrow(100, Kind.JAMS_UNREAD)
    bench.unit.clear_jam(bench.now, take_out=True)
    assert bench.unit.contents.held is None
    assert bench.unit.contents.taken_out == 1


def test_a_note_on_a_string_is_a_fraud_attempt_and_no_credit() -> None:
    bench = lit_bench()
    bench.to_escrow(100, Kind.PULLED_BACK)
    bench.poll()
    bench.poll()
    bench.wait(bench.times.stack)
    assert bench.poll() == [(0xE6, 6)]
    assert bench.unit.contents.notes_in_box == 0


def test_a_full_box_is_told_once_and_takes_no_more() -> None:
    bench = lit_bench(model=Model(box_capacity=2))
    stack(bench)
    bench.to_escrow(20)
    bench.poll()
    bench.poll()
    bench.wait(bench.times.stack)
    assert bench.poll() == [(0xEE, 4), (0xEB, None), (0xE7, None), (0xE8, None)]
    assert bench.poll() == [(0xE8, None)]
    with pytest.raises(RefusedError, match="box-full"):
        bench.insert(5)


def test_the_box_out_and_in_again_are_events_and_without_it_the_slot_is_dark() -> None:
    bench = lit_bench()
    stack(bench)
    bench.unit.move_box(bench.now, inside=False)
    assert bench.poll() == [(0xE3, None), (0xE8, None)]
    with pytest.raises(RefusedError, match="box-out"):
        bench.insert(5)
    bench.unit.empty_box()
    bench.unit.move_box(bench.now, inside=True)
    assert bench.poll() == [(0xE4, None)]
    assert bench.unit.contents.box == {}
    assert bench.unit.contents.collected == {100: 1}
    bench.insert(5)


@pytest.mark.parametrize(
    ("place", "event", "in_box"),
    [
        ("reading", (0xE1, 0), 0),
        ("escrow", (0xE1, 6), 0),
        ("stacking", (0xE2, 6), 1),
        ("credited", (0xE2, 6), 1),
        ("stacked", None, 1),
    ],
)
def test_power_cut_with_a_note_inside(place: str, event: tuple[int, int] | None, in_box: int) -> None:
    """E1: given back; E2: in the box, credit once; in the box already: only the counter tells."""
    bench = lit_bench()
    bench.unit.cut_power_at(place)
    bench.insert(100)
    for _ in range(3):
        if bench.unit.power:
            bench.wait(bench.times.read)
            bench.send(frame(bench.bit, b"\x07"))
            bench.bit ^= 0x80
    bench.wait(bench.times.stack)
    assert not bench.unit.power
    bench.unit.switch(bench.now, on=True)
    bench.wait(bench.times.boot + bench.times.stack)
    bench.sync()
    bench.ask(b"\x06\x07")
    told = bench.poll()
    assert [found for found in told if found[0] in {0xE1, 0xE2, 0xEE}] == ([event] if event else [])
    assert bench.unit.contents.notes_in_box == in_box
    assert bench.ask(b"\x58")[2:6] == bytes([in_box, 0, 0, 0])


def test_a_note_whose_credit_was_told_is_not_credited_again_at_power_up() -> None:
    bench = lit_bench()
    bench.to_escrow(100)
    bench.poll()
    bench.poll()
    bench.wait(bench.times.stack * 0.7)
    assert (0xEE, 6) in bench.poll()
    bench.restart_power()
    bench.wait(bench.times.boot + bench.times.stack)
    bench.sync()
    bench.ask(b"\x06\x07")
    assert all(code not in {0xE2, 0xEE} for code, _ in bench.poll())
    assert bench.unit.contents.box == {100: 1}


def test_a_note_that_is_being_rejected_at_the_power_cut_comes_out() -> None:
    bench = lit_bench()
    bench.unit.cut_power_at("rejecting")
    bench.to_escrow(100, Kind.FORGED)
    assert not bench.unit.power
    bench.unit.switch(bench.now, on=True)
    bench.wait(bench.times.boot + bench.times.reject)
    assert bench.unit.contents.slot is not None


def test_the_host_resetting_the_unit_with_a_note_in_escrow_gives_it_back() -> None:
    bench = lit_bench()
    bench.to_escrow(100)
    bench.ask(b"\x01")
    bench.wait(bench.times.boot)
    bench.sync()
    bench.ask(b"\x06\x07")
    bench.wait(bench.times.reject)
    assert (0xE1, 6) in bench.poll()


def test_counters_stay_over_a_power_cut_and_can_be_reset() -> None:
    bench = lit_bench()
    stack(bench)
    bench.restart_power()
    bench.start()
    assert bench.ask(b"\x58")[2:6] == b"\1\0\0\0"
    assert bench.ask(b"\x59") == OK
    assert bench.ask(b"\x58") == b"\xf0\x05" + bytes(20)
    assert bench.unit.contents.box == {100: 1}


def test_enabling_again_lights_the_slot() -> None:
    bench = lit_bench()
    bench.ask(DISABLE)
    bench.ask(ENABLE)
    bench.insert(1)
