"""One window for all tests of the screen: Qt has one application a process."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible, QGuiApplication

from kiosk.ui.registry import PageEntry
from kiosk.ui.window import KioskWindow, open_window

OpenWindow = Callable[[Sequence[PageEntry]], KioskWindow]


def settle(window: KioskWindow) -> None:
    """Let everything take its place: layouts are done for the frame that is drawn."""
    QGuiApplication.processEvents()
    window.window.grabWindow()


@pytest.fixture(scope="session")
def application(qapp: QGuiApplication) -> QGuiApplication:
    QAccessible.setActive(True)
    return qapp


@pytest.fixture
def open_pages(application: QGuiApplication) -> Iterator[OpenWindow]:
    """Open a window of the given pages at full size, without motion; it is closed after the test."""
    opened: list[KioskWindow] = []

    def open_one(pages: Sequence[PageEntry]) -> KioskWindow:
        window = open_window(application, pages)
        window.stand_still()
        window.window.resize(1080, 1920)
        window.window.show()
        window.window.requestActivate()
        opened.append(window)
        return window

    yield open_one
    for window in opened:
        window.close()


@pytest.fixture
def page_file(tmp_path: Path) -> Callable[[str], PageEntry]:
    """A page of the test's own, from the text between its braces."""
    ui = Path(__file__).resolve().parents[3] / "kiosk" / "ui"

    def write(body: str) -> PageEntry:
        from kiosk.ui.pages.home_model import HomeModel

        file = tmp_path / "TestPage.qml"
        file.write_text(
            f'import QtQuick\nimport "file:{ui}/controls"\nimport "file:{ui}/theme"\nimport kiosk.ui.models\n'
            "Page {\n id: page\n required property HomeModel model\n" + body + "\n}\n",
            encoding="utf-8",
        )
        return PageEntry("test", str(file), HomeModel)

    return write
