"""The command lines of `devices simulate` and `devices bench`."""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from devices.simulators.acceptor.model import Model as AcceptorModel
from devices.simulators.acceptor.model import Times
from devices.simulators.faults import parse_rates
from devices.simulators.keep import StateFolderError
from devices.simulators.printer.charset import Charset
from devices.simulators.printer.unit import Model as PrinterModel
from devices.simulators.process import Settings, simulate

T = TypeVar("T")
_DOTS = {80: 576, 58: 384}
_NO_USE = 2
_ACCEPTOR, _PRINTER = AcceptorModel(), PrinterModel()


def add_simulate_arguments(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Simulate a banknote acceptor (ITL SSP) and a receipt printer (ESC/POS), byte for byte."
    )
    parser.add_argument(
        "--state", type=Path, required=True, metavar="DIR", help="what the devices hold is kept here"
    )
    parser.add_argument(
        "--control",
        type=_argument(_address),
        default=("127.0.0.1", 0),
        metavar="HOST:PORT",
        help="control socket",
    )
    parser.add_argument("--seed", type=int, default=0, help="of faults that happen by chance")
    parser.add_argument(
        "--speed", type=_argument(_positive), default=1.0, help="how much faster than real the mechanics move"
    )
    faults = "FAULT=PART,…"
    parser.add_argument(
        "--faults",
        type=_argument(parse_rates),
        default={},
        metavar=faults,
        help="by chance, on the acceptor's replies",
    )
    parser.add_argument(
        "--printer-faults",
        type=_argument(parse_rates),
        default={},
        metavar=faults,
        help="likewise, the printer's",
    )
    parser.add_argument(
        "--printer-port",
        type=_argument(_port),
        default=0,
        metavar="PORT|pty",
        help="TCP port, 0 for a free one",
    )
    parser.add_argument("--printer-width", type=int, choices=_DOTS, default=80, help="of the paper in mm")
    parser.add_argument("--printer-charset", type=Charset, choices=list(Charset), default=Charset.GB18030)
    parser.add_argument(
        "--printer-idle", type=float, default=0.0, metavar="SECONDS", help="drop a silent client; 0: never"
    )
    parser.add_argument("--serial", type=int, default=_ACCEPTOR.serial, help="the acceptor's serial number")
    parser.add_argument(
        "--protocol-max", type=int, choices=range(4, 9), default=8, help="highest SSP version it knows"
    )
    parser.add_argument(
        "--version-refusal", choices=("f8", "f4"), default="f8", help="how it refuses a higher one"
    )
    parser.add_argument(
        "--no-event-ack", action="store_true", help="it knows neither POLL WITH ACK nor EVENT ACK"
    )
    parser.add_argument("--box-capacity", type=int, default=_ACCEPTOR.box_capacity, metavar="NOTES")


def run_simulate(args: argparse.Namespace) -> int:
    """0 when stopped by a signal; 2 when it can't begin."""
    try:
        asyncio.run(simulate(_settings(args)))
    except (StateFolderError, OSError) as error:
        print(f"devices simulate: {error}", file=sys.stderr)
        return _NO_USE
    return 0


def add_bench_arguments(parser: argparse.ArgumentParser) -> None:
    parser.description = "Open the window that works the simulated hardware by hand."
    parser.add_argument(
        "--control",
        type=_argument(_address),
        required=True,
        metavar="HOST:PORT",
        help="of `devices simulate`",
    )
    parser.add_argument("--language", choices=("zh", "en"), default="zh")
    parser.add_argument(
        "--position", type=_argument(_position), metavar="X,Y", help="where the window stands on the screen"
    )


def run_bench(args: argparse.Namespace) -> int:
    """Qt's exit code; 2 when the window can't be made."""
    from devices.simulators.bench.app import run

    try:
        return run(args.control, args.language, args.position)
    except FileNotFoundError as error:
        print(f"devices bench: {error}", file=sys.stderr)
        return _NO_USE


def _settings(args: argparse.Namespace) -> Settings:
    return Settings(
        state=args.state,
        control=args.control,
        seed=args.seed,
        acceptor=AcceptorModel(
            serial=args.serial,
            protocol_max=args.protocol_max,
            version_refusal=int(args.version_refusal, 16),
            acknowledges_events=not args.no_event_ack,
            box_capacity=args.box_capacity,
        ),
        times=Times().faster(args.speed),
        acceptor_faults=args.faults,
        printer=PrinterModel(
            dots=_DOTS[args.printer_width],
            charset=args.printer_charset,
            speed_mm_s=_PRINTER.speed_mm_s * args.speed,
            boot_s=_PRINTER.boot_s / args.speed,
        ),
        printer_port=args.printer_port,
        printer_idle_s=args.printer_idle,
        printer_faults=args.printer_faults,
    )


def _argument(read: Callable[[str], T]) -> Callable[[str], T]:
    """Have argparse say what is wrong, not only that something is."""

    def typed(text: str) -> T:
        try:
            return read(text)
        except ValueError as error:
            raise argparse.ArgumentTypeError(str(error)) from error

    return typed


def _address(text: str) -> tuple[str, int]:
    host, _, port = text.rpartition(":")
    if not port.isdecimal():
        raise ValueError(f"{text!r} is not HOST:PORT")
    return host or "127.0.0.1", int(port)


def _port(text: str) -> int | None:
    if text != "pty" and not text.isdecimal():
        raise ValueError(f"{text!r} is neither a port nor pty")
    return None if text == "pty" else int(text)


def _position(text: str) -> tuple[int, int]:
    x, _, y = text.partition(",")
    if not (x.isdecimal() and y.isdecimal()):
        raise ValueError(f"{text!r} is not X,Y")
    return int(x), int(y)


def _positive(text: str) -> float:
    value = float(text)
    if value <= 0:
        raise ValueError(f"{text!r} is not above 0")
    return value
