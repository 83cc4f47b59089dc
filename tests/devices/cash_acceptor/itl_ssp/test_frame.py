"""Packets on the wire, against the manual's own and against every way of cutting and spoiling them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.cash_acceptor.itl_ssp.frame import BadBytes, Decoder, Frame, Item, crc16

MANUAL = {
    "7F 80 01 11 65 82": Frame(True, 0, b"\x11"),
    "7F 80 01 F0 23 80": Frame(True, 0, b"\xf0"),
    "7F 80 01 07 12 02": Frame(True, 0, b"\x07"),
    "7F 80 03 F0 F1 E8 BF 8C": Frame(True, 0, b"\xf0\xf1\xe8"),
    "7F 80 04 F0 EE 01 EB B9 48": Frame(True, 0, b"\xf0\xee\x01\xeb"),
    "7F 80 09 4A C5 05 8F 3A 00 00 00 00 B2 73": Frame(True, 0, bytes.fromhex("4AC5058F3A00000000")),
    "7F 80 09 4B 8D A6 13 00 00 00 00 00 6C F6": Frame(True, 0, bytes.fromhex("4B8DA6130000000000")),
    "7F 80 17 F0 00 30 31 30 30 47 42 50 00 00 01 03 05 0A 14 02 02 02 40 00 00 05 61 81": Frame(
        True, 0, bytes.fromhex("F000303130304742500000010305 0A14020202400000 05")
    ),
    "7F 80 03 F0 EE 7F 7F CD CD": Frame(True, 0, b"\xf0\xee\x7f"),
    "7F 80 02 5B 7F 7F 37 5B": Frame(True, 0, b"\x5b\x7f"),
}

frames = st.builds(Frame, st.booleans(), st.integers(0, 0x7D), st.binary(min_size=1, max_size=255))
stuffed_frames = st.builds(
    Frame,
    st.booleans(),
    st.integers(0, 0x7D),
    st.lists(st.sampled_from([0x7F, 0x80, 0x00]), min_size=1).map(bytes),
)


def decoded(*pieces: bytes) -> list[Item]:
    decoder, items = Decoder(), []
    for piece in pieces:
        decoder.feed(piece)
        while (item := decoder.next_item()) is not None:
            items.append(item)
    return items


def good(items: list[Item]) -> list[Frame]:
    return [item for item in items if isinstance(item, Frame)]


@pytest.mark.parametrize(("wire", "frame"), MANUAL.items())
def test_every_frame_of_the_manual_is_read_whole_byte_by_byte_and_with_bytes_trailing(
    wire: str, frame: Frame
) -> None:
    data = bytes.fromhex(wire)
    assert frame.to_bytes() == data
    assert decoded(data) == [frame]
    assert decoded(*(bytes([byte]) for byte in data)) == [frame]
    assert decoded(data + b"\x7f\x80\x01") == [frame]


def test_the_crc_is_the_manuals() -> None:
    assert crc16(b"\x80\x01\x11") == 0x8265


@given(st.lists(frames | stuffed_frames, max_size=6), st.integers(1, 9))
def test_frames_survive_any_chunking_of_the_wire(sent: list[Frame], size: int) -> None:
    wire = b"".join(frame.to_bytes() for frame in sent)
    assert decoded(*(wire[at : at + size] for at in range(0, len(wire), size))) == sent


@given(frames, st.data())
def test_a_spoiled_byte_never_makes_another_frame(frame: Frame, data: st.DataObject) -> None:
    wire = bytearray(frame.to_bytes())
    place = data.draw(st.integers(0, len(wire) - 1))
    wire[place] ^= data.draw(st.integers(1, 255))
    assert good(decoded(bytes(wire))) in ([], [frame])


@given(st.binary(max_size=40), frames)
def test_after_noise_and_one_lost_frame_the_next_one_is_read(noise: bytes, frame: Frame) -> None:
    """At most the frame that the noise began to swallow is lost."""
    items = decoded(noise, frame.to_bytes(), frame.to_bytes())
    assert good(items)[-1:] == [frame]


@given(frames, frames, st.data())
def test_a_half_frame_costs_itself_only(first: Frame, second: Frame, data: st.DataObject) -> None:
    wire = first.to_bytes()
    cut = data.draw(st.integers(1, len(wire) - 1))
    stuffed = wire[1:cut]
    if (len(stuffed) - len(stuffed.rstrip(b"\x7f"))) % 2:
        cut -= 1  # half a stuffed byte would pair with the next packet's STX
    items = decoded(wire[:cut] + second.to_bytes())
    assert second in good(items)
    assert first not in good(items) or first == second


def test_a_frame_twice_is_two_frames_and_joined_frames_are_all_read() -> None:
    poll, credit = bytes.fromhex("7F 80 01 07 12 02"), bytes.fromhex("7F 80 04 F0 EE 01 EB B9 48")
    assert len(good(decoded(poll + poll + credit))) == 3


def test_f03_a_frame_with_a_bad_crc_is_told_as_bad_bytes_and_never_as_a_frame() -> None:
    wire = bytes.fromhex("7F 80 03 F0 EE 04 C9 CC")
    (item,) = decoded(wire)
    assert isinstance(item, BadBytes)
    assert item.data == wire
    assert "CRC" in item.reason


def test_bytes_outside_a_packet_are_told_as_they_came() -> None:
    items = decoded(b"\x01\x02\x7f\x80\x01\x07\x12\x02")
    assert items == [BadBytes(b"\x01\x02", "no STX"), Frame(True, 0, b"\x07")]
