"""The hall can't be reached: what waits, what still works, and that money paid before is safe."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kiosk.session.state import HallDown
from kiosk.ui.pages.waiting import Wait
from kiosk.ui.texts import NOTHING, Clock, Words, say


@dataclass(frozen=True, slots=True)
class HallDownView:
    why: Words = NOTHING
    outages: Words = NOTHING
    """How old the outages on home are; empty where there are none."""
    hotline: str = ""
    waiting: Words = NOTHING
    next_step: Words = NOTHING
    may_retry: bool = True
    back: Words = NOTHING


def hall_down_view(
    page: HallDown, since: datetime | None, outages_of: datetime | None, hotline: str, wait: Wait
) -> HallDownView:
    """Instants are in the utility's zone; `since`: when the line broke, `outages_of`: when outages were last told."""
    return HallDownView(
        why=_why(since),
        outages=say("{time} 的，可能不是最新", time=Clock(outages_of)) if outages_of else NOTHING,
        hotline=hotline,
        waiting=NOTHING if wait is Wait.SHORT else say("正在问中心，请等一下。"),
        next_step=say("正在再试") if page.asking else NOTHING,
        may_retry=page.asking is None,
        back=say("不等了") if wait is Wait.LONG else say("返回"),
    )


def _why(since: datetime | None) -> Words:
    if since is None:
        return say("中心没有答复。查账单要连中心，请再试一次。")
    return say("查账单要连中心。线路 {time} 断开，正在重连。", time=Clock(since))
