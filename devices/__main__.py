"""`devices serve | list | test | simulate | bench | decode`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence

from devices.cli import ask, decode, serve
from devices.simulators import cli as simulators


def main(argv: Sequence[str] | None = None) -> int:
    args = _parser().parse_args(argv)
    run: Callable[[argparse.Namespace], int] = args.run
    return run(args)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="devices", description="The kiosk's devices, as an XFS4IoT host.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for name, about, add_arguments, run in (
        ("serve", "run the device host", serve.add_arguments, serve.run),
        ("list", "show the devices and their state", ask.add_arguments, ask.run_list),
        ("test", "have each device prove itself", ask.add_test_arguments, ask.run_test),
        ("simulate", "simulate the hardware", simulators.add_simulate_arguments, simulators.run_simulate),
        (
            "bench",
            "work the simulated hardware by hand",
            simulators.add_bench_arguments,
            simulators.run_bench,
        ),
        ("decode", "show one frame of a wire in words", decode.add_arguments, decode.run),
    ):
        command = commands.add_parser(name, help=about)
        add_arguments(command)
        command.set_defaults(run=run)
    return parser


if __name__ == "__main__":
    sys.exit(main())
