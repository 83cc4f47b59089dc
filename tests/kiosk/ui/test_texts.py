"""How words are written in each language."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.session.state import Language
from kiosk.ui.texts import (
    NOTHING,
    Account,
    Clock,
    Day,
    DayTime,
    Money,
    Month,
    Named,
    Paper,
    Sum,
    Words,
    say,
    write,
)

SHANGHAI = ZoneInfo("Asia/Shanghai")
ENGLISH = {"多的 {sum} 存进户里": "{sum} too much goes to the account", "{town}停电": "{town} is out"}


def chinese(words: Words) -> str:
    return write(words, Language.CHINESE, lambda source, count: source.replace("%n", str(count)))


def english(words: Words) -> str:
    return write(words, Language.ENGLISH, lambda source, count: ENGLISH[source])


@pytest.mark.parametrize(
    ("words", "in_chinese", "in_english"),
    [
        (Money(43_345), "¥433.45", "¥433.45"),
        (Money(124_000), "¥1,240", "¥1,240"),
        (Money(44_000, exact=True), "¥440.00", "¥440.00"),
        (Money(5, "USD"), "USD 0.05", "USD 0.05"),
        (Sum(0), "0", "0"),
        (Sum(655), "6.55", "6.55"),
        (Day(date(2026, 11, 25)), "11月25日", "25 November"),
        (Day(date(2026, 11, 25), weekday=True), "11月25日 星期三", "Wed 25 November"),
        (Month("2026-09"), "2026年 9月", "September 2026"),
        (Month("2026-10", year=False), "10 月", "October"),
        (Clock(datetime(2026, 11, 25, 9, 5, tzinfo=SHANGHAI)), "09:05", "09:05"),
        (DayTime(datetime(2026, 11, 27, 18, 0, tzinfo=SHANGHAI)), "11月27日 18:00", "27 November 18:00"),
        (Account("3304127786"), "3304 1277 86", "3304 1277 86"),
        (Account("33041"), "3304 1", "3304 1"),
        (Account("3304127786123"), "3304 1277 8612 3", "3304 1277 8612 3"),
        (Account(""), "", ""),
        (Paper("001-20261125-042"), "001 042", "001 042"),
        (Named("武原街道", "Wuyuan"), "武原街道", "Wuyuan"),
        (NOTHING, "", ""),
    ],
)
def test_a_value_is_written_as_each_language_does(words: Words, in_chinese: str, in_english: str) -> None:
    assert (chinese(words), english(words)) == (in_chinese, in_english)


def test_a_text_takes_its_values_in_the_language_it_is_said_in() -> None:
    words = say("{town}停电", town=Named("武原", "Wuyuan"))
    assert chinese(words) == "武原停电"
    assert english(words) == "Wuyuan is out"


def test_a_text_can_hold_another() -> None:
    assert (
        chinese(say("先{first}", first=say("多的 {sum} 存进户里", sum=Money(655)))) == "先多的 ¥6.55 存进户里"
    )


def test_a_count_reaches_the_catalogue() -> None:
    assert chinese(say("还差 %n 位", "", 2)) == "还差 2 位"


def test_braces_in_a_name_are_only_a_name() -> None:
    assert chinese(say("户名 {name}", name="{sum}")) == "户名 {sum}"


@given(st.integers(0, 10**12))
def test_no_fen_of_a_sum_is_lost_in_writing(minor: int) -> None:
    assert int(chinese(Sum(minor, exact=True)).replace(",", "").replace(".", "")) == minor
    whole, _, cents = chinese(Sum(minor)).replace(",", "").partition(".")
    assert int(whole) * 100 + int(cents or "0") == minor
