"""Whoever walks through the numbers waits, whichever way he asks; whoever pays does not."""

from __future__ import annotations

import pytest

from tests.hall.signed import TestKiosk

NUMBERS = [f"33041277{each:02d}" for each in range(21)]


def ask(kiosk: TestKiosk, path: str, number: str) -> int:
    field = "number" if path == "/v1/account-lookups" else "account_number"
    return kiosk.post(path, {field: number}).status_code


@pytest.mark.parametrize("path", ["/v1/account-lookups", "/v1/quotes"])
def test_numbers_tried_in_turn_are_refused_with_the_seconds_to_wait(kiosk: TestKiosk, path: str) -> None:
    assert {ask(kiosk, path, number) for number in NUMBERS[:20]} == {404}
    refused = kiosk.post("/v1/quotes", {"account_number": NUMBERS[20]})
    assert refused.status_code == 429
    assert refused.headers["content-type"] == "application/problem+json"
    assert 0 < int(refused.headers["retry-after"]) <= 60


def test_a_customer_who_ticks_months_again_and_again_is_never_refused(kiosk: TestKiosk) -> None:
    ask(kiosk, "/v1/account-lookups", NUMBERS[0])
    assert {ask(kiosk, "/v1/quotes", NUMBERS[0]) for _ in range(40)} == {404}
