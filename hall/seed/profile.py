"""Who an invented account belongs to and how it lives, before any month is reckoned."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from hall.seed.demo_accounts import DEMO_ACCOUNTS, DemoAccount
from hall.seed.places import Places
from hall.seed.seasons import mean_kwh

DEMO_MEAN_KWH = 244.138


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    number: str
    owner: str
    """Accounts with the same owner belong to one customer."""
    name: str
    town: str
    address: str
    tariff: str
    household: int
    mean_kwh: float
    spread: float
    """How far a month strays from its season, either way."""
    valley_share: float
    pays_after_days: int
    """Days from issue to payment, of the bills that are paid."""
    unpaid: int = 0
    """How many of the newest bills are not paid, whatever `pays_after_days` says."""
    unpaid_minor: tuple[int, ...] = ()
    """Where set: the principal that those bills come to, oldest first."""
    part_paid: bool = False
    cut_off: bool = False
    credit_minor: int = 0
    closed: bool = False


def profiles(count: int, seed: int, places: Places) -> Iterator[Profile]:
    """The demonstration's own accounts first, then invented ones up to `count` in all."""
    if count < len(DEMO_ACCOUNTS):
        raise ValueError(f"at least {len(DEMO_ACCOUNTS)} accounts, those of the demonstration")
    for demo in DEMO_ACCOUNTS:
        yield _of_demo(demo, Random(f"{seed}/{demo.number}"), places)  # noqa: S311  # not a secret
    taken = {demo.number for demo in DEMO_ACCOUNTS}
    numbers = (number for each in range(10**6) if (number := _number(each)) not in taken)
    for _ in range(count - len(DEMO_ACCOUNTS)):
        number = next(numbers)
        yield _invented(number, Random(f"{seed}/{number}"), places)  # noqa: S311  # not a secret


def _number(each: int) -> str:
    """Ten figures; neighbours do not look alike, and none comes twice in a million."""
    return f"3304{(271 + each * 618_033) % 10**6:06d}"


def _of_demo(demo: DemoAccount, random: Random, places: Places) -> Profile:
    town = next(town for town in places.towns if town.name == demo.town)
    return Profile(
        number=demo.number,
        owner=demo.owner or demo.number,
        name=demo.name,
        town=demo.town,
        address=places.any_address(town, random),
        tariff=demo.tariff,
        household=demo.household,
        mean_kwh=DEMO_MEAN_KWH,
        spread=0.0,
        valley_share=0.35,
        pays_after_days=0,
        unpaid=len(demo.unpaid_minor),
        unpaid_minor=demo.unpaid_minor,
        part_paid=demo.part_paid,
        cut_off=demo.cut_off,
        credit_minor=demo.credit_minor,
        closed=demo.closed,
    )


def _invented(number: str, random: Random, places: Places) -> Profile:
    town = places.any_town(random)
    household = random.choices((1, 2, 3, 4, 5, 6, 7), (14, 26, 28, 20, 8, 3, 1))[0]
    months_late = random.choices((0, 1, 2, 3, 4), (920, 40, 20, 12, 8))[0]
    closed = not months_late and random.random() < 0.004
    return Profile(
        number=number,
        owner=number,
        name=places.any_name(random),
        town=town.name,
        address=places.any_address(town, random),
        tariff=random.choices(("residential", "residential-tou", "residential-shared"), (72, 23, 5))[0],
        household=household,
        mean_kwh=mean_kwh(household, random),
        spread=0.13,
        valley_share=random.uniform(0.22, 0.5),
        pays_after_days=0 if closed else _pays_after_days(random),
        unpaid=months_late + 1 if months_late else 0,
        cut_off=months_late >= 2 and random.random() < 0.4,
        part_paid=months_late >= 2 and random.random() < 0.2,
        credit_minor=0 if months_late or closed else _credit_minor(random),
        closed=closed,
    )


def _credit_minor(random: Random) -> int:
    return random.randint(500, 20_000) if random.random() < 0.06 else 0


def _pays_after_days(random: Random) -> int:
    """Most pay within the month; a few make a habit of being late."""
    return random.randint(28, 45) if random.random() < 0.04 else random.randint(0, 26)
