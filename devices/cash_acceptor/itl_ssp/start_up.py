"""How a unit is met, on a new wire or after its reset (GA138: start-up): it ends known, inhibited and disabled. Pure.

A unit in escrow stacks its note at the next poll, whoever sends it. So whatever may lie there from an earlier life of
this program is sent back before the first poll.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from devices.cash_acceptor.itl_ssp.codes import Answer, Command
from devices.cash_acceptor.itl_ssp.replies import (
    MalformedError,
    Setup,
    parse_serial,
    parse_setup,
    parse_text,
)
from devices.cash_acceptor.itl_ssp.script import Script, UnusableError, answer_title, ask, demand
from devices.cash_acceptor.notes import Note, Unit

PROTOCOL_VERSIONS = (8, 7, 6, 5, 4)
"""Highest first; below 4 the unit keeps to its own."""
_ENCRYPTED = "the unit demands encryption (KEY NOT SET)"
_INHIBIT_BYTES = 2  # for sixteen channels; some units want no fewer
_CHANNELS_MAX = 16
_UNIT_TYPES = {0x00: "SSP note validator", 0x06: "SSP note validator with payout", 0x07: "SSP note float"}


@dataclass(frozen=True, slots=True)
class Met:
    unit: Unit
    channels: dict[int, Note]


def start_up() -> Script[Met]:
    """After SYNC. Raises UnusableError when it is no note validator, or demands encryption."""
    yield from clear_escrow()
    version = yield from _agree_on_version()
    setup = yield from _setup()
    serial = yield from _serial()
    yield from set_slot(())
    firmware = yield from _text(Command.GET_FIRMWARE_VERSION)
    dataset = yield from _text(Command.GET_DATASET_VERSION)
    channels = {
        channel.number: Note(channel.country, channel.value)
        for channel in setup.channels
        if channel.value > 0 and channel.number <= _CHANNELS_MAX
    }
    unit = Unit(
        model=_UNIT_TYPES[setup.unit_type],
        serial=str(serial),
        firmware=firmware or setup.firmware,
        dataset=dataset,
        protocol=f"SSP {version or setup.protocol_version}",
        notes=tuple(channels.values()),
    )
    return Met(unit, channels)


def clear_escrow() -> Script[None]:
    """Make sure that no note is left that a poll would stack."""
    reply = yield from ask(Command.REJECT_BANKNOTE)
    if reply.code == Answer.KEY_NOT_SET:
        raise UnusableError(_ENCRYPTED)
    if reply.code not in {Answer.OK, Answer.COMMAND_CANNOT_BE_PROCESSED, Answer.COMMAND_NOT_KNOWN}:
        raise UnusableError(f"{Command.REJECT_BANKNOTE.title} was answered {answer_title(reply.code)}")


def set_slot(channels: Collection[int]) -> Script[None]:
    """Let in notes of these channels only; of none: disabled altogether. Bit 0 of the first byte is channel 1."""
    mask = sum(1 << (number - 1) for number in channels)
    yield from demand(Command.SET_CHANNEL_INHIBITS, mask.to_bytes(_INHIBIT_BYTES, "little"))
    yield from demand(Command.ENABLE if mask else Command.DISABLE)


def _agree_on_version() -> Script[int | None]:
    for version in PROTOCOL_VERSIONS:
        reply = yield from ask(Command.HOST_PROTOCOL_VERSION, bytes([version]))
        if reply.code == Answer.OK:
            return version
        if reply.code == Answer.KEY_NOT_SET:
            raise UnusableError(_ENCRYPTED)
    return None


def _setup() -> Script[Setup]:
    try:
        setup = parse_setup((yield from demand(Command.SETUP_REQUEST)))
    except MalformedError as error:
        raise UnusableError(f"SETUP REQUEST was answered oddly: {error}") from error
    if setup.unit_type not in _UNIT_TYPES:
        raise UnusableError(f"no note validator: SSP unit type {setup.unit_type:02X}")
    return setup


def _serial() -> Script[int]:
    try:
        return parse_serial((yield from demand(Command.GET_SERIAL_NUMBER)))
    except MalformedError as error:
        raise UnusableError(f"GET SERIAL NUMBER was answered oddly: {error}") from error


def _text(command: Command) -> Script[str]:
    """Nice to know; a unit that has none is as good."""
    reply = yield from ask(command)
    if reply.code != Answer.OK:
        return ""
    try:
        return parse_text(reply.data)
    except MalformedError:
        return answer_title(reply.code)
