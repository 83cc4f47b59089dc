"""One XFS4IoT connection's talk: numbers commands, and tells what belongs to which of them. Pure.

Releases differ: completion codes stand in the header or (2021) in the payload, unsolicited messages come as
`unsolicited` or as `event` without a request id. All of them are read.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, TypeAlias, TypeVar

from pydantic import ValidationError

from devices.contract import CompletionCode, Header, Message, MessageType, Wire

W = TypeVar("W", bound=Wire)


class MisreadError(Exception):
    """A payload does not have the shape that its name promises."""


def read_as(shape: type[W], name: str, payload: dict[str, Any]) -> W:
    """Raises MisreadError."""
    try:
        return shape.model_validate(payload)
    except ValidationError as error:
        wrong = error.errors(include_url=False, include_input=False)[0]
        raise MisreadError(f"{name}: {'.'.join(map(str, wrong['loc']))}: {wrong['msg']}") from error


@dataclass(frozen=True, slots=True)
class Told:
    """An event: of one command, or unsolicited."""

    name: str
    payload: dict[str, Any]

    def read(self, shape: type[W]) -> W:
        """Raises MisreadError."""
        return read_as(shape, self.name, self.payload)


@dataclass(frozen=True, slots=True)
class Reply:
    """How a command ended, and what it told on the way."""

    name: str
    code: CompletionCode
    payload: dict[str, Any] = field(default_factory=dict)
    description: str = ""
    events: tuple[Told, ...] = ()

    @property
    def is_success(self) -> bool:
        return self.code is CompletionCode.SUCCESS

    @property
    def error_code(self) -> str | None:
        error = self.payload.get("errorCode")
        return error if isinstance(error, str) else None

    def read(self, shape: type[W]) -> W:
        """Raises MisreadError."""
        return read_as(shape, self.name, self.payload)


@dataclass(frozen=True, slots=True)
class Ended:
    request_id: int
    reply: Reply


Heard: TypeAlias = Ended | Told


@dataclass(slots=True)
class _Pending:
    name: str
    events: list[Told] = field(default_factory=list)


class Dialogue:
    def __init__(self) -> None:
        self._last_id = 0
        self._pending: dict[int, _Pending] = {}

    def command(
        self, name: str, version: str, payload: dict[str, Any] | None, timeout_ms: int | None
    ) -> tuple[int, str]:
        """The number of a new command, and its message."""
        self._last_id += 1
        header = Header(
            type=MessageType.COMMAND,
            name=name,
            request_id=self._last_id,
            version=version,
            timeout=timeout_ms,
        )
        self._pending[self._last_id] = _Pending(name)
        return self._last_id, Message(header=header, payload=payload).to_json()

    def receive(self, text: str) -> Heard | None:
        """None where nobody waits for it: an acknowledgement, a repeat, a stranger's message, no message at all."""
        message = _read(text)
        if message is None:
            return None
        if message.header.is_unsolicited:
            return Told(message.header.name, message.payload or {})
        request_id = message.header.request_id
        pending = self._pending.get(request_id) if request_id else None
        if request_id is None or pending is None:
            return None
        match message.header.type:
            case MessageType.EVENT:
                pending.events.append(Told(message.header.name, message.payload or {}))
            case MessageType.ACKNOWLEDGE if message.header.name == pending.name:
                return self._refused(request_id, message)
            case MessageType.COMPLETION if message.header.name == pending.name:
                return self._completed(request_id, message)
        return None

    def _refused(self, request_id: int, message: Message) -> Ended | None:
        """An acknowledgement with a status is the end of the command: nothing else will come."""
        status = message.header.status
        if status is None:
            return None
        name = self._pending.pop(request_id).name
        return Ended(request_id, Reply(name, CompletionCode.INVALID_COMMAND, description=status))

    def _completed(self, request_id: int, message: Message) -> Ended:
        pending = self._pending.pop(request_id)
        header, payload = message.header, message.payload or {}
        code = header.completion_code or CompletionCode(payload.get("completionCode", ""))
        description = header.error_description or payload.get("errorDescription")
        return Ended(
            request_id, Reply(pending.name, code, payload, str(description or ""), tuple(pending.events))
        )


def _read(text: str) -> Message | None:
    try:
        raw = json.loads(text, parse_float=Decimal)
        return Message.model_validate(_without_old_status(raw))
    except (ValueError, RecursionError):
        return None


def _without_old_status(raw: Any) -> Any:
    """Before 2023 an acknowledgement that all is well said `ok`, and a refusal stood in the payload."""
    if not isinstance(raw, dict) or not isinstance(raw.get("header"), dict):
        return raw
    header, payload = raw["header"], raw.get("payload")
    if header.get("type") != MessageType.ACKNOWLEDGE:
        return raw
    old = payload.get("status") if isinstance(payload, dict) else None
    status = header.get("status") or old
    return {**raw, "header": {**header, "status": None if status == "ok" else status}}
