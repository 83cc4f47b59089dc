"""The client against the real device host and simulated hardware."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kiosk.payment.events import (
    CountsTaken,
    NoteHeld,
    NoteRefused,
    NoteReturned,
    NoteStacked,
    SlotClosed,
)
from kiosk.payment.view import Refusal
from tests.kiosk.devices.site import NOON, Site, site


@pytest.fixture
def hall_site(tmp_path: Path, qtbot: QtBot) -> Iterator[Site]:
    with site(tmp_path, qtbot) as built:
        built.ready()
        yield built


def test_a_note_is_held_then_stacked_and_counted(hall_site: Site) -> None:
    cash = hall_site.devices.cash
    assert hall_site.answer(cash.count_box) == CountsTaken(counts={})
    before = len(hall_site.events)
    hall_site.open_slot()
    hall_site.control.insert(100)
    assert hall_site.next_after(before) == NoteHeld(value_minor=10_000, currency="CNY")
    assert hall_site.answer(cash.stack_note) == NoteStacked(value_minor=10_000, at=NOON)
    assert hall_site.answer(cash.count_box) == CountsTaken(counts={10_000: 1})
