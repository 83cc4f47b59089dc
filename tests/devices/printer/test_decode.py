from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.printer.decode import decode


def host(hex_bytes: str) -> dict[str, Any]:
    return decode(bytes.fromhex(hex_bytes), "host")


def device(hex_bytes: str, query: int | None = None) -> dict[str, Any]:
    return decode(bytes.fromhex(hex_bytes), "device", query)


@pytest.mark.parametrize(
    ("frame", "name", "fields"),
    [
        ("10 04 04", "DLE EOT", {"n": 4}),
        ("10 05 02", "DLE ENQ", {"n": 2}),
        ("10 14 08 01 03 14 01 06 02 08", "DLE DC4 (fn=8)", {"d1": 1, "d7": 8}),
        ("1B 40", "ESC @", {}),
        ("1B 61 01", "ESC a", {"n": 1}),
        ("1B 33 20", "ESC 3", {"n": 32}),
        ("1C 26", "FS &", {}),
        ("1C 2E", "FS .", {}),
        ("1C 57 01", "FS W", {"n": 1}),
        ("1D 21 11", "GS !", {"n": 17}),
        ("1D 56 00", "GS V", {"m": 0}),
        ("1D 56 41 10", "GS V", {"m": 65, "n": 16}),
        ("1D 72 01", "GS r", {"n": 1}),
        ("1D 61 FF", "GS a", {"n": 255}),
        ("1D 76 30 00 01 00 02 00 AA 55", "GS v 0", {"xL": 1, "yL": 2, "data_bytes": 2}),
        ("1D 28 6B 03 00 31 43 06", "GS ( k", {"cn": 49, "fn": 67, "parameters": [6]}),
        ("1D 28 6B 06 00 31 50 30 41 42 43", "GS ( k", {"cn": 49, "fn": 80, "m": 48, "data": "ABC"}),
        ("1B 2A 21 01 00 01 02 03", "ESC *", {"m": 33, "nL": 1, "data_bytes": 3}),
    ],
)
def test_a_command_has_the_name_and_the_letters_of_the_reference(
    frame: str, name: str, fields: dict[str, object]
) -> None:
    decoded = host(frame)
    assert decoded["valid"] is True
    assert decoded["name"] == name
    assert fields.items() <= decoded.items()


def test_a_stream_is_its_commands_and_its_text() -> None:
    decoded = host("1B 40 1C 26 B5 E7 B7 D1 A3 A4 31 2E 30 30 0A D0 BB D0 BB 0A 1D 56 00")
    assert decoded["name"] == "stream"
    assert decoded["text"] == "电费￥1.00\n谢谢"
    names = [command["name"] for command in decoded["commands"]]
    assert names == ["ESC @", "FS &", "text", "LF", "text", "LF", "GS V"]


def test_chinese_is_shown_as_text_and_the_four_byte_form_is_warned_of() -> None:
    assert host("D6 D0 CE C4")["text"] == "中文"
    assert "warning" not in host("D6 D0 CE C4")
    assert "four-byte" in host("81 30 84 36")["warning"]


def test_with_chinese_mode_off_each_byte_is_a_character() -> None:
    assert host("1C 2E D6 D0")["text"] == "ÖÐ"


@pytest.mark.parametrize(
    "frame",
    [
        "",
        "10",
        "10 04",
        "1B",
        "1D 56",
        "1D 56 41",
        "1D 28 6B 03",
        "1D 28 6B 03 00 31 43",
        "1D 76 30 00 01 00 02 00 AA",
        "D6",
        "81 30 84",
        "10 14 08 01 03",
    ],
)
def test_what_ends_too_early_is_refused_as_incomplete(frame: str) -> None:
    decoded = host(frame)
    assert decoded["valid"] is False
    assert decoded["reason"].startswith("incomplete")


@pytest.mark.parametrize(
    "frame",
    [
        "10 04 09",
        "1B FF",
        "1D 56 07",
        "10 14 08 01 03 14 01 06 02 09",
        "D6 20",
        "FF FF",
        "00",
        "1D 72 07",
        "7F",
    ],
)
def test_what_is_no_command_is_refused_with_the_reason(frame: str) -> None:
    decoded = host(frame)
    assert decoded["valid"] is False
    assert not decoded["reason"].startswith("incomplete")


@pytest.mark.parametrize(
    ("byte", "query", "bits"),
    [
        ("12", 1, {"offline": False, "paper_feed_button_pressed": False}),
        ("1A", 1, {"offline": True}),
        ("16", 1, {"drawer_kick_out_connector_pin_3_high": True, "offline": False}),
        ("32", 2, {"printing_stopped_by_paper_end": True, "cover_open": False, "error": False}),
        ("16", 2, {"cover_open": True}),
        ("1A", 3, {"autocutter_error": True, "unrecoverable_error": False}),
        ("72", 4, {"paper_end": True, "paper_near_end": False}),
        ("1E", 4, {"paper_end": False, "paper_near_end": True}),
        ("7E", 4, {"paper_end": True, "paper_near_end": True}),
        ("32", 4, {"paper_end": None}),
    ],
)
def test_a_status_byte_is_read_for_its_question(byte: str, query: int, bits: dict[str, object]) -> None:
    decoded = device(byte, query)
    assert decoded["valid"] is True
    assert (decoded["name"], decoded["n"]) == ("DLE EOT", query)
    assert bits.items() <= decoded.items()


@pytest.mark.parametrize("frame", ["00", "11", "13", "92", "10", "FF", "12 12", "12 00"])
def test_bytes_that_are_no_status_are_refused(frame: str) -> None:
    for query in (1, 2, 3, 4):
        assert device(frame, query)["valid"] is False


def test_no_bytes_are_incomplete_and_an_unknown_question_is_refused() -> None:
    assert device("", 4)["reason"].startswith("incomplete")
    assert device("12", 5)["valid"] is False


@pytest.mark.parametrize(
    ("frame", "name"),
    [("12", "DLE EOT"), ("00", "GS r"), ("37 25 00", "Clear response"), ("11", "XON"), ("13", "XOFF")],
)
def test_with_no_question_an_answer_is_told_by_its_fixed_bits(frame: str, name: str) -> None:
    assert device(frame)["name"] == name


def test_a_queued_status_says_whether_there_is_paper() -> None:
    assert device("0F") == {
        "valid": True,
        "name": "GS r",
        "meaning": "paper sensor status",
        "paper_near_end": True,
        "paper_end": True,
    }


@pytest.mark.parametrize("frame", ["93", "37 25", "37 25 01", "12 34 56"])
def test_an_answer_that_nothing_gives_is_refused(frame: str) -> None:
    assert device(frame)["valid"] is False


@given(st.binary(max_size=40), st.sampled_from([None, 1, 2, 3, 4, 7]))
def test_noise_is_answered_not_raised(data: bytes, query: int | None) -> None:
    for decoded in (decode(data, "host"), decode(data, "device", query)):
        assert decoded["valid"] is True or isinstance(decoded["reason"], str)
