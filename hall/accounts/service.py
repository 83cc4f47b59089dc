"""What a typed number shows."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sqlalchemy import update
from sqlalchemy.orm import Session

from hall.accounts.masking import masked_name
from hall.accounts.tables import CustomerAccount
from hall.billing.open_accounts import open_accounts
from hall.billing.service import dues_of
from hall.contract import AccountSummary
from hall.tariffs.late_fee import LateFees


def look_up(session: Session, number: str, late_fees: LateFees, as_of: date) -> AccountSummary | None:
    """An account as a stranger may see it; None for an unknown and for a closed one, after the same statement."""
    account = open_accounts(session, [number]).get(number)
    if account is None or account.closed_on is not None:
        return None
    return AccountSummary(
        number=account.number,
        masked_name=masked_name(account.name),
        town=account.town,
        currency=account.currency,
        due=dues_of(account, late_fees, as_of),
    )


def set_credit(session: Session, credit_minor: Mapping[int, int]) -> None:
    """Set the credit of accounts by id, in the transaction of the ledger's entry: one UPDATE."""
    rows = [{"id": account_id, "credit_balance_minor": minor} for account_id, minor in credit_minor.items()]
    if rows:
        session.execute(update(CustomerAccount), rows)
