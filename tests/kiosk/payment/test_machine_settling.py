"""A lost answer is a state: the device is asked, its box is counted, and what stays open is a claim."""

from __future__ import annotations

import pytest

from hall.contract import ClaimKind, PaymentEnd
from kiosk.payment.commands import AskCounts, AwaitNote, IssueReceipt, OpenClaim, ReturnNote, StackNote
from kiosk.payment.events import CashInState, Event, FailureKind, GaveUp, Restarted, StopAsked
from kiosk.payment.machine import step
from kiosk.payment.states import Claiming, Counted, Returning, Settling, Stacking, State, Unpaid, Waiting
from kiosk.payment.view import Refusal
from tests.kiosk.payment.facts import (
    NOON,
    after,
    begun,
    counts,
    failed,
    held,
    quote_line,
    stacked,
    state_after,
)

RESTART = Restarted(at=NOON)
JAM = failed(FailureKind.JAMMED)
BIG = begun(quote_line(90_000))


def test_a_note_that_the_box_has_more_of_is_credited() -> None:
    state, commands = after(held(5_000), failed(), counts({5_000: 1}), first=BIG)
    assert isinstance(state, Waiting)
    assert state.tray.paid_minor == 5_000
    assert commands == (AwaitNote(),)


def test_a_note_that_went_back_is_no_credit_and_the_payment_goes_on() -> None:
    state, commands = after(held(5_000), failed(), counts())
    assert isinstance(state, Waiting)
    assert state.tray.paid_minor == 0
    assert state.tray.refusal is Refusal.NOT_READ
    assert commands == (AwaitNote(),)


def test_what_lay_in_the_box_before_is_nobodys_credit() -> None:
    state = state_after(held(5_000), failed(), counts({5_000: 7}), box={5_000: 7})
    assert isinstance(state, Waiting)
    assert state.tray.paid_minor == 0


def test_notes_of_this_payment_are_not_found_again() -> None:
    state = state_after(held(5_000), stacked(5_000), failed(), counts({5_000: 1}))
    assert isinstance(state, Waiting)
    assert state.tray.paid_minor == 5_000


def test_a_note_still_in_escrow_goes_back_while_its_owner_stands_there() -> None:
    state, commands = after(held(5_000), failed(), counts(state=CashInState.HELD, held_minor=5_000))
    assert isinstance(state, Returning)
    assert commands == (ReturnNote(),)


def test_a_note_still_in_escrow_after_a_restart_is_stacked_to_its_open_payment() -> None:
    state, commands = after(held(5_000), RESTART, counts(state=CashInState.HELD, held_minor=5_000))
    assert isinstance(state, Stacking)
    assert commands == (StackNote(),)
    state, commands = step(state, stacked(5_000))
    assert isinstance(state, Counted)
    assert state.why is PaymentEnd.RESTART
    assert commands == (IssueReceipt(),)


def test_nothing_goes_on_collecting_after_a_restart() -> None:
    state = state_after(held(5_000), stacked(5_000), RESTART, counts({5_000: 1}))
    assert isinstance(state, Counted)
    assert state.why is PaymentEnd.RESTART


def test_a_jam_with_a_note_that_is_nowhere_is_a_claim_for_its_value() -> None:
    state, commands = after(held(5_000), JAM, counts(state=CashInState.UNKNOWN))
    assert isinstance(state, Claiming)
    [claim] = commands
    assert isinstance(claim, OpenClaim)
    assert (claim.claim, claim.amount_minor) == (ClaimKind.NOTE_IN_DOUBT, 5_000)
    assert dict(claim.evidence)["payment"] == str(BIG.payment_id)


def test_a_jam_of_a_note_that_was_never_read_is_a_claim_without_a_sum() -> None:
    _, commands = after(JAM, counts(state=CashInState.UNKNOWN))
    [claim] = commands
    assert isinstance(claim, OpenClaim)
    assert claim.amount_minor is None


def test_f09_a_jammed_note_that_reached_the_box_is_credited_and_the_slot_stays_closed() -> None:
    state, commands = after(held(5_000), JAM, counts({5_000: 1}, CashInState.UNKNOWN), first=BIG)
    assert isinstance(state, Counted)
    assert state.tray.jammed
    assert state.why is PaymentEnd.FAULT
    assert commands == (IssueReceipt(),)


def test_a_box_that_differs_by_another_note_is_in_doubt_and_the_claim_says_by_what() -> None:
    state, commands = after(held(5_000), failed(), counts({10_000: 1}))
    assert isinstance(state, Claiming)
    [claim] = commands
    assert isinstance(claim, OpenClaim)
    assert (claim.amount_minor, claim.difference) == (10_000, ((10_000, 1),))


@pytest.mark.parametrize("why", [PaymentEnd.STOPPED, PaymentEnd.SILENCE])
def test_who_stops_meanwhile_is_heard_once_it_is_settled(why: PaymentEnd) -> None:
    state = state_after(held(5_000), failed(), StopAsked(why=why), counts({5_000: 1}))
    assert isinstance(state, Counted)
    assert state.why is why


def test_a_device_that_never_answers_leaves_a_claim_for_the_note_it_held() -> None:
    _, commands = after(held(5_000), failed(), GaveUp(at=NOON))
    [claim] = commands
    assert isinstance(claim, OpenClaim)
    assert claim.amount_minor == 5_000


@pytest.mark.parametrize("before", [failed(), RESTART])
def test_a_device_that_never_answers_and_held_nothing_leaves_no_claim(before: Event) -> None:
    state, commands = after(before, GaveUp(at=NOON))
    assert isinstance(state, Unpaid)
    assert commands == ()


@pytest.mark.parametrize("again", [failed(), RESTART])
def test_whatever_fails_while_asking_is_asked_again(again: Event) -> None:
    state, commands = after(held(5_000), failed(), again)
    assert isinstance(state, Settling)
    assert state.in_flight_minor == 5_000
    assert commands == (AskCounts(),)


def test_a_credit_told_while_asking_is_left_to_the_counts() -> None:
    state: State = state_after(held(5_000), failed(), stacked(5_000), first=BIG)
    assert isinstance(state, Settling)
    state, _ = step(state, counts({5_000: 1}))
    assert isinstance(state, Waiting)
    assert state.tray.paid_minor == 5_000


def test_a_restart_while_the_claim_is_made_makes_it_anew() -> None:
    state, _ = after(held(5_000), JAM, counts(state=CashInState.UNKNOWN))
    state, commands = step(state, RESTART)
    assert isinstance(state, Claiming)
    [claim] = commands
    assert isinstance(claim, OpenClaim)
    assert claim.amount_minor == 5_000
