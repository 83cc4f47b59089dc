"""Payments in any order, repeated, changed, late, for any account: bills, credit, cash and book agree throughout."""

from __future__ import annotations

import json
import shutil
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from hall.accounts.tables import SupplyState
from hall.database import connect, read_session, write_session
from hall.dependencies import Hall
from hall.ledger.service import Leg, Movement, balance_minor, book
from hall.ledger.tables import Book, EntryKind
from hall.security.keys import KnownKeys
from hall.security.limits import LookUpGate
from hall.utility import read_utility
from tests.hall.books import assert_books_agree
from tests.hall.conftest import NOON
from tests.hall.signed import TestKiosk, enrolled
from tests.hall.utility_rows import LATE_FEES, add_account, add_bill

ACCOUNTS = ("3304100001", "3304100002", "3304100003", "3304100404")
MONTHS = ("2026-07", "2026-08", "2026-09", "2026-10")
COUNTED = (Book.CASH, Book.SUSPENSE)


def opening(number: str, owed_minor: int, credit_minor: int) -> Movement:
    legs = (
        Leg(Book.RECEIVABLE, number, owed_minor),
        Leg(Book.CREDIT, number, -credit_minor),
        Leg(Book.OPENING, number, credit_minor - owed_minor),
    )
    return Movement(uuid4(), EntryKind.OPENING, date(2026, 11, 1), NOON, "CNY", legs)


class Payments(RuleBasedStateMachine):
    template: Path

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        file = Path(self.folder.name) / "hall.sqlite"
        shutil.copyfile(self.template, file)
        utility = read_utility()
        gate, keys = LookUpGate(utility.lookups), KnownKeys()
        self.hall = Hall(connect(f"sqlite:///{file}"), utility, LATE_FEES, lambda: NOON, gate, keys)
        self.opened = enrolled(self.hall)
        self.kiosk: TestKiosk = self.opened.__enter__()
        self.sent: list[tuple[dict[str, Any], bytes]] = []

    def teardown(self) -> None:
        self.opened.__exit__(None, None, None)
        self.hall.engine.dispose()
        self.folder.cleanup()

    @initialize(
        principals=st.lists(st.integers(1, 60_000), min_size=4, max_size=4),
        credit_minor=st.integers(0, 9_000),
    )
    def some_accounts_owe(self, principals: list[int], credit_minor: int) -> None:
        with write_session(self.hall.engine) as session:
            cut_off = add_account(session, ACCOUNTS[0], supply_state=SupplyState.CUT_OFF)
            rich = add_account(session, ACCOUNTS[1], credit_minor=credit_minor)
            add_account(session, ACCOUNTS[2], closed_on=date(2026, 11, 1))
            for account in (cut_off, rich):
                for month, principal_minor in zip(MONTHS, principals, strict=True):
                    add_bill(session, account, month, principal_minor)
            owed_minor = sum(principals)
            book(
                session, [opening(ACCOUNTS[0], owed_minor, 0), opening(ACCOUNTS[1], owed_minor, credit_minor)]
            )

    @rule(
        account=st.sampled_from(ACCOUNTS),
        amount_minor=st.integers(1, 80_000),
        months=st.none() | st.lists(st.sampled_from(MONTHS), unique=True).map(sorted),
        days_ago=st.integers(-3, 60),
    )
    def money_is_taken(
        self, account: str, amount_minor: int, months: list[str] | None, days_ago: int
    ) -> None:
        taken_at = NOON - timedelta(days=days_ago)
        body = self.kiosk.payment(account, amount_minor, months=months, taken_at=taken_at)
        answer = self.kiosk.post("/v1/payments", body)
        assert answer.status_code == 201, answer.text
        assert sum(part["amount_minor"] for part in answer.json()["allocations"]) == amount_minor
        self.sent.append((body, answer.content))

    @rule(data=st.data())
    def an_answer_is_lost_and_the_payment_sent_again(self, data: st.DataObject) -> None:
        if self.sent:
            body, answered = data.draw(st.sampled_from(self.sent))
            again = self.kiosk.post("/v1/payments", json.loads(json.dumps(body)))
            assert (again.status_code, again.content) == (200, answered)

    @rule(data=st.data(), amount_minor=st.integers(1, 80_000))
    def a_payment_is_told_otherwise(self, data: st.DataObject, amount_minor: int) -> None:
        if self.sent:
            body, _ = data.draw(st.sampled_from(self.sent))
            account = body["accounts"][0]["account_number"]
            other = self.kiosk.payment(
                account, amount_minor, taken_at=NOON + timedelta(seconds=1), payment_id=body["payment_id"]
            )
            assert self.kiosk.post("/v1/payments", other).status_code == 409

    @invariant()
    def everything_adds_up(self) -> None:
        taken = sum(note["value_minor"] for body, _ in self.sent for note in body["tenders"][0]["notes"])
        astray = sum(
            part["amount_minor"]
            for _, answered in self.sent
            for part in json.loads(answered)["allocations"]
            if part["part"] == "suspense"
        )
        with read_session(self.hall.engine) as session:
            assert_books_agree(session)
            assert [balance_minor(session, book) for book in COUNTED] == [taken, -astray]


def test_bills_credit_cash_and_book_agree_whatever_happens(
    sqlite_template: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Payments, "template", sqlite_template, raising=False)
    run_state_machine_as_test(
        Payments,
        settings=settings(
            max_examples=15,
            stateful_step_count=12,
            deadline=None,
            phases=(Phase.explicit, Phase.reuse, Phase.generate),  # short enough to read as it is found
            suppress_health_check=[HealthCheck.too_slow],
        ),
    )
