"""Numbers and signatures: what makes an event out of a claim or of a counted payment."""

from __future__ import annotations

from datetime import datetime
from uuid import uuid4
from zoneinfo import ZoneInfo

from hall.contract import Receipt
from kiosk.identity import Identity
from kiosk.payment.commands import OpenClaim
from kiosk.payment.events import Begun, ClaimOpened, ReceiptIssued
from kiosk.payment.states import Tray
from kiosk.payment.world import JournalEdge


def claim_opened(
    command: OpenClaim, begun: Begun, now: datetime, journal: JournalEdge, identity: Identity
) -> ClaimOpened:
    return ClaimOpened(
        claim_id=uuid4(),
        number=_number(now, begun, journal, identity),
        claim=command.claim,
        amount_minor=command.amount_minor,
        evidence=dict(command.evidence),
        difference=dict(command.difference),
        at=now,
    )


def receipt_issued(tray: Tray, journal: JournalEdge, identity: Identity) -> ReceiptIssued:
    """Of the moment at which the last note was stacked, whenever it is made."""
    begun, taken_at = tray.begun, tray.notes[-1].at
    receipt = Receipt(
        n=_number(taken_at, begun, journal, identity),
        p=begun.payment_id,
        k=identity.kiosk.kiosk_id,
        a=(begun.account.number,),
        s=tray.paid_minor,
        c=begun.currency,
        t=taken_at,
    )
    return ReceiptIssued(number=receipt.n, token=identity.receipt_token(receipt))


def _number(moment: datetime, begun: Begun, journal: JournalEdge, identity: Identity) -> str:
    day = moment.astimezone(ZoneInfo(begun.timezone)).date()
    return journal.next_document(identity.kiosk.ordinal, day)
