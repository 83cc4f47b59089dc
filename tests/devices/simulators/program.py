"""The real simulators in their own process, with a client of their control socket."""

from __future__ import annotations

import json
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import serial

from tests.devices.simulators.acceptor.ssp_host import frame, unframe

LIMIT_S = 20.0
State = dict[str, Any]


class Client:
    """One connection to the control socket."""

    def __init__(self, address: str) -> None:
        host, _, port = address.rpartition(":")
        self._socket = socket.create_connection((host, int(port)), timeout=LIMIT_S)
        self._lines = self._socket.makefile("rb")

    def send(self, line: bytes) -> State:
        self._socket.sendall(line + b"\n")
        return self.next()

    def do(self, do: str, **fields: object) -> State:
        return self.send(json.dumps({"do": do, **fields}).encode())

    def next(self) -> State:
        answer: State = json.loads(self._lines.readline())
        return answer

    def close(self) -> None:
        self._lines.close()
        self._socket.close()


class Running:
    def __init__(self, process: subprocess.Popen[str], ready: dict[str, str]) -> None:
        self.process = process
        self.ready = ready
        self.client = Client(ready["control"])

    def until(self, true_of: Callable[[State], bool]) -> State:
        """Watch until the state is so; fails after a while."""
        watcher = Client(self.ready["control"])
        try:
            state = watcher.do("watch")
            while not true_of(state):
                state = watcher.next()
        finally:
            watcher.close()
        return state

    def kill(self) -> None:
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(LIMIT_S)

    def printer(self) -> socket.socket:
        host, _, port = self.ready["printer"].removeprefix("socket://").rpartition(":")
        return socket.create_connection((host, int(port)), timeout=LIMIT_S)


def command(state: Path, *arguments: str) -> list[str]:
    return [sys.executable, "-m", "devices", "simulate", "--state", str(state), "--speed", "20", *arguments]


@contextmanager
def simulators(state: Path, *arguments: str) -> Iterator[Running]:
    with subprocess.Popen(command(state, *arguments), stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            running = Running(process, json.loads(process.stdout.readline()))
            yield running
            running.client.close()
        finally:
            if process.poll() is None:
                process.terminate()


class SerialHost:
    """A host on the acceptor's cable that repeats a packet until it is answered."""

    def __init__(self, port: str) -> None:
        self.line = serial.Serial(port, 9600, stopbits=serial.STOPBITS_TWO, timeout=0.3)
        self._bit = 0
        deadline = time.monotonic() + LIMIT_S
        while not self.exchange(frame(0x80, b"\x11")):
            assert time.monotonic() < deadline

    def ask(self, data: bytes) -> bytes:
        packet = frame(self._bit, data)
        self._bit ^= 0x80
        for _ in range(20):
            if reply := self.exchange(packet):
                return unframe(reply)[1]
        raise AssertionError("no answer")

    def exchange(self, packet: bytes) -> bytes:
        """The reply, or nothing if none came whole."""
        self.line.write(packet)
        reply = self.line.read(3)
        if len(reply) < 3:
            return b""
        reply += self.line.read(reply[2] + 2)
        return reply if len(reply) == reply[2] + 5 else b""

    def light(self) -> None:
        for setting in (b"\x06\x08", b"\x02\xff\xff", b"\x0a"):
            assert self.ask(setting) == b"\xf0"

    def close(self) -> None:
        self.line.close()


def is_lit(state: State) -> bool:
    return bool(state["acceptor"]["enabled"])


def place_is(place: str | None) -> Callable[[State], bool]:
    return lambda state: (state["acceptor"]["path"] or {}).get("place") == place
