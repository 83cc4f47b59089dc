"""Silence, countdowns and waiting: the one clock of the visit."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from hall.contract import PaymentEnd
from kiosk.payment.view import PaymentView, Slip, Stage
from kiosk.session.clock import next_wake, seconds_left
from kiosk.session.events import (
    CashChanged,
    DismissPayment,
    Key,
    LanguageChosen,
    PaymentChanged,
    StopPayment,
    Ticked,
    Touched,
)
from kiosk.session.state import (
    Finished,
    HallDown,
    Home,
    Identifying,
    Language,
    NoCash,
    Paying,
    Restarted,
    StillThere,
)
from tests.kiosk.session.scenes import (
    NUMBER,
    Screen,
    asked,
    at_cash,
    at_home,
    choosing,
    confirming,
    done,
    finished,
    identifying,
    paying,
)


def no_cash() -> Screen:
    return choosing().does(CashChanged(ready=False)).press(Key.PAY)


def hall_down() -> Screen:
    return Screen().press(Key.PAY_BILL)


SILENT_PAGES = [identifying, confirming, choosing, no_cash, hall_down]


def test_home_in_its_own_language_never_wakes_anybody() -> None:
    screen = at_home()
    assert next_wake(screen.session, screen.now) is None


def test_a_language_left_on_home_goes_back_after_a_minute() -> None:
    screen = at_home().does(LanguageChosen(Language.ENGLISH)).wait(59)
    assert screen.session.language is Language.ENGLISH
    assert screen.wait(1).session.language is Language.CHINESE


def test_what_everybody_may_see_goes_without_asking() -> None:
    assert at_home().press(Key.OUTAGES).wait(60).session.page == Home()


@pytest.mark.parametrize("scene", SILENT_PAGES)
def test_a_minute_of_silence_veils_the_page_and_half_a_minute_more_ends_the_visit(
    scene: Callable[[], Screen],
) -> None:
    screen = scene().wait(59)
    assert screen.session.sheet is None
    assert isinstance(screen.wait(1).session.sheet, StillThere)
    assert screen.wait(29).session.page != Home()
    assert screen.wait(1).session.page == Home()
    assert NUMBER not in repr(screen.session)


def test_i_am_still_here_gives_another_minute_on_the_same_page() -> None:
    screen = identifying("3304").wait(80).press(Key.STAY)
    assert screen.session.page == Identifying("3304")
    assert screen.session.sheet is None
    assert screen.wait(59).session.sheet is None


def test_brushing_the_glass_does_not_lift_the_veil_nor_stop_the_countdown() -> None:
    screen = identifying("3304").wait(61).does(Touched()).type("1")
    assert isinstance(screen.session.sheet, StillThere)
    assert screen.wait(30).session.page == Home()


def test_a_touch_anywhere_counts_as_somebody_being_there() -> None:
    screen = identifying().wait(59).does(Touched())
    assert screen.wait(59).session.sheet is None


def test_done_on_the_sheet_ends_the_visit_at_once() -> None:
    assert identifying("3304").wait(60).press(Key.LEAVE).session.page == Home()


def test_the_countdown_shows_every_second_once() -> None:
    screen = identifying().wait(60)
    shown = []
    while isinstance(screen.session.sheet, StillThere):
        shown.append(seconds_left(screen.session, screen.now))
        wake = next_wake(screen.session, screen.now)
        assert wake is not None
        screen.now = wake
        screen.does(Ticked())
    assert shown == list(range(30, 0, -1))


def test_silence_in_a_payment_stops_it_and_the_money_is_credited() -> None:
    screen = at_cash(10_000).wait(60)
    assert isinstance(screen.session.sheet, StillThere)
    screen.wait(30)
    assert screen.last() == StopPayment(PaymentEnd.SILENCE)
    assert isinstance(screen.session.page, Paying)
    screen = screen.does(PaymentChanged(done(10_000)))
    assert isinstance(screen.session.page, Finished)


def test_silence_before_the_first_note_ends_the_visit_without_a_payment() -> None:
    screen = at_cash().wait(90).does(PaymentChanged(PaymentView()))
    assert screen.session.page == Home()


def test_silence_is_not_counted_while_a_note_is_inside() -> None:
    screen = at_cash().does(PaymentChanged(paying(Stage.MOVING, may_stop=False)))
    assert screen.wait(1000).session.sheet is None
    screen.does(PaymentChanged(paying(Stage.READY, 10_000)))
    assert screen.wait(59).session.sheet is None
    assert isinstance(screen.wait(1).session.sheet, StillThere)


def test_a_note_put_in_under_the_veil_lifts_it() -> None:
    screen = at_cash().wait(70).does(PaymentChanged(paying(Stage.MOVING, may_stop=False)))
    assert screen.session.sheet is None


def test_leaving_a_payment_can_be_forgotten_too() -> None:
    screen = at_cash().press(Key.HOME).wait(60)
    assert isinstance(screen.session.sheet, StillThere)


def test_a_payment_that_nobody_takes_up_is_called_off() -> None:
    screen = choosing().press(Key.PAY).wait(20)
    assert isinstance(screen.session.page, NoCash)
    assert screen.effects[-2:] == [StopPayment(PaymentEnd.FAULT), DismissPayment()]


@pytest.mark.parametrize(("slip", "seconds"), [(Slip.PRINTED, 30), (Slip.FAILED, 120), (Slip.NONE, 120)])
def test_the_last_page_goes_sooner_with_paper_in_hand(slip: Slip, seconds: int) -> None:
    screen = finished(slip).wait(seconds - 1)
    assert isinstance(screen.session.page, Finished)
    assert screen.session.sheet is None
    assert screen.wait(1).session.page == Home()
    assert screen.last() == DismissPayment()


def test_the_last_page_waits_for_the_slip_before_it_counts_down() -> None:
    screen = finished(Slip.PRINTING).wait(25).does(PaymentChanged(done(slip=Slip.PRINTED)))
    assert seconds_left(screen.session, screen.now) == 30


def test_the_page_after_a_restart_stays_a_minute() -> None:
    screen = at_home().does(PaymentChanged(done(recovered=True))).wait(59)
    assert isinstance(screen.session.page, Restarted)
    assert screen.wait(1).session.page == Home()


def test_a_hall_that_never_answers_becomes_a_page_and_not_a_wait_without_end() -> None:
    screen = asked().wait(24)
    assert isinstance(screen.session.page, Identifying)
    assert screen.wait(1).session.page == HallDown(Identifying(NUMBER))


def test_the_page_wakes_to_tell_that_it_waits_and_to_offer_a_way_out() -> None:
    screen = asked()
    start = screen.now
    first = next_wake(screen.session, start)
    assert first is not None
    assert first == pytest.approx(start + 0.3)
    assert next_wake(screen.session, first) == pytest.approx(start + 8)
