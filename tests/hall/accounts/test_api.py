"""`/v1/account-lookups`: what a stranger learns, and what not even the database's work tells."""

from __future__ import annotations

from datetime import date

import pytest

from hall.contract import AccountSummary
from hall.database import write_session
from hall.dependencies import Hall
from tests.hall.signed import TestKiosk
from tests.hall.statements import statements
from tests.hall.utility_rows import NUMBER, add_account, add_bill

CLOSED, UNKNOWN = "3304100103", "3304999999"


@pytest.fixture
def accounts(hall: Hall) -> None:
    with write_session(hall.engine) as session:
        account = add_account(session, credit_minor=500)
        add_bill(session, account, "2026-09", 24_102)
        add_bill(session, account, "2026-10", 18_640)
        add_account(session, CLOSED, closed_on=date(2026, 11, 1))


@pytest.mark.usefixtures("accounts")
def test_a_typed_number_shows_masked_name_town_and_what_is_due_by_month(kiosk: TestKiosk) -> None:
    answer = kiosk.post("/v1/account-lookups", {"number": NUMBER})
    assert answer.status_code == 200
    assert set(answer.json()) == {"number", "masked_name", "town", "currency", "due"}
    summary = AccountSummary.model_validate_json(answer.content)
    assert (summary.masked_name, summary.town) == ("陈*芳", "武原街道")
    assert [due.owed_minor for due in summary.due] == [24_705, 18_640]


@pytest.mark.usefixtures("accounts")
def test_not_found_and_not_allowed_are_one_answer_after_the_same_statements(
    hall: Hall, kiosk: TestKiosk
) -> None:
    kiosk.post("/v1/account-lookups", {"number": NUMBER})  # the kiosk's key is read once
    seen = {}
    for number in (CLOSED, UNKNOWN, NUMBER):
        with statements(hall.engine) as sent:
            answer = kiosk.post("/v1/account-lookups", {"number": number})
        seen[number] = (answer, sent)
    closed, unknown = seen[CLOSED], seen[UNKNOWN]
    assert closed[0].status_code == unknown[0].status_code == 404
    assert closed[0].content == unknown[0].content
    assert closed[0].headers == unknown[0].headers
    assert closed[1] == unknown[1] == seen[NUMBER][1]
    assert len(closed[1]) <= 2


@pytest.mark.parametrize("number", ["", "33041277ab", "12345678901234567", "３３０４１２７７８６"])
def test_what_is_no_number_is_malformed(kiosk: TestKiosk, number: str) -> None:
    answer = kiosk.post("/v1/account-lookups", {"number": number})
    assert answer.status_code == 422
    assert answer.json()["field"] == "number"


@pytest.mark.usefixtures("accounts")
def test_nobody_looks_accounts_up_without_a_signature(kiosk: TestKiosk) -> None:
    answer = kiosk.client.post("/v1/account-lookups", json={"number": NUMBER})
    assert answer.status_code == 401


@pytest.mark.usefixtures("accounts")
def test_who_walks_through_the_numbers_has_to_wait(kiosk: TestKiosk) -> None:
    answers = [kiosk.post("/v1/account-lookups", {"number": f"33041277{each:02d}"}) for each in range(25)]
    refused = answers[-1]
    assert refused.status_code == 429
    assert int(refused.headers["Retry-After"]) > 0
