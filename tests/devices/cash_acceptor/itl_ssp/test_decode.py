"""`devices decode ssp`: frames in words, and why the others must be refused."""

from __future__ import annotations

import json
from typing import Any

import pytest

from devices.__main__ import main
from devices.cash_acceptor.itl_ssp.decode import decode
from devices.cash_acceptor.itl_ssp.frame import Frame


def of(data: bytes, **options: Any) -> dict[str, object]:
    return decode(Frame(True, 0, data).to_bytes(), **options)


def test_a_hosts_frame_has_the_commands_name() -> None:
    told = decode(bytes.fromhex("7F 80 01 07 12 02"), "host")
    assert told == {"valid": True, "name": "POLL", "sequence": 1, "address": 0}


def test_a_devices_frame_has_its_reply_and_every_event_with_its_channel() -> None:
    told = decode(bytes.fromhex("7F 80 04 F0 EE 01 EB B9 48"), "device", 0x07)
    assert told["name"] == "OK"
    assert told["events"] == [{"name": "CREDIT NOTE", "channel": 1}, {"name": "NOTE STACKED"}]


@pytest.mark.parametrize(
    ("command", "name", "fields"),
    [
        ("02 FF 01", "SET CHANNEL INHIBITS", {"enabled_channels": [1, 2, 3, 4, 5, 6, 7, 8, 9]}),
        ("06 08", "HOST PROTOCOL VERSION", {"version": 8}),
        ("4A C5058F3A00000000", "SET GENERATOR", {"generator": 982_451_653}),
        ("4B 8DA6130000000000", "SET MODULUS", {"modulus": 1_287_821}),
        ("4D 02 01", "SET BAUD RATE", {"baud_rate": 115_200, "after_reset": True}),
        ("54 FF 00 10 01", "CONFIGURE BEZEL", {"red": 255, "green": 0, "blue": 16, "store": True}),
        ("18", "HOLD", {}),
    ],
)
def test_parameters_of_a_command_are_read(command: str, name: str, fields: dict[str, Any]) -> None:
    told = of(bytes.fromhex(command), sender="host")
    assert told == {"valid": True, "name": name, "sequence": 1, "address": 0, **fields}


@pytest.mark.parametrize(
    ("query", "reply", "fields"),
    [
        (0x0C, "F0 004A78B4", {"serial_number": 4_880_564}),
        (0x17, "F0 13", {"code": 0x13, "reason": "ESCROW TIME-OUT"}),
        (0x20, "F0 4E5630323030", {"firmware_version": "NV0200"}),
        (0x07, "F0 E8 99", {"events": [{"name": "DISABLED"}], "unread": "99"}),
    ],
)
def test_a_reply_is_read_by_what_it_answers(query: int, reply: str, fields: dict[str, Any]) -> None:
    told = of(bytes.fromhex(reply), sender="device", query=query)
    assert told == {"valid": True, "name": "OK", "sequence": 1, "address": 0, **fields}


def test_a_setup_reply_shows_its_channels() -> None:
    wire = "7F 80 17 F0 00 30 31 30 30 47 42 50 00 00 01 03 05 0A 14 02 02 02 40 00 00 05 61 81"
    told = decode(bytes.fromhex(wire), "device", 0x05)
    channels = told["channels"]
    assert isinstance(channels, list)
    assert [channel["country"] for channel in channels] == ["GBP", "GBP", "GBP"]
    assert told["protocol_version"] == 5


def test_other_replies_have_their_name() -> None:
    assert of(b"\xfa", sender="device")["name"] == "KEY NOT SET"
    assert of(b"\xf5\x03", sender="device") == {
        "valid": True,
        "name": "COMMAND CANNOT BE PROCESSED",
        "sequence": 1,
        "address": 0,
        "data": "03",
    }


@pytest.mark.parametrize(
    ("wire", "reason"),
    [
        ("", "incomplete"),
        ("7F", "incomplete"),
        ("7F 80", "incomplete"),
        ("7F 80 04 F0 EE 01 EB B9", "incomplete: at least 1 more"),
        ("7F 80 03 F0 EE 7F", "incomplete: ends with half a stuffed byte"),
        ("80 01 07 12 02", "begins with STX"),
        ("7F 80 03 F0 EE 04 C9 CC", "wrong CRC: C9 CC"),
        ("7F 80 01 07 12 02 00", "1 bytes after the packet"),
        ("7F 80 01 07 12 02 7F 80 01 07 12 02", "bad stuffing"),
        ("7F 80 02 5B 7F 37 5B", "bad stuffing"),
        ("7F 80 01 F0 EE 01 EB B9 48", "wrong length"),
        ("7F 80 09 F0 EE 01 EB B9 48", "incomplete"),
    ],
)
def test_what_is_no_packet_is_refused_with_its_reason(wire: str, reason: str) -> None:
    told = decode(bytes.fromhex(wire))
    assert told["valid"] is False
    assert reason in str(told["reason"])


@pytest.mark.parametrize(
    ("data", "sender", "query", "reason"),
    [
        ("07 00", "host", None, "wrong length"),
        ("06", "host", None, "wrong length"),
        ("99", "host", None, "unknown command 99"),
        ("4D 09 00", "host", None, "no baud rate"),
        ("7E 00", "host", None, "wrong length"),
        ("07", "device", None, "unknown reply 07"),
        ("F0 00", "device", 0x0C, "wrong length"),
        ("F0 00 01", "device", 0x17, "wrong length"),
    ],
)
def test_a_packet_whose_content_does_not_fit_is_refused(
    data: str, sender: Any, query: int | None, reason: str
) -> None:
    told = of(bytes.fromhex(data), sender=sender, query=query)
    assert told["valid"] is False
    assert reason in str(told["reason"])


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["ssp", "7F", "80", "01", "07", "12", "02"], 0),
        (["SSP", "7f8001071202", "--from", "host"], 0),
        (["ssp", "7F8004F0EE01EBB948", "--from", "device", "--query", "0x07"], 0),
        (["ssp", "7F80010712"], 1),
        (["ssp", "7F8001071203"], 1),
        (["ssp", "xyz"], 1),
        (["id-003", "FC051182"], 2),
    ],
)
def test_the_exit_code_tells_good_from_refused_from_unknown(
    arguments: list[str], code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["decode", *arguments]) == code
    if code < 2:
        assert json.loads(capsys.readouterr().out)["valid"] is (code == 0)
