"""How a month becomes a bill: pure, so that any bill can be reckoned again from its readings."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date

from hall.tariffs.charges import ChargeLine, Usage, charge, total_minor
from hall.tariffs.tariff import Tariff, TariffVersion


@dataclass(frozen=True, slots=True)
class ReckonedBill:
    """A calendar month's bill: issued on the first day of the next month, due on the last day of that."""

    billing_month: str
    version: TariffVersion
    lines: tuple[ChargeLine, ...]
    issued_on: date
    due_date: date

    @property
    def principal_minor(self) -> int:
        return total_minor(self.lines)


def reckon(
    tariff: Tariff, month_start: date, usage: Usage, *, year_to_date_wh: int, household: int
) -> ReckonedBill:
    """Reckon the bill of the month that begins on a day; its prices are those of that day."""
    version = tariff.version_on(month_start)
    issued_on = month_after(month_start)
    return ReckonedBill(
        billing_month=f"{month_start:%Y-%m}",
        version=version,
        lines=charge(version, usage, year_to_date_wh=year_to_date_wh, household=household),
        issued_on=issued_on,
        due_date=issued_on.replace(day=calendar.monthrange(issued_on.year, issued_on.month)[1]),
    )


def month_after(month_start: date) -> date:
    return month_before(month_start, -1)


def month_before(month_start: date, months: int = 1) -> date:
    """The first day of an earlier month (or a later one, for a negative count)."""
    year, month = divmod(month_start.year * 12 + month_start.month - 1 - months, 12)
    return date(year, month + 1, 1)


def first_of_month(billing_month: str) -> date:
    return date.fromisoformat(f"{billing_month}-01")
