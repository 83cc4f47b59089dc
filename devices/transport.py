"""Wires to devices: serial lines, pseudo-terminals and TCP. Bytes in, bytes out; nothing here knows a protocol.

A wire that is gone says so once. A device file that stays readable but gives nothing, as an unplugged USB adapter's
does, is a wire that is gone.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, cast
from urllib.parse import urlsplit

import serial

CONNECT_S = 5.0


class LinkLostError(Exception):
    """There is no wire, or it has gone. For the service: the device cannot be reached."""


@dataclass(frozen=True, slots=True)
class Port:
    """Where a device is, and how its line is set."""

    address: str
    """A device file by its stable name (`/dev/serial/by-path/…`), or `socket://host:port`."""
    baud_rate: int = 9600
    stop_bits: int = 1


class Wire(Protocol):
    @property
    def lost(self) -> str | None:
        """Why it is gone; None while it is there."""

    def write(self, data: bytes) -> None:
        """Send, in order, without waiting."""

    def take(self) -> bytes:
        """What has come since it was last asked."""

    def close(self) -> None: ...


async def open_wire(port: Port, stir: Callable[[], None]) -> Wire:
    """Open the port; `stir` is called whenever something came or the wire has gone. Raises LinkLostError."""
    try:
        if port.address.startswith("socket://"):
            return await _open_tcp(port.address, stir)
        return await _open_serial(port, stir)
    except (OSError, ValueError, serial.SerialException) as error:
        raise LinkLostError(f"{port.address}: {error}") from error


class _Line(asyncio.Protocol):
    """One direction-less line over asyncio's transports; serial lines have a transport for each direction."""

    def __init__(self, stir: Callable[[], None]) -> None:
        self._stir = stir
        self._came = bytearray()
        self.lost: str | None = None
        self._writer: asyncio.WriteTransport | None = None
        self._open: list[asyncio.BaseTransport] = []

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._open.append(transport)
        if hasattr(transport, "write"):
            self._writer = cast(asyncio.WriteTransport, transport)

    def data_received(self, data: bytes) -> None:
        self._came += data
        self._stir()

    def connection_lost(self, exc: Exception | None) -> None:
        if self.lost is None:
            self.lost = str(exc or "closed by the far end")
            self._stir()

    def write(self, data: bytes) -> None:
        if self._writer is not None and self.lost is None:
            self._writer.write(data)

    def take(self) -> bytes:
        came, self._came = bytes(self._came), bytearray()
        return came

    def close(self) -> None:
        self.lost = self.lost or "closed"
        for transport in self._open:
            if isinstance(transport, asyncio.WriteTransport):
                transport.abort()
            else:
                transport.close()


async def _open_tcp(address: str, stir: Callable[[], None]) -> Wire:
    target = urlsplit(address)
    if target.hostname is None or target.port is None:
        raise ValueError("an address is socket://host:port")
    loop = asyncio.get_running_loop()
    async with asyncio.timeout(CONNECT_S):
        _, line = await loop.create_connection(lambda: _Line(stir), target.hostname, target.port)
    return line


async def _open_serial(port: Port, stir: Callable[[], None]) -> Wire:
    opened = serial.Serial(
        port.address, port.baud_rate, stopbits=port.stop_bits, timeout=0, write_timeout=0, exclusive=True
    )
    with opened:
        reading = os.fdopen(os.dup(opened.fileno()), "rb", buffering=0)
        writing = os.fdopen(os.dup(opened.fileno()), "wb", buffering=0)
    line = _Line(stir)
    loop = asyncio.get_running_loop()
    await loop.connect_read_pipe(lambda: line, reading)
    await loop.connect_write_pipe(lambda: line, writing)
    return line
