"""Home tells what works now, and today's outages."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from hall.contract import OutageNotice, OutageStatus
from kiosk.payment.view import CashState, DevicesView, PrinterState
from kiosk.session.state import Language
from kiosk.ui.pages.home_view import HomeView, home_view
from kiosk.ui.pages.outages_samples import OUTAGES
from kiosk.ui.samples import NOW, ZONE
from kiosk.ui.texts import Words, write

WELL = DevicesView(CashState.READY, PrinterState.READY)
FAULT, PLANNED, LATER = OUTAGES


def said(words: Words) -> str:
    return write(words, Language.CHINESE, lambda source, count: source.replace("%n", str(count)))


def seen(
    devices: DevicesView = WELL,
    outages: tuple[OutageNotice, ...] | None = OUTAGES,
    *,
    hall_reachable: bool = True,
) -> HomeView:
    return home_view(NOW, ZONE, devices, outages, hall_reachable=hall_reachable)


def test_only_what_stands_today_is_told_and_what_is_out_comes_first() -> None:
    view = seen(outages=(LATER, PLANNED, FAULT))
    assert said(view.outages_title) == "今天停电 2 处"
    assert [said(line.where) for line in view.outages] == ["武原街道 海滨东路一带", "沈荡镇 中钱村"]
    assert [said(line.what) for line in view.outages] == [
        "故障抢修 · 预计 11:30 来电",
        "计划检修 · 13:00–17:00",
    ]


@pytest.mark.parametrize("over", [OutageStatus.RESTORED, OutageStatus.CANCELLED])
def test_what_is_over_or_called_off_is_not_told(over: OutageStatus) -> None:
    view = seen(outages=tuple(notice.model_copy(update={"status": over}) for notice in OUTAGES))
    assert said(view.outages_title) == "今天没有停电"


def test_an_outage_that_lasts_from_yesterday_is_told_today() -> None:
    since_yesterday = FAULT.model_copy(update={"starts_at": NOW - timedelta(days=1)})
    assert len(seen(outages=(since_yesterday,)).outages) == 1


def test_more_than_two_are_counted_and_two_are_shown() -> None:
    many = tuple(FAULT.model_copy(update={"id": number}) for number in range(5))
    view = seen(outages=many)
    assert said(view.outages_title) == "今天停电 5 处"
    assert len(view.outages) == 2


def test_no_news_is_not_told_as_no_outage() -> None:
    assert said(seen(outages=None).outages_title) == "停电信息还没有收到"


def test_an_outage_without_an_end_says_so() -> None:
    endless = FAULT.model_copy(update={"estimated_restoration": None})
    assert said(seen(outages=(endless,)).outages[0].what) == "故障抢修 · 来电时间还不知道"


@pytest.mark.parametrize("cash", list(CashState))
@pytest.mark.parametrize("printer", list(PrinterState))
def test_every_state_of_the_devices_is_told_and_only_what_works_has_a_tick(
    cash: CashState, printer: PrinterState
) -> None:
    services = {service.key: service for service in seen(DevicesView(cash, printer)).services}
    assert services["cash"].works is (cash is CashState.READY)
    assert services["printer"].works is (printer in (PrinterState.READY, PrinterState.PAPER_LOW))
    assert not services["others"].works
    assert all(said(service.text) for service in services.values())


def test_without_paper_the_receipt_is_scanned() -> None:
    devices = replace(WELL, printer=PrinterState.PAPER_OUT)
    assert "收据可扫码取" in said(seen(devices).services[1].text)


def test_with_the_hall_out_of_reach_bills_are_off_with_the_reason() -> None:
    assert said(seen().pay_unavailable) == ""
    away = seen(hall_reachable=False)
    assert said(away.pay_unavailable) == "查账单要连中心，正在重连"
    assert said(away.line) != said(seen().line)
