"""What a typed number shows, and that it shows nothing by taking longer."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.exc import IntegrityError

from hall.accounts.service import look_up, set_credit
from hall.accounts.tables import CustomerAccount
from hall.contract import AccountSummary
from hall.database import read_session, write_session
from tests.hall.statements import statements
from tests.hall.utility_rows import AS_OF, LATE_FEES, NUMBER, add_account, add_bill


def found(engine: Engine, number: str) -> AccountSummary | None:
    with read_session(engine) as session:
        return look_up(session, number, LATE_FEES, AS_OF)


def test_a_stranger_sees_masked_name_town_and_what_is_due_by_month(engine: Engine) -> None:
    with write_session(engine) as session:
        account = add_account(session, credit_minor=500)
        add_bill(session, account, "2026-10", 18_640)
        add_bill(session, account, "2026-09", 24_102)
    summary = found(engine, NUMBER)
    assert summary is not None
    assert (summary.masked_name, summary.town, summary.currency) == ("陈*芳", "武原街道", "CNY")
    assert [(due.billing_month, due.owed_minor) for due in summary.due] == [
        ("2026-09", 24_705),
        ("2026-10", 18_640),
    ]
    assert "秀" not in summary.model_dump_json()
    assert "credit" not in summary.model_dump_json()


def test_not_found_and_not_allowed_ask_the_database_the_same(engine: Engine) -> None:
    with write_session(engine) as session:
        add_account(session, "1000000001", closed_on=date(2026, 11, 1))
        add_bill(session, add_account(session), "2026-10", 18_640)
    asked = {}
    for number in ("1000000001", "9999999999", NUMBER):
        with statements(engine) as sent:
            answer = found(engine, number)
        asked[number] = sent
        assert (answer is None) == (number != NUMBER)
    assert asked["1000000001"] == asked["9999999999"] == asked[NUMBER]
    assert len(asked[NUMBER]) == 1


def test_leading_zeros_belong_to_the_number(engine: Engine) -> None:
    with write_session(engine) as session:
        add_account(session, "0330400117")
    assert found(engine, "0330400117") is not None
    assert found(engine, "330400117") is None


def test_credit_is_set_with_one_update_and_never_below_zero(engine: Engine) -> None:
    with write_session(engine) as session:
        ids = [add_account(session, number).id for number in ("1", "2")]
    with write_session(engine) as session, statements(engine) as sent:
        set_credit(session, {ids[0]: 655, ids[1]: 0})
        set_credit(session, {})
    assert len(sent) == 1
    with read_session(engine) as session:
        balances = session.scalars(
            select(CustomerAccount.credit_balance_minor).order_by(CustomerAccount.id)
        ).all()
    assert balances == [655, 0]
    with pytest.raises(IntegrityError), write_session(engine) as session:
        set_credit(session, {ids[0]: -1})
