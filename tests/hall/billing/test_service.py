"""What accounts owe and how money changes it, on both databases."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.exc import IntegrityError

from hall.billing.open_accounts import lock_accounts, open_accounts
from hall.billing.service import book, dues_of, is_overdue, lines_of, quote
from hall.billing.tables import Bill
from hall.contract import AccountLine, Quote, QuoteLine, QuotePart, allocate
from hall.database import read_session, write_session
from tests.hall.statements import statements
from tests.hall.utility_rows import AS_OF, LATE_FEES, NUMBER, add_account, add_bill

WANTED = (AccountLine(account_number=NUMBER),)


@pytest.fixture
def two_months(engine: Engine) -> Engine:
    with write_session(engine) as session:
        account = add_account(session)
        add_bill(session, account, "2026-10", 18_640)
        add_bill(session, account, "2026-09", 24_102)
    return engine


def covered(lines: tuple[QuoteLine, ...], amount_minor: int) -> list[tuple[QuoteLine, int]]:
    shares, _ = allocate(lines, amount_minor)
    money = dict(shares)
    return [(line, line.credit_minor + money.get(line, 0)) for line in lines]


def pay(engine: Engine, amount_minor: int, as_of: date = AS_OF) -> None:
    with write_session(engine) as session:
        lock_accounts(session, [NUMBER])
        accounts = open_accounts(session, [NUMBER])
        lines = lines_of(accounts, WANTED, LATE_FEES, as_of)
        book(session, accounts, covered(lines, amount_minor), LATE_FEES, as_of)


def quoted(engine: Engine, as_of: date = AS_OF, months: tuple[str, ...] | None = None) -> Quote | None:
    with read_session(engine) as session:
        wanted = [AccountLine(account_number=NUMBER, billing_months=months)]
        return quote(session, wanted, LATE_FEES, as_of)


def test_a_quote_lists_late_fee_and_principal_from_the_oldest_month(two_months: Engine) -> None:
    with statements(two_months) as sent:
        answer = quoted(two_months)
    assert answer is not None
    assert len(sent) == 1
    assert answer.to_pay_minor == 43_345
    assert [(line.billing_month, line.part, line.days_late) for line in answer.lines] == [
        ("2026-09", QuotePart.LATE_FEE, 25),
        ("2026-09", QuotePart.PRINCIPAL, 25),
        ("2026-10", QuotePart.PRINCIPAL, 0),
    ]


def test_a_quote_of_chosen_months_holds_only_those(two_months: Engine) -> None:
    answer = quoted(two_months, months=("2026-10",))
    assert answer is not None
    assert answer.to_pay_minor == 18_640


def test_a_quote_sets_credit_against_the_oldest_first(engine: Engine) -> None:
    with write_session(engine) as session:
        add_bill(session, add_account(session, credit_minor=3_000), "2026-10", 15_602)
    answer = quoted(engine)
    assert answer is not None
    assert answer.to_pay_minor == 12_602


def test_an_unknown_and_a_closed_account_have_no_quote(engine: Engine) -> None:
    with write_session(engine) as session:
        add_account(session, closed_on=date(2026, 11, 1))
    assert quoted(engine) is None
    with read_session(engine) as session:
        assert quote(session, [AccountLine(account_number="1")], LATE_FEES, AS_OF) is None


def test_accounts_are_quoted_in_the_order_they_were_added_and_each_once(two_months: Engine) -> None:
    other = "0330400117"
    with write_session(two_months) as session:
        add_bill(session, add_account(session, other), "2026-10", 100)
    wanted = [AccountLine(account_number=each) for each in (NUMBER, other, NUMBER)]
    with read_session(two_months) as session, statements(two_months) as sent:
        answer = quote(session, wanted, LATE_FEES, AS_OF)
    assert answer is not None
    assert [line.account_number for line in answer.lines] == [NUMBER, NUMBER, NUMBER, other]
    assert len(sent) == 1


def test_paying_all_settles_every_bill_with_one_update(two_months: Engine) -> None:
    with statements(two_months) as sent:
        pay(two_months, 43_345)
    assert [statement.split()[0] for statement in sent] == ["SELECT", "SELECT", "UPDATE"]
    answer = quoted(two_months)
    assert answer is not None
    assert answer.lines == ()
    with read_session(two_months) as session:
        assert set(session.scalars(select(Bill.settled_on))) == {AS_OF}


def test_stopping_half_way_leaves_what_is_missing_and_no_more(two_months: Engine) -> None:
    pay(two_months, 42_000)
    answer = quoted(two_months)
    assert answer is not None
    assert [(line.billing_month, line.owed_minor) for line in answer.lines] == [("2026-10", 1_345)]


def test_a_late_fee_goes_on_only_for_what_is_not_paid(two_months: Engine) -> None:
    pay(two_months, 603 + 14_102)
    answer = quoted(two_months, date(2026, 11, 30))
    assert answer is not None
    assert [line.owed_minor for line in answer.lines] == [50, 10_000, 18_640]  # five days on 100.00


def test_booking_tells_whether_anything_is_still_overdue(two_months: Engine) -> None:
    with write_session(two_months) as session:
        before = open_accounts(session, [NUMBER])
        lines = lines_of(before, WANTED, LATE_FEES, AS_OF)
        after = book(session, before, covered(lines, 24_705), LATE_FEES, AS_OF)
    assert is_overdue(before[NUMBER], LATE_FEES, AS_OF)
    assert not is_overdue(after[NUMBER], LATE_FEES, AS_OF)
    assert [due.owed_minor for due in dues_of(after[NUMBER], LATE_FEES, AS_OF)] == [18_640]


def test_the_database_refuses_more_than_a_bill_is_worth(two_months: Engine) -> None:
    with pytest.raises(IntegrityError), write_session(two_months) as session:
        session.scalars(select(Bill)).first().principal_received_minor = 99_999_999  # type: ignore[union-attr]


def test_a_bill_can_not_be_settled_while_principal_is_open(two_months: Engine) -> None:
    with pytest.raises(IntegrityError), write_session(two_months) as session:
        session.scalars(select(Bill)).first().settled_on = AS_OF  # type: ignore[union-attr]


def test_an_account_has_one_bill_a_month(engine: Engine) -> None:
    with write_session(engine) as session:
        account = add_account(session)
        add_bill(session, account, "2026-10", 1)
    with pytest.raises(IntegrityError), write_session(engine) as session:
        add_bill(session, account, "2026-10", 1)
