"""A seeded utility in a real database: the same again, complete, and every bill of it recomputable."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine, func, select

from hall.accounts.service import look_up
from hall.accounts.tables import CustomerAccount, SupplyState
from hall.billing.recompute import checked_bills
from hall.billing.tables import Bill
from hall.contract import OutageStatus
from hall.database import connect, read_session, write_session
from hall.dependencies import Hall
from hall.metering.tables import Reading
from hall.migrations.tables import metadata
from hall.outages.service import public_outages
from hall.seed.demo_accounts import DEMO_ACCOUNTS
from hall.seed.utility import NotEmptyError, Plan, seed_utility
from hall.utility import read_utility
from tests.hall.books import assert_books_agree
from tests.hall.seed.demo import DEMO
from tests.hall.signed import TestKiosk
from tests.hall.utility_rows import CATALOGUE, LATE_FEES, add_account

AS_OF = date(2026, 11, 25)
UTILITY = read_utility()


def seeded(engine: Engine, accounts: int = 60, seed: int = 1, as_of: date = AS_OF) -> list[int]:
    done: list[int] = []
    seed_utility(engine, CATALOGUE, UTILITY, Plan(as_of, seed, accounts), done.append)
    return done


def new_database(path: Path) -> Engine:
    engine = connect(f"sqlite:///{path}")
    metadata.create_all(engine)
    return engine


def dump(path: Path) -> str:
    with sqlite3.connect(path) as connection:
        return hashlib.sha256("\n".join(connection.iterdump()).encode()).hexdigest()


@pytest.fixture(scope="module")
def whole_utility(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    engine = new_database(tmp_path_factory.mktemp("utility") / "hall.sqlite")
    assert seeded(engine, accounts=2_000)[-1] == 2_000
    yield engine
    engine.dispose()


def test_the_same_seed_and_day_give_the_same_bytes(tmp_path: Path) -> None:
    for name, seed, as_of in (
        ("one", 1, AS_OF),
        ("same", 1, AS_OF),
        ("other-seed", 2, AS_OF),
        ("other-day", 1, date(2026, 11, 24)),
    ):
        engine = new_database(tmp_path / name)
        seeded(engine, seed=seed, as_of=as_of)
        engine.dispose()
    assert dump(tmp_path / "one") == dump(tmp_path / "same")
    assert dump(tmp_path / "one") != dump(tmp_path / "other-seed")
    assert dump(tmp_path / "one") != dump(tmp_path / "other-day")


def test_a_database_with_accounts_is_left_as_it_is(engine: Engine) -> None:
    with write_session(engine) as session:
        add_account(session)
    with pytest.raises(NotEmptyError):
        seeded(engine)
    with read_session(engine) as session:
        assert session.scalar(select(func.count()).select_from(CustomerAccount)) == 1


def test_accounts_added_later_get_ids_of_their_own(engine: Engine) -> None:
    seeded(engine)
    with write_session(engine) as session:
        assert add_account(session, "7777777777").id == 61


def test_every_bill_of_the_utility_comes_out_again_from_its_readings(whole_utility: Engine) -> None:
    with read_session(whole_utility) as session:
        account_ids = session.scalars(select(CustomerAccount.id)).all()
        bills = [bill for each in account_ids for bill in checked_bills(session, CATALOGUE, each)]
    assert len(bills) == 2_000 * 36
    assert [bill for bill in bills if not bill.agrees] == []


def test_readings_and_bills_go_up_to_the_day_that_is_seeded(whole_utility: Engine) -> None:
    with read_session(whole_utility) as session:
        assert session.scalar(select(func.max(Reading.read_on))) == date(2026, 11, 1)
        assert session.scalar(select(func.min(Reading.read_on))) == date(2023, 11, 1)
        assert session.scalar(select(func.max(Bill.billing_month))) == "2026-10"


def test_some_are_late_some_cut_off_some_have_credit_and_most_are_none_of_these(
    whole_utility: Engine,
) -> None:
    late = select(func.count(Bill.account_id.distinct())).where(
        Bill.settled_on.is_(None), Bill.due_date < AS_OF
    )
    cut_off = select(func.count()).where(CustomerAccount.supply_state == SupplyState.CUT_OFF)
    credit = select(func.count()).where(CustomerAccount.credit_balance_minor > 0)
    with read_session(whole_utility) as session:
        counts = [session.scalar(each) for each in (late, cut_off, credit)]
    assert all(count is not None and 5 <= count <= 300 for count in counts)


def test_the_ledger_opens_with_just_what_accounts_owe_and_own(whole_utility: Engine) -> None:
    with read_session(whole_utility) as session:
        assert_books_agree(session)


def test_every_account_of_the_demonstration_shows_what_its_list_says(engine: Engine) -> None:
    seeded(engine)
    with read_session(engine) as session:
        for demo in DEMO_ACCOUNTS:
            summary = look_up(session, demo.number, LATE_FEES, AS_OF)
            if demo.closed:
                assert summary is None
                continue
            assert summary is not None
            assert summary.town == demo.town
            assert len(summary.due) == len(demo.unpaid_minor)
        pictured = look_up(session, DEMO["two-months"].number, LATE_FEES, AS_OF)
    assert pictured is not None
    assert pictured.masked_name == "陈*芳"
    assert [(due.billing_month, due.owed_minor, due.days_late) for due in pictured.due] == [
        ("2026-09", 24_705, 25),
        ("2026-10", 18_640, 0),
    ]


def test_after_payments_of_all_kinds_the_books_still_agree(hall: Hall, kiosk: TestKiosk) -> None:
    seeded(hall.engine)
    noon = hall.clock()
    for sums in (10_000, 50_000, 1_000):
        for demo in DEMO_ACCOUNTS:
            answer = kiosk.post("/v1/payments", kiosk.payment(demo.number, sums, taken_at=noon))
            assert answer.status_code == 201, answer.text
    with read_session(hall.engine) as session:
        assert_books_agree(session)


def test_a_few_outages_are_under_way_and_some_are_announced(engine: Engine) -> None:
    seeded(engine)
    with read_session(engine) as session:
        notices = public_outages(session, datetime(2026, 11, 25, 9, 41, tzinfo=UTILITY.zone))
    assert [notice.area for notice in notices[:2]] == ["海滨东路一带", "中钱村"]
    assert [notice.status for notice in notices].count(OutageStatus.OUT) == 1
    assert len(notices) == 5
