"""`devices serve`: run the host until a signal ends it."""

from __future__ import annotations

import argparse
import asyncio
import json
import logging
import signal
import sys
from pathlib import Path

from devices.app import compose
from devices.config import ConfigError, DevicesSettings, read_settings
from devices.host import Listening, run_host

_NO_USE = 2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Run the device host. When it listens it prints one line: "
        '{"listening": "ws://127.0.0.1:PORT/xfs4iot/v1.0"}.'
    )
    parser.add_argument("--config", type=Path, required=True, metavar="FILE", help="settings, as TOML")
    parser.add_argument("--port", type=int, help="instead of the settings'; 0 for a free one")
    parser.add_argument(
        "--state", type=Path, default=Path("devices-state"), metavar="DIR", help="what devices remember"
    )
    parser.add_argument("--verbose", action="store_true")


def run(args: argparse.Namespace) -> int:
    """0 when stopped by a signal; 2 when it can't begin."""
    logging.basicConfig(
        level=logging.INFO if args.verbose else logging.WARNING,
        format="%(asctime)s %(levelname)s %(message)s",
    )
    try:
        settings = read_settings(args.config)
        asyncio.run(_serve(settings, args.state, args.port))
    except (ConfigError, OSError, ValueError) as error:
        print(f"devices serve: {error}", file=sys.stderr)
        return _NO_USE
    return 0


async def _serve(settings: DevicesSettings, state: Path, port: int | None) -> None:
    host = settings.host if port is None else settings.host.model_copy(update={"port": port})
    serving = asyncio.ensure_future(run_host(compose(settings, state), host, _say))
    loop = asyncio.get_running_loop()
    for signal_number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(signal_number, serving.cancel)
    try:
        await serving
    except asyncio.CancelledError:
        logging.getLogger(__name__).info("stopped")


def _say(listening: Listening) -> None:
    print(json.dumps({"listening": listening.url}), flush=True)
