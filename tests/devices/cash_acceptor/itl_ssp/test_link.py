"""The link against a simulated validator and against canned replies, on a turned clock."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from devices.cash_acceptor.events import (
    Counted,
    FraudAttempted,
    HealthChanged,
    NoteCredited,
    NoteHeld,
    NoteReading,
    NoteRefused,
    NoteReturned,
    Reach,
    Refusal,
    SlotClosed,
    SlotOpened,
    UnitFound,
)
from devices.simulators.acceptor.model import Model
from devices.simulators.acceptor.note import Kind
from tests.devices.cash_acceptor.itl_ssp.bench import ALL, YUAN, CannedUnit, SspBench, UnitBench, unit_bench

POLL = bytes.fromhex("7F 80 01 07 12 02")


def started(bench: UnitBench | None = None) -> UnitBench:
    bench = bench or unit_bench()
    bench.plug()
    bench.run_until(lambda: reach(bench) is Reach.READY)
    return bench


def open_bench(bench: UnitBench | None = None) -> UnitBench:
    bench = started(bench)
    bench.link.open_slot(ALL, bench.now)
    bench.run_until(lambda: bool(bench.of(SlotOpened)))
    return bench


def holding(yuan: int = 100, bench: UnitBench | None = None, kind: Kind = Kind.GENUINE) -> UnitBench:
    bench = open_bench(bench)
    bench.insert(yuan, kind)
    bench.run_until(lambda: bool(bench.of(NoteHeld)))
    return bench


def reach(bench: SspBench) -> Reach:
    changes = bench.of(HealthChanged)
    return changes[-1].health.reach if changes else Reach.GONE


def once(
    spoiled: Callable[[bytes], bool], instead: Iterable[bytes] = ()
) -> Callable[[bytes], Iterable[bytes]]:
    """Let one reply that is like this come as something else."""
    left = [1]

    def spoil(reply: bytes) -> Iterable[bytes]:
        if left and spoiled(reply):
            left.clear()
            return instead
        return (reply,)

    return spoil


# --- start-up ---


def test_a_unit_is_met_inhibited_and_tells_who_it_is() -> None:
    bench = started()
    (found,) = bench.of(UnitFound)[-1:]
    assert (found.unit.serial, found.unit.protocol) == ("4880564", "SSP 8")
    assert found.unit.notes == ALL
    assert not bench.unit.enabled


def test_f25_versions_are_stepped_down_until_one_is_accepted_and_the_unit_ends_up_enabled() -> None:
    far = CannedUnit(version_max=5)
    bench = SspBench(far, spoil=lambda reply: (reply[:3], reply[3:]))
    bench.plug()
    bench.link.open_slot([YUAN[1]], bench.now)
    bench.run(5)
    assert [c[1] for c in far.commands if c[0] == 0x06] == [8, 7, 6, 5]
    assert bytes.fromhex("7F 00 02 06 06 1B 94") in bench.sent or bytes([0x06, 0x06]) in far.commands
    assert far.commands.index(b"\x0a") > far.commands.index(b"\x02\x01\x00")
    assert bench.of(UnitFound)[0].unit.protocol == "SSP 5"
    assert bench.of(SlotOpened)


def test_a_unit_that_demands_encryption_is_faulty_and_says_so() -> None:
    bench = SspBench(CannedUnit(replies={0x08: b"\xfa", 0x06: b"\xfa"}))
    bench.plug()
    bench.run(1)
    assert reach(bench) is Reach.FAULTY
    assert "KEY NOT SET" in bench.of(HealthChanged)[-1].health.reason


def test_f30_what_does_not_speak_ssp_is_named_and_never_enabled() -> None:
    class Scanner(CannedUnit):
        def receive(self, received: bytes, now: float) -> list[bytes]:
            return [b"6901234567892\r\n"]

    bench = SspBench(Scanner())
    bench.plug()
    bench.link.open_slot(ALL, bench.now)
    bench.run(30)
    assert bench.of(HealthChanged)[-1].health.reason == "what answers on this port does not speak SSP"
    assert set(bench.sent) == {bytes.fromhex("7F 80 01 11 65 82")}


def test_a_hopper_on_the_port_is_no_note_validator() -> None:
    setup = b"\xf0\x030100CNY" + bytes.fromhex("000001 01 01 02 000064 05")
    bench = SspBench(CannedUnit(replies={0x05: setup}))
    bench.plug()
    bench.run(1)
    assert reach(bench) is Reach.FAULTY


def test_silence_is_gone_and_a_voice_is_back() -> None:
    bench = started()
    bench.power(on=False)
    bench.run_until(lambda: reach(bench) is Reach.GONE)
    bench.power(on=True)
    bench.run_until(lambda: reach(bench) is Reach.READY)
    assert not bench.unit.enabled


def test_after_its_own_reset_the_unit_is_met_again_with_the_slot_as_ordered() -> None:
    bench = open_bench()
    bench.link.close_slot(bench.now)
    bench.power(on=False)
    bench.power(on=True)
    bench.run(10)
    assert reach(bench) is Reach.READY
    assert len(bench.of(UnitFound)) >= 2
    assert not bench.unit.enabled


def test_a_reset_that_was_ordered_is_carried_out_with_the_slot_closed() -> None:
    bench = open_bench()
    bench.link.reset(bench.now)
    met = len(bench.of(UnitFound))
    bench.run_until(lambda: len(bench.of(UnitFound)) > met and reach(bench) is Reach.READY)
    assert Reach.GONE not in [change.health.reach for change in bench.of(HealthChanged)[1:]]
    assert not bench.unit.enabled


# --- retry ---


@pytest.mark.parametrize("acks", [True, False])
def test_f01_a_retry_is_byte_identical_and_what_it_repeats_is_credited_once(acks: bool) -> None:
    bench = holding(bench=unit_bench(Model(acknowledges_events=acks)))
    bench.spoil = once(lambda reply: b"\xee\x06" in reply)
    bench.sent.clear()
    bench.link.stack(bench.now)
    bench.run(5)
    (lost,) = [at for at, packet in enumerate(bench.sent[:-1]) if packet == bench.sent[at + 1]]
    assert bench.sent[lost][3:4] == (b"\x56" if acks else b"\x07")
    assert bench.of(NoteCredited) == [NoteCredited(YUAN[100])]


def test_f01_the_manuals_poll_is_resent_and_not_a_fresh_one() -> None:
    far = CannedUnit()
    bench = SspBench(far)
    bench.plug()
    bench.run(2)
    while bench.sent[-1] == POLL or bench.sent[-1][3] != 0x07:
        bench.run(0.05)
    far.polls = [bytes.fromhex("EE 01 EB")]
    bench.spoil = once(lambda reply: reply == bytes.fromhex("7F 80 04 F0 EE 01 EB B9 48"))
    before = len(bench.sent)
    bench.run(1.5)
    assert bench.sent[before : before + 2] == [POLL, POLL]
    assert bench.of(NoteCredited) == [NoteCredited(YUAN[1])]


def test_f03_a_frame_with_a_bad_crc_is_counted_never_acted_on_and_the_same_command_resent() -> None:
    far = CannedUnit()
    bench = SspBench(far)
    bench.plug()
    bench.run(2)
    while bench.sent[-1] == POLL or bench.sent[-1][3] != 0x07:
        bench.run(0.05)
    far.polls = [bytes.fromhex("EE 01")]
    altered = bytes.fromhex("7F 80 03 F0 EE 04 D7 CC")
    bench.spoil = once(lambda reply: reply[3:5] == b"\xf0\xee", [altered[:-2] + b"\xc9\xcc"])
    before = len(bench.sent)
    bench.run(1.5)
    assert bench.sent[before : before + 2] == [POLL, POLL]
    assert bench.of(NoteCredited) == [NoteCredited(YUAN[1])]
    assert bench.link.bad_bytes == 1


@pytest.mark.parametrize("piece", [b"\x7f", b"\x00\xff\x7f\x80", b"\x7f\x80\xff"])
def test_noise_before_a_reply_costs_nothing_but_itself(piece: bytes) -> None:
    bench = unit_bench()
    bench.spoil = lambda reply: (piece, reply)
    holding(20, bench)
    assert bench.of(NoteHeld) == [NoteHeld(YUAN[20])]


def test_doubled_replies_are_one_reply() -> None:
    bench = unit_bench()
    bench.spoil = lambda reply: (reply + reply,)
    holding(50, bench)
    bench.link.stack(bench.now)
    bench.run(4)
    assert bench.of(NoteCredited) == [NoteCredited(YUAN[50])]


# --- polls ---


def test_f02_every_event_of_a_reply_is_acted_on() -> None:
    far = CannedUnit(polls=[bytes.fromhex("CC EE 02"), bytes.fromhex("EE 01 EB")])
    bench = SspBench(far)
    bench.plug()
    bench.run(3)
    assert bench.of(NoteCredited) == [NoteCredited(YUAN[5]), NoteCredited(YUAN[1])]


def test_f23_a_unit_that_says_disabled_is_polled_on_and_its_note_is_handled() -> None:
    far = CannedUnit(polls=[b"\xe8"] * 5 + [b"", b"\xef\x00", b"\xef\x03"], replies={0x18: b"\xf0"})
    bench = SspBench(far)
    bench.plug()
    bench.link.open_slot([YUAN[10]], bench.now)
    bench.run_until(lambda: bool(bench.of(NoteHeld)), 10)
    assert bench.of(NoteReading)
    assert bench.of(NoteHeld) == [NoteHeld(YUAN[10])]


def test_a_slot_that_stays_disabled_is_enabled_again() -> None:
    far = CannedUnit()
    bench = SspBench(far)
    bench.plug()
    bench.link.open_slot(ALL, bench.now)
    bench.run(2)
    enabled = far.commands.count(b"\x0a")
    far.polls = [b"\xe8"] * 12
    bench.run(4)
    assert far.commands.count(b"\x0a") == enabled + 1


def test_an_unknown_event_ends_the_reading_of_its_reply_and_no_note_is_stacked_for_it() -> None:
    far = CannedUnit(polls=[b"", b"\xee\x01\x99\xef\x03"])
    bench = SspBench(far)
    bench.plug()
    bench.run(4)
    assert bench.of(NoteCredited) == [NoteCredited(YUAN[1])]
    assert not bench.of(NoteHeld)
    unread = far.commands.index(b"\x07", far.commands.index(b"\x07") + 1)
    assert far.commands[unread + 1] == b"\x08", "what could not be read may have been a note in escrow"


def test_a_unit_that_only_tells_nonsense_is_faulty_and_is_met_again() -> None:
    far = CannedUnit(polls=[b"\x99"] * 20)
    bench = SspBench(far)
    bench.plug()
    bench.run_until(lambda: reach(bench) is Reach.FAULTY)
    bench.run_until(lambda: reach(bench) is Reach.READY)


# --- one note ---


def test_a_held_note_stays_in_escrow_as_long_as_nobody_decides() -> None:
    bench = holding(100)
    bench.run(120)
    assert bench.unit.contents.held is not None
    assert bench.of(NoteReturned) == []
    assert bench.of(NoteHeld) == [NoteHeld(YUAN[100])]


def test_f05_a_held_note_is_no_credit_and_a_returned_one_never_becomes_one() -> None:
    bench = holding(100)
    bench.link.give_back(bench.now)
    bench.run(5)
    assert bench.of(NoteReturned) == [NoteReturned(YUAN[100])]
    assert bench.of(NoteCredited) == []
    assert bench.unit.contents.slot is not None


@pytest.mark.parametrize("acks", [True, False])
def test_a_note_that_is_ordered_to_be_stacked_is_credited_by_the_units_own_word(acks: bool) -> None:
    bench = holding(5, unit_bench(Model(acknowledges_events=acks)))
    bench.link.stack(bench.now)
    bench.run(5)
    assert bench.of(NoteCredited) == [NoteCredited(YUAN[5])]
    assert bench.unit.contents.box == {5: 1}
    assert bench.of(Counted)[-1].stacked == 1


def test_an_order_to_give_back_that_comes_while_hold_is_on_the_wire_is_obeyed() -> None:
    """The poll that would follow the answer to HOLD would stack the note."""
    bench = holding(100)

    def order_meanwhile(reply: bytes) -> Iterable[bytes]:
        if bench.sent[-1][3] == 0x18:
            bench.link.give_back(bench.now)
        return (reply,)

    bench.spoil = order_meanwhile
    bench.run(5)
    assert bench.of(NoteReturned) == [NoteReturned(YUAN[100])]
    assert bench.unit.contents.box == {}


def test_nothing_is_said_to_the_unit_between_its_credit_and_the_taking_down() -> None:
    bench = holding(100)
    bench.heard = lambda event: None
    bench.link.stack(bench.now)
    bench.run_until(lambda: bool(bench.of(NoteCredited)))
    said = len(bench.sent)
    bench.run(5)
    assert len(bench.sent) == said
    bench.link.taken_down(bench.now)
    bench.run(0.05)
    assert bench.sent[said][3] == 0x57


def test_a_forged_note_comes_back_and_is_never_held() -> None:
    bench = open_bench()
    bench.insert(100, Kind.FORGED)
    bench.run(4)
    assert bench.of(NoteHeld) == []
    assert [event.refusal for event in bench.of(NoteRefused)] == [Refusal.NOT_RECOGNISED]


def test_a_note_of_a_type_that_is_not_taken_comes_back() -> None:
    bench = started()
    bench.link.open_slot([note for note in ALL if note != YUAN[5]], bench.now)
    bench.run_until(lambda: bool(bench.of(SlotOpened)))
    bench.insert(5)
    bench.run(4)
    assert bench.of(NoteHeld) == []
    assert [event.refusal for event in bench.of(NoteRefused)] == [Refusal.NOT_TAKEN]


def test_a_note_put_in_before_the_slot_opens_again_came_too_soon_and_is_not_said_to_be_of_a_wrong_type() -> (
    None
):
    bench = open_bench()
    bench.insert(100)
    bench.link.close_slot(bench.now)
    bench.run(4)
    assert bench.of(NoteHeld) == []
    assert [event.refusal for event in bench.of(NoteRefused)] == [Refusal.TOO_SOON]


def test_f10_a_note_that_is_read_while_the_slot_closes_goes_back_and_only_then_is_the_slot_closed() -> None:
    bench = open_bench()
    bench.insert(100)
    bench.run(0.85)
    bench.link.close_slot(bench.now)
    bench.run_until(lambda: bool(bench.of(SlotClosed)))
    assert bench.of(NoteHeld) == []
    assert bench.unit.contents.held is None
    assert bench.unit.contents.slot is not None
    assert bench.unit.contents.box == {}
    assert not bench.unit.enabled


def test_a_slot_that_is_closed_with_nothing_in_it_says_so_and_takes_nothing_more() -> None:
    bench = open_bench()
    bench.link.close_slot(bench.now)
    bench.run_until(lambda: bool(bench.of(SlotClosed)))
    assert not bench.unit.enabled


def test_f07_the_unit_is_not_switched_off_with_a_note_in_transit() -> None:
    bench = holding(100)
    bench.link.stack(bench.now)
    bench.link.close_slot(bench.now)
    bench.run_until(lambda: bool(bench.of(NoteCredited)))
    disabled = [at for at, packet in enumerate(bench.sent) if packet[3] == 0x09]
    assert not [at for at in disabled if at > [p[3] for p in bench.sent].index(0x0A)]


def test_f09_a_jam_is_told_while_it_lasts_and_ends_with_the_units_own_word_at_power_up() -> None:
    bench = holding(5, kind=Kind.JAMS)
    bench.link.stack(bench.now)
    bench.run(60)
    assert bench.of(HealthChanged)[-1].health.jammed
    assert bench.of(NoteCredited) == []
    bench.unit.clear_jam(bench.now)
    bench.run(10)
    assert not bench.of(HealthChanged)[-1].health.jammed
    assert bench.of(NoteCredited) == [NoteCredited(YUAN[5], at_power_up=True)]
    assert bench.unit.contents.box == {5: 1}


def test_a_note_in_escrow_at_power_up_is_pushed_out_and_told() -> None:
    bench = holding(100)
    bench.power(on=False)
    bench.run(1)
    bench.power(on=True)
    bench.run(10)
    assert bench.of(NoteReturned) == [NoteReturned(YUAN[100], at_power_up=True)]
    assert bench.of(NoteCredited) == []


def test_a_note_that_is_pulled_out_on_a_string_is_a_fraud_and_no_credit() -> None:
    bench = holding(100, kind=Kind.PULLED_BACK)
    bench.link.stack(bench.now)
    bench.run(5)
    assert bench.of(FraudAttempted) == [FraudAttempted(YUAN[100])]
    assert bench.of(NoteCredited) == []


def test_a_cable_pulled_with_a_note_in_escrow_never_stacks_it_when_it_is_back() -> None:
    bench = holding(100)
    bench.pull()
    bench.run(3)
    bench.plug()
    bench.run(10)
    assert bench.unit.contents.box == {}
    assert bench.of(NoteReturned) == [NoteReturned(None)]


def test_a_host_that_was_killed_with_a_note_in_escrow_never_stacks_it_when_it_is_back() -> None:
    bench = holding(100)
    again = UnitBench(bench.unit, now=bench.now)
    again.plug()
    again.run(10)
    assert bench.unit.contents.box == {}
    assert again.of(NoteReturned) == [NoteReturned(None)]


def test_a_cable_pulled_while_a_note_is_stacked_still_brings_the_credit() -> None:
    bench = holding(100)
    bench.link.stack(bench.now)
    bench.run_until(lambda: b"\xcc" in bench.sent[-1] or bench.sent[-1][3] == 0x56)
    bench.run(0.3)
    bench.pull()
    bench.run(3)
    bench.plug()
    bench.run(10)
    assert bench.of(NoteCredited) == [NoteCredited(YUAN[100])]
    assert bench.unit.contents.box == {100: 1}


def test_a_box_that_is_taken_out_and_put_back_is_told() -> None:
    bench = started()
    bench.unit.move_box(bench.now, inside=False)
    bench.run(2)
    assert bench.of(HealthChanged)[-1].health.box_out
    bench.unit.move_box(bench.now, inside=True)
    bench.run(2)
    assert not bench.of(HealthChanged)[-1].health.box_out


def test_a_full_box_is_told() -> None:
    bench = holding(100, unit_bench(Model(box_capacity=1)))
    bench.link.stack(bench.now)
    bench.run(5)
    assert bench.of(HealthChanged)[-1].health.box_full
