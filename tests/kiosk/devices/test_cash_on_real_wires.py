"""The client against the real device host and simulated hardware."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kiosk.payment.events import (
    CashInState,
    CountsTaken,
    CountsTold,
    DeviceFailed,
    FailureKind,
    NoteHeld,
    NoteRefused,
    NoteReturned,
    NoteStacked,
    SlotClosed,
)
from kiosk.payment.view import CashState, Refusal
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


def test_a_forged_note_comes_back_and_the_next_one_is_taken_in_the_same_transaction(hall_site: Site) -> None:
    cash = hall_site.devices.cash
    hall_site.answer(cash.count_box)
    before = len(hall_site.events)
    hall_site.open_slot()
    hall_site.control.insert(100, "forged")
    assert hall_site.next_after(before) == NoteRefused(reason=Refusal.NOT_READ)
    hall_site.control.ask("take-note")
    hall_site.open_slot()
    hall_site.control.insert(50)
    assert hall_site.next_after(before + 1) == NoteHeld(value_minor=5_000, currency="CNY")
    assert hall_site.answer(cash.return_note) == NoteReturned()
    assert hall_site.answer(cash.count_box) == CountsTaken(counts={})


def test_a_note_that_the_utility_does_not_take_is_refused_by_the_acceptor(hall_site: Site) -> None:
    hall_site.answer(hall_site.devices.cash.count_box)
    before = len(hall_site.events)
    hall_site.open_slot()
    hall_site.control.insert(5)
    assert hall_site.next_after(before) == NoteRefused(reason=Refusal.NOT_ACCEPTED)


def test_an_empty_slot_closes_and_lets_nothing_in(hall_site: Site) -> None:
    cash = hall_site.devices.cash
    hall_site.answer(cash.count_box)
    hall_site.open_slot()
    assert hall_site.answer(cash.close_slot) == SlotClosed()
    assert not hall_site.wires.acceptor()["enabled"]
    assert hall_site.answer(cash.close_slot) == SlotClosed()


def test_a_slot_told_to_close_while_a_note_goes_in_gives_one_answer_and_loses_nothing(
    hall_site: Site,
) -> None:
    cash = hall_site.devices.cash
    hall_site.answer(cash.count_box)
    for pause_ms in (0, 40, 80, 160, 320):
        before = len(hall_site.events)
        hall_site.open_slot()
        hall_site.control.insert(20)
        hall_site.bot.wait(pause_ms)
        if len(hall_site.events) == before:
            cash.close_slot()
        event = hall_site.next_after(before)
        if event == NoteHeld(value_minor=2_000, currency="CNY"):
            assert hall_site.answer(cash.return_note) == NoteReturned()
        else:
            assert event == SlotClosed()
        hall_site.control.ask("take-note")
    assert hall_site.answer(cash.count_box) == CountsTaken(counts={})


def test_a_cable_pulled_with_a_note_in_escrow_is_settled_once_it_is_back(hall_site: Site) -> None:
    cash = hall_site.devices.cash
    hall_site.answer(cash.count_box)
    before = len(hall_site.events)
    hall_site.open_slot()
    hall_site.control.insert(100)
    hall_site.next_after(before)
    hall_site.control.ask("pull", device="acceptor")
    hall_site.until(lambda: cash.state is CashState.GONE)
    cash.ask_counts()
    hall_site.bot.wait(500)
    assert len(hall_site.events) == before + 1, "nobody can say yet"
    hall_site.control.ask("plug", device="acceptor")
    told = hall_site.next_after(before + 1)
    assert isinstance(told, CountsTold)
    assert (told.state, told.counts) == (CashInState.ENDED, {}), (
        "the acceptor gives back what nobody polls for"
    )
    hall_site.control.ask("take-note")
    hall_site.ready()
    assert hall_site.answer(cash.count_box) == CountsTaken(counts={})


def test_a_cable_pulled_with_the_slot_open_fails_the_wait_as_gone(hall_site: Site) -> None:
    cash = hall_site.devices.cash
    hall_site.answer(cash.count_box)
    before = len(hall_site.events)
    hall_site.open_slot()
    hall_site.control.ask("pull", device="acceptor")
    failed = hall_site.next_after(before)
    assert isinstance(failed, DeviceFailed)
    assert failed.failure is FailureKind.GONE
    hall_site.control.ask("plug", device="acceptor")
    told = hall_site.answer(cash.ask_counts)
    assert isinstance(told, CountsTold)
    assert (told.state, told.counts) == (CashInState.ENDED, {})
    hall_site.open_slot()
    hall_site.control.insert(10)
    assert hall_site.next_after(before + 2) == NoteHeld(value_minor=1_000, currency="CNY")


def test_a_jam_fails_as_jammed_and_nobody_claims_to_know_the_notes_end(hall_site: Site) -> None:
    cash = hall_site.devices.cash
    hall_site.answer(cash.count_box)
    before = len(hall_site.events)
    hall_site.open_slot()
    hall_site.control.insert(100, "jams")
    event = hall_site.next_after(before)
    if event == NoteHeld(value_minor=10_000, currency="CNY"):
        event = hall_site.answer(cash.stack_note)
    assert isinstance(event, DeviceFailed)
    assert event.failure is FailureKind.JAMMED
    hall_site.until(lambda: cash.state is CashState.JAMMED)
    told = hall_site.answer(cash.ask_counts)
    assert isinstance(told, CountsTold)
    assert told.state is CashInState.UNKNOWN
    assert isinstance(hall_site.answer(cash.count_box), DeviceFailed)
