"""Unit and faulty wire together: a host that keeps the protocol's rules is told of each note once."""

from __future__ import annotations

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from devices.simulators.faults import FaultyWire, Kind
from tests.devices.simulators.acceptor.ssp_host import POLL, Bench, crc16, events, frame, lit_bench

BAD_DAY = {
    Kind.DROP_REPLY: 0.1,
    Kind.DROP_COMMAND: 0.1,
    Kind.GARBLE: 0.1,
    Kind.HALF: 0.05,
    Kind.DUPLICATE: 0.05,
    Kind.JOINED: 0.05,
    Kind.NOISE: 0.05,
}


def replies_in(heard: bytes, header: int) -> list[bytes]:
    """The data of every whole, sound reply with this header, wherever it stands."""
    found = []
    for start in (at for at, byte in enumerate(heard) if byte == 0x7F):
        body = heard[start + 1 :].replace(b"\x7f\x7f", b"\x7f")
        if len(body) >= 2 and body[0] == header and len(body) >= body[1] + 4:
            whole = body[: body[1] + 4]
            if crc16(whole[:-2]) == whole[-2:]:
                found.append(whole[2:-2])
    return found


def ask(bench: Bench, wire: FaultyWire, command: bytes) -> bytes:
    """Repeat the same bytes until there is a sound answer."""
    packet, header = frame(bench.bit, command), bench.bit
    bench.bit ^= 0x80
    while True:
        replies = bench.send(packet) if wire.hears() else []
        heard = b"".join(piece.data for reply in replies for piece in wire.carry(reply))
        if found := replies_in(heard, header):
            return found[-1]
        bench.wait(0.05)


@given(
    seed=st.integers(0, 2**32),
    values=st.lists(st.sampled_from([1, 5, 10, 20, 50, 100]), min_size=1, max_size=4),
)
@settings(deadline=None, max_examples=60)
def test_each_note_is_credited_once_whatever_the_wire_does(seed: int, values: list[int]) -> None:
    bench, wire = lit_bench(), FaultyWire(Random(seed), BAD_DAY)
    credited = []
    for value in values:
        bench.insert(value)
        while bench.unit.why_not() == "path-in-use":
            bench.wait(0.2)
            credited += [channel for code, channel in events(ask(bench, wire, POLL)) if code == 0xEE]
        credited += [channel for code, channel in events(ask(bench, wire, POLL)) if code == 0xEE]
    assert credited == [bench.model.channel_of(value) for value in values]
    assert sum(value * count for value, count in bench.unit.contents.box.items()) == sum(values)
