"""What has to be said to a service for one end, as a generator: commands go out of it, replies come in. Pure."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from typing import TypeAlias, TypeVar

from devices.contract import Wire
from kiosk.devices.dialogue import Reply

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Ask:
    """One command. `timeout_s` is told to the service; None: as long as it takes."""

    name: str
    payload: Wire | None = None
    timeout_s: float | None = 10.0
    grace_s: float = 3.0
    """So long after its time-out a service that says nothing counts as lost."""


class CommandFailedError(Exception):
    """The service answered, and it was not success."""

    def __init__(self, reply: Reply) -> None:
        super().__init__(f"{reply.name}: {reply.error_code or reply.code} {reply.description}".strip())
        self.reply = reply


class LinkLostError(Exception):
    """The service went before it answered: nobody knows what it did."""


Script: TypeAlias = Generator[Ask, Reply, T]
