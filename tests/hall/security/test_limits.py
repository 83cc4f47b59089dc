"""Look-ups are limited by kiosk and by range of numbers; time is turned, not waited for."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from hall.security.limits import KEYS_MIN, LookUpGate, SlidingWindow
from hall.utility import LookUpLimits

LIMITS = LookUpLimits(kiosk_per_minute=3, range_per_hour=5, range_digits=4, repeat_minutes=0)


def test_a_kiosk_waits_until_its_oldest_look_up_is_a_minute_old() -> None:
    gate = LookUpGate(LIMITS)
    for second, number in enumerate(("1000", "2000", "3000")):
        assert gate.wait_s("a", number, float(second)) == 0
    assert gate.wait_s("a", "4000", 10.0) == 50.0
    assert gate.wait_s("b", "4000", 10.0) == 0
    assert gate.wait_s("a", "4000", 60.0) == 0


def test_a_range_of_numbers_is_limited_over_all_kiosks() -> None:
    gate = LookUpGate(LIMITS)
    for n in range(5):
        assert gate.wait_s(f"kiosk-{n}", f"3304{n}", 0.0) == 0
    assert gate.wait_s("another", "33049", 100.0) == 3500.0
    assert gate.wait_s("another", "3305", 100.0) == 0


def test_a_refused_look_up_counts_against_nobody() -> None:
    gate = LookUpGate(LIMITS)
    for _ in range(3):
        gate.wait_s("a", "1", 0.0)
    for second in range(1, 50):
        assert gate.wait_s("a", "1", float(second)) > 0
    assert gate.wait_s("a", "1", 60.0) == 0


def test_a_number_that_was_just_told_may_be_asked_for_again() -> None:
    gate = LookUpGate(replace(LIMITS, repeat_minutes=15))
    numbers = ("1000", "2000", "3000")
    for _ in range(5):
        assert [gate.wait_s("a", number, 0.0) for number in numbers] == [0, 0, 0]
    assert gate.wait_s("a", "4000", 0.0) == 60.0
    assert gate.wait_s("a", "1000", 899.0) == 0
    for number in ("4000", "5000", "6000"):
        gate.wait_s("a", number, 899.0)
    assert gate.wait_s("a", "1000", 900.0) == 59.0


def test_what_is_long_past_takes_no_room() -> None:
    window = SlidingWindow(1, 10.0)
    for second in range(100_000):
        window.count(str(second), float(second))
    assert len(window._events) <= KEYS_MIN


@given(st.lists(st.floats(0, 20), max_size=60), st.integers(1, 5))
def test_never_more_than_so_many_in_a_window(gaps: list[float], most: int) -> None:
    window, now, allowed = SlidingWindow(most, 10.0), 0.0, []
    for gap in gaps:
        now += gap
        if window.wait_s("key", now) == 0:
            window.count("key", now)
            allowed.append(now)
    for moment in allowed:
        assert sum(moment - 10.0 < other <= moment for other in allowed) <= most
