from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.session.events import Key, Pressed
from kiosk.ui.pages.confirm_view import ConfirmView
from kiosk.ui.speaker import Speaker

QML_IMPORT_NAME = "kiosk.ui.models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class ConfirmModel(QObject):
    changed = Signal()
    wished = Signal(object)
    """What the customer asked for, as an event of the visit."""

    def __init__(self, speaker: Speaker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._say = speaker
        self._view = ConfirmView()
        speaker.changed.connect(self.changed)

    def show(self, view: ConfirmView) -> None:
        if view != self._view:
            self._view = view
            self.changed.emit()

    @Property(str, notify=changed)
    def number(self) -> str:
        return self._say(self._view.number)

    @Property(str, notify=changed)
    def name(self) -> str:
        return self._say(self._view.name)

    @Property(str, notify=changed)
    def town(self) -> str:
        return self._say(self._view.town)

    @Property(str, notify=changed)
    def askHotline(self) -> str:
        return self._say(self._view.ask_hotline)

    @Slot()
    def confirm(self) -> None:
        self.wished.emit(Pressed(Key.YES))

    @Slot()
    def goBack(self) -> None:
        self.wished.emit(Pressed(Key.BACK))
