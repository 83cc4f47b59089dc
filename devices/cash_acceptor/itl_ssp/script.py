"""A dialogue as a generator: it yields what it waits for, and is sent what came. Pure."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from typing import TypeAlias, TypeVar

from devices.cash_acceptor.itl_ssp.codes import Answer, Command
from devices.cash_acceptor.itl_ssp.exchange import Reply

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Ask:
    packet: bytes


@dataclass(frozen=True, slots=True)
class Pause:
    """For so many seconds, or until an order comes; None: only until then."""

    seconds: float | None


Script: TypeAlias = Generator[Ask | Pause, Reply | None, T]


class SilentError(Exception):
    """The unit does not answer."""


class RestartedError(Exception):
    """The unit has begun anew and has forgotten what it was told."""


class UnusableError(Exception):
    """It answers, but can't be used: for the technician."""


def ask(command: Command, data: bytes = b"") -> Script[Reply]:
    """The link throws SilentError in here when no reply comes."""
    reply = yield Ask(bytes([command]) + data)
    assert reply is not None, "an Ask is resumed with its reply"
    return reply


def demand(command: Command, data: bytes = b"") -> Script[bytes]:
    """Data of a reply that has to be OK. Raises UnusableError."""
    reply = yield from ask(command, data)
    if reply.code != Answer.OK:
        raise UnusableError(f"{command.title} was answered {answer_title(reply.code)}")
    return reply.data


def pause(seconds: float | None = None) -> Script[None]:
    yield Pause(seconds)


def answer_title(code: int) -> str:
    try:
        return f"{code:02X} {Answer(code).title}"
    except ValueError:
        return f"{code:02X}"
