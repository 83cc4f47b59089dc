"""Small accounts for tests, written as rows."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from hall.accounts.tables import Customer, CustomerAccount, SupplyState, UsagePoint
from hall.billing.reckoning import first_of_month, reckon
from hall.billing.tables import Bill
from hall.tariffs.catalogue import read_catalogue
from hall.tariffs.tariff import Band, CustomerClass

CATALOGUE = read_catalogue()
LATE_FEES = CATALOGUE.late_fees
AS_OF = date(2026, 11, 25)
NUMBER = "3304127786"


def add_account(
    session: Session,
    number: str = NUMBER,
    *,
    name: str = "陈秀芳",
    credit_minor: int = 0,
    supply_state: SupplyState = SupplyState.CONNECTED,
    closed_on: date | None = None,
) -> CustomerAccount:
    customer = Customer(name=name)
    place = UsagePoint(town="武原街道", address="海塘里 8 号 302")
    session.add_all((customer, place))
    session.flush()
    account = CustomerAccount(
        number=number,
        customer_id=customer.id,
        usage_point_id=place.id,
        customer_class=CustomerClass.RESIDENTIAL,
        tariff="residential",
        household=3,
        currency="CNY",
        credit_balance_minor=credit_minor,
        supply_state=supply_state,
        opened_on=date(2020, 1, 1),
        closed_on=closed_on,
    )
    session.add(account)
    session.flush()
    return account


def add_bill(session: Session, account: CustomerAccount, month: str, principal_minor: int) -> Bill:
    """A bill that nothing was paid of."""
    dates = reckon(
        CATALOGUE.tariff("residential"),
        first_of_month(month),
        {Band.FLAT: 0},
        year_to_date_wh=0,
        household=1,
    )
    bill = Bill(
        account_id=account.id,
        billing_month=month,
        tariff="residential",
        tariff_valid_from=dates.version.valid_from,
        household=account.household,
        year_to_date_wh=0,
        issued_on=dates.issued_on,
        due_date=dates.due_date,
        principal_minor=principal_minor,
        principal_received_minor=0,
        late_fee_kept_minor=0,
        late_fee_received_minor=0,
        accrues_since=dates.due_date,
        settled_on=None,
    )
    session.add(bill)
    session.flush()
    return bill
