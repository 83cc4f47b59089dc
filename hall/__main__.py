"""`hall`: serve | seed | kiosk | explain | receipt."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from importlib import import_module

# Each is a module with `add_arguments(parser)` and `run(arguments) -> exit code`, read only when it is asked for.
COMMANDS = {
    "serve": ("hall.serve", "serve the API to kiosks"),
    "seed": ("hall.seed.command", "fill an empty database with an invented utility"),
    "kiosk": ("hall.security.command", "add and list kiosks, export their public keys"),
    "explain": ("hall.tariffs.explain", "reckon a bill from a tariff, without server or database"),
    "receipt": ("hall.receipts.command", "check a kiosk's receipt, without server or database"),
}


def main(arguments: list[str] | None = None) -> int:
    given = sys.argv[1:] if arguments is None else arguments
    parser = argparse.ArgumentParser(prog="hall", description="The centre of Brighthall.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, (module, words) in COMMANDS.items():
        command = commands.add_parser(name, help=words, description=words[0].upper() + words[1:] + ".")
        if name in given[:1]:
            loaded = import_module(module)
            loaded.add_arguments(command)
            run: Callable[[argparse.Namespace], int] = loaded.run
            command.set_defaults(run=run)
    parsed = parser.parse_args(given)
    try:
        code: int = parsed.run(parsed)
    except OSError as error:  # a port in use, a file that is not there
        print(f"hall {parsed.command}: {error}", file=sys.stderr)
        return 1
    return code


if __name__ == "__main__":
    sys.exit(main())
