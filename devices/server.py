"""The WebSocket edge: one connection a service and client, one text message a command (CWA 17852, transport)."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from contextlib import suppress
from http import HTTPStatus

from websockets.asyncio.server import Server, ServerConnection, serve
from websockets.exceptions import ConnectionClosed
from websockets.http11 import Request, Response

from devices.contract import PATH, PORTS, Message
from devices.publisher import publisher_of
from devices.service import Service

log = logging.getLogger(__name__)

MESSAGE_MAX = 2 * 1024 * 1024
UNSAID_MAX = 1000
"""Messages that a client may leave unread; one that never reads is cut off, not kept in memory."""


class Connection:
    """A `Client`: what is said to it goes out in order by a task of its own."""

    def __init__(self, socket: ServerConnection) -> None:
        self.gone = asyncio.Event()
        self.address = _host_of(socket)
        self._socket = socket
        self._unsaid: asyncio.Queue[Message] = asyncio.Queue(UNSAID_MAX)

    def say(self, message: Message) -> None:
        try:
            self._unsaid.put_nowait(message)
        except asyncio.QueueFull:
            log.warning("%s does not read what it is sent: cut off", self._socket.remote_address)
            self._socket.transport.abort()

    async def send(self) -> None:
        """Until the connection closes."""
        with suppress(ConnectionClosed):
            while True:
                await self._socket.send((await self._unsaid.get()).to_json())


class Publisher:
    """Listens, and leads each connection to its service by the path."""

    def __init__(self, services: Sequence[Service]) -> None:
        self._by_path = {f"{PATH}/{service.name}".lower(): service for service in services}
        self._by_path[PATH.lower()] = publisher_of(services)

    async def listen(self, address: str, port: int | None) -> Server:
        """On the given port, or on the first free one of the standard's sequence that needs no privilege. Raises OSError."""
        for candidate in PORTS[2:] if port is None else (port,):
            try:
                return await serve(
                    self._serve,
                    address,
                    candidate,
                    process_request=self._refuse_strangers,
                    max_size=MESSAGE_MAX,
                    compression=None,
                )
            except OSError:
                if port is not None or candidate == PORTS[-1]:
                    raise
        raise AssertionError("the last port was tried")

    def _service_at(self, path: str) -> Service | None:
        return self._by_path.get(path.split("?")[0].rstrip("/").lower())

    def _refuse_strangers(self, socket: ServerConnection, request: Request) -> Response | None:
        if request.headers.get("Upgrade", "").lower() != "websocket":
            return socket.respond(HTTPStatus.BAD_REQUEST, "XFS4IoT speaks WebSocket here\n")
        if self._service_at(request.path) is None:
            return socket.respond(HTTPStatus.NOT_FOUND, "no such service\n")
        return None

    async def _serve(self, socket: ServerConnection) -> None:
        assert socket.request is not None, "the handshake is done"
        service = self._service_at(socket.request.path)
        assert service is not None, "strangers were refused in the handshake"
        client = Connection(socket)
        service.connected(client)
        sending = asyncio.create_task(client.send())
        try:
            async for text in socket:
                service.receive(client, text)
        except ConnectionClosed as closed:
            log.info("%s: %s left: %s", service.name, socket.remote_address, closed)
        finally:
            service.disconnected(client)
            sending.cancel()


def _host_of(socket: ServerConnection) -> str:
    host = socket.request.headers.get("Host") if socket.request else None
    address, port = socket.local_address[:2]
    return host or f"{address}:{port}"
