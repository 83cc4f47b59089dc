from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.simulators.acceptor.packet import Packet, PacketReader

MANUAL = {
    "sync": "7F 80 01 11 65 82",
    "ok": "7F 80 01 F0 23 80",
    "reset": "7F 80 01 01 06 02",
    "host protocol version 8": "7F 80 02 06 08 03 94",
    "host protocol version 9": "7F 80 02 06 09 06 14",
    "fail": "7F 80 01 F8 10 00",
    "poll": "7F 80 01 07 12 02",
    "reset and disabled": "7F 80 03 F0 F1 E8 BF 8C",
    "credit and stacked": "7F 80 04 F0 EE 01 EB B9 48",
    "serial number": "7F 80 05 F0 00 1C 96 2C D4 97",
    "firmware": "7F 80 11 F0 4E 56 30 32 30 30 34 31 34 31 34 39 38 30 30 30 DE 55",
    "dataset": "7F 80 09 F0 45 55 52 30 31 36 31 30 B8 2A",
    "inhibits": "7F 80 03 02 07 00 2B B6",
    "last reject": "7F 80 02 F0 08 0C 20",
    "bezel": "7F 80 06 54 FF 00 00 01 00 FB C9",
    "poll with ack": "7F 80 01 56 F7 83",
    "event ack": "7F 80 01 57 F2 03",
    "counters": "7F 80 16 F0 05 11 00 00 00 28 00 00 00 23 00 00 00 0A 00 00 00 10 00 00 00 72 B7",
    "generator": "7F 80 09 4A C5 05 8F 3A 00 00 00 00 B2 73",
    "modulus": "7F 80 09 4B 8D A6 13 00 00 00 00 00 6C F6",
    "hold": "7F 80 01 18 53 82",
    "setup": "7F 80 17 F0 00 30 31 30 30 47 42 50 00 00 01 03 05 0A 14 02 02 02 40 00 00 05 61 81",
    "read, in escrow": "7F 80 03 F0 EF 03 C5 CA",
    "note path open": "7F 80 02 F0 E0 7C 22",
    "channels disabled": "7F 80 02 F0 B5 82 23",
    "stuffed data": "7F 80 03 F0 EE 7F 7F CD CD",
    "stuffed command": "7F 80 02 5B 7F 7F 37 5B",
}

packets = st.builds(
    Packet,
    st.integers(0, 0x7D).map(lambda address: address | 0x80) | st.integers(0, 0x7D),
    st.binary(min_size=1, max_size=40) | st.just(b"\x7f" * 9),
)


@pytest.mark.parametrize("printed", MANUAL.values(), ids=MANUAL.keys())
def test_every_packet_printed_in_the_manual_is_read_and_written_alike(printed: str) -> None:
    wire = bytes.fromhex(printed)
    (packet,) = PacketReader().feed(wire)
    assert packet.to_wire() == wire


@given(sent=st.lists(packets, max_size=6), size=st.integers(1, 9))
def test_packets_survive_any_chunking_of_the_wire(sent: list[Packet], size: int) -> None:
    wire = b"".join(packet.to_wire() for packet in sent)
    reader = PacketReader()
    read = [packet for at in range(0, len(wire), size) for packet in reader.feed(wire[at : at + size])]
    assert read == sent


@given(packets, st.data())
def test_a_packet_with_one_bit_flipped_is_dropped_and_the_next_is_read(
    packet: Packet, data: st.DataObject
) -> None:
    wire = bytearray(packet.to_wire())
    at = data.draw(st.integers(1, len(wire) - 1))
    wire[at] ^= 1 << data.draw(st.integers(0, 7))
    reader = PacketReader()
    damaged = reader.feed(bytes(wire))
    assert packet not in damaged
    poll = bytes.fromhex("7F 80 01 07 12 02")
    # A flipped length makes the unit wait for more: the host's retries fill it.
    again = [found for _ in range(60) for found in reader.feed(poll)]
    assert Packet(0x80, b"\x07") in again


def test_a_lone_sync_byte_inside_a_packet_begins_a_new_one() -> None:
    assert PacketReader().feed(bytes.fromhex("7F 80 05 F0 00 7F 80 01 07 12 02")) == [Packet(0x80, b"\x07")]


def test_noise_before_a_packet_does_no_harm() -> None:
    assert PacketReader().feed(bytes.fromhex("00 FF 7F 7F 80 01 07 12 02")) == [Packet(0x80, b"\x07")]


def test_half_a_packet_is_nothing() -> None:
    assert PacketReader().feed(bytes.fromhex("7F 80 01 07")) == []
