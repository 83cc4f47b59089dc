"""The window: Qt's engine with everything that the pages need, and one page on show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import shiboken6
from PySide6.QtCore import QEvent, QObject, QSize, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from kiosk.config import WindowSize
from kiosk.session.state import Language
from kiosk.ui.codes import QrProvider
from kiosk.ui.fonts import use_fonts
from kiosk.ui.icons import IconProvider
from kiosk.ui.registry import PageEntry, PageModel
from kiosk.ui.shell_model import ShellModel
from kiosk.ui.speaker import Speaker
from kiosk.ui.translations import compiled

MAIN = Path(__file__).with_name("Main.qml")
SOMEBODY_THERE = (QEvent.Type.TouchBegin, QEvent.Type.MouseButtonPress, QEvent.Type.KeyPress)


class WindowError(Exception):
    """The window could not be made; Qt has said why on stderr."""


class PresenceWatch(QObject):
    """Tells the shell of every touch and key: somebody is there."""

    def __init__(self, shell: ShellModel) -> None:
        super().__init__(shell)
        self._shell = shell

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in SOMEBODY_THERE:
            self._shell.touched.emit()
        return super().eventFilter(watched, event)


@dataclass(frozen=True, slots=True)
class KioskWindow:
    """The window and what it shows. `close` it before its models go: bindings would read what is no more."""

    engine: QQmlApplicationEngine
    window: QQuickWindow
    shell: ShellModel
    speaker: Speaker
    pages: Mapping[str, PageEntry]
    models: Mapping[str, PageModel]

    def appear(self, window: WindowSize) -> None:
        """Show the window: over the whole screen, or as large as asked and as the screen has room."""
        screen = self.window.screen()
        if window.size is None:
            self.window.resize(screen.size())  # without a window manager full screen alone is 160 px wide
            self.window.setCursor(Qt.CursorShape.BlankCursor)
            self.window.showFullScreen()
            return
        size, room = QSize(*window.size), screen.availableSize()
        fits = size.boundedTo(room) == size
        self.window.resize(size if fits else size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio))
        self.window.show()

    def stand_still(self) -> None:
        """No motion: for pictures, and for who asks for none."""
        self.window.setProperty("moving", False)  # noqa: FBT003 (Qt takes it so)

    def close(self) -> None:
        self.speaker.use(Language.CHINESE)  # its catalogue is the whole application's
        self.window.close()
        shiboken6.delete(self.engine)

    def show_page(self, name: str) -> None:
        model = self.models[name]
        assert isinstance(model, QObject)
        self.shell.go(QUrl.fromLocalFile(str(self.pages[name].file)), model)


def open_window(application: QGuiApplication, pages: Sequence[PageEntry]) -> KioskWindow:
    """Make the window, not yet shown, with a model for every page; raises `WindowError`."""
    use_fonts(application)
    speaker = Speaker(compiled())
    shell = ShellModel(speaker)
    models = {page.name: page.model(speaker) for page in pages}
    engine = QQmlApplicationEngine()
    engine.addImageProvider("icon", IconProvider())
    engine.addImageProvider("qr", QrProvider())
    speaker.changed.connect(engine.retranslate)
    engine.setInitialProperties({"shell": shell})
    engine.load(QUrl.fromLocalFile(str(MAIN)))
    if not engine.rootObjects():
        raise WindowError(str(MAIN))
    window = engine.rootObjects()[0]
    assert isinstance(window, QQuickWindow)
    window.installEventFilter(PresenceWatch(shell))
    return KioskWindow(engine, window, shell, speaker, {page.name: page for page in pages}, models)
