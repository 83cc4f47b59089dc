"""Bills reckoned again from readings and tariff, beside what was stored: they must agree for ever."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from hall.accounts.tables import CustomerAccount
from hall.billing.reckoning import first_of_month, month_after
from hall.billing.tables import Bill, BillLine
from hall.metering.consumption import usage_between
from hall.metering.tables import Meter, Reading, Register
from hall.tariffs.catalogue import Catalogue
from hall.tariffs.charges import ChargeLine, charge
from hall.tariffs.tariff import Band


@dataclass(frozen=True, slots=True)
class CheckedBill:
    billing_month: str
    principal_minor: int
    stored: tuple[ChargeLine, ...]
    recomputed: tuple[ChargeLine, ...]

    @property
    def agrees(self) -> bool:
        return self.stored == self.recomputed and self.principal_minor == sum(
            line.amount_minor for line in self.recomputed
        )


def checked_bills(session: Session, catalogue: Catalogue, account_id: int) -> Iterator[CheckedBill]:
    """Every bill of an account, oldest first; the year's use is counted up from its own readings.

    The year of the first bill begins before the first reading: there the bill's own figure stands.
    """
    shown = _readings(session, account_id)
    lines = _lines(session, account_id)
    used_wh: int | None = None
    for bill in session.scalars(
        select(Bill).where(Bill.account_id == account_id).order_by(Bill.billing_month)
    ):
        month = first_of_month(bill.billing_month)
        used_wh = 0 if month.month == 1 else bill.year_to_date_wh if used_wh is None else used_wh
        usage = usage_between(shown[month], shown[month_after(month)])
        recomputed = charge(
            catalogue.tariff(bill.tariff).version_on(bill.tariff_valid_from),
            usage,
            year_to_date_wh=used_wh,
            household=bill.household,
        )
        used_wh += sum(usage.values())
        yield CheckedBill(bill.billing_month, bill.principal_minor, tuple(lines[bill.id]), recomputed)


def _readings(session: Session, account_id: int) -> dict[date, dict[Band, int]]:
    shown: dict[date, dict[Band, int]] = defaultdict(dict)
    for read_on, band, value_wh in session.execute(
        select(Reading.read_on, Register.band, Reading.value_wh)
        .join(Register, Register.id == Reading.register_id)
        .join(Meter, Meter.id == Register.meter_id)
        .join(CustomerAccount, CustomerAccount.usage_point_id == Meter.usage_point_id)
        .where(CustomerAccount.id == account_id)
    ):
        shown[read_on][band] = value_wh
    return shown


def _lines(session: Session, account_id: int) -> dict[int, list[ChargeLine]]:
    lines: dict[int, list[ChargeLine]] = defaultdict(list)
    for line in session.scalars(
        select(BillLine)
        .join(Bill, Bill.id == BillLine.bill_id)
        .where(Bill.account_id == account_id)
        .order_by(BillLine.bill_id, BillLine.position)
    ):
        lines[line.bill_id].append(
            ChargeLine(line.item, line.tier, line.energy_wh, line.price_micro, line.amount_minor)
        )
    return lines
