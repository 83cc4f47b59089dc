"""Performs one script at a time on a service."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from kiosk.devices.dialogue import Reply
from kiosk.devices.script import Ask, CommandFailedError, LinkLostError, Script, T


class Service(Protocol):
    """A service that may come and go; `then` is called once for each command, with None when it was lost."""

    @property
    def is_up(self) -> bool: ...

    def ask(self, command: Ask, then: Callable[[Reply | None], None]) -> int:
        """Say it, and give its number. While the service is away, `then` hears so a moment later."""

    def cancel(self, request_id: int) -> None:
        """Ask the service to end a command, which completes all the same."""


class Performer:
    def __init__(self, service: Service) -> None:
        self._service = service
        self._script: Script[Any] | None = None
        self._then: Callable[[Any], None] = lambda _: None
        self._pending: tuple[int, Ask] | None = None

    @property
    def is_busy(self) -> bool:
        return self._script is not None

    def pending(self) -> Ask | None:
        """What the script waits for."""
        return self._pending[1] if self._pending else None

    def cancel(self) -> None:
        """Ask for an early end of the pending command."""
        if self._pending is not None:
            self._service.cancel(self._pending[0])

    def perform(self, script: Script[T], then: Callable[[T], None]) -> None:
        """Run a script; `then` gets what it returns. A script lets no error of its commands through."""
        assert self._script is None, "one script at a time"
        self._script, self._then = script, then
        self._go_on(lambda: next(script))

    def _go_on(self, resume: Callable[[], Ask]) -> None:
        try:
            command = resume()
        except StopIteration as stop:
            self._script = None
            self._then(stop.value)
            return
        request_id = self._service.ask(command, lambda reply: self._answered(command, reply))
        self._pending = (request_id, command)

    def _answered(self, command: Ask, reply: Reply | None) -> None:
        script, self._pending = self._script, None
        assert script is not None, "only a running script has asked"
        if reply is None:
            self._go_on(lambda: script.throw(LinkLostError(command.name)))
        elif not reply.is_success:
            failed = CommandFailedError(reply)
            self._go_on(lambda: script.throw(failed))
        else:
            self._go_on(lambda: script.send(reply))
