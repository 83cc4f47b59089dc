"""Every service: what it is, how it is, and the service publisher."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

from pydantic import Field

from devices.contract.wire import Wire

PATH = "/xfs4iot/v1.0"
"""Of the service publisher; the address of a service is taken whole from GetServices, never built."""
PORTS = (80, 443, *range(5846, 5857))
"""Where a client looks for publishers, in this order."""


class Service(Wire):
    service_uri: str


class Services(Wire):
    vendor_name: str | None = None
    services: tuple[Service, ...] | None = None


class DeviceState(StrEnum):
    ONLINE = "online"
    OFFLINE = "offline"
    POWER_OFF = "powerOff"
    NO_DEVICE = "noDevice"
    HARDWARE_ERROR = "hardwareError"
    USER_ERROR = "userError"
    DEVICE_BUSY = "deviceBusy"
    FRAUD_ATTEMPT = "fraudAttempt"
    POTENTIAL_FRAUD = "potentialFraud"
    STARTING = "starting"


class CommonStatus(Wire):
    device: DeviceState | None = None
    device_position: str | None = None
    exchange: str | None = None


class StackerState(StrEnum):
    EMPTY = "empty"
    NOT_EMPTY = "notEmpty"
    FULL = "full"
    UNKNOWN = "unknown"


class PositionStatus(Wire):
    position: str | None = None
    shutter: str | None = None
    position_status: str | None = None
    transport: str | None = None
    """ok, inoperative, unknown."""
    transport_status: str | None = None


class CashAcceptorStatus(Wire):
    intermediate_stacker: StackerState | None = None
    stacker_items: str | None = None
    banknote_reader: str | None = None
    """ok, inoperable, unknown."""
    drop_box: bool | None = None
    positions: tuple[PositionStatus, ...] | None = None


class AcceptorState(StrEnum):
    OK = "ok"
    ATTENTION = "attention"
    """It still takes notes, but not for long."""
    STOP = "stop"
    """It takes none: the box is full, missing or out of order."""
    UNKNOWN = "unknown"


class CashManagementStatus(Wire):
    acceptor: AcceptorState | None = None


class PaperState(StrEnum):
    UNKNOWN = "unknown"
    FULL = "full"
    LOW = "low"
    OUT = "out"
    JAMMED = "jammed"


class PaperSupply(Wire):
    upper: PaperState | None = None


class PrinterStatus(Wire):
    media: str | None = None
    """unknown, present, notPresent, jammed, entering, retracted."""
    paper: PaperSupply | None = None


class Status(Wire):
    """Common.Status has all of it; Common.StatusChangedEvent only what changed: absent is not gone."""

    common: CommonStatus | None = None
    cash_acceptor: CashAcceptorStatus | None = None
    cash_management: CashManagementStatus | None = None
    printer: PrinterStatus | None = None


class Versions(Wire):
    versions: tuple[str, ...]


class Interface(Wire):
    name: str
    commands: dict[str, Versions] = Field(default_factory=dict)
    events: dict[str, Versions] | None = None
    maximum_requests: int = 0
    """How many commands may wait; 0: no limit."""


class Firmware(Wire):
    firmware_name: str | None = None
    firmware_version: str | None = None
    hardware_revision: str | None = None


class DeviceInformation(Wire):
    model_name: str | None = None
    serial_number: str | None = None
    revision_number: str | None = None
    model_description: str | None = None
    firmware: tuple[Firmware, ...] | None = None


class CommonCapabilities(Wire):
    service_version: str | None = None
    device_information: tuple[DeviceInformation, ...] | None = None
    power_save_control: bool | None = None
    anti_fraud_module: bool | None = None


class Capabilities(Wire):
    """A block a class beside `common`; they are told, not computed with, so they stay plain JSON here."""

    interfaces: tuple[Interface, ...] = ()
    common: CommonCapabilities | None = None
    cash_acceptor: dict[str, Any] | None = None
    cash_management: dict[str, Any] | None = None
    printer: dict[str, Any] | None = None


class Cancel(Wire):
    request_ids: tuple[Annotated[int, Field(ge=1, strict=True)], ...] | None = None
    """None: every command of this connection."""


class SetVersions(Wire):
    commands: dict[str, Annotated[int, Field(ge=1, strict=True)]] | None = None
    events: dict[str, Annotated[int, Field(ge=1, strict=True)]] | None = None


class ErrorEvent(Wire):
    event_id: str
    """hardware, software, user, fraudAttempt."""
    action: str | None = None
    """reset, softwareError, configuration, clear, maintenance, suspend."""
    vendor_description: str | None = None
