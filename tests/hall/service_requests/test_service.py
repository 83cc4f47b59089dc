"""A reconnect order is opened once, with a number and a promise."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.exc import IntegrityError

from hall import contract
from hall.database import write_session
from hall.service_requests.service import open_reconnect_order
from hall.service_requests.tables import ReconnectOrder
from tests.hall.utility_rows import NUMBER, add_account

PROMISE = timedelta(hours=24)
TEN = datetime(2026, 11, 25, 10, 6, tzinfo=UTC)


@pytest.fixture
def account_id(engine: Engine) -> int:
    with write_session(engine) as session:
        return add_account(session).id


def order(engine: Engine, account_id: int, at: datetime) -> contract.ReconnectOrder:
    with write_session(engine) as session:
        return open_reconnect_order(session, account_id, NUMBER, at, PROMISE)


def test_an_order_has_six_figures_and_is_promised_within_a_day(engine: Engine, account_id: int) -> None:
    opened = order(engine, account_id, TEN)
    assert len(opened.number) == 6
    assert contract.shown_number(opened.number) == f"{opened.number[:3]} {opened.number[3:]}"
    assert opened.account_number == NUMBER
    assert (opened.ordered_at, opened.promised_by) == (TEN, TEN + PROMISE)


def test_while_an_order_is_open_the_same_one_is_given_again(engine: Engine, account_id: int) -> None:
    first = order(engine, account_id, TEN)
    assert order(engine, account_id, TEN + timedelta(hours=3)) == first
    with write_session(engine) as session:
        assert len(session.scalars(select(ReconnectOrder)).all()) == 1


def test_after_an_order_is_done_a_new_one_has_another_number(engine: Engine, account_id: int) -> None:
    first = order(engine, account_id, TEN)
    with write_session(engine) as session:
        session.scalars(select(ReconnectOrder)).one().done_at = TEN + timedelta(hours=1)
    assert order(engine, account_id, TEN + timedelta(days=90)).number != first.number


def test_the_database_itself_allows_one_open_order_an_account(engine: Engine, account_id: int) -> None:
    order(engine, account_id, TEN)
    with pytest.raises(IntegrityError), write_session(engine) as session:
        session.add(ReconnectOrder(account_id=account_id, ordered_at=TEN, promised_by=TEN + PROMISE))
