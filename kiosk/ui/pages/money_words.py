"""What a sum of money does to an account, in words: shared by the pages before, during and after paying."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from hall.contract import QuoteLine, QuotePart, allocate
from kiosk.ui.texts import NOTHING, Money, Month, Sum, Words, say

MONTHS_NAMED = 2
"""More months than this are counted, not named: a sentence is read at a glance or not at all."""


@dataclass(frozen=True, slots=True)
class MonthShare:
    """What a sum pays of one month: in all, how much of that is late fee, and what the month still owes."""

    month: str
    paid_minor: int
    late_fee_minor: int
    left_minor: int


def shares(lines: Sequence[QuoteLine], amount_minor: int) -> tuple[tuple[MonthShare, ...], int]:
    """Set a sum against the quoted lines: each month that gets something, oldest first, and what is over."""
    allocated, over = allocate(lines, amount_minor)
    months = dict.fromkeys(line.billing_month for line, _ in allocated)
    return tuple(_share(month, lines, allocated) for month in months), over


def _share(month: str, lines: Iterable[QuoteLine], allocated: Iterable[tuple[QuoteLine, int]]) -> MonthShare:
    mine = [(line.part, part) for line, part in allocated if line.billing_month == month]
    paid = sum(part for _, part in mine)
    owed = sum(line.to_pay_minor for line in lines if line.billing_month == month)
    late_fee = sum(part for kind, part in mine if kind is QuotePart.LATE_FEE)
    return MonthShare(month, paid, late_fee, owed - paid)


def paid_so_far(lines: Sequence[QuoteLine], amount_minor: int) -> Words:
    """Which months a sum pays, for a sentence: 9 月还 ¥247.05，10 月还 ¥172.95."""
    months, _ = shares(lines, amount_minor)
    if len(months) <= MONTHS_NAMED:
        return listed([_month_gets(month) for month in months])
    last = months[-1]
    if last.left_minor == 0:
        return say("最早的 %n 个月还清", "", len(months))
    return listed([say("最早的 %n 个月还清", "", len(months) - 1), _month_gets(last)])


def _month_gets(share: MonthShare) -> Words:
    return say(
        "{month}还 {sum}", month=Month(share.month, year=False), sum=Money(share.paid_minor, exact=True)
    )


def listed(parts: Sequence[Words]) -> Words:
    """Join parts of a sentence as the language does."""
    if not parts:
        return NOTHING
    first, *rest = parts
    return say("{first}，{rest}", first=first, rest=listed(rest)) if rest else first


def notes_listed(values_minor: Sequence[int]) -> Words:
    """The notes that are taken, the smallest first: 10、20、50、100."""
    if not values_minor:
        return NOTHING
    smallest, *greater = sorted(values_minor)
    if not greater:
        return Sum(smallest)
    return say("{first}、{rest}", first=Sum(smallest), rest=notes_listed(greater))
