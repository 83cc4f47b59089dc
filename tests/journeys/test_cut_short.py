"""A visit that nobody ends: silence, and a kiosk that is killed. What was put in is booked, and the screen forgets."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication

from kiosk.demo.processes import Program, running
from tests.journeys.site import Site
from tests.journeys.visitor import visit
from tests.system import environment

FIRST, SECOND, THIRD = "3304200103", "3304200111", "3304200110"
"""¥80.70, ¥223.20 and ¥167.40 due."""


def test_silence_is_asked_about_and_then_ends_the_payment_with_what_is_in(
    site: Site, qapp: QGuiApplication
) -> None:
    settings = site.settings(silence=5, still_there=3, done=1)
    with visit(settings, site.control) as visitor:
        visitor.comes_to_home()
        visitor.opens(FIRST)
        visitor.chooses_cash()
        visitor.puts_in(50)
        visitor.sees_in(50)
        visitor.hand.see("您还在吗？")
        visitor.hand.see("放进去的 ¥50 会记到户里")
        assert not visitor.hand.sees("3304")
        visitor.hand.touch("我还在")
        visitor.sees_in(50)
        visitor.hand.see("您还在吗？")
        visitor.hand.see("记好了，还差 ¥30.70")
        visitor.hand.see("灯一直亮着")
        visitor.finds_nothing_of("3304 2001 03", FIRST, "沈*平", "30.70")
    assert site.paid_minor(FIRST) == [5_000]
    assert "因长时间无人操作" in site.last_slip()
    site.assert_books_agree()


def test_silence_before_the_first_note_takes_nothing_and_closes_the_slot(
    site: Site, qapp: QGuiApplication
) -> None:
    settings = site.settings(silence=5, still_there=1)
    with visit(settings, site.control) as visitor:
        visitor.comes_to_home()
        visitor.opens(THIRD)
        visitor.chooses_cash()
        visitor.hand.see("您还在吗？")
        visitor.hand.see("灯一直亮着")
        visitor.finds_nothing_of("3304 2001 10", THIRD, "沈*平")
        visitor.hand.wait_for(
            lambda: not site.control.state()["acceptor"]["enabled"], "a slot that is closed"
        )
    assert site.paid_minor(THIRD) == []
    site.assert_books_agree()


def test_a_kiosk_killed_in_mid_payment_books_what_was_in_shows_it_once_masked_and_prints(
    site: Site, qapp: QGuiApplication
) -> None:
    slips = len(site.slips())
    settings = site.settings().model_dump_json(exclude={"window"})
    program = Program("kiosk", ("tests.journeys.half_a_visit", settings, site.control.address, SECOND))
    with running(program, site.folder, environment()) as kiosk:
        assert kiosk.ready == {"pays": SECOND}
        for value in (100, 50):
            site.wait_for_slot()
            site.control.insert(value)
        site.wait_for_slot()
        kiosk.process.kill()
        kiosk.process.wait(10)
    with visit(site.settings(), site.control) as visitor:
        visitor.hand.see("机器刚才重新启动过")
        visitor.hand.see_exactly("150")
        visitor.hand.see_exactly("3304 **** 11")
        visitor.hand.see("已经记到户里")
        visitor.hand.see("收据打好了")
        assert not visitor.hand.sees("沈*平")
        visitor.hand.touch("知道了，回首页")
        visitor.hand.see("灯一直亮着")
        visitor.finds_nothing_of("3304 **** 11")
    assert site.paid_minor(SECOND) == [15_000]
    assert len(site.slips()) == slips + 1
    assert "终端曾断电重启" in site.last_slip()
    site.assert_books_agree()
