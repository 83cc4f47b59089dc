"""A claim has a number, an owner and a day of answer; filed again it is the same claim."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest

from hall.contract import FiledClaim
from hall.dependencies import Hall
from tests.hall.conftest import NOON
from tests.hall.signed import TestKiosk


def claim(number: str = "001-20261125-042", **changes: Any) -> dict[str, Any]:
    return {
        "claim_id": str(uuid4()),
        "number": number,
        "kind": "note-in-doubt",
        "currency": "CNY",
        "amount_minor": 10_000,
        "payment_id": str(uuid4()),
        "account_number": "3304127786",
        "occurred_at": NOON.isoformat(),
        "evidence": {"device": "jam in the path", "码": "F0 E9"},
    } | changes


def test_a_filed_claim_has_an_owner_and_a_working_day_of_answer(kiosk: TestKiosk) -> None:
    body = claim()
    answer = kiosk.post("/v1/claims", body)
    assert answer.status_code == 201, answer.text
    filed = FiledClaim.model_validate_json(answer.content)
    assert (filed.number, filed.owner, filed.status) == (body["number"], "现金管理", "open")
    assert filed.evidence == body["evidence"]
    # A Wednesday at noon: Friday at six, in the utility's zone.
    assert filed.answer_due == datetime(2026, 11, 27, 18, tzinfo=ZoneInfo("Asia/Shanghai"))


def test_a_repeat_is_the_same_claim(kiosk: TestKiosk) -> None:
    body = claim(amount_minor=None, payment_id=None, occurred_at="2026-11-25T12:00:00+08:00")
    first, again = kiosk.post("/v1/claims", body), kiosk.post("/v1/claims", body)
    assert (first.status_code, again.status_code) == (201, 200)
    assert first.content == again.content
    assert kiosk.get("/v1/claims").json() == [first.json()]


def test_one_claim_filed_by_ten_at_once_is_one(kiosk: TestKiosk) -> None:
    body = claim()
    with ThreadPoolExecutor(10) as pool:
        answers = list(pool.map(lambda _: kiosk.post("/v1/claims", body).status_code, range(10)))
    assert sorted(answers) == [200] * 9 + [201]


def test_the_same_id_with_another_story_is_a_conflict(kiosk: TestKiosk) -> None:
    body = claim()
    kiosk.post("/v1/claims", body)
    answer = kiosk.post("/v1/claims", body | {"amount_minor": 5_000})
    assert (answer.status_code, answer.json()["field"]) == (409, "claim_id")
    assert [filed["amount_minor"] for filed in kiosk.get("/v1/claims").json()] == [10_000]


def test_a_number_given_twice_loses_no_claim(kiosk: TestKiosk) -> None:
    assert [kiosk.post("/v1/claims", claim()).status_code for _ in range(2)] == [201, 201]


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"number": "002-20261125-042"}, "number"),
        ({"number": "42"}, "number"),
        ({"amount_minor": -1}, "amount_minor"),
        ({"kind": "bad luck"}, "kind"),
        ({"evidence": {str(n): "" for n in range(41)}}, "evidence"),
        ({"occurred_at": "0001-01-01T00:00:00+14:00"}, "occurred_at"),
    ],
)
def test_a_malformed_claim_is_refused_with_its_field(
    kiosk: TestKiosk, change: dict[str, Any], field: str
) -> None:
    answer = kiosk.post("/v1/claims", claim(**change))
    assert (answer.status_code, answer.json()["field"]) == (422, field)
    assert kiosk.get("/v1/claims").json() == []


def test_claims_are_listed_by_what_became_of_them_most_pressing_first(hall: Hall, kiosk: TestKiosk) -> None:
    numbers = ["001-20261125-003", "001-20261125-001"]
    for number in numbers:
        kiosk.post("/v1/claims", claim(number))
    listed = kiosk.get("/v1/claims?status=open").json()
    assert [filed["number"] for filed in listed] == sorted(numbers)
    assert kiosk.get("/v1/claims?status=settled").json() == []
