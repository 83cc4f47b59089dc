"""A scripted cash acceptor's service: the answers are the test's to change at any moment."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from pytestqt.qtbot import QtBot

from kiosk.devices import Alarm, Devices, open_devices
from kiosk.payment.events import Event
from tests.kiosk.devices.answers import NOTE_TYPES, cash_in, status, storage
from tests.kiosk.devices.owner import owner
from tests.kiosk.devices.scripted_host import (
    Behaviour,
    Messages,
    ScriptedHost,
    capabilities,
    completion,
    scripted_host,
)

NOON = datetime(2026, 11, 25, 4, 0, tzinfo=UTC)
COMMANDS = (
    "Common.Status",
    "Common.Cancel",
    "Storage.GetStorage",
    "CashManagement.GetBankNoteTypes",
    "CashAcceptor.ConfigureNoteTypes",
    "CashAcceptor.CashInStart",
    "CashAcceptor.CashIn",
    "CashAcceptor.CashInEnd",
    "CashAcceptor.CashInRollback",
    "CashAcceptor.GetCashInStatus",
)


@dataclass(slots=True)
class ScriptedAcceptor:
    status: dict[str, Any] = field(default_factory=status)
    storage: dict[str, Any] = field(default_factory=storage)
    last: dict[str, Any] = field(default_factory=lambda: cash_in("ok"))
    items: dict[str, Any] | None = None
    """What a CashIn completes with; None: it waits."""
    repeats: int = 1
    """How often a completion is sent."""
    heard: list[str] = field(default_factory=list)
    _cash_in: int = 0

    def behave(self, name: str, number: int) -> Messages | None:
        self.heard.append(name.partition(".")[2])
        match name.partition(".")[2]:
            case "Capabilities":
                return [completion(name, number, **capabilities("CashAcceptor", *COMMANDS))]
            case "Status":
                return [completion(name, number, **self.status)]
            case "GetStorage":
                return [completion(name, number, **self.storage)]
            case "GetBankNoteTypes":
                return [completion(name, number, **NOTE_TYPES)]
            case "GetCashInStatus":
                return [completion(name, number, **self.last)]
            case "CashIn":
                self._cash_in = number
                return [] if self.items is None else [completion(name, number, **self.items)] * self.repeats
            case "Cancel":
                cancelled = completion("CashAcceptor.CashIn", self._cash_in, "canceled")
                return [completion(name, number), cancelled, cancelled]
            case _:
                return [completion(name, number)]


@dataclass(slots=True)
class Scene:
    bot: QtBot
    acceptor: ScriptedAcceptor
    host: ScriptedHost
    devices: Devices
    events: list[Event] = field(default_factory=list)
    alarms: list[Alarm] = field(default_factory=list)

    def next_event(self) -> Event:
        """The one that comes, and no second."""
        self.bot.waitUntil(lambda: bool(self.events), timeout=10_000)
        self.bot.wait(50)
        [event] = self.events
        self.events.clear()
        return event

    def until_heard(self, name: str, times: int = 1) -> None:
        self.bot.waitUntil(lambda: self.acceptor.heard.count(name) >= times, timeout=10_000)


@contextmanager
def scene(bot: QtBot) -> Iterator[Scene]:
    acceptor, services = ScriptedAcceptor(), dict[str, Behaviour]()
    with scripted_host(services) as host, owner() as root:
        services["/xfs4iot/v1.0"] = lambda name, number: [
            completion(name, number, services=[{"serviceURI": host.uri("cash")}])
        ]
        services["/xfs4iot/v1.0/cash"] = acceptor.behave
        devices = open_devices(f"ws://127.0.0.1:{host.port}/xfs4iot/v1.0", lambda: NOON, root)
        built = Scene(bot, acceptor, host, devices)
        devices.cash.happened.connect(built.events.append)
        devices.cash.alarmed.connect(built.alarms.append)
        try:
            yield built
        finally:
            devices.close()
