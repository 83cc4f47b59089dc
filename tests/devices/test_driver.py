"""The common driver loop, and the wires under it: what goes away comes back, quietly."""

from __future__ import annotations

import asyncio
import os
import pty
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from devices.link import BACK_OFF_MAX_S, Driver
from devices.transport import LinkLostError, Port, Wire, open_wire
from tests.devices.printer.virtual_time import run

PORT = Port("test")


class Echo:
    """A `Link` that says hello, and tells what it hears."""

    def __init__(self) -> None:
        self.out = b""
        self.told: list[str] = []
        self.deadline: float | None = None

    def opened(self, now: float) -> None:
        self.out = b"hello"
        self.told.append("opened")

    def lost(self, now: float) -> None:
        self.told.append("lost")

    def bytes_to_send(self) -> bytes:
        out, self.out = self.out, b""
        return out

    def next_deadline(self) -> float | None:
        return self.deadline

    def receive(self, data: bytes, now: float) -> None:
        self.told.append(data.decode())

    def expire(self, now: float) -> None:
        self.told.append("expired")
        self.deadline = None

    def next_event(self) -> str | None:
        return self.told.pop(0) if self.told else None


class FakeWire:
    def __init__(self, stir: Callable[[], None]) -> None:
        self.lost: str | None = None
        self.written = b""
        self._came = b""
        self._stir = stir

    def write(self, data: bytes) -> None:
        self.written += data

    def take(self) -> bytes:
        came, self._came = self._came, b""
        return came

    def close(self) -> None:
        self.lost = self.lost or "closed"

    def bring(self, data: bytes) -> None:
        self._came += data
        self._stir()

    def break_(self) -> None:
        self.lost = "unplugged"
        self._stir()


class Socket:
    """Where wires are plugged in."""

    def __init__(self) -> None:
        self.there = True
        self.tried_at: list[float] = []
        self.wires: list[FakeWire] = []

    async def open(self, port: Port, stir: Callable[[], None]) -> Wire:
        self.tried_at.append(asyncio.get_running_loop().time())
        if not self.there:
            raise LinkLostError(port.address)
        self.wires.append(FakeWire(stir))
        return self.wires[-1]


def test_bytes_and_time_are_carried_and_events_told() -> None:
    async def play() -> None:
        heard: list[str] = []
        link, socket = Echo(), Socket()
        driving = asyncio.create_task(Driver("echo", link, PORT, heard.append, socket.open).run())
        await asyncio.sleep(1)
        assert socket.wires[0].written == b"hello"
        link.deadline = asyncio.get_running_loop().time() + 5
        socket.wires[0].bring(b"there")
        await asyncio.sleep(10)
        assert heard == ["opened", "there", "expired"]
        driving.cancel()

    run(play())


def test_f22_a_wire_that_is_away_is_tried_again_ever_later_and_found_again() -> None:
    async def play() -> None:
        heard: list[str] = []
        socket = Socket()
        driving = asyncio.create_task(Driver("echo", Echo(), PORT, heard.append, socket.open).run())
        await asyncio.sleep(60)
        socket.there = False
        socket.wires[0].break_()
        await asyncio.sleep(30)
        tries = [
            later - sooner for sooner, later in zip(socket.tried_at[1:], socket.tried_at[2:], strict=False)
        ]
        assert tries == sorted(tries)
        assert 4 <= len(tries) <= 12
        socket.there = True
        await asyncio.sleep(BACK_OFF_MAX_S + 1)
        assert heard == ["opened", "lost", "opened"]
        driving.cancel()

    run(play())


def test_f22_a_far_end_that_closes_is_a_lost_wire_and_costs_no_processor(tmp_path: Path) -> None:
    """A device file whose far end has gone stays readable, and gives nothing."""

    async def play() -> None:
        near, far = pty.openpty()
        name = tmp_path / "acceptor"
        name.symlink_to(os.ttyname(far))
        os.close(far)
        heard: list[str] = []
        driver = Driver("echo", Echo(), Port(str(name), 9600, 2), heard.append)
        driving = asyncio.create_task(driver.run())
        async with asyncio.timeout(30):
            while not heard:
                await asyncio.sleep(0.01)
            assert os.read(near, 100) == b"hello"
            os.close(near)
            while "lost" not in heard:
                await asyncio.sleep(0.01)
        name.unlink()
        busy, began = time.process_time(), time.monotonic()
        await asyncio.sleep(1.5)
        assert time.process_time() - busy < 0.05 * (time.monotonic() - began)
        near, far = pty.openpty()
        name.symlink_to(os.ttyname(far))
        async with asyncio.timeout(30):
            while heard[-1] != "opened":
                await asyncio.sleep(0.01)
        driving.cancel()
        os.close(near)
        os.close(far)

    asyncio.run(play())


@pytest.mark.parametrize("address", ["/dev/no-such-device", "socket://127.0.0.1:1", "socket://nowhere"])
def test_a_port_that_is_not_there_is_a_lost_link(address: str) -> None:
    async def play() -> None:
        with pytest.raises(LinkLostError):
            await open_wire(Port(address), lambda: None)

    asyncio.run(play())
