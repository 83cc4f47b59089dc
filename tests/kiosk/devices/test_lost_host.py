"""The device host dies and comes back: what happened meanwhile is asked, never guessed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from pytestqt.qtbot import QtBot

from kiosk.demo.processes import Running
from kiosk.devices import open_devices
from kiosk.payment.events import (
    CashInState,
    CountsTaken,
    CountsTold,
    DeviceFailed,
    FailureKind,
    NoteHeld,
    NoteStacked,
)
from kiosk.payment.view import CashState
from tests.kiosk.devices.owner import owner
from tests.kiosk.devices.site import NOON, Site, Wires, hardware, host_of
from tests.system import Control


@contextmanager
def mortal_host(folder: Path, bot: QtBot) -> Iterator[tuple[Site, Running, ExitStack]]:
    with hardware(folder) as simulated, owner() as root, ExitStack() as hosts:
        host = hosts.enter_context(host_of(simulated, folder))
        wired = Wires(Control(simulated.ready["control"]), folder, bot, host)
        devices = open_devices(wired.url, lambda: NOON, root)
        hosts.callback(devices.close)
        built = Site(wired, devices)
        built.listen()
        built.ready()
        yield built, simulated, hosts


def kill(host: Running) -> None:
    host.process.kill()
    host.process.wait(10)


def restart(site: Site, simulated: Running, hosts: ExitStack) -> None:
    """On the same port, as a supervisor would."""
    port = urlsplit(site.wires.url).port
    assert port is not None
    site.wires.host = hosts.enter_context(host_of(simulated, site.wires.folder, port))


def hold_a_note(site: Site, value: int = 100) -> None:
    site.answer(site.devices.cash.count_box)
    before = len(site.events)
    site.open_slot()
    site.control.insert(value)
    assert isinstance(site.next_after(before), NoteHeld)


@pytest.mark.parametrize("wait_ms", [0, 150])
def test_a_host_killed_while_a_note_is_stacked_leaves_no_note_uncounted(
    tmp_path: Path, qtbot: QtBot, wait_ms: int
) -> None:
    with mortal_host(tmp_path, qtbot) as (site, simulated, hosts):
        hold_a_note(site)
        before = len(site.events)
        site.devices.cash.stack_note()
        qtbot.wait(wait_ms)
        kill(site.wires.host)
        event = site.next_after(before)
        restart(site, simulated, hosts)
        if isinstance(event, DeviceFailed):
            assert event.failure is FailureKind.GONE
        else:
            assert event == NoteStacked(value_minor=10_000, at=NOON)
        told = site.answer(site.devices.cash.ask_counts)
        assert isinstance(told, CountsTold)
        assert told.state is CashInState.ENDED
        in_box = site.wires.acceptor()["box"].get("100", 0)
        assert told.counts == ({10_000: in_box} if in_box else {})


def test_a_host_that_died_with_a_note_in_escrow_is_found_again_and_the_next_note_taken(
    tmp_path: Path, qtbot: QtBot
) -> None:
    with mortal_host(tmp_path, qtbot) as (site, simulated, hosts):
        hold_a_note(site)
        kill(site.wires.host)
        site.until(lambda: site.devices.cash.state is CashState.GONE)
        before = len(site.events)
        site.devices.cash.ask_counts()
        restart(site, simulated, hosts)
        told = site.next_after(before)
        assert isinstance(told, CountsTold)
        assert told.held_minor is None
        in_box = site.wires.acceptor()["box"].get("100", 0)
        assert told.counts == ({10_000: in_box} if in_box else {})
        site.control.ask("take-note")
        site.ready()
        hold_a_note(site, 10)
        assert site.answer(site.devices.cash.stack_note) == NoteStacked(value_minor=1_000, at=NOON)


def test_a_kiosk_that_comes_back_at_once_finds_its_note_still_held(tmp_path: Path, qtbot: QtBot) -> None:
    with mortal_host(tmp_path, qtbot) as (site, _, hosts):
        hold_a_note(site)
        site.devices.close()
        site.devices = open_devices(site.wires.url, lambda: NOON, hosts.enter_context(owner()))
        hosts.callback(site.devices.close)
        site.events.clear()
        site.listen()
        told = site.answer(site.devices.cash.ask_counts)
        assert told == CountsTold(state=CashInState.HELD, held_minor=10_000, counts={}, at=NOON)
        assert site.answer(site.devices.cash.stack_note) == NoteStacked(value_minor=10_000, at=NOON)


def test_a_note_that_no_payment_stands_behind_is_stacked_and_told_of_before_the_next_payment(
    tmp_path: Path, qtbot: QtBot
) -> None:
    with mortal_host(tmp_path, qtbot) as (site, _, _hosts):
        hold_a_note(site)
        assert site.answer(site.devices.cash.count_box) == CountsTaken(counts={10_000: 1})
        assert [alarm.amount_minor for alarm in site.alarms] == [10_000]
