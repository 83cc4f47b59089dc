"""The energy that makes a bill come to a given sum."""

from __future__ import annotations

from collections.abc import Callable

KWH = 1_000
FINEST = 10
"""A meter shows hundredths of a kWh."""
KWH_MAX = 100_000


def energy_for(sum_minor: int, price: Callable[[int], int]) -> int:
    """The watt-hours whose price is exactly `sum_minor`: whole kWh where that can be, else hundredths.

    `price` never falls with energy. Raises ValueError where no energy costs just that.
    """
    for step_wh in (KWH, FINEST):
        energy_wh = _first_at_least(sum_minor, price, step_wh)
        if price(energy_wh) == sum_minor:
            return energy_wh
    raise ValueError(f"no energy costs exactly {sum_minor}")


def _first_at_least(sum_minor: int, price: Callable[[int], int], step_wh: int) -> int:
    low, high = 0, KWH_MAX * KWH // step_wh
    while low < high:
        middle = (low + high) // 2
        if price(middle * step_wh) < sum_minor:
            low = middle + 1
        else:
            high = middle
    return low * step_wh
