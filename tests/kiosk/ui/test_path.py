"""From home to done at the real window, with a hall and a payment thread that the test plays."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import TypeVar, cast
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from hall.contract import AccountSummary, UtilityInfo
from kiosk.demo.hand import Hand, shown
from kiosk.front import Front
from kiosk.inquiries import HallNews
from kiosk.payment.view import CashState, DevicesView, PaymentView, PrinterState, Refusal, Slip, Stage
from kiosk.session.events import (
    AccountFound,
    AccountUnknown,
    AskQuote,
    BeginPayment,
    DismissPayment,
    Effect,
    HallSilent,
    LookUp,
    QuoteGiven,
    StopPayment,
    Ticked,
)
from kiosk.session.limits import Limits
from kiosk.session.state import Language
from kiosk.ui.pages.registry import PAGES
from kiosk.ui.pages.sample_visit import CHEN, LIMIT, NOTES, cash_in, in_doubt, paid, quote_of
from kiosk.ui.window import KioskWindow
from tests.kiosk.ui.conftest import OpenWindow, settle

NOW = datetime(2026, 11, 25, 1, 41, tzinfo=UTC)
NUMBER = CHEN.number
Sent = TypeVar("Sent", bound=Effect)
UTILITY = UtilityInfo(
    name="海盐县供电公司",
    name_en="Haiyan County Power Supply",
    hotline="95598",
    timezone="Asia/Shanghai",
    currency="CNY",
    account_number_lengths=(10,),
    notes_accepted_minor=NOTES,
    cash_limit_minor=LIMIT,
    now=NOW,
)


@dataclass
class House:
    """The kiosk's screen, and all that is behind it in the test's hands."""

    window: KioskWindow
    front: Front
    hand: Hand
    time: list[float]
    wanted: list[Effect] = field(default_factory=list)

    def last(self) -> Effect:
        return self.wanted[-1]

    def sent(self, kind: type[Sent]) -> list[Sent]:
        return [effect for effect in self.wanted if isinstance(effect, kind)]

    def hall_finds(self, account: AccountSummary = CHEN) -> None:
        ask = self.last()
        assert isinstance(ask, LookUp)
        self.front.hear_answer(AccountFound(ask.asking, account))

    def hall_quotes(self, account: AccountSummary = CHEN) -> None:
        ask = self.last()
        assert isinstance(ask, AskQuote)
        self.front.hear_answer(QuoteGiven(ask.asking, quote_of(account, ask.billing_months)))

    def pays(self, *views: PaymentView) -> None:
        for view in views:
            self.front.hear_payment(view)
        settle(self.window)

    def passes(self, seconds: float) -> None:
        """Turn the clock, a second at a time, and let it ring."""
        for _ in range(round(seconds)):
            self.time[0] += 1
            self.front._visit.happened(Ticked())
        settle(self.window)

    def to_number_pad(self, typed: str = "") -> None:
        self.hand.touch("查电费、缴费")
        self.hand.type(typed)

    def to_account(self) -> None:
        self.to_number_pad(NUMBER)
        self.hand.touch("查这一户")
        self.hall_finds()
        self.hand.touch("是，看账单")
        self.hall_quotes()
        settle(self.window)

    def to_cash(self) -> None:
        self.to_account()
        self.hand.touch("用现金缴")
        self.pays(cash_in(stage=Stage.OPENING), cash_in())


@pytest.fixture
def house(open_pages: OpenWindow) -> Iterator[House]:
    window = open_pages(PAGES)
    window.window.resize(270, 480)
    time = [1000.0]
    front = Front(window, Limits(), Language.CHINESE, ZoneInfo("UTC"), lambda: time[0], lambda: NOW)
    made = House(window, front, Hand(window.window), time)
    front.wanted.connect(made.wanted.append)
    front.hear_news(HallNews(UTILITY, ()))
    front.hear_devices(DevicesView(CashState.READY, PrinterState.READY))
    settle(window)
    yield made
    front.close()


def test_a_bill_is_found_paid_and_receipted_with_a_dozen_touches(house: House) -> None:
    house.to_cash()
    begin = house.last()
    assert isinstance(begin, BeginPayment)
    assert begin.quote.to_pay_minor == 43_345
    house.hand.see("请放入钞票")
    house.pays(cash_in(4), cash_in(4, 0, 2, stage=Stage.POSTING), paid(4, 0, 2))
    house.hand.see("缴好了，谢谢您")
    house.hand.see("001 042")
    house.hand.touch("办完了，回首页")
    house.hand.see("灯一直亮着")
    assert house.last() == DismissPayment()


def test_the_home_clock_follows_the_utility_s_zone(house: House) -> None:
    assert house.hand.sees("09:41")


def test_a_wrong_number_is_told_in_words_and_mended_without_typing_all_again(house: House) -> None:
    house.to_number_pad(NUMBER)
    house.hand.touch("查这一户")
    ask = house.last()
    assert isinstance(ask, LookUp)
    house.front.hear_answer(AccountUnknown(ask.asking))
    house.hand.see("没有查到。请对一对账单上的数字")
    house.hand.see("3304 1277 86")
    house.hand.touch("删除")
    house.hand.see("再按 1 位数字")


def test_a_hall_that_is_silent_keeps_the_digits(house: House) -> None:
    house.to_number_pad(NUMBER)
    house.hand.touch("查这一户")
    ask = house.last()
    assert isinstance(ask, LookUp)
    house.front.hear_answer(HallSilent(ask.asking))
    house.hand.see("现在连不上中心")
    house.hand.touch("返回")
    house.hand.see("3304 1277 86")


def test_a_slow_hall_is_told_after_a_moment_and_offers_a_way_out(house: House) -> None:
    house.to_number_pad(NUMBER)
    house.hand.touch("查这一户")
    assert not house.hand.sees("正在问中心")
    house.passes(1)
    house.hand.see("正在问中心")
    house.passes(7)
    house.hand.touch("不等了")
    house.hand.see("3304 1277 86")
    house.hand.see("查这一户")


def test_four_taps_within_300_ms_start_one_payment(house: House) -> None:
    """F21: a button that stayed alive until the answer came sent the payment up to four times."""
    house.to_account()
    house.hand.see("用现金缴")
    key = next(item for item in shown(house.window.window.contentItem()) if is_key(item, "用现金缴 ¥433.45"))
    spot = key.mapToScene(QPoint(20, 20).toPointF()).toPoint()
    for _ in range(4):
        QTest.mouseClick(house.window.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)
    assert len(house.sent(BeginPayment)) == 1


def is_key(item: QQuickItem, text: str) -> bool:
    return item.inherits("QQuickAbstractButton") and item.property("text") == text


def test_the_language_changes_in_mid_payment_and_nothing_counted_is_lost(house: House) -> None:
    house.to_cash()
    house.pays(cash_in(3, 2, 1))
    house.hand.touch("English")
    house.hand.see("Put in your notes")
    assert house.hand.sees("420")
    assert house.hand.sees("Stop here, credit ¥420")
    house.hand.touch("中文")
    house.hand.see("到此为止，记 ¥420")


def test_the_language_changes_on_the_number_pad_and_no_digit_is_lost(house: House) -> None:
    house.to_number_pad("330412")
    house.hand.touch("English")
    house.hand.see("Press 4 more digits")
    assert house.hand.sees("3304 12")


def test_stopping_half_way_shows_what_each_month_gets_before_it_is_done(house: House) -> None:
    house.to_cash()
    house.pays(cash_in(3, 2, 1))
    house.hand.see("9 月还 ¥247.05，10 月还 ¥172.95")
    house.hand.touch("到此为止，记 ¥420")
    assert isinstance(house.last(), StopPayment)
    house.pays(cash_in(3, 2, 1, stage=Stage.CLOSING), paid(3, 2, 1))
    house.hand.see("记好了，还差 ¥13.45")


def test_home_asks_before_it_leaves_a_payment(house: House) -> None:
    house.to_cash()
    house.pays(cash_in(1))
    house.hand.touch("首页")
    house.hand.see("到此为止吗？")
    assert house.sent(StopPayment) == []
    house.hand.touch("接着放钞票")
    house.hand.see("请放入钞票")


def test_a_note_put_in_while_being_asked_is_counted_on_the_same_page(house: House) -> None:
    house.to_cash()
    house.pays(cash_in(1))
    house.hand.touch("首页")
    house.pays(cash_in(1, stage=Stage.MOVING))
    house.hand.see("有一张钞票还在里面")
    house.pays(cash_in(2))
    house.hand.see("放进去的 ¥200 都在")


def test_a_refused_note_has_its_page_until_the_next_one_moves(house: House) -> None:
    house.to_cash()
    house.pays(replace(cash_in(3, 2), refusal=Refusal.NOT_READ))
    house.hand.see("这张钞票退回来了")
    house.hand.see("前面放的 ¥400 都记好了，这张没有记。")
    house.pays(cash_in(3, 2, stage=Stage.MOVING), cash_in(3, 2, 1))
    house.hand.see("请放入钞票")


def test_a_jam_ends_with_a_number_and_the_receipt_of_what_was_counted(house: House) -> None:
    house.to_cash()
    house.pays(replace(cash_in(3, 2, stage=Stage.CLOSING), jammed=True))
    house.hand.see("入钞口卡住了")
    house.pays(in_doubt(3, 2))
    house.hand.see("001 043")
    house.hand.see("11月27日 18:00")


def test_a_hall_lost_before_paying_starts_no_cash_and_goes_on_where_it_was(house: House) -> None:
    house.to_account()
    house.front.hear_news(None)
    house.hand.touch("用现金缴")
    house.hand.see("现在连不上中心")
    assert house.sent(BeginPayment) == []
    house.hand.touch("再试一次")
    house.hall_quotes()
    house.hand.touch("用现金缴")
    assert len(house.sent(BeginPayment)) == 1


def test_a_month_is_unticked_and_the_sum_follows(house: House) -> None:
    house.to_account()
    house.hand.touch("2026年 10月")
    ask = house.last()
    assert isinstance(ask, AskQuote)
    assert ask.billing_months == ("2026-09",)
    house.hall_quotes()
    house.hand.see("用现金缴 ¥247.05")


def test_a_tick_counts_once_though_the_row_was_refreshed_under_the_finger(house: House) -> None:
    """F44: a list that is rebuilt under the finger loses the touch."""
    house.to_account()
    row = next(item for item in shown(house.window.window.contentItem()) if is_key(item, "2026年 10月"))
    spot = row.mapToScene(QPoint(300, 60).toPointF()).toPoint()
    mouse = (house.window.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)
    QTest.mousePress(*mouse)
    house.front.hear_devices(DevicesView(CashState.READY, PrinterState.PAPER_OUT))
    house.hand.see("没有打印纸")
    house.hand.settle()
    QTest.mouseRelease(*mouse)
    assert [ask.billing_months for ask in house.sent(AskQuote)] == [None, ("2026-09",)]


def test_without_cash_the_page_says_why_and_lights_up_when_it_is_back(house: House) -> None:
    house.to_account()
    house.front.hear_devices(DevicesView(CashState.BOX_FULL, PrinterState.READY))
    house.hand.touch("用现金缴")
    house.hand.see("钞箱满了")
    house.hand.see("还没有收您的钱")
    house.front.hear_devices(DevicesView(CashState.READY, PrinterState.READY))
    house.hand.touch("接着付现金")
    assert len(house.sent(BeginPayment)) == 1


def test_silence_veils_the_page_and_then_ends_the_visit(house: House) -> None:
    house.to_account()
    house.passes(60)
    house.hand.see("您还在吗？")
    assert not house.hand.sees("陈*芳")
    assert not any(NUMBER in text.replace(" ", "") for text in house.hand.texts())
    house.passes(30)
    house.hand.see("灯一直亮着")


def test_i_am_still_here_brings_the_same_page_back(house: House) -> None:
    house.to_number_pad("330412")
    house.passes(60)
    house.hand.touch("我还在")
    house.hand.see("3304 12")


def test_after_a_restart_the_sum_is_shown_masked_and_goes_by_itself(house: House) -> None:
    house.pays(replace(paid(2), recovered=True))
    house.hand.see("机器刚才重新启动过")
    house.hand.see("3304 **** 86")
    house.hand.see("200")
    house.passes(60)
    house.hand.see("灯一直亮着")
    assert house.last() == DismissPayment()


def test_the_slip_s_state_follows_the_printer_while_the_last_page_stands(house: House) -> None:
    house.to_cash()
    house.pays(cash_in(4, 0, 2, stage=Stage.POSTING), paid(4, 0, 2, slip=Slip.PRINTING))
    house.hand.see("正在打印收据")
    house.pays(paid(4, 0, 2, slip=Slip.PRINTED))
    house.hand.see("收据打好了")
    house.hand.see("30 秒后回到首页")


def ends_by_touch(house: House) -> None:
    house.hand.touch("办完了，回首页")


def ends_by_silence(house: House) -> None:
    house.passes(31)


BACKWARDS = "7905550333"
"""The number of the next test's household: nothing else of this name may be in memory, not even here."""


def a_visit_of_somebody(house: House) -> None:
    """Paid and receipted; whatever the test itself knew of them is gone with this frame."""
    somebody = CHEN.model_copy(update={"number": BACKWARDS[::-1], "masked_name": "欧*仪"})
    house.to_number_pad(somebody.number)
    house.hand.touch("查这一户")
    house.hall_finds(somebody)
    house.hand.touch("是，看账单")
    house.hall_quotes(somebody)
    house.hand.touch("用现金缴")
    in_slot = replace(cash_in(), account=somebody, lines=quote_of(somebody).lines)
    house.pays(replace(in_slot, stage=Stage.OPENING), in_slot)
    house.hand.touch("English")
    done = replace(paid(4, 0, 2), account=somebody, receipt_token=f"BH1.{somebody.number}.x")
    house.pays(replace(in_slot, stage=Stage.POSTING), done)
    house.hand.touch("中文")
    house.hand.see("缴好了")


@pytest.mark.parametrize("end", [ends_by_touch, ends_by_silence])
def test_after_the_visit_nothing_of_it_is_left(house: House, end: Callable[[House], None]) -> None:
    """F39: not on the screen, in the models, nor anywhere that Python or QML can still reach."""
    a_visit_of_somebody(house)
    assert remembered(house.window), "this test would not find what is there"
    end(house)
    house.hand.see("灯一直亮着")
    house.pays(PaymentView())
    house.wanted.clear()
    assert remembered(house.window) == []


def remembered(window: KioskWindow) -> list[str]:
    """Every place that still knows the number, in Python or in an item's property."""
    QGuiApplication.processEvents()
    gc.collect()
    in_python = [
        f"{type(holder).__name__}: {text}"
        for holder in gc.get_objects()
        for text in gc.get_referents(holder)
        if type(text) is str and BACKWARDS in text.replace(" ", "")[::-1]
    ]
    in_items = [
        f"{item}: {text}"
        for item in everything_under(window.window.contentItem())
        for text in texts_of(item)
        if BACKWARDS in text.replace(" ", "")[::-1]
    ]
    return in_python + in_items


def texts_of(item: QQuickItem) -> Iterator[str]:
    meta = item.metaObject()
    for index in range(meta.propertyCount()):
        prop = meta.property(index)
        if cast(str, prop.typeName()) in ("QString", "QUrl"):  # Qt's stubs take its names for bytes
            value = item.property(cast(str, prop.name()))
            yield value if isinstance(value, str) else value.toString()


def everything_under(item: QQuickItem) -> Iterator[QQuickItem]:
    yield item
    for child in item.childItems():
        yield from everything_under(child)
