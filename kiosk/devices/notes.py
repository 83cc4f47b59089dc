"""Types of note have free names: what each is worth is looked up, never read out of the name. Pure."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from devices.contract import (
    BankNoteTypes,
    CashCounts,
    CashItem,
    ConfigureNoteTypes,
    NoteTypeSwitch,
    StorageUnit,
)


@dataclass(frozen=True, slots=True)
class Worth:
    value_minor: int
    currency: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """The notes that the utility takes."""

    values_minor: frozenset[int]
    currency: str

    def wants(self, worth: Worth) -> bool:
        return worth.currency == self.currency and worth.value_minor in self.values_minor


@dataclass(frozen=True, slots=True)
class NoteTable:
    types: dict[str, Worth] = field(default_factory=dict)

    @classmethod
    def of(cls, told: BankNoteTypes) -> NoteTable:
        """Types without a value or a currency stay unknown, and with them every note of theirs."""
        worths = {key: _worth(note.cash_item) for key, note in (told.items or {}).items()}
        return cls({key: worth for key, worth in worths.items() if worth is not None})

    def only(self, counts: CashCounts | None) -> Worth | None:
        """The one note that these are; None where they are none, several, or of an unknown type."""
        found = present(counts)
        if counts is None or counts.unrecognized or len(found) != 1:
            return None
        [(key, count)] = found.items()
        return self.types.get(key) if count == 1 else None

    def switches(self, wanted: Wanted) -> ConfigureNoteTypes:
        return ConfigureNoteTypes(
            items=tuple(
                NoteTypeSwitch(item=key, enabled=wanted.wants(worth)) for key, worth in self.types.items()
            )
        )

    def in_boxes(self, units: Collection[StorageUnit], currency: str | None) -> dict[int, int]:
        """How many notes of each value lie in all boxes together; of one currency, where it is known."""
        totals: dict[int, int] = {}
        for unit in units:
            for key, count in _of_unit(unit):
                worth = self.types.get(key)
                if worth is not None and currency in (None, worth.currency):
                    totals[worth.value_minor] = totals.get(worth.value_minor, 0) + count
        return totals


def _worth(item: CashItem) -> Worth | None:
    try:
        return Worth(item.minor, item.currency or "")
    except ValueError:
        return None


def present(counts: CashCounts | None) -> dict[str, int]:
    """The types of which there is at least one note."""
    return {key: count for key, count in counts.by_type.items() if count} if counts is not None else {}


def is_empty(counts: CashCounts | None) -> bool:
    return not present(counts) and not (counts and counts.unrecognized)


def _of_unit(unit: StorageUnit) -> list[tuple[str, int]]:
    """What it was filled with at its last exchange, and what has come in since."""
    status = unit.cash.status if unit.cash else None
    if status is None:
        return []
    deposited = status.incoming.deposited if status.incoming else None
    return [*present(status.initial).items(), *present(deposited).items()]
