"""Keeps an eye on a device: whenever its service says that something has changed, it looks anew."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from kiosk.devices.dialogue import MisreadError, Told
from kiosk.devices.performer import Performer, Service
from kiosk.devices.script import CommandFailedError, LinkLostError, Script

S = TypeVar("S")

CHANGES = {"Common.StatusChangedEvent", "Printer.PaperThresholdEvent"}
STORAGE = "Storage."


class Watch(Generic[S]):
    """`look` asks for the state; `changed` hears of it each time. What an event holds is never put together with
    what is known: the whole is asked for again, so a lost event does no lasting harm.
    """

    def __init__(self, service: Service, look: Callable[[], Script[S]], changed: Callable[[S], None]) -> None:
        self._performer = Performer(service)
        self._look = look
        self._changed = changed
        self._is_stale = False

    def told(self, told: Told) -> None:
        if told.name in CHANGES or told.name.startswith(STORAGE):
            self.look_again()

    def look_again(self) -> None:
        if self._performer.is_busy:
            self._is_stale = True
        else:
            self._is_stale = False
            self._performer.perform(_lenient(self._look()), self._seen)

    def _seen(self, state: S | None) -> None:
        if state is not None:
            self._changed(state)
        if self._is_stale:
            self.look_again()


def _lenient(look: Script[S]) -> Script[S | None]:
    """A service that is lost is met again, and looked at then; one that can't say is as it was."""
    try:
        return (yield from look)
    except (CommandFailedError, LinkLostError, MisreadError):
        return None
