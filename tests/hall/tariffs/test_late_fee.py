"""Lateness to money: so much a day, by class, on the principal that is still unpaid."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hall.tariffs.catalogue import read_catalogue
from hall.tariffs.late_fee import LateFeeRule
from hall.tariffs.tariff import CustomerClass, NoTariffError

LATE_FEES = read_catalogue().late_fees
RESIDENT = LATE_FEES.rule_for(CustomerClass.RESIDENTIAL, date(2026, 6, 20))
OTHER = LATE_FEES.rule_for(CustomerClass.COMMERCIAL, date(2025, 12, 25))

principals = st.integers(0, 10_000_000)
days = st.integers(0, 900)


def fee(rule: LateFeeRule, principal_minor: int, due: date, paid: date) -> int:
    return rule.accrued_minor(principal_minor, due=due, since=due, until=paid)


@pytest.mark.parametrize(
    ("rule", "principal_minor", "due", "paid", "fee_minor"),
    [
        pytest.param(RESIDENT, 10_000, date(2026, 6, 20), date(2026, 7, 10), 200, id="L1"),
        pytest.param(OTHER, 100_000, date(2025, 12, 25), date(2026, 1, 15), 5_700, id="L2"),
        pytest.param(RESIDENT, 8_520, date(2026, 6, 20), date(2026, 6, 21), 9, id="L3"),
        pytest.param(OTHER, 500_000, date(2026, 3, 15), date(2026, 4, 14), 30_000, id="L4"),
        pytest.param(RESIDENT, 24_102, date(2026, 10, 31), date(2026, 11, 25), 603, id="pictures"),
    ],
)
def test_worked_late_fees_come_out_to_the_fen(
    rule: LateFeeRule, principal_minor: int, due: date, paid: date, fee_minor: int
) -> None:
    assert fee(rule, principal_minor, due, paid) == fee_minor


def test_paying_on_the_due_date_or_before_costs_nothing() -> None:
    due = date(2026, 10, 31)
    assert fee(RESIDENT, 24_102, due, due) == 0
    assert fee(RESIDENT, 24_102, due, date(2026, 9, 1)) == 0


def test_the_class_of_the_customer_chooses_the_rate() -> None:
    due = date(2026, 5, 31)
    by_class = {each: LATE_FEES.rule_for(each, due) for each in CustomerClass}
    assert by_class[CustomerClass.RESIDENTIAL].this_year_ppm == 1_000
    assert by_class[CustomerClass.COMMERCIAL].this_year_ppm == 2_000
    assert by_class[CustomerClass.AGRICULTURAL].carried_over_ppm == 3_000


def test_a_small_fee_is_raised_to_the_minimum_where_one_is_set() -> None:
    old_rule = replace(RESIDENT, minimum_minor=100)
    assert old_rule.limited_minor(9, 8_520) == 100
    assert old_rule.limited_minor(0, 8_520) == 0
    assert RESIDENT.limited_minor(9, 8_520) == 9


def test_a_fee_stops_at_the_principal_where_it_is_capped() -> None:
    assert RESIDENT.limited_minor(9_000, 8_520) == 8_520
    assert replace(RESIDENT, capped_at_principal=False).limited_minor(9_000, 8_520) == 9_000


def test_days_of_grace_cost_nothing_and_are_not_charged_afterwards() -> None:
    patient = replace(RESIDENT, grace_days=3)
    due = date(2026, 10, 31)
    assert fee(patient, 10_000, due, due + timedelta(days=3)) == 0
    assert fee(patient, 10_000, due, due + timedelta(days=5)) == 20


def test_a_bill_due_before_any_rule_is_an_error_and_not_a_guess() -> None:
    with pytest.raises(NoTariffError):
        LATE_FEES.rule_for(CustomerClass.RESIDENTIAL, date(1990, 1, 1))


@given(principal=principals, late=days, more=days)
def test_a_fee_never_shrinks_with_time(principal: int, late: int, more: int) -> None:
    due = date(2025, 8, 31)
    sooner = fee(OTHER, principal, due, due + timedelta(days=late))
    assert fee(OTHER, principal, due, due + timedelta(days=late + more)) >= sooner


@given(principal=principals, first=days, second=days)
def test_reckoning_in_two_stages_differs_from_one_by_rounding_only(
    principal: int, first: int, second: int
) -> None:
    due = date(2025, 8, 31)
    middle, end = due + timedelta(days=first), due + timedelta(days=first + second)
    staged = OTHER.accrued_minor(principal, due=due, since=due, until=middle) + OTHER.accrued_minor(
        principal, due=due, since=middle, until=end
    )
    assert abs(staged - fee(OTHER, principal, due, end)) <= 1
