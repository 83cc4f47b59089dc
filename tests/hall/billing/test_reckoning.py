from __future__ import annotations

from datetime import date

import pytest

from hall.billing.reckoning import first_of_month, month_after, month_before, reckon
from hall.tariffs.catalogue import read_catalogue
from hall.tariffs.tariff import Band

RESIDENTIAL = read_catalogue().tariff("residential")


def test_the_month_of_the_pictures_is_reckoned_issued_and_due() -> None:
    bill = reckon(
        RESIDENTIAL, date(2026, 10, 1), {Band.FLAT: 333_000}, year_to_date_wh=2_572_000, household=1
    )
    assert bill.billing_month == "2026-10"
    assert bill.principal_minor == 18_640
    assert (bill.issued_on, bill.due_date) == (date(2026, 11, 1), date(2026, 11, 30))


@pytest.mark.parametrize(
    ("month", "due"),
    [
        (date(2025, 12, 1), date(2026, 1, 31)),
        (date(2026, 1, 1), date(2026, 2, 28)),
        (date(2028, 1, 1), date(2028, 2, 29)),
        (date(2026, 11, 1), date(2026, 12, 31)),
    ],
)
def test_a_bill_is_due_on_the_last_day_of_the_month_after(month: date, due: date) -> None:
    bill = reckon(RESIDENTIAL, month, {Band.FLAT: 1}, year_to_date_wh=0, household=1)
    assert bill.due_date == due


def test_months_are_counted_over_the_end_of_a_year() -> None:
    assert month_after(date(2026, 12, 1)) == date(2027, 1, 1)
    assert month_before(date(2026, 1, 1)) == date(2025, 12, 1)
    assert month_before(date(2026, 11, 1), 36) == date(2023, 11, 1)
    assert first_of_month("2026-10") == date(2026, 10, 1)
