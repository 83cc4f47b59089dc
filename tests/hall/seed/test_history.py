"""The months of an invented account, whatever the day that is seeded."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hall.billing.dues import due_on
from hall.seed.demo_accounts import DEMO_ACCOUNTS
from hall.seed.history import History, Month, history
from hall.seed.places import read_places
from hall.seed.profile import Profile, profiles
from hall.tariffs.catalogue import read_catalogue
from hall.tariffs.tariff import CustomerClass

CATALOGUE = read_catalogue()
AS_OF = date(2026, 11, 25)
PROFILES = tuple(profiles(160, 7, read_places()))
DEMO = {demo.key: profile for demo, profile in zip(DEMO_ACCOUNTS, PROFILES, strict=False)}
RULE = CATALOGUE.late_fees.rule_for(CustomerClass.RESIDENTIAL, AS_OF)

days = st.dates(date(2024, 1, 1), date(2032, 12, 31))


def lived(profile: Profile, as_of: date = AS_OF) -> History:
    return history(profile, CATALOGUE, as_of, 36, Random(profile.number))


def unpaid(told: History) -> list[Month]:
    return [month for month in told.months if month.settled_on is None]


def owed_minor(told: History, as_of: date) -> list[int]:
    return [due_on(month.balance, RULE, as_of).owed_minor for month in unpaid(told)]


def test_the_account_of_the_pictures_owes_what_the_pictures_show() -> None:
    told = lived(DEMO["two-months"])
    assert owed_minor(told, AS_OF) == [24_705, 18_640]
    september, october = unpaid(told)
    assert (september.usage, september.year_to_date_wh) == ({"flat": 448_000}, 2_124_000)
    assert (october.usage, october.year_to_date_wh) == ({"flat": 333_000}, 2_572_000)


def test_the_cut_off_account_owes_what_the_pictures_show() -> None:
    assert owed_minor(lived(DEMO["cut-off"]), AS_OF) == [23_861, 20_955, 15_602]


def test_part_of_the_oldest_month_was_paid_where_the_account_says_so() -> None:
    oldest = unpaid(lived(DEMO["part-paid"]))[0].balance
    assert 0 < oldest.principal_received_minor < oldest.principal_minor
    assert oldest.late_fee_received_minor == oldest.late_fee_kept_minor > 0


@settings(max_examples=25, deadline=None)
@given(as_of=days)
def test_on_every_day_the_demonstration_owes_the_same_principals(as_of: date) -> None:
    for demo in DEMO_ACCOUNTS:
        told = lived(DEMO[demo.key], as_of)
        principals = [month.bill.principal_minor for month in unpaid(told)]
        assert tuple(principals) == demo.unpaid_minor
        late = [month.bill.due_date < as_of for month in unpaid(told)]
        assert late == [True] * (len(late) - 1) + [False] * bool(late)


@settings(max_examples=25, deadline=None)
@given(as_of=days, profile=st.sampled_from(PROFILES))
def test_readings_never_run_backwards_and_end_before_the_day_that_is_seeded(
    as_of: date, profile: Profile
) -> None:
    told = lived(profile, as_of)
    readings = list(told.readings())
    assert len(readings) == 37
    assert readings[-1][0] == as_of.replace(day=1)
    for (_, before), (_, after) in pairwise(readings):
        assert all(after[band] >= before[band] for band in before)


@settings(max_examples=25, deadline=None)
@given(as_of=days, profile=st.sampled_from(PROFILES))
def test_nothing_is_paid_before_its_bill_or_after_the_day_that_is_seeded(
    as_of: date, profile: Profile
) -> None:
    for month in lived(profile, as_of).months:
        if month.settled_on is not None:
            assert month.bill.issued_on <= month.settled_on <= as_of
            assert month.balance.principal_open_minor == 0


def test_summers_are_hot_and_springs_are_not() -> None:
    used = dict.fromkeys(range(1, 13), 0)
    for profile in PROFILES:
        for month in lived(profile).months[-12:]:
            used[int(month.bill.billing_month[5:])] += sum(month.usage.values())
    assert used[8] > 1.5 * used[5]
    assert used[1] > 1.3 * used[4]


@pytest.mark.parametrize("key", ["two-months", "landlord-10", "peak-and-valley"])
def test_the_same_account_has_the_same_history_again(key: str) -> None:
    assert lived(DEMO[key]) == lived(DEMO[key])
