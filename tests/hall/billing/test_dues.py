"""What a bill owes on a day, before and after part payments, and the order in which it is paid."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hall.billing.dues import Balance, due_on, is_settled, quote_lines, received
from hall.contract import DueMonth, QuotePart, allocate
from hall.tariffs.late_fee import LateFeeRule

DUE = date(2026, 10, 31)
RULE = LateFeeRule(this_year_ppm=1_000, carried_over_ppm=1_000)
OLD_RULE = replace(RULE, minimum_minor=100)
NUMBER = "3304127786"


def unpaid(principal_minor: int = 24_102, month: str = "2026-09", due: date = DUE) -> Balance:
    return Balance(
        billing_month=month,
        due_date=due,
        principal_minor=principal_minor,
        principal_received_minor=0,
        late_fee_kept_minor=0,
        late_fee_received_minor=0,
        accrues_since=due,
    )


def late(days: int) -> date:
    return DUE + timedelta(days=days)


def pay(balance: Balance, as_of: date, amount_minor: int, rule: LateFeeRule = RULE) -> Balance:
    """Late fee first, then principal, as every quote has it."""
    due = due_on(balance, rule, as_of)
    fee = min(amount_minor, due.late_fee_minor)
    principal = min(amount_minor - fee, due.principal_minor)
    return received(balance, rule, as_of, principal_minor=principal, late_fee_minor=fee)


def test_a_bill_owes_its_principal_and_the_late_fee_of_its_days() -> None:
    assert due_on(unpaid(), RULE, late(25)) == DueMonth(
        billing_month="2026-09", due_date=DUE, principal_minor=24_102, late_fee_minor=603, days_late=25
    )


def test_before_its_due_date_a_bill_is_not_late() -> None:
    due = due_on(unpaid(), RULE, date(2026, 10, 5))
    assert (due.principal_minor, due.late_fee_minor, due.days_late) == (24_102, 0, 0)


def test_a_fully_paid_bill_is_settled_and_stays_so() -> None:
    paid = pay(unpaid(), late(25), 24_705)
    assert is_settled(paid, RULE, late(25))
    assert is_settled(paid, RULE, late(400))
    assert due_on(paid, RULE, late(400)).days_late == 0


def test_after_a_part_payment_only_the_rest_gathers_a_late_fee() -> None:
    paid = pay(unpaid(20_000), late(10), 10_200)  # 2.00 late fee, 100.00 of the principal
    assert due_on(paid, RULE, late(10)).owed_minor == 10_000
    assert due_on(paid, RULE, late(20)).late_fee_minor == 100  # ten days on 100.00, not on 200.00


def test_a_part_paid_late_fee_is_remembered_and_the_rest_still_owed() -> None:
    paid = pay(unpaid(20_000), late(10), 150)
    assert due_on(paid, RULE, late(10)).late_fee_minor == 50
    assert due_on(paid, RULE, late(20)).late_fee_minor == 250
    assert paid.principal_received_minor == 0


def test_paying_before_the_due_date_starts_no_late_fee_early() -> None:
    paid = pay(unpaid(20_000), date(2026, 10, 10), 10_000)
    assert due_on(paid, RULE, late(10)).late_fee_minor == 100


def test_a_payment_that_arrives_after_a_later_one_is_reckoned_as_of_its_own_day() -> None:
    later_one = pay(unpaid(20_000), late(20), 5_400)  # 4.00 late fee, 50.00 of the principal
    both = pay(later_one, late(10), 15_000)
    assert is_settled(both, RULE, late(30))


def test_a_minimum_is_raised_once_and_not_again_after_it_was_paid() -> None:
    assert due_on(unpaid(8_520), OLD_RULE, late(1)).late_fee_minor == 100
    paid = pay(unpaid(8_520), late(1), 100 + 4_000, OLD_RULE)
    assert due_on(paid, OLD_RULE, late(1)).late_fee_minor == 0
    assert due_on(paid, OLD_RULE, late(11)).late_fee_minor == 0  # 0.09 + 0.45 is still below 1.00


def test_money_beyond_what_is_owed_is_our_own_mistake() -> None:
    with pytest.raises(AssertionError):
        received(unpaid(100), RULE, DUE, principal_minor=101, late_fee_minor=0)


@given(
    principal=st.integers(1, 1_000_000),
    days=st.lists(st.integers(0, 40), min_size=1, max_size=5),
    amounts=st.lists(st.integers(0, 500_000), min_size=5, max_size=5),
)
def test_whatever_the_part_payments_nothing_is_taken_twice_and_no_fee_falls_on_what_was_paid(
    principal: int, days: list[int], amounts: list[int]
) -> None:
    balance, day, money_in = unpaid(principal), DUE, 0
    for step, amount in zip(days, amounts, strict=False):
        day += timedelta(days=step)
        owed = due_on(balance, RULE, day).owed_minor
        after = pay(balance, day, amount)
        money_in += min(amount, owed)
        assert due_on(after, RULE, day).owed_minor == owed - min(amount, owed)
        balance = after
    assert balance.principal_received_minor + balance.late_fee_received_minor == money_in
    never_paid = due_on(unpaid(principal), RULE, day).late_fee_minor
    total_fee = due_on(balance, RULE, day).late_fee_minor + balance.late_fee_received_minor
    assert total_fee <= never_paid + len(days)  # a rounding of half a fen a stage


def dues_of_two_months() -> list[DueMonth]:
    as_of = late(25)
    september, october = unpaid(), unpaid(18_640, "2026-10", date(2026, 11, 30))
    return [due_on(october, RULE, as_of), due_on(september, RULE, as_of)]


def test_the_oldest_month_comes_first_and_in_it_the_late_fee() -> None:
    lines = quote_lines(NUMBER, dues_of_two_months(), None, 0)
    assert [(line.billing_month, line.part, line.owed_minor) for line in lines] == [
        ("2026-09", QuotePart.LATE_FEE, 603),
        ("2026-09", QuotePart.PRINCIPAL, 24_102),
        ("2026-10", QuotePart.PRINCIPAL, 18_640),
    ]


def test_chosen_months_are_quoted_and_no_others() -> None:
    lines = quote_lines(NUMBER, dues_of_two_months(), ["2026-10", "2026-11"], 0)
    assert [line.billing_month for line in lines] == ["2026-10"]


def test_credit_already_there_counts_first() -> None:
    lines = quote_lines(NUMBER, dues_of_two_months(), None, 1_000)
    assert [line.to_pay_minor for line in lines] == [0, 24_102 - 397, 18_640]


@given(
    credit=st.integers(0, 60_000),
    amount=st.integers(0, 100_000),
    months=st.none() | st.lists(st.sampled_from(["2026-09", "2026-10", "2026-12"])),
)
def test_credit_and_money_together_cover_lines_in_order_without_a_gap(
    credit: int, amount: int, months: list[str] | None
) -> None:
    lines = quote_lines(NUMBER, dues_of_two_months(), months, credit)
    shares, over = allocate(lines, amount)
    assert sum(share for _, share in shares) + over == amount
    money = {id(line): share for line, share in shares}
    open_minor = [line.to_pay_minor - money.get(id(line), 0) for line in lines]
    first_open = next((n for n, left in enumerate(open_minor) if left), len(lines))
    covered = [line.owed_minor - left for line, left in zip(lines, open_minor, strict=True)]
    assert all(each == 0 for each in covered[first_open + 1 :])
