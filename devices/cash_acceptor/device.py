"""A cash acceptor as a `devices.device.Device`, put together from its parts."""

from __future__ import annotations

import asyncio
from pathlib import Path

from devices.cash_acceptor.acceptor import Acceptor
from devices.cash_acceptor.events import Event
from devices.cash_acceptor.itl_ssp.link import SspLink
from devices.cash_acceptor.memory import open_memory
from devices.cash_acceptor.transaction import Transactions
from devices.config import CashAcceptorSettings
from devices.contract import Capabilities, Status
from devices.device import Offer, Voice
from devices.link import Driver, OpenWire
from devices.transport import Port, open_wire

STOP_BITS = 2  # GA138, hardware layer


class CashAcceptor:
    """A `Device`. `state` is the folder that its memory lives in."""

    def __init__(self, settings: CashAcceptorSettings, state: Path, opener: OpenWire = open_wire) -> None:
        memory, till = open_memory(state / "cash_acceptor.sqlite")
        link = SspLink(box_out=till.box_out)
        port = Port(settings.port, settings.baud_rate, STOP_BITS)
        self._driver: Driver[Event] = Driver("cash acceptor", link, port, self._heard, opener)
        self._acceptor = Acceptor(settings, link, memory, till, self._driver.clock, self._driver.stir)
        self._transactions = Transactions(self._acceptor)

    def offers(self) -> tuple[Offer, ...]:
        return self._transactions.offers()

    def status(self) -> Status:
        return self._acceptor.status()

    def capabilities(self) -> Capabilities:
        return self._acceptor.capabilities()

    def attach(self, voice: Voice) -> None:
        self._acceptor.attach(voice)

    def _heard(self, event: Event) -> None:
        self._acceptor.heard(event)

    async def run(self) -> None:
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._driver.run())
            tasks.create_task(self._transactions.watch_owner())
