"""What stands on every page: whose hall this is, the time, whose account is open, where help is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kiosk.ui.texts import NOTHING, Account, Clock, Day, Words


@dataclass(frozen=True, slots=True)
class ShellView:
    site: Words = NOTHING
    date: Words = NOTHING
    clock: Words = NOTHING
    here: bool = False
    """On home, whose key then carries the here-you-are dot."""
    who: Words = NOTHING
    """The masked name of the account that is open; with it, its number."""
    number: Words = NOTHING
    hotline: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """The account that the lintel names, always masked."""

    masked_name: str
    number: str


def shell_view(site: Words, now: datetime, hotline: str, known: Known | None, *, here: bool) -> ShellView:
    """`now` is already in the utility's zone."""
    return ShellView(
        site=site,
        date=Day(now.date(), weekday=True),
        clock=Clock(now),
        here=here,
        who=known.masked_name if known else NOTHING,
        number=Account(known.number) if known else NOTHING,
        hotline=hotline,
    )
