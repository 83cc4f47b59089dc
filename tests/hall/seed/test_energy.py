from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hall.seed.energy import FINEST, energy_for
from hall.tariffs.catalogue import read_catalogue
from hall.tariffs.charges import charge, total_minor
from hall.tariffs.tariff import Band

VERSION = read_catalogue().tariff("residential").version_on(date(2026, 11, 25))


def price_after(used_wh: int, energy_wh: int) -> int:
    return total_minor(charge(VERSION, {Band.FLAT: energy_wh}, year_to_date_wh=used_wh))


@given(sum_minor=st.integers(0, 500_000), used=st.integers(0, 700_000))
def test_every_sum_has_an_energy_that_costs_just_that(sum_minor: int, used: int) -> None:
    used_wh = used * FINEST
    energy_wh = energy_for(sum_minor, lambda wh: price_after(used_wh, wh))
    assert price_after(used_wh, energy_wh) == sum_minor
    assert energy_wh % FINEST == 0


def test_whole_kwh_are_taken_where_they_will_do() -> None:
    assert energy_for(24_102, lambda wh: price_after(2_124_000, wh)) == 448_000
    assert energy_for(18_640, lambda wh: price_after(2_572_000, wh)) == 333_000


def test_a_sum_that_no_energy_costs_is_an_error() -> None:
    with pytest.raises(ValueError, match="no energy costs exactly 7"):
        energy_for(7, lambda wh: wh // 1000 * 10)
