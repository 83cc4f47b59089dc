"""The accounts of the demonstration that everybody may know by number.

They are there whatever the seed; what they owe depends on the day only by its late fee.
"""

from __future__ import annotations

from dataclasses import dataclass

LANDLORD = "landlord"


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoAccount:
    key: str
    number: str
    name: str
    town: str
    shows: str
    tariff: str = "residential"
    household: int = 3
    unpaid_minor: tuple[int, ...] = ()
    """The principal of its newest bills, oldest first, which are not paid; the last is not late yet.

    Only for tariffs of one price."""
    part_paid: bool = False
    """Part of the oldest of them was paid ten days after it was due."""
    credit_minor: int = 0
    cut_off: bool = False
    closed: bool = False
    owner: str | None = None
    """Accounts with one owner belong to one customer."""


def _landlord(ordinal: int, *unpaid_minor: int, tariff: str = "residential") -> DemoAccount:
    return DemoAccount(
        key=f"{LANDLORD}-{ordinal}",
        number=f"33042001{ordinal:02d}",
        name="沈国平",
        town="西塘桥街道",
        shows="one of a landlord's eleven accounts",
        tariff=tariff,
        unpaid_minor=unpaid_minor,
        owner=LANDLORD,
    )


DEMO_ACCOUNTS: tuple[DemoAccount, ...] = (
    DemoAccount(
        key="two-months",
        number="3304127786",
        name="陈秀芳",
        town="武原街道",
        shows="two months due, the older one late: ¥433.45 in all on the 25th of a month",
        unpaid_minor=(24_102, 18_640),
    ),
    DemoAccount(
        key="cut-off",
        number="3304095218",
        name="许志强",
        town="秦山街道",
        shows="cut off for arrears: paying what is late opens a reconnect order",
        unpaid_minor=(22_596, 20_444, 15_602),
        cut_off=True,
    ),
    DemoAccount(
        key="nothing-due",
        number="0330400117",
        name="陆英",
        town="武原街道",
        shows="nothing due, and a number that begins with a zero",
    ),
    DemoAccount(
        key="exact-notes",
        number="3304100020",
        name="金小娟",
        town="望海街道",
        shows="¥100.00 due: can be paid without anything over",
        unpaid_minor=(10_000,),
    ),
    DemoAccount(
        key="small-sum",
        number="3304100036",
        name="马春梅",
        town="通元镇",
        shows="¥3.27 due: less than the smallest note",
        unpaid_minor=(327,),
    ),
    DemoAccount(
        key="credit",
        number="3304100045",
        name="顾云",
        town="百步镇",
        shows="nothing due, ¥66.55 credit",
        credit_minor=6_655,
    ),
    DemoAccount(
        key="credit-and-due",
        number="3304100059",
        name="俞林海",
        town="沈荡镇",
        shows="¥156.02 due, of which ¥30.00 is covered by credit",
        unpaid_minor=(15_602,),
        credit_minor=3_000,
    ),
    DemoAccount(
        key="part-paid",
        number="3304100068",
        name="朱玉妹",
        town="于城镇",
        shows="three months due, part of the oldest already paid",
        unpaid_minor=(19_906, 17_216, 16_140),
        part_paid=True,
    ),
    DemoAccount(
        key="much-due",
        number="3304100074",
        name="宋福生",
        town="澉浦镇",
        shows="five months due, more than ¥6,000: beyond what one cash payment takes",
        unpaid_minor=(121_430, 138_806, 131_214, 118_802, 120_680),
    ),
    DemoAccount(
        key="peak-and-valley",
        number="3304100081",
        name="曹月琴",
        town="武原街道",
        shows="peak and valley prices, nothing due",
        tariff="residential-tou",
    ),
    DemoAccount(
        key="large-household",
        number="3304100099",
        name="钱明华",
        town="秦山街道",
        shows="a household of six with its higher tiers, ¥286.40 due",
        household=6,
        unpaid_minor=(28_640,),
    ),
    DemoAccount(
        key="closed",
        number="3304100103",
        name="周建军",
        town="武原街道",
        shows="closed: looked up, it is not found",
        closed=True,
    ),
    _landlord(1),
    _landlord(2, 6_456),
    _landlord(3, 8_070),
    _landlord(4, 5_380, 6_994),
    _landlord(5, 7_532),
    _landlord(6),
    _landlord(7, 9_684),
    _landlord(8, 4_842, 5_918),
    _landlord(9, 7_478),
    _landlord(10, 16_740, tariff="residential-shared"),
    _landlord(11, 22_320, tariff="residential-shared"),
)


def listing() -> str:
    """What `hall seed --list` shows: a number and what it is for."""
    return "\n".join(f"{account.number}  {account.key:<16} {account.shows}" for account in DEMO_ACCOUNTS)
