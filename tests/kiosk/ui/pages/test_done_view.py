"""The last page: where every yuan went, and the receipt with and without paper."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hall.contract import Allocation, AllocationPart
from kiosk.payment.view import ClaimView, PaymentView, PrinterState, Slip
from kiosk.ui.pages.done_view import DoneView, done_view
from kiosk.ui.pages.sample_visit import CHEN, RECEIPT_CODE, owing, paid, quote_of
from kiosk.ui.samples import HOTLINE, ZONE
from tests.kiosk.ui.pages.words import chinese, english, minor


def seen(payment: PaymentView, printer: PrinterState = PrinterState.READY, left: int = 30) -> DoneView:
    return done_view(payment, printer, HOTLINE, ZONE, left)


def rows(view: DoneView) -> list[tuple[str, str]]:
    return [(chinese(row.text), chinese(row.amount)) for row in view.rows]


def posted_with(payment: PaymentView, *allocations: Allocation, claim: str | None = None) -> PaymentView:
    assert payment.posted is not None
    changed = payment.posted.model_copy(update={"allocations": allocations, "claim_number": claim})
    return replace(payment, posted=changed)


def share(part: AllocationPart, amount: int, month: str | None = None) -> Allocation:
    return Allocation(account_number=CHEN.number, billing_month=month, part=part, amount_minor=amount)


def test_a_whole_payment_is_thanked_for_and_every_yuan_has_its_place() -> None:
    view = seen(paid(4, 0, 2))
    assert chinese(view.title) == "缴好了，谢谢您"
    assert chinese(view.amount) == "440.00"
    assert rows(view) == [
        ("9 月电费和违约金", "247.05"),
        ("10 月电费", "186.40"),
        ("多的存进户里，下月抵扣", "6.55"),
    ]


def test_a_part_payment_says_what_is_still_owed() -> None:
    view = seen(paid(3, 1))
    assert chinese(view.title) == "记好了，还差 ¥83.45"
    assert english(view.title) == "Booked, ¥83.45 left"
    assert rows(view) == [("9 月电费和违约金", "247.05"), ("10 月电费", "102.95")]


def test_while_the_hall_is_awaited_the_page_says_so_and_reckons_with_the_quote() -> None:
    view = seen(replace(paid(4, 0, 2), posted=None, hall_awaited=True))
    assert chinese(view.title) == "钱收好了，等中心入账"
    assert "不会多收违约金" in chinese(view.awaited)
    assert rows(view)[0] == ("9 月电费和违约金", "247.05")


def test_money_for_a_bill_paid_elsewhere_meanwhile_becomes_credit_and_the_customer_is_told() -> None:
    """F19: the bill was paid by telephone while its payer stood here with notes."""
    payment = posted_with(
        paid(4, 0, 2),
        share(AllocationPart.PRINCIPAL, 18_640, "2026-10"),
        share(AllocationPart.CREDIT, 25_360),
    )
    assert rows(seen(payment)) == [
        ("10 月电费", "186.40"),
        ("有的已在别处缴过，存进户里，下月抵扣", "253.60"),
    ]


def test_what_fits_no_account_has_a_row_and_a_number() -> None:
    payment = posted_with(paid(4, 0, 2), share(AllocationPart.SUSPENSE, 44_000), claim="001-20261125-044")
    view = seen(payment)
    assert rows(view) == [("还没对上户的", "440.00")]
    assert "001 044" in chinese(view.claim)


def test_a_note_in_doubt_is_named_with_its_claim() -> None:
    view = seen(replace(paid(4, 0, 2), claim=ClaimView("001-20261125-043", None)))
    assert "001 043" in chinese(view.claim)
    assert HOTLINE in english(view.claim)


@given(months=st.integers(1, 9), amount=st.integers(1, 300).map(lambda tens: tens * 1_000))
def test_the_rows_never_overflow_and_always_add_up(months: int, amount: int) -> None:
    lines = quote_of(owing(months)).lines
    payment = replace(paid(1), lines=lines, posted=None, paid_minor=amount)
    view = seen(payment)
    assert len(view.rows) <= 3
    assert sum(minor(row.amount) for row in view.rows) == amount


def test_the_receipt_has_its_code_its_number_and_its_moment() -> None:
    proof = seen(paid(4, 0, 2)).proof
    assert chinese(proof.number) == "001 042"
    assert proof.code == RECEIPT_CODE
    assert chinese(proof.when) == "现金 · 11月25日 09:46"


@pytest.mark.parametrize(
    ("slip", "printer", "said", "again"),
    [
        (Slip.PRINTING, PrinterState.READY, "正在打印收据，请等一下", False),
        (Slip.PRINTED, PrinterState.READY, "收据打好了，别忘了拿", False),
        (Slip.FAILED, PrinterState.PAPER_OUT, "缺纸，没有打出来：请扫码，或记下收据号", False),
        (Slip.FAILED, PrinterState.COVER_OPEN, "打印机盖开着，没有打出来：请扫码，或记下收据号", False),
        (Slip.FAILED, PrinterState.READY, "没有打出来：请扫码，或记下收据号", True),
        (Slip.NONE, PrinterState.GONE, "没有纸质收据：请扫码，或记下收据号", False),
    ],
)
def test_the_slip_s_fate_is_told_and_it_can_be_printed_once_paper_is_back(
    slip: Slip, printer: PrinterState, said: str, again: bool
) -> None:
    view = seen(paid(4, 0, 2, slip=slip), printer)
    assert chinese(view.slip) == said
    assert english(view.slip)
    assert view.may_print_again is again


def test_money_that_could_not_be_receipted_is_owned_up_to_with_one_thing_to_do() -> None:
    view = seen(
        replace(
            paid(2), posted=None, hall_awaited=True, receipt_number=None, receipt_token=None, slip=Slip.NONE
        )
    )
    assert chinese(view.title) == "钱收到了，收据没开出来"
    assert HOTLINE in chinese(view.awaited)
    assert HOTLINE in english(view.awaited)
    assert chinese(view.proof.number) == ""


def test_nobody_is_hurried_while_the_slip_is_being_printed() -> None:
    assert chinese(seen(paid(4, 0, 2, slip=Slip.PRINTING)).countdown) == ""


def test_the_countdown_is_told_in_both_languages() -> None:
    view = seen(paid(4, 0, 2), left=1)
    assert chinese(view.countdown) == "1 秒后回到首页，您的资料会从屏幕上清掉。"
    assert english(view.countdown) == "Home in 1 second; your details leave the screen."
