"""Paying in cash, from the first touch to the ledger."""

from __future__ import annotations

from hall.contract import shown_number
from tests.journeys.site import Site
from tests.journeys.visitor import Visitor

EXACT, TWO_MONTHS, THREE_MONTHS, CUT_OFF = "3304100020", "3304127786", "3304100068", "3304095218"
LARGE, SMALLER, ONE_MONTH = "3304200111", "3304200110", "3304100099"
"""¥223.20, ¥167.40 and ¥286.40 due."""


def test_exact_notes_pay_a_bill_and_leave_nothing_over_and_nothing_behind(
    visitor: Visitor, site: Site
) -> None:
    visitor.opens(EXACT)
    visitor.hand.see("最少放 ¥100，正好")
    visitor.chooses_cash()
    visitor.puts_in(50, 20, 20, 10)
    visitor.hand.see("缴好了，谢谢您")
    visitor.hand.see_exactly("100.00")
    visitor.hand.see("收据打好了")
    visitor.goes_home()
    visitor.finds_nothing_of(EXACT, "3304 1000 20", "金*")
    assert site.paid_minor(EXACT) == [10_000]
    assert site.credit_minor(EXACT) == 0
    assert "100.00" in site.slips()[-1]
    site.assert_books_agree()


def test_what_is_over_becomes_credit_and_is_announced_before_the_first_note(
    visitor: Visitor, site: Site
) -> None:
    visitor.opens(TWO_MONTHS)
    due = visitor.due_minor()
    over = -due % 1000
    visitor.hand.see(f"多 ¥{yuan(over)} 存进户里" if over else "正好")
    visitor.chooses_cash()
    paid = visitor.puts_in_enough_for(due)
    visitor.hand.see("缴好了，谢谢您")
    visitor.hand.see("收据打好了")
    assert site.paid_minor(TWO_MONTHS) == [paid]
    assert site.credit_minor(TWO_MONTHS) == paid - due == over
    assert site.open_months(TWO_MONTHS) == []
    assert yuan(paid) in site.slips()[-1]
    site.assert_books_agree()
    visitor.goes_home()


def test_who_stops_half_way_has_paid_what_is_in_and_is_told_what_is_left(
    visitor: Visitor, site: Site
) -> None:
    visitor.opens(LARGE)
    visitor.chooses_cash()
    visitor.puts_in(100)
    visitor.sees_in(100)
    visitor.hand.touch(visitor.stop_key(100))
    visitor.hand.see("记好了，还差 ¥123.20")
    visitor.hand.see("收据打好了")
    assert site.paid_minor(LARGE) == [10_000]
    assert len(site.open_months(LARGE)) == 1
    site.assert_books_agree()
    visitor.goes_home()


def test_only_the_months_that_were_ticked_are_paid(visitor: Visitor, site: Site) -> None:
    _, *others = site.open_months(THREE_MONTHS)
    visitor.opens(THREE_MONTHS)
    visitor.hand.see("已选 3 个月")
    for month in others:
        visitor.hand.touch(month_words(month))
    visitor.hand.see("已选 1 个月")
    due = visitor.due_minor()
    visitor.chooses_cash()
    paid = visitor.puts_in_enough_for(due)
    visitor.hand.see("缴好了，谢谢您")
    assert site.open_months(THREE_MONTHS) == others
    assert site.credit_minor(THREE_MONTHS) == paid - due
    assert site.paid_minor(THREE_MONTHS) == [paid]
    site.assert_books_agree()
    visitor.goes_home()


def test_paying_what_is_overdue_orders_the_power_back_on_page_and_slip(visitor: Visitor, site: Site) -> None:
    *_, newest = site.open_months(CUT_OFF)
    visitor.opens(CUT_OFF)
    visitor.hand.see("已选 3 个月")
    visitor.hand.touch(month_words(newest))
    visitor.hand.see("已选 2 个月")
    due = visitor.due_minor()
    visitor.chooses_cash()
    paid = visitor.puts_in_enough_for(due)
    visitor.hand.see("缴清了，送电单已派")
    visitor.hand.see("收据打好了")
    [order] = site.reconnect_orders(CUT_OFF)
    visitor.hand.see(shown_number(order))
    visitor.hand.see("最晚送电")
    assert f"送电单号{shown_number(order)}".replace(" ", "") in site.last_slip()
    assert "承诺时限" in site.last_slip()
    assert site.paid_minor(CUT_OFF) == [paid]
    site.assert_books_agree()
    visitor.goes_home()


def test_the_language_changes_in_mid_payment_and_what_is_counted_stays(visitor: Visitor, site: Site) -> None:
    visitor.opens(SMALLER)
    visitor.chooses_cash()
    visitor.puts_in(100)
    visitor.sees_in(100)
    visitor.hand.touch("English")
    visitor.hand.see("Put in your notes")
    visitor.hand.see("Stop here, credit ¥100")
    visitor.puts_in(50)
    visitor.hand.see("Stop here, credit ¥150")
    visitor.hand.touch("中文")
    visitor.sees_in(150)
    visitor.puts_in(20)
    visitor.hand.see("缴好了，谢谢您")
    visitor.hand.see("收据打好了")
    assert site.paid_minor(SMALLER) == [17_000]
    site.assert_books_agree()
    visitor.goes_home()


def test_the_language_changes_while_typing_and_no_digit_is_lost(visitor: Visitor) -> None:
    visitor.hand.touch("查电费、缴费")
    visitor.hand.type(ONE_MONTH[:5])
    visitor.hand.touch("English")
    visitor.hand.see("What is your account number?")
    visitor.hand.see_exactly("3304 1")
    visitor.hand.type(ONE_MONTH[5:])
    visitor.hand.touch("Look it up")
    visitor.hand.see("Is this the account?")
    visitor.hand.touch("Yes, show the bill")
    visitor.hand.see("Pay ¥286.40 in cash")
    visitor.hand.touch("Home")
    visitor.hand.see("灯一直亮着")
    visitor.finds_nothing_of("3304 1000 99")


def test_a_wrong_number_is_told_and_only_the_wrong_digit_has_to_be_typed_again(visitor: Visitor) -> None:
    visitor.hand.touch("查电费、缴费")
    visitor.hand.type(ONE_MONTH[:-1] + "0")
    visitor.hand.touch("查这一户")
    visitor.hand.see("没有这个户号")
    visitor.hand.touch("删除")
    visitor.hand.see("还差 1 位")
    visitor.hand.type(ONE_MONTH[-1])
    visitor.hand.touch("查这一户")
    visitor.hand.see("是这一户吗")
    visitor.hand.touch("首页")
    visitor.hand.see("灯一直亮着")


def month_words(month: str) -> str:
    year, number = month.split("-")
    return f"{year}年 {int(number)}月"


def yuan(minor: int) -> str:
    return f"{minor // 100:,}.{minor % 100:02d}"
