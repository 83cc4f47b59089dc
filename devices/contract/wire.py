"""The base of every model on the wire, and money as the specification writes it.

`value` is in whole units of the currency: turn it with `to_minor` and `from_minor` at once.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, PlainSerializer
from pydantic.alias_generators import to_camel

_MINOR_DIGITS = {"JPY": 0, "KRW": 0, "VND": 0}


def to_minor(value: Decimal, currency: str) -> int:
    """Whole units as written on a note, in minor units. Raises ValueError where that is not exact."""
    minor = value.scaleb(_MINOR_DIGITS.get(currency, 2))
    if minor != minor.to_integral_value():
        raise ValueError(f"{value} {currency} is not a whole number of minor units")
    return int(minor)


def from_minor(amount: int, currency: str) -> Decimal:
    return Decimal(amount).scaleb(-_MINOR_DIGITS.get(currency, 2))


def _to_number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


Value = Annotated[Decimal, PlainSerializer(_to_number, when_used="json")]


_SPELT = {"note_id": "noteID", "teller_id": "tellerID", "service_uri": "serviceURI", "incoming": "in"}


def wire_name(name: str) -> str:
    """The specification's name of a property; `incoming` stands for `in`, which Python keeps for itself."""
    return _SPELT.get(name) or to_camel(name)


class Wire(BaseModel):
    """A value on the wire: frozen, camelCase outside, and strangers' properties are dropped."""

    model_config = ConfigDict(frozen=True, alias_generator=wire_name, populate_by_name=True)


def payload_of(value: Wire | None) -> dict[str, Any] | None:
    """A payload as it goes into a message: no nulls, and nothing at all instead of an empty object."""
    if value is None:
        return None
    return value.model_dump(mode="json", by_alias=True, exclude_none=True) or None
