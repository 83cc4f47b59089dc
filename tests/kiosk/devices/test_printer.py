"""Slips on a service that comes, goes and keeps silent."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from pytestqt.qtbot import QtBot

from kiosk.devices import Printer, open_devices, printer
from kiosk.payment.events import Event, SlipFailed, SlipPrinted
from kiosk.payment.view import PrinterState
from tests.kiosk.devices.owner import owner
from tests.kiosk.devices.scripted_acceptor import NOON
from tests.kiosk.devices.scripted_host import (
    Behaviour,
    Messages,
    ScriptedHost,
    capabilities,
    completion,
    scripted_host,
)

PRINT = "Printer.PrintForm"


@contextmanager
def printing(answer: Behaviour) -> Iterator[tuple[Printer, ScriptedHost, list[Event]]]:
    services: dict[str, Behaviour] = {}

    def behave(name: str, number: int) -> Messages | None:
        if name == "Common.Capabilities":
            told = capabilities("Printer", "Common.Status")
            told["interfaces"][0]["commands"][PRINT] = {"versions": ["3.0"]}
            return [completion(name, number, **told)]
        if name == "Common.Status":
            return [completion(name, number, common={"device": "online"})]
        return answer(name, number)

    with scripted_host(services) as host, owner() as root:
        services["/xfs4iot/v1.0"] = lambda name, number: [
            completion(name, number, services=[{"serviceURI": host.uri("slips")}])
        ]
        services["/xfs4iot/v1.0/slips"] = behave
        devices = open_devices(f"ws://127.0.0.1:{host.port}/xfs4iot/v1.0", lambda: NOON, root)
        events: list[Event] = []
        devices.printer.happened.connect(events.append)
        try:
            yield devices.printer, host, events
        finally:
            devices.close()


def test_a_slip_whose_end_nobody_told_is_not_claimed_to_be_printed(qtbot: QtBot) -> None:
    with printing(lambda _name, _number: None) as (edge, _, events):
        edge.print_slip({"title": ["x"]})
        qtbot.waitUntil(lambda: events == [SlipFailed(reason="unknown")])


def test_a_completion_told_twice_answers_one_slip(qtbot: QtBot) -> None:
    with printing(lambda name, number: [completion(name, number)] * 2) as (edge, _, events):
        edge.print_slip({"title": ["x"]})
        edge.print_slip({"title": ["y"]})
        qtbot.waitUntil(lambda: len(events) == 2)
        qtbot.wait(50)
        assert events == [SlipPrinted(), SlipPrinted()]


def test_without_a_printer_a_slip_fails_as_gone_once_patience_is_over(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printer, "MEET_S", 0.3)
    with owner() as root:
        devices = open_devices("ws://127.0.0.1:9/xfs4iot/v1.0", lambda: NOON, root)
        events: list[Event] = []
        devices.printer.happened.connect(events.append)
        devices.printer.print_slip({"title": ["x"]})
        devices.printer.print_slip({"title": ["y"]})
        qtbot.waitUntil(lambda: events == [SlipFailed(reason="gone")] * 2)
        assert devices.printer.state is PrinterState.GONE
        devices.close()


def test_a_slip_is_the_one_form_without_its_empty_fields() -> None:
    form = printer.slip_form({"title": ["a"], "notes": [], "rows": ["b\tc"]})
    assert (form.form_name, form.media_name) == ("Slip", "Roll")
    assert form.fields == {"title": ("a",), "rows": ("b\tc",)}
