from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.session.events import Key, Pressed
from kiosk.ui.pages.hall_down_view import HallDownView
from kiosk.ui.speaker import Speaker

QML_IMPORT_NAME = "kiosk.ui.models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class HallDownModel(QObject):
    changed = Signal()
    wished = Signal(object)
    """What the customer asked for, as an event of the visit."""

    def __init__(self, speaker: Speaker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._say = speaker
        self._view = HallDownView()
        speaker.changed.connect(self.changed)

    def show(self, view: HallDownView) -> None:
        if view != self._view:
            self._view = view
            self.changed.emit()

    @Property(str, notify=changed)
    def why(self) -> str:
        return self._say(self._view.why)

    @Property(str, notify=changed)
    def outages(self) -> str:
        return self._say(self._view.outages)

    @Property(str, notify=changed)
    def hotline(self) -> str:
        return self._view.hotline

    @Property(str, notify=changed)
    def waiting(self) -> str:
        return self._say(self._view.waiting)

    @Property(str, notify=changed)
    def nextStep(self) -> str:
        return self._say(self._view.next_step)

    @Property(bool, notify=changed)
    def mayRetry(self) -> bool:
        return self._view.may_retry

    @Property(str, notify=changed)
    def back(self) -> str:
        return self._say(self._view.back)

    @Slot()
    def retry(self) -> None:
        self.wished.emit(Pressed(Key.RETRY))

    @Slot()
    def goBack(self) -> None:
        self.wished.emit(Pressed(Key.BACK))
