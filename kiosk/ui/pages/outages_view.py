"""The announced outages: where, why, since when, and when power is expected back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from hall.contract import OutageKind, OutageNotice, OutageStatus
from kiosk.session.state import OUTAGES_A_PAGE
from kiosk.ui.pages.outage_words import in_order, place
from kiosk.ui.texts import NOTHING, Clock, Day, DayTime, Named, Words, say


@dataclass(frozen=True, slots=True)
class OutageRow:
    key: str
    fault: bool
    where: Words
    why: Words
    since: Words
    back_day: Words
    """What stands over the time: that it is expected, and on which day where that is not today."""
    back: Words


@dataclass(frozen=True, slots=True)
class OutagesView:
    line: Words = NOTHING
    rows: tuple[OutageRow, ...] = ()
    later: Words = NOTHING
    """The key to the rows that follow; nothing where there are none. Likewise back."""
    earlier: Words = NOTHING


def outages_view(
    now: datetime, zone: ZoneInfo, notices: tuple[OutageNotice, ...] | None, first: int = 0
) -> OutagesView:
    """`now` is in the utility's zone; `notices` is None until the hall has told them; `first` is the first row shown."""
    if notices is None:
        return OutagesView(line=say("停电信息还没有收到"))
    standing = in_order(notices)
    after = len(standing) - first - OUTAGES_A_PAGE
    return OutagesView(
        line=say("公告的停电，%n 处", "", len(standing)) if standing else say("现在没有公告的停电。"),
        rows=tuple(outage_row(notice, now, zone) for notice in standing[first : first + OUTAGES_A_PAGE]),
        later=say("后面 %n 处", "", after) if after > 0 else NOTHING,
        earlier=say("前面 %n 处", "", first) if first > 0 else NOTHING,
    )


def outage_row(notice: OutageNotice, now: datetime, zone: ZoneInfo) -> OutageRow:
    starts = notice.starts_at.astimezone(zone)
    begun = notice.status is OutageStatus.OUT
    since: Words = Clock(starts) if starts.date() == now.date() else DayTime(starts)
    return OutageRow(
        key=str(notice.id),
        fault=notice.kind is OutageKind.FAULT,
        where=place(notice),
        why=Named(notice.reason, notice.reason_en[:1].upper() + notice.reason_en[1:]),
        since=say("{time} 停的", time=since) if begun else say("{time} 停", time=since),
        back_day=_back_day(notice, now, zone),
        back=Clock(notice.estimated_restoration.astimezone(zone))
        if notice.estimated_restoration
        else NOTHING,
    )


def _back_day(notice: OutageNotice, now: datetime, zone: ZoneInfo) -> Words:
    if notice.estimated_restoration is None:
        return say("来电时间还不知道")
    back = notice.estimated_restoration.astimezone(zone).date()
    return say("预计来电") if back == now.date() else say("{day} 来电", day=Day(back))
