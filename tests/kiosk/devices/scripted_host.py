"""A device host that says what a test has written: for all that a good host never does."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from websockets.exceptions import ConnectionClosed
from websockets.sync.server import ServerConnection, serve

Messages: TypeAlias = list[dict[str, Any]]
Behaviour: TypeAlias = Callable[[str, int], Messages | None]
"""Command's name and number to what is sent; None: the connection is cut."""


def completion(name: str, number: int, code: str = "success", **payload: Any) -> dict[str, Any]:
    header = {
        "type": "completion",
        "name": name,
        "requestId": number,
        "version": "2.0",
        "completionCode": code,
    }
    return {"header": header} | ({"payload": payload} if payload else {})


def capabilities(interface: str, *commands: str) -> dict[str, Any]:
    versions = {name: {"versions": ["2.0"]} for name in commands}
    return {"interfaces": [{"name": interface, "commands": versions}]}


@dataclass(slots=True)
class ScriptedHost:
    services: dict[str, Behaviour]
    """By path; the publisher's is `/xfs4iot/v1.0` with or without a slash."""
    port: int = 0
    asked: list[tuple[str, str]] = field(default_factory=list)
    """Path and command's name, in order."""
    connections: list[ServerConnection] = field(default_factory=list)

    def uri(self, name: str) -> str:
        return f"ws://127.0.0.1:{self.port}/xfs4iot/v1.0/{name}"

    def cut(self) -> None:
        """Every connection goes without a word."""
        for connection in self.connections:
            connection.socket.close()

    def tell(self, message: dict[str, Any]) -> None:
        """Say something unasked on every connection that is still there."""
        for connection in self.connections:
            with suppress(ConnectionClosed):
                connection.send(json.dumps(message))

    def talk(self, connection: ServerConnection) -> None:
        assert connection.request is not None
        path = connection.request.path
        behaviour = self.services.get(path)
        if behaviour is None:
            return
        self.connections.append(connection)
        with suppress(ConnectionClosed, OSError):
            for text in connection:
                header = json.loads(text)["header"]
                self.asked.append((path, header["name"]))
                answers = behaviour(header["name"], header["requestId"])
                if answers is None:
                    connection.socket.close()
                    return
                for answer in answers:
                    connection.send(json.dumps(answer))


@contextmanager
def scripted_host(services: dict[str, Behaviour], port: int = 0) -> Iterator[ScriptedHost]:
    host = ScriptedHost(services)
    with serve(host.talk, "127.0.0.1", port) as server:
        host.port = server.socket.getsockname()[1]
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield host
        finally:
            server.shutdown()
            thread.join(5)
