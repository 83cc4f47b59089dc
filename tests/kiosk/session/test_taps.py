"""What touching does on each page of the visit."""

from __future__ import annotations

import pytest

from hall.contract import PaymentEnd
from kiosk.payment.view import Stage
from kiosk.session.events import (
    AskQuote,
    AskUtility,
    BeginPayment,
    CashChanged,
    DismissPayment,
    HallChanged,
    HallSilent,
    Key,
    LanguageChosen,
    LookUp,
    MonthToggled,
    OutagesTold,
    PaymentChanged,
    PrintAgain,
    StopPayment,
    UtilityLearned,
)
from kiosk.session.state import (
    Choosing,
    Confirming,
    HallDown,
    Home,
    Identifying,
    Language,
    Leaving,
    NoCash,
    Outages,
    Paying,
    Session,
    Way,
)
from tests.kiosk.session.scenes import (
    NUMBER,
    Screen,
    asked,
    at_cash,
    at_home,
    choosing,
    confirming,
    finished,
    give_quote,
    identifying,
    paying,
)


def test_the_lit_slab_on_home_leads_to_the_number_pad() -> None:
    assert at_home().press(Key.PAY_BILL).session.page == Identifying()


def test_outages_are_paged_and_lead_home() -> None:
    screen = at_home().does(OutagesTold(4)).press(Key.OUTAGES)
    assert screen.session.page == Outages()
    assert screen.press(Key.LATER, Key.LATER).session.page == Outages(3)
    assert screen.press(Key.EARLIER, Key.EARLIER).session.page == Outages()
    assert screen.press(Key.HOME).session.page == Home()


def test_before_the_hall_has_told_how_long_numbers_are_the_page_says_it_is_down_and_asks_again() -> None:
    screen = Screen().press(Key.PAY_BILL)
    assert screen.session.page == HallDown(Identifying())
    screen.press(Key.RETRY)
    assert isinstance(screen.last(), AskUtility)
    assert screen.does(UtilityLearned((10,))).session.page == Identifying()


def test_whoever_was_faster_than_the_hall_gets_the_number_pad_by_itself() -> None:
    assert Screen().press(Key.PAY_BILL).does(UtilityLearned((10,))).session.page == Identifying()


def test_news_of_the_hall_do_not_take_the_page_away_that_offers_to_ask_again() -> None:
    screen = asked().does(HallSilent(1), UtilityLearned((10,)))
    assert screen.session.page == HallDown(Identifying(NUMBER))


def test_digits_are_taken_up_to_the_longest_number_there_is() -> None:
    assert identifying("33041277869999").session.page == Identifying(NUMBER)


def test_delete_takes_the_last_digit_and_clear_all_of_them() -> None:
    screen = identifying("3304")
    assert screen.press(Key.DELETE).session.page == Identifying("330")
    assert screen.press(Key.CLEAR).session.page == Identifying()


def test_a_number_is_looked_up_only_when_it_is_whole() -> None:
    assert identifying("330412778").press(Key.LOOK_UP).sent(LookUp) == []
    assert identifying(NUMBER).press(Key.LOOK_UP).sent(LookUp) == [LookUp(1, NUMBER)]


def test_a_number_of_any_length_the_utility_has_can_be_looked_up() -> None:
    screen = Screen().does(UtilityLearned((10, 13))).press(Key.PAY_BILL).type(NUMBER).press(Key.LOOK_UP)
    assert screen.sent(LookUp) == [LookUp(1, NUMBER)]
    assert screen.type("123").press(Key.LOOK_UP).last() == LookUp(2, NUMBER + "123")


def test_four_taps_on_look_up_ask_the_hall_once() -> None:
    assert len(identifying(NUMBER).press(*[Key.LOOK_UP] * 4).sent(LookUp)) == 1


def test_back_stops_waiting_for_the_hall_and_keeps_what_was_typed() -> None:
    assert asked().press(Key.BACK).session.page == Identifying(NUMBER)


def test_typing_on_drops_the_question_that_was_asked() -> None:
    assert asked().press(Key.DELETE).session.page == Identifying(NUMBER[:-1])


def test_no_is_not_mine_goes_back_to_the_digits_as_typed() -> None:
    assert confirming().press(Key.BACK).session.page == Identifying(NUMBER)


def test_yes_opens_the_account_with_every_month_ticked_and_asks_what_that_comes_to() -> None:
    screen = confirming().press(Key.YES)
    page = screen.session.page
    assert isinstance(page, Choosing)
    assert page.chosen == {"2026-09", "2026-10"}
    assert screen.last() == AskQuote(2, NUMBER, None)


def test_an_account_with_nothing_due_asks_for_no_quote() -> None:
    screen = confirming(months=0).press(Key.YES)
    assert screen.sent(AskQuote) == []
    assert screen.press(Key.PAY).sent(BeginPayment) == []


def test_from_an_account_another_number_can_be_typed_at_once() -> None:
    screen = confirming(months=0).press(Key.YES, Key.ANOTHER)
    assert screen.session.page == Identifying()


def test_unticking_a_month_asks_for_exactly_what_is_left() -> None:
    screen = choosing().does(MonthToggled("2026-10"))
    assert screen.last() == AskQuote(3, NUMBER, ("2026-09",))
    assert screen.press(Key.PAY).sent(BeginPayment) == []


def test_with_no_month_ticked_nothing_is_asked_and_nothing_can_be_paid() -> None:
    screen = choosing().does(MonthToggled("2026-10"), MonthToggled("2026-09"))
    page = screen.session.page
    assert isinstance(page, Choosing)
    assert page.asking is None
    assert page.quote is None
    assert screen.press(Key.PAY).sent(BeginPayment) == []


def test_a_month_that_is_not_due_cannot_be_ticked() -> None:
    before = choosing().session.page
    assert choosing().does(MonthToggled("1999-01")).session.page == before


@pytest.mark.parametrize(("months", "pages"), [(4, [0]), (5, [0, 4]), (8, [0, 4]), (9, [0, 4, 8])])
def test_more_months_lead_to_every_month_and_no_further(months: int, pages: list[int]) -> None:
    screen = choosing(months)
    seen = []
    for _ in range(4):
        page = screen.session.page
        assert isinstance(page, Choosing)
        if page.first_row not in seen:
            seen.append(page.first_row)
        screen.press(Key.LATER)
    assert seen == pages
    screen.press(*[Key.EARLIER] * 4)
    assert isinstance(screen.session.page, Choosing)
    assert screen.session.page.first_row == 0


def test_four_taps_on_pay_start_one_payment() -> None:
    screen = choosing().press(*[Key.PAY] * 4)
    assert len(screen.sent(BeginPayment)) == 1
    assert isinstance(screen.session.page, Paying)


def test_all_months_ticked_is_a_payment_of_everything_due() -> None:
    begin = choosing().press(Key.PAY).last()
    assert isinstance(begin, BeginPayment)
    assert begin.billing_months is None


def test_chosen_months_go_into_the_payment_oldest_first() -> None:
    screen = choosing(3).does(MonthToggled("2026-10"))
    begin = give_quote(screen).press(Key.PAY).last()
    assert isinstance(begin, BeginPayment)
    assert begin.billing_months == ("2026-08", "2026-09")


def test_without_a_cash_device_paying_leads_to_a_page_with_the_reason_and_on_once_it_is_back() -> None:
    screen = choosing().does(CashChanged(ready=False)).press(Key.PAY)
    assert isinstance(screen.session.page, NoCash)
    assert screen.sent(BeginPayment) == []
    screen.does(CashChanged(ready=True)).press(Key.RETRY)
    assert len(screen.sent(BeginPayment)) == 1


def test_new_cash_is_not_started_while_the_hall_is_down() -> None:
    screen = choosing().does(HallChanged(reachable=False)).press(Key.PAY)
    assert isinstance(screen.session.page, HallDown)
    assert screen.sent(BeginPayment) == []
    assert isinstance(screen.press(Key.BACK).session.page, Choosing)


def test_the_page_for_a_hall_that_is_down_asks_the_same_question_again() -> None:
    screen = asked().does(HallSilent(1)).press(Key.RETRY)
    assert screen.last() == LookUp(2, NUMBER)
    screen = confirming().press(Key.YES).does(HallSilent(2)).press(Key.RETRY)
    assert screen.last() == AskQuote(3, NUMBER, None)
    assert isinstance(give_quote(screen).session.page, Choosing)


def test_back_from_a_hall_that_is_down_keeps_the_digits() -> None:
    assert asked().does(HallSilent(1)).press(Key.BACK).session.page == Identifying(NUMBER)


@pytest.mark.parametrize(("key", "way"), [(Key.HOME, Way.HOME), (Key.BACK, Way.ACCOUNT)])
def test_leaving_a_payment_asks_first_and_stays_unless_told(key: Key, way: Way) -> None:
    screen = at_cash().press(key)
    assert screen.session.sheet == Leaving(way)
    assert screen.sent(StopPayment) == []
    assert screen.press(Key.STAY).session.sheet is None
    assert screen.press(key, Key.LEAVE).last() == StopPayment(PaymentEnd.STOPPED)


def test_a_payment_left_by_back_returns_to_the_account_and_by_home_ends_the_visit() -> None:
    back = at_cash().press(Key.BACK, Key.LEAVE).does(PaymentChanged(paying(Stage.IDLE)))
    assert isinstance(back.session.page, Choosing)
    assert (
        at_cash().press(Key.HOME, Key.LEAVE).does(PaymentChanged(paying(Stage.IDLE))).session.page == Home()
    )


def test_after_the_first_note_there_is_no_back_but_a_stop() -> None:
    screen = at_cash(paid=10_000).press(Key.BACK)
    assert screen.session.sheet is None
    assert screen.press(Key.STOP).last() == StopPayment(PaymentEnd.STOPPED)


def test_while_a_note_is_inside_nobody_is_let_go() -> None:
    screen = at_cash(paid=10_000).does(PaymentChanged(paying(Stage.MOVING, 10_000, may_stop=False)))
    assert screen.press(Key.STOP).sent(StopPayment) == []
    assert screen.press(Key.HOME, Key.LEAVE).sent(StopPayment) == []
    assert screen.session.sheet == Leaving(Way.HOME)


def test_before_the_slot_is_open_a_payment_can_be_left() -> None:
    screen = choosing().press(Key.PAY).does(PaymentChanged(paying(Stage.OPENING, may_stop=False)))
    assert screen.press(Key.BACK, Key.LEAVE).last() == StopPayment(PaymentEnd.STOPPED)


def test_leaving_while_a_note_is_being_read_keeps_the_page_until_it_has_come_back() -> None:
    """F10: no idle page while the machine still holds something."""
    screen = at_cash().press(Key.HOME, Key.LEAVE)
    for stage in (Stage.MOVING, Stage.CLOSING):
        screen.does(PaymentChanged(paying(stage, may_stop=False)))
        assert isinstance(screen.session.page, Paying)
        assert isinstance(screen.wait(120).session.page, Paying)
    assert screen.does(PaymentChanged(paying(Stage.IDLE))).session.page == Home()


def test_a_payment_that_closes_by_itself_takes_the_question_away() -> None:
    screen = at_cash(paid=40_000).press(Key.HOME)
    screen.does(PaymentChanged(paying(Stage.CLOSING, 49_000, may_stop=False)))
    assert screen.session.sheet is None
    assert screen.press(Key.HOME).session.sheet is None


def test_after_the_last_page_everything_of_the_visit_is_gone() -> None:
    screen = finished().press(Key.HOME)
    assert screen.last() == DismissPayment()
    assert NUMBER not in repr(screen.session)
    assert "陈" not in repr(screen.session)


def test_another_thing_to_do_starts_with_an_empty_pad_in_the_same_language() -> None:
    screen = finished().does(LanguageChosen(Language.ENGLISH)).press(Key.ANOTHER)
    assert screen.session.page == Identifying()
    assert screen.session.language is Language.ENGLISH
    assert screen.last() == DismissPayment()
    assert NUMBER not in repr(screen.session)


def test_a_slip_can_be_asked_for_again() -> None:
    assert finished().press(Key.PRINT_AGAIN).last() == PrintAgain()


@pytest.mark.parametrize("scene", [at_home, asked, confirming, choosing, at_cash, finished])
def test_the_language_can_be_changed_on_every_page_and_nothing_else_changes(scene: object) -> None:
    screen = scene()  # type: ignore[operator]
    before = screen.session
    after: Session = screen.does(LanguageChosen(Language.ENGLISH)).session
    assert after.language is Language.ENGLISH
    assert (after.page, after.sheet, after.world) == (before.page, before.sheet, before.world)


def test_going_home_gives_the_next_person_the_hall_s_own_language() -> None:
    screen = identifying("3304").does(LanguageChosen(Language.ENGLISH)).press(Key.HOME)
    assert screen.session.language is Language.CHINESE


def test_confirming_leads_home_when_asked() -> None:
    assert isinstance(confirming().session.page, Confirming)
    assert confirming().press(Key.HOME).session.page == Home()
