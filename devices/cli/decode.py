"""`devices decode`: one frame of a device's wire, in words."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Mapping

from devices.cash_acceptor.itl_ssp import decode as ssp
from devices.printer import decode as escpos

_GOOD, _REFUSED, _NO_USE = 0, 1, 2


def _escpos(data: bytes, sender: str | None, query: int | None) -> dict[str, object]:
    return escpos.decode(data, "device" if sender == "device" else "host", query)


def _ssp(data: bytes, sender: str | None, query: int | None) -> dict[str, object]:
    return ssp.decode(data, "host" if sender == "host" else "device" if sender else None, query)


_PROTOCOLS: Mapping[str, Callable[[bytes, str | None, int | None], dict[str, object]]] = {
    "escpos": _escpos,
    "ssp": _ssp,
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Show one frame as JSON. Exit code 0: it is good; 1: it must be refused, or is not whole; "
        "2: no such protocol."
    )
    parser.add_argument("protocol", metavar="PROTOCOL", help=" or ".join(_PROTOCOLS))
    parser.add_argument("hex", metavar="HEX", nargs="+", help="the bytes, with or without spaces")
    parser.add_argument("--from", dest="sender", choices=("host", "device"), help="who sent it")
    parser.add_argument(
        "--query", type=_number, metavar="N", help="the command or query that it answers, such as 5 or 0x0C"
    )


def run(args: argparse.Namespace) -> int:
    decode = _PROTOCOLS.get(args.protocol.lower())
    if decode is None:
        print(f"devices decode: no such protocol: {args.protocol}", file=sys.stderr)
        return _NO_USE
    try:
        data = bytes.fromhex("".join(args.hex))
    except ValueError as error:
        shown: dict[str, object] = {"valid": False, "reason": f"not hexadecimal: {error}"}
    else:
        shown = decode(data, args.sender, args.query)
    print(json.dumps(shown, ensure_ascii=False, indent=2))
    return _GOOD if shown["valid"] else _REFUSED


def _number(text: str) -> int:
    return int(text, 0)
