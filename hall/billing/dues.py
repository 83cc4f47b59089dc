"""What is due of a bill on a day, and what becomes of it when money arrives.

Receivable and received are kept apart, for principal and late fee. A late fee is not stored while it grows:
it is reckoned from the principal that is still open and the day since when it has been so. When part of the
principal is paid, the fee gathered up to that day is kept, and only the rest goes on gathering.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from hall.contract import DueMonth, QuoteLine, QuotePart
from hall.tariffs.late_fee import LateFeeRule


@dataclass(frozen=True, slots=True)
class Balance:
    """How far one bill is paid; sums in minor units."""

    billing_month: str
    due_date: date
    principal_minor: int
    principal_received_minor: int
    late_fee_kept_minor: int
    """Gathered up to `accrues_since`, before the rule's minimum and cap."""
    late_fee_received_minor: int
    accrues_since: date
    """The due date, or the last day on which part of the principal was paid."""

    @property
    def principal_open_minor(self) -> int:
        return self.principal_minor - self.principal_received_minor


def due_on(balance: Balance, rule: LateFeeRule, as_of: date) -> DueMonth:
    """What the bill owes on a day of the utility's zone; zero where it is settled."""
    late_fee = rule.limited_minor(_gathered_minor(balance, rule, as_of), balance.principal_minor)
    days_late = (as_of - balance.due_date).days if balance.principal_open_minor else 0
    return DueMonth(
        billing_month=balance.billing_month,
        due_date=balance.due_date,
        principal_minor=balance.principal_open_minor,
        late_fee_minor=max(late_fee - balance.late_fee_received_minor, 0),
        days_late=max(days_late, 0),
    )


def received(
    balance: Balance, rule: LateFeeRule, as_of: date, *, principal_minor: int, late_fee_minor: int
) -> Balance:
    """The bill after money was set against it on a day; it can't take more than it owes."""
    due = due_on(balance, rule, as_of)
    assert 0 <= principal_minor <= due.principal_minor
    assert 0 <= late_fee_minor <= due.late_fee_minor
    taken = replace(balance, late_fee_received_minor=balance.late_fee_received_minor + late_fee_minor)
    if principal_minor == 0:
        return taken
    return replace(
        taken,
        principal_received_minor=balance.principal_received_minor + principal_minor,
        late_fee_kept_minor=_gathered_minor(balance, rule, as_of),
        accrues_since=max(balance.accrues_since, as_of),
    )


def is_settled(balance: Balance, rule: LateFeeRule, as_of: date) -> bool:
    return due_on(balance, rule, as_of).owed_minor == 0


def quote_lines(
    account_number: str, dues: Iterable[DueMonth], months: Iterable[str] | None, credit_minor: int
) -> tuple[QuoteLine, ...]:
    """The lines of one account in the order of payment: oldest month first, in it the late fee before the principal.

    `months`: those the customer chose; None: all. Credit already on the account is set against the first lines.
    """
    chosen = None if months is None else frozenset(months)
    lines: list[QuoteLine] = []
    for due in sorted(dues, key=lambda due: due.billing_month):
        if chosen is not None and due.billing_month not in chosen:
            continue
        for part, owed_minor in (
            (QuotePart.LATE_FEE, due.late_fee_minor),
            (QuotePart.PRINCIPAL, due.principal_minor),
        ):
            if owed_minor == 0:
                continue
            covered_minor = min(owed_minor, credit_minor)
            credit_minor -= covered_minor
            lines.append(
                QuoteLine(
                    account_number=account_number,
                    billing_month=due.billing_month,
                    part=part,
                    owed_minor=owed_minor,
                    credit_minor=covered_minor,
                    days_late=due.days_late,
                )
            )
    return tuple(lines)


def _gathered_minor(balance: Balance, rule: LateFeeRule, as_of: date) -> int:
    return balance.late_fee_kept_minor + rule.accrued_minor(
        balance.principal_open_minor, due=balance.due_date, since=balance.accrues_since, until=as_of
    )
