"""A client of the device host that knows only WebSocket, JSON and the message table."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import count
from typing import Any

from websockets.asyncio.client import ClientConnection, connect

from tests.devices.message_table import faults_in

ANSWER_S = 20.0

_VERSIONS = {"Printer.PrintForm": "3.0"}


class WireClient:
    """Every message that comes is held to the table, and kept in `log`."""

    def __init__(self, socket: ClientConnection) -> None:
        self.socket = socket
        self.log: list[dict[str, Any]] = []
        self._numbers = count(1)
        self._came = asyncio.Event()
        self._reading = asyncio.create_task(self._read())

    async def _read(self) -> None:
        async for text in self.socket:
            self.log.append(json.loads(text))
            self._came.set()

    async def send(
        self,
        name: str,
        payload: dict[str, Any] | None = None,
        *,
        timeout_ms: int | None = None,
        version: str | None = None,
        request_id: int | None = None,
    ) -> int:
        request_id = request_id or next(self._numbers)
        header: dict[str, Any] = {
            "type": "command",
            "name": name,
            "requestId": request_id,
            "version": version or _VERSIONS.get(name, "2.0"),
        }
        if timeout_ms is not None:
            header["timeout"] = timeout_ms
        await self.socket.send(json.dumps({"header": header} | ({"payload": payload} if payload else {})))
        return request_id

    async def until(
        self, kind: str, request_id: int | None = None, name: str | None = None
    ) -> dict[str, Any]:
        """The first message of that kind, of that request or name; what came already counts."""
        async with asyncio.timeout(ANSWER_S):
            while True:
                for message in self.log:
                    header = message["header"]
                    fits = request_id is None or header.get("requestId") == request_id
                    if header["type"] == kind and fits and name in (None, header["name"]):
                        return message
                self._came.clear()
                await self._came.wait()

    async def completion(self, request_id: int) -> dict[str, Any]:
        return await self.until("completion", request_id)

    async def ask(
        self, name: str, payload: dict[str, Any] | None = None, *, timeout_ms: int | None = None
    ) -> dict[str, Any]:
        """The completion of a command."""
        return await self.completion(await self.send(name, payload, timeout_ms=timeout_ms))

    def of(self, request_id: int) -> list[str]:
        """What came for a request, in order: `type` or, of an event, its name."""
        headers = [m["header"] for m in self.log if m["header"].get("requestId") == request_id]
        return [h["name"] if h["type"] == "event" else h["type"] for h in headers]

    def unsolicited(self, name: str) -> list[dict[str, Any]]:
        return [m for m in self.log if m["header"]["type"] == "unsolicited" and m["header"]["name"] == name]

    async def close(self) -> None:
        await self.socket.close()
        self._reading.cancel()


def code_of(completion: dict[str, Any]) -> str:
    """The completion code, or the error code behind it."""
    header = completion["header"]
    if header["completionCode"] == "commandErrorCode":
        return str(completion["payload"]["errorCode"])
    return str(header["completionCode"])


@asynccontextmanager
async def client_of(url: str) -> AsyncIterator[WireClient]:
    """Connected; at its end everything that came must have kept to the table."""
    client = WireClient(await connect(url, compression=None))
    try:
        yield client
    finally:
        await client.close()
    assert [fault for message in client.log for fault in faults_in(message)] == []
