"""What a device class gives to a service, and what it gets from it.

A new device class is a folder with a `Device` (for its hardware: a pure `devices.link.Link` in a `devices.link.Driver`)
and a case in `devices/app.py` that builds it from its settings.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol, TypeAlias

from devices.call import Call
from devices.contract import Capabilities, Status, Wire

Handler: TypeAlias = Callable[[Call], Awaitable[Wire | None]]
"""Does a command and gives the payload of its successful completion; every other end is a CommandError."""


@dataclass(frozen=True, slots=True)
class Offer:
    """One interface of a service, such as `Printer`. Names of commands and events are whole: `Printer.PrintForm`."""

    interface: str
    queued: Mapping[str, Handler] = field(default_factory=dict)
    """One at a time, in order of arrival, over all clients of the service."""
    at_once: Mapping[str, Handler] = field(default_factory=dict)
    """Answered past the queue."""
    events: tuple[str, ...] = ()


class Voice(Protocol):
    """How a device speaks to every client of its service."""

    def publish(self, name: str, payload: Wire | None = None) -> None:
        """Send an unsolicited event."""

    def status_changed(self) -> None:
        """Compare `Device.status` with what was last told, and tell what differs (Common.StatusChangedEvent)."""


class Device(Protocol):
    """One device behind one service. It exists, and answers, also while its hardware is away."""

    def offers(self) -> tuple[Offer, ...]:
        """Its interfaces without Common, which every service has."""

    def status(self) -> Status:
        """As of now, `common.device` included."""

    def capabilities(self) -> Capabilities:
        """Its blocks and `common`; the service adds `interfaces`."""

    def attach(self, voice: Voice) -> None:
        """Called once, before `run`."""

    async def run(self) -> None:
        """Drive the hardware until cancelled. What it raises is a fault of ours: it is logged, and run again."""
