"""One frame of the printer's wire in words, for people: `devices decode escpos HEX`."""

from __future__ import annotations

from typing import Literal

from devices.printer.commands import SYMBOL_FUNCTIONS
from devices.printer.status import is_queued, is_real_time
from devices.printer.stream import BadStreamError, Issued, Item, Text, parse

_QR_CODE = 49
_STORE = 80
_ENDS_LINE = {"LF", "CR", "ESC J", "ESC d", "GS V"}

_REAL_TIME_BITS: dict[int, tuple[str, dict[str, int]]] = {
    1: (
        "printer status",
        {
            "drawer_kick_out_connector_pin_3_high": 0b0000_0100,
            "offline": 0b0000_1000,
            "waiting_for_online_recovery": 0b0010_0000,
            "paper_feed_button_pressed": 0b0100_0000,
        },
    ),
    2: (
        "offline cause status",
        {
            "cover_open": 0b0000_0100,
            "paper_being_fed_by_button": 0b0000_1000,
            "printing_stopped_by_paper_end": 0b0010_0000,
            "error": 0b0100_0000,
        },
    ),
    3: (
        "error cause status",
        {
            "recoverable_error": 0b0000_0100,
            "autocutter_error": 0b0000_1000,
            "unrecoverable_error": 0b0010_0000,
            "automatically_recoverable_error": 0b0100_0000,
        },
    ),
    4: ("roll paper sensor status", {"paper_near_end": 0b0000_1100, "paper_end": 0b0110_0000}),
}
_PAPER_BITS = {"paper_near_end": 0b0011, "paper_end": 0b1100}
_CLEAR_RESPONSE = b"\x37\x25\x00"
_FLOW = {0x11: "XON", 0x13: "XOFF"}


def decode(
    data: bytes, sender: Literal["host", "device"] = "host", query: int | None = None
) -> dict[str, object]:
    """The bytes as `{"valid": true, "name": …}` with their fields, or `{"valid": false, "reason": …}`.

    From the host: the commands in order under `commands`, what they print under `text`. From the device:
    the answer to DLE EOT `query` (1 to 4), or, with no query, any answer that its fixed bits make out.
    """
    if not data:
        return _refused("incomplete: no bytes")
    if sender == "host":
        return _host(data)
    return _device(data) if query is None else _real_time(data, query)


def _host(data: bytes) -> dict[str, object]:
    try:
        items = list(parse(data))
    except BadStreamError as error:
        return _refused(str(error))
    commands = [_item(item) for item in items]
    shown = "".join(map(_shown, items))
    lines = [line for line in shown.split("\n") if line]
    whole = commands[0] if len(commands) == 1 else {"name": "stream"}
    text: dict[str, object] = {"text": "\n".join(lines)} if lines else {}
    return {"valid": True, **whole, **text, "commands": commands}


def _shown(item: Item) -> str:
    match item:
        case Text(text):
            return text
        case Issued(command):
            return "\n" if command.name in _ENDS_LINE else ""


def _item(item: Item) -> dict[str, object]:
    match item:
        case Text(text, four_byte):
            warning: dict[str, object] = {
                "warning": "four-byte GB18030: a two-byte printer has no such character"
            }
            return {"name": "text", "text": text, **(warning if four_byte else {})}
        case Issued(command, given, data):
            fields: dict[str, object] = {"name": command.name, "title": command.title, **given}
            return {**fields, **_data(command.name, data)} if data else fields


def _data(name: str, data: bytes) -> dict[str, object]:
    match name:
        case "GS V":
            return {"n": data[0]}
        case "GS ( k" if len(data) >= 2 and data[0] == _QR_CODE:
            cn, fn, *parameters = data
            fields: dict[str, object] = {"cn": cn, "fn": fn, "function": SYMBOL_FUNCTIONS.get(fn, "unknown")}
            if fn == _STORE:
                return {**fields, "m": parameters[0], "data": data[3:].decode(errors="replace")}
            return {**fields, "parameters": parameters}
        case "GS v 0" | "ESC *":
            return {"data_bytes": len(data)}
        case _:
            return {"data": data.hex(" ")}


def _real_time(data: bytes, query: int) -> dict[str, object]:
    if query not in _REAL_TIME_BITS:
        return _refused(f"DLE EOT has no n = {query}; 1 to 4")
    if len(data) > 1:
        return _refused(f"{len(data)} bytes to a question that has one for an answer")
    if not is_real_time(data[0]):
        return _refused(
            f"{data[0]:02X}h fails the fixed bits of a real-time status (0 and 7 off, 1 and 4 on)"
        )
    meaning, bits = _REAL_TIME_BITS[query]
    return {"valid": True, "name": "DLE EOT", "n": query, "meaning": meaning, **_bits(data[0], bits)}


def _bits(byte: int, bits: dict[str, int]) -> dict[str, object]:
    """Named bits; a pair of sensor bits that disagrees is null."""
    return {name: {0: False, mask: True}.get(byte & mask) for name, mask in bits.items()}


def _device(data: bytes) -> dict[str, object]:
    if data == _CLEAR_RESPONSE:
        return {"valid": True, "name": "Clear response", "header": 0x37, "identifier": 0x25}
    if _CLEAR_RESPONSE.startswith(data) and len(data) > 1:
        return _refused("incomplete: a Clear response is 37 25 00")
    if len(data) != 1:
        return _refused(f"no answer of {len(data)} bytes is known")
    byte = data[0]
    if byte in _FLOW:
        return {"valid": True, "name": _FLOW[byte]}
    if is_real_time(byte):
        return {
            "valid": True,
            "name": "DLE EOT",
            "byte": byte,
            "note": "give --query for the names of its bits",
        }
    if is_queued(byte):
        return {"valid": True, "name": "GS r", "meaning": "paper sensor status", **_bits(byte, _PAPER_BITS)}
    return _refused(f"{byte:02X}h is no answer of a printer")


def _refused(reason: str) -> dict[str, object]:
    return {"valid": False, "reason": reason}
