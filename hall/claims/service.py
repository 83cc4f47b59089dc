"""Filing claims and listing them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID, uuid5

from sqlalchemy import select
from sqlalchemy.orm import Session

from hall.claims.tables import Claim
from hall.contract import ClaimKind, ClaimStatus, FileClaim, FiledClaim, RecordPayment
from hall.utility import Utility

SUSPENSE_NAMESPACE = UUID("6b1f1c1e-6c57-4b0e-9a55-3c4b7e6f2a10")


class ClaimConflictError(Exception):
    """The same id with other content."""


@dataclass(frozen=True, slots=True)
class Filed:
    claim: FiledClaim
    is_new: bool


def file_claim(session: Session, claim: FileClaim, kiosk_id: str, utility: Utility, now: datetime) -> Filed:
    """File a claim once; sent again it is given back, changed it is a ClaimConflictError."""
    earlier = session.get(Claim, claim.claim_id)
    if earlier is not None:
        if _said(earlier) != claim or earlier.kiosk_id != kiosk_id:
            raise ClaimConflictError(claim.claim_id)
        return Filed(as_filed(earlier), is_new=False)
    row = Claim(
        id=claim.claim_id,
        number=claim.number,
        kind=claim.kind,
        status=ClaimStatus.OPEN,
        currency=claim.currency,
        amount_minor=claim.amount_minor,
        payment_id=claim.payment_id,
        account_number=claim.account_number,
        kiosk_id=kiosk_id,
        owner=utility.claims.owner,
        occurred_at=claim.occurred_at.astimezone(UTC),
        filed_at=now,
        answer_due=utility.claim_answer_due(now),
        evidence=claim.evidence,
    )
    session.add(row)
    session.flush()
    return Filed(as_filed(row), is_new=True)


def suspense_claim(
    session: Session,
    payment: RecordPayment,
    suspense_minor: int,
    kiosk_id: str,
    utility: Utility,
    now: datetime,
) -> str | None:
    """Open the claim of money that no open account takes; its number, None where all was applied.

    The number is the receipt's: the customer holds it already, and no kiosk gives it twice.
    """
    if not suspense_minor:
        return None
    claim = FileClaim(
        claim_id=uuid5(SUSPENSE_NAMESPACE, str(payment.payment_id)),
        number=payment.receipt_number,
        kind=ClaimKind.SUSPENSE,
        currency=payment.currency,
        amount_minor=suspense_minor,
        payment_id=payment.payment_id,
        account_number=payment.accounts[0].account_number,
        occurred_at=payment.taken_at,
        evidence={"reason": "no open account of this number and currency"},
    )
    return file_claim(session, claim, kiosk_id, utility, now).claim.number


def claims(session: Session, kiosk_id: str, status: ClaimStatus | None = None) -> list[FiledClaim]:
    """A kiosk's claims by the day their answer is due, the most pressing first."""
    query = select(Claim).where(Claim.kiosk_id == kiosk_id).order_by(Claim.answer_due, Claim.number)
    if status is not None:
        query = query.where(Claim.status == status)
    return [as_filed(claim) for claim in session.scalars(query)]


def _said(claim: Claim) -> FileClaim:
    return FileClaim(
        claim_id=claim.id,
        number=claim.number,
        kind=claim.kind,
        currency=claim.currency,
        amount_minor=claim.amount_minor,
        payment_id=claim.payment_id,
        account_number=claim.account_number,
        occurred_at=claim.occurred_at,
        evidence=claim.evidence,
    )


def as_filed(claim: Claim) -> FiledClaim:
    return FiledClaim(
        **_said(claim).model_dump(),
        status=claim.status,
        owner=claim.owner,
        answer_due=claim.answer_due,
    )
