"""No paper, or a printer that dies half way: the page says so, and the receipt is on the screen."""

from __future__ import annotations

from hall.contract import shown_number
from tests.journeys.site import Site
from tests.journeys.visitor import Visitor, held_by

FIRST, SECOND = "3304200105", "3304200107"
"""¥75.32 and ¥96.84 due."""


def test_without_paper_the_receipt_is_on_the_screen_and_prints_once_paper_is_in(
    visitor: Visitor, site: Site
) -> None:
    site.control.ask("paper", state="out")
    visitor.hand.see("缺打印纸：收据可扫码取")
    visitor.opens(FIRST)
    visitor.hand.see("没有打印纸：收据扫码取")
    visitor.chooses_cash()
    visitor.puts_in(50, 20, 10)
    visitor.hand.see("缴好了，谢谢您")
    visitor.hand.see("缺纸，没有打出来：请扫码，或记下收据号")
    visitor.hand.see(shown_number(site.receipts(FIRST)[0]))
    assert any(text.startswith("BH1.") for text in held_by(visitor.kiosk)), "the signed receipt, as a code"
    assert site.slips() == []
    site.control.ask("paper", state="full")
    visitor.hand.touch("再打一次")
    visitor.hand.see("收据打好了")
    [slip] = site.slips()
    assert shown_number(site.receipts(FIRST)[0]) in slip
    assert site.paid_minor(FIRST) == [8_000]
    site.assert_books_agree()
    visitor.goes_home()


def test_a_printer_that_dies_half_way_has_not_printed_and_can_print_again(
    visitor: Visitor, site: Site
) -> None:
    visitor.opens(SECOND)
    visitor.chooses_cash()
    site.control.ask("cut-power", device="printer", after_mm=20)
    visitor.puts_in(100)
    visitor.hand.see("没有打出来：请扫码，或记下收据号")
    visitor.hand.see(shown_number(site.receipts(SECOND)[0]))
    before = len(site.slips())
    site.control.ask("power", device="printer", on=True)
    visitor.hand.touch("再打一次")
    visitor.hand.see("收据打好了")
    assert len(site.slips()) > before
    assert shown_number(site.receipts(SECOND)[0]) in site.slips()[-1]
    assert site.paid_minor(SECOND) == [10_000]
    site.assert_books_agree()
    visitor.goes_home()
