"""From what registers showed to what was used between two readings."""

from __future__ import annotations

from collections.abc import Mapping

from hall.tariffs.charges import Usage
from hall.tariffs.tariff import Band


class ReadingError(ValueError):
    """Two readings that can't both be true."""


def usage_between(before: Mapping[Band, int], after: Mapping[Band, int]) -> Usage:
    """Watt-hours by band, from the same meter's registers at the beginning and the end of a month."""
    if set(before) != set(after):
        raise ReadingError("the two readings are not of the same registers")
    usage = {band: after[band] - before[band] for band in before}
    if any(used_wh < 0 for used_wh in usage.values()):
        raise ReadingError("a register ran backwards")
    return usage
