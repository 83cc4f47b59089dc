"""A small XFS4IoT client, for the technician's commands: one question a connection."""

from __future__ import annotations

import asyncio
from typing import TypeVar

from pydantic import ValidationError
from websockets.asyncio.client import connect
from websockets.exceptions import WebSocketException

from devices.contract import COMMANDS, CompletionCode, Header, Message, MessageType, Services, Wire

W = TypeVar("W", bound=Wire)
ANSWER_S = 5.0


class AskError(Exception):
    """The host does not answer, or says no."""


async def services_at(url: str) -> list[str]:
    """The addresses of the services that a publisher knows."""
    told = await ask(url, "ServicePublisher.GetServices", Services)
    return [service.service_uri for service in told.services or ()]


async def ask(url: str, name: str, shape: type[W]) -> W:
    """Send one command without payload and give back its completion's payload. Raises AskError."""
    try:
        async with asyncio.timeout(ANSWER_S):
            completion = await _ask(url, name)
    except (TimeoutError, OSError, WebSocketException, ValidationError) as error:
        raise AskError(f"{url}: {error or 'no answer'}") from error
    header = completion.header
    if header.completion_code is not CompletionCode.SUCCESS:
        raise AskError(f"{name}: {header.completion_code} {header.error_description or ''}".rstrip())
    return completion.read(shape)


async def _ask(url: str, name: str) -> Message:
    header = Header(type=MessageType.COMMAND, name=name, request_id=1, version=COMMANDS[name].version)
    async with connect(url, compression=None) as socket:
        await socket.send(Message(header=header).to_json())
        while True:
            message = Message.model_validate_json(await socket.recv())
            if message.header.type is MessageType.COMPLETION:
                return message
