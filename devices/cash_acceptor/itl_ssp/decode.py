"""One SSP packet in words, for people: `devices decode ssp HEX`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import Any, Literal, TypeAlias

from devices.cash_acceptor.itl_ssp.codes import REJECT_CODES, Answer, Command
from devices.cash_acceptor.itl_ssp.frame import SEQUENCE_BIT, STX, crc16
from devices.cash_acceptor.itl_ssp.replies import (
    Event,
    MalformedError,
    parse_counters,
    parse_events,
    parse_serial,
    parse_setup,
    parse_text,
)

Fields: TypeAlias = dict[str, Any]
_ENCRYPTED = 0x7E
_ADDRESS_MAX = 0x7D
_OVERHEAD = 4


class _RefusedError(Exception):
    """What must not be acted on, and why."""


def decode(
    data: bytes, sender: Literal["host", "device"] | None = None, query: int | None = None
) -> dict[str, object]:
    """The packet as `{"valid": true, "name": …}` with its fields, or `{"valid": false, "reason": …}`.

    From the host the name is the command's, from the device the generic reply's; `query` is the command that it
    answers (without one, what reads as events is shown as events). Without a sender the first data byte tells.
    """
    try:
        header, packet = _unpack(data)
        if sender is None:
            sender = "device" if packet[0] >= min(Answer) else "host"
        fields = _from_host(packet) if sender == "host" else _from_device(packet, query)
    except _RefusedError as error:
        return {"valid": False, "reason": str(error)}
    except MalformedError as error:
        return {"valid": False, "reason": str(error)}
    address = {"sequence": header // SEQUENCE_BIT, "address": header % SEQUENCE_BIT}
    return {"valid": True, "name": fields.pop("name"), **address, **fields}


def _unpack(data: bytes) -> tuple[int, bytes]:
    """SEQ/ADDRESS and DATA of bytes that are exactly one packet."""
    if not data:
        raise _RefusedError("incomplete: no bytes")
    if data[0] != STX:
        raise _RefusedError(f"a packet begins with STX (7F), not with {data[0]:02X}")
    body = _unstuff(data[1:])
    if len(body) < _OVERHEAD or len(body) < body[1] + _OVERHEAD:
        missing = body[1] + _OVERHEAD - len(body) if len(body) > 1 else _OVERHEAD - len(body)
        raise _RefusedError(f"incomplete: at least {missing} more bytes are needed")
    end = body[1] + _OVERHEAD
    whole = _crc_fits(body[:end])
    if len(body) > end and whole:
        raise _RefusedError(f"{len(body) - end} bytes after the packet: {body[end:].hex(' ')}")
    if len(body) > end:
        raise _RefusedError(f"wrong length: LENGTH is {body[1]}, {len(body) - _OVERHEAD} data bytes came")
    if not whole:
        told, right = body[end - 2 :], crc16(body[: end - 2]).to_bytes(2, "little")
        raise _RefusedError(f"wrong CRC: {told.hex(' ').upper()}, should be {right.hex(' ').upper()}")
    if body[0] % SEQUENCE_BIT > _ADDRESS_MAX:
        raise _RefusedError(f"address {body[0] % SEQUENCE_BIT:02X} is above 7D")
    if body[1] == 0:
        raise _RefusedError("wrong length: a packet without data")
    return body[0], body[2 : end - 2]


def _unstuff(stuffed: bytes) -> bytes:
    body, rest = bytearray(), iter(stuffed)
    for byte in rest:
        if byte == STX:
            second = next(rest, None)
            if second is None:
                raise _RefusedError("incomplete: ends with half a stuffed byte")
            if second != STX:
                raise _RefusedError(
                    f"bad stuffing: a lone STX (7F) after {len(body)} bytes begins another packet"
                )
        body.append(byte)
    return bytes(body)


def _crc_fits(body: bytes) -> bool:
    return int.from_bytes(body[-2:], "little") == crc16(body[:-2])


# --- from the host ---


def _from_host(packet: bytes) -> Fields:
    if packet[0] == _ENCRYPTED:
        if len(packet) % 16 != 1:
            raise _RefusedError("wrong length: encrypted data come in blocks of 16 bytes")
        return {"name": "ENCRYPTED", "data": packet[1:].hex(" ").upper()}
    try:
        command = Command(packet[0])
    except ValueError:
        raise _RefusedError(f"unknown command {packet[0]:02X}") from None
    lengths, read = _PARAMETERS.get(command, (range(1), _no_fields))
    if len(packet) - 1 not in lengths:
        raise _RefusedError(f"wrong length: {command.title} with {len(packet) - 1} parameter bytes")
    return {"name": command.title, **read(packet[1:])}


def _no_fields(_: bytes) -> Fields:
    return {}


def _enabled(data: bytes) -> Fields:
    mask = int.from_bytes(data, "little")
    return {"enabled_channels": [n + 1 for n in range(8 * len(data)) if mask >> n & 1]}


def _number(name: str) -> Callable[[bytes], Fields]:
    return lambda data: {name: int.from_bytes(data, "little")}


def _baud_rate(data: bytes) -> Fields:
    rates = {0: 9600, 1: 38400, 2: 115200}
    if data[0] not in rates:
        raise _RefusedError(f"no baud rate has the number {data[0]}")
    return {"baud_rate": rates[data[0]], "after_reset": bool(data[1])}


def _colour(data: bytes) -> Fields:
    return {"red": data[0], "green": data[1], "blue": data[2], "store": bool(data[3])}


_PARAMETERS: Mapping[Command, tuple[range, Callable[[bytes], Fields]]] = {
    Command.SET_CHANNEL_INHIBITS: (range(1, 4), _enabled),
    Command.HOST_PROTOCOL_VERSION: (range(1, 2), _number("version")),
    Command.SET_BAR_CODE_READER_CONFIGURATION: (range(3, 4), lambda data: {"data": data.hex(" ").upper()}),
    Command.SET_BAR_CODE_INHIBIT: (range(1, 2), _number("inhibit")),
    Command.SET_GENERATOR: (range(8, 9), _number("generator")),
    Command.SET_MODULUS: (range(8, 9), _number("modulus")),
    Command.REQUEST_KEY_EXCHANGE: (range(8, 9), _number("host_intermediate_key")),
    Command.SET_BAUD_RATE: (range(2, 3), _baud_rate),
    Command.CONFIGURE_BEZEL: (range(4, 6), _colour),
    Command.SSP_SET_ENCRYPTION_KEY: (range(8, 9), lambda _: {"key": "not shown"}),
}


# --- from the device ---


def _from_device(packet: bytes, query: int | None) -> Fields:
    try:
        answer = Answer(packet[0])
    except ValueError:
        raise _RefusedError(f"unknown reply {packet[0]:02X}") from None
    data = packet[1:]
    fields: Fields = {"name": answer.title}
    if answer is Answer.OK and query is not None and query in _ANSWERS:
        return fields | _ANSWERS[query](data)
    if answer is Answer.OK and query is None:
        events, rest = parse_events(data)
        if not rest:
            return fields | {"events": [_event(event) for event in events]}
    return fields | ({"data": data.hex(" ").upper()} if data else {})


def _events(data: bytes) -> Fields:
    events, rest = parse_events(data)
    told: Fields = {"events": [_event(event) for event in events]}
    return told | ({"unread": rest.hex(" ").upper()} if rest else {})


def _event(event: Event) -> Fields:
    fields: Fields = {"name": event.code.title}
    if event.channel is not None:
        fields["channel"] = event.channel
    if event.value is not None:
        fields["value"], fields["currency"] = event.value
    return fields


def _setup(data: bytes) -> Fields:
    setup = parse_setup(data)
    fields = asdict(setup)
    fields["securities"] = list(setup.securities)
    fields["channels"] = [
        {"channel": channel.number, "country": channel.country, "value_minor": channel.value}
        for channel in setup.channels
    ]
    return fields


def _reject_code(data: bytes) -> Fields:
    if len(data) != 1:
        raise _RefusedError(f"wrong length: a reject code is one byte, not {len(data)}")
    return {"code": data[0], "reason": REJECT_CODES.get(data[0], "NOT RECOGNISED")}


_ANSWERS: Mapping[int, Callable[[bytes], Fields]] = {
    Command.POLL: _events,
    Command.POLL_WITH_ACK: _events,
    Command.SETUP_REQUEST: _setup,
    Command.GET_SERIAL_NUMBER: lambda data: {"serial_number": parse_serial(data)},
    Command.LAST_REJECT_CODE: _reject_code,
    Command.GET_FIRMWARE_VERSION: lambda data: {"firmware_version": parse_text(data)},
    Command.GET_DATASET_VERSION: lambda data: {"dataset_version": parse_text(data)},
    Command.GET_COUNTERS: lambda data: asdict(parse_counters(data)),
}
