"""The device host: services, their devices and the door to them, kept running until told to stop."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from devices.common import serve_device
from devices.config import HostSettings
from devices.contract import PATH, MessageType
from devices.device import Device
from devices.server import Publisher

log = logging.getLogger(__name__)

RESTART_FIRST_S = 1.0
RESTART_MAX_S = 60.0


@dataclass(frozen=True, slots=True)
class Listening:
    url: str


async def run_host(
    devices: Mapping[str, Device], settings: HostSettings, ready: Callable[[Listening], None]
) -> None:
    """Serve the devices under their names until cancelled. Raises OSError when there is no port to listen on."""
    unsolicited = MessageType(settings.unsolicited)
    services = {name: serve_device(device, name, unsolicited) for name, device in devices.items()}
    server = await Publisher(list(services.values())).listen(settings.address, settings.port)
    try:
        async with asyncio.TaskGroup() as tasks:
            for name, device in devices.items():
                tasks.create_task(_keep_running(f"driver of {name}", device.run))
                tasks.create_task(_keep_running(f"service {name}", services[name].run))
            host, port = next(iter(server.sockets)).getsockname()[:2]
            ready(Listening(f"ws://{host}:{port}{PATH}"))
    finally:
        server.close()
        await server.wait_closed()


async def _keep_running(what: str, run: Callable[[], Awaitable[None]]) -> None:
    """A fault of ours ends one run of one part; it is logged, and the part begins again, later each time."""
    wait_s = RESTART_FIRST_S
    while True:
        try:
            await run()
        except Exception:
            log.exception("%s failed; again in %.0f s", what, wait_s)
        await asyncio.sleep(wait_s)
        wait_s = min(2 * wait_s, RESTART_MAX_S)
