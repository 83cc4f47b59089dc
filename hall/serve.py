"""`hall serve`: brings the database up to date and answers until it is told to stop."""

from __future__ import annotations

import argparse
import json
import signal
import socket
from pathlib import Path

import uvicorn

from hall.app import create_app, create_hall
from hall.database_url import add_database_argument
from hall.migrations import upgrade
from hall.utility import UTILITY_FILE, read_utility

STOP_WITHIN_S = 10
"""Requests under way get so long to finish."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_database_argument(parser)
    parser.add_argument(
        "--utility",
        type=Path,
        default=UTILITY_FILE,
        metavar="FILE",
        help="the utility's settings (%(default)s)",
    )
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8080, help="0: any free port (%(default)s)")


def run(arguments: argparse.Namespace) -> int:
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, stop)
    hall = create_hall(arguments.database, read_utility(arguments.utility))
    try:
        upgrade(hall.engine)
        with listen(arguments.host, arguments.port) as listening:
            host, port = listening.getsockname()[:2]
            # Whoever started us reads this line to know where we are; requests queue from here on.
            print(json.dumps({"listening": f"http://{host}:{port}"}), flush=True)
            config = uvicorn.Config(
                create_app(hall),
                log_level="warning",
                access_log=False,
                timeout_graceful_shutdown=STOP_WITHIN_S,
            )
            uvicorn.Server(config).run(sockets=[listening])
    finally:
        hall.engine.dispose()
    return 0


def stop(_number: int, _frame: object) -> None:
    """Being told to stop is no failure. Uvicorn finishes its requests first, then sends the signal again."""
    raise SystemExit(0)


def listen(host: str, port: int) -> socket.socket:
    """A socket that accepts from now on. Its protocol is named, since asyncio sends small answers at once
    (TCP_NODELAY) only on sockets that say they are TCP; else each answer waits 40 ms for an acknowledgement.
    """
    family, kind, protocol, _, address = socket.getaddrinfo(
        host, port, type=socket.SOCK_STREAM, proto=socket.IPPROTO_TCP, flags=socket.AI_PASSIVE
    )[0]
    listening = socket.socket(family, kind, protocol)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listening.bind(address)
    listening.listen(256)
    return listening
