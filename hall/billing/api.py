"""`/v1/quotes`."""

from __future__ import annotations

from fastapi import APIRouter

from hall.accounts.api import NO_ACCOUNT
from hall.billing import service
from hall.contract import AccountLine, Quote, RequestQuote
from hall.database import read_session
from hall.dependencies import TheHall
from hall.problems import ProblemError, documented
from hall.security.look_ups import let_through
from hall.security.signatures import SigningKiosk

router = APIRouter(tags=["billing"])


@router.post("/quotes", responses=documented(401, 404, 422, 429))
def quote(body: RequestQuote, kiosk: SigningKiosk, hall: TheHall) -> Quote:
    """What is owed today, in the order in which money will be set against it; credit already counted."""
    let_through(hall, kiosk, body.account_number)
    wanted = AccountLine(account_number=body.account_number, billing_months=body.billing_months)
    with read_session(hall.engine) as session:
        quoted = service.quote(session, [wanted], hall.late_fees, hall.utility.day_of(hall.clock()))
    if quoted is None:
        raise ProblemError(404, NO_ACCOUNT)
    return quoted
