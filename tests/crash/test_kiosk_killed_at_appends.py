"""The kiosk is killed before and after each append to its journal, and started again."""

from __future__ import annotations

from tests.crash.points import Crash, Part
from tests.crash.street import Street

VICTIM = Part.KIOSK


def is_here(crash: Crash) -> bool:
    return "append" in crash.point


def test_each_note_is_in_all_four_books_once_wherever_an_append_is_cut_off(
    street: Street, crash: Crash
) -> None:
    street.drill(crash.visit, crash)
