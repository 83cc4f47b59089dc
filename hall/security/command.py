"""`hall kiosk add | list | export-keys`."""

from __future__ import annotations

import argparse
import json
import re
import sys
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from sqlalchemy import Engine

from hall.clock import system_clock
from hall.database import connect, read_session, write_session
from hall.database_url import add_database_argument
from hall.migrations import upgrade
from hall.receipts.verify import keys_text
from hall.security.service import KioskExistsError, Place, add_kiosk, kiosks
from hall.utility import read_utility


def add_arguments(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    add = actions.add_parser("add", help="add a kiosk and print its one-time code")
    add.add_argument("name", type=_kiosk_id, help="the kiosk's id, as it stands in requests and receipts")
    add.add_argument("--site", default="", help="the site's name in Chinese")
    add.add_argument("--site-en", default="", help="and in English")
    add.add_argument("--town", required=True)
    listing = actions.add_parser("list", help="list kiosks")
    export = actions.add_parser("export-keys", help="write public keys for checking receipts offline")
    export.add_argument("file", type=Path)
    for action in (add, listing):
        action.add_argument("--json", action="store_true", help="for scripts")
    for action in (add, listing, export):
        add_database_argument(action)


def _kiosk_id(text: str) -> str:
    if not re.fullmatch(r"[A-Za-z0-9._-]{1,40}", text):
        raise argparse.ArgumentTypeError(f"{text!r} is not 1 to 40 of A-Z a-z 0-9 . _ -")
    return text


def run(arguments: argparse.Namespace) -> int:
    engine = connect(arguments.database)
    upgrade(engine)
    match arguments.action:
        case "add":
            return _add(engine, arguments)
        case "list":
            return _list(engine, as_json=arguments.json)
        case _:
            return _export(engine, arguments.file)


def _add(engine: Engine, arguments: argparse.Namespace) -> int:
    place = Place(arguments.site or arguments.name, arguments.site_en or arguments.name, arguments.town)
    life = read_utility().enrolment_code_life
    try:
        with write_session(engine) as session:
            kiosk, code = add_kiosk(session, arguments.name, place, system_clock(), life)
    except KioskExistsError:
        print(f"hall: there is a kiosk {arguments.name} already", file=sys.stderr)
        return 1
    if arguments.json:
        print(json.dumps({"kiosk_id": kiosk.kiosk_id, "ordinal": kiosk.ordinal, "code": code}))
    else:
        hours = life.total_seconds() / 3600
        print(f"{kiosk.kiosk_id} is kiosk {kiosk.ordinal:03d}. Its code, once, within {hours:.0f} h: {code}")
    return 0


def _list(engine: Engine, *, as_json: bool) -> int:
    with read_session(engine) as session:
        rows = [
            {
                "kiosk_id": kiosk.id,
                "ordinal": kiosk.ordinal,
                "site": kiosk.site_name,
                "town": kiosk.town,
                "enrolled_at": kiosk.enrolled_at.isoformat() if kiosk.enrolled_at else None,
            }
            for kiosk in kiosks(session)
        ]
    if as_json:
        print(json.dumps(rows, ensure_ascii=False))
    else:
        for row in rows:
            print(
                f"{row['ordinal']:03d}  {row['kiosk_id']}  {row['town']} {row['site']}  {row['enrolled_at'] or '-'}"
            )
    return 0


def _export(engine: Engine, file: Path) -> int:
    with read_session(engine) as session:
        keys = {
            kiosk.id: Ed25519PublicKey.from_public_bytes(kiosk.public_key)
            for kiosk in kiosks(session)
            if kiosk.public_key is not None
        }
    file.write_text(keys_text(keys))
    print(f"{len(keys)} keys in {file}")
    return 0
