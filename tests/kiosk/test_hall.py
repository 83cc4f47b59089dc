"""The hall's client: signed, never repeated by itself, and honest about what it does not know."""

from __future__ import annotations

from contextlib import closing

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from http_message_signatures import HTTPMessageVerifier, MappingKeyResolver, VerifyResult
from http_message_signatures.algorithms import ED25519
from requests import Request as HttpRequest

from hall.contract import SIGNATURE_TAG, KioskIdentity, LookUpAccount, Problem
from kiosk.hall import HallClient, HallRefusalError, HallSilentError
from kiosk.identity import Identity
from tests.kiosk.payment.facts import ACCOUNT, posted
from tests.kiosk.stub_hall import Answer, Request, StubHall, stub_hall

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
KIOSK = KioskIdentity(kiosk_id="k-1", ordinal=1, site_name="网点", site_name_en="Site", town="武原街道")
POSTED = Answer(201, posted().model_dump_json().encode())
BODY = b'{"payment_id": "1"}'


def client_of(hall: StubHall, read_s: float = 5.0) -> HallClient:
    return HallClient(hall.url, Identity(KIOSK, KEY), read_s)


def test_each_request_is_signed_with_the_kiosks_key_over_its_body() -> None:
    with stub_hall(POSTED) as hall, closing(client_of(hall)) as client:
        assert client.record_payment(BODY) == posted()
        [request] = hall.requests
        [verified] = verify(hall, request)
        assert (verified.parameters["keyid"], verified.parameters["tag"]) == ("k-1", SIGNATURE_TAG)
        assert request.body == BODY


def test_a_request_without_a_body_is_signed_too() -> None:
    with stub_hall(Answer(200, KIOSK.model_dump_json().encode())) as hall, closing(client_of(hall)) as client:
        assert client.who_am_i() == KIOSK
        assert verify(hall, hall.requests[0])


def verify(hall: StubHall, request: Request) -> list[VerifyResult]:
    prepared = HttpRequest(request.method, hall.url + request.path, data=request.body or None).prepare()
    for name, value in request.headers.items():
        prepared.headers[name] = value
    keys = MappingKeyResolver(public_keys={"k-1": KEY.public_key()}, private_keys={})
    verifier = HTTPMessageVerifier(signature_algorithm=ED25519, key_resolver=keys)
    return verifier.verify(prepared, expect_tag=SIGNATURE_TAG, body=request.body)


def test_before_enrolment_nothing_is_signed() -> None:
    with stub_hall(Answer(200, b"[]")) as hall, closing(HallClient(hall.url)) as client:
        assert client.outages() == []
        assert hall.requests[0].headers.get("Signature") is None


@pytest.mark.parametrize("status", [401, 404, 409, 422, 429])
def test_a_refusal_comes_with_its_problem(status: int) -> None:
    problem = Problem(title="no", status=status)
    answer = Answer(status, problem.model_dump_json().encode())
    with stub_hall(answer) as hall, closing(client_of(hall)) as client:
        with pytest.raises(HallRefusalError) as caught:
            client.look_up(LookUpAccount(number=ACCOUNT.number))
        assert caught.value.problem == problem


@pytest.mark.parametrize(
    "answer",
    [
        Answer(500),
        Answer(503, b"<html>"),
        Answer(200, b"<html>a portal wants you to log in</html>"),
        Answer(200, b"{}"),
        Answer(302, b""),
        Answer(404, b"<html>"),
        Answer(0),
    ],
)
def test_whatever_is_no_answer_of_the_hall_is_silence(answer: Answer) -> None:
    with stub_hall(answer) as hall, closing(client_of(hall)) as client, pytest.raises(HallSilentError):
        client.record_payment(BODY)


def test_a_hall_that_is_not_there_is_silent() -> None:
    with stub_hall(POSTED) as hall:
        url = hall.url
    with closing(HallClient(url)) as client, pytest.raises(HallSilentError):
        client.utility()


@pytest.mark.parametrize("answer", [Answer(201, POSTED.body, after_s=0.6), Answer(0), Answer(503)])
def test_f14_a_payment_without_an_answer_is_not_sent_again_by_itself(answer: Answer) -> None:
    with stub_hall(answer) as hall, closing(client_of(hall, read_s=0.2)) as client:
        with pytest.raises(HallSilentError):
            client.record_payment(BODY)
        assert len(hall.requests) == 1
