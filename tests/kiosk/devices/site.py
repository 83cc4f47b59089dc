"""A kiosk's devices on real simulated hardware: simulators and device host as processes, the client in this one."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pytestqt.qtbot import QtBot

from kiosk.demo.processes import Running
from kiosk.devices import Alarm, Devices, open_devices
from kiosk.payment.events import Event
from kiosk.payment.view import CashState
from tests.kiosk.devices.owner import owner
from tests.system import Control, device_host, simulators

NOON = datetime(2026, 11, 25, 4, 0, tzinfo=UTC)
NOTES = (10_000, 5_000, 2_000, 1_000)
SPEED = "10"
WAIT_MS = 40_000


@dataclass(slots=True)
class Wires:
    """The hardware and its host, without a kiosk."""

    control: Control
    folder: Path
    bot: QtBot
    host: Running

    @property
    def url(self) -> str:
        url: str = self.host.ready["listening"]
        return url

    def until(self, is_so: Callable[[], bool]) -> None:
        self.bot.waitUntil(is_so, timeout=WAIT_MS)

    def acceptor(self) -> dict[str, Any]:
        state: dict[str, Any] = self.control.state()["acceptor"]
        return state


@dataclass(slots=True)
class Site:
    wires: Wires
    devices: Devices
    events: list[Event] = field(default_factory=list)
    slips: list[Event] = field(default_factory=list)
    alarms: list[Alarm] = field(default_factory=list)

    def listen(self) -> None:
        self.devices.cash.happened.connect(self.events.append)
        self.devices.cash.alarmed.connect(self.alarms.append)
        self.devices.printer.happened.connect(self.slips.append)
        self.devices.cash.configure(NOTES, "CNY")

    @property
    def control(self) -> Control:
        return self.wires.control

    @property
    def bot(self) -> QtBot:
        return self.wires.bot

    def until(self, is_so: Callable[[], bool]) -> None:
        self.wires.until(is_so)

    def ready(self) -> None:
        self.until(lambda: self.devices.cash.state is CashState.READY)

    def answer(self, ask: Callable[[], None]) -> Event:
        """Ask for something and give the one event that answers it."""
        before = len(self.events)
        ask()
        return self.next_after(before)

    def next_after(self, before: int) -> Event:
        self.until(lambda: len(self.events) > before)
        self.bot.wait(50)  # a second answer would be here by now
        assert len(self.events) == before + 1, self.events[before:]
        return self.events[before]

    def printed(self, fields: dict[str, list[str]]) -> Event:
        before = len(self.slips)
        self.devices.printer.print_slip(fields)
        self.until(lambda: len(self.slips) > before)
        return self.slips[before]

    def open_slot(self) -> None:
        """Wait for a note, and until the acceptor is ready to take one."""
        self.devices.cash.await_note()
        self.until(lambda: bool(self.wires.acceptor()["enabled"]))


@contextmanager
def hardware(folder: Path) -> Iterator[Running]:
    with simulators(folder / "hardware", folder, "--speed", SPEED) as running:
        yield running


@contextmanager
def host_of(hardware: Running, folder: Path, port: int = 0) -> Iterator[Running]:
    config = folder / "devices.toml"
    ready = hardware.ready
    config.write_text(
        f'[cash_acceptor]\ndriver = "itl_ssp"\nport = {json.dumps(ready["acceptor"])}\nhold_s = 3.0\n'
        f'[printer]\ndriver = "escpos"\nport = {json.dumps(ready["printer"])}\nprofile = "gb18030-80"\n'
    )
    with device_host(config, folder / "host", folder, port) as running:
        yield running


@contextmanager
def wires(folder: Path, bot: QtBot) -> Iterator[Wires]:
    with hardware(folder) as simulated, host_of(simulated, folder) as host:
        yield Wires(Control(simulated.ready["control"]), folder, bot, host)


@contextmanager
def site(folder: Path, bot: QtBot) -> Iterator[Site]:
    with wires(folder, bot) as wired, owner() as root:
        devices = open_devices(wired.url, lambda: NOON, root)
        built = Site(wired, devices)
        built.listen()
        try:
            yield built
        finally:
            devices.close()
