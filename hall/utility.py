"""The utility's own settings: dated data from a file, never code."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from hall.contract import UtilityInfo

UTILITY_FILE = Path(__file__).resolve().parents[1] / "assets" / "utility" / "haiyan.toml"
SATURDAY = 5


@dataclass(frozen=True, slots=True)
class ClaimRules:
    owner: str
    answer_working_days: int
    answer_hour: int


@dataclass(frozen=True, slots=True)
class LookUpLimits:
    """How often a kiosk may look up accounts, and how often one range of numbers may be asked for."""

    kiosk_per_minute: int
    range_per_hour: int
    range_digits: int
    """A range is all numbers that begin with the same so many digits."""
    repeat_minutes: int
    """For so long the same kiosk may ask for the same number again, uncounted."""


@dataclass(frozen=True, slots=True)
class Utility:
    name: str
    name_en: str
    hotline: str
    zone: ZoneInfo
    currency: str
    account_number_lengths: tuple[int, ...]
    notes_accepted_minor: tuple[int, ...]
    cash_limit_minor: int
    claims: ClaimRules
    reconnection_promise: timedelta
    lookups: LookUpLimits
    enrolment_code_life: timedelta

    def day_of(self, moment: datetime) -> date:
        """The utility's day in which a moment lies: due dates and late fees are reckoned in it."""
        return moment.astimezone(self.zone).date()

    def claim_answer_due(self, filed_at: datetime) -> datetime:
        """So many working days later, at the hour named. Public holidays are the office's to know."""
        day = self.day_of(filed_at)
        left = self.claims.answer_working_days
        while left:
            day += timedelta(days=1)
            left -= day.weekday() < SATURDAY
        return datetime.combine(day, time(self.claims.answer_hour), self.zone).astimezone(UTC)

    def info(self, now: datetime) -> UtilityInfo:
        return UtilityInfo(
            name=self.name,
            name_en=self.name_en,
            hotline=self.hotline,
            timezone=self.zone.key,
            currency=self.currency,
            account_number_lengths=self.account_number_lengths,
            notes_accepted_minor=self.notes_accepted_minor,
            cash_limit_minor=self.cash_limit_minor,
            now=now,
        )


def read_utility(path: Path = UTILITY_FILE) -> Utility:
    """Read the settings; a missing key is a KeyError that names it."""
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    return Utility(
        name=data["name"],
        name_en=data["name_en"],
        hotline=data["hotline"],
        zone=ZoneInfo(data["timezone"]),
        currency=data["currency"],
        account_number_lengths=tuple(data["account_number_lengths"]),
        notes_accepted_minor=tuple(data["cash"]["notes_accepted_minor"]),
        cash_limit_minor=data["cash"]["payment_limit_minor"],
        claims=ClaimRules(**data["claims"]),
        reconnection_promise=timedelta(hours=data["reconnection"]["promise_hours"]),
        lookups=LookUpLimits(**data["lookups"]),
        enrolment_code_life=timedelta(hours=data["enrolment"]["code_hours"]),
    )
