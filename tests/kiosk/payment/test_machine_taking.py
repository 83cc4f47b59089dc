"""Notes come in one by one: what is taken, what goes back, and when it is enough."""

from __future__ import annotations

import pytest

from hall.contract import PaymentEnd
from kiosk.payment.commands import (
    AskCounts,
    AwaitNote,
    CloseSlot,
    CountBox,
    IssueReceipt,
    ReturnNote,
    StackNote,
)
from kiosk.payment.events import (
    CountsTaken,
    Dismissed,
    Event,
    FailureKind,
    NoteRefused,
    NoteReturned,
    Restarted,
    SlotClosed,
    StopAsked,
)
from kiosk.payment.machine import begin, step
from kiosk.payment.states import (
    Closing,
    Counted,
    NotOpened,
    Opening,
    Returning,
    Settling,
    Stacking,
    Unpaid,
    Waiting,
)
from kiosk.payment.view import Refusal
from tests.kiosk.payment.facts import NOON, after, begun, failed, held, quote_line, stacked, state_after

STOP = StopAsked(why=PaymentEnd.STOPPED)


def test_the_box_is_counted_before_the_slot_opens() -> None:
    state, commands = begin(begun())
    assert commands == (CountBox(),)
    state, commands = step(state, CountsTaken(counts={10_000: 3}))
    assert isinstance(state, Waiting)
    assert commands == (AwaitNote(),)


def test_a_device_that_can_not_be_used_ends_the_payment_before_anything_is_taken() -> None:
    state, commands = step(Opening(begun()), failed())
    assert state == NotOpened(begun(), failed=True)
    assert commands == ()


@pytest.mark.parametrize("event", [CountsTaken(counts={}), Restarted(at=NOON)])
def test_who_stops_before_the_slot_is_open_never_sees_it_open(event: Event) -> None:
    stopped, _ = step(Opening(begun()), STOP)
    state, commands = step(stopped, event)
    assert state == NotOpened(begun())
    assert commands == ()


def test_a_note_that_is_wanted_is_stacked() -> None:
    state, commands = after(held(5_000))
    assert isinstance(state, Stacking)
    assert commands == (StackNote(),)


@pytest.mark.parametrize(
    ("event", "refusal"),
    [
        (held(500), Refusal.NOT_ACCEPTED),
        (held(10_000, "EUR"), Refusal.NOT_ACCEPTED),
    ],
)
def test_a_note_that_the_hall_does_not_take_goes_back(event: Event, refusal: Refusal) -> None:
    state, commands = after(event)
    assert isinstance(state, Returning)
    assert state.refusal is refusal
    assert commands == (ReturnNote(),)


def test_a_note_over_the_limit_goes_back_before_it_is_stacked() -> None:
    first = begun(quote_line(90_000), limit=15_000)
    state, commands = after(held(10_000), stacked(10_000), held(10_000), first=first)
    assert isinstance(state, Returning)
    assert state.refusal is Refusal.OVER_LIMIT
    assert commands == (ReturnNote(),)


def test_a_note_that_just_reaches_the_limit_is_taken() -> None:
    first = begun(quote_line(90_000), limit=15_000)
    assert isinstance(state_after(held(10_000), stacked(10_000), held(5_000), first=first), Stacking)


def test_after_a_note_the_slot_opens_for_the_next_until_it_is_enough() -> None:
    state, commands = after(held(5_000), stacked(5_000))
    assert isinstance(state, Waiting)
    assert commands == (AwaitNote(),)
    state, commands = after(held(5_000), stacked(5_000), held(5_000), stacked(5_000))
    assert isinstance(state, Counted)
    assert state.why is PaymentEnd.PAID
    assert commands == (IssueReceipt(),)


def test_what_is_over_counts_too() -> None:
    state = state_after(held(10_000), stacked(10_000), first=begun(quote_line(327)))
    assert isinstance(state, Counted)
    assert state.tray.paid_minor == 10_000


def test_existing_credit_counts_first() -> None:
    first = begun(quote_line(12_000, credit=2_000))
    assert isinstance(state_after(held(10_000), stacked(10_000), first=first), Counted)


def test_a_note_that_came_back_is_told_until_the_next_one() -> None:
    refused = state_after(NoteRefused(reason=Refusal.NOT_READ))
    assert isinstance(refused, Waiting)
    assert refused.tray.refusal is Refusal.NOT_READ
    state, _ = step(refused, held(5_000))
    assert isinstance(state, Stacking)
    assert state.tray.refusal is None


def test_a_refused_note_leaves_the_slot_open() -> None:
    assert after(NoteRefused(reason=Refusal.NOT_READ))[1] == (AwaitNote(),)


def test_f05_a_note_that_is_given_back_is_no_credit() -> None:
    state = state_after(held(10_000), NoteReturned())
    assert isinstance(state, Waiting)
    assert state.tray.paid_minor == 0


def test_f06_a_note_held_twice_is_one_note() -> None:
    """Escrow, silence, the same escrow again, stacked once."""
    state = state_after(held(5_000), held(5_000), stacked(5_000))
    assert isinstance(state, Waiting)
    assert state.tray.paid_minor == 5_000


def test_f07_a_credit_that_comes_again_is_not_counted_again() -> None:
    state = state_after(held(5_000), stacked(5_000), stacked(5_000))
    assert isinstance(state, Waiting)
    assert state.tray.paid_minor == 5_000


def test_stopping_closes_the_slot_first() -> None:
    state, commands = after(STOP)
    assert isinstance(state, Closing)
    assert commands == (CloseSlot(),)
    state, commands = step(state, SlotClosed())
    assert isinstance(state, Unpaid)
    assert commands == ()


def test_f10_a_note_held_while_stopping_goes_back_before_the_payment_ends() -> None:
    state, commands = after(STOP, held(10_000))
    assert isinstance(state, Returning)
    assert state.refusal is Refusal.CLOSED
    assert commands == (ReturnNote(),)
    state, commands = step(state, NoteReturned())
    assert isinstance(state, Unpaid)


def test_stopping_while_a_note_is_being_stacked_counts_it_and_ends() -> None:
    state = state_after(held(5_000), STOP, stacked(5_000))
    assert isinstance(state, Counted)
    assert state.why is PaymentEnd.STOPPED
    assert state.tray.paid_minor == 5_000


def test_a_note_refused_while_closing_does_not_open_the_slot_again() -> None:
    state, commands = after(STOP, NoteRefused(reason=Refusal.NOT_READ))
    assert isinstance(state, Closing)
    assert commands == (CloseSlot(),)


def test_the_first_reason_to_stop_stays() -> None:
    state = state_after(STOP, StopAsked(why=PaymentEnd.SILENCE))
    assert isinstance(state, Closing)
    assert state.why is PaymentEnd.STOPPED


@pytest.mark.parametrize("notes", [(), (held(10_000),)])
def test_a_device_that_fails_is_asked_what_became_of_the_note(notes: tuple[Event, ...]) -> None:
    state, commands = after(*notes, failed(FailureKind.BROKEN))
    assert isinstance(state, Settling)
    assert commands == (AskCounts(),)


def test_a_payment_that_never_opened_can_be_dismissed() -> None:
    state, _ = step(NotOpened(begun()), Dismissed())
    assert state == NotOpened(begun(), dismissed=True)
