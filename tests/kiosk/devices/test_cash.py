"""One thing at a time, each answered by one event, whatever the service does."""

from __future__ import annotations

from collections.abc import Iterator

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
    SlotClosed,
)
from kiosk.payment.view import CashState, Refusal
from tests.kiosk.devices.answers import cash_in, items, status, storage
from tests.kiosk.devices.scripted_acceptor import NOON, Scene, scene


@pytest.fixture
def at(qtbot: QtBot) -> Iterator[Scene]:
    with scene(qtbot) as built:
        qtbot.waitUntil(lambda: built.devices.cash.state is CashState.READY, timeout=10_000)
        yield built


def told(state: CashInState, held: int | None = None) -> CountsTold:
    return CountsTold(state=state, held_minor=held, counts={}, at=NOON)


def test_the_wanted_notes_are_told_to_the_device_and_again_whenever_it_comes_back(at: Scene) -> None:
    at.devices.cash.configure((10_000,), "CNY")
    at.until_heard("ConfigureNoteTypes")
    at.devices.cash.configure((10_000,), "CNY")
    at.host.cut()
    at.until_heard("ConfigureNoteTypes", 2)
    at.devices.cash.configure((10_000, 500), "CNY")
    at.until_heard("ConfigureNoteTypes", 3)


def test_inside_a_transaction_no_note_types_are_set(at: Scene) -> None:
    at.devices.cash.await_note()
    at.until_heard("CashIn")
    at.devices.cash.configure((10_000,), "CNY")
    at.bot.wait(200)
    assert "ConfigureNoteTypes" not in at.acceptor.heard
    at.devices.cash.close_slot()
    assert at.next_event() == SlotClosed()
    at.devices.cash.count_box()
    assert isinstance(at.next_event(), CountsTaken)
    assert "ConfigureNoteTypes" in at.acceptor.heard


def test_a_completion_told_three_times_is_one_note(at: Scene) -> None:
    at.acceptor.items, at.acceptor.repeats = items(typeA=1), 3
    at.devices.cash.await_note()
    assert at.next_event() == NoteHeld(value_minor=10_000, currency="CNY")


def test_a_closed_slot_is_told_once_after_the_cancelled_command_itself_has_ended(at: Scene) -> None:
    at.devices.cash.await_note()
    at.until_heard("CashIn")
    at.devices.cash.close_slot()
    at.devices.cash.close_slot()
    assert at.next_event() == SlotClosed()
    assert at.acceptor.heard[-1] == "CashInRollback"


def test_a_slot_that_was_closed_opens_again_for_the_next_payment(at: Scene) -> None:
    at.devices.cash.close_slot()
    assert at.next_event() == SlotClosed()
    at.acceptor.items = {}
    at.devices.cash.await_note()
    assert at.next_event() == NoteRefused(reason=Refusal.NOT_READ)


def test_a_host_lost_in_mid_command_is_one_failure_and_then_everything_fails_until_it_is_back(
    at: Scene,
) -> None:
    at.devices.cash.await_note()
    at.until_heard("CashIn")
    at.host.cut()
    failed = at.next_event()
    assert isinstance(failed, DeviceFailed)
    assert failed.failure is FailureKind.GONE
    at.acceptor.last = cash_in("active", typeA=1)
    at.devices.cash.ask_counts()
    assert at.next_event() == told(CashInState.HELD, 10_000)


def test_without_a_host_every_call_but_the_question_fails_as_gone(qtbot: QtBot) -> None:
    with scene(qtbot) as at:
        at.devices.close()
        cash = at.devices.cash
        for call in (cash.count_box, cash.await_note, cash.stack_note, cash.return_note):
            call()
            failed = at.next_event()
            assert isinstance(failed, DeviceFailed)
            assert failed.failure is FailureKind.GONE


def test_the_question_waits_until_the_device_can_be_reached(at: Scene) -> None:
    at.acceptor.status = status("powerOff")
    at.devices.cash.ask_counts()
    at.until_heard("Status", at.acceptor.heard.count("Status") + 2)
    assert at.events == []
    at.acceptor.status = status()
    assert at.next_event() == told(CashInState.ENDED)


def test_the_next_call_ends_the_wait_for_an_answer_to_the_question(at: Scene) -> None:
    at.acceptor.status = status("powerOff")
    at.devices.cash.ask_counts()
    at.devices.cash.count_box()
    failed = at.next_event()
    assert isinstance(failed, DeviceFailed)
    at.acceptor.status = status()
    at.bot.wait(1_200)
    assert at.events == []


def test_whatever_changes_at_the_device_its_state_is_read_anew(at: Scene) -> None:
    at.acceptor.storage = storage("missing")
    changed = {"header": {"type": "event", "name": "Storage.StorageChangedEvent", "version": "2.1"}}
    at.host.tell(changed)
    at.bot.waitUntil(lambda: at.devices.cash.state is CashState.BOX_REMOVED)


def test_an_alarm_of_the_host_is_handed_on_with_its_amount(at: Scene) -> None:
    at.devices.cash.configure((10_000,), "CNY")
    at.until_heard("ConfigureNoteTypes")
    alarm = {
        "header": {"type": "unsolicited", "name": "Common.ErrorEvent", "version": "2.0"},
        "payload": {"eventId": "hardware", "vendorDescription": "unclaimed cash: typeA"},
    }
    at.host.tell(alarm)
    at.bot.waitUntil(lambda: [one.amount_minor for one in at.alarms] == [10_000])
