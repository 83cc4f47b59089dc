"""Notes, and the free names that messages give to their types. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from devices.contract import from_minor


@dataclass(frozen=True, slots=True, order=True)
class Note:
    currency: str
    value_minor: int

    @property
    def key(self) -> str:
        """Its type's name, `^type[0-9A-Z]+$`: notes that are worth the same are one type, whatever their print."""
        value = from_minor(self.value_minor, self.currency)
        if value == value.to_integral_value():
            return f"type{int(value)}{self.currency}"
        return f"type{self.value_minor}MINOR{self.currency}"

    def __str__(self) -> str:
        return f"{from_minor(self.value_minor, self.currency)} {self.currency}"


@dataclass(frozen=True, slots=True)
class Unit:
    """What a validator has told about itself."""

    model: str
    serial: str
    firmware: str
    dataset: str
    protocol: str
    """The protocol and its version, for people."""
    notes: tuple[Note, ...]
    """Every note it can read, in its own order."""
