"""Where the host's parts are chosen: settings in, devices out."""

from __future__ import annotations

from pathlib import Path

from devices.cash_acceptor.device import CashAcceptor
from devices.config import DevicesSettings
from devices.device import Device
from devices.printer.service import receipt_printer
from devices.transport import Port


def compose(settings: DevicesSettings, state: Path) -> dict[str, Device]:
    """Each configured device under its service's name. `state` is where they remember.

    Raises ValueError for settings that name something unknown, OSError where the state can't be kept.
    """
    state.mkdir(parents=True, exist_ok=True)
    devices: dict[str, Device] = {}
    if settings.cash_acceptor is not None:
        devices["cashacceptor"] = CashAcceptor(settings.cash_acceptor, state)
    if (printer := settings.printer) is not None:
        port = Port(printer.port, printer.baud_rate)
        devices["printer"] = receipt_printer(port, printer.profile, printer.font, state)
    return devices
