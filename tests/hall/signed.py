"""A kiosk for the hall's tests: enrolled, with a key, signing as the contract says."""

from __future__ import annotations

import base64
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count
from typing import Any
from uuid import UUID, uuid4

import httpx
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from fastapi.testclient import TestClient
from http_message_signatures import HTTPMessageSigner, MappingKeyResolver
from http_message_signatures.algorithms import ED25519

from hall.app import create_app
from hall.contract import SIGNATURE_TAG, SIGNED_COMPONENTS, Receipt, document_number
from hall.database import write_session
from hall.dependencies import Hall
from hall.security.service import Place, add_kiosk

NOTE_YUAN = (100, 50, 20, 10)


@dataclass(slots=True)
class Signer(httpx.Auth):
    """Signs each request as it leaves."""

    kiosk_id: str
    key: Ed25519PrivateKey
    requires_request_body = True

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        resolver = MappingKeyResolver(public_keys={}, private_keys={self.kiosk_id: self.key})
        HTTPMessageSigner(signature_algorithm=ED25519, key_resolver=resolver).sign(
            request,
            key_id=self.kiosk_id,
            created=datetime.now(UTC),
            tag=SIGNATURE_TAG,
            covered_component_ids=SIGNED_COMPONENTS,
            body=request.content,
        )
        yield request


@dataclass(slots=True)
class TestKiosk:
    """An enrolled kiosk that can take (invented) money."""

    __test__ = False
    client: TestClient
    kiosk_id: str
    key: Ed25519PrivateKey
    sequence: Iterator[int] = field(default_factory=lambda: count(1))

    def payment(
        self,
        account: str,
        amount_minor: int,
        *,
        months: list[str] | None = None,
        taken_at: datetime,
        payment_id: UUID | None = None,
    ) -> dict[str, Any]:
        """A payment's body, in one note of that value, with its signed receipt."""
        number = document_number(1, taken_at.date(), next(self.sequence))
        payment_id = payment_id or uuid4()
        receipt = Receipt(
            n=number, p=payment_id, k=self.kiosk_id, a=(account,), s=amount_minor, c="CNY", t=taken_at
        )
        note = {"note_id": "1", "value_minor": amount_minor, "stacked_at": taken_at.isoformat()}
        return {
            "payment_id": str(payment_id),
            "receipt_number": number,
            "currency": "CNY",
            "accounts": [{"account_number": account, "billing_months": months}],
            "tenders": [{"kind": "cash", "tender_id": str(uuid4()), "notes": [note]}],
            "taken_at": taken_at.isoformat(),
            "ended_by": "paid",
            "receipt": receipt.token(self.key.sign(receipt.signed_bytes())),
        }

    def post(self, path: str, body: dict[str, Any]) -> httpx.Response:
        answer: httpx.Response = self.client.post(path, json=body, auth=Signer(self.kiosk_id, self.key))
        return answer

    def get(self, path: str) -> httpx.Response:
        answer: httpx.Response = self.client.get(path, auth=Signer(self.kiosk_id, self.key))
        return answer


@contextmanager
def enrolled(hall: Hall, kiosk_id: str = "test-kiosk") -> Iterator[TestKiosk]:
    """The hall's API with one kiosk that has enrolled through it."""
    key = Ed25519PrivateKey.generate()
    with write_session(hall.engine) as session:
        place = Place("海盐塘路网点", "Haiyantang Road", "武原街道")
        _, code = add_kiosk(session, kiosk_id, place, hall.clock(), hall.utility.enrolment_code_life)
    with TestClient(create_app(hall), raise_server_exceptions=False) as client:
        public = base64.b64encode(key.public_key().public_bytes_raw()).decode()
        answer = client.post("/v1/kiosks/enrol", json={"code": code, "public_key": public})
        assert answer.status_code == 201, answer.text
        yield TestKiosk(client, kiosk_id, key)
