"""Which database a command works on."""

from __future__ import annotations

import argparse
import os

DEFAULT = "sqlite:///./brighthall.sqlite"


def add_database_argument(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--database",
        default=os.environ.get("HALL_DATABASE", DEFAULT),
        metavar="URL",
        help="sqlite:///FILE or postgresql+psycopg://…; also HALL_DATABASE (now %(default)s)",
    )
