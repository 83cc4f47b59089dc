"""The printer on its cable: carries bytes and time between the unit and the wire, and catches slips."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Protocol

from devices.simulators.faults import FaultyWire
from devices.simulators.printer.tray import Tray
from devices.simulators.printer.unit import Model, PrinterUnit


class Port(Protocol):
    """A cable: a socket or a pseudo-terminal."""

    def plug(self) -> None: ...
    def pull(self) -> None: ...
    def write(self, data: bytes) -> None: ...
    def hold_up(self, *, stopped: bool) -> None: ...


class PrinterDevice:
    """Lives in a running event loop. A slip is in the tray before the printer says that it has printed it."""

    def __init__(self, model: Model, tray: Tray, wire: FaultyWire, changed: Callable[[], None]) -> None:
        self._loop = asyncio.get_running_loop()
        self._changed = changed
        self._timer: asyncio.TimerHandle | None = None
        self._port: Port | None = None
        self.tray = tray
        self.wire = wire
        self.cable = True
        self.unit = PrinterUnit(model, self._loop.time() - model.boot_s)  # switched on a while ago

    def connect(self, port: Port) -> None:
        """The cable it will be on for good; what arrives there has to be given to `receive`."""
        self._port = port
        self._turn()

    def receive(self, data: bytes) -> None:
        if self.wire.hears():
            self.unit.receive(data, self._loop.time())
            self._turn()

    def act(self, hand: Callable[[PrinterUnit, float], None]) -> None:
        """Let a hand do something to the unit; what it may not do is raised as RefusedError."""
        hand(self.unit, self._loop.time())
        self._turn()

    def move_cable(self, *, plugged: bool) -> None:
        self.cable = plugged
        self._turn()

    def _turn(self) -> None:
        now = self._loop.time()
        self.unit.advance(now)
        for slip in self.unit.take_slips():
            self.tray.catch(slip)
        self._answer()
        self._set_port(now)
        if self._timer is not None:
            self._timer.cancel()
        due = self.unit.next_deadline()
        self._timer = self._loop.call_at(due, self._turn) if due is not None else None
        self._changed()

    def _answer(self) -> None:
        for piece in (piece for reply in self.unit.take_replies() for piece in self.wire.carry(reply)):
            if piece.late_s:
                self._loop.call_later(piece.late_s, self._write, piece.data)
            else:
                self._write(piece.data)

    def _write(self, data: bytes) -> None:
        if self._port is not None:
            self._port.write(data)

    def _set_port(self, now: float) -> None:
        if self._port is None:
            return
        if self.cable and self.unit.up(now):
            self._port.plug()
            self._port.hold_up(stopped=self.unit.full)
        else:
            self._port.pull()
