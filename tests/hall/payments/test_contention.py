"""Many at once on one account: nothing fails, nothing is lost."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from hall.database import read_session
from hall.dependencies import Hall
from hall.ledger.service import balance_minor
from hall.ledger.tables import Book
from tests.hall.conftest import NOON
from tests.hall.payments.test_payments import owe
from tests.hall.signed import TestKiosk
from tests.hall.utility_rows import NUMBER

CLIENTS = 50
PAYMENTS = 150


def test_fifty_clients_pay_on_one_account_and_the_sum_is_exact(hall: Hall, kiosk: TestKiosk) -> None:
    """F29: a transaction that reads and then writes must not fail with "database is locked"."""
    owe(hall)
    bodies = [kiosk.payment(NUMBER, 1_000, taken_at=NOON) for _ in range(PAYMENTS)]
    with ThreadPoolExecutor(CLIENTS) as pool:
        answers = list(pool.map(lambda body: kiosk.post("/v1/payments", body).status_code, bodies))
    assert set(answers) == {201}
    with read_session(hall.engine) as session:
        assert balance_minor(session, Book.CASH) == PAYMENTS * 1_000


def test_one_payment_posted_by_twenty_at_once_is_booked_once(hall: Hall, kiosk: TestKiosk) -> None:
    """F20: an outbox replayed by two processes; the account is unknown, so no row lock keeps them apart."""
    body = kiosk.payment("9999999999", 1_000, taken_at=NOON)
    with ThreadPoolExecutor(20) as pool:
        answers = list(pool.map(lambda _: kiosk.post("/v1/payments", body), range(20)))
    assert sorted(answer.status_code for answer in answers) == [200] * 19 + [201]
    assert len({answer.content for answer in answers}) == 1
    with read_session(hall.engine) as session:
        assert balance_minor(session, Book.CASH) == 1_000
