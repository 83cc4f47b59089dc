"""What accounts owe, and the one way in which money changes that."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy import update
from sqlalchemy.orm import Session

from hall.billing.dues import due_on, is_settled, quote_lines, received
from hall.billing.open_accounts import OpenAccount, OpenBill, open_accounts
from hall.billing.tables import Bill
from hall.contract import AccountLine, DueMonth, Quote, QuoteLine, QuotePart
from hall.tariffs.late_fee import LateFeeRule, LateFees


def dues_of(account: OpenAccount, late_fees: LateFees, as_of: date) -> tuple[DueMonth, ...]:
    """What the account owes by month on a day of the utility's zone, oldest first, nothing that owes nothing."""
    dues = (due_on(bill.balance, _rule(account, bill, late_fees), as_of) for bill in account.bills)
    return tuple(due for due in dues if due.owed_minor)


def is_overdue(account: OpenAccount, late_fees: LateFees, as_of: date) -> bool:
    return any(due.due_date < as_of for due in dues_of(account, late_fees, as_of))


def quote(session: Session, wanted: Sequence[AccountLine], late_fees: LateFees, as_of: date) -> Quote | None:
    """Quote accounts in the order given; None where one is unknown or closed."""
    accounts = open_accounts(session, [line.account_number for line in wanted])
    found = [accounts.get(line.account_number) for line in wanted]
    if any(account is None or account.closed_on is not None for account in found):
        return None
    return Quote(
        as_of=as_of,
        currency=next(iter(accounts.values())).currency,
        lines=lines_of(accounts, wanted, late_fees, as_of),
    )


def lines_of(
    accounts: Mapping[str, OpenAccount], wanted: Sequence[AccountLine], late_fees: LateFees, as_of: date
) -> tuple[QuoteLine, ...]:
    """The lines of accounts already read, in the order wanted; one that is named twice counts as first named."""
    months = {line.account_number: line.billing_months for line in reversed(wanted)}
    ordered = dict.fromkeys(line.account_number for line in wanted)
    return tuple(
        line
        for number in ordered
        if (account := accounts.get(number)) is not None
        for line in quote_lines(
            number, dues_of(account, late_fees, as_of), months[number], account.credit_minor
        )
    )


def book(
    session: Session,
    accounts: Mapping[str, OpenAccount],
    covered: Iterable[tuple[QuoteLine, int]],
    late_fees: LateFees,
    as_of: date,
) -> dict[str, OpenAccount]:
    """Set sums (money and credit together) against the bills of locked accounts: one UPDATE.

    Gives back the accounts with their bills as they now stand; their credit is the ledger's to change.
    """
    sums: dict[tuple[str, str], dict[QuotePart, int]] = {}
    for line, amount_minor in covered:
        parts = sums.setdefault((line.account_number, line.billing_month), {})
        parts[line.part] = parts.get(line.part, 0) + amount_minor
    changed: list[dict[str, object]] = []
    after = dict(accounts)
    for number, account in accounts.items():
        bills: list[OpenBill] = []
        for bill in account.bills:
            if parts := sums.get((number, bill.balance.billing_month), {}):
                bill, row = _booked(bill, _rule(account, bill, late_fees), parts, as_of)
                changed.append(row)
            bills.append(bill)
        after[number] = replace(account, bills=tuple(bills))
    if changed:
        session.execute(update(Bill), changed)
    return after


def _booked(
    bill: OpenBill, rule: LateFeeRule, parts: Mapping[QuotePart, int], as_of: date
) -> tuple[OpenBill, dict[str, object]]:
    balance = received(
        bill.balance,
        rule,
        as_of,
        principal_minor=parts.get(QuotePart.PRINCIPAL, 0),
        late_fee_minor=parts.get(QuotePart.LATE_FEE, 0),
    )
    row: dict[str, object] = {
        "id": bill.bill_id,
        "principal_received_minor": balance.principal_received_minor,
        "late_fee_kept_minor": balance.late_fee_kept_minor,
        "late_fee_received_minor": balance.late_fee_received_minor,
        "accrues_since": balance.accrues_since,
        "settled_on": as_of if is_settled(balance, rule, as_of) else None,
    }
    return replace(bill, balance=balance), row


def _rule(account: OpenAccount, bill: OpenBill, late_fees: LateFees) -> LateFeeRule:
    return late_fees.rule_for(account.customer_class, bill.balance.due_date)
