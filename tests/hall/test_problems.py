"""Every refusal, whoever makes it, is problem details; and the document says so."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import text

from hall.app import create_app
from hall.contract import Problem
from hall.database import write_session
from hall.dependencies import Hall
from hall.problems import MEDIA_TYPE
from tests.hall.signed import TestKiosk

ENROL = "/v1/kiosks/enrol"
JSON = {"content-type": "application/json"}


@pytest.mark.parametrize("dialect", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    ("method", "path", "status"),
    [("GET", "/nowhere", 404), ("PUT", "/v1/health", 405), ("GET", "/v1/kiosk", 401)],
)
def test_what_is_not_there_is_a_problem_too(kiosk: TestKiosk, method: str, path: str, status: int) -> None:
    answer = kiosk.client.request(method, path)
    assert (answer.status_code, answer.headers["content-type"]) == (status, MEDIA_TYPE)
    assert Problem.model_validate_json(answer.content).status == status


@pytest.mark.parametrize("dialect", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    ("content", "field"),
    [
        (b"{", None),
        (b"\xff\xfe", None),
        (b"[]", None),
        (b"", None),
        (b"{}", "code"),
        (b'{"code": "\\ud800aaaaa", "public_key": "x"}', "code"),
        (b'{"code": "AAAABBBBCCCC", "public_key": 1}', "public_key"),
        (b'{"code": ' + b"[" * 5_000, None),
    ],
    ids=["half", "not UTF-8", "a list", "nothing", "empty", "half a letter", "a number", "deep"],
)
def test_a_malformed_body_is_named_by_its_field_and_never_a_fault(
    kiosk: TestKiosk, content: bytes, field: str | None
) -> None:
    answer = kiosk.client.post(ENROL, content=content, headers=JSON)
    assert answer.status_code in (400, 422), answer.text
    assert answer.headers["content-type"] == MEDIA_TYPE
    assert answer.json().get("field") == field


@pytest.mark.parametrize("dialect", ["sqlite"], indirect=True)
def test_a_path_that_is_malformed_is_named_by_its_field(kiosk: TestKiosk) -> None:
    answer = kiosk.get("/v1/payments/forty-two")
    assert (answer.status_code, answer.json()["field"]) == (422, "payment_id")


@pytest.mark.parametrize("dialect", ["sqlite"], indirect=True)
def test_our_own_fault_tells_the_caller_nothing_and_the_log_everything(
    hall: Hall, kiosk: TestKiosk, caplog: pytest.LogCaptureFixture
) -> None:
    with write_session(hall.engine) as session:
        session.execute(text("DROP TABLE outage"))
    answer = kiosk.client.get("/v1/outages")
    assert (answer.status_code, answer.headers["content-type"]) == (500, MEDIA_TYPE)
    assert "table" not in answer.text
    assert "GET /v1/outages failed" in caplog.text
    assert "no such table: outage" in caplog.text


@pytest.mark.parametrize("dialect", ["sqlite"], indirect=True)
def test_the_document_tells_of_refusals_as_they_are(hall: Hall) -> None:
    document: dict[str, Any] = create_app(hall).openapi()
    assert "HTTPValidationError" not in document["components"]["schemas"]
    refusals = [
        response["content"]
        for path in document["paths"].values()
        for operation in path.values()
        for status, response in operation["responses"].items()
        if int(status) >= 400
    ]
    assert len(refusals) > 15
    assert all(list(content) == [MEDIA_TYPE] for content in refusals)
    names = [operation["operationId"] for path in document["paths"].values() for operation in path.values()]
    assert "post_payment" in names
    assert len(names) == len(set(names))
