"""The control socket: requests in, answers and watched states out, each a line of JSON."""

from __future__ import annotations

import asyncio
import json
from typing import Any

from devices.simulators.hardware import Hardware
from devices.simulators.refusal import RefusedError
from devices.simulators.requests import BadRequestError, GetState, Watch, parse

LINE_BYTES_MAX = 65_536


class Control:
    def __init__(self) -> None:
        self._hardware: Hardware | None = None
        self._server: asyncio.Server | None = None
        self._clients: dict[asyncio.StreamWriter, asyncio.Task[None]] = {}
        self._watchers: set[asyncio.StreamWriter] = set()
        self._told: dict[str, Any] | None = None

    async def listen(self, hardware: Hardware, host: str, port: int) -> str:
        """Where it listens, as `host:port`."""
        self._hardware = hardware
        self._server = await asyncio.start_server(self._connected, host, port, limit=LINE_BYTES_MAX)
        return "{}:{}".format(*self._server.sockets[0].getsockname()[:2])

    async def close(self) -> None:
        if self._server is not None:
            self._server.close()
        for writer in self._clients:
            writer.close()
        await asyncio.gather(*self._clients.values())

    def changed(self) -> None:
        """Something may have changed: tell those who watch, if it has."""
        if self._hardware is None or not self._watchers:
            return
        state = self._hardware.state()
        if state != self._told:
            self._told = state
            for writer in self._watchers:
                _send(writer, {"ok": True, **state})

    def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._clients[writer] = asyncio.get_running_loop().create_task(self._serve(reader, writer))

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while line := await reader.readline():
                _send(writer, self._answer(line, writer))
                await writer.drain()
        except (ConnectionError, ValueError):
            return  # the client has gone, or sends a line without end
        finally:
            self._watchers.discard(writer)
            self._clients.pop(writer, None)
            writer.close()

    def _answer(self, line: bytes, writer: asyncio.StreamWriter) -> dict[str, Any]:
        assert self._hardware is not None
        try:
            request = parse(line)
            self._hardware.do(request)
        except BadRequestError as error:
            return {"ok": False, "error": str(error), "reason": "bad-request"}
        except RefusedError as error:
            return {"ok": False, "error": str(error), "reason": error.reason}
        match request:
            case Watch():
                self._watchers.add(writer)
                self._told = self._hardware.state()
                return {"ok": True, **self._told}
            case GetState():
                return {"ok": True, **self._hardware.state()}
            case _:
                return {"ok": True}


def _send(writer: asyncio.StreamWriter, message: dict[str, Any]) -> None:
    writer.write(json.dumps(message, ensure_ascii=False).encode() + b"\n")
