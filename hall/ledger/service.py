"""Booking entries, and asking what stands in the book."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session

from hall.ledger.tables import Book, Entry, EntryKind, EntryLine


@dataclass(frozen=True, slots=True)
class Leg:
    """One leg: debit above zero, credit below, in minor units."""

    book: Book
    reference: str
    amount_minor: int


@dataclass(frozen=True, slots=True)
class Movement:
    id: UUID
    kind: EntryKind
    booked_on: date
    posted_at: datetime
    currency: str
    legs: tuple[Leg, ...]


def book(session: Session, movements: Sequence[Movement]) -> None:
    """Write movements: two statements, the lines and the entries that seal them.

    Legs of nothing are left out. What does not balance is refused by the database (IntegrityError).
    """
    lines = [
        {
            "entry_id": movement.id,
            "position": position,
            "book": leg.book,
            "reference": leg.reference,
            "amount_minor": leg.amount_minor,
            "currency": movement.currency,
        }
        for movement in movements
        for position, leg in enumerate(leg for leg in movement.legs if leg.amount_minor)
    ]
    entries = [
        {
            "id": movement.id,
            "kind": movement.kind,
            "booked_on": movement.booked_on,
            "posted_at": movement.posted_at,
        }
        for movement in movements
    ]
    session.execute(insert(EntryLine), lines)
    session.execute(insert(Entry), entries)


def balance_minor(session: Session, kind: Book, reference: str | None = None) -> int:
    """What an account of the book stands at: debit above zero, credit below. None: all references together."""
    query = select(func.coalesce(func.sum(EntryLine.amount_minor), 0)).where(EntryLine.book == kind)
    if reference is not None:
        query = query.where(EntryLine.reference == reference)
    return int(session.scalar(query) or 0)
