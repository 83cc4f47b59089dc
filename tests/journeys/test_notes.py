"""Notes that are not what they should be, and a slot that fails: one clear page, and no money lost."""

from __future__ import annotations

from hall.contract import shown_number
from tests.journeys.hardware import at_place
from tests.journeys.site import Site
from tests.journeys.visitor import Visitor

FIRST, SECOND, THIRD, FOURTH = "3304200105", "3304200107", "3304200109", "3304200102"
"""¥75.32, ¥96.84, ¥74.78 and ¥64.56 due."""


def test_a_forged_note_comes_back_and_counts_for_nothing(visitor: Visitor, site: Site) -> None:
    visitor.opens(FIRST)
    visitor.chooses_cash()
    visitor.offers(100, "forged")
    visitor.hand.see("这张钞票退回来了")
    visitor.hand.see("机器没认出来")
    visitor.hand.see("这张没有记，还没有收您的钱")
    site.control.ask("take-note")
    visitor.puts_in(50, 20, 10)
    visitor.hand.see("缴好了，谢谢您")
    assert site.paid_minor(FIRST) == [8_000]
    site.assert_books_agree()
    visitor.goes_home()


def test_a_note_that_the_hall_does_not_take_comes_back_with_the_notes_it_takes(
    visitor: Visitor, site: Site
) -> None:
    visitor.opens(SECOND)
    visitor.chooses_cash()
    visitor.puts_in(50)
    visitor.sees_in(50)
    visitor.offers(5)
    visitor.hand.see("这里不收这一种")
    visitor.hand.see("换成 10、20、50、100 元的再放")
    visitor.hand.see("前面放的 ¥50 都记好了")
    site.control.ask("take-note")
    visitor.puts_in(50)
    visitor.hand.see("缴好了，谢谢您")
    assert site.paid_minor(SECOND) == [10_000]
    site.assert_books_agree()
    visitor.goes_home()


def test_a_cable_pulled_with_a_note_inside_loses_nothing_and_the_slot_works_again(
    visitor: Visitor, site: Site
) -> None:
    visitor.opens(THIRD)
    visitor.chooses_cash()
    visitor.puts_in(50)
    visitor.sees_in(50)
    with at_place(site.control, "escrow", "pull", device="acceptor"):
        visitor.offers(20)
        visitor.hand.see("请等一下，别走开")
    visitor.hand.see("放进去的 ¥50 都在")
    site.control.ask("plug", device="acceptor")
    visitor.hand.wait_for(lambda: any(visitor.is_open_with(paid) for paid in (50, 70)), "an open slot")
    if visitor.is_open_with(50):
        site.control.ask("take-note")
    visitor.puts_in(50)
    visitor.hand.see("缴好了，谢谢您")
    assert site.paid_minor(THIRD) in ([10_000], [12_000])
    site.assert_books_agree()
    visitor.goes_home()
    visitor.hand.see_exactly("现金")


def test_a_jam_has_a_page_with_a_claim_number_and_the_claim_is_in_the_hall(
    visitor: Visitor, site: Site
) -> None:
    visitor.opens(FOURTH)
    visitor.chooses_cash()
    visitor.puts_in(50)
    visitor.sees_in(50)
    visitor.offers(20, "jams")
    visitor.hand.see("入钞口卡住了")
    visitor.hand.see("数过的 ¥50 记好了")
    visitor.hand.see("办完了，回首页")
    [(number, kind, amount)] = site.claims()
    visitor.hand.see(shown_number(number))
    assert (kind, amount) == ("note-in-doubt", 2_000)
    assert site.paid_minor(FOURTH) == [5_000]
    site.assert_books_agree()
    visitor.goes_home()
    visitor.hand.see("入钞口卡住，现金暂停")
