"""The messages a service writes by itself: acknowledge, completion, unsolicited event."""

from __future__ import annotations

from typing import Any

from devices.call import Call, CommandError
from devices.contract import (
    COMMANDS,
    EVENTS,
    AcknowledgeStatus,
    CompletionCode,
    Header,
    Message,
    MessageType,
    Wire,
    payload_of,
)


def acknowledge(
    name: str, request_id: int, version: str | None, status: AcknowledgeStatus | None = None
) -> Message:
    header = Header.model_construct(
        type=MessageType.ACKNOWLEDGE, name=name, request_id=request_id, version=version, status=status
    )
    return Message.model_construct(header=header)


def succeeded(call: Call, payload: Wire | None) -> Message:
    return _completion(call, CompletionCode.SUCCESS, None, payload_of(payload))


def failed(call: Call, error: CommandError) -> Message:
    payload = payload_of(error.payload) or {}
    if error.error_code is not None:
        payload["errorCode"] = error.error_code
    return _completion(call, error.code, error.description, payload or None)


def unsolicited(name: str, payload: dict[str, Any] | None, kind: MessageType) -> Message:
    return Message(header=Header(type=kind, name=name, version=EVENTS[name].version), payload=payload)


def _completion(
    call: Call, code: CompletionCode, description: str | None, payload: dict[str, Any] | None
) -> Message:
    known = COMMANDS.get(call.name)
    header = Header(
        type=MessageType.COMPLETION,
        name=call.name,
        request_id=call.request_id,
        version=known.completion_version if known else call.message.header.version,
        completion_code=code,
        error_description=description,
    )
    return Message(header=header, payload=payload)
