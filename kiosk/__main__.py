"""kiosk run | demo | doctor | shots | enrol: what each takes, `kiosk COMMAND --help` says."""

from __future__ import annotations

import argparse
import logging
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path

from kiosk.config import Settings, SettingsError, read_settings

ELSEWHERE = {"demo": "kiosk.demo.command", "shots": "kiosk.shots"}
"""Commands with arguments of their own; read only when asked for."""


def main(arguments: Sequence[str] | None = None) -> int:
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given and given[0] in ELSEWHERE:
        command: Callable[[Sequence[str]], int] = import_module(ELSEWHERE[given[0]]).main
        return command(given[1:])
    parsed = _parser().parse_args(given)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    try:
        settings = read_settings(parsed.config, os.environ)
    except SettingsError as error:
        print(f"kiosk: {error}", file=sys.stderr)
        return 2
    match parsed.command:
        case "run":
            return _run(settings)
        case "doctor":
            return _doctor(settings, as_json=parsed.json)
        case _:
            return _enrol(settings, parsed.code)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="kiosk", description="The touchscreen of the open business hall.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    run = commands.add_parser("run", help="open the screen")
    doctor = commands.add_parser(
        "doctor", help="say what works on this machine, what doesn't, and what to do"
    )
    doctor.add_argument("--json", action="store_true", help="one JSON document instead of lines")
    enrol = commands.add_parser("enrol", help="make this machine the kiosk that a code was given for")
    enrol.add_argument("--code", required=True, help="the one-time code that `hall kiosk add` printed")
    for command in (run, doctor, enrol):
        command.add_argument(
            "--config", type=Path, metavar="FILE", help="settings in TOML; KIOSK_… goes over it"
        )
    commands.add_parser("demo", help="try everything on this machine", add_help=False)
    commands.add_parser("shots", help="take a picture of every page", add_help=False)
    return parser


def _run(settings: Settings) -> int:
    from kiosk.app import run

    return run(settings)


def _doctor(settings: Settings, *, as_json: bool) -> int:
    from kiosk.doctor import examine, report

    return report(examine(settings), as_json=as_json)


def _enrol(settings: Settings, code: str) -> int:
    from kiosk.enrolment import enrol
    from kiosk.hall import HallRefusalError, HallSilentError

    try:
        identity = enrol(settings.state_dir, settings.hall_url, code)
    except HallRefusalError as refusal:
        print(f"kiosk: the hall refused the code: {refusal.problem.title}", file=sys.stderr)
        return 1
    except HallSilentError as silence:
        print(f"kiosk: the hall does not answer at {settings.hall_url}: {silence}", file=sys.stderr)
        return 1
    print(
        f"this machine is kiosk {identity.kiosk.kiosk_id}, {identity.kiosk.town} {identity.kiosk.site_name}"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
