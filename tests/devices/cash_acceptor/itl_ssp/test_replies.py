"""What a reply says, event by event and field by field."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from devices.cash_acceptor.itl_ssp.codes import EventCode
from devices.cash_acceptor.itl_ssp.replies import (
    Channel,
    Event,
    MalformedError,
    parse_counters,
    parse_events,
    parse_serial,
    parse_setup,
)

CNY = bytes.fromhex("00") + b"0414CNY" + bytes.fromhex("000001 03 01 05 64 02 02 02 000064 08")
CNY += b"CNY" * 3 + bytes.fromhex("01000000 05000000 64000000")


def test_f02_every_event_of_a_reply_is_read_in_order_with_its_own_argument() -> None:
    assert parse_events(bytes.fromhex("CC EE 02")) == (
        (Event(EventCode.NOTE_STACKING), Event(EventCode.CREDIT_NOTE, channel=2)),
        b"",
    )
    assert parse_events(bytes.fromhex("EE 01 EB")) == (
        (Event(EventCode.CREDIT_NOTE, channel=1), Event(EventCode.NOTE_STACKED)),
        b"",
    )


def test_an_argument_that_looks_like_an_event_stays_an_argument() -> None:
    assert parse_events(bytes.fromhex("EF EE CC")) == (
        (Event(EventCode.READ_NOTE, channel=0xEE), Event(EventCode.NOTE_STACKING)),
        b"",
    )


def test_an_unknown_event_ends_the_reading_and_keeps_what_came_before_it() -> None:
    assert parse_events(bytes.fromhex("EE 01 99 EE 02")) == (
        (Event(EventCode.CREDIT_NOTE, channel=1),),
        bytes.fromhex("99 EE 02"),
    )


def test_an_event_whose_argument_is_missing_is_not_an_event() -> None:
    assert parse_events(b"\xee") == ((), b"\xee")


def test_a_value_event_has_its_value_and_currency() -> None:
    assert parse_events(bytes.fromhex("CE 10270000 434E59")) == (
        (Event(EventCode.NOTE_HELD_IN_BEZEL, value=(10_000, "CNY")),),
        b"",
    )


@given(st.binary(max_size=30))
@example(bytes.fromhex("CA 00000000 000080"))
def test_whatever_a_poll_tells_is_read_or_left_and_never_raises(data: bytes) -> None:
    events, rest = parse_events(data)
    lengths = [1 + (event.channel is not None) + 7 * (event.value is not None) for event in events]
    assert sum(lengths) + len(rest) == len(data)


def test_the_manuals_setup_reply_is_read() -> None:
    setup = parse_setup(bytes.fromhex("00303130304742500000010305 0A14020202400000 05"))
    assert (setup.firmware, setup.country, setup.protocol_version) == ("0100", "GBP", 5)
    assert setup.securities == (2, 2, 2)
    assert [channel.number for channel in setup.channels] == [1, 2, 3]


def test_channel_values_are_multiplied_out_to_minor_units() -> None:
    assert parse_setup(CNY).channels == (
        Channel(1, "CNY", 100),
        Channel(2, "CNY", 500),
        Channel(3, "CNY", 10_000),
    )


def test_a_multiplier_of_nought_means_the_expanded_values() -> None:
    expanded = CNY[:8] + b"\0\0\0" + CNY[11:12] + b"\0\0\0" + CNY[15:]
    assert [channel.value for channel in parse_setup(expanded).channels] == [100, 500, 10_000]


def test_f08_each_channel_has_its_own_currency() -> None:
    mixed = CNY.replace(b"CNYCNYCNY", b"CNYEURUSD")
    assert [channel.country for channel in parse_setup(mixed).channels] == ["CNY", "EUR", "USD"]


@given(st.integers(0, len(CNY) - 1))
def test_a_setup_reply_of_a_wrong_length_is_malformed(length: int) -> None:
    with pytest.raises(MalformedError):
        parse_setup(CNY[:length])
    with pytest.raises(MalformedError):
        parse_setup(CNY + b"\0")


def test_the_serial_number_has_its_high_byte_first_and_counters_their_low_byte() -> None:
    assert parse_serial(bytes.fromhex("004A78B4")) == 4_880_564
    counters = parse_counters(bytes.fromhex("05 39300000 00000000 00000000 00000000 07000000"))
    assert (counters.stacked, counters.rejected) == (12_345, 7)


@pytest.mark.parametrize("data", ["", "04 00000000", "05 0000", "05" + "00" * 21])
def test_counters_of_a_wrong_length_are_malformed(data: str) -> None:
    with pytest.raises(MalformedError):
        parse_counters(bytes.fromhex(data))
