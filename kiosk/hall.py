"""The hall's API as the kiosk uses it: blocking calls for worker threads, signed, never repeated blindly."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TypeVar

import requests
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from http_message_signatures import HTTPMessageSigner, MappingKeyResolver
from http_message_signatures.algorithms import ED25519
from pydantic import TypeAdapter, ValidationError

from hall.contract import (
    SIGNATURE_TAG,
    SIGNED_COMPONENTS,
    AccountSummary,
    EnrolKiosk,
    FiledClaim,
    KioskIdentity,
    LookUpAccount,
    OutageNotice,
    PostedPayment,
    Problem,
    Quote,
    RequestQuote,
    UtilityInfo,
    Wire,
)
from kiosk.identity import Identity

CONNECT_S = 3.0
READ_S = 10.0
JSON = {"Content-Type": "application/json"}

Answer = TypeVar("Answer")


class HallSilentError(Exception):
    """No usable answer: the line is down, the hall has failed, or the answer was lost. What was asked may be done."""


class HallRefusalError(Exception):
    """The hall understood and said no."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(f"{problem.status} {problem.title}")
        self.problem = problem


@dataclass(frozen=True, slots=True)
class Signature(requests.auth.AuthBase):
    """Signs a request as it leaves (RFC 9421)."""

    kiosk_id: str
    key: Ed25519PrivateKey

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        keys = MappingKeyResolver(public_keys={}, private_keys={self.kiosk_id: self.key})
        body = request.body or b""
        HTTPMessageSigner(signature_algorithm=ED25519, key_resolver=keys).sign(
            request,
            key_id=self.kiosk_id,
            created=datetime.now(UTC),
            tag=SIGNATURE_TAG,
            covered_component_ids=SIGNED_COMPONENTS,
            body=body.encode() if isinstance(body, str) else body,
        )
        return request


class HallClient:
    """One per thread. Each call answers, or raises HallSilentError or HallRefusalError.

    Nothing is sent a second time by itself: whoever repeats a money call does so knowingly, with the same id.
    """

    def __init__(self, url: str, identity: Identity | None = None, read_s: float = READ_S) -> None:
        self._read_s = read_s
        self._url = url.rstrip("/") + "/v1"
        self._session = requests.Session()
        self._auth = Signature(identity.kiosk.kiosk_id, identity.key) if identity else None

    def close(self) -> None:
        self._session.close()

    def utility(self) -> UtilityInfo:
        return self._call("GET", "/utility", TypeAdapter(UtilityInfo))

    def outages(self) -> list[OutageNotice]:
        return self._call("GET", "/outages", TypeAdapter(list[OutageNotice]))

    def enrol(self, body: EnrolKiosk) -> KioskIdentity:
        return self._call("POST", "/kiosks/enrol", TypeAdapter(KioskIdentity), body)

    def who_am_i(self) -> KioskIdentity:
        return self._call("GET", "/kiosk", TypeAdapter(KioskIdentity))

    def look_up(self, body: LookUpAccount) -> AccountSummary:
        return self._call("POST", "/account-lookups", TypeAdapter(AccountSummary), body)

    def quote(self, body: RequestQuote) -> Quote:
        return self._call("POST", "/quotes", TypeAdapter(Quote), body)

    def record_payment(self, body: bytes) -> PostedPayment:
        """Post a payment's bytes as they stand in the journal: a repeat is the same to the last byte."""
        return self._call("POST", "/payments", TypeAdapter(PostedPayment), body)

    def file_claim(self, body: bytes) -> FiledClaim:
        return self._call("POST", "/claims", TypeAdapter(FiledClaim), body)

    def _call(
        self, method: str, path: str, answer: TypeAdapter[Answer], body: Wire | bytes | None = None
    ) -> Answer:
        content = body.model_dump_json().encode() if isinstance(body, Wire) else body
        with _silence():
            response = self._session.request(
                method,
                self._url + path,
                data=content,
                headers=JSON if content else None,
                auth=self._auth,
                timeout=(CONNECT_S, self._read_s),
                allow_redirects=False,
            )
            if response.status_code >= 500:
                raise HallSilentError(f"{method} {path}: {response.status_code}")
            if response.status_code >= 300:
                raise HallRefusalError(Problem.model_validate_json(response.content))
            return answer.validate_json(response.content)


@contextmanager
def _silence() -> Iterator[None]:
    """Whatever goes wrong on the way is silence: nobody can tell what the hall has done."""
    try:
        yield
    except (requests.RequestException, ValidationError) as error:
        raise HallSilentError(str(error)) from error
