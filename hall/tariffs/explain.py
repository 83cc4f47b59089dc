"""`hall explain`: the lines of a bill from energy alone, with no server and no database."""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from hall.clock import system_clock
from hall.tariffs.catalogue import read_catalogue
from hall.tariffs.charges import ChargeLine, Item, UsageError, charge, total_minor
from hall.tariffs.tariff import Band, NoTariffError, Tariff, TariffVersion
from hall.utility import read_utility

BAD_INPUT = 2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.description = "Show how a bill comes about: its lines and their sum."
    parser.add_argument("--tariff", required=True, metavar="NAME", help="residential, residential-tou, …")
    parser.add_argument("--year-to-date", type=_wh, default=0, metavar="KWH", help="used this year before")
    parser.add_argument("--flat", type=_wh, metavar="KWH", help="the month's energy, for one price")
    parser.add_argument("--peak", type=_wh, metavar="KWH", help="the month's energy in peak hours")
    parser.add_argument("--valley", type=_wh, metavar="KWH", help="the month's energy in valley hours")
    parser.add_argument("--household", type=_persons, default=1, metavar="N", help="persons (default 1)")
    parser.add_argument("--as-of", type=_day, metavar="DATE", help="prices of this day (default today)")
    parser.add_argument("--json", action="store_true", help="write the lines and the sum in minor units")


def run(arguments: argparse.Namespace) -> int:
    """Print the bill; what makes no sense is said on stderr, and the exit code is 2."""
    usage = {band: energy_wh for band in Band if (energy_wh := getattr(arguments, band.value)) is not None}
    day: date = arguments.as_of or read_utility().day_of(system_clock())
    try:
        tariff = read_catalogue().tariff(arguments.tariff)
        version = tariff.version_on(day)
        lines = charge(version, usage, year_to_date_wh=arguments.year_to_date, household=arguments.household)
    except (NoTariffError, UsageError) as error:
        print(f"hall explain: {error}{_known(error)}", file=sys.stderr)
        return BAD_INPUT
    show = _as_json if arguments.json else _as_text
    print(show(tariff, version, lines))
    return 0


def _known(error: Exception) -> str:
    if not isinstance(error, NoTariffError):
        return ""
    return "; known: " + ", ".join(tariff.key for tariff in read_catalogue().tariffs)


def _as_json(tariff: Tariff, version: TariffVersion, lines: Sequence[ChargeLine]) -> str:
    return json.dumps(
        {
            "tariff": tariff.key,
            "valid_from": version.valid_from.isoformat(),
            "source": version.source,
            "currency": version.currency,
            "lines": [
                {
                    "item": line.item,
                    "tier": line.tier,
                    "energy_kwh": _kwh(line.energy_wh),
                    "price_per_kwh": _price(line.price_micro),
                    "amount_minor": line.amount_minor,
                }
                for line in lines
            ],
            "total_minor": total_minor(lines),
        },
        ensure_ascii=False,
        indent=2,
    )


def _as_text(tariff: Tariff, version: TariffVersion, lines: Sequence[ChargeLine]) -> str:
    rows = [
        f"{_label(line):<20}{_kwh(line.energy_wh):>14} kWh x {_price(line.price_micro):<8}"
        f"{_money(line.amount_minor):>16}"
        for line in lines
    ]
    total = f"{'total':<20}{version.currency:>32}{_money(total_minor(lines)):>12}"
    hours = [f"{band.band} {band.hours}" for band in version.bands if band.hours]
    return "\n".join(
        (
            f"{tariff.name}: {tariff.name_en}",
            f"prices since {version.valid_from}" + "".join(f", {each}" for each in hours),
            "",
            *rows,
            total,
            "",
            f"source: {version.source}",
        )
    )


def _label(line: ChargeLine) -> str:
    match line.item, line.tier:
        case Item.SURCHARGE, tier:
            return f"tier {tier} surcharge"
        case Item.FLAT, int(tier):
            return f"tier {tier}"
        case item, _:
            return item.value


def _kwh(energy_wh: int) -> str:
    return _plain(Decimal(energy_wh) / 1000)


def _price(price_micro: int) -> str:
    price = Decimal(price_micro) / 1_000_000
    return f"{price:.3f}" if price_micro % 1000 == 0 else _plain(price)


def _money(minor: int) -> str:
    return f"{minor // 100:,}.{minor % 100:02d}"


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}"


def _wh(text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,9}(\.[0-9]{1,3})?", text):
        raise argparse.ArgumentTypeError(
            f"{text!r} is not kilowatt-hours: 0 or more, below a thousand million, up to three decimals"
        )
    return int(Decimal(text) * 1000)


def _persons(text: str) -> int:
    if not re.fullmatch(r"[1-9][0-9]?", text):
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of persons from 1 to 99")
    return int(text)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day such as 2026-11-25") from error
