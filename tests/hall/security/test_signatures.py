"""Only an enrolled kiosk's own, fresh, untouched request is heard."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from http_message_signatures import HTTPMessageSigner, MappingKeyResolver
from http_message_signatures.algorithms import ED25519

from hall.contract import SIGNATURE_AGE_MAX_S, SIGNATURE_TAG, SIGNED_COMPONENTS
from tests.hall.signed import Signer, TestKiosk

LOOK_UP = "/v1/account-lookups"
BODY = b'{"number":"3304127786"}'


def signed(kiosk: TestKiosk, body: bytes = BODY, **changes: Any) -> httpx.Request:
    """A request with the kiosk's signature, made with some of its parameters changed."""
    request: httpx.Request = kiosk.client.build_request(
        "POST", LOOK_UP, content=body, headers={"content-type": "application/json"}
    )
    resolver = MappingKeyResolver(public_keys={}, private_keys={kiosk.kiosk_id: kiosk.key})
    options: dict[str, Any] = {
        "key_id": kiosk.kiosk_id,
        "created": datetime.now(UTC),
        "tag": SIGNATURE_TAG,
        "covered_component_ids": SIGNED_COMPONENTS,
        "body": body,
    }
    HTTPMessageSigner(signature_algorithm=ED25519, key_resolver=resolver).sign(request, **options | changes)
    return request


def test_a_signed_request_is_heard(kiosk: TestKiosk) -> None:
    assert kiosk.client.send(signed(kiosk)).status_code == 404


@pytest.mark.parametrize(
    "changes",
    [
        {"created": datetime.now(UTC) - timedelta(seconds=SIGNATURE_AGE_MAX_S + 60)},
        {"created": datetime.now(UTC) + timedelta(hours=1)},
        {"tag": "somebody-else"},
        {"covered_component_ids": ("@method", "content-digest")},
    ],
    ids=["too old", "from the future", "another tag", "path not covered"],
)
def test_a_signature_that_says_too_little_is_refused(kiosk: TestKiosk, changes: dict[str, Any]) -> None:
    assert_refused(kiosk.client.send(signed(kiosk, **changes)))


def test_a_body_changed_on_the_way_is_refused(kiosk: TestKiosk) -> None:
    request = signed(kiosk)
    forged = kiosk.client.build_request(
        "POST", LOOK_UP, content=BODY.replace(b"86", b"87"), headers=request.headers
    )
    assert_refused(kiosk.client.send(forged))


def test_a_signature_for_another_path_is_refused(kiosk: TestKiosk) -> None:
    request = signed(kiosk)
    moved = kiosk.client.build_request("POST", "/v1/quotes", content=BODY, headers=request.headers)
    assert_refused(kiosk.client.send(moved))


def test_an_unknown_kiosk_and_a_wrong_key_are_refused_alike(kiosk: TestKiosk) -> None:
    strangers = (Signer("nobody", kiosk.key), Signer(kiosk.kiosk_id, Ed25519PrivateKey.generate()))
    answers = [kiosk.client.post(LOOK_UP, content=BODY, auth=stranger) for stranger in strangers]
    assert answers[0].json() == answers[1].json()
    for answer in answers:
        assert_refused(answer)


def test_a_kiosk_that_has_not_enrolled_is_refused(kiosk: TestKiosk) -> None:
    assert_refused(replace(kiosk, kiosk_id="kiosk-without-key").post(LOOK_UP, {"number": "1"}))


@pytest.mark.parametrize(
    "path", ["/v1/kiosk", "/v1/claims", "/v1/payments/9b5a1bd4-3a3f-4b2e-9f0e-111111111111"]
)
def test_nothing_of_anybody_is_told_to_the_unsigned(kiosk: TestKiosk, path: str) -> None:
    assert_refused(kiosk.client.get(path))


@pytest.mark.parametrize("signature", ["", "sig=:AAAA:", 'sig=("@method");created=1', "\x7f", ":" * 5000])
def test_noise_in_the_signature_is_refused_not_a_fault(kiosk: TestKiosk, signature: str) -> None:
    headers = {"signature": signature, "signature-input": signature}
    assert_refused(kiosk.client.post(LOOK_UP, content=BODY, headers=headers))


def assert_refused(answer: httpx.Response) -> None:
    assert answer.status_code == 401, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
