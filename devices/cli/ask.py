"""`devices list` and `devices test`: what the configured devices are and how they are, asked as any client would."""

from __future__ import annotations

import argparse
import asyncio
import json
import logging
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from devices.app import compose
from devices.client import AskError, ask, services_at
from devices.config import ConfigError, DevicesSettings, read_settings
from devices.contract import (
    PATH,
    PORTS,
    Capabilities,
    DeviceState,
    Status,
    Storage,
    payload_of,
)
from devices.host import Listening, run_host

_WELL, _UNWELL, _NO_USE = 0, 1, 2
PROVE_S = 20.0  # a unit may take so long to start


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--config", type=Path, metavar="FILE", help="settings, as TOML")
    parser.add_argument(
        "--url", help="of a running host; default: where the settings say, or the standard's ports"
    )
    parser.add_argument("--json", action="store_true", help="for a script")


def add_test_arguments(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Ask each device to prove itself: through the running host, or by itself where none runs. "
        "Exit code 0: all are well."
    )
    add_arguments(parser)
    parser.add_argument(
        "--state", type=Path, default=Path("devices-state"), metavar="DIR", help="of the host, if none runs"
    )


def run_list(args: argparse.Namespace) -> int:
    """0; 2 when neither a host answers nor settings can be read."""
    try:
        settings = read_settings(args.config) if args.config else DevicesSettings()
        devices = asyncio.run(_list(args.url, settings))
    except (ConfigError, AskError) as error:
        print(f"devices list: {error}", file=sys.stderr)
        return _NO_USE
    _show(devices, as_json=args.json)
    return _WELL


def run_test(args: argparse.Namespace) -> int:
    """0 when every device is online, else 1; 2 when there is nothing to ask."""
    logging.basicConfig(level=logging.ERROR)
    try:
        settings = read_settings(args.config) if args.config else DevicesSettings()
        devices = asyncio.run(_test(args.url, settings, args.state))
    except (ConfigError, AskError, OSError, ValueError) as error:
        print(f"devices test: {error}", file=sys.stderr)
        return _NO_USE
    _show(devices, as_json=args.json)
    return _WELL if devices and all(device["device"] == DeviceState.ONLINE for device in devices) else _UNWELL


async def _list(url: str | None, settings: DevicesSettings) -> list[dict[str, Any]]:
    running = url or await _running_host(settings)
    if running is not None:
        return [await _describe(service) for service in await services_at(running)]
    configured = settings.model_dump(mode="json", exclude={"host"}, exclude_none=True)
    if not configured:
        raise AskError("no host answers, and there are no settings to read (--config)")
    return [
        {"name": name, "driver": device["driver"], "port": device["port"], "device": "host not running"}
        for name, device in configured.items()
    ]


async def _test(url: str | None, settings: DevicesSettings, state: Path) -> list[dict[str, Any]]:
    running = url or await _running_host(settings)
    if running is not None:
        return await _prove(running)
    async with _own_host(settings, state) as own:
        return await _prove(own)


async def _running_host(settings: DevicesSettings) -> str | None:
    ports = PORTS[2:] if settings.host.port is None else (settings.host.port,)
    for port in ports:
        url = f"ws://{settings.host.address}:{port}{PATH}"
        try:
            await services_at(url)
        except AskError:
            continue
        return url
    return None


@asynccontextmanager
async def _own_host(settings: DevicesSettings, state: Path) -> AsyncIterator[str]:
    devices = compose(settings, state)
    if not devices:
        raise AskError("no host answers, and there are no settings to read (--config)")
    listening: asyncio.Future[Listening] = asyncio.get_running_loop().create_future()
    free = settings.host.model_copy(update={"port": 0})
    serving = asyncio.ensure_future(run_host(devices, free, listening.set_result))
    try:
        either: set[asyncio.Future[Any]] = {serving, listening}
        await asyncio.wait(either, return_when=asyncio.FIRST_COMPLETED)
        if serving.done():
            await serving
        yield (await listening).url
    finally:
        serving.cancel()
        await asyncio.wait({serving})


async def _prove(url: str) -> list[dict[str, Any]]:
    """Each device once it has started, or has had the time for it."""
    until = asyncio.get_running_loop().time() + PROVE_S
    described = []
    for service in await services_at(url):
        device = await _describe(service)
        while device["device"] != DeviceState.ONLINE and asyncio.get_running_loop().time() < until:
            await asyncio.sleep(0.2)
            device = await _describe(service)
        described.append(device)
    return described


async def _describe(service: str) -> dict[str, Any]:
    capabilities = await ask(service, "Common.Capabilities", Capabilities)
    status = await ask(service, "Common.Status", Status)
    described: dict[str, Any] = {"name": service.rsplit("/", 1)[-1], "uri": service}
    described["device"] = status.common.device if status.common else None
    described["status"] = {k: v for k, v in (payload_of(status) or {}).items() if k != "common"}
    for information in capabilities.common.device_information or () if capabilities.common else ():
        described |= payload_of(information) or {}
    if any("Storage.GetStorage" in interface.commands for interface in capabilities.interfaces):
        described["storage"] = (payload_of(await ask(service, "Storage.GetStorage", Storage)) or {}).get(
            "storage"
        )
    return described


def _show(devices: list[dict[str, Any]], *, as_json: bool) -> None:
    if as_json:
        print(json.dumps(devices, ensure_ascii=False, indent=2))
        return
    for device in devices:
        print(f"{device['name']}: {device['device']}")
        for key, value in device.items():
            if key not in {"name", "device"}:
                print(
                    f"  {key}: {value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)}"
                )
