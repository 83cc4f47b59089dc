from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.session.events import Key, Pressed
from kiosk.ui.pages.still_there_view import StillThereView
from kiosk.ui.speaker import Speaker

QML_IMPORT_NAME = "kiosk.ui.models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class StillThereModel(QObject):
    changed = Signal()
    wished = Signal(object)
    """What the customer asked for, as an event of the visit."""

    def __init__(self, speaker: Speaker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._say = speaker
        self._view = StillThereView()
        speaker.changed.connect(self.changed)

    def show(self, view: StillThereView) -> None:
        if view != self._view:
            self._view = view
            self.changed.emit()

    @Property(int, notify=changed)
    def seconds(self) -> int:
        return self._view.seconds

    @Property(float, notify=changed)
    def share(self) -> float:
        return self._view.share

    @Property(str, notify=changed)
    def money(self) -> str:
        return self._say(self._view.money)

    @Slot()
    def stay(self) -> None:
        self.wished.emit(Pressed(Key.STAY))

    @Slot()
    def leave(self) -> None:
        self.wished.emit(Pressed(Key.LEAVE))
