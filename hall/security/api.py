"""`/v1/kiosks/enrol` and `/v1/kiosk`."""

from __future__ import annotations

import base64
import binascii

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from fastapi import APIRouter

from hall.contract import EnrolKiosk, KioskIdentity
from hall.database import read_session, write_session
from hall.dependencies import TheHall
from hall.problems import ProblemError, documented
from hall.security.service import EnrolmentError, enrol, identity_of
from hall.security.signatures import SigningKiosk
from hall.security.tables import Kiosk

router = APIRouter(tags=["kiosks"])


@router.post("/kiosks/enrol", status_code=201, responses=documented(403, 422))
def enrol_kiosk(body: EnrolKiosk, hall: TheHall) -> KioskIdentity:
    """Trade a one-time code for a public key. Afterwards every request is signed with its private half.

    Safe to send again with the same key.
    """
    try:
        key = Ed25519PublicKey.from_public_bytes(base64.b64decode(body.public_key, validate=True))
    except (binascii.Error, ValueError) as error:
        raise ProblemError(422, "Not an Ed25519 public key", field="public_key") from error
    try:
        with write_session(hall.engine) as session:
            return enrol(session, body.code, key.public_bytes_raw(), hall.clock())
    except EnrolmentError as error:
        raise ProblemError(403, "The code is not valid") from error


@router.get("/kiosk", responses=documented(401))
def who_am_i(kiosk: SigningKiosk, hall: TheHall) -> KioskIdentity:
    """The kiosk that signed the request, as the hall knows it."""
    with read_session(hall.engine) as session:
        return identity_of(session.get_one(Kiosk, kiosk.id))
