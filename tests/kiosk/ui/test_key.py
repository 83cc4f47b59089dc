"""Touches as hands make them (F44): each is one tap on the key that was meant."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication, QPointingDevice
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.ui.pages.home_view import HomeView
from kiosk.ui.pages.outage_words import OutageLine
from kiosk.ui.registry import PageEntry
from kiosk.ui.samples import sample_shell
from kiosk.ui.window import KioskWindow
from tests.kiosk.ui.conftest import OpenWindow, settle

UI = Path(__file__).resolve().parents[3] / "kiosk" / "ui"
KEYS = """
    desk: [
        PlainKey { width: 474; text: "甲"; onClicked: page.shell.tell(text, "") },
        PlainKey { x: 494; width: 474; text: "乙"; onClicked: page.shell.tell(text, "") },
        Column {
            y: 200
            Repeater {
                model: page.model.outages
                PlainKey { required property string key; width: 474; text: key; onClicked: page.shell.tell(key, "") }
            }
        }
    ]
"""
FIRST, SECOND = QPoint(293, 824), QPoint(787, 824)
FIRST_LEFT_EDGE = QPoint(58, 824)
BARE_WALL = QPoint(5, 400)
ROWS_Y, ROW_HEIGHT = 968, 112


@pytest.fixture(scope="module")
def screen() -> QPointingDevice:
    return QTest.createTouchDevice()


@pytest.fixture
def taps() -> list[str]:
    return []


@pytest.fixture
def window(open_pages: OpenWindow, page_file: Callable[[str], PageEntry], taps: list[str]) -> KioskWindow:
    page = page_file(KEYS)
    window = open_pages([page])
    window.shell.show(sample_shell())
    window.show_page(page.name)

    def note() -> None:
        if title := window.shell.property("noteTitle"):
            taps.append(title)
            window.shell.closeNote()

    window.shell.noteChanged.connect(note)
    settle(window)
    return window


class Fingers:
    """Fingers on the window, by number, in page coordinates."""

    def __init__(self, window: KioskWindow, screen: QPointingDevice) -> None:
        self._window = window.window
        self._screen = screen
        self._resting: dict[int, QPoint] = {}

    def press(self, finger: int, at: QPoint) -> None:
        self._touch(finger, lambda touch: touch.press(finger, at, self._window))
        self._resting[finger] = at

    def move(self, finger: int, to: QPoint) -> None:
        self._touch(finger, lambda touch: touch.move(finger, to, self._window))
        self._resting[finger] = to

    def lift(self, finger: int) -> None:
        at = self._resting.pop(finger)
        self._touch(finger, lambda touch: touch.release(finger, at, self._window))

    def _touch(self, finger: int, act: Callable[[QTest.QTouchEventSequence], object]) -> None:
        touch = QTest.touchEvent(self._window, self._screen, False)
        for other in self._resting:
            if other != finger:
                touch.stationary(other)
        act(touch)
        touch.commit()
        QGuiApplication.processEvents()


@pytest.fixture
def fingers(window: KioskWindow, screen: QPointingDevice) -> Fingers:
    return Fingers(window, screen)


def test_a_plain_touch_is_one_tap(fingers: Fingers, taps: list[str]) -> None:
    fingers.press(0, FIRST)
    fingers.lift(0)
    assert taps == ["甲"]


@pytest.mark.parametrize("jitter", [QPoint(-25, 0), QPoint(25, 25), QPoint(-20, 20)])
def test_a_finger_that_trembles_over_the_edge_still_taps(
    fingers: Fingers, taps: list[str], jitter: QPoint
) -> None:
    fingers.press(0, FIRST_LEFT_EDGE)
    for shake in (jitter, -jitter, jitter):
        fingers.move(0, FIRST_LEFT_EDGE + shake)
    fingers.lift(0)
    assert taps == ["甲"]


def test_a_finger_that_is_drawn_away_taps_nothing(fingers: Fingers, taps: list[str]) -> None:
    fingers.press(0, FIRST)
    fingers.move(0, SECOND)
    fingers.lift(0)
    assert taps == []


def test_a_finger_that_rests_long_still_taps(fingers: Fingers, taps: list[str], qtbot: QtBot) -> None:
    hints = QGuiApplication.styleHints()
    usual = hints.mousePressAndHoldInterval()
    hints.setMousePressAndHoldInterval(20)
    try:
        fingers.press(0, FIRST)
        qtbot.wait(100)
        fingers.lift(0)
    finally:
        hints.setMousePressAndHoldInterval(usual)
    assert taps == ["甲"]


@pytest.mark.parametrize("resting", [BARE_WALL, SECOND, FIRST + QPoint(60, 10)])
def test_another_finger_that_rests_takes_nothing_away(
    fingers: Fingers, taps: list[str], resting: QPoint
) -> None:
    fingers.press(7, resting)
    fingers.press(0, FIRST)
    fingers.lift(0)
    fingers.lift(7)
    assert taps.count("甲") == 1
    assert taps.count("乙") == (1 if resting == SECOND else 0)


def test_a_second_finger_on_the_same_key_makes_no_second_tap(fingers: Fingers, taps: list[str]) -> None:
    fingers.press(0, FIRST)
    fingers.press(1, FIRST + QPoint(80, 0))
    fingers.lift(1)
    fingers.lift(0)
    assert taps == ["甲"]


def test_the_row_under_the_finger_stays_when_the_list_is_refreshed(
    window: KioskWindow, fingers: Fingers, taps: list[str]
) -> None:
    rows = tuple(OutageLine(key, fault=True, where="", what="") for key in ("早", "中", "晚"))
    window.models["test"].show(HomeView(outages=rows))
    settle(window)
    middle = QPoint(293, ROWS_Y + ROW_HEIGHT + ROW_HEIGHT // 2)
    fingers.press(0, middle)
    changed = OutageLine("中", fault=False, where="改过", what="")
    window.models["test"].show(HomeView(outages=(rows[0], changed, rows[2])))
    fingers.lift(0)
    assert taps == ["中"]


def test_a_row_that_goes_while_it_is_touched_taps_no_other(
    window: KioskWindow, fingers: Fingers, taps: list[str]
) -> None:
    rows = tuple(OutageLine(key, fault=True, where="", what="") for key in ("早", "中"))
    window.models["test"].show(HomeView(outages=rows))
    settle(window)
    fingers.press(0, QPoint(293, ROWS_Y + ROW_HEIGHT // 2))
    window.models["test"].show(HomeView(outages=rows[1:]))
    fingers.lift(0)
    assert taps == []


def test_no_page_and_no_control_owns_a_timer() -> None:
    """F45: the visit has one clock, and it is not here."""
    assert [path.name for path in UI.rglob("*.qml") if "Timer {" in path.read_text(encoding="utf-8")] == []
