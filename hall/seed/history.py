"""The months of an invented account: what it used, was billed and paid, up to the day that is seeded."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from hall.billing.dues import Balance, due_on, is_settled, received
from hall.billing.reckoning import ReckonedBill, month_after, month_before, reckon
from hall.seed.energy import energy_for
from hall.seed.profile import Profile
from hall.seed.seasons import by_band, months_of_use, used_before
from hall.tariffs.catalogue import Catalogue
from hall.tariffs.charges import Usage
from hall.tariffs.late_fee import LateFeeRule
from hall.tariffs.tariff import Band, Tariff

PART_PAID_AFTER_DAYS = 10


@dataclass(frozen=True, slots=True)
class Month:
    usage: Usage
    year_to_date_wh: int
    bill: ReckonedBill
    balance: Balance
    settled_on: date | None


@dataclass(frozen=True, slots=True)
class History:
    first_reading_on: date
    first_reading: Usage
    months: tuple[Month, ...]

    @property
    def last_reading_on(self) -> date:
        return self.months[-1].bill.issued_on

    def readings(self) -> Iterator[tuple[date, Usage]]:
        """What the registers showed at the beginning and after each month."""
        day, shown = self.first_reading_on, dict(self.first_reading)
        yield day, dict(shown)
        for month in self.months:
            day = month_after(day)
            for band, used_wh in month.usage.items():
                shown[band] += used_wh
            yield day, dict(shown)


def history(profile: Profile, catalogue: Catalogue, as_of: date, months: int, random: Random) -> History:
    """Reckon `months` whole months before the month of `as_of`."""
    tariff = catalogue.tariff(profile.tariff)
    first = month_before(as_of.replace(day=1), months)
    bands = tuple(band.band for band in tariff.version_on(first).bands)
    rule = catalogue.late_fees.rule_for(tariff.customer_class, first)
    return History(
        first_reading_on=first,
        first_reading={band: random.randint(500, 30_000) * 1000 for band in bands},
        months=tuple(
            Month(usage, used_wh, bill, *_standing(bill, profile, months - number, rule, as_of))
            for number, (usage, used_wh, bill) in enumerate(
                _reckoned(profile, tariff, bands, first, months, random)
            )
        ),
    )


def _reckoned(
    profile: Profile, tariff: Tariff, bands: tuple[Band, ...], first: date, months: int, random: Random
) -> Iterator[tuple[Usage, int, ReckonedBill]]:
    used_wh, month = used_before(profile.mean_kwh, first), first
    wanted = dict(zip(range(months - len(profile.unpaid_minor), months), profile.unpaid_minor, strict=True))
    for number, energy_wh in enumerate(
        months_of_use(profile.mean_kwh, profile.spread, first, months, random)
    ):
        if month.month == 1:
            used_wh = 0
        if number in wanted:
            energy_wh = _energy_for(wanted[number], profile, tariff, month, used_wh)
        usage = by_band(bands, energy_wh, profile.valley_share)
        yield (
            usage,
            used_wh,
            reckon(tariff, month, usage, year_to_date_wh=used_wh, household=profile.household),
        )
        used_wh += energy_wh
        month = month_after(month)


def _energy_for(sum_minor: int, profile: Profile, tariff: Tariff, month: date, used_wh: int) -> int:
    def price(energy_wh: int) -> int:
        usage = {Band.FLAT: energy_wh}
        return reckon(
            tariff, month, usage, year_to_date_wh=used_wh, household=profile.household
        ).principal_minor

    return energy_for(sum_minor, price)


def _standing(
    bill: ReckonedBill, profile: Profile, age: int, rule: LateFeeRule, as_of: date
) -> tuple[Balance, date | None]:
    """How a bill stands on the day that is seeded, and when it was settled; `age` 1 is the newest bill."""
    balance = Balance(
        billing_month=bill.billing_month,
        due_date=bill.due_date,
        principal_minor=bill.principal_minor,
        principal_received_minor=0,
        late_fee_kept_minor=0,
        late_fee_received_minor=0,
        accrues_since=bill.due_date,
    )
    settled_on = bill.issued_on + timedelta(days=profile.pays_after_days)
    if age > profile.unpaid and settled_on <= as_of:
        balance = _with_payment(balance, rule, settled_on, None)
    part_paid_on = bill.due_date + timedelta(days=PART_PAID_AFTER_DAYS)
    if profile.part_paid and age == profile.unpaid and part_paid_on <= as_of:
        balance = _with_payment(balance, rule, part_paid_on, balance.principal_minor // 2)
    return balance, min(settled_on, as_of) if is_settled(balance, rule, as_of) else None


def _with_payment(balance: Balance, rule: LateFeeRule, day: date, amount_minor: int | None) -> Balance:
    """The bill after a payment; None: of all that it owes."""
    due = due_on(balance, rule, day)
    if amount_minor is None:
        amount_minor = due.owed_minor
    late_fee = min(amount_minor, due.late_fee_minor)
    principal = min(amount_minor - late_fee, due.principal_minor)
    return received(balance, rule, day, principal_minor=principal, late_fee_minor=late_fee)
