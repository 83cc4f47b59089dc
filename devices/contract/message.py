"""One XFS4IoT message: a header and, where it has one, a payload."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any, TypeVar

from pydantic import Field

from devices.contract.wire import Wire


class MessageType(StrEnum):
    COMMAND = "command"
    ACKNOWLEDGE = "acknowledge"
    EVENT = "event"
    COMPLETION = "completion"
    UNSOLICITED = "unsolicited"


class CompletionCode(StrEnum):
    SUCCESS = "success"
    COMMAND_ERROR_CODE = "commandErrorCode"
    """`errorCode` of the payload has it."""
    CANCELED = "canceled"
    TIME_OUT = "timeOut"
    DEVICE_NOT_READY = "deviceNotReady"
    HARDWARE_ERROR = "hardwareError"
    INTERNAL_ERROR = "internalError"
    INVALID_COMMAND = "invalidCommand"
    UNSUPPORTED_COMMAND = "unsupportedCommand"
    INVALID_DATA = "invalidData"
    UNSUPPORTED_DATA = "unsupportedData"
    INVALID_REQUEST_ID = "invalidRequestID"
    USER_ERROR = "userError"
    FRAUD_ATTEMPT = "fraudAttempt"
    SEQUENCE_ERROR = "sequenceError"
    AUTHORISATION_REQUIRED = "authorisationRequired"
    NOT_ENOUGH_SPACE = "notEnoughSpace"

    @classmethod
    def _missing_(cls, value: object) -> CompletionCode:
        """One release spells it otherwise; a code that we don't know is a failure all the same."""
        return cls.AUTHORISATION_REQUIRED if value == "authorizationRequired" else cls.INTERNAL_ERROR


class AcknowledgeStatus(StrEnum):
    """Why a command was refused; no completion follows then."""

    INVALID_MESSAGE = "invalidMessage"
    INVALID_REQUEST_ID = "invalidRequestID"
    TOO_MANY_REQUESTS = "tooManyRequests"


class Header(Wire):
    type: MessageType
    name: str = Field(pattern=r"^[A-Za-z][A-Za-z0-9]*\.[A-Za-z][A-Za-z0-9]*$")
    request_id: Annotated[int | None, Field(ge=0, strict=True)] = None
    """From 1, unique among a connection's pending commands; unsolicited messages have none."""
    version: str | None = None
    """`major.minor` of this message, not of the specification."""
    timeout: Annotated[int | None, Field(ge=0, strict=True)] = None
    """Of a command, in milliseconds from its arrival, the wait in the queue included; 0 or None: no limit."""
    status: AcknowledgeStatus | None = None
    completion_code: CompletionCode | None = None
    error_description: str | None = None

    @property
    def is_unsolicited(self) -> bool:
        """By the request id: some frameworks send unsolicited messages as `event` without one."""
        return self.type in {MessageType.EVENT, MessageType.UNSOLICITED} and not self.request_id


W = TypeVar("W", bound=Wire)


class Message(Wire):
    """One WebSocket text message. `read` the payload with the model that its name has in COMMANDS or EVENTS."""

    header: Header
    payload: dict[str, Any] | None = None

    def read(self, shape: type[W]) -> W:
        """The payload by its model. Raises ValueError (pydantic's ValidationError)."""
        return shape.model_validate(self.payload or {})

    def to_json(self) -> str:
        return self.model_dump_json(by_alias=True, exclude_none=True)


class ErrorPayload(Wire):
    """What a completion with commandErrorCode always holds, whatever else it holds."""

    error_code: str | None = None
