"""Entries and their lines. Lines are written first; the entry that follows seals them, or the database refuses it."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, String, event
from sqlalchemy.orm import Mapped, mapped_column

from hall.database import Base, Instant, text_enum
from hall.ledger.guards import GUARDS


class Book(StrEnum):
    """The accounts of the book; each is kept by reference (a kiosk, an account number)."""

    CASH = "cash"
    """Notes in a kiosk's box."""
    RECEIVABLE = "receivable"
    LATE_FEE_INCOME = "late-fee-income"
    CREDIT = "credit"
    """What the utility owes a customer (预存余额)."""
    SUSPENSE = "suspense"
    """Money whose owner isn't known yet; each line has a claim."""
    OPENING = "opening"


class EntryKind(StrEnum):
    OPENING = "opening"
    PAYMENT = "payment"


class Entry(Base):
    """One movement of money, on one day of the utility."""

    __tablename__ = "entry"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    """A payment's own id where it is a payment: booked twice it would be the same row."""
    kind: Mapped[EntryKind] = mapped_column(text_enum(EntryKind))
    booked_on: Mapped[date]
    posted_at: Mapped[datetime] = mapped_column(Instant)


class EntryLine(Base):
    """One leg of an entry, in minor units: debit above zero, credit below."""

    __tablename__ = "entry_line"
    __table_args__ = (
        CheckConstraint("amount_minor <> 0", name="amount_not_zero"),
        Index("ix_entry_line_book_reference", "book", "reference"),
    )

    entry_id: Mapped[UUID] = mapped_column(
        ForeignKey("entry.id", ondelete="RESTRICT", deferrable=True, initially="DEFERRED"), primary_key=True
    )
    position: Mapped[int] = mapped_column(primary_key=True)
    book: Mapped[Book] = mapped_column(text_enum(Book))
    reference: Mapped[str] = mapped_column(String(40))
    amount_minor: Mapped[int] = mapped_column(BigInteger)
    currency: Mapped[str] = mapped_column(String(3))


for guard in GUARDS:
    event.listen(Base.metadata, "after_create", guard)
