"""From energy to the lines of a bill. Each line is rounded once, to the minor unit, half up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from hall.tariffs.rounding import half_up
from hall.tariffs.tariff import Band, TariffVersion, Tier

# Watt-hours to kilowatt-hours, and millionths of the major unit to hundredths.
WH_MICRO_PER_MINOR = 1_000 * 10_000

Usage = Mapping[Band, int]
"""Watt-hours by band; its bands are the tariff's."""


class Item(StrEnum):
    """What a line charges for: energy in a band, or the surcharge of a tier on all bands."""

    FLAT = "flat"
    PEAK = "peak"
    VALLEY = "valley"
    SURCHARGE = "surcharge"


@dataclass(frozen=True, slots=True)
class ChargeLine:
    item: Item
    tier: int | None
    """Counted from 1; None where the line holds for all tiers."""
    energy_wh: int
    price_micro: int
    amount_minor: int


class UsageError(ValueError):
    """The energy given is not what this tariff measures."""


def charge(
    version: TariffVersion, usage: Usage, *, year_to_date_wh: int = 0, household: int = 1
) -> tuple[ChargeLine, ...]:
    """The lines for one month's energy, after what the calendar year has already used.

    With one band a line is a tier at its own price. With several, each band is charged at its base price and
    each higher tier as a surcharge on the energy in it: which hours crossed the tier does not matter.
    Raises UsageError for negative energy, or bands the tariff does not have.
    """
    prices = {band.band: band.price_micro for band in version.bands}
    if set(usage) != set(prices):
        raise UsageError(f"this tariff wants the energy of each of: {', '.join(prices)}, and of no other")
    if year_to_date_wh < 0 or min(usage.values()) < 0 or household < 1:
        raise UsageError("energy can't be negative, and a household has at least one person")
    shares = tuple(_by_tier(version.tiers_for(household), year_to_date_wh, sum(usage.values())))
    if list(prices) == [Band.FLAT]:
        return _tier_lines(prices[Band.FLAT], usage[Band.FLAT], shares)
    bands = tuple(
        _line(Item(band), None, usage[band], price) for band, price in prices.items() if usage[band]
    )
    surcharges = tuple(
        _line(Item.SURCHARGE, number, energy_wh, tier.surcharge_micro)
        for number, tier, energy_wh in shares
        if tier.surcharge_micro
    )
    return bands + surcharges


def total_minor(lines: Sequence[ChargeLine]) -> int:
    return sum(line.amount_minor for line in lines)


def _tier_lines(
    price_micro: int, energy_wh: int, shares: tuple[tuple[int, Tier, int], ...]
) -> tuple[ChargeLine, ...]:
    if shares:
        return tuple(
            _line(Item.FLAT, number, share_wh, price_micro + tier.surcharge_micro)
            for number, tier, share_wh in shares
        )
    return (_line(Item.FLAT, None, energy_wh, price_micro),) if energy_wh else ()


def _line(item: Item, tier: int | None, energy_wh: int, price_micro: int) -> ChargeLine:
    return ChargeLine(
        item, tier, energy_wh, price_micro, half_up(energy_wh * price_micro, WH_MICRO_PER_MINOR)
    )


def _by_tier(tiers: Sequence[Tier], used_wh: int, energy_wh: int) -> Iterator[tuple[int, Tier, int]]:
    """How much of the month's energy falls into which tier, empty ones left out."""
    ends = [tier.above_wh for tier in tiers[1:]] + [used_wh + energy_wh]
    for number, (tier, end_wh) in enumerate(zip(tiers, ends, strict=False), start=1):
        share_wh = min(end_wh, used_wh + energy_wh) - max(tier.above_wh, used_wh)
        if share_wh > 0:
            yield number, tier, share_wh
