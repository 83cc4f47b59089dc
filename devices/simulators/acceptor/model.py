"""One model of validator as data, and the replies that describe it (GA138: setup request, unit data)."""

from __future__ import annotations

from dataclasses import dataclass

EXPANDED_SINCE = 6  # from this protocol version on, replies carry each channel's country and full value
_VALIDATOR = 0x00


@dataclass(frozen=True, slots=True)
class Model:
    serial: int = 4_880_564
    firmware: str = "NV02004141498000"
    firmware_short: str = "0414"
    dataset: str = "CNY01610"
    country: str = "CNY"
    channels: tuple[int, ...] = (1, 5, 10, 20, 50, 100)
    """Each channel's value in yuan; channel 1 is the first."""
    value_multiplier: int = 1
    """0: a dataset that tells values only in the expanded part."""
    real_multiplier: int = 100
    """Minor units in one unit of value."""
    build_revision: int = 20
    protocol_first: int = 4
    """In force after power-up."""
    protocol_max: int = 8
    version_refusal: int = 0xF8
    """FAIL by the manual; some units answer F4, PARAMETER OUT OF RANGE."""
    acknowledges_events: bool = True
    """Whether it knows POLL WITH ACK and EVENT ACK."""
    box_capacity: int = 500

    def channel_of(self, value: int) -> int:
        """The channel that recognises a note of this value, 0 if none does."""
        return self.channels.index(value) + 1 if value in self.channels else 0


@dataclass(frozen=True, slots=True)
class Times:
    """Seconds that mechanics take; `speed` shortens them all. Protocol time-outs are not among them."""

    read: float = 0.9
    stack: float = 1.4
    reject: float = 1.0
    boot: float = 1.2
    """After power-up or reset the unit says nothing."""
    initialise: float = 1.0
    """Then it answers, but takes no notes yet."""

    def faster(self, speed: float) -> Times:
        return Times(
            self.read / speed,
            self.stack / speed,
            self.reject / speed,
            self.boot / speed,
            self.initialise / speed,
        )


def setup(model: Model, version: int) -> bytes:
    """SETUP REQUEST: the data after the generic OK."""
    return (
        bytes([_VALIDATOR])
        + model.firmware_short.encode()
        + model.country.encode()
        + model.value_multiplier.to_bytes(3, "big")
        + channel_values(model, version=0)
        + _securities(model)
        + model.real_multiplier.to_bytes(3, "big")
        + bytes([version])
        + _expanded(model, version)
    )


def unit_data(model: Model, version: int) -> bytes:
    """UNIT DATA REQUEST."""
    return (
        bytes([_VALIDATOR])
        + model.firmware_short.encode()
        + model.country.encode()
        + model.value_multiplier.to_bytes(3, "big")
        + bytes([version])
    )


def channel_values(model: Model, version: int) -> bytes:
    """CHANNEL VALUE REQUEST: number of channels and their values, then the expanded part."""
    values = model.channels if model.value_multiplier else (0,) * len(model.channels)
    return bytes([len(model.channels), *values]) + _expanded(model, version)


def channel_securities(model: Model) -> bytes:
    """CHANNEL SECURITY DATA: obsolete, but still answered."""
    return bytes([len(model.channels)]) + _securities(model)


def _securities(model: Model) -> bytes:
    return bytes([2 if model.value_multiplier else 0] * len(model.channels))


def _expanded(model: Model, version: int) -> bytes:
    if version < EXPANDED_SINCE:
        return b""
    countries = model.country.encode() * len(model.channels)
    return countries + b"".join(value.to_bytes(4, "little") for value in model.channels)
