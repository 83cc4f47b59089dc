"""Which database a command works on."""

from __future__ import annotations

import argparse
import os

DEFAULT = "sqlite:///./brighthall.sqlite"


def add_database_argument(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--database",
        default=os.environ.get("HALL_DATABASE", DEFAULT),  # not in the help: a URL may hold a password
        metavar="URL",
        help=f"sqlite:///FILE or postgresql+psycopg://…; else HALL_DATABASE, else {DEFAULT}",
    )
