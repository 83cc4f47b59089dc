"""The hall is down, slow, or loses an answer: the page says so and keeps moving, and each payment is booked once."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication

from tests.journeys.relay import relay_to
from tests.journeys.site import Site
from tests.journeys.visitor import Visitor, visit

FIRST, SECOND, THIRD, FOURTH = "3304200105", "3304200107", "3304200109", "3304200102"
"""¥75.32, ¥96.84, ¥74.78 and ¥64.56 due."""
PATIENT = 300
"""Seconds that the last page stays: a hall takes its time to come up."""


def test_a_hall_lost_in_mid_payment_is_told_and_books_once_when_it_is_back(
    site: Site, qapp: QGuiApplication
) -> None:
    with visit(site.settings(done=PATIENT), site.control) as visitor:
        visitor.comes_to_home()
        visitor.opens(FIRST)
        visitor.chooses_cash()
        visitor.puts_in(50)
        visitor.sees_in(50)
        site.kill_hall()
        visitor.puts_in(20, 10)
        visitor.hand.see("钱收好了，等中心入账")
        visitor.hand.see("现在连不上中心。连上就入账，按您放钞的时间算，不会多收违约金。")
        visitor.hand.see("收据打好了")
        assert "接通后自动入账" in site.last_slip()
        assert site.paid_minor(FIRST) == []
        site.start_hall()
        visitor.hand.see("缴好了，谢谢您")
        assert site.paid_minor(FIRST) == [8_000]
        site.assert_books_agree()
        visitor.goes_home()


def test_no_new_cash_is_started_while_the_hall_is_down(visitor: Visitor, site: Site) -> None:
    visitor.hand.touch("查电费、缴费")
    visitor.hand.see("您的户号是多少")
    site.kill_hall()
    visitor.hand.type(SECOND)
    visitor.hand.touch("查这一户")
    visitor.hand.see("现在连不上中心")
    visitor.hand.see("查账单、付现金")
    visitor.hand.touch("首页")
    visitor.hand.see("灯亮着，可是现在连不上中心")
    visitor.hand.see("查账单要连中心，正在重连")
    site.start_hall()
    visitor.hand.see("灯一直亮着，现在就能办")
    visitor.hand.see("按户号，收现金")
    assert not site.control.state()["acceptor"]["enabled"]


def test_a_slow_hall_is_waited_for_and_books_once(site: Site, qapp: QGuiApplication) -> None:
    with relay_to(site.hall_url) as line, visit(site.settings(line.url), site.control) as visitor:
        visitor.comes_to_home()
        line.delay_s = 2.0
        visitor.hand.touch("查电费、缴费")
        visitor.hand.type(THIRD)
        visitor.hand.touch("查这一户")
        visitor.hand.see("正在问中心，请等一下")
        visitor.hand.touch("是，看账单")
        visitor.hand.see("中心正在算，请等一下")
        visitor.chooses_cash()
        visitor.puts_in(50, 20, 10)
        visitor.hand.see("收好了，正在记账")
        visitor.hand.see("缴好了，谢谢您")
        line.delay_s = 0.0
        visitor.goes_home()
    assert site.paid_minor(THIRD) == [8_000]
    site.assert_books_agree()


def test_an_answer_lost_after_the_hall_has_booked_books_once(site: Site, qapp: QGuiApplication) -> None:
    with relay_to(site.hall_url) as line, visit(site.settings(line.url), site.control) as visitor:
        visitor.comes_to_home()
        visitor.opens(FOURTH)
        visitor.chooses_cash()
        line.lose_answer_to(b"POST /v1/payments")
        visitor.puts_in(50, 20)
        visitor.hand.see("缴好了，谢谢您")
        visitor.goes_home()
        assert line.lost == 1
    assert site.paid_minor(FOURTH) == [7_000]
    site.assert_books_agree()
