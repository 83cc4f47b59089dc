"""The thinnest HTTP client there is: bytes that were made ready before the clock runs, sent over one connection."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

import httpx


def request_bytes(request: httpx.Request) -> bytes:
    """A request as it goes over the wire."""
    lines = [f"{request.method} {request.url.raw_path.decode()} HTTP/1.1"]
    lines += [f"{name}: {value}" for name, value in request.headers.items()]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + request.content


class Line:
    """One connection, kept open; one request at a time."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection

    def ask(self, request: bytes) -> int:
        """Send a request and read its whole answer; gives its status."""
        self._connection.sendall(request)
        data = b""
        while b"\r\n\r\n" not in data:
            data += self._read()
        head, _, body = data.partition(b"\r\n\r\n")
        [length] = [
            int(line.partition(b":")[2])
            for line in head.split(b"\r\n")
            if line.lower().startswith(b"content-length:")
        ]
        missing = length - len(body)
        while missing > 0:
            missing -= len(self._read())
        return int(head.split(b" ", 2)[1])

    def _read(self) -> bytes:
        data = self._connection.recv(65_536)
        assert data, "the server hung up"
        return data


@contextmanager
def line_to(address: str) -> Iterator[Line]:
    parts = urlsplit(address)
    assert parts.hostname is not None
    assert parts.port is not None
    with socket.create_connection((parts.hostname, parts.port), timeout=30) as connection:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        yield Line(connection)
