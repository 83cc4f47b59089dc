"""What the screen is told."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations_with_replacement

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hall.contract import PaymentEnd
from kiosk.payment.events import (
    ClaimFiled,
    Event,
    FailureKind,
    HallAwaited,
    NoteRefused,
    Posted,
    Restarted,
    SlotClosed,
    StopAsked,
)
from kiosk.payment.machine import begin, step
from kiosk.payment.show import broken_off, least_notes_minor, view_of
from kiosk.payment.states import NotOpened
from kiosk.payment.view import PaymentView, Refusal, Stage
from tests.kiosk.payment.facts import (
    CLAIM,
    NOON,
    begun,
    failed,
    held,
    posted,
    quote_line,
    stacked,
    state_after,
)
from tests.kiosk.payment.test_machine_ending import ISSUED, JAMMED, PAID

STOP = StopAsked(why=PaymentEnd.STOPPED)


@pytest.mark.parametrize(
    ("events", "stage"),
    [
        ((), Stage.READY),
        ((held(5_000),), Stage.MOVING),
        ((STOP,), Stage.CLOSING),
        ((STOP, SlotClosed()), Stage.IDLE),
        ((failed(),), Stage.CLOSING),
        ((held(10_000), stacked(10_000)), Stage.POSTING),
        (PAID, Stage.POSTING),
        ((*PAID, HallAwaited()), Stage.DONE),
        ((*PAID, Posted(answer=posted())), Stage.DONE),
        (JAMMED, Stage.DONE),
    ],
)
def test_each_state_has_its_stage(events: tuple[Event, ...], stage: Stage) -> None:
    assert view_of(state_after(*events)).stage is stage


def test_before_the_slot_is_open_the_page_knows_what_is_to_pay() -> None:
    view = view_of(begin(begun(quote_line(43_345)))[0])
    assert view.stage is Stage.OPENING
    assert (view.to_pay_minor, view.least_notes_minor, view.paid_minor) == (43_345, 44_000, 0)
    assert view.counts == ((10_000, 0), (5_000, 0), (2_000, 0), (1_000, 0))


def test_a_device_that_can_not_be_used_is_told_as_unavailable() -> None:
    assert view_of(NotOpened(begun(), failed=True)).stage is Stage.UNAVAILABLE
    assert view_of(NotOpened(begun())) == PaymentView()


def test_one_can_stop_only_while_the_slot_waits() -> None:
    assert view_of(state_after()).may_stop
    assert not view_of(state_after(held(5_000))).may_stop


def test_notes_are_counted_by_value_the_greatest_first() -> None:
    view = view_of(state_after(held(2_000), stacked(2_000), held(2_000), stacked(2_000)))
    assert view.counts == ((10_000, 0), (5_000, 0), (2_000, 2), (1_000, 0))
    assert view.paid_minor == 4_000


def test_a_note_that_came_back_has_its_reason_on_the_page() -> None:
    assert view_of(state_after(NoteRefused(reason=Refusal.NOT_READ))).refusal is Refusal.NOT_READ


def test_a_jam_shows_its_claim_and_the_day_of_the_answer() -> None:
    state = state_after(*JAMMED)
    view = view_of(state)
    assert view.jammed
    assert view.claim is not None
    assert view.claim.answer_due is None
    state, _ = step(state, ClaimFiled(claim_id=CLAIM, answer_due=NOON))
    claim = view_of(state).claim
    assert claim is not None
    assert claim.answer_due == NOON


def test_a_receipt_shows_its_number_code_and_moment() -> None:
    view = view_of(state_after(*PAID, HallAwaited()))
    assert (view.receipt_number, view.receipt_token, view.taken_at) == (ISSUED.number, ISSUED.token, NOON)
    assert view.hall_awaited
    view = view_of(state_after(*PAID, HallAwaited(), Posted(answer=posted())))
    assert not view.hall_awaited
    assert view.posted == posted()


def test_a_payment_of_an_earlier_life_says_so() -> None:
    assert view_of(state_after(*PAID, Posted(answer=posted()), Restarted(at=NOON))).recovered


def test_a_journal_that_fails_leaves_no_page_standing_for_ever() -> None:
    nothing = view_of(state_after())
    assert broken_off(nothing).stage is Stage.UNAVAILABLE
    some = broken_off(replace(nothing, paid_minor=5_000))
    assert (some.stage, some.hall_awaited, some.receipt_number) == (Stage.DONE, True, None)


def test_a_jammed_device_is_told_while_it_is_being_asked() -> None:
    assert view_of(state_after(failed(FailureKind.JAMMED))).jammed


def test_the_least_sum_of_notes_is_what_the_screen_of_the_design_shows() -> None:
    assert least_notes_minor(43_345, (10_000, 5_000, 2_000, 1_000)) == 44_000
    assert least_notes_minor(327, (10_000, 5_000, 2_000, 1_000)) == 1_000
    assert least_notes_minor(6_000, (5_000, 2_000)) == 6_000
    assert least_notes_minor(3_000, (5_000, 2_000)) == 4_000
    assert least_notes_minor(10**9 + 1, (10_000, 5_000, 2_000, 1_000)) == 10**9 + 1_000
    assert least_notes_minor(0, (5_000,)) == 0
    assert least_notes_minor(100, ()) == 0


@given(st.integers(1, 30), st.sets(st.integers(1, 12), min_size=1, max_size=4))
def test_the_least_sum_is_the_least_that_notes_can_make(to_pay: int, kinds: set[int]) -> None:
    notes = tuple(kinds)
    sums = {
        sum(chosen)
        for count in range(1, to_pay // min(notes) + 2)
        for chosen in combinations_with_replacement(notes, min(count, 6))
    }
    if to_pay // min(notes) + 1 <= 6:
        assert least_notes_minor(to_pay, notes) == min(total for total in sums if total >= to_pay)
    least = least_notes_minor(to_pay, notes)
    assert to_pay <= least < to_pay + min(notes)
