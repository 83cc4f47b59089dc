"""How the visit follows its payment."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.payment.view import PaymentView, Refusal, Slip, Stage
from kiosk.session.events import BeginPayment, DismissPayment, Key, PaymentChanged
from kiosk.session.state import Choosing, Finished, Home, Identifying, NoCash, Paying, Restarted, StillThere
from tests.kiosk.session.scenes import (
    NUMBER,
    Screen,
    account,
    at_cash,
    at_home,
    choosing,
    done,
    finished,
    identifying,
    paying,
)


def test_enough_money_leads_to_the_last_page_by_itself() -> None:
    screen = at_cash(40_000)
    for stage in (Stage.MOVING, Stage.CLOSING, Stage.POSTING):
        assert isinstance(screen.does(PaymentChanged(paying(stage, 49_000))).session.page, Paying)
    assert isinstance(screen.does(PaymentChanged(done())).session.page, Finished)


def test_what_the_last_payment_still_says_is_not_taken_for_the_new_one() -> None:
    screen = choosing().press(Key.PAY)
    for stale in (done(), PaymentView()):
        assert isinstance(screen.does(PaymentChanged(stale)).session.page, Paying)


def test_cash_that_cannot_be_started_leads_to_the_page_with_the_reason_and_can_be_tried_again() -> None:
    screen = choosing().press(Key.PAY).does(PaymentChanged(paying(Stage.UNAVAILABLE)))
    assert isinstance(screen.session.page, NoCash)
    assert screen.last() == DismissPayment()
    assert len(screen.press(Key.RETRY).sent(BeginPayment)) == 1, "the payment thread has not let go yet"
    screen = screen.does(PaymentChanged(PaymentView())).press(Key.RETRY)
    screen = screen.does(PaymentChanged(paying(Stage.READY)))
    assert len(screen.sent(BeginPayment)) == 2
    assert isinstance(screen.session.page, Paying)


def test_a_payment_that_wakes_late_is_waited_for_and_let_go() -> None:
    screen = choosing().press(Key.PAY).wait(20).does(PaymentChanged(paying(Stage.CLOSING)))
    assert len(screen.press(Key.RETRY).sent(BeginPayment)) == 1
    assert screen.does(PaymentChanged(PaymentView())).last() == DismissPayment()
    assert len(screen.press(Key.RETRY).sent(BeginPayment)) == 2


def test_a_payment_that_wakes_after_its_visit_brings_nothing_of_it_back() -> None:
    screen = choosing().press(Key.PAY).wait(20 + 90).does(PaymentChanged(paying(Stage.OPENING)))
    assert screen.session.page == Home()
    assert NUMBER not in repr(screen.session)


def test_a_payment_that_closes_without_money_leads_back_to_the_account() -> None:
    screen = at_cash().does(PaymentChanged(paying(Stage.CLOSING)), PaymentChanged(PaymentView()))
    assert isinstance(screen.session.page, Choosing)
    assert screen.last() == DismissPayment()


def test_a_refused_note_leaves_page_and_total_as_they_were() -> None:
    """F05: what the acceptor gives back is no credit, whatever page is up."""
    screen = at_cash(10_000).press(Key.HOME)
    screen.does(PaymentChanged(replace(paying(Stage.READY, 10_000), refusal=Refusal.NOT_READ)))
    assert isinstance(screen.session.page, Paying)
    assert screen.session.world.payment.paid_minor == 10_000


def test_a_view_told_twice_is_nobody_touching_anything() -> None:
    screen = at_cash(10_000).wait(40).does(PaymentChanged(paying(Stage.READY, 10_000)))
    assert isinstance(screen.wait(20).session.sheet, StillThere)


def test_after_a_dismissal_nothing_of_the_last_payment_is_taken_in_again() -> None:
    screen = finished().press(Key.HOME).does(PaymentChanged(done(slip=Slip.FAILED)))
    assert screen.session.page == Home()
    assert NUMBER not in repr(screen.session)


def test_after_a_restart_the_payment_is_shown_once_from_home() -> None:
    screen = at_home().does(PaymentChanged(replace(paying(Stage.POSTING), recovered=True)))
    assert screen.session.page == Home()
    screen.does(PaymentChanged(done(recovered=True)))
    assert isinstance(screen.session.page, Restarted)
    screen.press(Key.HOME).does(PaymentChanged(done(recovered=True)))
    assert screen.session.page == Home()
    assert screen.sent(DismissPayment) == [DismissPayment()]


def test_a_recovered_payment_waits_until_the_visit_under_way_has_ended() -> None:
    screen = identifying("33").does(PaymentChanged(done(recovered=True)))
    assert screen.session.page == Identifying("33")
    assert isinstance(screen.press(Key.HOME).session.page, Restarted)


def test_a_new_payment_takes_the_place_of_a_recovered_one_that_was_not_shown() -> None:
    screen = choosing().does(PaymentChanged(done(recovered=True))).press(Key.PAY)
    assert screen.effects[-2] == DismissPayment()
    assert isinstance(screen.last(), BeginPayment)
    screen.does(PaymentChanged(PaymentView()), PaymentChanged(paying()))
    assert isinstance(screen.session.page, Paying)


def test_no_payment_is_begun_while_another_is_still_being_posted() -> None:
    screen = choosing().does(PaymentChanged(replace(paying(Stage.POSTING), recovered=True))).press(Key.PAY)
    assert isinstance(screen.session.page, NoCash)
    assert screen.sent(BeginPayment) == []


@pytest.mark.parametrize("slip", [Slip.NONE, Slip.FAILED, Slip.PRINTING])
def test_the_last_page_knows_whether_paper_is_in_hand(slip: Slip) -> None:
    screen: Screen = finished(slip)
    assert screen.session.page == Finished(account(), screen.now)
    screen.wait(5).does(PaymentChanged(done(slip=Slip.PRINTED)))
    assert screen.session.page == Finished(account(), screen.now - 5, screen.now)
