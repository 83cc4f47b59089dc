"""What an invented account brings into the ledger: what it owes and what it has paid ahead."""

from __future__ import annotations

from datetime import date, datetime, time
from uuid import NAMESPACE_URL, uuid5
from zoneinfo import ZoneInfo

from hall.ledger.service import Leg, Movement
from hall.ledger.tables import Book, EntryKind
from hall.seed.history import History
from hall.seed.profile import Profile


def opening(profile: Profile, told: History, currency: str, as_of: date, zone: ZoneInfo) -> Movement | None:
    """The opening entry of an account at the beginning of the day that is seeded; None where all is zero."""
    receivable_minor = sum(month.balance.principal_open_minor for month in told.months)
    legs = (
        Leg(Book.RECEIVABLE, profile.number, receivable_minor),
        Leg(Book.CREDIT, profile.number, -profile.credit_minor),
        Leg(Book.OPENING, profile.number, profile.credit_minor - receivable_minor),
    )
    if not receivable_minor and not profile.credit_minor:
        return None
    return Movement(
        id=uuid5(NAMESPACE_URL, f"brighthall:opening:{profile.number}"),
        kind=EntryKind.OPENING,
        booked_on=as_of,
        posted_at=datetime.combine(as_of, time(0), zone),
        currency=currency,
        legs=legs,
    )
