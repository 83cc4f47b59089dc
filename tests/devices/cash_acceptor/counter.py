"""A cash acceptor's service with a simulated unit on its wire, in one process and on a jumping clock."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

from devices.cash_acceptor.device import CashAcceptor
from devices.common import serve_device
from devices.config import CashAcceptorSettings
from devices.simulators.acceptor.model import Model, Times
from devices.simulators.acceptor.note import Contents, Kind
from devices.simulators.acceptor.note import Note as PaperNote
from devices.simulators.acceptor.unit import AcceptorUnit
from devices.transport import LinkLostError, Port, Wire
from tests.devices.loopback import Loopback
from tests.devices.printer.virtual_time import run


class UnitWire:
    def __init__(self, unit: AcceptorUnit, stir: Callable[[], None]) -> None:
        self.lost: str | None = None
        self._unit = unit
        self._stir = stir
        self._came = b""

    def write(self, data: bytes) -> None:
        for reply in self._unit.receive(data, asyncio.get_running_loop().time()):
            asyncio.get_running_loop().call_later(0.002, self._bring, reply)

    def _bring(self, reply: bytes) -> None:
        self._came += reply
        self._stir()

    def take(self) -> bytes:
        came, self._came = self._came, b""
        return came

    def close(self) -> None:
        self.lost = self.lost or "closed"

    def cut(self) -> None:
        self.lost = "unplugged"
        self._stir()


class Counter:
    """Host and unit; the unit outlives the host."""

    def __init__(self, state: Path, model: Model | None = None) -> None:
        self._state = state
        self.unit = AcceptorUnit(model or Model(), Contents(), Times(), asyncio.get_running_loop().time())
        self.cable = True
        self.wire: UnitWire | None = None
        self._tasks: list[asyncio.Task[None]] = []
        self.start_host()

    def start_host(self) -> None:
        settings = CashAcceptorSettings(driver="itl_ssp", port="test")
        self.device = CashAcceptor(settings, self._state, self._open)
        self.service = serve_device(self.device, "cashacceptor")
        self._tasks = [asyncio.create_task(part) for part in (self.device.run(), self.service.run())]

    async def kill_host(self) -> None:
        """Nothing of it is tidied up."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _open(self, port: Port, stir: Callable[[], None]) -> Wire:
        if not self.cable:
            raise LinkLostError(port.address)
        self.wire = UnitWire(self.unit, stir)
        return self.wire

    def pull(self) -> None:
        self.cable = False
        assert self.wire is not None
        self.wire.cut()

    def plug(self) -> None:
        self.cable = True

    def insert(self, yuan: int, kind: Kind = Kind.GENUINE) -> None:
        self.unit.insert(PaperNote(yuan, kind), asyncio.get_running_loop().time())

    async def client(self) -> Loopback:
        """A client that has seen the acceptor online."""
        client = Loopback(self.service)
        await self.online(client)
        return client

    async def online(self, client: Loopback) -> None:
        async with asyncio.timeout(120):
            while (await client.ask("Common.Status"))["payload"]["common"]["device"] != "online":
                await asyncio.sleep(0.2)

    async def slot(self, client: Loopback) -> int:
        """An open slot: the number of the CashIn that waits for a note."""
        assert (await client.ask("CashAcceptor.CashInStart"))["header"]["completionCode"] == "success"
        cash_in = await client.send("CashAcceptor.CashIn")
        await client.until("event", cash_in, "CashAcceptor.InsertItemsEvent")
        return cash_in

    async def held(self, client: Loopback, yuan: int = 100, kind: Kind = Kind.GENUINE) -> dict[str, Any]:
        """A note in escrow: the completion of its CashIn."""
        cash_in = await self.slot(client)
        self.insert(yuan, kind)
        return await client.completion(cash_in)


def at_counter(
    state: Path, scene: Callable[[Counter], Coroutine[Any, Any, None]], model: Model | None = None
) -> None:
    """Play a scene, in no time."""

    async def play() -> None:
        counter = Counter(state, model)
        await scene(counter)
        await counter.kill_host()

    run(play())


async def status_of(client: Loopback) -> tuple[str, dict[str, int]]:
    """GetCashInStatus: its state and the notes it lists."""
    payload = (await client.ask("CashAcceptor.GetCashInStatus"))["payload"]
    notes = {key: n["fit"] for key, n in payload["noteNumberList"].items() if key != "unrecognized"}
    return payload["status"], notes


async def box_of(client: Loopback) -> dict[str, int]:
    """GetStorage: the notes in the box."""
    unit = (await client.ask("Storage.GetStorage"))["payload"]["storage"]["unit1"]
    deposited = unit["cash"]["status"]["in"]["deposited"]
    return {key: n["fit"] for key, n in deposited.items() if key != "unrecognized"}
