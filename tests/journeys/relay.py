"""A line between kiosk and hall that can be slow, or lose an answer that the hall has given."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from urllib.parse import urlsplit

CHUNK = 65536


class Relay:
    """Carries bytes both ways; what the hall answers waits for `delay_s`."""

    def __init__(self, hall_url: str) -> None:
        where = urlsplit(hall_url)
        assert where.hostname is not None
        assert where.port is not None
        self._hall = (where.hostname, where.port)
        self._server = socket.create_server(("127.0.0.1", 0))
        self._closing = threading.Event()
        self._lose_answer_to: bytes | None = None
        self.delay_s = 0.0
        self.lost = 0
        """How many answers were lost."""
        threading.Thread(target=self._accept, daemon=True).start()

    @property
    def url(self) -> str:
        return "http://{}:{}".format(*self._server.getsockname())

    def lose_answer_to(self, request: bytes) -> None:
        """The next request that begins like this reaches the hall, but its answer never arrives."""
        self._lose_answer_to = request

    def close(self) -> None:
        self._closing.set()
        self._server.close()

    def _accept(self) -> None:
        with suppress(OSError):  # closed
            while True:
                kiosk, _ = self._server.accept()
                threading.Thread(target=self._carry, args=(kiosk,), daemon=True).start()

    def _carry(self, kiosk: socket.socket) -> None:
        """One connection; it carries a request and its answer at a time."""
        with kiosk, suppress(OSError), socket.create_connection(self._hall) as hall:
            losing = threading.Event()
            threading.Thread(target=self._ask, args=(kiosk, hall, losing), daemon=True).start()
            while answer := hall.recv(CHUNK):
                if losing.is_set():
                    self.lost += 1
                    return
                self._closing.wait(self.delay_s)
                kiosk.sendall(answer)

    def _ask(self, kiosk: socket.socket, hall: socket.socket, losing: threading.Event) -> None:
        with suppress(OSError):
            while question := kiosk.recv(CHUNK):
                if self._lose_answer_to is not None and question.startswith(self._lose_answer_to):
                    self._lose_answer_to = None
                    losing.set()
                hall.sendall(question)
            hall.shutdown(socket.SHUT_WR)


@contextmanager
def relay_to(hall_url: str) -> Iterator[Relay]:
    relay = Relay(hall_url)
    try:
        yield relay
    finally:
        relay.close()
