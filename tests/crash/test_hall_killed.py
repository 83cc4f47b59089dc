"""The hall is killed before and after it is spoken to, and started again."""

from __future__ import annotations

from tests.crash.points import Crash, Part
from tests.crash.street import Street

VICTIM = Part.HALL


def is_here(_: Crash) -> bool:
    return True


def test_each_note_is_in_all_four_books_once_wherever_the_hall_dies(street: Street, crash: Crash) -> None:
    street.drill(crash.visit, crash)
