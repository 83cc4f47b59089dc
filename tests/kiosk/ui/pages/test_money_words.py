"""What a sum does to an account: the same fold that the hall books with."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kiosk.ui.pages.money_words import notes_listed, paid_so_far, shares
from kiosk.ui.pages.sample_visit import CHEN, owing, quote_of
from tests.kiosk.ui.pages.words import chinese, english

LINES = quote_of(CHEN).lines


@given(amount=st.integers(0, 10**6), months=st.integers(1, 9))
def test_shares_and_what_is_over_are_the_whole_sum(amount: int, months: int) -> None:
    lines = quote_of(owing(months)).lines
    months_paid, over = shares(lines, amount)
    assert sum(share.paid_minor for share in months_paid) + over == amount
    owed = sum(line.to_pay_minor for line in lines)
    touched = sum(share.paid_minor + share.left_minor for share in months_paid)
    assert touched <= owed
    assert over == max(0, amount - owed)


def test_the_late_fee_is_part_of_its_month() -> None:
    (september, october), over = shares(LINES, 44_000)
    assert (september.month, september.paid_minor, september.late_fee_minor) == ("2026-09", 24_705, 603)
    assert (october.paid_minor, october.late_fee_minor, october.left_minor) == (18_640, 0, 0)
    assert over == 655


def test_stopping_tells_what_each_month_gets() -> None:
    assert chinese(paid_so_far(LINES, 42_000)) == "9 月还 ¥247.05，10 月还 ¥172.95"
    assert english(paid_so_far(LINES, 42_000)) == "¥247.05 for September, ¥172.95 for October"


def test_many_months_are_counted_and_only_the_last_is_named() -> None:
    lines = quote_of(owing(6)).lines
    assert chinese(paid_so_far(lines, 100_000)) == "最早的 4 个月还清，9 月还 ¥180.40"
    assert chinese(paid_so_far(lines, sum(line.to_pay_minor for line in lines))) == "最早的 6 个月还清"


def test_nothing_paid_is_nothing_said() -> None:
    assert chinese(paid_so_far(LINES, 0)) == ""


def test_notes_are_named_from_the_smallest() -> None:
    assert chinese(notes_listed((10_000, 5_000, 2_000, 1_000))) == "10、20、50、100"
    assert english(notes_listed((10_000, 1_000))) == "10, 100"
    assert chinese(notes_listed((10_000,))) == "100"
    assert chinese(notes_listed(())) == ""
