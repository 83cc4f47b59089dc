"""After collecting: receipt, hall, slip, and answering for the box until the next payment begins."""

from __future__ import annotations

from uuid import UUID

import pytest

from hall.contract import ClaimKind, PaymentEnd
from kiosk.payment.commands import IssueReceipt, OpenClaim, PrintSlip, TellHall
from kiosk.payment.events import (
    CashInState,
    ClaimFiled,
    ClaimOpened,
    Dismissed,
    Event,
    FailureKind,
    HallAwaited,
    Posted,
    PostRefused,
    ReceiptIssued,
    Restarted,
    SlipAsked,
    SlipFailed,
    SlipPrinted,
    SlotClosed,
    StopAsked,
)
from kiosk.payment.machine import is_news, step
from kiosk.payment.states import Counted, Receipted, Unpaid
from kiosk.payment.view import Slip
from tests.kiosk.payment.facts import (
    CLAIM,
    NOON,
    TOKEN,
    after,
    counts,
    failed,
    held,
    posted,
    stacked,
    state_after,
)

ISSUED = ReceiptIssued(number="001-20261125-001", token=TOKEN)
PAID: tuple[Event, ...] = (held(10_000), stacked(10_000), ISSUED)
POSTED = Posted(answer=posted())
REFUSED = PostRefused(status=409, title="other content")


def claim_opened(
    kind: ClaimKind = ClaimKind.NOTE_IN_DOUBT,
    amount: int | None = 10_000,
    difference: dict[int, int] | None = None,
    claim_id: UUID = CLAIM,
) -> ClaimOpened:
    return ClaimOpened(
        claim_id=claim_id,
        number="001-20261125-002",
        claim=kind,
        amount_minor=amount,
        evidence={},
        difference=difference or {},
        at=NOON,
    )


JAMMED: tuple[Event, ...] = (
    held(10_000),
    failed(FailureKind.JAMMED),
    counts(state=CashInState.UNKNOWN),
    claim_opened(),
)


def test_a_receipt_is_told_to_the_hall_and_the_slip_waits_for_what_it_says() -> None:
    state, commands = after(*PAID)
    assert isinstance(state, Receipted)
    assert state.slip is Slip.NONE
    assert commands == (TellHall(),)


@pytest.mark.parametrize("answer", [POSTED, HallAwaited(), REFUSED])
def test_whatever_the_hall_says_the_slip_goes_out_once(answer: Event) -> None:
    state, commands = after(*PAID, answer)
    assert isinstance(state, Receipted)
    assert commands == (PrintSlip(),)
    state, commands = step(state, POSTED)
    assert commands == ()


def test_a_hall_that_answers_late_is_heard() -> None:
    state = state_after(*PAID, HallAwaited(), SlipPrinted(), POSTED)
    assert isinstance(state, Receipted)
    assert (state.posted, state.awaited) == (posted(), False)


def test_a_refusal_is_kept_for_the_office_and_the_payment_stays_to_be_told() -> None:
    state = state_after(*PAID, REFUSED)
    assert isinstance(state, Receipted)
    assert state.refused
    assert state.posted is None


@pytest.mark.parametrize("event", [HallAwaited(), REFUSED, counts({10_000: 1})])
def test_an_answer_that_says_nothing_new_is_no_news(event: Event) -> None:
    known = state_after(*PAID, HallAwaited(), REFUSED)
    assert not is_news(known, event)


def test_a_slip_that_failed_can_be_asked_for_again() -> None:
    state, commands = after(*PAID, POSTED, SlipFailed(reason="paper-out"), SlipAsked())
    assert isinstance(state, Receipted)
    assert state.slip is Slip.PRINTING
    assert commands == (PrintSlip(),)


def test_a_slip_is_not_asked_for_twice_while_it_prints() -> None:
    assert after(*PAID, POSTED, SlipAsked())[1] == ()


def test_without_money_and_claim_there_is_no_slip_to_ask_for() -> None:
    state = state_after(StopAsked(why=PaymentEnd.STOPPED), SlotClosed())
    assert isinstance(state, Unpaid)
    assert step(state, SlipAsked()) == (state, ())


def test_a_claim_without_any_money_has_a_slip_of_its_own() -> None:
    state, commands = after(*JAMMED)
    assert isinstance(state, Unpaid)
    assert commands == (TellHall(), PrintSlip())


def test_a_claim_beside_money_is_told_on_the_receipt() -> None:
    events = (held(5_000), stacked(5_000), *JAMMED[:2], counts({5_000: 1}, CashInState.UNKNOWN), JAMMED[3])
    state, commands = after(*events)
    assert isinstance(state, Counted)
    assert state.tray.doubt is not None
    assert commands == (IssueReceipt(),)


def test_the_day_of_the_answer_is_learned_for_its_own_claim_only() -> None:
    state = state_after(*JAMMED, ClaimFiled(claim_id=UUID(int=9), answer_due=NOON))
    assert isinstance(state, Unpaid)
    assert state.tray.claims[0].answer_due is None
    state, _ = step(state, ClaimFiled(claim_id=CLAIM, answer_due=NOON))
    assert isinstance(state, Unpaid)
    assert state.tray.claims[0].answer_due == NOON


def test_after_a_restart_a_slip_whose_end_nobody_knows_is_printed_once_more() -> None:
    state, commands = after(*PAID, POSTED, Restarted(at=NOON))
    assert isinstance(state, Receipted)
    assert state.tray.recovered
    assert commands == (TellHall(), PrintSlip())


@pytest.mark.parametrize("ended", [SlipPrinted(), SlipFailed(reason="gone")])
def test_after_a_restart_a_slip_that_ended_is_not_printed_again(ended: Event) -> None:
    assert after(*PAID, POSTED, ended, Restarted(at=NOON))[1] == (TellHall(),)


def test_after_a_restart_a_receipt_that_was_not_told_is_told() -> None:
    assert after(*PAID, Restarted(at=NOON))[1] == (TellHall(),)


def test_after_a_restart_what_was_counted_gets_its_receipt() -> None:
    state, commands = after(held(10_000), stacked(10_000), Restarted(at=NOON))
    assert isinstance(state, Counted)
    assert state.tray.recovered
    assert commands == (IssueReceipt(),)


def test_a_dismissed_payment_is_not_shown_again_after_a_restart() -> None:
    before = state_after(*PAID, POSTED, Dismissed())
    assert step(before, Restarted(at=NOON)) == (before, ())


def test_cash_in_the_box_that_no_payment_knows_of_is_a_claim_with_its_sum() -> None:
    state, commands = after(*PAID, counts({10_000: 1, 5_000: 2}))
    [claim] = commands
    assert isinstance(claim, OpenClaim)
    assert (claim.claim, claim.amount_minor) == (ClaimKind.UNCLAIMED_CASH, 10_000)
    assert claim.difference == ((5_000, 2),)
    state, _ = step(state, claim_opened(ClaimKind.UNCLAIMED_CASH, 10_000, {5_000: 2}))
    assert step(state, counts({10_000: 1, 5_000: 2}))[1] == ()


def test_notes_that_are_missing_are_a_claim_without_a_sum() -> None:
    _, commands = after(*PAID, counts({5_000: 2}))
    [claim] = commands
    assert isinstance(claim, OpenClaim)
    assert (claim.claim, claim.amount_minor) == (ClaimKind.COUNTERS_DIFFER, None)


def test_f07_a_note_in_doubt_that_turns_up_in_the_box_is_not_claimed_twice() -> None:
    """And it is no credit either, to this payment or to the next."""
    state = state_after(*JAMMED)
    assert step(state, counts({10_000: 1})) == (state, ())
    [claim] = step(state, counts({10_000: 2}))[1]
    assert isinstance(claim, OpenClaim)
    assert claim.difference == ((10_000, 1),)


def test_a_claim_found_in_the_box_is_told_to_the_hall() -> None:
    state = state_after(*PAID)
    assert step(state, claim_opened(ClaimKind.UNCLAIMED_CASH, 5_000, {5_000: 1}))[1] == (TellHall(),)
