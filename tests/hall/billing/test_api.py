"""`/v1/quotes`: what is owed today, in the order in which it will be paid."""

from __future__ import annotations

from datetime import date

import pytest

from hall.contract import Quote
from hall.database import write_session
from hall.dependencies import Hall
from tests.hall.signed import TestKiosk
from tests.hall.statements import statements
from tests.hall.utility_rows import NUMBER, add_account, add_bill

CLOSED = "3304100103"


@pytest.fixture
def accounts(hall: Hall) -> None:
    with write_session(hall.engine) as session:
        account = add_account(session, credit_minor=1_000)
        add_bill(session, account, "2026-09", 24_102)
        add_bill(session, account, "2026-10", 18_640)
        add_account(session, CLOSED, closed_on=date(2026, 11, 1))


def quote(kiosk: TestKiosk, months: list[str] | None = None) -> Quote:
    answer = kiosk.post("/v1/quotes", {"account_number": NUMBER, "billing_months": months})
    assert answer.status_code == 200, answer.text
    return Quote.model_validate_json(answer.content)


@pytest.mark.usefixtures("accounts")
def test_a_quote_counts_credit_first_and_then_asks_for_the_rest(hall: Hall, kiosk: TestKiosk) -> None:
    quote(kiosk)  # the kiosk's key is read once
    with statements(hall.engine) as sent:
        answer = quote(kiosk)
    assert (answer.as_of, answer.currency) == (date(2026, 11, 25), "CNY")
    assert answer.to_pay_minor == 43_345 - 1_000
    assert len(sent) == 1


@pytest.mark.usefixtures("accounts")
def test_chosen_months_are_quoted_alone(kiosk: TestKiosk) -> None:
    assert quote(kiosk, ["2026-10"]).to_pay_minor == 18_640 - 1_000
    assert quote(kiosk, []).lines == ()


@pytest.mark.usefixtures("accounts")
def test_a_closed_and_an_unknown_account_have_the_same_refusal(kiosk: TestKiosk) -> None:
    closed, unknown = (
        kiosk.post("/v1/quotes", {"account_number": number}) for number in (CLOSED, "3304999999")
    )
    assert closed.status_code == unknown.status_code == 404
    assert closed.content == unknown.content


def test_a_month_that_is_none_is_malformed(kiosk: TestKiosk) -> None:
    body = {"account_number": NUMBER, "billing_months": ["2026-13"]}
    assert kiosk.post("/v1/quotes", body).status_code == 422
