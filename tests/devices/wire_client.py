"""A client of the device host that knows only WebSocket, JSON and the message table."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from itertools import count
from typing import Any

from websockets.asyncio.client import connect

from tests.devices.message_table import faults_in

ANSWER_S = 20.0

_VERSIONS = {"Printer.PrintForm": "3.0"}


class WireClient:
    """Keeps every message that comes in `log`."""

    def __init__(self, say: Callable[[str], Awaitable[None]]) -> None:
        self.say_text = say
        self.log: list[dict[str, Any]] = []
        self._numbers = count(1)
        self._came = asyncio.Event()

    def hear(self, text: str | bytes) -> None:
        self.log.append(json.loads(text))
        self._came.set()

    async def send(
        self,
        name: str,
        payload: dict[str, Any] | None = None,
        *,
        timeout_ms: int | None = None,
        request_id: int | None = None,
        **header: Any,
    ) -> int:
        request_id = next(self._numbers) if request_id is None else request_id
        fields: dict[str, Any] = {
            "type": "command",
            "name": name,
            "requestId": request_id,
            "version": _VERSIONS.get(name, "2.0"),
        }
        if timeout_ms is not None:
            fields["timeout"] = timeout_ms
        message: dict[str, Any] = {"header": fields | header}
        await self.say_text(json.dumps(message if payload is None else message | {"payload": payload}))
        return request_id

    async def until(
        self, kind: str, request_id: int | None = None, name: str | None = None, *, within_s: float = ANSWER_S
    ) -> dict[str, Any]:
        """The first message of that kind, of that request or name; what came already counts."""
        async with asyncio.timeout(within_s):
            while True:
                for message in self.log:
                    header = message["header"]
                    fits = request_id is None or header.get("requestId") == request_id
                    if header["type"] == kind and fits and name in (None, header["name"]):
                        return message
                self._came.clear()
                await self._came.wait()

    async def completion(self, request_id: int, *, within_s: float = ANSWER_S) -> dict[str, Any]:
        return await self.until("completion", request_id, within_s=within_s)

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
        """The payloads of these."""
        return [
            message["payload"]
            for message in self.log
            if message["header"]["type"] == "unsolicited" and message["header"]["name"] == name
        ]

    def check(self) -> None:
        """Everything that came has kept to the table."""
        assert [fault for message in self.log for fault in faults_in(message)] == []


def code_of(completion: dict[str, Any]) -> str:
    """The completion code, or the error code behind it."""
    header = completion["header"]
    if header["completionCode"] == "commandErrorCode":
        return str(completion["payload"]["errorCode"])
    return str(header["completionCode"])


@asynccontextmanager
async def client_of(url: str) -> AsyncIterator[WireClient]:
    """Connected by WebSocket; checked at the end."""
    async with connect(url, compression=None, max_size=None) as socket:
        client = WireClient(socket.send)

        async def read() -> None:
            async for text in socket:
                client.hear(text)

        reading = asyncio.create_task(read())
        try:
            yield client
        finally:
            reading.cancel()
    client.check()
