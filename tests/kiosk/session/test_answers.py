"""What the hall's answers do to the visit, also when they come late."""

from __future__ import annotations

from kiosk.session.events import (
    AccountFound,
    AccountUnknown,
    HallSilent,
    Key,
    LookUpsLimited,
    MonthToggled,
    QuoteGiven,
)
from kiosk.session.state import Choosing, Confirming, HallDown, Home, Identifying, Trouble
from tests.kiosk.session.scenes import NUMBER, account, asked, choosing, confirming, quote_for


def test_a_found_account_is_confirmed_before_anything_else() -> None:
    assert asked().does(AccountFound(1, account())).session.page == Confirming(account())


def test_an_unknown_number_is_told_and_the_digits_stay() -> None:
    assert asked().does(AccountUnknown(1)).session.page == Identifying(NUMBER, trouble=Trouble.UNKNOWN)


def test_too_many_look_ups_are_told_and_the_digits_stay() -> None:
    assert asked().does(LookUpsLimited(1)).session.page == Identifying(NUMBER, trouble=Trouble.TOO_MANY)


def test_the_next_digit_takes_the_complaint_about_the_last_number_away() -> None:
    page = asked().does(AccountUnknown(1)).press(Key.DELETE).session.page
    assert page == Identifying(NUMBER[:-1])


def test_a_hall_that_does_not_answer_has_its_own_page() -> None:
    assert asked().does(HallSilent(1)).session.page == HallDown(Identifying(NUMBER))


def test_an_answer_to_a_question_that_was_given_up_is_dropped() -> None:
    screen = asked().press(Key.BACK)
    assert screen.does(AccountFound(1, account())).session.page == Identifying(NUMBER)


def test_an_answer_for_the_last_visitor_never_reaches_the_next_one() -> None:
    screen = asked().press(Key.HOME)
    assert screen.does(AccountFound(1, account())).session.page == Home()
    screen.press(Key.PAY_BILL).type("3304000000").press(Key.LOOK_UP)
    assert screen.does(AccountFound(1, account())).session.page == Identifying(
        "3304000000",
        asking=screen.session.page.asking,  # type: ignore[union-attr]
    )


def test_a_quote_for_months_chosen_before_is_not_taken_for_the_months_chosen_now() -> None:
    screen = choosing().does(MonthToggled("2026-10"), QuoteGiven(2, quote_for(account())))
    page = screen.session.page
    assert isinstance(page, Choosing)
    assert page.quote is None


def test_an_account_that_has_gone_meanwhile_leads_back_to_the_number() -> None:
    screen = confirming().press(Key.YES).does(AccountUnknown(2))
    assert screen.session.page == Identifying(NUMBER, trouble=Trouble.UNKNOWN)
