"""The Common interface, which every device's service has, and the device's voice in that service."""

from __future__ import annotations

from typing import Any

from devices.call import Call, CommandError
from devices.contract import (
    COMMANDS,
    EVENTS,
    Cancel,
    Capabilities,
    CompletionCode,
    MessageType,
    SetVersions,
    Status,
    Wire,
    payload_of,
)
from devices.device import Device, Offer
from devices.service import Service


def serve_device(device: Device, name: str, unsolicited: MessageType = MessageType.UNSOLICITED) -> Service:
    """The service of a device, under `name` in its address."""
    service = Service(name, unsolicited)
    common = Common(device, service)
    service.offer(common.offer(), *device.offers())
    device.attach(common)
    return service


class Common:
    def __init__(self, device: Device, service: Service) -> None:
        self._device = device
        self._service = service
        self._told = payload_of(device.status()) or {}

    def offer(self) -> Offer:
        return Offer(
            "Common",
            at_once={
                "Common.Status": self._status,
                "Common.Capabilities": self._capabilities,
                "Common.Cancel": self._cancel,
                "Common.SetVersions": self._set_versions,
            },
            events=("Common.StatusChangedEvent", "Common.ErrorEvent"),
        )

    # --- the device's voice ---

    def publish(self, name: str, payload: Wire | None = None) -> None:
        self._service.publish(name, payload)

    def status_changed(self) -> None:
        now = payload_of(self._device.status()) or {}
        changed = _changed(self._told, now)
        self._told = now
        if changed:
            self._service.publish_json("Common.StatusChangedEvent", changed)

    # --- commands ---

    async def _status(self, _: Call) -> Status:
        return self._device.status()

    async def _capabilities(self, _: Call) -> Capabilities:
        return self._device.capabilities().model_copy(update={"interfaces": self._service.interfaces()})

    async def _cancel(self, call: Call) -> None:
        """Ask this connection's commands to end. They complete after this one, each by itself."""
        wanted = call.read(Cancel).request_ids
        found = [other for other in self._service.calls_of(call.client, wanted) if other is not call]
        if not found:
            raise CommandError(CompletionCode.COMMAND_ERROR_CODE, error_code="noMatchingRequestIDs")
        for other in found:
            other.stop(CompletionCode.CANCELED)

    async def _set_versions(self, call: Call) -> None:
        """Every message has one version here, so there is nothing to set: only whether that one is meant."""
        asked = call.read(SetVersions)
        spoken = {name: COMMANDS[name].version for name in asked.commands or {} if name in COMMANDS}
        spoken |= {name: EVENTS[name].version for name in asked.events or {} if name in EVENTS}
        for name, major in {**(asked.commands or {}), **(asked.events or {})}.items():
            if spoken.get(name, "").split(".")[0] != str(major):
                raise CommandError(CompletionCode.UNSUPPORTED_DATA, f"{name} {major} is not spoken here")


def _changed(before: dict[str, Any], now: dict[str, Any]) -> dict[str, Any]:
    """Block by block the properties that differ."""
    blocks = {
        block: {key: value for key, value in properties.items() if before.get(block, {}).get(key) != value}
        for block, properties in now.items()
    }
    return {block: properties for block, properties in blocks.items() if properties}
