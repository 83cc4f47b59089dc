"""`/v1/account-lookups`."""

from __future__ import annotations

from fastapi import APIRouter

from hall.accounts.service import look_up
from hall.contract import AccountSummary, LookUpAccount
from hall.database import read_session
from hall.dependencies import TheHall
from hall.problems import ProblemError, documented
from hall.security.look_ups import let_through
from hall.security.signatures import SigningKiosk

router = APIRouter(tags=["accounts"])

NO_ACCOUNT = "No account of this number can be shown"


@router.post("/account-lookups", responses=documented(401, 404, 422, 429))
def look_up_account(body: LookUpAccount, kiosk: SigningKiosk, hall: TheHall) -> AccountSummary:
    """What a typed number shows. A number in the body stays out of every access log.

    An unknown account and one that may not be shown get the same answer, after the same statement.
    """
    let_through(hall, kiosk, body.number)
    with read_session(hall.engine) as session:
        account = look_up(session, body.number, hall.late_fees, hall.utility.day_of(hall.clock()))
    if account is None:
        raise ProblemError(404, NO_ACCOUNT)
    return account
