"""A tariff as dated data: what a kilowatt-hour costs, by band of the day and tier of the year.

Energy is an integer of watt-hours (`_wh`); prices are integers of a millionth of the currency's major unit
for a kilowatt-hour (`_micro`), so that four-decimal commercial prices fit as well.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class CustomerClass(StrEnum):
    RESIDENTIAL = "residential"
    AGRICULTURAL = "agricultural"
    COMMERCIAL = "commercial"


class Band(StrEnum):
    """When energy was used; `FLAT` where the meter does not tell."""

    FLAT = "flat"
    PEAK = "peak"
    VALLEY = "valley"


@dataclass(frozen=True, slots=True)
class TimeBand:
    band: Band
    price_micro: int
    hours: str | None = None


@dataclass(frozen=True, slots=True)
class Tier:
    """What is used above a point of the year costs more, by the same surcharge in every band."""

    above_wh: int
    surcharge_micro: int


@dataclass(frozen=True, slots=True)
class LargeHousehold:
    """Households of this size or more reach each tier later."""

    persons: int
    above_wh: tuple[int, ...]
    source: str


@dataclass(frozen=True, slots=True)
class TariffVersion:
    """The prices between two days, and the document that says so."""

    valid_from: date
    valid_to: date | None
    """The last day it is in force; None: until further notice."""
    currency: str
    source: str
    bands: tuple[TimeBand, ...]
    tiers: tuple[Tier, ...]
    """From the first up, or none at all."""
    large_household: LargeHousehold | None

    def tiers_for(self, household: int) -> tuple[Tier, ...]:
        large = self.large_household
        if large is None or household < large.persons:
            return self.tiers
        return tuple(
            Tier(above_wh, tier.surcharge_micro)
            for above_wh, tier in zip(large.above_wh, self.tiers, strict=True)
        )


@dataclass(frozen=True, slots=True)
class Tariff:
    key: str
    name: str
    name_en: str
    customer_class: CustomerClass
    versions: tuple[TariffVersion, ...]

    def version_on(self, day: date) -> TariffVersion:
        """The version in force on a day; a bill goes by the first day of its month."""
        for version in self.versions:
            if version.valid_from <= day and (version.valid_to is None or day <= version.valid_to):
                return version
        raise NoTariffError(f"{self.key}: no prices are known for {day}")


class NoTariffError(LookupError):
    """No such tariff, or none in force on that day."""
