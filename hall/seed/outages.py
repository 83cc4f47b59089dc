"""The outages of the demonstration, set around the day that is seeded."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ConfigDict

from hall.outages.tables import Kind, Outage
from hall.tariffs.catalogue import UTILITY_FOLDER


class _Told(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    kind: Kind
    town: str
    area: str
    area_en: str
    line_name: str
    reason: str
    reason_en: str
    day: int
    starts: time
    ends: time | None = None
    restored: time | None = None
    cancelled: bool = False


def seeded_outages(as_of: date, zone: ZoneInfo, folder: Path = UTILITY_FOLDER) -> Iterator[Outage]:
    """Read `outages.toml`; its times are those of the utility's zone, its days count from `as_of`."""
    for entry in tomllib.loads((folder / "outages.toml").read_text("utf-8"))["outage"]:
        told = _Told.model_validate(entry)
        day = as_of + timedelta(days=told.day)
        yield Outage(
            kind=told.kind,
            town=told.town,
            area=told.area,
            area_en=told.area_en,
            line_name=told.line_name,
            reason=told.reason,
            reason_en=told.reason_en,
            starts_at=datetime.combine(day, told.starts, zone),
            estimated_restoration=_moment(day, told.ends, zone),
            restored_at=_moment(day, told.restored, zone),
            cancelled_at=datetime.combine(as_of, time(0), zone) if told.cancelled else None,
        )


def _moment(day: date, at: time | None, zone: ZoneInfo) -> datetime | None:
    return None if at is None else datetime.combine(day, at, zone)
