"""Which page is on show for a visit: the pure half of the screen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace

import pytest

from kiosk.payment.view import CashState, ClaimView, DevicesView, PaymentView, PrinterState, Refusal, Stage
from kiosk.session.events import CashChanged, Key, PaymentChanged
from kiosk.ui.pages.cash_view import CashView
from kiosk.ui.pages.registry import PAGES
from kiosk.ui.pages.sample_visit import LIMIT, NOTES, paid, reconnecting
from kiosk.ui.samples import HOTLINE, NOW, SITE, ZONE
from kiosk.ui.shown import Shown, page_shown, shell_shown
from kiosk.ui.surroundings import Surroundings
from tests.kiosk.session.scenes import (
    NUMBER,
    Screen,
    asked,
    at_cash,
    at_home,
    choosing,
    confirming,
    done,
    finished,
    identifying,
    paying,
)
from tests.kiosk.ui.pages.words import chinese

AROUND = Surroundings(
    now=NOW,
    zone=ZONE,
    site=SITE,
    hotline=HOTLINE,
    notes_minor=NOTES,
    cash_limit_minor=LIMIT,
    devices=DevicesView(CashState.READY, PrinterState.READY),
    outages=(),
)


def shown(screen: Screen) -> Shown:
    return page_shown(screen.session, AROUND, screen.now)


def with_payment(screen: Screen, view: PaymentView) -> Screen:
    return screen.does(PaymentChanged(view))


SCENES: dict[str, Callable[[], Screen]] = {
    "home": at_home,
    "outages": lambda: at_home().press(Key.OUTAGES),
    "identify": identifying,
    "hall-down": lambda: Screen().press(Key.PAY_BILL),
    "confirm": confirming,
    "account": choosing,
    "no-cash": lambda: choosing().does(CashChanged(ready=False)).press(Key.PAY),
    "cash": at_cash,
    "refused": lambda: with_payment(at_cash(), replace(paying(), refusal=Refusal.NOT_READ)),
    "jam": lambda: with_payment(at_cash(), replace(paying(Stage.CLOSING), jammed=True)),
    "leaving": lambda: at_cash().press(Key.HOME),
    "done": finished,
    "reconnect": lambda: with_payment(at_cash(49_000), reconnecting()),
    "restarted": lambda: at_home().does(PaymentChanged(replace(paid(2), recovered=True))),
    "still-there": lambda: identifying("3304").wait(60),
}


def test_every_page_of_the_registry_can_be_reached() -> None:
    assert set(SCENES) == {page.name for page in PAGES}


@pytest.mark.parametrize("page", SCENES)
def test_each_state_of_the_visit_has_its_page_and_a_view_of_the_page_s_own_kind(page: str) -> None:
    result = shown(SCENES[page]())
    assert result.page == page
    kinds = {type(sample.view) for entry in PAGES if entry.name == page for sample in entry.samples}
    assert type(result.view) in kinds


@pytest.mark.parametrize("page", SCENES)
def test_every_view_has_a_blank_state_to_go_back_to(page: str) -> None:
    view = shown(SCENES[page]()).view
    blank = type(view)()
    assert all(NUMBER not in repr(getattr(blank, field.name)) for field in fields(blank))


def test_a_note_in_doubt_keeps_its_own_page_to_the_end() -> None:
    view = replace(done(), claim=ClaimView("001-20261125-043", None))
    assert shown(with_payment(at_cash(10_000), view)).page == "jam"


def test_a_refused_note_is_over_when_the_next_one_moves() -> None:
    screen = with_payment(at_cash(), replace(paying(Stage.MOVING), refusal=Refusal.NOT_READ))
    assert shown(screen).page == "cash"


def test_until_the_payment_is_taken_up_the_page_shows_what_was_ordered() -> None:
    view = shown(choosing().press(Key.PAY)).view
    assert isinstance(view, CashView)
    assert chinese(view.due) == "应缴 ¥488.07"
    assert chinese(view.missing) == "490"
    assert chinese(view.title) == "正在打开入钞口"


@pytest.mark.parametrize("scene", [choosing, at_cash, finished])
def test_the_lintel_names_the_account_once_it_is_confirmed(scene: Callable[[], Screen]) -> None:
    shell = shell_shown(scene().session, AROUND)
    assert chinese(shell.who) == "陈*芳"
    assert chinese(shell.number) == "3304 1277 86"


@pytest.mark.parametrize("scene", [at_home, identifying, asked, confirming])
def test_before_that_nobody_is_named(scene: Callable[[], Screen]) -> None:
    assert chinese(shell_shown(scene().session, AROUND).who) == ""


def test_under_the_veil_nobody_is_named() -> None:
    shell = shell_shown(choosing().wait(60).session, AROUND)
    assert chinese(shell.who) == ""
    assert chinese(shell.number) == ""


def test_after_a_restart_nobody_is_named() -> None:
    shell = shell_shown(SCENES["restarted"]().session, AROUND)
    assert chinese(shell.number) == ""
