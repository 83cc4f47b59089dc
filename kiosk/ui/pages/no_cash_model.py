from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.session.events import Key, Pressed
from kiosk.ui.pages.no_cash_view import NoCashView
from kiosk.ui.speaker import Speaker

QML_IMPORT_NAME = "kiosk.ui.models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class NoCashModel(QObject):
    changed = Signal()
    wished = Signal(object)
    """What the customer asked for, as an event of the visit."""

    def __init__(self, speaker: Speaker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._say = speaker
        self._view = NoCashView()
        speaker.changed.connect(self.changed)

    def show(self, view: NoCashView) -> None:
        if view != self._view:
            self._view = view
            self.changed.emit()

    @Property(str, notify=changed)
    def title(self) -> str:
        return self._say(self._view.title)

    @Property(str, notify=changed)
    def reason(self) -> str:
        return self._say(self._view.reason)

    @Property(str, notify=changed)
    def hotline(self) -> str:
        return self._say(self._view.hotline)

    @Property(bool, notify=changed)
    def mayGoOn(self) -> bool:
        return self._view.may_go_on

    @Property(bool, notify=changed)
    def mayWait(self) -> bool:
        return self._view.may_wait

    @Slot()
    def goOn(self) -> None:
        self.wished.emit(Pressed(Key.RETRY))

    @Slot()
    def goBack(self) -> None:
        self.wished.emit(Pressed(Key.BACK))

    @Slot()
    def goHome(self) -> None:
        self.wished.emit(Pressed(Key.HOME))
