"""The kiosk is killed before and after each command to acceptor, printer and hall, and started again."""

from __future__ import annotations

from tests.crash.points import Crash, Part
from tests.crash.street import Street

VICTIM = Part.KIOSK


def is_here(crash: Crash) -> bool:
    return "append" not in crash.point


def test_each_note_is_in_all_four_books_once_whichever_command_was_the_last(
    street: Street, crash: Crash
) -> None:
    street.drill(crash.visit, crash)
