"""One command that a client has sent, from its arrival to its completion."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeVar

from pydantic import ValidationError

from devices.contract import (
    EVENTS,
    CompletionCode,
    Header,
    Message,
    MessageType,
    Wire,
    payload_of,
)

T = TypeVar("T")
W = TypeVar("W", bound=Wire)


class CommandError(Exception):
    """How a handler ends a command without success. `error_code` goes with COMMAND_ERROR_CODE; `payload` beside it."""

    def __init__(
        self,
        code: CompletionCode,
        description: str | None = None,
        *,
        error_code: str | None = None,
        payload: Wire | None = None,
    ) -> None:
        super().__init__(description or error_code or code)
        self.code = code
        self.description = description
        self.error_code = error_code
        self.payload = payload


class StoppedError(CommandError):
    """The command is not wanted any more: cancelled, its client gone, or its time over."""


class Client(Protocol):
    """One connection. It says what it is given in order and never blocks."""

    gone: asyncio.Event
    address: str
    """How the client reached us, `host:port`."""

    def say(self, message: Message) -> None: ...


@dataclass(eq=False, slots=True)
class Call:
    """A handler's view of its command.

    Nothing breaks a handler off in the middle: it looks at its stop where it can still turn back, by `wait`,
    and goes on to the end where it can't. So a note that is already on its way is never forgotten.
    """

    client: Client
    message: Message
    _stop: asyncio.Future[CompletionCode] = field(init=False)

    def __post_init__(self) -> None:
        self._stop = asyncio.get_running_loop().create_future()

    @property
    def name(self) -> str:
        return self.message.header.name

    @property
    def request_id(self) -> int:
        request_id = self.message.header.request_id
        assert request_id is not None, "an accepted command has one"
        return request_id

    def read(self, shape: type[W]) -> W:
        """Its payload; one that does not fit ends the command with invalidData."""
        try:
            return self.message.read(shape)
        except ValidationError as error:
            wrong = error.errors(include_url=False, include_input=False)[0]
            place = ".".join(map(str, wrong["loc"]))
            raise CommandError(CompletionCode.INVALID_DATA, f"{place}: {wrong['msg']}") from None

    def tell(self, name: str, payload: Wire | None = None) -> None:
        """Send an event of this command, to its client alone."""
        header = Header(
            type=MessageType.EVENT, name=name, request_id=self.request_id, version=EVENTS[name].version
        )
        self.client.say(Message(header=header, payload=payload_of(payload)))

    def stop(self, why: CompletionCode) -> None:
        """Ask the command to end; the first reason counts."""
        if not self._stop.done():
            self._stop.set_result(why)

    @property
    def stopped(self) -> CompletionCode | None:
        return self._stop.result() if self._stop.done() else None

    def on_stop(self, then: Callable[[], None]) -> None:
        self._stop.add_done_callback(lambda _: then())

    async def wait(self, awaited: Awaitable[T]) -> T:
        """Await it, unless this command is to stop before it comes: then StoppedError, and it is cancelled."""
        task = asyncio.ensure_future(awaited)
        either: set[asyncio.Future[Any]] = {task, self._stop}
        await asyncio.wait(either, return_when=asyncio.FIRST_COMPLETED)
        if task.done():
            return task.result()
        task.cancel()
        raise StoppedError(self._stop.result())
