"""Who signed a request (RFC 9421, Ed25519; body digest of RFC 9530)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Annotated

from fastapi import Depends, Request
from http_message_signatures import HTTPMessageVerifier, HTTPSignatureKeyResolver, InvalidSignature
from http_message_signatures.algorithms import ED25519
from http_message_signatures.exceptions import HTTPMessageSignaturesException

from hall.contract import SIGNATURE_AGE_MAX_S, SIGNATURE_TAG, SIGNED_COMPONENTS
from hall.database import read_session
from hall.dependencies import TheHall
from hall.problems import ProblemError
from hall.security.keys import EnrolledKiosk


@dataclass(frozen=True, slots=True)
class SignedMessage:
    """What the verifier looks at."""

    method: str
    url: str
    headers: dict[str, str]


class KeysOfKiosks(HTTPSignatureKeyResolver):
    """The library asks for a key by id; the kiosk that was found is kept for the route."""

    def __init__(self, hall: TheHall) -> None:
        self._hall = hall
        self.kiosk: EnrolledKiosk | None = None

    def resolve_public_key(self, key_id: str) -> object:
        with read_session(self._hall.engine) as session:
            self.kiosk = self._hall.keys.find(session, key_id)
        if self.kiosk is None:
            raise InvalidSignature("unknown key")
        return self.kiosk.key


async def raw_body(request: Request) -> bytes:
    return await request.body()


def signing_kiosk(
    request: Request, hall: TheHall, body: Annotated[bytes, Depends(raw_body)]
) -> EnrolledKiosk:
    """The enrolled kiosk that signed this request; anything else is refused with 401, whatever the reason."""
    resolver = KeysOfKiosks(hall)
    verifier = HTTPMessageVerifier(signature_algorithm=ED25519, key_resolver=resolver)
    try:
        verifier.verify(
            SignedMessage(request.method, str(request.url), dict(request.headers)),
            max_age=timedelta(seconds=SIGNATURE_AGE_MAX_S),
            expect_tag=SIGNATURE_TAG,
            require_components=SIGNED_COMPONENTS,
            body=body,
        )
    except HTTPMessageSignaturesException as error:
        raise ProblemError(401, "The request is not signed by an enrolled kiosk") from error
    assert resolver.kiosk is not None, "a signature was verified without a key"
    return resolver.kiosk


SigningKiosk = Annotated[EnrolledKiosk, Depends(signing_kiosk)]
