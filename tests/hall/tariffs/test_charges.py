"""Energy to money: worked bills, and what holds whatever the energy."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hall.tariffs.catalogue import read_catalogue
from hall.tariffs.charges import UsageError, charge, total_minor
from hall.tariffs.tariff import Band, TariffVersion

CATALOGUE = read_catalogue()
DAY = date(2026, 11, 25)

months_wh = st.lists(st.integers(0, 900_000), min_size=1, max_size=12)
energy_wh = st.integers(0, 12_000_000)
households = st.integers(1, 8)


def version(key: str) -> TariffVersion:
    return CATALOGUE.tariff(key).version_on(DAY)


def flat_total(used_wh: int, wh: int, household: int = 1) -> int:
    return total_minor(
        charge(version("residential"), {Band.FLAT: wh}, year_to_date_wh=used_wh, household=household)
    )


def test_a_quarter_of_a_kwh_rounds_half_a_fen_up() -> None:
    assert flat_total(0, 250) == 13  # 13.45 fen
    assert total_minor(charge(version("residential-shared"), {Band.FLAT: 12_500})) == 698  # 697.5 fen


@given(months=months_wh, household=households)
def test_splitting_a_year_into_months_changes_the_sum_by_rounding_only(
    months: list[int], household: int
) -> None:
    used_wh, sum_minor, lines = 0, 0, 0
    for wh in months:
        bill = charge(version("residential"), {Band.FLAT: wh}, year_to_date_wh=used_wh, household=household)
        used_wh, sum_minor, lines = used_wh + wh, sum_minor + total_minor(bill), lines + len(bill)
    assert 2 * abs(sum_minor - flat_total(0, used_wh, household)) <= lines + 3


@given(peaks=months_wh, valley_wh=st.integers(0, 400_000))
def test_splitting_a_year_of_peak_and_valley_changes_the_sum_by_rounding_only(
    peaks: list[int], valley_wh: int
) -> None:
    tou = version("residential-tou")
    used_wh, sum_minor, lines = 0, 0, 0
    for peak_wh in peaks:
        bill = charge(tou, {Band.PEAK: peak_wh, Band.VALLEY: valley_wh}, year_to_date_wh=used_wh)
        used_wh, sum_minor = used_wh + peak_wh + valley_wh, sum_minor + total_minor(bill)
        lines += len(bill)
    whole = charge(tou, {Band.PEAK: sum(peaks), Band.VALLEY: valley_wh * len(peaks)})
    assert 2 * abs(sum_minor - total_minor(whole)) <= lines + len(whole)


@given(used_wh=energy_wh, wh=energy_wh, more_wh=st.integers(0, 500_000), household=households)
def test_more_energy_never_costs_less(used_wh: int, wh: int, more_wh: int, household: int) -> None:
    assert flat_total(used_wh, wh + more_wh, household) >= flat_total(used_wh, wh, household)


@given(used_wh=energy_wh, more_wh=st.integers(0, 500_000), wh=energy_wh)
def test_a_year_that_used_more_before_never_makes_a_month_cheaper(
    used_wh: int, more_wh: int, wh: int
) -> None:
    # Each of three tier lines may round by half a fen.
    assert flat_total(used_wh + more_wh, wh) >= flat_total(used_wh, wh) - 3


@given(used_wh=energy_wh, wh=energy_wh, household=st.integers(5, 8))
def test_a_household_of_five_or_more_never_pays_more(used_wh: int, wh: int, household: int) -> None:
    assert flat_total(used_wh, wh, household) <= flat_total(used_wh, wh, 4) + 3


@given(used_wh=energy_wh, wh=energy_wh)
def test_the_lines_hold_all_the_energy_and_no_more(used_wh: int, wh: int) -> None:
    lines = charge(version("residential"), {Band.FLAT: wh}, year_to_date_wh=used_wh)
    assert sum(line.energy_wh for line in lines) == wh
    assert all(line.energy_wh > 0 for line in lines)


@given(used_wh=energy_wh, peak_wh=energy_wh, valley_wh=energy_wh)
def test_the_surcharge_does_not_ask_in_which_hours_a_tier_was_crossed(
    used_wh: int, peak_wh: int, valley_wh: int
) -> None:
    tou = version("residential-tou")
    one = charge(tou, {Band.PEAK: peak_wh, Band.VALLEY: valley_wh}, year_to_date_wh=used_wh)
    other = charge(tou, {Band.PEAK: valley_wh, Band.VALLEY: peak_wh}, year_to_date_wh=used_wh)
    assert [line for line in one if line.tier] == [line for line in other if line.tier]


@pytest.mark.parametrize(
    "usage",
    [{}, {Band.PEAK: 1, Band.VALLEY: 1}, {Band.FLAT: 1, Band.PEAK: 1}, {Band.FLAT: -1}],
    ids=["nothing", "bands it does not have", "one band too many", "negative"],
)
def test_energy_that_the_tariff_does_not_measure_is_refused(usage: dict[Band, int]) -> None:
    with pytest.raises(UsageError):
        charge(version("residential"), usage)
