"""Writes invented accounts as rows, table by table, in batches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import count
from typing import Any

from sqlalchemy import Connection, insert

from hall.accounts.tables import Customer, CustomerAccount, SupplyState, UsagePoint
from hall.billing.reckoning import month_before
from hall.billing.tables import Bill, BillLine
from hall.database import Base
from hall.metering.tables import Meter, Reading, ReadingSource, Register
from hall.seed.history import History, Month
from hall.seed.profile import Profile
from hall.tariffs.tariff import Tariff

OPENED_MONTHS_BEFORE = 24
NUMBERED_TABLES = (Customer, UsagePoint, CustomerAccount, Meter, Register, Bill)
TABLES: tuple[type[Base], ...] = (
    Customer,
    UsagePoint,
    CustomerAccount,
    Meter,
    Register,
    Reading,
    Bill,
    BillLine,
)
"""In the order in which each row finds its parents."""


class Rows:
    """Rows waiting to be written, with ids counted from 1 in the order they are made."""

    def __init__(self, currency: str) -> None:
        self._currency = currency
        self._rows: dict[type[Base], list[dict[str, Any]]] = {table: [] for table in TABLES}
        self._ids: dict[type[Base], Iterator[int]] = {table: count(1) for table in NUMBERED_TABLES}
        self._customers: dict[str, int] = {}

    def add_account(self, profile: Profile, tariff: Tariff, history: History) -> int:
        """One account with its place, meter, readings and bills; gives the account's id."""
        place_id = self._numbered(UsagePoint, town=profile.town, address=profile.address)
        account_id = self._numbered(
            CustomerAccount,
            number=profile.number,
            customer_id=self._customer(profile),
            usage_point_id=place_id,
            customer_class=tariff.customer_class,
            tariff=profile.tariff,
            household=profile.household,
            currency=self._currency,
            credit_balance_minor=profile.credit_minor,
            supply_state=SupplyState.CUT_OFF if profile.cut_off else SupplyState.CONNECTED,
            opened_on=month_before(history.first_reading_on, OPENED_MONTHS_BEFORE),
            closed_on=history.last_reading_on if profile.closed else None,
        )
        self._add_meter(place_id, history)
        for month in history.months:
            self._add_bill(account_id, profile, month)
        return account_id

    def flush(self, connection: Connection) -> None:
        """Write what is waiting: one INSERT a table."""
        for table, rows in self._rows.items():
            if rows:
                connection.execute(insert(table), rows)
                rows.clear()

    def _customer(self, profile: Profile) -> int:
        if profile.owner not in self._customers:
            self._customers[profile.owner] = self._numbered(Customer, name=profile.name)
        return self._customers[profile.owner]

    def _add_meter(self, place_id: int, history: History) -> None:
        installed_on = history.first_reading_on
        meter_id = self._numbered(
            Meter, serial=f"3300{place_id:08d}", usage_point_id=place_id, installed_on=installed_on
        )
        registers = {
            band: self._numbered(Register, meter_id=meter_id, band=band) for band in history.first_reading
        }
        for day, shown in history.readings():
            self._rows[Reading] += _readings(registers.items(), day, shown)

    def _add_bill(self, account_id: int, profile: Profile, month: Month) -> None:
        bill, balance = month.bill, month.balance
        bill_id = self._numbered(
            Bill,
            account_id=account_id,
            billing_month=bill.billing_month,
            tariff=profile.tariff,
            tariff_valid_from=bill.version.valid_from,
            household=profile.household,
            year_to_date_wh=month.year_to_date_wh,
            issued_on=bill.issued_on,
            due_date=bill.due_date,
            principal_minor=balance.principal_minor,
            principal_received_minor=balance.principal_received_minor,
            late_fee_kept_minor=balance.late_fee_kept_minor,
            late_fee_received_minor=balance.late_fee_received_minor,
            accrues_since=balance.accrues_since,
            settled_on=month.settled_on,
        )
        self._rows[BillLine] += (
            {
                "bill_id": bill_id,
                "position": position,
                "item": line.item,
                "tier": line.tier,
                "energy_wh": line.energy_wh,
                "price_micro": line.price_micro,
                "amount_minor": line.amount_minor,
            }
            for position, line in enumerate(bill.lines)
        )

    def _numbered(self, table: type[Base], **row: object) -> int:
        row_id = next(self._ids[table])
        self._rows[table].append({"id": row_id, **row})
        return row_id


def _readings(registers: Iterable[tuple[Any, int]], day: date, shown: Any) -> list[dict[str, Any]]:
    return [
        {
            "register_id": register_id,
            "read_on": day,
            "value_wh": shown[band],
            "source": ReadingSource.COLLECTED,
        }
        for band, register_id in registers
    ]
