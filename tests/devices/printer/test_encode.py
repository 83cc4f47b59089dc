from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from devices.printer.code import size_code
from devices.printer.decode import decode
from devices.printer.escpos import picture
from devices.printer.profile import known_profiles, load_profile
from devices.printer.slip import FieldError, Slip, parse_slip
from tests.devices.printer.slips import CHINESE, ENGLISH, encoder
from tests.devices.printer.test_layout import SLIPS

FOUR_BYTES = re.compile(rb"[\x81-\xfe][\x30-\x39][\x81-\xfe][\x30-\x39]")
REAL_TIME = re.compile(rb"\x10[\x04\x05\x14]")


def encoded(profile: str, fields: dict[str, list[str]]) -> bytes:
    return b"".join(encoder(profile).encode(parse_slip(fields)))


def pictures(data: bytes) -> list[tuple[int, int, bytes]]:
    """Width in dots, rows and dots of each GS v 0."""
    found, at = [], data.find(b"\x1dv0")
    while at >= 0:
        wide, high = data[at + 4] + 256 * data[at + 5], data[at + 6] + 256 * data[at + 7]
        found.append((wide * 8, high, data[at + 8 : at + 8 + wide * high]))
        at = data.find(b"\x1dv0", at + 8 + wide * high)
    return found


@pytest.mark.parametrize("profile", known_profiles())
@pytest.mark.parametrize("fields", [CHINESE, ENGLISH], ids=["chinese", "english"])
def test_every_model_gets_whole_known_commands_and_a_cut_at_the_end(
    profile: str, fields: dict[str, list[str]]
) -> None:
    data = encoded(profile, fields)
    assert data.startswith(b"\x1b@")
    assert data.endswith(bytes.fromhex("1D 56 41 00"))
    assert decode(data)["valid"] or profile.startswith("utf-8")


def test_f47_a_yen_sign_never_goes_out_as_four_bytes() -> None:
    data = encoded("gb18030-58", {"title": ["凭条"], "notes": ["¥192.00 电费"]})
    assert bytes.fromhex("81 30 84 36") not in data
    assert bytes.fromhex("A3 A4") + b"192.00 " + bytes.fromhex("B5 E7 B7 D1") in data


@pytest.mark.parametrize("text", ["😀 电费", "𠮷先生", "ɐ"])
@pytest.mark.parametrize("profile", ["gb18030-58", "gbk-58"])
def test_f47_what_is_no_double_byte_character_goes_out_as_a_picture(profile: str, text: str) -> None:
    data = encoded(profile, {"title": ["凭条"], "notes": [text]})
    assert not FOUR_BYTES.search(data)
    assert [(wide, high) for wide, high, _ in pictures(data)] == [(384, 32)]


@pytest.mark.parametrize(
    ("profile", "line"),
    [
        ("gb18030-58", "中文电费￥1.00 ABC".encode("gb18030")),
        ("gbk-58", "中文电费￥1.00 ABC".encode("gbk")),
        ("utf-8-58", "中文电费￥1.00 ABC".encode()),
    ],
)
def test_f48_the_set_up_line_has_the_bytes_of_the_profile(profile: str, line: bytes) -> None:
    data = encoded(profile, {"title": ["凭条"], "notes": ["中文电费￥1.00 ABC"]})
    assert line + b"\n" in data
    assert load_profile(profile).setup in data
    assert not pictures(data)


@pytest.mark.parametrize(("profile", "dots"), [("raster-58", 384), ("raster-80", 576)])
def test_f48_a_printer_with_no_chinese_gets_a_picture_as_wide_as_the_roll(profile: str, dots: int) -> None:
    data = encoded(profile, {"title": ["凭条"], "notes": ["中文电费￥1.00 ABC"]})
    *_, (wide, high, ink) = pictures(data)
    assert (wide, high) == (dots, 32)
    assert ink.count(0) < len(ink) * 0.9, "something is drawn"
    inked_columns = {i % (dots // 8) * 8 for i, byte in enumerate(ink) if byte}
    assert max(inked_columns) < 18 * 12 + 12, "no further right than its columns"
    assert b"ABC" not in data


@given(slip=SLIPS, profile=st.sampled_from(["gb18030-58", "gb18030-80", "gbk-58"]))
@settings(max_examples=50, deadline=None)
def test_any_slip_is_text_of_one_and_two_bytes_and_nothing_is_wider_than_the_roll(
    slip: Slip, profile: str
) -> None:
    data = b"".join(encoder(profile).encode(slip))
    assert not pictures(data)
    decoded = decode(data)
    assert decoded["valid"], decoded
    assert not any("warning" in command for command in decoded["commands"])  # type: ignore[attr-defined]
    assert widest_line(decoded["commands"]) <= load_profile(profile).columns  # type: ignore[arg-type]


def widest_line(commands: list[dict[str, object]]) -> int:
    """Columns of the widest line as a printer would count them: GS ! doubles, FS W doubles Chinese."""
    widest, at, scale = 0, 0, 1
    for command in commands:
        match command["name"]:
            case "GS !":
                scale = (int(str(command["n"])) >> 4) + 1
            case "text":
                at += len(str(command["text"]).encode("gb18030")) * scale
            case "LF":
                widest, at = max(widest, at), 0
    assert at == 0, "every line ends"
    return widest


@given(st.binary(min_size=48 * 4, max_size=48 * 4))
def test_a_picture_never_holds_a_real_time_command(dots: bytes) -> None:
    seeded = dots[:40] + bytes.fromhex("10 04 01 10 05 02 10 14 08 10 10 04") + dots[52:]
    inverted = bytes(255 - byte for byte in seeded)
    piece = picture(Image.frombytes("1", (384, 4), inverted))
    assert not REAL_TIME.search(piece)
    assert len(piece) == 8 + len(seeded)
    assert sum(a != b for a, b in zip(piece[8:], seeded, strict=True)) <= len(REAL_TIME.findall(seeded))


@pytest.mark.parametrize("profile", known_profiles())
def test_the_pieces_of_a_job_are_small(profile: str) -> None:
    assert max(map(len, encoder(profile).encode(parse_slip(CHINESE)))) <= 4096


def test_a_code_is_drawn_by_the_printer_where_it_can() -> None:
    data = encoded("gb18030-58", CHINESE)
    commands = decode(data)["commands"]
    stored = [command for command in commands if command.get("fn") == 80]  # type: ignore[attr-defined]
    assert [command["data"] for command in stored] == CHINESE["code"]
    assert not pictures(data)


def test_a_code_too_long_for_the_roll_is_refused_by_name() -> None:
    with pytest.raises(FieldError) as raised:
        encoded("gb18030-58", {"title": ["t"], "code": ["x" * 3000]})
    assert (raised.value.field, raised.value.failure) == ("code", "overflow")


@pytest.mark.parametrize(("profile", "longest"), [("gb18030-58", 1000), ("gb18030-80", 1900)])
def test_a_code_that_carries_a_signed_receipt_fits_with_its_border(profile: str, longest: int) -> None:
    code = size_code("x" * longest, load_profile(profile).dots)
    assert code.module_dots >= 3
    assert code.side_dots <= load_profile(profile).dots


def test_the_same_slip_is_the_same_bytes() -> None:
    assert encoded("raster-58", CHINESE) == encoded("raster-58", CHINESE)


def test_an_unknown_profile_is_refused_with_those_there_are() -> None:
    with pytest.raises(ValueError, match="gb18030-58, gb18030-80"):
        load_profile("big5-58")
