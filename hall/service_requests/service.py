"""Opening reconnect orders."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from hall import contract
from hall.service_requests.order_number import order_number
from hall.service_requests.tables import ReconnectOrder


def open_reconnect_order(
    session: Session, account_id: int, account_number: str, ordered_at: datetime, promise: timedelta
) -> contract.ReconnectOrder:
    """Order a supply back by a promised time; while an order is open, it is given again and none is added.

    The caller holds the account's lock.
    """
    order = session.scalar(
        select(ReconnectOrder).where(
            ReconnectOrder.account_id == account_id, ReconnectOrder.done_at.is_(None)
        )
    )
    if order is None:
        order = ReconnectOrder(
            account_id=account_id, ordered_at=ordered_at, promised_by=ordered_at + promise, done_at=None
        )
        session.add(order)
        session.flush()
    return contract.ReconnectOrder(
        number=order_number(order.id),
        account_number=account_number,
        ordered_at=order.ordered_at,
        promised_by=order.promised_by,
    )
