"""How much a household uses in a month: hot summers, cold winters, and never twice the same."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from random import Random

from hall.billing.reckoning import month_after
from hall.tariffs.charges import Usage
from hall.tariffs.tariff import Band

# January to December against the year's mean: heating, two mild springs, cooling.
SEASON = (1.25, 1.15, 0.90, 0.75, 0.75, 0.95, 1.40, 1.55, 1.10, 0.75, 0.80, 1.10)


def mean_kwh(persons: int, random: Random) -> float:
    """A household's mean month; one home in fifty stands empty."""
    if random.random() < 0.02:
        return 6.0
    return (70 + 45 * persons) * random.lognormvariate(0, 0.32)


def months_of_use(mean: float, spread: float, first: date, count: int, random: Random) -> Iterator[int]:
    """Watt-hours (whole kWh) of `count` months from the month that begins on `first`."""
    month = first
    for _ in range(count):
        kwh = mean * SEASON[month.month - 1] * random.uniform(1 - spread, 1 + spread)
        yield round(kwh) * 1000
        month = month_after(month)


def used_before(mean: float, first: date) -> int:
    """What the calendar year had used before its month `first`, in watt-hours."""
    return round(mean * sum(SEASON[: first.month - 1])) * 1000


def by_band(bands: tuple[Band, ...], energy_wh: int, valley_share: float) -> Usage:
    """A month's energy as the meter's registers count it."""
    if Band.VALLEY not in bands:
        return {Band.FLAT: energy_wh}
    valley_wh = round(energy_wh * valley_share / 1000) * 1000
    return {Band.PEAK: energy_wh - valley_wh, Band.VALLEY: valley_wh}
