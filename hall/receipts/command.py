"""`hall receipt verify`: is this slip's code genuine?"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from hall.receipts.verify import ReceiptError, keys_from, verified


def add_arguments(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    verify = actions.add_parser("verify", help="exit code 0: genuine, 1: refused, 2: no file of keys")
    verify.add_argument("token", help="the text of the slip's code")
    verify.add_argument("--keys", type=Path, required=True, help="written by `hall kiosk export-keys`")


def run(arguments: argparse.Namespace) -> int:
    try:
        keys = keys_from(arguments.keys.read_text())
    except (OSError, ValueError, KeyError) as error:
        print(f"hall: {arguments.keys} is no file of keys: {error}", file=sys.stderr)
        return 2
    try:
        receipt = verified(arguments.token, keys)
    except ReceiptError as error:
        print(f"hall: refused: {error}", file=sys.stderr)
        return 1
    print(receipt.model_dump_json(indent=2))
    return 0
