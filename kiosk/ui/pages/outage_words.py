"""An outage in the customer's words: where, why, until when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from hall.contract import OutageKind, OutageNotice, OutageStatus
from kiosk.ui.texts import Clock, Named, Words, say

STANDING = (OutageStatus.ANNOUNCED, OutageStatus.OUT)


@dataclass(frozen=True, slots=True)
class OutageLine:
    """One outage in a line: its mark's kind, where it is, what is done and how long it lasts."""

    key: str
    fault: bool
    where: Words
    what: Words


def in_order(notices: Iterable[OutageNotice]) -> tuple[OutageNotice, ...]:
    """Those that stand: what is out first, then as they begin."""
    standing = (notice for notice in notices if notice.status in STANDING)
    return tuple(
        sorted(standing, key=lambda notice: (notice.status is not OutageStatus.OUT, notice.starts_at))
    )


def today_of(notices: Iterable[OutageNotice], now: datetime) -> tuple[OutageNotice, ...]:
    """Those that are out or begin today; `now` is in the utility's zone."""
    return tuple(
        notice
        for notice in in_order(notices)
        if notice.status is OutageStatus.OUT or notice.starts_at.astimezone(now.tzinfo).date() == now.date()
    )


def outage_line(notice: OutageNotice, zone: ZoneInfo) -> OutageLine:
    return OutageLine(
        key=str(notice.id),
        fault=notice.kind is OutageKind.FAULT,
        where=place(notice),
        what=_what(notice, zone),
    )


def place(notice: OutageNotice) -> Named:
    return Named(f"{notice.town} {notice.area}", notice.area_en[:1].upper() + notice.area_en[1:])


def _what(notice: OutageNotice, zone: ZoneInfo) -> Words:
    starts = notice.starts_at.astimezone(zone)
    ends = notice.estimated_restoration.astimezone(zone) if notice.estimated_restoration else None
    match notice.kind, ends:
        case OutageKind.FAULT, None:
            return say("故障抢修 · 来电时间还不知道")
        case OutageKind.FAULT, datetime():
            return say("故障抢修 · 预计 {time} 来电", time=Clock(ends))
        case OutageKind.PLANNED, None:
            return say("计划检修 · {time} 起", time=Clock(starts))
        case OutageKind.PLANNED, datetime():
            return say("计划检修 · {from_time}–{to_time}", from_time=Clock(starts), to_time=Clock(ends))
        case _, None:
            return say("临时停电 · {time} 起", time=Clock(starts))
        case _, datetime():
            return say("临时停电 · {from_time}–{to_time}", from_time=Clock(starts), to_time=Clock(ends))
