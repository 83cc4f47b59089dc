"""A visitor's hand and eyes at the real window: finds keys by their words, touches them, reads what is shown."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

from PySide6.QtCore import QEventLoop, QPointF, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest

PATIENCE_S = 40.0
LOOK_MS = 20


class LostError(Exception):
    """What the visitor looked for did not appear."""


class Hand:
    def __init__(self, window: QQuickWindow) -> None:
        self._window = window

    def touch(self, words: str) -> None:
        """Touch the key that says this, as soon as it is there and still."""
        self.wait_for(lambda: self._key(words) is not None, f"a key 「{words}」")
        self.settle()
        key = self._key(words)
        assert key is not None, "the key went while it was being reached for"
        self.tap(key)

    def tap(self, item: QQuickItem) -> None:
        middle = item.mapToScene(QPointF(item.width() / 2, item.height() / 2))
        QTest.mouseClick(
            self._window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle.toPoint()
        )

    def type(self, digits: str) -> None:
        for digit in digits:
            self.touch_exactly(digit)

    def touch_exactly(self, words: str) -> None:
        self.wait_for(lambda: self._key(words, exactly=True) is not None, f"the key {words}")
        key = self._key(words, exactly=True)
        assert key is not None, "the key went while it was being reached for"
        self.tap(key)

    def see(self, words: str, seconds: float = PATIENCE_S) -> None:
        """Wait until this stands somewhere on the screen; raises LostError."""
        self.wait_for(lambda: self.sees(words), f"「{words}」", seconds)

    def see_exactly(self, words: str, seconds: float = PATIENCE_S) -> None:
        """Wait until a text says this and nothing more: 「现金」, not 「现金正在准备」."""
        self.wait_for(lambda: words in self.texts(), f"「{words}」 by itself", seconds)

    def sees(self, words: str) -> bool:
        return any(words in text for text in self.texts())

    def texts(self) -> list[str]:
        """Everything that is written on the screen."""
        return [text for item in shown(self._window.contentItem()) if (text := text_of(item))]

    def wait_for(self, condition: Callable[[], bool], what: str, seconds: float = PATIENCE_S) -> None:
        deadline = time.monotonic() + seconds
        while not condition():
            if time.monotonic() > deadline:
                raise LostError(f"{what} did not come; the screen says: {' | '.join(self.texts())}")
            pause(LOOK_MS)

    def settle(self) -> None:
        """Let layouts take their place: they do so for the frame that is drawn."""
        QGuiApplication.processEvents()
        self._window.grabWindow()

    def _key(self, words: str, *, exactly: bool = False) -> QQuickItem | None:
        for item in shown(self._window.contentItem()):
            if item.inherits("QQuickAbstractButton") and item.isEnabled():
                text = text_of(item)
                if text == words or (not exactly and words in text):
                    return item
        return None


def pause(milliseconds: int) -> None:
    """Let events run for so long."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def text_of(item: QQuickItem) -> str:
    text = item.property("text")
    return text if isinstance(text, str) else ""


def shown(item: QQuickItem) -> Iterator[QQuickItem]:
    """The visible items under this one."""
    if not item.isVisible() or item.opacity() == 0:
        return
    yield item
    for child in item.childItems():
        yield from shown(child)
