"""The slip printer through the real device host, on simulated paper."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kiosk.payment.events import SlipFailed, SlipPrinted
from kiosk.payment.view import PrinterState
from tests.kiosk.devices.site import Site, site

SLIP = {
    "title": ["光明厅"],
    "number": ["收据号\t1-20261125-0001"],
    "rows": ["户号\t3304127786"],
    "total": ["实缴\t100.00"],
    "notes": [],
    "footer": ["谢谢"],
}


@pytest.fixture
def hall_site(tmp_path: Path, qtbot: QtBot) -> Iterator[Site]:
    with site(tmp_path, qtbot) as built:
        yield built


def test_a_slip_asked_for_before_the_printer_is_met_is_printed_then(hall_site: Site) -> None:
    assert hall_site.printed(SLIP) == SlipPrinted()
    assert len(hall_site.control.state()["printer"]["slips"]) == 1


def test_two_slips_asked_for_at_once_are_both_printed_and_answered_in_turn(hall_site: Site) -> None:
    hall_site.devices.printer.print_slip(SLIP)
    hall_site.devices.printer.print_slip(SLIP)
    hall_site.until(lambda: hall_site.slips == [SlipPrinted(), SlipPrinted()])
    assert len(hall_site.control.state()["printer"]["slips"]) == 2


def test_without_paper_a_slip_fails_and_after_a_new_roll_it_prints(hall_site: Site) -> None:
    printer = hall_site.devices.printer
    hall_site.control.ask("paper", state="out")
    hall_site.until(lambda: printer.state is PrinterState.PAPER_OUT)
    assert hall_site.printed(SLIP) == SlipFailed(reason="paper-out")
    hall_site.control.ask("paper", state="full")
    hall_site.until(lambda: printer.state is PrinterState.READY)
    assert hall_site.printed(SLIP) == SlipPrinted()


def test_with_its_cover_open_a_slip_fails_as_such(hall_site: Site) -> None:
    printer = hall_site.devices.printer
    hall_site.control.ask("cover", open=True)
    hall_site.until(lambda: printer.state is PrinterState.COVER_OPEN)
    assert hall_site.printed(SLIP) == SlipFailed(reason="cover-open")


def test_with_the_cable_pulled_a_slip_fails_as_gone(hall_site: Site) -> None:
    printer = hall_site.devices.printer
    hall_site.until(lambda: printer.state is PrinterState.READY)
    hall_site.control.ask("pull", device="printer")
    hall_site.until(lambda: printer.state is PrinterState.GONE)
    assert hall_site.printed(SLIP) == SlipFailed(reason="gone")


def test_little_paper_is_told_and_still_prints(hall_site: Site) -> None:
    hall_site.control.ask("paper", state="low")
    hall_site.until(lambda: hall_site.devices.printer.state is PrinterState.PAPER_LOW)
    assert hall_site.printed(SLIP) == SlipPrinted()
