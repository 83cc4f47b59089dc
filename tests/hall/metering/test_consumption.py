from __future__ import annotations

import pytest

from hall.metering.consumption import ReadingError, usage_between
from hall.tariffs.tariff import Band


def test_what_was_used_is_the_difference_of_each_register() -> None:
    before = {Band.PEAK: 1_000_000, Band.VALLEY: 500_000}
    after = {Band.PEAK: 1_120_000, Band.VALLEY: 500_000}
    assert usage_between(before, after) == {Band.PEAK: 120_000, Band.VALLEY: 0}


def test_a_register_that_ran_backwards_is_an_error_and_not_a_refund() -> None:
    with pytest.raises(ReadingError, match="backwards"):
        usage_between({Band.FLAT: 10}, {Band.FLAT: 9})


def test_readings_of_different_registers_are_never_subtracted() -> None:
    with pytest.raises(ReadingError, match="same registers"):
        usage_between({Band.FLAT: 10}, {Band.PEAK: 20, Band.VALLEY: 3})
