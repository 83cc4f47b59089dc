"""`/v1/payments`: plain routes, one transaction each."""

from __future__ import annotations

from uuid import UUID

from fastapi import APIRouter, Response

from hall.contract import PostedPayment, RecordPayment
from hall.database import read_session, write_once
from hall.dependencies import TheHall
from hall.payments.service import (
    PaymentConflictError,
    Rules,
    find_payment,
    record_payment,
)
from hall.problems import ProblemError, documented
from hall.receipts.verify import ReceiptError, check_against, verified
from hall.security.signatures import SigningKiosk

router = APIRouter(prefix="/payments", tags=["payments"])


@router.post(
    "",
    status_code=201,
    response_model=PostedPayment,
    responses={200: {"model": PostedPayment, "description": "Booked before"}, **documented(401, 409, 422)},
)
def post_payment(body: RecordPayment, kiosk: SigningKiosk, hall: TheHall) -> Response:
    """Record a payment that a kiosk took. Safe to send again: the id is the idempotency key.

    The first answer is 201, each repeat 200 with the same words. Only the same id with another
    content is a conflict; nothing else is refused, since the money is in the box.
    """
    try:
        check_against(verified(body.receipt, {kiosk.id: kiosk.key}), body)
    except ReceiptError as error:
        raise ProblemError(422, "The receipt does not fit", detail=str(error), field="receipt") from error
    rules = Rules(hall.utility, hall.late_fees)
    try:
        recorded = write_once(
            hall.engine, lambda session: record_payment(session, body, kiosk.id, rules, hall.clock())
        )
    except PaymentConflictError as error:
        raise ProblemError(409, "This payment was told otherwise before", field="payment_id") from error
    return _answer(recorded.posted, 201 if recorded.is_new else 200)


@router.get("/{payment_id}", response_model=PostedPayment, responses=documented(401, 404))
def read_payment(payment_id: UUID, kiosk: SigningKiosk, hall: TheHall) -> Response:
    """How a payment was booked. A kiosk is told of its own."""
    with read_session(hall.engine) as session:
        posted = find_payment(session, payment_id, kiosk.id)
    if posted is None:
        raise ProblemError(404, "No such payment")
    return _answer(posted, 200)


def _answer(posted: str, status: int) -> Response:
    return Response(posted, status_code=status, media_type="application/json")
