"""What lateness costs (违约金): so much a day on the unpaid principal, never on the fee itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from hall.tariffs.rounding import half_up
from hall.tariffs.tariff import CustomerClass, NoTariffError


@dataclass(frozen=True, slots=True)
class LateFeeRule:
    """Rates are parts per million a day: 1 ‰ is 1000."""

    this_year_ppm: int
    carried_over_ppm: int
    """For the days after the year in which the bill fell due."""
    grace_days: int = 0
    """Days after the due date that cost nothing; 0: the first day late already counts."""
    minimum_minor: int = 0
    """A fee that is smaller than this is raised to it."""
    capped_at_principal: bool = True

    def accrued_minor(self, principal_minor: int, *, due: date, since: date, until: date) -> int:
        """The fee that an unpaid principal gathers after `since` up to and with the day `until`.

        `since` is the due date, or the later day on which part of the principal was paid.
        """
        if until <= since:
            return 0
        first_free = due.toordinal() + self.grace_days
        begin = max(since.toordinal(), first_free)
        end = max(until.toordinal(), begin)
        new_year = min(max(date(due.year, 12, 31).toordinal(), begin), end)
        parts = (new_year - begin) * self.this_year_ppm + (end - new_year) * self.carried_over_ppm
        return half_up(principal_minor * parts, 1_000_000)

    def limited_minor(self, fee_minor: int, principal_minor: int) -> int:
        """A bill's whole fee within this rule's minimum and cap."""
        if fee_minor == 0:
            return 0
        fee_minor = max(fee_minor, self.minimum_minor)
        return min(fee_minor, principal_minor) if self.capped_at_principal else fee_minor


@dataclass(frozen=True, slots=True)
class DatedLateFeeRule:
    valid_from: date
    source: str
    customer_classes: frozenset[CustomerClass]
    rule: LateFeeRule


@dataclass(frozen=True, slots=True)
class LateFees:
    """Every late-fee rule of a utility; a bill goes by the one in force when it fell due."""

    rules: tuple[DatedLateFeeRule, ...]

    def rule_for(self, customer_class: CustomerClass, due: date) -> LateFeeRule:
        fitting = [
            dated
            for dated in self.rules
            if customer_class in dated.customer_classes and dated.valid_from <= due
        ]
        if not fitting:
            raise NoTariffError(f"no late-fee rule for {customer_class} on {due}")
        return max(fitting, key=lambda dated: dated.valid_from).rule
