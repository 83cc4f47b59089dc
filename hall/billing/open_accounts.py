"""Accounts with what is open on them, as one statement reads them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import Row, bindparam, select
from sqlalchemy.orm import Session

from hall.accounts.tables import Customer, CustomerAccount, SupplyState, UsagePoint
from hall.billing.dues import Balance
from hall.billing.tables import Bill
from hall.tariffs.tariff import CustomerClass


@dataclass(frozen=True, slots=True)
class OpenBill:
    bill_id: int
    balance: Balance


@dataclass(frozen=True, slots=True)
class OpenAccount:
    """An account with its bills that are not settled, oldest first, as read in one statement."""

    account_id: int
    number: str
    name: str
    town: str
    customer_class: CustomerClass
    currency: str
    credit_minor: int
    supply_state: SupplyState
    closed_on: date | None
    bills: tuple[OpenBill, ...]


def open_accounts(session: Session, numbers: Iterable[str]) -> dict[str, OpenAccount]:
    """Read accounts by number with what is open on them: one statement, found or not."""
    accounts: dict[str, OpenAccount] = {}
    bills: dict[str, list[OpenBill]] = {}
    for row in session.execute(OPEN_ACCOUNTS, {"numbers": list(numbers)}):
        if row.number not in accounts:
            accounts[row.number] = _account_of(row)
            bills[row.number] = []
        if row.bill_id is not None:
            bills[row.number].append(_bill_of(row))
    return {number: replace(account, bills=tuple(bills[number])) for number, account in accounts.items()}


# Plain tables, not mapped classes: nothing is loaded as an object, and it halves the time of a look-up's statement.
_account, _customer = CustomerAccount.__table__.c, Customer.__table__.c
_place, _bill = UsagePoint.__table__.c, Bill.__table__.c
OPEN_ACCOUNTS = (
    select(
        _account.id.label("account_id"),
        _account.number,
        _customer.name,
        _place.town,
        _account.customer_class,
        _account.currency,
        _account.credit_balance_minor,
        _account.supply_state,
        _account.closed_on,
        _bill.id.label("bill_id"),
        _bill.billing_month,
        _bill.due_date,
        _bill.principal_minor,
        _bill.principal_received_minor,
        _bill.late_fee_kept_minor,
        _bill.late_fee_received_minor,
        _bill.accrues_since,
    )
    .select_from(CustomerAccount.__table__)
    .join(Customer.__table__, _customer.id == _account.customer_id)
    .join(UsagePoint.__table__, _place.id == _account.usage_point_id)
    .outerjoin(Bill.__table__, (_bill.account_id == _account.id) & _bill.settled_on.is_(None))
    .where(_account.number.in_(bindparam("numbers", expanding=True)))
    .order_by(_account.id, _bill.billing_month)
)


def _account_of(row: Row[*tuple[Any, ...]]) -> OpenAccount:
    return OpenAccount(
        account_id=row.account_id,
        number=row.number,
        name=row.name,
        town=row.town,
        customer_class=row.customer_class,
        currency=row.currency,
        credit_minor=row.credit_balance_minor,
        supply_state=row.supply_state,
        closed_on=row.closed_on,
        bills=(),
    )


def _bill_of(row: Row[*tuple[Any, ...]]) -> OpenBill:
    balance = Balance(
        billing_month=row.billing_month,
        due_date=row.due_date,
        principal_minor=row.principal_minor,
        principal_received_minor=row.principal_received_minor,
        late_fee_kept_minor=row.late_fee_kept_minor,
        late_fee_received_minor=row.late_fee_received_minor,
        accrues_since=row.accrues_since,
    )
    return OpenBill(row.bill_id, balance)


def lock_accounts(session: Session, numbers: Iterable[str]) -> None:
    """Keep others from booking on these accounts until the transaction ends; then read them afresh.

    SQLite has no row locks and needs none: there a writer is alone from `BEGIN IMMEDIATE` on.
    """
    session.execute(
        select(CustomerAccount.id)
        .where(CustomerAccount.number.in_(tuple(numbers)))
        .order_by(CustomerAccount.id)
        .with_for_update()
    ).all()
