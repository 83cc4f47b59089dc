"""What a view says: source texts with values in them. How a value is written depends on the language alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeAlias

from hall.contract import shown_number
from kiosk.session.state import Language

CURRENCY_SIGNS = {"CNY": "¥"}
WEEKDAYS_ZH = "一二三四五六日"
WEEKDAYS_EN = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS_EN = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


@dataclass(frozen=True, slots=True)
class Money:
    """A sum in a sentence, with its sign: ¥433.45, ¥1,240. Whole sums have no cents unless `exact`."""

    minor: int
    currency: str = "CNY"
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum without its sign, for `AmountText` and for tables: 433.45, 1,240."""

    minor: int
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Day:
    """11月25日 · 25 November; with its weekday 11月25日 星期三 · Wed 25 November."""

    day: date
    weekday: bool = False


@dataclass(frozen=True, slots=True)
class Month:
    """A billing month `2026-09`: 2026年 9月 · September 2026; without its year 9 月 · September."""

    month: str
    year: bool = True


@dataclass(frozen=True, slots=True)
class Clock:
    """The time of day of an instant that is already in the utility's zone: 11:30."""

    at: datetime


@dataclass(frozen=True, slots=True)
class DayTime:
    """11月27日 18:00 · 27 November 18:00, of an instant that is already in the utility's zone."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Account:
    """An account number in its groups: 3304 1277 86."""

    number: str


@dataclass(frozen=True, slots=True)
class Paper:
    """The two groups of a receipt's, claim's or order's number: 001 042."""

    number: str


@dataclass(frozen=True, slots=True)
class Named:
    """A name that the hall gives in both languages."""

    chinese: str
    english: str


@dataclass(frozen=True, slots=True)
class Said:
    """A text of the catalogue: its Chinese source, the count that English bends words for, the values in its braces."""

    source: str
    count: int | None = None
    values: tuple[tuple[str, Words], ...] = ()


Value: TypeAlias = Money | Sum | Day | Month | Clock | DayTime | Account | Paper | Named
Words: TypeAlias = Said | Value | str | int
Translate: TypeAlias = Callable[[str, int | None], str]

NOTHING = ""


def say(source: str, comment: str = "", count: int | None = None, /, **values: Words) -> Said:
    """A text with values: `say("多的 {sum} 存进户里", sum=Money(655))`, `say("还差 %n 位", "", n)`.

    The source must be a literal: the catalogue is collected from calls of this function. `comment` is for its translator.
    """
    del comment
    return Said(source, count, tuple(values.items()))


def write(words: Words, language: Language, translate: Translate) -> str:
    """Write words out in a language; `translate` looks a source text up in the catalogue."""
    match words:
        case Said("", None, ()):
            return ""
        case Said(source, count, values):
            text = translate(source, count)
            return text.format(**{name: write(value, language, translate) for name, value in values})
        case str() | int():
            return str(words)
        case _:
            return _value(words, chinese=language is Language.CHINESE)


def _value(value: Value, *, chinese: bool) -> str:
    match value:
        case Money(minor, currency, exact):
            return CURRENCY_SIGNS.get(currency, f"{currency} ") + _sum(minor, exact=exact)
        case Sum(minor, exact):
            return _sum(minor, exact=exact)
        case Day(day, weekday):
            return _day(day, weekday=weekday, chinese=chinese)
        case Month(month, year):
            return _month(month, with_year=year, chinese=chinese)
        case Clock(at):
            return f"{at:%H:%M}"
        case DayTime(at):
            return f"{_day(at.date(), weekday=False, chinese=chinese)} {at:%H:%M}"
        case Account(number):
            return " ".join(number[at : at + 4] for at in range(0, len(number), 4))
        case Paper(number):
            return shown_number(number)
        case Named(name, english):
            return name if chinese else english


def _sum(minor: int, *, exact: bool) -> str:
    whole, cents = divmod(minor, 100)
    return f"{whole:,}" if cents == 0 and not exact else f"{whole:,}.{cents:02d}"


def _day(day: date, *, weekday: bool, chinese: bool) -> str:
    if chinese:
        return f"{day.month}月{day.day}日" + (f" 星期{WEEKDAYS_ZH[day.weekday()]}" if weekday else "")
    return (f"{WEEKDAYS_EN[day.weekday()]} " if weekday else "") + f"{day.day} {MONTHS_EN[day.month - 1]}"


def _month(month: str, *, with_year: bool, chinese: bool) -> str:
    year, number = (int(part) for part in month.split("-"))
    if chinese:
        return f"{year}年 {number}月" if with_year else f"{number} 月"
    return MONTHS_EN[number - 1] + (f" {year}" if with_year else "")
