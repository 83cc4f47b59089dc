"""A serial cable as a pseudo-terminal behind a name that stays: pulled, the far end hangs up; plugged, it is new."""

from __future__ import annotations

import asyncio
import os
import pty
import tty
from collections.abc import Callable
from pathlib import Path

_READ_BYTES = 4096


class PtyPort:
    """The device's end. `receive` is called in the event loop with what the host wrote."""

    def __init__(self, name: Path, receive: Callable[[bytes], None]) -> None:
        self.name = name
        self._receive = receive
        self._ends: tuple[int, int] | None = None

    @property
    def plugged(self) -> bool:
        return self._ends is not None

    def plug(self) -> None:
        if self._ends is not None:
            return
        ours, hosts = pty.openpty()
        tty.setraw(hosts)
        os.set_blocking(ours, False)
        self._ends = (
            ours,
            hosts,
        )  # the host's end stays open here too, else it would hang up when a host closes it
        fresh = self.name.with_name(self.name.name + ".new")
        fresh.unlink(missing_ok=True)
        fresh.symlink_to(os.ttyname(hosts))
        fresh.replace(self.name)
        asyncio.get_running_loop().add_reader(ours, self._on_readable, ours)

    def pull(self) -> None:
        if self._ends is None:
            return
        ends, self._ends = self._ends, None
        asyncio.get_running_loop().remove_reader(ends[0])
        self.name.unlink(missing_ok=True)
        for end in ends:
            os.close(end)

    def write(self, data: bytes) -> None:
        """What a host does not read in time is lost, as on a line without flow control."""
        if self._ends is None:
            return
        try:
            os.write(self._ends[0], data)
        except BlockingIOError:
            return

    def hold_up(self, *, stopped: bool) -> None:
        """Flow control: take nothing more from the host, or go on."""
        if self._ends is None:
            return
        loop = asyncio.get_running_loop()
        if stopped:
            loop.remove_reader(self._ends[0])
        else:
            loop.add_reader(self._ends[0], self._on_readable, self._ends[0])

    def _on_readable(self, ours: int) -> None:
        self._receive(os.read(ours, _READ_BYTES))
