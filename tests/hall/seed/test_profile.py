from __future__ import annotations

import pytest

from hall.seed.demo_accounts import DEMO_ACCOUNTS, LANDLORD, listing
from hall.seed.places import read_places
from hall.seed.profile import profiles
from tests.hall.seed.demo import DEMO

PLACES = read_places()
UTILITY = tuple(profiles(2_000, 1, PLACES))


def test_the_same_seed_gives_the_same_accounts_and_another_does_not() -> None:
    assert tuple(profiles(2_000, 1, PLACES)) == UTILITY
    assert tuple(profiles(2_000, 2, PLACES)) != UTILITY


def test_more_accounts_change_none_of_those_that_were_there() -> None:
    assert tuple(profiles(300, 1, PLACES)) == UTILITY[:300]


def test_numbers_are_ten_figures_and_nobodys_twice() -> None:
    numbers = {profile.number for profile in UTILITY}
    assert len(numbers) == len(UTILITY) == 2_000
    assert all(len(number) == 10 and number.isdigit() for number in numbers)


def test_all_nine_towns_all_tariffs_and_all_fates_are_there() -> None:
    assert len({profile.town for profile in UTILITY}) == 9
    assert {profile.tariff for profile in UTILITY} == {
        "residential",
        "residential-tou",
        "residential-shared",
    }
    assert {profile.unpaid for profile in UTILITY} >= {0, 2, 3, 4, 5}
    assert sum(profile.cut_off for profile in UTILITY) > 5
    assert sum(profile.credit_minor > 0 for profile in UTILITY) > 50
    assert sum(profile.household >= 5 for profile in UTILITY) > 100


def test_who_is_cut_off_is_late_by_two_months_and_who_is_closed_owes_nothing() -> None:
    assert all(profile.unpaid >= 3 for profile in UTILITY if profile.cut_off)
    assert all(profile.unpaid == 0 for profile in UTILITY if profile.closed)


def test_a_landlord_has_eleven_accounts() -> None:
    assert sum(profile.owner == LANDLORD for profile in UTILITY) == 11


def test_fewer_accounts_than_the_demonstration_needs_is_an_error() -> None:
    with pytest.raises(ValueError, match="at least"):
        tuple(profiles(len(DEMO_ACCOUNTS) - 1, 1, PLACES))


def test_every_account_of_the_demonstration_is_listed_with_what_it_shows() -> None:
    lines = listing().splitlines()
    assert len(lines) == len(DEMO_ACCOUNTS)
    assert lines[0].startswith("3304127786  two-months")
    assert DEMO["nothing-due"].number.startswith("0")
