"""Plays a script against written answers, without a wire."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, TypeAlias, TypeVar

from devices.contract import CompletionCode
from kiosk.devices.dialogue import Reply, Told
from kiosk.devices.script import Ask, CommandFailedError, LinkLostError, Script

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Failed:
    code: CompletionCode = CompletionCode.COMMAND_ERROR_CODE
    error: str | None = None
    payload: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Lost:
    """The connection goes before the answer."""


@dataclass(frozen=True, slots=True)
class Refusing:
    """A success with no items, after a refusal."""

    reason: str


Answer: TypeAlias = dict[str, Any] | Failed | Lost | Refusing


def reply_of(name: str, answer: dict[str, Any] | Failed | Refusing) -> Reply:
    match answer:
        case Failed(code, error, payload):
            return Reply(name, code, payload | ({"errorCode": error} if error else {}))
        case Refusing(reason):
            event = Told("CashAcceptor.InputRefuseEvent", {"reason": reason})
            return Reply(name, CompletionCode.SUCCESS, events=(event,))
        case _:
            return Reply(name, CompletionCode.SUCCESS, answer)


def resume(script: Script[T], command: Ask, answer: Answer) -> Ask:
    match answer:
        case Lost():
            return script.throw(LinkLostError(command.name))
        case Failed():
            return script.throw(CommandFailedError(reply_of(command.name, answer)))
        case _:
            return script.send(reply_of(command.name, answer))


def play(script: Script[T], *answers: tuple[str, Answer]) -> T:
    """Each command must be the one that an answer is written for; gives what the script returns."""
    left = list(answers)
    try:
        command = next(script)
        while True:
            assert left, f"nothing is written for {command.name}"
            name, answer = left.pop(0)
            assert command.name.endswith(f".{name}"), f"{command.name} came where {name} was due"
            command = resume(script, command, answer)
    except StopIteration as stop:
        assert not left, f"never asked: {left}"
        result: T = stop.value
        return result
