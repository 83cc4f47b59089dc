"""`/v1/claims`: plain routes, one transaction each."""

from __future__ import annotations

from fastapi import APIRouter, Response

from hall.claims import service
from hall.claims.service import ClaimConflictError
from hall.contract import ClaimStatus, FileClaim, FiledClaim
from hall.database import read_session, write_once
from hall.dependencies import TheHall
from hall.problems import ProblemError, documented
from hall.security.signatures import SigningKiosk

router = APIRouter(prefix="/claims", tags=["claims"])


@router.post(
    "",
    status_code=201,
    responses={200: {"model": FiledClaim, "description": "Filed before"}, **documented(401, 409, 422)},
)
def file_claim(body: FileClaim, kiosk: SigningKiosk, hall: TheHall, response: Response) -> FiledClaim:
    """File a claim. Safe to send again: the first answer is 201, a repeat 200."""
    if int(body.number.partition("-")[0]) != kiosk.ordinal:
        raise ProblemError(422, "The number is another kiosk's", field="number")
    try:
        filed = write_once(
            hall.engine,
            lambda session: service.file_claim(session, body, kiosk.id, hall.utility, hall.clock()),
        )
    except ClaimConflictError as error:
        raise ProblemError(409, "This claim was told otherwise before", field="claim_id") from error
    if not filed.is_new:
        response.status_code = 200
    return filed.claim


@router.get("", responses=documented(401))
def list_claims(kiosk: SigningKiosk, hall: TheHall, status: ClaimStatus | None = None) -> list[FiledClaim]:
    """The kiosk's own claims, the most pressing first."""
    with read_session(hall.engine) as session:
        return service.claims(session, kiosk.id, status)
