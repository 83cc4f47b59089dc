"""What happens in the processes under test and at the simulated hardware, as one stream that a test waits on."""

from __future__ import annotations

import json
import queue
import socket
import threading
import time
from typing import Any, TextIO


class NothingHappensError(AssertionError):
    """What was waited for did not come in time."""


class Wires:
    """Listens for processes that announce their points, and watches the hardware; each line is one happening."""

    def __init__(self) -> None:
        self._happenings: queue.SimpleQueue[tuple[str, socket.socket, dict[str, Any]]] = queue.SimpleQueue()
        self._clients: dict[str, socket.socket] = {}
        self._targets: dict[str, str] = {}
        self.known: dict[str, dict[str, Any]] = {}
        """What each process has told so far, the newest of each kind."""
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.address = "127.0.0.1:" + str(self._listener.getsockname()[1])
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        self._listener.close()
        for client in self._clients.values():
            client.close()

    # --- orders ---

    def stop_next_at(self, name: str, point: str, nth: int) -> None:
        """The next process of that name starts with this order."""
        self._targets[name] = f"{nth} {point}"

    def stop_at(self, name: str, point: str, nth: int) -> None:
        self._clients[name].sendall(f"{nth} {point}\n".encode())

    def go_on(self, name: str) -> None:
        self._clients[name].sendall(b"go\n")

    def watch(self, control: str) -> None:
        """Hear of every change at the hardware, under the name `hardware`."""
        host, _, port = control.rpartition(":")
        wire = self._clients["hardware"] = socket.create_connection((host, int(port)))
        wire.sendall(b'{"do":"watch"}\n')
        threading.Thread(target=self._carry, args=("hardware", wire), daemon=True).start()

    # --- what comes ---

    def next(self, deadline: float) -> tuple[str, dict[str, Any]]:
        """The next happening; raises NothingHappensError."""
        while True:
            try:
                name, client, told = self._happenings.get(timeout=max(0.0, deadline - time.monotonic()))
            except queue.Empty:
                raise NothingHappensError from None
            if client is self._clients.get(name):
                self.known.setdefault(name, {}).update(told)
                return name, told

    def forget(self, name: str) -> None:
        """It is dead: what it said last is heard no more."""
        self.known.pop(name, None)
        client = self._clients.pop(name, None)
        if client is not None:
            client.close()

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._meet, args=(client,), daemon=True).start()

    def _meet(self, client: socket.socket) -> None:
        lines = client.makefile("r", encoding="utf-8")
        name: str = json.loads(lines.readline())["name"]
        self._clients[name] = client
        client.sendall(self._targets.pop(name, "0 nowhere").encode() + b"\n")
        self._put_lines(name, client, lines)

    def _carry(self, name: str, wire: socket.socket) -> None:
        self._put_lines(name, wire, wire.makefile("r", encoding="utf-8"))

    def _put_lines(self, name: str, client: socket.socket, lines: TextIO) -> None:
        try:
            for line in lines:
                self._happenings.put((name, client, json.loads(line)))
        except (OSError, ValueError):
            return  # it was killed in the middle of a line
