"""What the hall must still be told: a query over payments, not a second store. Pure.

A letter is made from journaled facts alone, so sending it again sends the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from hall.contract import AccountLine, CashTender, FileClaim, RecordPayment, StackedNote
from kiosk.payment.events import Begun, ClaimOpened
from kiosk.payment.states import Receipted, State, Unpaid

REPEAT_S = (1.0, 2.0, 4.0, 8.0, 15.0, 30.0, 60.0)
REFUSED_S = 300.0
"""A refusal is for people to mend (a clock, an enrolment); it is tried again, but not hammered."""


class LetterKind(StrEnum):
    PAYMENT = "payment"
    CLAIM = "claim"


@dataclass(frozen=True, slots=True)
class Letter:
    payment_id: UUID
    kind: LetterKind
    body: bytes


def repeat_after_s(tries: int) -> float:
    """How long to wait after so many tries without an answer."""
    return REPEAT_S[min(tries, len(REPEAT_S)) - 1]


def letters(payments: Mapping[UUID, State]) -> Iterator[Letter]:
    """What is still to be told, oldest payment first, a payment before its claim."""
    for payment_id, state in payments.items():
        if isinstance(state, Receipted) and state.posted is None:
            yield Letter(payment_id, LetterKind.PAYMENT, payment_body(state))
        if isinstance(state, Receipted | Unpaid):
            for claim in state.tray.claims:
                if claim.answer_due is None:
                    yield Letter(payment_id, LetterKind.CLAIM, claim_body(state.tray.begun, claim.opened))


def payment_body(state: Receipted) -> bytes:
    tray, begun = state.tray, state.tray.begun
    notes = tuple(
        StackedNote(note_id=str(n), value_minor=note.value_minor, stacked_at=note.at)
        for n, note in enumerate(tray.notes, start=1)
    )
    account = AccountLine(account_number=begun.account.number, billing_months=begun.billing_months)
    return (
        RecordPayment(
            payment_id=begun.payment_id,
            receipt_number=state.number,
            currency=begun.currency,
            accounts=(account,),
            tenders=(CashTender(tender_id=begun.tender_id, notes=notes),),
            taken_at=tray.notes[-1].at,
            ended_by=state.why,
            receipt=state.token,
        )
        .model_dump_json()
        .encode()
    )


def claim_body(begun: Begun, claim: ClaimOpened) -> bytes:
    return (
        FileClaim(
            claim_id=claim.claim_id,
            number=claim.number,
            kind=claim.claim,
            currency=begun.currency,
            amount_minor=claim.amount_minor,
            payment_id=begun.payment_id,
            account_number=begun.account.number,
            occurred_at=claim.at,
            evidence=claim.evidence,
        )
        .model_dump_json()
        .encode()
    )
