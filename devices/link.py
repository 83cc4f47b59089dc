"""The loop that every driver shares: carries bytes and time between a wire and its protocol; the link alone decides."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Generic, Protocol, TypeAlias, TypeVar

from devices.transport import LinkLostError, Port, Wire, open_wire

log = logging.getLogger(__name__)

BACK_OFF_FIRST_S = 0.25
BACK_OFF_MAX_S = 5.0
STEADY_S = 10.0  # a wire that lasted so long begins with the shortest wait again

E = TypeVar("E")
E_co = TypeVar("E_co", covariant=True)
OpenWire: TypeAlias = Callable[[Port, Callable[[], None]], Awaitable[Wire]]


class Link(Protocol[E_co]):
    """One device's protocol, pure: `now` is in seconds of a clock that only goes forward."""

    def opened(self, now: float) -> None: ...

    def lost(self, now: float) -> None: ...

    def bytes_to_send(self) -> bytes: ...

    def next_deadline(self) -> float | None:
        """When `expire` wants to be called next, wire or no wire."""

    def receive(self, data: bytes, now: float) -> None: ...

    def expire(self, now: float) -> None: ...

    def next_event(self) -> E_co | None: ...


class Driver(Generic[E]):
    """A link on its port: opened, lost, waited for, opened again by the same name."""

    def __init__(
        self,
        name: str,
        link: Link[E],
        port: Port,
        heard: Callable[[E], None],
        open_wire: OpenWire = open_wire,
    ) -> None:
        self._name = name
        self._link = link
        self._port = port
        self._heard = heard
        self._open_wire = open_wire
        self._stirred = asyncio.Event()

    def clock(self) -> float:
        """The time that the link lives by."""
        return asyncio.get_running_loop().time()

    def stir(self) -> None:
        """Something was asked of the link from outside: look at it now."""
        self._stirred.set()

    async def run(self) -> None:
        """Until cancelled."""
        wait_s, known_gone = BACK_OFF_FIRST_S, False
        while True:
            try:
                wire = await self._open_wire(self._port, self.stir)
            except LinkLostError as error:
                if not known_gone:
                    log.warning("%s is gone: %s", self._name, error)
                known_gone = True
            else:
                if known_gone:
                    log.warning("%s is back", self._name)
                lasted_s = await self._carry(wire)
                log.warning("%s is gone: %s", self._name, wire.lost)
                known_gone = True
                wait_s = BACK_OFF_FIRST_S if lasted_s >= STEADY_S else wait_s
            await self._wait(self.clock() + wait_s)
            wait_s = min(2 * wait_s, BACK_OFF_MAX_S)

    async def _carry(self, wire: Wire) -> float:
        """Between wire and link until the wire is gone; how many seconds it lasted."""
        began = self.clock()
        self._link.opened(began)
        try:
            while wire.lost is None:
                await self._turn(None, wire)
        finally:
            wire.close()
            self._link.lost(self.clock())
            self._drain()
        return self.clock() - began

    async def _wait(self, until: float) -> None:
        """Let the link's time go on without a wire."""
        while self.clock() < until:
            await self._turn(until, None)

    async def _turn(self, until: float | None, wire: Wire | None) -> None:
        self._drain()
        if wire is not None and (data := self._link.bytes_to_send()):
            wire.write(data)
        deadlines = [at for at in (until, self._link.next_deadline()) if at is not None]
        with suppress(TimeoutError):
            async with asyncio.timeout_at(min(deadlines, default=None)):
                await self._stirred.wait()
        self._stirred.clear()
        now = self.clock()
        if wire is not None and (came := wire.take()):
            self._link.receive(came, now)
        if (deadline := self._link.next_deadline()) is not None and deadline <= now:
            self._link.expire(now)
        self._drain()

    def _drain(self) -> None:
        while (event := self._link.next_event()) is not None:
            self._heard(event)
