"""Money that is in the box is booked, however odd its story; only what can't be a payment is refused."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from hall.accounts.tables import SupplyState
from hall.contract import Receipt
from hall.database import write_session
from hall.dependencies import Hall
from hall.ledger.tables import Book
from tests.hall.conftest import NOON
from tests.hall.payments.test_payments import OCTOBER_MINOR, book_minor, due_minor, owe
from tests.hall.signed import TestKiosk, enrolled
from tests.hall.utility_rows import NUMBER, add_account, add_bill


def resigned(kiosk: TestKiosk, body: dict[str, Any]) -> dict[str, Any]:
    """The body with a receipt that fits it again."""
    receipt = Receipt(
        n=body["receipt_number"],
        p=body["payment_id"],
        k=kiosk.kiosk_id,
        a=tuple(line["account_number"] for line in body["accounts"]),
        s=sum(note["value_minor"] for tender in body["tenders"] for note in tender["notes"]),
        c=body["currency"],
        t=body["taken_at"],
    )
    return body | {"receipt": receipt.token(kiosk.key.sign(receipt.signed_bytes()))}


def test_a_receipt_number_given_twice_costs_nobody_money(hall: Hall, kiosk: TestKiosk) -> None:
    """A kiosk whose damaged journal was set aside may begin a day's numbers again."""
    first = kiosk.payment(NUMBER, 1_000, taken_at=NOON)
    second = kiosk.payment(NUMBER, 2_000, taken_at=NOON) | {"receipt_number": first["receipt_number"]}
    answers = [kiosk.post("/v1/payments", resigned(kiosk, body)) for body in (first, second)]
    assert [answer.status_code for answer in answers] == [201, 201]
    assert book_minor(hall, Book.SUSPENSE, NUMBER) == -3_000


def test_another_currency_is_not_set_against_a_bill(hall: Hall, kiosk: TestKiosk) -> None:
    owe(hall)
    due = due_minor(kiosk)
    body = kiosk.payment(NUMBER, 5_000, taken_at=NOON) | {"currency": "HKD"}
    posted = kiosk.post("/v1/payments", resigned(kiosk, body)).json()
    assert [part["part"] for part in posted["allocations"]] == ["suspense"]
    assert posted["claim_number"] == body["receipt_number"]
    assert due_minor(kiosk) == due


@pytest.mark.parametrize("taken_at", [NOON + timedelta(days=400), datetime(1970, 1, 1, tzinfo=UTC)])
def test_a_kiosks_wrong_clock_adds_no_late_fee(hall: Hall, kiosk: TestKiosk, taken_at: datetime) -> None:
    owe(hall)
    due = due_minor(kiosk)
    answer = kiosk.post("/v1/payments", kiosk.payment(NUMBER, due, taken_at=taken_at))
    assert answer.status_code == 201, answer.text
    assert due_minor(kiosk) == 0


def test_what_falls_due_while_a_payment_waits_does_not_keep_the_supply_off(
    hall: Hall, kiosk: TestKiosk
) -> None:
    with write_session(hall.engine) as session:
        account = add_account(session, supply_state=SupplyState.CUT_OFF)
        add_bill(session, account, "2026-08", 24_102)
        september = add_bill(session, account, "2026-09", OCTOBER_MINOR)
    taken = NOON - timedelta(days=40)
    assert hall.utility.day_of(taken) < september.due_date < hall.utility.day_of(NOON)
    body = kiosk.payment(NUMBER, 26_000, months=["2026-08"], taken_at=taken)
    posted = kiosk.post("/v1/payments", body).json()
    assert [order["account_number"] for order in posted["reconnect_orders"]] == [NUMBER]


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"taken_at": "0001-01-01T00:00:00+14:00"}, "taken_at"),
        ({"taken_at": "9999-12-31T23:59:59-12:00"}, "taken_at"),
        ({"tenders": [{"tender_id": "0" * 32, "notes": []}]}, None),
        (
            {
                "tenders": [
                    {
                        "tender_id": "0" * 32,
                        "notes": [{"note_id": "1", "value_minor": 0, "stacked_at": NOON.isoformat()}],
                    }
                ]
            },
            None,
        ),
    ],
    ids=["before all zones", "after all zones", "no note", "a note of nothing"],
)
def test_what_can_be_no_payment_is_malformed(
    hall: Hall, kiosk: TestKiosk, change: dict[str, Any], field: str | None
) -> None:
    answer = kiosk.post("/v1/payments", kiosk.payment(NUMBER, 1_000, taken_at=NOON) | change)
    assert (answer.status_code, answer.json().get("field")) == (422, field)
    assert book_minor(hall, Book.CASH) == 0


def test_a_note_id_of_any_letters_is_kept(hall: Hall, kiosk: TestKiosk) -> None:
    body = kiosk.payment(NUMBER, 1_000, taken_at=NOON)
    body["tenders"][0]["notes"][0]["note_id"] = "a\x00\U0001f4b4'"
    assert [kiosk.post("/v1/payments", body).status_code for _ in range(2)] == [201, 200]


def test_a_kiosk_is_told_of_its_own_payments_only(hall: Hall, kiosk: TestKiosk) -> None:
    body = kiosk.payment(NUMBER, 1_000, taken_at=NOON)
    kiosk.post("/v1/payments", body)
    with enrolled(hall, "another-kiosk") as other:
        assert other.get(f"/v1/payments/{body['payment_id']}").status_code == 404
        assert other.get("/v1/claims").json() == []
    assert len(kiosk.get("/v1/claims").json()) == 1


def test_a_payment_can_be_read_back_when_its_answer_was_lost(hall: Hall, kiosk: TestKiosk) -> None:
    """F13: the hall has committed, its 201 never came; asking again says what became of it."""
    owe(hall)
    body = kiosk.payment(NUMBER, 1_000, taken_at=NOON)
    path = f"/v1/payments/{body['payment_id']}"
    assert kiosk.get(path).status_code == 404
    lost = kiosk.post("/v1/payments", body)
    assert kiosk.get(path).content == lost.content


def test_impatient_repeats_of_one_payment_are_one_entry(hall: Hall, kiosk: TestKiosk) -> None:
    """F14: a client that retries on its own carries the same id, so there is nothing to book twice."""
    owe(hall)
    body = kiosk.payment(NUMBER, 1_000, taken_at=NOON)
    assert [kiosk.post("/v1/payments", body).status_code for _ in range(9)] == [201] + [200] * 8
    assert book_minor(hall, Book.CASH) == 1_000
