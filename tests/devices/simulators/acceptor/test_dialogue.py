"""What the unit answers, frame by frame and command by command."""

from __future__ import annotations

import pytest

from devices.simulators.acceptor.model import Model
from tests.devices.simulators.acceptor.ssp_host import (
    ALL_CHANNELS,
    DISABLE,
    ENABLE,
    EVENT_ACK,
    HOLD,
    OK,
    POLL,
    POLL_WITH_ACK,
    REJECT,
    Bench,
    frame,
    lit_bench,
)


def test_the_manuals_start_up_and_credit_frames_come_byte_for_byte() -> None:
    bench = Bench(Model(channels=(5, 10, 20)))
    bench.wait(bench.times.boot)
    assert bench.send(bytes.fromhex("7F 80 01 11 65 82")) == [bytes.fromhex("7F 80 01 F0 23 80")]
    bench.send(frame(0x00, b"\x02\xff\xff"))
    assert bench.send(bytes.fromhex("7F 80 01 07 12 02")) == [bytes.fromhex("7F 80 03 F0 F1 E8 BF 8C")]
    bench.send(frame(0x00, ENABLE))
    bench.wait(bench.times.initialise)
    bench.to_escrow(20)
    assert bench.send(bytes.fromhex("7F 80 01 07 12 02")) == [bytes.fromhex("7F 80 03 F0 EF 03 C5 CA")]
    bench.send(frame(0x00, HOLD))
    assert bench.send(bytes.fromhex("7F 80 01 07 12 02")) == [bytes.fromhex("7F 80 02 F0 CC 97 A2")]


def test_credit_and_stacked_come_in_one_reply_when_nobody_polled_between() -> None:
    bench = lit_bench()
    bench.to_escrow(1)
    bench.poll()
    bench.poll()
    bench.wait(bench.times.stack)
    if bench.bit == 0:
        bench.ask(b"\x0c")
    assert bench.send(bytes.fromhex("7F 80 01 07 12 02")) == [bytes.fromhex("7F 80 04 F0 EE 01 EB B9 48")]


def test_it_says_nothing_while_it_boots_and_answers_after() -> None:
    bench = Bench()
    sync = bytes.fromhex("7F 80 01 11 65 82")
    assert bench.send(sync) == []
    bench.wait(bench.times.boot)
    assert bench.send(sync) == [bytes.fromhex("7F 80 01 F0 23 80")]


def test_sync_with_either_bit_makes_the_next_packet_with_bit_0_a_new_one() -> None:
    for header in (0x80, 0x00):
        bench = lit_bench()
        bench.ask(b"\x0c")
        bench.send(frame(header, b"\x11"))
        assert bench.send(frame(0x00, HOLD)) == [frame(0x00, b"\xf5")]


def test_a_packet_for_another_address_is_not_answered() -> None:
    assert lit_bench().send(frame(0x90, POLL)) == []


def test_reset_event_comes_once_and_disabled_in_every_poll_while_it_lasts() -> None:
    bench = Bench()
    bench.wait(bench.times.boot)
    bench.sync()
    assert bench.poll() == [(0xF1, None), (0xE8, None)]
    assert [bench.poll() for _ in range(3)] == [[(0xE8, None)]] * 3


def test_a_version_above_its_own_fails_and_the_one_below_is_taken() -> None:
    bench = Bench()
    bench.wait(bench.times.boot)
    bench.sync()
    assert [bench.ask(bytes([0x06, version])) for version in (9, 8)] == [b"\xf8", OK]


def test_a_unit_of_version_5_may_refuse_6_as_out_of_range() -> None:
    bench = Bench(Model(protocol_max=5, version_refusal=0xF4))
    bench.wait(bench.times.boot)
    bench.sync()
    assert bench.send(bytes.fromhex("7F 00 02 06 06 1B 94")) == [bytes.fromhex("7F 00 01 F4 3B 8A")]
    bench.bit = 0x80
    assert bench.ask(b"\x06\x05") == OK


def test_the_setup_reply_has_the_short_shape_below_version_6() -> None:
    bench = Bench()
    bench.wait(bench.times.boot)
    bench.sync()
    bench.ask(b"\x06\x05")
    values = bytes([6, 1, 5, 10, 20, 50, 100])
    assert (
        bench.ask(b"\x05") == OK + b"\0" + b"0414CNY" + b"\0\0\1" + values + b"\2" * 6 + b"\0\0\x64" + b"\5"
    )


def test_the_setup_reply_ends_with_countries_and_full_values_from_version_6_on() -> None:
    bench = lit_bench(version=6)
    expanded = b"CNY" * 6 + b"".join(value.to_bytes(4, "little") for value in (1, 5, 10, 20, 50, 100))
    assert bench.ask(b"\x05").endswith(b"\0\0\x64" + b"\6" + expanded)
    assert bench.ask(b"\x0e").endswith(expanded)


def test_a_dataset_without_multiplier_tells_values_only_in_the_expanded_part() -> None:
    reply = lit_bench(version=8, model=Model(value_multiplier=0)).ask(b"\x05")
    assert reply[1 + 8 : 1 + 12 + 12] == b"\0\0\0" + b"\6" + b"\0" * 12
    assert reply[-4:] == (100).to_bytes(4, "little")


@pytest.mark.parametrize(
    ("command", "reply"),
    [
        ("0C", "F0 00 4A 78 B4"),
        ("0C 00", "F0 00 4A 78 B4"),
        ("0D", "F0 00 30 34 31 34 43 4E 59 00 00 01 07"),
        ("0F", "F0 06 02 02 02 02 02 02"),
        ("20", "F0 4E 56 30 32 30 30 34 31 34 31 34 39 38 30 30 30"),
        ("21", "F0 43 4E 59 30 31 36 31 30"),
        ("4F", "F0 00 14 00"),
        ("54 FF 00 00 01", "F0"),
        ("03", "F0"),
        ("04", "F0"),
        ("4D 01 00", "F0"),
        ("4D 03 00", "F4"),
        ("58", "F0 05" + "00" * 20),
        ("57", "F5"),
        ("18", "F5"),
        ("08", "F5"),
        ("17", "F0 00"),
        ("4A 01 02 03 04 05 06 07 08", "F2"),
        ("7E 01 02", "FA"),
        ("99", "F2"),
        ("06", "F3"),
        ("02", "F3"),
        ("07 01", "F3"),
        ("54 01", "F3"),
    ],
)
def test_each_command_has_its_reply(command: str, reply: str) -> None:
    assert lit_bench().ask(bytes.fromhex(command)) == bytes.fromhex(reply)


def test_a_unit_without_event_ack_does_not_know_poll_with_ack() -> None:
    bench = lit_bench(model=Model(acknowledges_events=False))
    assert [bench.ask(POLL_WITH_ACK), bench.ask(EVENT_ACK)] == [b"\xf2", b"\xf2"]


def test_initialising_is_told_to_poll_with_ack_until_the_slot_may_be_lit() -> None:
    bench = Bench()
    bench.wait(bench.times.boot)
    bench.sync()
    bench.ask(b"\x06\x07")
    bench.ask(ALL_CHANNELS)
    bench.ask(ENABLE)
    assert (0xB6, None) in bench.poll(POLL_WITH_ACK)
    assert bench.unit.why_not() == "starting"
    bench.wait(bench.times.initialise)
    assert bench.poll(POLL_WITH_ACK) == []
    assert bench.unit.why_not() is None


def test_all_channels_inhibited_is_an_event_from_version_7_on() -> None:
    for version, expected in ((6, [(0xE8, None)]), (7, [(0xB5, None), (0xE8, None)])):
        bench = lit_bench(version)
        bench.ask(b"\x02\x00")
        assert bench.poll() == expected
        assert bench.unit.why_not() == "inhibited"


def test_reset_forgets_version_channels_and_enabling_and_needs_the_boot_time() -> None:
    bench = lit_bench()
    assert bench.ask(b"\x01") == OK
    assert bench.send(frame(bench.bit, POLL)) == []
    bench.wait(bench.times.boot)
    bench.sync()
    assert bench.poll() == [(0xF1, None), (0xE8, None)]  # no B5: back at version 4
    assert not bench.unit.enabled


def test_disabling_darkens_the_slot() -> None:
    bench = lit_bench()
    before = bench.unit.enabled
    bench.ask(DISABLE)
    assert (before, bench.unit.enabled) == (True, False)
    assert bench.poll() == [(0xE8, None)]


def test_reject_without_a_note_in_escrow_cannot_be_processed() -> None:
    bench = lit_bench()
    bench.insert(100)
    assert bench.ask(REJECT) == b"\xf5"
