"""Who signed a request (RFC 9421, Ed25519; body digest of RFC 9530)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Annotated

from fastapi import Depends, Request
from fastapi.concurrency import run_in_threadpool
from http_message_signatures import HTTPMessageVerifier, HTTPSignatureKeyResolver, InvalidSignature
from http_message_signatures.algorithms import ED25519
from http_message_signatures.exceptions import HTTPMessageSignaturesException

from hall.contract import SIGNATURE_AGE_MAX_S, SIGNATURE_TAG, SIGNED_COMPONENTS
from hall.dependencies import TheHall
from hall.problems import ProblemError
from hall.security.keys import EnrolledKiosk, KnownKeys


@dataclass(frozen=True, slots=True)
class SignedMessage:
    """What the verifier looks at."""

    method: str
    url: str
    headers: dict[str, str]
    body: bytes


class NewKeyError(InvalidSignature):
    """Signed with a key that was not met before: it has to be looked for in the database."""

    def __init__(self, key_id: str) -> None:
        super().__init__("a key not met before")
        self.key_id = key_id


class MetKeys(HTTPSignatureKeyResolver):
    """The library asks for a key by id; the kiosk that was found is kept for the route."""

    def __init__(self, keys: KnownKeys) -> None:
        self._keys = keys
        self.kiosk: EnrolledKiosk | None = None

    def resolve_public_key(self, key_id: str) -> object:
        self.kiosk = self._keys.met(key_id)
        if self.kiosk is None:
            raise NewKeyError(key_id)
        return self.kiosk.key


async def signing_kiosk(request: Request, hall: TheHall) -> EnrolledKiosk:
    """The enrolled kiosk that signed this request; anything else is refused with 401, whatever the reason.

    Async, since it only reckons: a thread is needed for the first request of a kiosk, to read its key.
    """
    message = SignedMessage(request.method, str(request.url), dict(request.headers), await request.body())
    try:
        try:
            return verified(message, hall.keys)
        except NewKeyError as error:
            await run_in_threadpool(hall.keys.meet, hall.engine, error.key_id)
            return verified(message, hall.keys)
    except HTTPMessageSignaturesException as error:
        raise ProblemError(401, "The request is not signed by an enrolled kiosk") from error


def verified(message: SignedMessage, keys: KnownKeys) -> EnrolledKiosk:
    """The kiosk whose signature covers all of the message; raises HTTPMessageSignaturesException."""
    resolver = MetKeys(keys)
    HTTPMessageVerifier(signature_algorithm=ED25519, key_resolver=resolver).verify(
        message,
        max_age=timedelta(seconds=SIGNATURE_AGE_MAX_S),
        expect_tag=SIGNATURE_TAG,
        require_components=SIGNED_COMPONENTS,
        body=message.body,
    )
    assert resolver.kiosk is not None, "a signature was verified without a key"
    return resolver.kiosk


SigningKiosk = Annotated[EnrolledKiosk, Depends(signing_kiosk)]
