"""The account: what is due, what is chosen, and what that comes to in notes."""

from __future__ import annotations

from datetime import date

import pytest

from kiosk.payment.view import PrinterState
from kiosk.session.state import Asking, Choosing
from kiosk.ui.pages.account_view import AccountView, account_view
from kiosk.ui.pages.sample_visit import CHEN, LIMIT, OCTOBER, owing, quote_of, terms
from kiosk.ui.pages.waiting import Wait
from tests.kiosk.ui.pages.words import chinese, english

TODAY = date(2026, 11, 25)
ALL = frozenset({"2026-09", "2026-10"})
CHOSEN = Choosing(CHEN, ALL, quote_of(CHEN))


def seen(
    page: Choosing = CHOSEN,
    least: int = 44_000,
    printer: PrinterState = PrinterState.READY,
    wait: Wait = Wait.SHORT,
) -> AccountView:
    return account_view(page, terms(least), printer, wait, TODAY)


def test_each_month_shows_its_sum_its_day_and_its_late_fee() -> None:
    september, october = seen().months
    assert chinese(september.text) == "2026年 9月"
    assert chinese(september.sub) == "10月31日 到期，逾期 25 天"
    assert english(september.sub) == "Due 31 October, 25 days late"
    assert chinese(september.amount) == "247.05"
    assert chinese(september.warning) == "含违约金 ¥6.03"
    assert chinese(october.sub) == "11月30日 到期"
    assert chinese(october.warning) == ""


def test_a_bill_due_today_says_so() -> None:
    account = CHEN.model_copy(update={"due": (OCTOBER.model_copy(update={"due_date": TODAY}),)})
    view = seen(Choosing(account, frozenset({"2026-10"}), quote_of(account)))
    assert chinese(view.months[0].sub) == "今天到期"


def test_the_key_says_the_sum_and_that_it_is_cash() -> None:
    assert chinese(seen().pay) == "用现金缴 ¥433.45"
    assert english(seen().pay) == "Pay ¥433.45 in cash"
    assert seen().may_pay


def test_the_least_notes_and_what_is_over_are_said_before_paying() -> None:
    assert chinese(seen().cash) == "收 10、20、50、100 元，不找零"
    assert chinese(seen().cash_more) == "最少放 ¥440，多 ¥6.55 存进户里"
    assert chinese(seen(least=43_345).cash_more) == "最少放 ¥433.45，正好"


def test_more_than_one_payment_may_take_is_said_before_paying() -> None:
    view = seen(least=LIMIT + 1_000)
    assert chinese(view.cash_more) == "一次最多收 ¥5,000，先少选几个月，或者分几次缴"


def test_while_the_hall_reckons_nothing_can_be_paid_and_the_wait_is_told() -> None:
    view = seen(Choosing(CHEN, frozenset({"2026-09"}), asking=Asking(1, 0.0)), wait=Wait.SHOWN)
    assert chinese(view.amount) == ""
    assert not view.may_pay
    assert not view.may_retry
    assert chinese(view.waiting) == "中心正在算，请等一下。"
    assert chinese(view.next_step) == "正在算要缴多少"


def test_without_an_answer_it_can_be_asked_again() -> None:
    view = seen(Choosing(CHEN, ALL))
    assert view.may_retry
    assert not view.may_pay


def test_with_nothing_chosen_the_counter_points_to_the_months() -> None:
    view = seen(Choosing(CHEN, frozenset()))
    assert chinese(view.next_step) == "点上面，选要缴的月份"
    assert not view.may_pay
    assert not view.may_retry
    assert [month.chosen for month in view.months] == [False, False]


def test_credit_that_pays_a_part_is_named_and_its_sum_is_not() -> None:
    quote = quote_of(CHEN)
    covered = quote.lines[0].model_copy(update={"credit_minor": 603})
    view = seen(Choosing(CHEN, ALL, quote.model_copy(update={"lines": (covered, *quote.lines[1:])})))
    assert chinese(view.headline) == "应缴电费，已选 2 个月，预存的先抵了"
    assert chinese(view.amount) == "427.42"


def test_nothing_due_is_said_in_words() -> None:
    view = seen(Choosing(CHEN.model_copy(update={"due": ()}), frozenset()))
    assert view.nothing_due
    assert not view.may_pay
    assert chinese(view.headline) == "这一户现在没有要缴的电费"


def test_credit_that_covers_everything_leaves_nothing_to_pay() -> None:
    quote = quote_of(CHEN)
    lines = tuple(line.model_copy(update={"credit_minor": line.owed_minor}) for line in quote.lines)
    view = seen(Choosing(CHEN, ALL, quote.model_copy(update={"lines": lines})))
    assert view.nothing_due
    assert english(view.headline) == "Your credit already covers these months"


def test_more_months_than_fit_are_counted_both_ways() -> None:
    account = owing(9)
    everything = frozenset(month.billing_month for month in account.due)
    first, middle, last = (
        seen(Choosing(account, everything, quote_of(account), first_row=row)) for row in (0, 4, 8)
    )
    assert (chinese(first.fewer), chinese(first.more)) == ("", "后面还有 5 个月")
    assert (chinese(middle.fewer), chinese(middle.more)) == ("前面还有 4 个月", "后面还有 1 个月")
    assert (chinese(last.fewer), chinese(last.more)) == ("前面还有 8 个月", "")
    assert [len(view.months) for view in (first, middle, last)] == [4, 4, 1]


@pytest.mark.parametrize(
    ("printer", "said"),
    [
        (PrinterState.READY, ""),
        (PrinterState.PAPER_LOW, ""),
        (PrinterState.PAPER_OUT, "没有打印纸：收据扫码取"),
        (PrinterState.GONE, "打印机坏了：收据扫码取"),
    ],
)
def test_what_the_printer_cannot_do_is_said_before_paying(printer: PrinterState, said: str) -> None:
    assert chinese(seen(printer=printer).paper) == said


@pytest.mark.parametrize(("months", "free"), [(1, 3), (2, 3), (3, 2), (4, 1), (9, 1)])
def test_the_months_leave_room_for_at_least_the_terms_of_cash(months: int, free: int) -> None:
    account = owing(months)
    page = Choosing(account, frozenset(month.billing_month for month in account.due), quote_of(account))
    assert seen(page).rows_free == free
