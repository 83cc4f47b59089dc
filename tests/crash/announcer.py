"""The crash points of a process under test: each is told to the test, and the ordered one waits to be killed."""

from __future__ import annotations

import json
import os
import socket
import threading
from typing import Any


class Announcer:
    """Lines of JSON on one connection. An order is `NTH POINT`: one at the start, and more whenever the test wants.

    It is read at the next point, and counts from then on; `0 nowhere` orders nothing.
    """

    def __init__(self, name: str, address: str) -> None:
        host, _, port = address.rpartition(":")
        self._socket = socket.create_connection((host, int(port)))
        self._unread = b""
        self._one_at_a_time = threading.Lock()
        self._one_line = threading.Lock()
        self.say(name=name)
        self._nth, self._target = 0, ""
        self._aim(self._order(wait=True))

    def say(self, **what: Any) -> None:
        with self._one_line:
            self._socket.sendall(json.dumps(what).encode() + b"\n")

    def reached(self, point: str) -> None:
        """Tell it; if it is the ordered one, go no further until the test says so, if it ever does."""
        with self._one_at_a_time:
            while order := self._order(wait=False):
                self._aim(order)
            self.say(point=point)
            if point == self._target:
                self._nth -= 1
                if self._nth == 0:
                    self.say(stopped=point)
                    while self._order(wait=True) != "go":
                        continue

    def _aim(self, order: str) -> None:
        nth, _, self._target = order.partition(" ")
        self._nth = int(nth)

    def _order(self, *, wait: bool) -> str:
        """The next order; empty: none has come."""
        try:
            while b"\n" not in self._unread:
                received = self._socket.recv(4096, 0 if wait else socket.MSG_DONTWAIT)
                if not received:
                    os._exit(1)  # the test has gone, and nothing here shall outlive it
                self._unread += received
        except BlockingIOError:
            return ""
        line, _, self._unread = self._unread.partition(b"\n")
        return line.decode()
