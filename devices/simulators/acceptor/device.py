"""The acceptor on its cable: carries bytes and time between the unit and the wire, and keeps what it holds."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

from devices.simulators.acceptor.model import Model, Times
from devices.simulators.acceptor.unit import AcceptorUnit
from devices.simulators.faults import FaultyWire
from devices.simulators.keep import Keep
from devices.simulators.pty_port import PtyPort


class AcceptorDevice:
    """Lives in a running event loop. What it holds is on the disk before the wire tells of it."""

    def __init__(
        self,
        model: Model,
        times: Times,
        keep: Keep,
        port: Path,
        wire: FaultyWire,
        changed: Callable[[], None],
    ) -> None:
        self._loop = asyncio.get_running_loop()
        self._keep = keep
        self._changed = changed
        self._timer: asyncio.TimerHandle | None = None
        self.wire = wire
        self.unit = AcceptorUnit(model, keep.contents, times, self._loop.time())
        self.port = PtyPort(port, self._receive)
        self.port.plug()
        self._turn()

    @property
    def why_dark(self) -> str | None:
        """Why the slot takes no note now; None: it is lit."""
        return self.unit.why_not()

    @property
    def cable(self) -> bool:
        return self.port.plugged

    def act(self, hand: Callable[[AcceptorUnit, float], None]) -> None:
        """Let a hand do something to the unit; what it may not do is raised as RefusedError."""
        hand(self.unit, self._loop.time())
        self._turn()

    def move_cable(self, *, plugged: bool) -> None:
        if plugged:
            self.port.plug()
        else:
            self.port.pull()
        self._changed()

    def close(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
        self.port.pull()

    def _receive(self, data: bytes) -> None:
        if not self.wire.hears():
            return
        replies = self.unit.receive(data, self._loop.time())
        self._turn()
        for piece in (piece for reply in replies for piece in self.wire.carry(reply)):
            if piece.late_s:
                self._loop.call_later(piece.late_s, self.port.write, piece.data)
            else:
                self.port.write(piece.data)

    def _turn(self) -> None:
        self.unit.advance(self._loop.time())
        self._keep.keep(self.unit.contents)
        if self._timer is not None:
            self._timer.cancel()
        due = self.unit.next_deadline()
        self._timer = self._loop.call_at(due, self._turn) if due is not None else None
        self._changed()
