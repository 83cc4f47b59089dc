from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from devices.simulators.printer.stream import Command, RealTimeEar, ReceiveBuffer
from tests.devices.simulators.printer.paper_host import gb

JOB = (
    b"\x1b@\x1ba\x01"
    + gb("光明厅")
    + b"\n\x1d!\x11440.00\n\x1dv0\x00\x02\x00\x03\x00\x10\x04\x01\x1b@\x0a"
    + b"\x1b*\x21\x02\x00123456\x1d(k\x03\x001Q0\x1bD\x08\x10\x00\x1dkI\x03{B1\x1dk\x04123\x00\x10\x04\x02\x1dV\x41\x10\x1dV\x00\x1dr\x01"
)
COMMANDS = [
    Command(b"\x1b@"),
    Command(b"\x1ba", b"\x01"),
    Command(b"", gb("光明厅")),
    Command(b"\n"),
    Command(b"\x1d!", b"\x11"),
    Command(b"", b"440.00"),
    Command(b"\n"),
    Command(b"\x1dv", b"0\x00\x02\x00\x03\x00\x10\x04\x01\x1b@\x0a"),
    Command(b"\x1b*", b"\x21\x02\x00123456"),
    Command(b"\x1d(", b"k\x03\x001Q0"),
    Command(b"\x1bD", b"\x08\x10\x00"),
    Command(b"\x1dk", b"I\x03{B1"),
    Command(b"\x1dk", b"\x04123\x00"),
    Command(b"\x10\x04", b"\x02"),
    Command(b"\x1dV", b"\x41\x10"),
    Command(b"\x1dV", b"\x00"),
    Command(b"\x1dr", b"\x01"),
]


def cut_up(pieces: list[bytes]) -> list[Command]:
    buffer, found = ReceiveBuffer(), []
    for piece in pieces:
        buffer.add(piece)
        while (command := buffer.next()) is not None:
            found.append(command)
    return found


def test_a_job_is_cut_into_its_commands_whatever_their_data_look_like() -> None:
    assert cut_up([JOB]) == COMMANDS


@given(st.integers(1, 12))
def test_commands_survive_any_chunking_and_text_only_falls_into_more_runs(size: int) -> None:
    found = cut_up([JOB[at : at + size] for at in range(0, len(JOB), size)])
    assert [command for command in found if command.code] == [command for command in COMMANDS if command.code]
    assert b"".join(command.code + command.data for command in found) == JOB


def test_a_command_waits_until_its_last_byte_has_come() -> None:
    buffer = ReceiveBuffer()
    buffer.add(b"\x1dv0\x00\x01\x00\x02")
    assert buffer.next() is None
    buffer.add(b"\x00\xff")
    assert buffer.next() is None
    buffer.add(b"\xff")
    assert buffer.next() == Command(b"\x1dv", b"0\x00\x01\x00\x02\x00\xff\xff")


def test_an_unknown_command_is_passed_over_with_its_two_bytes() -> None:
    assert cut_up([b"\x1bzA"]) == [Command(b"\x1bz"), Command(b"", b"A")]


def test_real_time_commands_are_heard_inside_a_picture_with_where_they_end() -> None:
    heard = RealTimeEar().listen(b"\x1dv0\x00\x01\x00\x04\x00\xff\x10\x04\x01")
    assert heard == [(12, Command(b"\x10\x04", b"\x01"))]


@given(st.integers(1, 5), st.binary(max_size=6).filter(lambda noise: b"\x10" not in noise))
def test_real_time_commands_are_heard_in_any_chunking(size: int, noise: bytes) -> None:
    wire = noise + b"\x10\x04\x02" + noise + bytes.fromhex("10 14 08 01 03 14 01 06 02 08") + b"\x10\x05\x01"
    ear = RealTimeEar()
    heard = [found for at in range(0, len(wire), size) for _, found in ear.listen(wire[at : at + size])]
    assert heard == [
        Command(b"\x10\x04", b"\x02"),
        Command(b"\x10\x14", bytes.fromhex("08 01 03 14 01 06 02 08")),
        Command(b"\x10\x05", b"\x01"),
    ]


@given(st.binary(max_size=300))
def test_no_bytes_at_all_make_it_stumble(noise: bytes) -> None:
    buffer = ReceiveBuffer()
    buffer.add(noise)
    while buffer.next() is not None:
        pass
    RealTimeEar().listen(noise)
