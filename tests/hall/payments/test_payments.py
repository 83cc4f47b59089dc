"""What becomes of money that a kiosk says it has taken."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import select

from hall.accounts.tables import CustomerAccount, SupplyState
from hall.contract import ClaimKind, RecordPayment
from hall.database import read_session, write_session
from hall.dependencies import Hall
from hall.ledger.service import balance_minor
from hall.ledger.tables import Book
from hall.payments.service import Rules, settle_by_hand
from tests.hall.conftest import NOON
from tests.hall.signed import TestKiosk
from tests.hall.statements import statements
from tests.hall.utility_rows import NUMBER, add_account, add_bill

STATEMENTS_MAX = 8
OCTOBER_MINOR = 18_640


def owe(hall: Hall, **account: Any) -> None:
    """September (late by now) and October (not yet) of the known account."""
    with write_session(hall.engine) as session:
        row = add_account(session, **account)
        add_bill(session, row, "2026-09", 24_102)
        add_bill(session, row, "2026-10", OCTOBER_MINOR)


def due_minor(kiosk: TestKiosk, number: str = NUMBER) -> int:
    answer = kiosk.post("/v1/account-lookups", {"number": number}).json()
    return sum(month["principal_minor"] + month["late_fee_minor"] for month in answer["due"])


def book_minor(hall: Hall, book: Book, reference: str | None = None) -> int:
    with read_session(hall.engine) as session:
        return balance_minor(session, book, reference)


def credit_minor(hall: Hall) -> int:
    with read_session(hall.engine) as session:
        return session.scalars(select(CustomerAccount.credit_balance_minor)).one()


def test_what_is_due_is_paid_and_the_rest_is_credit(hall: Hall, kiosk: TestKiosk) -> None:
    owe(hall)
    due = due_minor(kiosk)
    answer = kiosk.post("/v1/payments", kiosk.payment(NUMBER, due + 655, taken_at=NOON))
    assert answer.status_code == 201, answer.text
    posted = answer.json()
    assert sum(part["amount_minor"] for part in posted["allocations"]) == due + 655
    assert posted["allocations"][-1] == {
        "account_number": NUMBER,
        "billing_month": None,
        "part": "credit",
        "amount_minor": 655,
    }
    assert due_minor(kiosk) == 0
    assert book_minor(hall, Book.CASH, kiosk.kiosk_id) == due + 655
    assert credit_minor(hall) == -book_minor(hall, Book.CREDIT, NUMBER) == 655


def test_a_repeat_gets_the_same_words_and_books_nothing(hall: Hall, kiosk: TestKiosk) -> None:
    owe(hall)
    body = kiosk.payment(NUMBER, 10_000, taken_at=NOON)
    first, again = kiosk.post("/v1/payments", body), kiosk.post("/v1/payments", body)
    assert (first.status_code, again.status_code) == (201, 200)
    assert again.content == first.content
    assert book_minor(hall, Book.CASH) == 10_000
    assert kiosk.get(f"/v1/payments/{body['payment_id']}").content == first.content


def test_the_same_id_with_another_story_is_a_conflict_and_changes_nothing(
    hall: Hall, kiosk: TestKiosk
) -> None:
    owe(hall)
    body = kiosk.payment(NUMBER, 10_000, taken_at=NOON)
    kiosk.post("/v1/payments", body)
    other = kiosk.payment(NUMBER, 20_000, taken_at=NOON, payment_id=RecordPayment(**body).payment_id)
    answer = kiosk.post("/v1/payments", other)
    assert answer.status_code == 409
    assert answer.headers["content-type"] == "application/problem+json"
    assert book_minor(hall, Book.CASH) == 10_000


def test_money_is_set_against_the_oldest_month_first_and_its_late_fee_before_it(
    hall: Hall, kiosk: TestKiosk
) -> None:
    owe(hall)
    posted = kiosk.post("/v1/payments", kiosk.payment(NUMBER, 5_000, taken_at=NOON)).json()
    parts = [(part["billing_month"], part["part"]) for part in posted["allocations"]]
    assert parts == [("2026-09", "late-fee"), ("2026-09", "principal")]


def test_only_the_months_that_were_ticked_are_paid(hall: Hall, kiosk: TestKiosk) -> None:
    owe(hall)
    body = kiosk.payment(NUMBER, OCTOBER_MINOR, months=["2026-10"], taken_at=NOON)
    posted = kiosk.post("/v1/payments", body).json()
    assert {part["billing_month"] for part in posted["allocations"]} == {"2026-10"}


def test_credit_that_is_there_counts_first(hall: Hall, kiosk: TestKiosk) -> None:
    owe(hall, credit_minor=3_000)
    to_pay = due_minor(kiosk) - 3_000
    posted = kiosk.post("/v1/payments", kiosk.payment(NUMBER, to_pay, taken_at=NOON)).json()
    assert posted["credit_used_minor"] == 3_000
    assert due_minor(kiosk) == 0
    assert credit_minor(hall) == 0


def test_late_fees_are_reckoned_as_of_the_taking_not_of_the_arrival(hall: Hall, kiosk: TestKiosk) -> None:
    owe(hall)
    [september, _october] = kiosk.post("/v1/account-lookups", {"number": NUMBER}).json()["due"]
    taken = NOON - timedelta(days=5)
    posted = kiosk.post("/v1/payments", kiosk.payment(NUMBER, 50_000, taken_at=taken)).json()
    [late_fee] = [part["amount_minor"] for part in posted["allocations"] if part["part"] == "late-fee"]
    assert 0 < late_fee < september["late_fee_minor"]


def test_a_bill_paid_elsewhere_meanwhile_leaves_credit(hall: Hall, kiosk: TestKiosk) -> None:
    """F19: shown at one kiosk, paid at another, then paid at the first."""
    owe(hall)
    due = due_minor(kiosk)
    kiosk.post("/v1/payments", kiosk.payment(NUMBER, due, taken_at=NOON))
    answer = kiosk.post("/v1/payments", kiosk.payment(NUMBER, 12_000, taken_at=NOON))
    assert answer.status_code == 201
    assert [part["part"] for part in answer.json()["allocations"]] == ["credit"]
    assert credit_minor(hall) == 12_000


@pytest.mark.parametrize("closed", [True, False])
def test_money_for_no_open_account_lies_in_suspense_with_a_claim(
    hall: Hall, kiosk: TestKiosk, *, closed: bool
) -> None:
    if closed:
        owe(hall, closed_on=date(2026, 11, 1))
    answer = kiosk.post("/v1/payments", kiosk.payment(NUMBER, 7_000, taken_at=NOON))
    assert answer.status_code == 201, answer.text
    assert book_minor(hall, Book.SUSPENSE, NUMBER) == -7_000
    claims = kiosk.get("/v1/claims").json()
    assert [(claim["kind"], claim["amount_minor"]) for claim in claims] == [(ClaimKind.SUSPENSE, 7_000)]
    assert claims[0]["number"] == answer.json()["claim_number"]


def test_paying_what_is_overdue_orders_the_supply_back_at_once(hall: Hall, kiosk: TestKiosk) -> None:
    owe(hall, supply_state=SupplyState.CUT_OFF)
    body = kiosk.payment(NUMBER, 25_000, months=["2026-09"], taken_at=NOON)
    [order] = kiosk.post("/v1/payments", body).json()["reconnect_orders"]
    assert order["account_number"] == NUMBER
    assert len(order["number"]) == 6


def test_a_part_of_what_is_overdue_orders_nothing(hall: Hall, kiosk: TestKiosk) -> None:
    owe(hall, supply_state=SupplyState.CUT_OFF)
    posted = kiosk.post("/v1/payments", kiosk.payment(NUMBER, 5_000, taken_at=NOON)).json()
    assert posted["reconnect_orders"] == []


@pytest.mark.parametrize("hand_first", [True, False])
def test_a_payment_settled_by_hand_and_by_its_kiosk_is_one(
    hall: Hall, kiosk: TestKiosk, *, hand_first: bool
) -> None:
    """F04: whichever comes second changes nothing and says so."""
    owe(hall)
    body = kiosk.payment(NUMBER, 10_000, taken_at=NOON)
    by_kiosk = RecordPayment(**body)
    tender = by_kiosk.tenders[0].model_copy(update={"tender_id": uuid4()})
    by_hand = by_kiosk.model_copy(update={"tenders": (tender,)})

    def settle() -> bool:
        rules = Rules(hall.utility, hall.late_fees)
        with write_session(hall.engine) as session:
            return settle_by_hand(session, by_hand, kiosk.kiosk_id, rules, NOON).is_new

    if hand_first:
        assert settle()
        assert kiosk.post("/v1/payments", body).status_code == 200
    else:
        assert kiosk.post("/v1/payments", body).status_code == 201
        assert not settle()
    assert book_minor(hall, Book.CASH) == 10_000


@pytest.mark.parametrize(
    "amount_minor", [10_000, 90_000], ids=["a part", "all, with credit before and after"]
)
def test_a_payment_is_posted_in_few_statements(hall: Hall, kiosk: TestKiosk, amount_minor: int) -> None:
    owe(hall, credit_minor=500)
    kiosk.get("/v1/kiosk")  # the kiosk's key is read once
    with statements(hall.engine) as sent:
        kiosk.post("/v1/payments", kiosk.payment(NUMBER, amount_minor, taken_at=NOON))
    assert len(sent) <= STATEMENTS_MAX, "\n".join(sent)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"currency": "yuan"}, "currency"),
        ({"accounts": []}, "accounts"),
        ({"tenders": []}, "tenders"),
        ({"taken_at": "2026-11-25T12:00:00"}, "taken_at"),
        ({"receipt_number": "42"}, "receipt_number"),
        ({"surprise": 1}, "surprise"),
        ({"receipt": "BH1.e30.e30"}, "receipt"),
        ({"ended_by": "luck"}, "ended_by"),
    ],
)
def test_a_malformed_payment_is_refused_with_its_field(
    hall: Hall, kiosk: TestKiosk, change: dict[str, Any], field: str
) -> None:
    body = kiosk.payment(NUMBER, 10_000, taken_at=NOON) | change
    answer = kiosk.post("/v1/payments", body)
    assert answer.status_code == 422
    assert answer.json()["field"].startswith(field)
    assert book_minor(hall, Book.CASH) == 0


def test_a_receipt_about_another_sum_is_refused(hall: Hall, kiosk: TestKiosk) -> None:
    body = kiosk.payment(NUMBER, 10_000, taken_at=NOON)
    body["tenders"][0]["notes"][0]["value_minor"] = 5_000
    assert kiosk.post("/v1/payments", body).json()["field"] == "receipt"


def test_a_note_that_stands_twice_is_refused(hall: Hall, kiosk: TestKiosk) -> None:
    body = kiosk.payment(NUMBER, 10_000, taken_at=NOON)
    body["tenders"][0]["notes"] *= 2
    assert kiosk.post("/v1/payments", body).status_code == 422
