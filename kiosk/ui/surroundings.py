"""What the pages say that is not about the visitor: the time, this hall, its terms, what works."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from hall.contract import OutageNotice
from kiosk.payment.view import DevicesView
from kiosk.ui.texts import NOTHING, Words


@dataclass(frozen=True, slots=True)
class Surroundings:
    now: datetime
    """In `zone`, as the other instants here."""
    zone: ZoneInfo
    site: Words = NOTHING
    hotline: str = ""
    notes_minor: tuple[int, ...] = ()
    cash_limit_minor: int = 0
    devices: DevicesView = field(default_factory=DevicesView)
    outages: tuple[OutageNotice, ...] | None = None
    """None until the hall has told them."""
    outages_at: datetime | None = None
    hall_lost_at: datetime | None = None
