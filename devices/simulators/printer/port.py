"""The printer's network socket: raw bytes on one port, one client at a time, as print servers have it."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable

_LOOPBACK = "127.0.0.1"


class _Client(asyncio.Protocol):
    def __init__(self, received: Callable[[bytes], None]) -> None:
        self._received = received
        self.gone = asyncio.Event()

    def data_received(self, data: bytes) -> None:
        self._received(data)

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002 (asyncio's name)
        self.gone.set()


class TcpPort:
    """Listens while it is plugged. A second client is let in only after the first has gone."""

    def __init__(self, number: int, receive: Callable[[bytes], None], idle_s: float = 0.0) -> None:
        """`idle_s`: drop a client that says nothing for so long; 0: never."""
        self._receive = receive
        self._idle_s = idle_s
        self._loop = asyncio.get_running_loop()
        self._claim = _bound(number)  # never listens: it keeps the number for us while the port is closed
        self.number: int = self._claim.getsockname()[1]
        self._serving: asyncio.Task[None] | None = None
        self._client: asyncio.Transport | None = None
        self._idle: asyncio.TimerHandle | None = None

    @property
    def name(self) -> str:
        return f"socket://{_LOOPBACK}:{self.number}"

    def plug(self) -> None:
        if self._serving is None:
            listening = _bound(self.number)
            listening.listen(1)
            listening.settimeout(0)
            self._serving = self._loop.create_task(self._serve(listening))

    def pull(self) -> None:
        """Hang up and listen no more: connections are refused."""
        if self._serving is not None:
            self._serving.cancel()
            self._serving = None
        self.hang_up()

    def hang_up(self) -> None:
        if self._client is not None:
            self._client.abort()
            self._client = None

    def write(self, data: bytes) -> None:
        if self._client is not None:
            self._client.write(data)

    def hold_up(self, *, stopped: bool) -> None:
        """Flow control: take nothing more from the client, or go on."""
        if self._client is None:
            return
        if stopped:
            self._client.pause_reading()
        else:
            self._client.resume_reading()

    def release(self) -> None:
        """Give the number back; the port is of no more use."""
        self.pull()
        self._claim.close()

    async def _serve(self, listening: socket.socket) -> None:
        with listening:
            while True:
                connection, _ = await self._loop.sock_accept(listening)
                await self._serve_one(connection)

    async def _serve_one(self, connection: socket.socket) -> None:
        client = _Client(self._received)
        self._client, _ = await self._loop.connect_accepted_socket(lambda: client, connection)
        self._watch_idling()
        await client.gone.wait()
        self._client = None

    def _received(self, data: bytes) -> None:
        self._watch_idling()
        self._receive(data)

    def _watch_idling(self) -> None:
        if self._idle is not None:
            self._idle.cancel()
        self._idle = self._loop.call_later(self._idle_s, self.hang_up) if self._idle_s else None


def _bound(number: int) -> socket.socket:
    bound = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    bound.bind((_LOOPBACK, number))
    return bound
