"""Whether the accounts' own figures and the ledger tell the same."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from hall.accounts.tables import CustomerAccount
from hall.billing.tables import Bill
from hall.ledger.tables import Book, EntryLine


def assert_books_agree(session: Session) -> None:
    """Open principal is the ledger's receivable, credit its credit, account by account; and all sums to nothing."""
    owed = (
        select(CustomerAccount.number, func.sum(Bill.principal_minor - Bill.principal_received_minor))
        .join(Bill, Bill.account_id == CustomerAccount.id)
        .where(Bill.principal_received_minor < Bill.principal_minor)
        .group_by(CustomerAccount.number)
    )
    owned = select(CustomerAccount.number, -CustomerAccount.credit_balance_minor).where(
        CustomerAccount.credit_balance_minor > 0
    )
    assert _in_book(session, Book.RECEIVABLE) == dict(session.execute(owed).all())
    assert _in_book(session, Book.CREDIT) == dict(session.execute(owned).all())
    assert session.scalar(select(func.sum(EntryLine.amount_minor))) == 0


def _in_book(session: Session, book: Book) -> dict[str, int]:
    total = func.sum(EntryLine.amount_minor)
    sums = (
        select(EntryLine.reference, total)
        .where(EntryLine.book == book)
        .group_by(EntryLine.reference)
        .having(total != 0)
    )
    return dict(session.execute(sums).all())
