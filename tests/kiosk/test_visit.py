"""The visit in Qt's hands: one timer, and every effect passed on once."""

from __future__ import annotations

import time

from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from kiosk.session.events import DigitTyped, Effect, Key, LanguageChosen, LookUp, Pressed, UtilityLearned
from kiosk.session.limits import Limits
from kiosk.session.state import Language, Session
from kiosk.visit import Visit
from tests.kiosk.session.scenes import NUMBER


def test_effects_are_passed_on_once_and_after_the_page_has_changed(qtbot: QtBot) -> None:
    visit = Visit(Session(), lambda: 1000.0)
    seen: list[tuple[Effect, str]] = []
    visit.wanted.connect(lambda effect: seen.append((effect, type(visit.session.page).__name__)))
    for event in (UtilityLearned((10,)), Pressed(Key.PAY_BILL)):
        visit.happened(event)
    visit.happened(Pressed(Key.LOOK_UP))
    assert seen == []
    for digit in NUMBER:
        visit.happened(DigitTyped(digit))
    visit.happened(Pressed(Key.LOOK_UP))
    assert seen == [(LookUp(1, NUMBER), "Identifying")]
    visit.close()


def test_the_clock_rings_by_itself(qtbot: QtBot) -> None:
    visit = Visit(Session(limits=Limits(silence=0.05)), time.monotonic)
    visit.happened(LanguageChosen(Language.ENGLISH))
    qtbot.waitUntil(lambda: visit.session.language is Language.CHINESE, timeout=3000)
    visit.close()


def test_only_one_timer_is_ever_alive_and_none_at_home(qtbot: QtBot) -> None:
    """F45: timers that pages own fight each other; here there is one."""
    visit = Visit(Session(), lambda: 1000.0)
    timers = visit.findChildren(QTimer)
    assert len(timers) == 1
    assert not timers[0].isActive()
    visit.happened(UtilityLearned((10,)))
    visit.happened(Pressed(Key.PAY_BILL))
    visit.happened(Pressed(Key.PAY_BILL))
    assert timers[0].isActive()
    visit.happened(Pressed(Key.HOME))
    assert not timers[0].isActive()
    assert visit.findChildren(QTimer) == timers
