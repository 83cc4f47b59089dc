"""The device host is killed around each command, each save of its till and each order about a note."""

from __future__ import annotations

from tests.crash.points import Crash, Part
from tests.crash.street import Street

VICTIM = Part.DEVICES


def is_here(_: Crash) -> bool:
    return True


def test_each_note_is_in_all_four_books_once_wherever_the_device_host_dies(
    street: Street, crash: Crash
) -> None:
    street.drill(crash.visit, crash)
