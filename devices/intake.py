"""Tells a command that can be taken in from everything else a client may send. Pure."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias

from pydantic import ValidationError

from devices.contract import AcknowledgeStatus, Message, MessageType

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9]*\.[A-Za-z][A-Za-z0-9]*")


@dataclass(frozen=True, slots=True)
class Unanswerable:
    """Nothing in it says to what an answer would belong."""

    why: str


@dataclass(frozen=True, slots=True)
class Refused:
    """Acknowledged with this status; no completion follows."""

    name: str
    request_id: int
    version: str | None
    status: AcknowledgeStatus


Intake: TypeAlias = Message | Refused | Unanswerable


def take_in(text: str | bytes, is_pending: Callable[[int], bool]) -> Intake:
    """Judge a message by its form alone; names, versions and payloads are judged where they are known."""
    raw = _read(text)
    header = raw.get("header") if isinstance(raw, dict) else None
    if not isinstance(header, dict):
        return Unanswerable("no JSON object with a header")
    name, request_id, version = header.get("name"), header.get("requestId"), header.get("version")
    if not isinstance(name, str) or not _NAME.fullmatch(name):
        return Unanswerable("no name")
    if not isinstance(request_id, int) or isinstance(request_id, bool):
        return Unanswerable(f"no request id in {name}")

    def refused(status: AcknowledgeStatus) -> Refused:
        return Refused(name, request_id, version if isinstance(version, str) else None, status)

    if request_id < 1 or is_pending(request_id):
        return refused(AcknowledgeStatus.INVALID_REQUEST_ID)
    try:
        message = Message.model_validate(raw)
    except ValidationError:
        return refused(AcknowledgeStatus.INVALID_MESSAGE)
    if message.header.type is not MessageType.COMMAND:
        return refused(AcknowledgeStatus.INVALID_MESSAGE)
    return message


def _read(text: str | bytes) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None
