"""A receipt printer behind its service, on a wire of a few lines, with a client that keeps what it is told."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

from devices.common import serve_device
from devices.contract import Message, MessageType
from devices.link import OpenWire
from devices.printer.marker import SlotMarker
from devices.printer.profile import load_profile
from devices.printer.service import ReceiptPrinter
from devices.service import Service
from devices.transport import LinkLostError, Port
from tests.devices.printer.bench import FakePrinter
from tests.devices.printer.slips import FONT


class Socket:
    """A printer's network port: one client at a time, the next is refused."""

    def __init__(self) -> None:
        self.printer = FakePrinter(bytes_a_second=2000)
        self.plugged = True
        self.opened = 0
        self.wire: FakeWire | None = None

    async def open(self, _: Port, stir: Callable[[], None]) -> FakeWire:
        if not self.plugged or (self.wire is not None and self.wire.lost is None):
            raise LinkLostError("refused")
        self.opened += 1
        self.printer.replies.clear()
        self.wire = FakeWire(self.printer, stir)
        return self.wire

    def drop(self) -> None:
        """The far end closes the connection."""
        if self.wire is not None:
            self.wire.lose("closed by the far end")


class FakeWire:
    def __init__(self, printer: FakePrinter, stir: Callable[[], None]) -> None:
        self._printer = printer
        self._stir = stir
        self._came = b""
        self._loop = asyncio.get_running_loop()
        self.lost: str | None = None

    def write(self, data: bytes) -> None:
        if self.lost is None:
            self._printer.write(data, self._loop.time())
            self._pump()

    def take(self) -> bytes:
        came, self._came = self._came, b""
        return came

    def close(self) -> None:
        self.lost = self.lost or "closed"

    def lose(self, why: str) -> None:
        self.lost = self.lost or why
        self._stir()

    def _pump(self) -> None:
        if self.lost is not None:
            return
        now = self._loop.time()
        self._printer.work(now)
        self._printer.replies.sort()
        while self._printer.replies and self._printer.replies[0][0] <= now:
            self._came += self._printer.replies.pop(0)[1]
        if self._came:
            self._stir()
        due = [self._printer.next_work(), *(at for at, _ in self._printer.replies[:1])]
        if min(due) < float("inf"):
            self._loop.call_at(min(due), self._pump)


class Listener:
    """One client's connection."""

    address = "127.0.0.1:0"

    def __init__(self) -> None:
        self.gone = asyncio.Event()
        self.heard: list[Message] = []
        self._news = asyncio.Event()

    def say(self, message: Message) -> None:
        self.heard.append(message)
        self._news.set()

    async def hear(self, wanted: Callable[[Message], bool]) -> Message:
        while True:
            for message in self.heard:
                if wanted(message):
                    return message
            self._news.clear()
            await self._news.wait()


class Site:
    def __init__(
        self,
        socket: Socket,
        profile: str = "gb18030-58",
        opener: OpenWire | None = None,
        marker: Path | None = None,
    ) -> None:
        self.socket = socket
        port = Port("socket://printer")
        self.device = ReceiptPrinter(
            load_profile(profile), FONT, port, SlotMarker(marker), opener or socket.open
        )
        self.service: Service = serve_device(self.device, "printer")
        self.client = Listener()
        self.service.connected(self.client)
        self._last_id = 0

    def send(
        self, name: str, payload: dict[str, Any] | None = None, version: str = "2.0", timeout: int = 0
    ) -> int:
        self._last_id += 1
        header = {
            "type": "command",
            "name": name,
            "requestId": self._last_id,
            "version": version,
            "timeout": timeout,
        }
        message = Message.model_validate({"header": header, "payload": payload})
        self.service.receive(self.client, message.to_json())
        return self._last_id

    async def completion(self, request_id: int) -> Message:
        return await self.client.hear(
            lambda heard: (
                heard.header.type is MessageType.COMPLETION and heard.header.request_id == request_id
            )
        )

    async def ask(self, name: str, payload: dict[str, Any] | None = None, **header: Any) -> Message:
        return await self.completion(self.send(name, payload, **header))

    async def print(self, fields: dict[str, list[str]], **header: Any) -> Message:
        return await self.ask("Printer.PrintForm", slip_form(fields), version="3.0", **header)

    def events(self, name: str) -> list[dict[str, Any] | None]:
        return [heard.payload for heard in self.client.heard if heard.header.name == name]


def slip_form(fields: dict[str, list[str]]) -> dict[str, Any]:
    control = {"cut": True, "move": "eject"}
    return {"formName": "Slip", "mediaName": "Roll", "mediaControl": control, "fields": fields}


@asynccontextmanager
async def site(
    profile: str = "gb18030-58", socket: Socket | None = None, marker: Path | None = None
) -> AsyncIterator[Site]:
    here = Site(socket or Socket(), profile, marker=marker)
    tasks = [asyncio.create_task(here.device.run()), asyncio.create_task(here.service.run())]
    await asyncio.sleep(3.0)
    try:
        yield here
        assert not any(task.done() for task in tasks), "device and service live through whatever happens"
    finally:
        for task in tasks:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
