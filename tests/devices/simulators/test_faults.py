from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.simulators.faults import Fault, FaultyWire, Kind, Piece, parse_rates

REPLY = bytes.fromhex("7F 80 04 F0 EE 01 EB B9 48")
NEXT = bytes.fromhex("7F 00 01 F0 20 0A")


def wire(*kinds: Kind, seed: int = 1) -> FaultyWire:
    faulty = FaultyWire(Random(seed))
    for kind in kinds:
        faulty.arm(Fault(kind, data=b"\x00"), 1)
    return faulty


def arrived(pieces: list[Piece]) -> bytes:
    return b"".join(piece.data for piece in pieces)


def test_without_faults_everything_arrives_as_it_was_sent() -> None:
    faulty = wire()
    assert faulty.hears()
    assert faulty.carry(REPLY) == [Piece(REPLY)]


def test_an_armed_fault_strikes_as_often_as_it_was_armed() -> None:
    faulty = wire()
    faulty.arm(Fault(Kind.DROP_REPLY), 2)
    assert [arrived(faulty.carry(REPLY)) for _ in range(3)] == [b"", b"", REPLY]


def test_faults_strike_in_the_order_in_which_they_were_armed() -> None:
    faulty = wire(Kind.DUPLICATE, Kind.REPLACE, Kind.DROP_REPLY)
    assert [arrived(faulty.carry(REPLY)) for _ in range(3)] == [REPLY + REPLY, b"\x00", b""]


def test_garble_flips_exactly_one_bit() -> None:
    garbled = arrived(wire(Kind.GARBLE).carry(REPLY))
    assert (int.from_bytes(garbled, "big") ^ int.from_bytes(REPLY, "big")).bit_count() == 1


def test_half_is_a_true_beginning_and_split_is_whole_but_late() -> None:
    half = arrived(wire(Kind.HALF).carry(REPLY))
    assert 0 < len(half) < len(REPLY)
    assert REPLY.startswith(half)
    first, second = wire(Kind.SPLIT).carry(REPLY)
    assert first.data + second.data == REPLY
    assert second.late_s > 1


def test_a_joined_reply_arrives_with_the_next_one() -> None:
    faulty = wire(Kind.JOINED)
    assert faulty.carry(REPLY) == []
    assert faulty.carry(NEXT) == [Piece(REPLY + NEXT)]


def test_noise_stands_before_the_reply_and_delay_leaves_it_whole() -> None:
    assert arrived(wire(Kind.NOISE).carry(REPLY)).endswith(REPLY)
    assert wire(Kind.DELAY).carry(REPLY) == [Piece(REPLY, 1.5)]


def test_a_dropped_command_is_not_heard_and_the_next_one_is() -> None:
    faulty = wire(Kind.DROP_COMMAND)
    assert [faulty.hears(), faulty.hears()] == [False, True]


@given(st.integers(0, 1000))
def test_the_same_seed_gives_the_same_faults(seed: int) -> None:
    rates: dict[Kind, float] = {kind: 0.2 for kind in Kind if kind is not Kind.REPLACE}

    def run() -> list[list[Piece]]:
        faulty = FaultyWire(Random(seed), rates)
        return [faulty.carry(REPLY) for _ in range(20)]

    assert run() == run()


def test_faults_by_chance_strike_about_as_often_as_asked() -> None:
    faulty = FaultyWire(Random(7), {Kind.DROP_REPLY: 0.25})
    dropped = sum(not faulty.carry(REPLY) for _ in range(2000))
    assert 400 < dropped < 600


def test_rates_are_read_from_the_command_line() -> None:
    assert parse_rates("drop-reply=0.05, garble=0.5") == {Kind.DROP_REPLY: 0.05, Kind.GARBLE: 0.5}
    assert parse_rates("") == {}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("nothing=0.1", "drop-reply"),
        ("garble", "as in"),
        ("garble=x", "as in"),
        ("garble=2", "between"),
        ("replace=0.1", "none of"),
    ],
)
def test_rates_that_mean_nothing_are_refused_with_a_reason(text: str, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        parse_rates(text)
