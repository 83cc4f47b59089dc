"""`hall seed`: fills an empty database with an invented utility."""

from __future__ import annotations

import argparse
import re
import sys
import time
from datetime import date

from hall.clock import system_clock
from hall.database import connect
from hall.database_url import add_database_argument
from hall.migrations import upgrade
from hall.seed.demo_accounts import DEMO_ACCOUNTS, listing
from hall.seed.utility import MONTHS, NotEmptyError, Plan, seed_utility
from hall.tariffs.catalogue import read_catalogue
from hall.tariffs.tariff import NoTariffError
from hall.utility import read_utility

ACCOUNTS = 2_000
REFUSED = 1
BAD_INPUT = 2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_database_argument(parser)
    parser.add_argument("--as-of", type=_day, metavar="DATE", help="the day it is there (default today)")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="another one, another utility (1)")
    parser.add_argument(
        "--accounts", type=_accounts, default=ACCOUNTS, metavar="N", help="how many (%(default)s)"
    )
    parser.add_argument(
        "--list", action="store_true", help="only list the accounts of the demonstration and what they show"
    )


def run(arguments: argparse.Namespace) -> int:
    """Seed and list the demonstration's accounts on stdout; progress goes to stderr."""
    if arguments.list:
        print(listing())
        return 0
    utility = read_utility()
    plan = Plan(
        as_of=arguments.as_of or utility.day_of(system_clock()),
        seed=arguments.seed,
        accounts=arguments.accounts,
    )
    began = time.monotonic()
    engine = connect(arguments.database)
    try:
        upgrade(engine)
        seed_utility(engine, read_catalogue(), utility, plan, lambda done: _tell(done, plan.accounts))
    except NotEmptyError:
        print("hall seed: there are accounts in this database already; nothing was changed", file=sys.stderr)
        return REFUSED
    except NoTariffError as error:
        print(f"hall seed: {error}, and bills go back {MONTHS} months from {plan.as_of}", file=sys.stderr)
        return BAD_INPUT
    finally:
        engine.dispose()
    seconds = time.monotonic() - began
    print(f"seeded {plan.accounts} accounts as of {plan.as_of} in {seconds:.1f} s", file=sys.stderr)
    print(listing())
    return 0


def _tell(done: int, accounts: int) -> None:
    print(f"seeding: {done} of {accounts} accounts", file=sys.stderr)


def _accounts(text: str) -> int:
    least = len(DEMO_ACCOUNTS)
    if not re.fullmatch(r"[0-9]{1,6}", text) or not least <= int(text) <= 100_000:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of accounts from {least} to 100000")
    return int(text)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day such as 2026-11-25") from error
