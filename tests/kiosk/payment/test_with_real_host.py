"""The payment thread with the real hall, the real device host and simulated hardware."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from hall.contract import PaymentEnd, shown_number
from kiosk.payment.view import CashState, Refusal, Slip, Stage
from tests.kiosk.payment.town import CUT_OFF, EXACT, MUCH, Kiosk, Town, kiosk, town


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    with town(tmp_path_factory.mktemp("town")) as built:
        yield built


@pytest.fixture
def here(place: Town, tmp_path: Path, qtbot: QtBot) -> Iterator[Kiosk]:
    with kiosk(place, tmp_path, qtbot) as built:
        yield built


def test_exact_notes_are_booked_once_and_the_slip_has_the_receipt(here: Kiosk) -> None:
    here.begin(EXACT)
    here.insert(50, 20, 20, 10)
    here.until_printed()
    assert here.view.stage is Stage.DONE
    assert here.view.posted is not None
    assert here.box_minor() == 10_000
    assert here.booked() == [10_000]
    [slip] = here.slips()
    assert "本凭条不作为报销凭证" in slip
    here.thread.dismiss()
    here.until_stage(Stage.IDLE)


def test_stopping_early_keeps_what_is_in(here: Kiosk) -> None:
    here.begin(MUCH)
    here.insert(100, 100)
    here.stop()
    assert here.view.paid_minor == 20_000
    assert here.box_minor() == 20_000
    assert here.booked() == [20_000]
    assert not here.acceptor()["enabled"]


def test_a_forged_note_always_comes_back_and_the_payment_goes_on(here: Kiosk) -> None:
    here.begin(MUCH)
    here.control.insert(100, "forged")
    here.until(lambda: here.view.refusal is Refusal.NOT_READ)
    here.control.ask("take-note")
    here.insert(100)
    here.stop()
    assert here.booked() == [10_000]


def test_a_note_that_the_hall_does_not_take_comes_back(here: Kiosk) -> None:
    here.begin(MUCH)
    here.control.insert(5)
    here.until(lambda: here.view.refusal is Refusal.NOT_ACCEPTED)
    here.stop()
    assert here.view.stage is Stage.IDLE
    assert here.box_minor() == 0


def test_an_early_stop_with_a_note_on_its_way_gives_it_back_or_counts_it(here: Kiosk) -> None:
    here.begin(MUCH)
    here.control.insert(100)
    here.thread.stop(PaymentEnd.STOPPED)
    here.until(lambda: here.view.stage in (Stage.IDLE, Stage.DONE))
    assert here.view.paid_minor == here.box_minor()


def test_a_jam_becomes_a_claim_with_a_number_that_the_hall_knows(here: Kiosk) -> None:
    here.begin(MUCH)
    here.insert(100)
    here.until_open()
    here.control.insert(50, "jams")
    here.until(lambda: here.view.claim is not None and here.view.claim.answer_due is not None)
    here.until_printed()
    assert here.view.jammed
    assert here.booked() == [10_000]
    assert [kind for kind, _ in here.claims()] == ["note-in-doubt"]


def test_a_cable_pulled_with_a_note_in_escrow_loses_nothing(here: Kiosk) -> None:
    here.begin(MUCH)
    here.insert(100)
    here.until_open()
    here.control.insert(50)
    here.control.ask("pull", device="acceptor")
    here.until(lambda: here.view.stage is Stage.CLOSING)
    here.control.ask("plug", device="acceptor")
    here.until(lambda: here.view.stage in (Stage.READY, Stage.DONE))
    if here.view.stage is Stage.READY:
        here.stop()
    assert here.claims() == []
    assert here.box_minor() == sum(here.booked()) == here.view.paid_minor


def test_a_hall_that_is_lost_in_mid_payment_is_told_once_the_line_returns(here: Kiosk) -> None:
    here.begin(MUCH)
    here.town.stop_centre()
    here.insert(100)
    here.stop()
    assert here.view.hall_awaited
    here.town.start_centre()
    here.until(lambda: here.view.posted is not None)
    assert here.booked() == [10_000]
    assert "线路不通" in here.slips()[0]


def test_a_kiosk_that_restarts_posts_what_was_stacked_and_prints_once(here: Kiosk) -> None:
    here.begin(MUCH)
    here.insert(100)
    here.thread.close()
    here.start()
    here.until(lambda: here.view.recovered and here.view.slip is Slip.PRINTED)
    assert here.view.stage is Stage.DONE
    assert here.view.posted is not None
    assert here.booked() == [10_000]
    assert len(here.slips()) == 1


def test_a_device_host_that_dies_while_a_note_is_on_its_way_is_asked_when_it_is_back(here: Kiosk) -> None:
    here.begin(MUCH)
    here.control.insert(100)
    here.until(lambda: here.view.stage is Stage.MOVING or here.view.paid_minor > 0)
    here.town.kill_host()
    here.town.start_host()
    here.until(lambda: here.view.stage is Stage.READY and here.devices.cash is CashState.READY)
    here.stop()
    assert here.claims() == []
    assert here.view.paid_minor == here.box_minor() == sum(here.booked())


def test_a_note_that_the_acceptor_stacks_while_its_power_comes_back_is_credited_once(here: Kiosk) -> None:
    here.control.ask("cut-power", device="acceptor", at="stacking")
    here.begin(MUCH)
    here.control.insert(100)
    here.until(lambda: not here.acceptor()["power"])
    here.control.ask("power", device="acceptor", on=True)
    here.until(lambda: here.view.stage is Stage.READY)
    here.stop()
    assert here.claims() == []
    assert here.box_minor() == sum(here.booked()) == here.view.paid_minor


def test_paying_what_is_late_on_a_cut_off_account_prints_the_reconnect_order(here: Kiosk) -> None:
    here.begin(CUT_OFF)
    here.insert(100, 100, 100, 100, 100)
    here.stop()
    assert here.view.posted is not None
    [order] = here.view.posted.reconnect_orders
    assert f"送电单号 {shown_number(order.number)}" in here.slips()[0].replace("\n", "")


def test_a_printer_without_paper_leaves_the_receipt_on_the_screen_and_prints_nothing_later(
    here: Kiosk,
) -> None:
    here.control.ask("paper", state="out")
    here.begin(MUCH)
    here.insert(100)
    here.thread.stop(PaymentEnd.STOPPED)
    here.until(lambda: here.view.slip is Slip.FAILED)
    assert here.view.receipt_number is not None
    here.control.ask("paper", state="full")
    here.bot.wait(1500)
    assert here.slips() == []
    here.thread.print_again()
    here.until_printed()
    assert len(here.slips()) == 1
