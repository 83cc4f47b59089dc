"""The one rounding of the hall's money."""

from __future__ import annotations


def half_up(numerator: int, denominator: int) -> int:
    """The whole number nearest to a fraction that is not negative; a half goes up."""
    if numerator < 0 or denominator <= 0:
        raise ValueError("half_up is for fractions that are not negative")
    return (2 * numerator + denominator) // (2 * denominator)
