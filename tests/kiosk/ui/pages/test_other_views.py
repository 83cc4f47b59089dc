"""The smaller pages of the path: confirming, jams, reconnection, restarts, what is down, silence, leaving."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from kiosk.payment.view import CashState, PaymentView, PrinterState, Slip, Stage
from kiosk.session.state import Asking, HallDown, Identifying
from kiosk.ui.pages.confirm_view import confirm_view
from kiosk.ui.pages.hall_down_view import hall_down_view
from kiosk.ui.pages.jam_view import JamView, jam_view
from kiosk.ui.pages.leaving_view import leaving_view
from kiosk.ui.pages.no_cash_view import no_cash_view
from kiosk.ui.pages.reconnect_view import ReconnectView, order_of, reconnect_view
from kiosk.ui.pages.restarted_view import masked_number, restarted_view
from kiosk.ui.pages.sample_visit import (
    CHEN,
    cash_in,
    in_doubt,
    jammed,
    owing,
    paid,
    quote_of,
    reconnecting,
)
from kiosk.ui.pages.still_there_view import still_there_view
from kiosk.ui.pages.waiting import Wait
from kiosk.ui.samples import HOTLINE, NOW, ZONE
from tests.kiosk.ui.pages.words import chinese, english, minor


def test_confirming_shows_no_more_than_a_typed_number_may() -> None:
    view = confirm_view(CHEN, HOTLINE)
    assert chinese(view.number) == "3304 1277 86"
    assert chinese(view.name) == "陈*芳"
    assert chinese(view.town) == "武原街道"


def jam(payment: PaymentView) -> JamView:
    return jam_view(payment, PrinterState.READY, HOTLINE, ZONE, 30)


def test_a_jam_is_checked_before_it_gets_a_number() -> None:
    view = jam(jammed(3, 2))
    assert not view.finished
    assert chinese(view.waiting) == "机器在核对，请等一下，别走开"
    assert chinese(view.claim_number) == ""
    assert chinese(view.safe) == "数过的 ¥400 记好了"


def test_a_jam_ends_with_its_claim_its_answer_s_day_and_the_receipt_of_what_was_counted() -> None:
    view = jam(in_doubt(3, 2))
    assert view.finished
    assert chinese(view.claim_number) == "001 043"
    assert chinese(view.answer_due) == "11月27日 18:00"
    assert english(view.answer_due) == "27 November 18:00"
    assert chinese(view.proof.number) == "001 042"


def test_a_jam_of_the_first_note_says_that_nothing_else_was_taken() -> None:
    view = jam(in_doubt())
    assert chinese(view.safe) == "别的钱没有收"
    assert chinese(view.proof.number) == ""
    assert chinese(view.slip) == "登记单打好了，别忘了拿"
    assert not view.counted


def test_a_note_lost_without_a_jam_is_not_called_one() -> None:
    assert chinese(jam(replace(in_doubt(1), jammed=False)).title) == "有一张没能数清"


def test_until_the_hall_has_said_when_the_answer_comes_by_phone() -> None:
    payment = in_doubt(1)
    assert payment.claim is not None
    assert (
        chinese(jam(replace(payment, claim=replace(payment.claim, answer_due=None))).answer_due)
        == "打电话可以问"
    )


def test_counted_money_that_the_hall_has_not_got_yet_is_said_to_be_kept() -> None:
    assert "一连上" not in chinese(jam(in_doubt(1)).safe_more)
    assert "连上中心就入账" in chinese(jam(replace(in_doubt(1), posted=None)).safe_more)


def reconnect(payment: PaymentView) -> ReconnectView:
    return reconnect_view(payment, PrinterState.READY, HOTLINE, NOW, 30)


@pytest.mark.parametrize(
    ("in_hours", "in_chinese", "in_english"),
    [
        (2, "今天 11:41", "Today 11:41"),
        (24, "明天 09:41", "Tomorrow 09:41"),
        (72, "11月28日 09:41", "28 November 09:41"),
    ],
)
def test_power_is_promised_by_a_day_that_people_say(in_hours: int, in_chinese: str, in_english: str) -> None:
    payment = reconnecting()
    assert payment.posted is not None
    order = payment.posted.reconnect_orders[0].model_copy(
        update={"promised_by": NOW + timedelta(hours=in_hours)}
    )
    posted = payment.posted.model_copy(update={"reconnect_orders": (order,)})
    view = reconnect(replace(payment, posted=posted))
    assert chinese(view.promised) == in_chinese
    assert english(view.promised) == in_english


def test_the_order_and_the_receipt_are_both_on_the_page() -> None:
    view = reconnect(reconnecting())
    assert chinese(view.order_number) == "430 517"
    assert chinese(view.paid) == "缴了 ¥440，多的 ¥6.55 存进户里"
    assert chinese(view.receipt) == "收据号 001 042 · 现金 · 11月25日 09:46"
    assert english(view.paid) == "Paid ¥440, ¥6.55 over stays on the account"
    assert HOTLINE in chinese(view.late)


def test_without_an_order_there_is_nothing_to_promise() -> None:
    assert order_of(paid(4)) is None
    assert order_of(PaymentView()) is None


def test_after_a_restart_the_number_is_masked_and_the_sum_is_whole() -> None:
    view = restarted_view(replace(paid(2), recovered=True), PrinterState.READY, HOTLINE, ZONE, 60)
    assert chinese(view.account) == "3304 **** 86"
    assert chinese(view.amount) == "200.00"
    assert chinese(view.booked) == "已经记到户里。"
    assert chinese(view.countdown) == "60 秒后回到首页。"


def test_after_a_restart_without_the_hall_the_money_is_kept() -> None:
    payment = replace(paid(2), posted=None, recovered=True)
    view = restarted_view(payment, PrinterState.READY, HOTLINE, ZONE, 60)
    assert chinese(view.booked) == "已经存好，连上中心就入账。"


def test_a_masked_number_does_not_show_the_whole_of_a_short_one() -> None:
    assert masked_number("330477") == "**** 77"


@pytest.mark.parametrize("cash", CashState)
def test_no_cash_always_has_a_reason_and_only_a_ready_slot_lets_go_on(cash: CashState) -> None:
    view = no_cash_view(cash, HOTLINE)
    assert chinese(view.title)
    assert english(view.reason)
    assert view.may_go_on is (cash is CashState.READY)


def test_waiting_is_offered_only_where_it_may_help() -> None:
    assert no_cash_view(CashState.GONE, HOTLINE).may_wait
    assert not no_cash_view(CashState.BOX_FULL, HOTLINE).may_wait


def test_a_hall_that_is_down_says_since_when_and_what_is_old() -> None:
    page = HallDown(Identifying("3304127786"))
    view = hall_down_view(page, NOW.replace(minute=27), NOW.replace(minute=25), HOTLINE, Wait.SHORT)
    assert chinese(view.why) == "查账单要连中心。线路 09:27 断开，正在重连。"
    assert chinese(view.outages) == "09:25 的，可能不是最新"
    assert view.may_retry


def test_a_hall_that_only_failed_once_is_not_said_to_be_cut_off() -> None:
    view = hall_down_view(HallDown(Identifying()), None, None, HOTLINE, Wait.SHORT)
    assert chinese(view.why) == "中心没有答复。查账单要连中心，请再试一次。"


def test_asking_again_is_told_and_can_be_left() -> None:
    view = hall_down_view(HallDown(Identifying(), Asking(1, 0.0)), None, None, HOTLINE, Wait.LONG)
    assert not view.may_retry
    assert chinese(view.back) == "不等了"


def test_silence_says_what_becomes_of_the_money() -> None:
    assert chinese(still_there_view(PaymentView(), 18, 30).money) == "还没有付钱。"
    view = still_there_view(cash_in(4, 0, 1), 15, 30)
    assert chinese(view.money) == "放进去的 ¥420 会记到户里。"
    assert view.share == pytest.approx(0.5)


def test_leaving_before_the_first_note_costs_nothing_and_says_so() -> None:
    view = leaving_view(cash_in())
    assert chinese(view.safe) == "还没有收您的钱"
    assert chinese(view.leave) == "不付了"
    assert [chinese(row.amount) for row in view.rows] == ["247.05", "186.40"]
    assert view.may_leave


def test_leaving_with_money_in_shows_what_each_month_gets() -> None:
    view = leaving_view(cash_in(3, 2, 1))
    assert [(chinese(row.text), chinese(row.sub), chinese(row.amount)) for row in view.rows] == [
        ("2026年 9月", "还清", "247.05"),
        ("2026年 10月", "还差 ¥13.45", "172.95"),
    ]
    assert chinese(view.stay) == "接着放钞票"


def test_leaving_with_more_than_is_due_shows_the_credit() -> None:
    rows = leaving_view(replace(cash_in(4, 1), may_stop=True)).rows
    assert (chinese(rows[-1].text), chinese(rows[-1].amount)) == ("多的存进户里", "16.55")


def test_many_months_fit_on_the_page_for_leaving() -> None:
    lines = quote_of(owing(9)).lines
    everything = sum(line.to_pay_minor for line in lines)
    view = leaving_view(replace(cash_in(1), lines=lines, paid_minor=everything + 345))
    assert len(view.rows) == 5
    assert sum(minor(row.amount) for row in view.rows) == everything + 345
    assert chinese(view.rows[0].text) == "最早的 6 个月"


def test_with_a_note_inside_nobody_is_let_go() -> None:
    view = leaving_view(cash_in(3, stage=Stage.MOVING))
    assert not view.may_leave
    assert chinese(view.text) == "有一张钞票还在里面，数完才能走。"


def test_the_slip_of_a_claim_alone_is_told_when_it_fails() -> None:
    view = jam(replace(in_doubt(), slip=Slip.FAILED))
    assert chinese(view.slip) == "没有打出来：请记下登记编号"
