"""The simulators' process: puts both devices, their cables and the control socket together and runs them."""

from __future__ import annotations

import asyncio
import json
import signal
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from devices.simulators.acceptor.device import AcceptorDevice
from devices.simulators.acceptor.model import Model as AcceptorModel
from devices.simulators.acceptor.model import Times
from devices.simulators.assets import font
from devices.simulators.control import Control
from devices.simulators.faults import FaultyWire, Kind
from devices.simulators.hardware import Hardware
from devices.simulators.keep import Keep
from devices.simulators.printer.device import PrinterDevice
from devices.simulators.printer.draw import Artist
from devices.simulators.printer.port import TcpPort
from devices.simulators.printer.tray import Tray
from devices.simulators.printer.unit import Model as PrinterModel
from devices.simulators.pty_port import PtyPort


@dataclass(frozen=True, slots=True)
class Settings:
    state: Path
    control: tuple[str, int] = ("127.0.0.1", 0)
    seed: int = 0
    acceptor: AcceptorModel = field(default_factory=AcceptorModel)
    times: Times = field(default_factory=Times)
    acceptor_faults: Mapping[Kind, float] = field(default_factory=dict)
    printer: PrinterModel = field(default_factory=PrinterModel)
    printer_port: int | None = 0
    """None: on a pseudo-terminal."""
    printer_idle_s: float = 0.0
    printer_faults: Mapping[Kind, float] = field(default_factory=dict)


async def simulate(settings: Settings) -> None:
    """Run until SIGINT or SIGTERM; one JSON line on stdout says where everything is when it is ready.

    Raises StateFolderError if the folder is in use or damaged, OSError if a port is taken.
    """
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    keep = Keep(settings.state)
    control = Control()
    acceptor = _acceptor(settings, keep, control)
    printer, printer_port = _printer(settings, control)
    address = await control.listen(Hardware(acceptor, printer), *settings.control)
    ready = {"control": address, "acceptor": str(acceptor.port.name), "printer": str(printer_port.name)}
    print(json.dumps(ready), flush=True)
    await stop.wait()
    await control.close()
    acceptor.close()
    printer_port.pull()
    keep.close()


def _acceptor(settings: Settings, keep: Keep, control: Control) -> AcceptorDevice:
    wire = FaultyWire(Random(settings.seed), settings.acceptor_faults)  # noqa: S311 (replayable faults)
    port = settings.state.resolve() / "acceptor"
    return AcceptorDevice(settings.acceptor, settings.times, keep, port, wire, control.changed)


def _printer(settings: Settings, control: Control) -> tuple[PrinterDevice, TcpPort | PtyPort]:
    faces = font("noto-sans-sc", "500Medium"), font("noto-sans-sc", "700Bold")
    tray = Tray(settings.state.resolve() / "slips", Artist(*faces, settings.printer.dots))
    wire = FaultyWire(Random(settings.seed + 1), settings.printer_faults)  # noqa: S311 (replayable faults)
    printer = PrinterDevice(settings.printer, tray, wire, control.changed)
    port: TcpPort | PtyPort
    if settings.printer_port is None:
        port = PtyPort(settings.state.resolve() / "printer", printer.receive)
    else:
        port = TcpPort(settings.printer_port, printer.receive, settings.printer_idle_s)
    printer.connect(port)
    return printer, port
