"""What a unit's replies mean, after their first byte OK (GA138: setup request, poll, counters). Pure; a reply that
does not fit its format is a `MalformedError`, and says where.
"""

from __future__ import annotations

from dataclasses import dataclass

from devices.cash_acceptor.itl_ssp.codes import CHANNEL_EVENTS, VALUE_EVENTS, EventCode

EXPANDED_SINCE = (
    6  # protocol version from which SETUP REQUEST also tells each channel's country and full value
)
_COUNTERS = 5


class MalformedError(ValueError):
    pass


@dataclass(frozen=True, slots=True)
class Event:
    code: EventCode
    channel: int | None = None
    value: tuple[int, str] | None = None
    """A value in the unit's own measure, and its currency."""


@dataclass(frozen=True, slots=True)
class Channel:
    number: int
    country: str
    value: int
    """In minor units, if the unit's multipliers are right."""


@dataclass(frozen=True, slots=True)
class Setup:
    unit_type: int
    firmware: str
    country: str
    value_multiplier: int
    real_multiplier: int
    protocol_version: int
    securities: tuple[int, ...]
    channels: tuple[Channel, ...]


@dataclass(frozen=True, slots=True)
class Counters:
    """Since RESET COUNTERS."""

    stacked: int
    stored: int
    dispensed: int
    transferred: int
    rejected: int


def parse_events(data: bytes) -> tuple[tuple[Event, ...], bytes]:
    """The events of a poll in their order, each with its own argument, and what could not be read.

    The length of an event that is not known is not known either: nothing after it can be trusted.
    """
    events: list[Event] = []
    at = 0
    while at < len(data):
        try:
            code = EventCode(data[at])
        except ValueError:
            break
        argument = data[at + 1 : at + 1 + _argument_length(code)]
        if len(argument) < _argument_length(code):
            break
        try:
            events.append(_event(code, argument))
        except MalformedError:
            break
        at += 1 + len(argument)
    return tuple(events), data[at:]


def _argument_length(code: EventCode) -> int:
    if code in CHANNEL_EVENTS:
        return 1
    return 7 if code in VALUE_EVENTS else 0


def _event(code: EventCode, argument: bytes) -> Event:
    match len(argument):
        case 0:
            return Event(code)
        case 1:
            return Event(code, channel=argument[0])
        case _:
            return Event(code, value=(int.from_bytes(argument[:4], "little"), _ascii(argument[4:])))


def parse_setup(data: bytes) -> Setup:
    """Channel values are multiplied out; where the value multiplier is 0 only the expanded part has them."""
    reader = _Reader(data)
    unit_type = reader.number(1)
    firmware, country = reader.text(4), reader.text(3)
    value_multiplier = reader.number(3)
    count = reader.number(1)
    values, securities = reader.take(count), reader.take(count)
    real_multiplier, version = reader.number(3), reader.number(1)
    countries, full = (country,) * count, tuple(value * value_multiplier for value in values)
    if version >= EXPANDED_SINCE:
        countries = tuple(reader.text(3) for _ in range(count))
        expanded = tuple(int.from_bytes(reader.take(4), "little") for _ in range(count))
        full = full if value_multiplier else expanded
    reader.end()
    channels = tuple(
        Channel(number, channel_country, value * real_multiplier)
        for number, channel_country, value in zip(range(1, count + 1), countries, full, strict=True)
    )
    return Setup(
        unit_type,
        firmware,
        country,
        value_multiplier,
        real_multiplier,
        version,
        tuple(securities),
        channels,
    )


def parse_serial(data: bytes) -> int:
    """High byte first, unlike other numbers."""
    reader = _Reader(data)
    serial = reader.number(4)
    reader.end()
    return serial


def parse_counters(data: bytes) -> Counters:
    reader = _Reader(data)
    if (count := reader.number(1)) != _COUNTERS:
        raise MalformedError(f"{count} counters instead of {_COUNTERS}")
    counters = Counters(*(int.from_bytes(reader.take(4), "little") for _ in range(_COUNTERS)))
    reader.end()
    return counters


def parse_text(data: bytes) -> str:
    """Firmware and dataset versions."""
    return _ascii(data).rstrip("\0 ")


class _Reader:
    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    def take(self, count: int) -> bytes:
        taken = self._data[self._at : self._at + count]
        if len(taken) < count:
            raise MalformedError(
                f"wrong length: ends after {len(self._data)} bytes, within a field of {count}"
            )
        self._at += count
        return taken

    def number(self, count: int) -> int:
        return int.from_bytes(self.take(count), "big")

    def text(self, count: int) -> str:
        return _ascii(self.take(count))

    def end(self) -> None:
        if self._at < len(self._data):
            raise MalformedError(f"wrong length: {len(self._data) - self._at} bytes too many")


def _ascii(data: bytes) -> str:
    if not data.isascii():
        raise MalformedError(f"{data.hex(' ')} is not ASCII")
    return data.decode("ascii")
