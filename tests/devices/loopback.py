"""Clients of a service in the same process: the same texts, without a socket between."""

from __future__ import annotations

import asyncio

from devices.contract import Message
from devices.service import Service
from tests.devices.wire_client import WireClient


class _Connection:
    """A `devices.call.Client`."""

    def __init__(self) -> None:
        self.gone = asyncio.Event()
        self.address = "kiosk.test:5846"
        self.heard: WireClient | None = None

    def say(self, message: Message) -> None:
        assert self.heard is not None
        self.heard.hear(message.to_json())


class Loopback(WireClient):
    """Connected from the beginning."""

    def __init__(self, service: Service) -> None:
        self.connection = _Connection()
        self.connection.heard = self
        self._service = service
        super().__init__(self._say)
        service.connected(self.connection)

    async def _say(self, text: str) -> None:
        self._service.receive(self.connection, text)

    def leave(self) -> None:
        self._service.disconnected(self.connection)
