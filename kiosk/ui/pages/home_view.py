"""Home: the time, what works now and why something doesn't, today's outages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from hall.contract import OutageNotice
from kiosk.payment.view import CashState, DevicesView, PrinterState
from kiosk.ui.pages.outage_words import OutageLine, outage_line, today_of
from kiosk.ui.texts import NOTHING, Words, say

OUTAGES_SHOWN = 2


@dataclass(frozen=True, slots=True)
class Service:
    """A tender or the printer: whether it works, and if not what to do instead."""

    key: str
    works: bool
    text: Words


@dataclass(frozen=True, slots=True)
class HomeView:
    line: Words = NOTHING
    outages_title: Words = NOTHING
    outages: tuple[OutageLine, ...] = ()
    services: tuple[Service, ...] = ()
    pay_unavailable: Words = NOTHING
    """Why bills can't be seen and paid now; nothing when they can."""


def home_view(
    now: datetime,
    zone: ZoneInfo,
    devices: DevicesView,
    outages: tuple[OutageNotice, ...] | None,
    *,
    hall_reachable: bool,
) -> HomeView:
    """`now` is in the utility's zone; `outages` is None until the hall has told them."""
    return HomeView(
        line=say("灯一直亮着，现在就能办。") if hall_reachable else say("灯亮着，可是现在连不上中心。"),
        outages_title=_outages_title(now, outages),
        outages=tuple(outage_line(notice, zone) for notice in today_of(outages or (), now)[:OUTAGES_SHOWN]),
        services=(_cash(devices.cash), _printer(devices.printer), _others()),
        pay_unavailable=NOTHING if hall_reachable else say("查账单要连中心，正在重连"),
    )


def _outages_title(now: datetime, outages: tuple[OutageNotice, ...] | None) -> Words:
    if outages is None:
        return say("停电信息还没有收到")
    count = len(today_of(outages, now))
    return say("今天停电 %n 处", "", count) if count else say("今天没有停电")


def _cash(state: CashState) -> Service:
    match state:
        case CashState.READY:
            return Service("cash", works=True, text=say("现金"))
        case CashState.STARTING:
            return Service("cash", works=False, text=say("现金正在准备"))
        case CashState.BOX_FULL | CashState.BOX_REMOVED:
            return Service("cash", works=False, text=say("钞箱要换，现金暂停"))
        case CashState.JAMMED:
            return Service("cash", works=False, text=say("入钞口卡住，现金暂停"))
        case CashState.GONE | CashState.OUT_OF_ORDER | CashState.JOURNAL_DAMAGED:
            return Service("cash", works=False, text=say("现金暂停，等待维修"))


def _printer(state: PrinterState) -> Service:
    match state:
        case PrinterState.READY | PrinterState.PAPER_LOW:
            return Service("printer", works=True, text=say("打印收据"))
        case PrinterState.PAPER_OUT:
            return Service("printer", works=False, text=say("缺打印纸：收据可扫码取"))
        case PrinterState.STARTING:
            return Service("printer", works=False, text=say("打印机正在准备"))
        case PrinterState.COVER_OPEN | PrinterState.GONE | PrinterState.OUT_OF_ORDER:
            return Service("printer", works=False, text=say("打印机坏了：收据可扫码取"))


def _others() -> Service:
    return Service("others", works=False, text=say("还不收银行卡、手机支付"))
