"""What the hall must still be told is read off the payments, and always in the same words."""

from __future__ import annotations

from itertools import pairwise
from uuid import UUID

from hall.contract import ClaimKind, FileClaim, PaymentEnd, RecordPayment
from kiosk.payment.events import ClaimFiled, HallAwaited, Posted, PostRefused
from kiosk.payment.machine import step
from kiosk.payment.outbox import LetterKind, letters, repeat_after_s
from kiosk.payment.states import State
from tests.kiosk.payment.facts import ACCOUNT, CLAIM, NOON, PAYMENT, TENDER, begun, posted, state_after
from tests.kiosk.payment.test_machine_ending import ISSUED, JAMMED, PAID, claim_opened


def kinds(*states: State) -> list[LetterKind]:
    return [letter.kind for letter in letters({UUID(int=n): state for n, state in enumerate(states)})]


def test_a_payment_is_told_until_the_hall_has_it() -> None:
    state = state_after(*PAID)
    assert kinds(state) == [LetterKind.PAYMENT]
    for event in (HallAwaited(), PostRefused(status=401, title="clock")):
        state, _ = step(state, event)
        assert kinds(state) == [LetterKind.PAYMENT]
    state, _ = step(state, Posted(answer=posted()))
    assert kinds(state) == []


def test_nothing_is_told_before_there_is_a_receipt() -> None:
    assert kinds(state_after(*PAID[:-1])) == []


def test_a_claim_is_told_until_the_hall_has_said_when_it_will_answer() -> None:
    state = state_after(*JAMMED)
    assert kinds(state) == [LetterKind.CLAIM]
    state, _ = step(state, ClaimFiled(claim_id=CLAIM, answer_due=NOON))
    assert kinds(state) == []


def test_the_oldest_payment_is_told_first_and_a_payment_before_its_claim() -> None:
    both = state_after(*PAID, claim_opened(ClaimKind.UNCLAIMED_CASH, 5_000, {5_000: 1}))
    told = list(letters({UUID(int=1): both, UUID(int=2): state_after(*PAID)}))
    assert [(letter.payment_id.int, letter.kind) for letter in told] == [
        (1, LetterKind.PAYMENT),
        (1, LetterKind.CLAIM),
        (2, LetterKind.PAYMENT),
    ]


def test_a_letter_says_what_was_stacked_and_when() -> None:
    [letter] = letters({PAYMENT: state_after(*PAID)})
    payment = RecordPayment.model_validate_json(letter.body)
    assert (payment.payment_id, payment.receipt_number, payment.receipt) == (
        PAYMENT,
        ISSUED.number,
        ISSUED.token,
    )
    assert (payment.taken_at, payment.ended_by, payment.amount_minor) == (NOON, PaymentEnd.PAID, 10_000)
    [tender] = payment.tenders
    assert tender.tender_id == TENDER
    assert [account.account_number for account in payment.accounts] == [ACCOUNT.number]


def test_chosen_months_go_with_the_payment() -> None:
    chosen = begun().model_copy(update={"billing_months": ("2026-09",)})
    [letter] = letters({PAYMENT: state_after(*PAID, first=chosen)})
    [account] = RecordPayment.model_validate_json(letter.body).accounts
    assert account.billing_months == ("2026-09",)


def test_a_claims_letter_has_its_evidence_and_its_payment() -> None:
    [letter] = letters({PAYMENT: state_after(*JAMMED)})
    claim = FileClaim.model_validate_json(letter.body)
    assert (claim.claim_id, claim.number, claim.amount_minor) == (CLAIM, "001-20261125-002", 10_000)
    assert (claim.payment_id, claim.account_number) == (PAYMENT, ACCOUNT.number)


def test_the_same_letter_is_the_same_bytes_whatever_has_happened_since() -> None:
    before = list(letters({PAYMENT: state_after(*PAID)}))
    later = list(letters({PAYMENT: state_after(*PAID, HallAwaited(), PostRefused(status=409, title=""))}))
    assert before == later


def test_repeats_grow_rarer_up_to_one_a_minute() -> None:
    waits = [repeat_after_s(tries) for tries in range(1, 20)]
    assert waits[0] == 1
    assert waits[-1] == 60
    assert all(shorter <= longer for shorter, longer in pairwise(waits))
