"""How a taken sum is set against what accounts owe. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from hall.billing.open_accounts import OpenAccount
from hall.contract import Allocation, AllocationPart, QuoteLine, QuotePart, RecordPayment, allocate
from hall.ledger.service import Leg
from hall.ledger.tables import Book

PARTS = {QuotePart.LATE_FEE: AllocationPart.LATE_FEE, QuotePart.PRINCIPAL: AllocationPart.PRINCIPAL}
BOOKS = {QuotePart.LATE_FEE: Book.LATE_FEE_INCOME, QuotePart.PRINCIPAL: Book.RECEIVABLE}


@dataclass(frozen=True, slots=True)
class Booking:
    covered: tuple[tuple[QuoteLine, int], ...]
    """Each line with what is set against it: earlier credit and new money together."""
    allocations: tuple[Allocation, ...]
    credit_after_minor: Mapping[int, int]
    """The credit of each account that changes, by account id."""
    credit_used_minor: int
    legs: tuple[Leg, ...]
    suspense_minor: int


def plan(
    payment: RecordPayment,
    kiosk_id: str,
    accounts: Mapping[str, OpenAccount],
    lines: tuple[QuoteLine, ...],
) -> Booking:
    """Allocate a payment: quoted lines in their order, what is over to the first account that is open.

    What belongs to no open account is suspense under the number that was typed.
    """
    shares, over_minor = allocate(lines, payment.amount_minor)
    money = dict(shares)
    covered = tuple(
        (line, sum_minor) for line in lines if (sum_minor := line.credit_minor + money.get(line, 0))
    )
    heir = next((number for number in _numbers(payment) if _is_open(accounts.get(number))), None)
    allocations = [
        Allocation(
            account_number=line.account_number,
            billing_month=line.billing_month,
            part=PARTS[line.part],
            amount_minor=share,
        )
        for line, share in shares
    ]
    if over_minor:
        part = AllocationPart.CREDIT if heir else AllocationPart.SUSPENSE
        number = heir or _numbers(payment)[0]
        allocations.append(
            Allocation(account_number=number, billing_month=None, part=part, amount_minor=over_minor)
        )
    to_credit = {heir: over_minor} if heir and over_minor else {}
    used = _credit_used(lines)
    return Booking(
        covered=covered,
        allocations=tuple(allocations),
        credit_after_minor={
            accounts[number].account_id: accounts[number].credit_minor
            - used.get(number, 0)
            + to_credit.get(number, 0)
            for number in used.keys() | to_credit.keys()
        },
        credit_used_minor=sum(used.values()),
        legs=_legs(payment, kiosk_id, covered, used, allocations),
        suspense_minor=0 if heir else over_minor,
    )


def _numbers(payment: RecordPayment) -> list[str]:
    return [line.account_number for line in payment.accounts]


def _is_open(account: OpenAccount | None) -> bool:
    return account is not None and account.closed_on is None


def _credit_used(lines: tuple[QuoteLine, ...]) -> dict[str, int]:
    used: defaultdict[str, int] = defaultdict(int)
    for line in lines:
        used[line.account_number] += line.credit_minor
    return {number: minor for number, minor in used.items() if minor}


def _legs(
    payment: RecordPayment,
    kiosk_id: str,
    covered: tuple[tuple[QuoteLine, int], ...],
    used: Mapping[str, int],
    allocations: list[Allocation],
) -> tuple[Leg, ...]:
    sums: defaultdict[tuple[Book, str], int] = defaultdict(int)
    sums[Book.CASH, kiosk_id] += payment.amount_minor
    for number, minor in used.items():
        sums[Book.CREDIT, number] += minor
    for line, minor in covered:
        sums[BOOKS[line.part], line.account_number] -= minor
    for allocation in allocations:
        match allocation.part:
            case AllocationPart.CREDIT:
                sums[Book.CREDIT, allocation.account_number] -= allocation.amount_minor
            case AllocationPart.SUSPENSE:
                sums[Book.SUSPENSE, allocation.account_number] -= allocation.amount_minor
            case AllocationPart.LATE_FEE | AllocationPart.PRINCIPAL:
                continue
    return tuple(Leg(kind, reference, minor) for (kind, reference), minor in sums.items())
