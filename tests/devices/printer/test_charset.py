from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.printer.charset import Encoding, clusters, columns, printable, to_bytes

DOUBLE_BYTE = [Encoding.GB18030, Encoding.GBK]


@pytest.mark.parametrize("encoding", DOUBLE_BYTE)
def test_the_yen_sign_goes_out_as_the_double_byte_yuan_sign(encoding: Encoding) -> None:
    encoded = to_bytes(printable("¥192.00 电费"), encoding)
    assert encoded == bytes.fromhex("A3 A4") + b"192.00 " + bytes.fromhex("B5 E7 B7 D1")
    assert bytes.fromhex("81 30 84 36") not in encoded


def test_the_set_up_line_has_the_bytes_of_each_encoding() -> None:
    line = printable("中文电费￥1.00 ABC")
    double_byte = bytes.fromhex("D6D0 CEC4 B5E7 B7D1 A3A4") + b"1.00 ABC"
    assert to_bytes(line, Encoding.GB18030) == double_byte
    assert to_bytes(line, Encoding.GBK) == double_byte
    assert to_bytes(line, Encoding.UTF_8) == line.encode()
    assert to_bytes(line, Encoding.NONE) is None


@pytest.mark.parametrize("text", ["ɐ", "한", "ß", "😀", "𠮷", "\ue000"])
@pytest.mark.parametrize("encoding", DOUBLE_BYTE)
def test_what_is_not_one_or_two_bytes_has_to_be_a_picture(text: str, encoding: Encoding) -> None:
    assert to_bytes(text, encoding) is None


@given(st.text())
def test_no_character_ever_takes_four_bytes(text: str) -> None:
    for encoding in DOUBLE_BYTE:
        for char in printable(text):
            encoded = to_bytes(char, encoding)
            assert encoded is None or len(encoded) == columns(char) <= 2


@given(st.text())
def test_a_printer_counts_the_columns_that_we_count(text: str) -> None:
    encoded = to_bytes(printable(text), Encoding.GB18030)
    assert encoded is None or len(encoded) == columns(printable(text))


def test_utf8_printers_get_only_what_every_font_draws_in_known_columns() -> None:
    assert to_bytes("电费（元）", Encoding.UTF_8) == "电费（元）".encode()
    assert to_bytes("─", Encoding.UTF_8) is None


def test_a_control_character_is_never_text() -> None:
    for encoding in Encoding:
        assert to_bytes("\x1b@", encoding) is None


def test_a_combining_mark_stays_with_its_base_and_takes_no_column() -> None:
    assert list(clusters("Ж́a")) == ["Ж́", "a"]
    assert columns("Ж́a") == 3


def test_invisible_characters_are_dropped_and_odd_blanks_are_blanks() -> None:
    assert printable("a\u00a0b\u200dc\u3000d") == "a bc\u3000d"
