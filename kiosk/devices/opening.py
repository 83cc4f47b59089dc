"""Puts the kiosk's devices together; everything lives in the thread that calls."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QObject

from kiosk.devices.cash import Cash
from kiosk.devices.printer import Printer
from kiosk.devices.service import ServiceLink


@dataclass(frozen=True, slots=True)
class Devices:
    cash: Cash
    printer: Printer
    _services: tuple[ServiceLink, ...]

    def close(self) -> None:
        """Hang up. What the host was told to do it still does; nobody hears of it here."""
        for service in self._services:
            service.close()


def open_devices(url: str, clock: Callable[[], datetime], parent: QObject | None = None) -> Devices:
    """Look for the device host's services from now on. `url` is its publisher's, whole; `clock` gives aware moments.

    Without a parent of this thread the collector may delete them in another one, which Qt does not survive.
    """
    cash_service = ServiceLink(url, "CashAcceptor", parent)
    printer_service = ServiceLink(url, "Printer", parent)
    devices = Devices(
        Cash(cash_service, clock, parent), Printer(printer_service, parent), (cash_service, printer_service)
    )
    for service in (cash_service, printer_service):
        service.start()
    return devices
